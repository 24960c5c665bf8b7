"""The steps of the hot-plug test, run against a real display: prints a word for each step that went well."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from meeting_app.settings import Settings
from meeting_app.ui.projector.controller import ProjectorController
from tests.projector.desk import Time
from tests.slides import samples

PATIENCE_MS = 10_000
DARK = 6  # of 255
Step = Callable[[], bool]


def plug(*arguments: str) -> None:
    """Change the screens of the display."""
    subprocess.run(["xrandr", *arguments], check=True, timeout=20)


def plug_in() -> None:
    """The projector, at the right of the laptop."""
    plug("--output", "DUMMY1", "--mode", "1920x1080", "--right-of", "DUMMY0")


def main() -> int:
    """Run the steps; the exit code says whether all went well."""
    plug("--output", "DUMMY0", "--mode", "1366x768", "--primary")
    plug("--addmode", "DUMMY1", "1920x1080")
    plug("--addmode", "DUMMY2", "1366x768")
    app = QApplication(sys.argv[:1])
    console = QWidget()
    console.setGeometry(0, 0, 1366, 768)
    console.show()
    settings = Settings(Path(os.environ["MEETING_APP_TEST"]) / "settings.json")
    controller = ProjectorController(settings, Time(samples.NOW))
    controller.set_mode("content")
    controller.show(samples.HANDS)
    controller.open()
    steps = _steps(app, controller, console)
    runner = _Runner(app, steps)
    runner.begin()
    code = app.exec()
    controller.close()
    return code


class _Runner:
    """Goes to the next step as soon as the last one's condition holds."""

    def __init__(self, app: QApplication, steps: Iterator[tuple[str, Step]]) -> None:
        self._app, self._steps = app, steps
        self._name, self._reached = "", lambda: True
        self._waited = QElapsedTimer()
        self._timer = QTimer(app)
        self._timer.timeout.connect(self.look)

    _reached: Step

    def begin(self) -> None:
        """Start looking, 50 times a second."""
        self._waited.start()
        self._timer.start(20)

    def look(self) -> None:
        """One look."""
        if self._reached():
            if self._name:
                print(self._name, flush=True)
            self._name, self._reached = next(self._steps, ("", lambda: self._app.exit(0) is None))
            self._waited.restart()
        elif self._waited.elapsed() > PATIENCE_MS:
            print(f"{self._name} was not reached", file=sys.stderr)
            self._app.exit(1)


def _steps(
    app: QApplication, controller: ProjectorController, console: QWidget
) -> Iterator[tuple[str, Step]]:
    """What is done, the word for it, and when it has gone well."""
    window = controller.window

    def covered() -> bool:
        return window.isVisible() and window.geometry().getRect() == (1366, 0, 1920, 1080)

    def hidden() -> bool:
        return not window.isVisible() and not controller.status.connected and console.isVisible()

    plug_in()
    yield "covered", covered
    plug("--output", "DUMMY1", "--off")
    yield "hidden", hidden
    plug_in()
    yield "back", lambda: covered() and window.slide == samples.HANDS
    plug("--output", "DUMMY1", "--off")
    controller.open_window()
    yield "window", lambda: controller.status.windowed and window.isVisible() and window.width() < 900
    plug_in()
    yield "again", covered

    def dark() -> bool:
        """Pixels of the server, not of the window: the hall sees black, whoever painted it."""
        seen = app.primaryScreen().grabWindow(0, 1366, 0, 1920, 1080).toImage()
        points = ((960, 540), (20, 20), (1900, 1060))
        return covered() and all(seen.pixelColor(*point).lightness() < DARK for point in points)

    controller.set_mode("black")
    yield "black", dark
    plug("--output", "DUMMY1", "--off")
    yield "unplugged", hidden
    plug_in()
    yield "black_again", lambda: dark() and controller.mode == "black"
    plug("--output", "DUMMY1", "--off")
    yield "gone", hidden
    plug("--output", "DUMMY2", "--mode", "1366x768", "--right-of", "DUMMY0")
    plug("--output", "DUMMY1", "--mode", "1920x1080", "--right-of", "DUMMY2")
    yield "by_name", lambda: window.isVisible() and window.geometry().getRect() == (2732, 0, 1920, 1080)
    plug("--output", "DUMMY2", "--off", "--output", "DUMMY1", "--off")
    yield "gone_again", hidden
    plug_in()
    controller.set_mode("content")
    yield "picture", lambda: covered() and not dark() and window.slide == samples.HANDS


if __name__ == "__main__":
    sys.exit(main())
