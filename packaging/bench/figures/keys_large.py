"""Keys of the console in the largest meeting: 500 people present, 200 hands up, 60 items."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.figures.keys import LIMIT_MS, WINDOWS, Hall
from bench.registry import Figure, measurement
from meeting_app import settings
from meeting_app.actions import attendance, community, floor, meetings, people, running
from meeting_app.actions.communities import Opened, make_community
from meeting_app.app import memory, windows
from meeting_app.app.stage import Stage, quiet_platform
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.basics import ZONE
from meeting_app.queries.meetings import meeting_draft
from meeting_app.queries.people import roster
from meeting_app.settings import Settings
from meeting_app.ui.console.live.discussion import DiscussionPage

PRESENT, WAITING, ITEMS = 500, 200, 60
SPOKE = 40  # how many have spoken on the item before
HALL_MS = 2 * LIMIT_MS  # the console answers first
CPU_MS = 2 * LIMIT_MS  # of all threads, with the picture and the first part of its fade
SPARE = 40  # hands that are called, passed or moved while it is measured
CONDITIONS = f"{PRESENT} present, {WAITING} hands up, {ITEMS} items, offscreen, {WINDOWS}"
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "芳伟娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬彬斌波"
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Maker:
    """Fills a community through the actions."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""
        return self.opened.desk.do(action, **arguments).result(60)

    def people(self) -> list[str]:
        """Five hundred residents in ten buildings."""
        self.do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
        lines = tuple(
            people.RosterLine(
                name=FAMILY[n % 20] + GIVEN[n * 7 % 33] + GIVEN[n * 5 % 31], building=f"{1 + n // 50}号楼",
                stairway=1 + n % 3, storey=1 + n // 3 % 16, room=f"{1 + n // 3 % 16}0{1 + n % 3}",
                area_c=8860, relation="owner", phone="", birth_year=1940 + n % 60, share=(1, 1),
            )
            for n in range(PRESENT)
        )  # fmt: skip
        self.do(people.import_roster, rows=lines)
        page = self.opened.records.ask(roster, limit=PRESENT)
        return [row.person_id for row in page.rows]

    def meeting(self) -> tuple[str, str]:
        """(meeting, its discussion) with sixty items."""
        meeting = self.do(
            meetings.draft_meeting, kind="hearing", title="晨光社区居民听证会", place="礼堂",
            starts_at=datetime(2026, 11, 28, 19, 0, tzinfo=ZONE),
        )  # fmt: skip
        item = ""
        draft = self.opened.records.ask(meeting_draft, meeting_id=meeting, today=date(2026, 11, 28))
        have = len(draft.items) if draft is not None else 0
        for number in range(ITEMS - have):
            kind = ItemKind.DISCUSSION if number == 0 else ItemKind.REPORT
            about = {"kind": kind, "title": f"第 {number} 件事", "minutes": 5}
            made = self.do(meetings.add_item, meeting_id=meeting, **about)
            item = item or made
        return meeting, item

    def talk(self, meeting: str, item: str, everybody: list[str]) -> None:
        """All are here; forty have spoken, two hundred wait, one speaks."""
        for person in everybody:
            self.do(attendance.check_in, meeting_id=meeting, person_id=person)
        self.do(running.open_meeting, meeting_id=meeting)
        self.do(running.go_to_item, item_id=item)
        for person in everybody[:SPOKE]:
            self.do(floor.give_floor, item_id=item, person_id=person)
        for person in everybody[SPOKE : SPOKE + WAITING + SPARE]:
            self.do(floor.ask_to_speak, item_id=item, person_id=person)


@contextmanager
def large_hall() -> Iterator[Hall]:
    """The window over the large meeting."""
    quiet_platform()
    app = windows.new_application()
    with TemporaryDirectory() as folder:
        opened = make_community(Path(folder) / "large.yst", "bench")
        maker = Maker(opened)
        everybody = maker.people()
        meeting, item = maker.meeting()
        maker.talk(meeting, item, everybody)
        kept = Settings(Path(folder) / settings.FILE_NAME)
        stage = Stage(app, opened, kept)
        stage.wear("zh_CN")
        hall = Hall(opened, stage, meeting)
        hall.settle(600)
        memory.settle()  # as the program does once the window stands
        try:
            yield hall
        finally:
            hall.close()
            stage.close()
            opened.close()


