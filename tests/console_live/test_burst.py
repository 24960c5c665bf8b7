"""A quick hand and a slow one end at the same place: no press is lost, none acts on what is gone."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app.actions import floor
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.live import LiveView, live_view
from meeting_app.ui.qt.waiting_keys import MOST
from tests.console_live.conftest import _shown
from tests.console_live.world import Hands, Template, World

Key = Qt.Key
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
)  # fmt: skip
USUAL = (Key.Key_Return, Key.Key_Space, Key.Key_Up, Key.Key_Down, Key.Key_PageDown, Key.Key_E, Key.Key_B)
SELDOM = (
    Key.Key_A, Key.Key_P, Key.Key_L, Key.Key_2, Key.Key_3, Key.Key_7, Key.Key_Period, Key.Key_PageUp,
    Key.Key_T, Key.Key_S, Key.Key_M, Key.Key_Escape, Key.Key_Plus, Key.Key_O, Key.Key_Tab, Key.Key_R,
    Key.Key_D,
)  # fmt: skip
Press = tuple[Qt.Key, Qt.KeyboardModifier]


def burst(seed: int) -> list[Press]:
    """Keys at random, the usual ones more often."""
    chance = random.Random(seed)
    many = [*((key, NONE) for key in (*USUAL, *USUAL, *SELDOM)), (Key.Key_Z, CTRL), (Key.Key_Down, ALT)]
    return [chance.choice(many) for _place in range(MOST)]


def state(world: World) -> object:
    """What the records and the window show, without times, which depend on how often one looked."""
    view = world.ask(live_view, meeting_id=world.meeting, now=world.clock(), station="desk")
    assert isinstance(view, LiveView)
    items = tuple((one.title, one.state, one.clock.limit_ms) for one in view.items)
    shown = (world.shell.page_name(), view.state, view.projection.mode, items)
    if view.current is None or view.current.kind != "discussion":
        return shown
    queue = world.ask(queue_view, item_id=view.current.id, now=world.clock())
    assert isinstance(queue, QueueView)
    speaking = queue.speaking
    return (
        *shown, queue.plan.closed, queue.limit_ms,
        speaking and (speaking.person_id, speaking.clock.running, speaking.clock.limit_ms),
        tuple(one.person_id for one in queue.waiting), tuple(one.person_id for one in queue.done),
    )  # fmt: skip


@pytest.fixture
def talk(
    themed: QApplication, qtbot: QtBot, tmp_path: Path, profile_folder: Path, templates: dict[bool, Template]
) -> "Callable[[list[Press], bool], object]":
    """The state after keys in a meeting of its own, typed one after the other's answer or all at once."""
    number = count()

    @contextmanager
    def meeting() -> Iterator[Hands]:
        folder = tmp_path / str(next(number))
        folder.mkdir()
        world = World(folder, profile_folder, templates[True])
        for place in range(5, 15):
            world.do(floor.ask_to_speak, item_id=world.items[2], person_id=world.people[place])
        hands = Hands(_shown(world, qtbot), qtbot)
        hands.until(lambda: hands.focus() is hands.shell and hands.shell.page_name() == "discussion")
        hands.until(lambda: len(world.shell.pages["discussion"]._view.waiting) == 10)  # type: ignore[attr-defined]
        try:
            yield hands
        finally:
            world.close()

    def end(keys: list[Press], slow: bool) -> object:
        with meeting() as hands:
            for key, modifier in keys:
                hands.key(key, modifier)
                if slow:
                    QCoreApplication.processEvents()
                    hands.until(lambda: True)
            hands.until(lambda: hands.shell._router is not None and not hands.shell._router.waiting.presses())
            QCoreApplication.processEvents()
            return state(hands.world)

    return end


# Bursts in which, without waiting, a press was lost or came twice.
@pytest.mark.parametrize("seed", [129, 130, 131, 137])
def test_a_burst_of_keys_ends_where_the_same_keys_end_slowly(
    talk: Callable[[list[Press], bool], object], seed: int
) -> None:
    keys = burst(seed)
    assert talk(keys, False) == talk(keys, True), [key.name for key, _modifier in keys]
