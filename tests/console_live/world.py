"""A community with 48 representatives and a convened meeting in a real file, and the live window over it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meeting_app.actions import attendance, communities, community, meetings, people, running, topics
from meeting_app.actions.communities import Opened
from meeting_app.domain.clock import Instant
from meeting_app.settings import Profile
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.office import Office, ProjectorStatus
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.wording.times import ZONE

BEGIN = datetime(2026, 11, 28, 14, 20, tzinfo=ZONE)
STARTS = datetime(2026, 11, 28, 14, 30, tzinfo=ZONE)
FAMILY = "王李张刘陈杨赵黄周吴徐孙"
GIVEN = ("桂芳", "建国", "敏", "秀兰", "志远", "丽", "光富", "明德", "秀英", "国强", "素芬", "建华")
MEMBERS = 48


class StandingClock:
    """Time that moves only when a test says so; a millisecond passes at each look."""

    def __init__(self, wall_ms: int = 0) -> None:
        self.wall_ms = wall_ms or round(BEGIN.timestamp() * 1000)

    def __call__(self) -> Instant:
        """The instant of now."""
        self.wall_ms += 1
        return Instant(self.wall_ms, self.wall_ms, "boot")

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.wall_ms += round(seconds * 1000)


class Projector:
    """A projector that a test plugs in and pulls out."""

    def __init__(self) -> None:
        self.status = ProjectorStatus("EPSON", connected=True, since_ms=None, windowed=False, mirrored=False)
        self.listeners: list[Callable[[ProjectorStatus], None]] = []
        self.windows = 0
        self.looked = 0

    def on_status(self, listener: Callable[[ProjectorStatus], None]) -> Callable[[], None]:
        """Listen."""
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def change(self, **fields: Any) -> None:
        """Another state, told to everybody."""
        kept = {name: getattr(self.status, name) for name in ProjectorStatus.__slots__}
        self.status = ProjectorStatus(**{**kept, **fields})
        for listener in tuple(self.listeners):
            listener(self.status)

    def shown(self) -> None:
        """The page is the records' business here."""

    def open_window(self) -> None:
        """Show it in a window here."""
        self.windows += 1
        self.change(windowed=True)

    def retry(self) -> None:
        """Look again."""
        self.looked += 1

    def hold(self, mode: str) -> None:
        """Show it against the records."""
        self.change(held=mode)

    def settle(self, _mode: str) -> None:
        """The records have it."""
        self.change(held="")


