"""The form of a task: what, who, until when, who watches."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column

if TYPE_CHECKING:
    from meeting_app.queries.paper_list import TaskRow
    from meeting_app.ui.qt.office import Office

USUAL_DAYS: Final = 14


class TaskForm(QWidget):
    """Used for a new task and for changing one."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.task_id = ""
        self.heading = parts.label("", "h2")
        self.form = Form()
        self.form.add("text", _("What is to be done?"), parts.text_edit(rows=3))
        self.form.add("body_id", _("Which organisation?"), parts.combo())
        self.form.add("assignee", _("Who does it?"), parts.line_edit())
        self.due = self.form.add("due_on", _("Until when?"), parts.date_edit())
        self.no_due = parts.check_box(_("No due date"))
        self.no_due.toggled.connect(lambda on: self.due.control.setEnabled(not on))
        self.form.add("supervisor", _("Who watches over it?"), parts.line_edit())
        self.save = parts.button(_("Save"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(column(self.heading, self.form, self.no_due, STRETCH, spacing=12))

    def begin(self, task: "TaskRow | None", today: date) -> None:
        """Start with an empty form, or with a task."""
        bodies = self._office.records.ask(people_queries.bodies)
        self.form.offer("body_id", [("", _("not said yet")), *((body.id, body.name) for body in bodies)])
        self.task_id = task.id if task else ""
        self.heading.setText(_("Change the task") if task else _("A new task"))
        self.form.fill(
            text=task.text if task else "",
            body_id=(task.body_id or "") if task else "",
            assignee=task.assignee if task else "",
            supervisor=task.supervisor if task else "",
        )
        day = task.due_on if task and task.due_on else today + timedelta(days=USUAL_DAYS)
        self.due.set_day(day)
        self.no_due.setChecked(task is not None and task.due_on is None)

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["text"].control

    def _save(self) -> None:
        if not self.form.needs(("text",), _("Say what is to be done.")):
            self.saved.emit()

    def arguments(self) -> dict[str, Any]:
        """What the actions take."""
        texts = self.form.texts()
        return {
            **texts,
            "body_id": texts["body_id"] or None,
            "due_on": None if self.no_due.isChecked() else self.due.day(),
        }

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        return self.form.refusals(other)
