"""Something long under way: what, how far, and a way to stop it. The worker is never called from here."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from meeting_app.actions.roster.watch import Watch
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.widgets.bars import Bar, Part

LOOK_MS = 100


class Progress(QWidget):
    """Looks at a `Watch` ten times a second. Signal: stopped() when the person wants no more of it."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = Watch()
        self.what = parts.label("", "h2")
        self.bar = Bar(_("Progress"), height=16)
        self.count = parts.label("", tone="muted")
        self.stop = parts.button(_("Stop"), icon="x")
        self.stop.clicked.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.setLayout(column(self.what, 8, self.bar, self.count, 8, row(self.stop, STRETCH), STRETCH))

    def begin(self, what: str, watch: Watch) -> None:
        """Show that something has begun."""
        self._watch = watch
        self.what.setText(what)
        self.stop.setEnabled(True)
        self._look()
        self._timer.start()

    def end(self) -> None:
        """It is over, one way or another."""
        self._timer.stop()

    def _look(self) -> None:
        done, total = self._watch.done, self._watch.total
        said = _("{done} of {total} rows").format(done=min(done, total), total=total) if total else ""
        self.count.setText(said)
        self.bar.show_parts((Part("act", min(done, total)),), max(1, total), words=said)

    def _stop(self) -> None:
        self._watch.cancelled = True
        self.stop.setEnabled(False)
        self.count.setText(_("Stopping …"))
        self.stopped.emit()