KEYS: tuple[tuple[str, tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]], ...] = (
    ("Enter: call the next speaker", ((Qt.Key.Key_Return, PLAIN),)),
    ("Space: pause and resume", ((Qt.Key.Key_Space, PLAIN), (Qt.Key.Key_Space, PLAIN))),
    ("Up, Down: half a minute", ((Qt.Key.Key_Up, PLAIN), (Qt.Key.Key_Down, PLAIN))),
    (".: black and back", ((Qt.Key.Key_Period, PLAIN), (Qt.Key.Key_Period, PLAIN))),
    ("B: the last speaker back on the list", ((Qt.Key.Key_B, PLAIN),)),
    ("Ctrl+Z: take it back", ((Qt.Key.Key_Z, CONTROL),)),
    ("P: the first passes", ((Qt.Key.Key_P, PLAIN),)),
    ("7: call number 7 at once", ((Qt.Key.Key_7, PLAIN),)),
    ("L: close and open the list", ((Qt.Key.Key_L, PLAIN), (Qt.Key.Key_L, PLAIN))),
    ("E: end the speech", ((Qt.Key.Key_E, PLAIN),)),
)


def _typed(hall: Hall) -> list[float]:
    """Milliseconds for a letter in the finder and for a step in the queue; no commit is involved."""
    page = hall.shell.pages["discussion"]
    assert isinstance(page, DiscussionPage)
    page.add()
    hall.settle()
    taken = [_painted(page.ask.field, letter) for letter in "w3l1"]
    page.leave_field()
    hall.settle()
    page.list.setFocus()
    taken += [_painted(page.list, None) for _step in range(4)]
    page.list.clear_choice()
    hall.shell.to_deck()
    hall.settle()
    return taken


def _painted(widget: QWidget, letter: str | None) -> float:
    begun = time.perf_counter()
    if letter is None:
        QTest.keyClick(widget, Qt.Key.Key_Down)
    else:
        QTest.keyClicks(widget, letter)
    widget.window().repaint()
    return (time.perf_counter() - begun) * 1000


@measurement("keys_large")
def keys_large(rounds: int) -> list[Figure]:
    """Keys in the largest meeting, until the repaint after the commit, and until the hall's picture follows;
    letters and steps without a commit.
    """
    taken: dict[str, list[float]] = {name: [] for name, _keys in KEYS}
    typed: list[float] = []
    cpu: list[float] = []  # of all threads: what is left of it on a machine that others use too
    hall_ms: list[float] = []
    with large_hall() as hall:
        for _round in range(max(rounds, 10)):
            for name, pressed in KEYS:
                for key, modifier in pressed:
                    begun = time.process_time()
                    taken[name].append(hall.press(key, modifier))
                    cpu.append((time.process_time() - begun) * 1000)
                    hall.settle()
                    hall_ms += filter(None, (hall.followed(),))
            typed += _typed(hall)
    figures = [Figure(name, tuple(ms), "ms", LIMIT_MS, "", CONDITIONS, "p95") for name, ms in taken.items()]
    every = tuple(ms for values in taken.values() for ms in values)
    return [
        *figures,
        Figure("every key that writes", every, "ms", LIMIT_MS, "", CONDITIONS, "p95"),
        Figure("the hall's first picture", tuple(hall_ms), "ms", HALL_MS, "", CONDITIONS, "p95"),
        Figure("CPU of a key and the hall's picture", tuple(cpu), "ms CPU", CPU_MS, "", CONDITIONS, "p95"),
        Figure(
            "a letter in the search, a step in the queue", tuple(typed), "ms", LIMIT_MS, "", CONDITIONS, "p95"
        ),
    ]
