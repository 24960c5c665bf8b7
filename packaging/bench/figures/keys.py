"""Keys of the console in a meeting: from the press to the repaint after the commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.registry import Figure, measurement
from meeting_app import settings
from meeting_app.actions import attendance, floor, running
from meeting_app.actions.communities import Opened, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import doors, memory, windows
from meeting_app.app.projection import Projection
from meeting_app.app.stage import Stage, quiet_platform
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS
from meeting_app.queries.live import check_in_view
from meeting_app.settings import Settings
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.projector.window import ProjectorWindow
from meeting_app.ui.slides import scheme

LIMIT_MS = 50
PATIENCE_MS = 5_000
WINDOWS = "1366x768 and the hall's 1920x1080"


class Repaint(QObject):
    """Notes when a window was first and last painted after something was told by the feed.

    The ground of the window is painted with every part of it, so one filter is enough and costs nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.told = False
        self.first = self.at = 0.0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the paint events pass."""
        if event.type() is QEvent.Type.Paint and self.told:
            self.at = perf_counter()
            self.first = self.first or self.at
        return False


class Hall:
    """A meeting under way in a real window over the demonstration community, beside it the hall's picture of
    1920 x 1080, which follows as in the program.
    """

    def __init__(self, opened: Opened, stage: Stage, meeting: str = "") -> None:
        self.opened, self.stage = opened, stage
        self.meeting = meeting or demonstration_ids().meeting_id
        stage.meeting_id = self.meeting
        self.members = [
            one.person_id for one in stage.office.ask(check_in_view, meeting_id=self.meeting).members
        ]
        self.window = ProjectorWindow(opened.desk.now, scheme())
        self.window.resize(1920, 1080)
        self.window.show()
        self.projection = Projection(opened, lambda _mode, slide: self.window.show_slide(slide))
        stage.feed.changed.connect(self.projection.changed)
        self.shell = LiveShell(stage.office, self.meeting)
        self.shell.resize(1366, 768)
        self.shell.show()
        stage.feed.start()
        opened.desk.committed.append(lambda _number: stage.feed.poke())
        self.projection.follow(self.meeting)
        self._begun, self._hall = 0.0, Repaint(self.window)

    def close(self) -> None:
        """Put both windows away."""
        self.shell.hide()
        self.projection.close()
        self.window.shut()

    def followed(self) -> float | None:
        """Milliseconds from the last key to the hall's first picture after it; None when none came yet."""
        return (self._hall.first - self._begun) * 1000 if self._hall.first else None

    def do(self, action: Callable[..., object], **arguments: object) -> object:
        """An action beside the keys."""
        return self.opened.desk.do(action, **arguments).result(10)

    def settle(self, milliseconds: int = 80) -> None:
        """Let the window come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
        """Milliseconds from the key to the last repaint that followed its commit."""
        watch, self._hall = Repaint(self.shell), Repaint(self.window)
        loop = QEventLoop()

        def told(*_kinds: object) -> None:
            watch.told = self._hall.told = True
            QTimer.singleShot(30, loop.quit)

        self.stage.feed.changed.connect(told)
        QTimer.singleShot(PATIENCE_MS, loop.quit)
        begun = self._begun = perf_counter()
        focus = self.shell.window().focusWidget()
        QTest.keyClick(focus or self.shell, key, modifier)  # type: ignore[truthy-bool]  # the stubs forget that it may be None
        loop.exec()
        self.stage.feed.changed.disconnect(told)
        return (max(watch.at, begun) - begun) * 1000 if watch.told else float(PATIENCE_MS)


@contextmanager
def _hall() -> Iterator[Hall]:
    quiet_platform()
    app = windows.new_application()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "keys.yst"
        doors.plant(file, ANCHOR, MeetingTime(MORNING_MS))
        opened = open_community(file, "bench")
        kept = Settings(Path(folder) / settings.FILE_NAME)
        stage = Stage(app, opened, kept)
        stage.wear("zh_CN")
        hall = Hall(opened, stage)
        try:
            yield hall
        finally:
            hall.close()
            stage.close()
            opened.close()


def _discuss(hall: Hall) -> None:
    for person in hall.members[:40]:
        hall.do(attendance.check_in, meeting_id=hall.meeting, person_id=person)
    hall.do(running.open_meeting, meeting_id=hall.meeting)
    hall.do(running.next_item, meeting_id=hall.meeting)
    item = hall.do(running.next_item, meeting_id=hall.meeting)
    for person in hall.members[:35]:
        hall.do(floor.ask_to_speak, item_id=str(item), person_id=person)
    hall.settle(400)
    memory.settle()  # as the program does once the window stands


KEYS = (
    ("Enter: call the next speaker", (Qt.Key.Key_Return,)),
    ("Space: pause and resume", (Qt.Key.Key_Space, Qt.Key.Key_Space)),
    ("Up, Down: half a minute", (Qt.Key.Key_Up, Qt.Key.Key_Down)),
    (".: black and back", (Qt.Key.Key_Period, Qt.Key.Key_Period)),
)


@measurement("keys")
def keys(rounds: int) -> list[Figure]:
    """Keys in a discussion with 35 hands up, until the repaint after the commit."""
    taken: dict[str, list[float]] = {name: [] for name, _keys in KEYS}
    with _hall() as hall:
        _discuss(hall)
        for _round in range(max(rounds, 20)):
            for name, pressed in KEYS:
                for key in pressed:
                    taken[name].append(hall.press(key))
                    hall.settle()
    conditions = f"demonstration community, offscreen, {WINDOWS}"
    return [
        Figure(name, tuple(values), "ms", LIMIT_MS, "", conditions, "p95") for name, values in taken.items()
    ]
