"""The further fields of quick capture: who, by when, who watches a task; who raised a parked matter."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import across, down
from meeting_app.ui.widgets import DateField, Field

USUAL_DAYS = 14


class CaptureMore(QWidget):
    """Tab goes from the line to these fields, Enter in any of them keeps the line."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = Field(_("Who does it?"), _("Who?"))
        self.due = DateField(_("Until when?"))
        self.supervisor = Field(_("Who watches over it?"), _("Who watches over it?"))
        for field in (self.who, self.supervisor):
            field.setMaxLength(80)
            field.returnPressed.connect(self.entered)
        first = across()
        first.addWidget(self.who, 1)
        first.addWidget(self.due)
        self.setLayout(down(8, first, 8, self.supervisor))

    def begin(self, today: date) -> None:
        """Empty fields; the usual time for a task."""
        self.who.clear()
        self.supervisor.clear()
        self.due.set_day(today + timedelta(days=USUAL_DAYS))

    def show_kind(self, kind: str) -> None:
        """The fields of a task, or of a parked matter."""
        said = _("Who raised it?") if kind == "parking" else _("Who does it?")
        self.who.setAccessibleName(said)
        for part in (self.due, self.supervisor):
            part.setVisible(kind == "task")

    def of_task(self) -> dict[str, Any]:
        """What a task takes; somebody who does it makes the day count."""
        who, supervisor = self.who.text().strip(), self.supervisor.text().strip()
        due = self.due.day() if who or supervisor else None
        return {"assignee": who, "supervisor": supervisor, "due_on": due}
