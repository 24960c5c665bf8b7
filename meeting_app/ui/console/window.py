"""The console's window: one page fills it, the start page, the office or the meeting in progress."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QWidget

from meeting_app import settings
from meeting_app.settings import Settings

SMALLEST: Final = (1024, 600)
USUAL: Final = (1366, 768)


class ConsoleWindow(QMainWindow):
    """Shows one page at a time and keeps its own place on the desk.

    Signals: `closed` once the window goes away for good. `may_close` is asked first; a page may say no.
    """

    closed = Signal()

    def __init__(self, kept: Settings, icon: QIcon) -> None:
        super().__init__()
        self._kept = kept
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowIcon(icon)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        place = kept.get(settings.WINDOW_GEOMETRY)
        if place:
            self.restoreGeometry(QByteArray(b64decode(place, validate=False)))

    def show_page(self, page: QWidget, title: str) -> None:
        """Put a page in the place of the one before, which is thrown away."""
        self.clear()
        self.setCentralWidget(page)
        self.setWindowTitle(title)
        page.setFocus()

    def clear(self) -> None:
        """Throw the page away; one that follows the records is told to stop first."""
        before = self.takeCentralWidget()
        if before is None:
            return
        dispose = getattr(before, "dispose", None)
        if dispose is not None:
            dispose()
        before.hide()
        before.deleteLater()

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.centralWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the page needs to stay."""
        if not self.may_close():
            event.ignore()
            return
        place = b64encode(self.saveGeometry().data()).decode("ascii")
        # On a read-only profile the window opens at its usual place next time.
        with suppress(settings.SettingsNotSavedError):
            self._kept.put(settings.WINDOW_GEOMETRY, place)
        event.accept()
        self.closed.emit()
