"""The floor in pictures: classes that break in, order and moves, ways of speaking, statistics, rules."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from meeting_app.actions import floor, floor_modes
from meeting_app.actions.projection import pin_slide
from meeting_app.domain.floor_class import OrderCategory, Side, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.shares import SharesPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene
from meeting_app.ui.qt.office import Office

SceneOf = Callable[..., Scene]
FIRST_FREE = 14  # the members before have spoken or wait already


class Play(Protocol):
    """What brings a meeting forward through the actions."""

    office: Office
    meeting_id: str

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""

    def advance(self, seconds: float) -> None:
        """Let time pass."""

    def members(self) -> list[str]:
        """Ids of the members with a vote."""

    @property
    def item(self) -> str:
        """The current item's id."""


def floor_scenes(play: Play, scene: SceneOf) -> Iterator[Scene]:
    """Every class and every way of speaking; afterwards the list is the usual one again."""
    yield from _classes(play, scene)
    yield scene(play, "floor_ways", lambda shell: shell.live.trip("ways"))
    yield scene(play, "floor_shares", lambda shell: shell.live.trip("shares"))
    yield scene(play, "floor_shares_age", _by_age)
    yield scene(play, "floor_shares_groups", _by_groups)
    play.do(pin_slide, meeting_id=play.meeting_id, pinned="shares", page=0)
    yield scene(play, "floor_shares_shown", lambda shell: shell.live.trip("shares"))
    play.do(pin_slide, meeting_id=play.meeting_id, pinned="rules")
    yield scene(play, "floor_rules_shown")
    play.do(pin_slide, meeting_id=play.meeting_id, pinned="")
    play.do(floor.end_speech, item_id=play.item)
    yield from _debate(play, scene)
    yield from _stick_and_round(play, scene)
    yield from _tables(play, scene)
    play.do(floor_modes.set_floor_mode, item_id=play.item, mode=FloorMode.OPEN)


def _ask(play: Play, place: int, kind: SpeechClass = SpeechClass.SPEECH, **more: object) -> str:
    person = play.members()[FIRST_FREE + place]
    asked: str = play.do(floor.ask_to_speak, item_id=play.item, person_id=person, kind=kind, **more)
    return asked


def _view(play: Play) -> QueueView:
    found = play.office.ask(queue_view, item_id=play.item, now=play.office.now())
    assert isinstance(found, QueueView)
    return found


def _clear(play: Play) -> None:
    """Nobody waits and nobody speaks."""
    for speech in _view(play).waiting:
        play.do(floor.withdraw_speech, speech_id=speech.id)
    while _view(play).speaking is not None:
        play.do(floor.end_speech, item_id=play.item)


def _classes(play: Play, scene: SceneOf) -> Iterator[Scene]:
    play.do(floor.call_next, item_id=play.item)
    play.advance(41)
    _ask(play, 0, SpeechClass.QUESTION)
    _ask(play, 1, SpeechClass.REPLY)
    play.do(floor.call_next, item_id=play.item)
    play.advance(12)
    yield scene(play, "floor_question")
    _ask(play, 2, SpeechClass.ORDER, category=OrderCategory.HEARING)
    yield scene(play, "floor_order_waits")
    yield scene(play, "floor_add_order", _add_order)
    play.do(floor.call_next, item_id=play.item)
    play.do(floor_modes.close_list, item_id=play.item)
    play.advance(9)
    yield scene(play, "floor_order")
    play.do(floor_modes.open_list, item_id=play.item)
    for _held in range(2):
        play.do(floor.end_speech, item_id=play.item)
    play.do(floor_modes.set_budget, item_id=play.item, budget_ms=240_000, budget_by="stairway")
    yield scene(play, "floor_budget")
    play.do(floor_modes.set_budget, item_id=play.item, budget_ms=0, budget_by="stairway")


def _add_order(shell: LiveShell) -> None:
    page = shell.pages["discussion"]
    if isinstance(page, DiscussionPage):
        page.floor("floor_order")


def _by_age(shell: LiveShell) -> None:
    shell.live.trip("shares")
    page = shell.pages["shares"]
    if isinstance(page, SharesPage):
        page.by.button("age").click()


def _by_groups(shell: LiveShell) -> None:
    shell.live.trip("shares")
    page = shell.pages["shares"]
    if isinstance(page, SharesPage):
        page.by.button("group").click()


def _debate(play: Play, scene: SceneOf) -> Iterator[Scene]:
    _clear(play)
    play.do(floor_modes.set_floor_mode, item_id=play.item, mode=FloorMode.DEBATE)
    for place, side in enumerate((Side.FOR, Side.AGAINST, Side.FOR, Side.FOR, Side.NONE)):
        _ask(play, place, side=side)
    play.do(floor.call_next, item_id=play.item)
    play.advance(52)
    yield scene(play, "floor_debate")


def _stick_and_round(play: Play, scene: SceneOf) -> Iterator[Scene]:
    _clear(play)
    play.do(floor_modes.set_floor_mode, item_id=play.item, mode=FloorMode.STICK)
    yield scene(play, "floor_microphone_free")
    person = play.members()[FIRST_FREE + 6]
    play.do(floor.give_floor, item_id=play.item, person_id=person)
    play.advance(33)
    yield scene(play, "floor_microphone")
    _clear(play)
    play.do(floor_modes.set_floor_mode, item_id=play.item, mode=FloorMode.ROUND)
    yield scene(play, "floor_round_begins")
    play.do(floor_modes.begin_round, item_id=play.item)
    play.do(floor.call_next, item_id=play.item)
    play.advance(21)
    yield scene(play, "floor_round")
    _clear(play)


def _tables(play: Play, scene: SceneOf) -> Iterator[Scene]:
    play.do(floor_modes.set_floor_mode, item_id=play.item, mode=FloorMode.TABLES)
    yield scene(play, "floor_tables_empty")
    play.do(floor_modes.draw_tables, item_id=play.item, tables=6)
    play.do(floor_modes.start_table_work, item_id=play.item)
    play.advance(200)
    yield scene(play, "floor_tables")
    play.do(floor_modes.begin_reports, item_id=play.item)
    play.do(floor.call_next, item_id=play.item)
    play.advance(30)
    yield scene(play, "floor_reports")
    _clear(play)
