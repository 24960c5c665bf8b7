"""The strip that says that the projector is unplugged; the meeting goes on, nothing is modal."""

from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.qt.office import ProjectorPort, ProjectorStatus
from meeting_app.ui.widgets import Banner


class ProjectorBanner(Banner):
    """Shows itself while the picture is nowhere, and goes when it is back. `end()` listens no more."""

    def __init__(self, projector: ProjectorPort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self.pressed.connect(self._pressed)
        self.end = projector.on_status(self.show_status)
        self.show_status(projector.status)

    def show_status(self, status: ProjectorStatus) -> None:
        """Say it, or be silent."""
        lost = status.since_ms is not None and not status.connected and not status.windowed
        if not lost:
            self.clear()
            return
        self.tell(
            _("The projector is unplugged."),
            _("Clocks, speeches and counts go on; once it is plugged in again the picture comes back."),
            icon="monitor-x",
            buttons=(("window", _("Small window here"), "monitor"), ("again", _("Look again"), "refresh-cw")),
        )

    def _pressed(self, code: str) -> None:
        if code == "window":
            self._projector.open_window()
        else:
            self._projector.retry()