def name_of(place: int) -> str:
    """The name of a member by number from 0; all differ."""
    return FAMILY[place % 12] + GIVEN[(place + place // 12 * 5) % 12]


@dataclass(frozen=True)
class Template:
    """A community file at one point of its meeting, made once and copied for each test."""

    file: Path
    wall_ms: int
    people: list[str]
    items: list[str]
    meeting: str


class Maker:
    """Makes the community and its meeting through the actions."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clock = StandingClock()
        self.opened = communities.make_community(file, "desk", now=self.clock)
        self.people: list[str] = []
        self.items: list[str] = []
        self.meeting = self._fill()

    def do(self, action: Callable[..., Any], **arguments: Any) -> Any:
        """Do something and wait for it."""
        return self.opened.desk.do(action, **arguments).result(60)

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        """Ask the records."""
        return self.opened.records.ask(query, **arguments)

    def _fill(self) -> str:
        self.do(
            community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会",
            address="晨光路1号", district="城东区", contact="周丽华", phone="0210000000",
        )  # fmt: skip
        lines = tuple(
            people.RosterLine(
                name=name_of(place), building=f"{1 + place // 12}号楼", stairway=1 + place % 3,
                storey=1 + place % 6, room=f"{1 + place % 6}0{1 + place // 6 % 2}", area_c=8860,
                relation="owner", phone=f"1380000{place:04}", birth_year=1950 + place, share=(1, 1),
            )
            for place in range(MEMBERS + 2)
        )  # fmt: skip
        self.do(people.import_roster, rows=lines)
        from meeting_app.queries.people import roster

        page = self.ask(roster, building_id=None, text="", limit=100, offset=0)
        by_name = {row.name: row.person_id for row in page.rows}
        self.people = [by_name[name_of(place)] for place in range(MEMBERS + 2)]
        for person in self.people[:MEMBERS]:
            self.do(people.give_capacity, person_id=person, capacity="representative")
        return self._convene()

    def _convene(self) -> str:
        topic = self.do(topics.add_topic, title="3号楼加装电梯", summary="3号楼没有电梯。")
        plan = self.do(
            topics.add_plan, topic_id=topic, title="3号楼每单元加装一部电梯",
            text="同意在3号楼四个单元各加装一部电梯，费用由受益业主按楼层系数分摊，施工期间由居民督导员全程监督。",
            cost_fen=4_500_000, shares=(("每户", 10, 450_000),),
        )  # fmt: skip
        self.do(topics.put_plan_to_vote, plan_id=plan)
        meeting: str = self.do(
            meetings.draft_meeting, kind="representatives_meeting", title="晨光社区第三次居民代表会议",
            place="居委会二楼会议室", starts_at=STARTS, topic_id=topic,
        )  # fmt: skip
        chair, recorder, first, second = self.people[0], self.people[1], self.people[2], self.people[3]
        self.do(
            meetings.name_officers, meeting_id=meeting, chair_id=chair, recorder_id=recorder,
            teller1_id=first, teller2_id=second,
        )  # fmt: skip
        from meeting_app.queries.meetings import meeting_draft

        draft = self.ask(meeting_draft, meeting_id=meeting, today=BEGIN.date())
        self.items = [item.id for item in draft.items]
        return meeting

    def to_discussion(self) -> None:
        """33 of 48 come, the meeting is opened and at its discussion."""
        for person in self.people[:33]:
            self.do(attendance.check_in, meeting_id=self.meeting, person_id=person)
        self.do(running.open_meeting, meeting_id=self.meeting)
        self.do(running.go_to_item, item_id=self.items[2])

    def done(self) -> Template:
        """Close the file; it may be copied now."""
        self.opened.close()
        return Template(self.file, self.clock.wall_ms, self.people, self.items, self.meeting)


def make_template(folder: Path, *, talking: bool = False) -> Template:
    """A convened meeting, or one that is at its discussion."""
    maker = Maker(folder / f"template-{talking}.yst")
    if talking:
        maker.to_discussion()
    return maker.done()


class World:
    """Everything under one live window. `people` are the members' ids by number."""

    def __init__(self, folder: Path, profile: Path, template: Template | None = None) -> None:
        template = template or make_template(folder)
        self.clock = StandingClock(template.wall_ms)
        file = folder / "hall.yst"
        shutil.copyfile(template.file, file)
        self.opened: Opened = communities.open_community(file, "desk", now=self.clock)
        self.profile = Profile(profile)
        self.projector = Projector()
        self.tasks = Tasks()
        self._tail = self.opened.records.tail()
        self.feed = Feed(self._tail.poll)
        self._poke = self.feed.poke
        self.opened.desk.committed.append(lambda _number: self._poke())
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.told: list[str] = []
        self.people, self.items, self.meeting = template.people, template.items, template.meeting
        self.office = self._office()
        self.feed.start()
        self.shell = LiveShell(self.office, self.meeting)

    def _office(self) -> Office:
        return Office(
            desk=self.opened.desk,
            records=self.opened.records,
            feed=self.feed,
            tasks=self.tasks,
            papers=self.opened.papers,
            settings=self.profile.settings,
            projector=self.projector,
            go=lambda page, **arguments: self.went.append((page, arguments)),
            change_language=lambda code: self.went.append(("language", {"code": code})),
            change_theme=lambda: self.went.append(("theme", {})),
            leave=lambda: None,
            tell=self.told.append,
            station="desk",
        )

    def do(self, action: Callable[..., Any], **arguments: Any) -> Any:
        """Do something directly and wait for it."""
        return self.opened.desk.do(action, **arguments).result(60)

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        """Ask the records."""
        return self.opened.records.ask(query, **arguments)

    def close(self) -> None:
        """Put everything away."""
        self.shell.close()
        self.shell.deleteLater()
        self.feed.stop()
        self._tail.close()
        self.tasks.close()
        self.opened.close()
        self.feed.deleteLater()
        self.tasks.deleteLater()


class Hands:
    """The keyboard of the person at the laptop: keys go to whatever has the focus in the live window."""

    def __init__(self, world: World, bot: QtBot) -> None:
        self.world, self.bot = world, bot

    @property
    def shell(self) -> LiveShell:
        """The window."""
        return self.world.shell

    def focus(self) -> QWidget:
        """What has the keyboard."""
        found: QWidget | None = self.shell.window().focusWidget()
        return self.shell if found is None else found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.focus(), key, modifier)

    def write(self, text: str) -> None:
        """Type letters and digits."""
        for letter in text:
            QTest.keyClicks(self.focus(), letter)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until it holds, and nothing that was ordered is under way any more: what a test
        does next with the focus is not what a key would have to wait for.
        """
        self.bot.waitUntil(lambda: holds() and not self.shell.live.busy)

    def settle(self) -> None:
        """Let what was pressed do whatever it does: no key is held as a badge's, nothing is under way."""
        router = self.shell._router
        self.until(lambda: router is None or not router._hold.isActive())

    def page(self, name: str) -> None:
        """Wait for a page."""
        self.until(lambda: self.shell.page_name() == name)
