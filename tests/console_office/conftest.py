"""A real community in a real file, and the office's shell over it as the program makes it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app.actions import communities, community, people
from meeting_app.actions.communities import Opened
from meeting_app.domain.clock import Instant
from meeting_app.queries.people import roster
from meeting_app.settings import Profile
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.office import Office, ProjectorStatus
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.wording.times import ZONE

# The morning on which all of these tests happen.
MORNING = datetime(2026, 11, 9, 9, 0, tzinfo=ZONE)
NAMES = "王桂芳 李建国 张敏 陈秀兰 周志远 孙丽 吴光富 赵明德 何秀英 欧阳海".split()


class StandingClock:
    """Time that only moves when a test says so."""

    def __init__(self) -> None:
        self.wall_ms = round(MORNING.timestamp() * 1000)

    def __call__(self) -> Instant:
        """The instant of now; a millisecond passes at each look, so that nothing happens twice at once."""
        self.wall_ms += 1
        return Instant(self.wall_ms, self.wall_ms, "boot")


class NoProjector:
    """A laptop without a projector, as in an office."""

    status = ProjectorStatus("", connected=False, since_ms=None, windowed=False, mirrored=False)

    def __init__(self) -> None:
        self.opened = 0

    def on_status(self, _listener: object) -> Callable[[], None]:
        """Nothing ever changes."""
        return lambda: None

    def shown(self) -> None:
        """The hall sees nothing."""

    def open_window(self) -> None:
        """Count how often it was asked for."""
        self.opened += 1

    def retry(self) -> None:
        """There is nothing to find."""

    def hold(self, mode: str) -> None:
        """There is nothing to hold."""

    def settle(self, mode: str) -> None:
        """Nothing is held."""


class Desktop:
    """The shell with everything under it, and what it asked of the program."""

    def __init__(self, opened: Opened, profile: Profile) -> None:
        self.opened = opened
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.languages: list[str] = []
        self.left = 0
        self.projector = NoProjector()
        self.tasks = Tasks()
        self._tail = opened.records.tail()
        self.feed = Feed(self._tail.poll)
        opened.desk.committed.append(lambda _number: self.feed.poke())
        self.feed.start()
        self.office = Office(
            desk=opened.desk,
            records=opened.records,
            feed=self.feed,
            tasks=self.tasks,
            papers=opened.papers,
            settings=profile.settings,
            projector=self.projector,
            go=self.go,
            change_language=self.languages.append,
            change_theme=lambda: None,
            leave=self._leave,
            tell=self.tell,
            station=opened.desk.seat.station,
        )
        self.shell = OfficeShell(self.office)

    def go(self, page: str, **arguments: Any) -> None:
        """What the program does: pages of the office are shown, others are the program's."""
        self.went.append((page, arguments))
        if page not in ("live", "open"):
            self.shell.show_page(page, **arguments)

    def tell(self, sentence: str) -> None:
        """What the program does: a fault is said on whatever page is shown."""
        self.shell.show_problem(sentence)

    def _leave(self) -> None:
        self.left += 1

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


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The light theme at the standard size."""
    theme.apply(qapp)
    return qapp


@pytest.fixture
def clock() -> StandingClock:
    """The tests' own time."""
    return StandingClock()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community with two houses, ten people of whom eight are representatives, and nothing else."""
    file = tmp_path_factory.mktemp("office") / "chenguang.yst"
    opened = communities.make_community(file, "test", now=StandingClock())
    opened.desk.do(
        community.create_community,
        name="晨光社区",
        short="晨居",
        committee="晨光社区居民委员会",
        address="晨光路1号",
    ).result(60)
    lines = tuple(
        people.RosterLine(
            name=name,
            building=f"{1 + place // 5}号楼",
            stairway=1,
            storey=1 + place % 5,
            room=f"{1 + place % 5}01",
            area_c=8860, relation="owner", phone=f"1380000{place:04}", birth_year=1950 + place, share=(1, 1),
        )
        for place, name in enumerate(NAMES)
    )  # fmt: skip
    opened.desk.do(people.import_roster, rows=lines).result(60)
    for hit in opened.records.ask(roster).rows[:8]:
        opened.desk.do(people.give_capacity, person_id=hit.person_id, capacity="representative").result(60)
    opened.close()
    return file


@pytest.fixture
def opened(template: Path, tmp_path: Path, clock: StandingClock) -> Opened:
    """A copy of that community, open."""
    file = tmp_path / template.name
    shutil.copyfile(template, file)
    return communities.open_community(file, "test", now=clock)


@pytest.fixture
def desktop(themed: QApplication, qtbot: QtBot, opened: Opened, profile_folder: Path) -> Iterator[Desktop]:
    """The office of that community, shown at the usual size on today's page."""
    made = Desktop(opened, Profile(profile_folder))
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitExposed(made.shell)
    made.go("today")
    yield made
    made.close()
