"""The window after a bug: what happened, what is safe, what to do. Not modal; nothing is asked in a loop of
its own.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Label, MainButton


class CrashWindow(QWidget):
    """Says it and offers the ways on. `goes_on` = it cost one page of the hall, and the console goes on.

    Signals: restart_asked, close_asked.
    """

    restart_asked = Signal()
    close_asked = Signal()

    def __init__(self, place: str, file: str, report: str, *, goes_on: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("window")
        self.setWindowTitle(_("The program has made a mistake"))
        self._report, self._goes_on = report, goes_on
        now = theme.current()
        heading, way_on = _words(goes_on)
        self.heading = Label(heading, "h1", wrap=True)
        self.safe = Label(_safe_words(place), wrap=True)
        self.next = Label(way_on, wrap=True)
        self.file = Label(
            _("The report lies in {file}.").format(file=file) if file else "",
            "caption",
            tone="muted",
            wrap=True,
        )
        self.file.setVisible(bool(file))
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Report for the developers"))
        self.copy = Button(_("Copy the report"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.leave = Button(_("Leave the program"), kind="big")
        self.leave.clicked.connect(self.close)
        self.leave.setVisible(not goes_on)
        if goes_on:
            self.restart = MainButton(_("Back to the meeting"), icon="play", key=_("Enter"))
            self.restart.clicked.connect(self.close)
        else:
            self.restart = MainButton(_("Restart"), icon="rotate-ccw", key=_("Enter"))
            self.restart.clicked.connect(self.restart_asked)
        self._arrange()
        self.restart.setFocus()
        self.resize(now.px(720), now.px(480))

    def _arrange(self) -> None:
        now = theme.current()
        buttons = QHBoxLayout()
        buttons.setSpacing(now.size("s2"))
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.restart)
        box = QVBoxLayout(self)
        box.setContentsMargins(*(now.size("s4"),) * 4)
        box.setSpacing(now.size("s2"))
        for part in (self.heading, self.safe, self.next):
            box.addWidget(part)
        box.addWidget(self.text, 1)
        box.addWidget(self.file)
        box.addLayout(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(_("Copied"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter restarts or goes on, wherever the focus is; Esc goes on where that is possible."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restart.click()
            return
        if self._goes_on and event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing this window leaves the program where what is behind it is switched off."""
        event.accept()
        if not self._goes_on:
            self.close_asked.emit()


def _words(goes_on: bool) -> tuple[str, str]:
    """What happened, and what to do."""
    if goes_on:
        return _("A page for the hall could not be shown"), _(
            "The hall sees the community's name instead. The meeting goes on: take the next step or item as"
            " always."
        )
    return _("The program has made a mistake and cannot go on"), _(
        "Restart it: the meeting goes on where it stood. The projector keeps its picture until then."
    )


def _safe_words(place: str) -> str:
    if not place:
        return _("No community was open, so nothing is lost.")
    return _("Everything that was shown as done is on the disk, in {place}.").format(place=place)
