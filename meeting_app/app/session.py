"""An open community in the windows: its lock, its records, the feed, the keeper, the projector."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from meeting_app import resources, settings
from meeting_app.actions.communities import Opened, open_community, open_server
from meeting_app.app.keeper import Keeper
from meeting_app.app.profile import Installation
from meeting_app.app.projection import Projection
from meeting_app.domain.clock import Instant, wall_jump_ms
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import last_instant
from meeting_app.queries.states import projection_mode
from meeting_app.storage.boot_clock import system_instant
from meeting_app.ui.projector.controller import ProjectorController
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.instance import FileLock
from meeting_app.ui.qt.office import Office
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.ui.qt.wake import Wake

if TYPE_CHECKING:
    from meeting_app.queries.slides_types import Slide


CLOCK_WATCH_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Ways:
    """What the program lends a session: navigation and changes of the whole program."""

    go: Callable[..., None]
    change_language: Callable[[str], None]
    change_theme: Callable[[], None]
    leave: Callable[[], None]
    told: Callable[[Refusal], None]
    tell: Callable[[str], None]


class Session(QObject):
    """Everything of one open community; `close` gives it all back.

    Signals: clock_moved(ms) when the laptop's clock was set, forward or back, while the community is open.
    """

    clock_moved = Signal(int)

    def __init__(self, opened: Opened, lock: FileLock | None, profile: Installation, ways: Ways) -> None:
        super().__init__()
        self.opened, self._lock = opened, lock
        self.projector = ProjectorController(profile.settings, opened.desk.now, parent=self)
        self.tasks = Tasks(self)
        self._tail = opened.records.tail()
        self.feed = Feed(self._tail.poll, (Refusal,), self, opened.records.look)
        opened.desk.committed.append(lambda _number: self.feed.poke())
        self.wake = Wake(self)
        self.wake.unable.connect(self._tell_sleepy)
        self.keeper = Keeper(opened, profile.settings, self.tasks, self.wake.hold, ways.told)
        self.projection = Projection(opened, self._show, lambda: self.projector.status.held)
        self.feed.changed.connect(self.keeper.changed)
        self.feed.changed.connect(self.projection.changed)
        self.feed.changed.connect(self._record_held)
        self.projector.status_changed.connect(self.projection.look, Qt.ConnectionType.QueuedConnection)
        self.feed.failed.connect(ways.told)
        self._ways = ways
        # The writer's thread notices it; a slot of this object brings it to the Qt thread.
        self.clock_moved.connect(self._tell_clock, Qt.ConnectionType.QueuedConnection)
        opened.desk.clock_jumps.append(self.clock_moved.emit)
        self._clock_watch = QTimer(self)
        self._clock_watch.setInterval(CLOCK_WATCH_MS)
        self._clock_watch.timeout.connect(opened.desk.look_at_clock)
        self._clock_watch.start()
        self.feed.start()
        self.office = Office(
            desk=opened.desk,
            records=opened.records,
            feed=self.feed,
            tasks=self.tasks,
            papers=opened.papers,
            settings=profile.settings,
            projector=self.projector,
            go=ways.go,
            change_language=ways.change_language,
            change_theme=ways.change_theme,
            leave=ways.leave,
            tell=ways.tell,
            station=opened.desk.seat.station,
        )

    def _show(self, mode: str, slide: "Slide") -> None:
        self.projector.set_mode(mode)
        self.projector.show(slide)

    @Slot(frozenset, frozenset)
    def _record_held(self, _kinds: frozenset[str], _ids: frozenset[str]) -> None:
        """Something could be written again: write down too what the hall is shown, unless it was that."""
        held, meeting_id = self.projector.status.held, self.projection.meeting_id
        if not held or meeting_id is None:
            return
        from meeting_app.actions.projection import show_mode  # the first screen does without

        with suppress(Refusal):  # read again at the next change
            mode = self.opened.records.ask(projection_mode, meeting_id=meeting_id)
            if mode != self.projector.recorded:
                self.projector.settle(mode)
            else:
                self.opened.desk.do(show_mode, meeting_id=meeting_id, mode=held)

    @Slot(int)
    def _tell_clock(self, jump_ms: int) -> None:
        self._ways.told(_clock_told(jump_ms))

    @Slot()
    def _tell_sleepy(self) -> None:
        self._ways.told(Refusal("may_sleep"))

    def check_clock(self) -> None:
        """Tell when the laptop's clock stands before the last thing that was done (decisions.md 17)."""
        last = self.opened.records.ask(last_instant)
        jump = wall_jump_ms(last, self.opened.desk.now()) if last else 0
        if jump:
            self.clock_moved.emit(jump)

    def close(self, *, back_up: bool = True) -> None:
        """Stop what follows the records, finish what was ordered, back up, close the file, free its lock."""
        self._clock_watch.stop()
        self.projection.close()
        self.projector.close()
        self.feed.stop()
        self._tail.close()
        self.wake.hold(False)
        self.tasks.close()
        self.opened.finish()  # what was ordered last belongs into the last backup
        if back_up and self.opened.file is not None:
            self._last_backup()
        self.opened.close()
        if self._lock is not None:
            self._lock.release()

    def _last_backup(self) -> None:
        for place in self.keeper.places():
            with suppress(Refusal):  # the records are safe; a step of the next meeting tells it in words
                self.opened.back_up("end", place)


def _clock_told(jump_ms: int) -> Refusal:
    """What is said of a clock that was set: by how many minutes, rounded, at least one."""
    return Refusal(
        "clock_set_back" if jump_ms < 0 else "clock_set_on", minutes=max(1, (abs(jump_ms) + 30_000) // 60_000)
    )


def open_session(
    file: Path,
    profile: Installation,
    ways: Ways,
    now: Callable[[], Instant] = system_instant,
) -> Session:
    """Open a community file for this console. Raises Refusal with what is wrong."""
    if not resources.found(file):
        raise Refusal("file_missing", path=str(file))
    lock = FileLock(file)
    try:
        opened = open_community(file, profile.station, now, prove_later=True)
    except BaseException:
        lock.release()
        raise
    return Session(opened, lock, profile, ways)


def open_server_session(url: str, profile: Installation, ways: Ways) -> Session:
    """Open records on a database server; several consoles may do so at once."""
    return Session(open_server(url, profile.station, urns=profile.urns), None, profile, ways)


def remember(kept: settings.Settings, file: Path) -> None:
    """Put the file in front of those opened lately; a profile that cannot be written is no reason not to go
    on.
    """
    try:
        kept.remember_community(str(file))
    except settings.SettingsNotSavedError:
        return
