"""An open community without a hall: what pictures are taken of. Time is given, the projector is only looked
at.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from meeting_app.actions.communities import Opened
from meeting_app.app import windows
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types import Slide
from meeting_app.queries.states import projection_mode
from meeting_app.settings import Settings
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.office import Office, ProjectorStatus
from meeting_app.ui.qt.quick_png import write_png
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.ui.slides import scheme, slide_image

FILE_NAME: Final = "demonstration.yst"
PAGE: Final = "Page"  # under this a picture of the hall's page says in its file which one it is


def quiet_platform() -> None:
    """Pictures are made offscreen, so that they are the same on every screen and no window opens meanwhile;
    by Qt's own choice elsewhere than on Linux.
    """
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_tell_qt)


def _tell_qt(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Qt's own words on the error stream, but for what its offscreen platform says of every window shown."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")


class StagePort:
    """A projector that is connected as long as nobody pulls it; the pictures look at the pages themselves."""

    def __init__(self, slide: Callable[[], Slide | None]) -> None:
        self._slide = slide
        self.status = ProjectorStatus("EPSON", connected=True, since_ms=None, windowed=False, mirrored=False)

    def on_status(self, _listener: Callable[[ProjectorStatus], None]) -> Callable[[], None]:
        """The status changes only between pictures."""
        return lambda: None

    def shown(self) -> Slide | None:
        """The page that the hall would see."""
        return self._slide()

    def open_window(self) -> None:
        """There is no window to open."""

    def retry(self) -> None:
        """There is nothing to look for."""

    def hold(self, mode: str) -> None:
        """The records of a stage can always be written."""

    def settle(self, mode: str) -> None:
        """Nothing is ever held."""


class Porch:
    """The doors of a start page that is only looked at."""

    def __init__(self, kept: Settings) -> None:
        self.settings = kept
        self.open_community = self.create_community = self.change_language = _nowhere
        self.open_demonstration = self.open_rehearsal = self.restore_backup = _nowhere


class Stage:
    """Builds pages over a community and takes their pictures."""

    def __init__(self, app: QApplication, opened: Opened, kept: Settings) -> None:
        self.app, self.opened = app, opened
        self.meeting_id: str | None = None
        self.own_page: Callable[[], Slide | None] | None = None  # of what belongs to no meeting
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="pictures")
        self._written: list[Future[None]] = []
        self._worn: tuple[str, str, int] | None = None
        self.tasks, self.porch = Tasks(), Porch(kept)
        self._tail = opened.records.tail()
        self.feed = Feed(self._tail.poll, (Refusal,), look=opened.records.look)
        self.port = StagePort(self.slide)
        self.office = Office(
            desk=opened.desk, records=opened.records, feed=self.feed, tasks=self.tasks, papers=opened.papers,
            settings=kept, projector=self.port, go=_nowhere, change_language=_nowhere, change_theme=_nowhere,
            leave=_nowhere, tell=_nowhere, station=opened.desk.seat.station,
        )  # fmt: skip

    def wear(self, language: str, colours: str = "light", percent: int = 100) -> None:
        """Language, theme and text size of the pictures that follow."""
        if (language, colours, percent) == self._worn:
            return  # dressing every widget anew takes a tenth of a second
        self._worn = (language, colours, percent)
        windows.speak(self.app, language)
        theme.apply(self.app, colours, percent)

    def slide(self) -> Slide | None:
        """The hall's page now; None when nothing runs."""
        if self.own_page is not None:
            return self.own_page()
        if self.meeting_id is None:
            return None
        found: Slide = self.opened.records.ask(
            current_slide, meeting_id=self.meeting_id, now=self.opened.desk.now()
        )
        return found

    def mode(self) -> str:
        """What the projector is switched to."""
        return self.opened.records.ask(projection_mode, meeting_id=self.meeting_id or "")

    def take(self, widget: QWidget, place: Path) -> None:
        """A picture of a widget as it stands."""
        self._keep(widget.grab().toImage(), place)

    def take_slide(self, place: Path, hall: str = "light", width: int = 1920) -> None:
        """A picture of the hall's page."""
        slide = self.slide()
        if slide is not None:
            size = QSize(width, width * 9 // 16)
            picture = slide_image(slide, size, self.opened.desk.now(), scheme(hall))
            picture.setText(PAGE, type(slide).__name__)
            self._keep(picture, place)

    def _keep(self, picture: QImage, place: Path) -> None:
        """Write a picture beside the next one's painting; `close` tells when one could not be written."""
        self._written.append(self._writer.submit(write_png, picture, place))

    def close(self) -> None:
        """Finish writing, give everything back but the community. Raises OSError for a picture that could not
        be written.
        """
        self._writer.shutdown()
        self.feed.stop()
        self._tail.close()
        self.tasks.close()
        for one in self._written:
            one.result()


def _nowhere(*_arguments: object, **_named: object) -> None:
    """A stage has no other rooms."""
