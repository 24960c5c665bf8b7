"""Taking a topic to a later stage: which one, a note, a due date; a reason when stages are left out."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import Stage, stages_left_out
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.passport_presenter import stages_after
from meeting_app.wording import labels

USUAL_DAYS: Final = 30


class StageMover(QWidget):
    """The reason's field appears when the chosen stage leaves others out."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = Stage.COLLECTED
        self.form = Form(columns=2)
        self.form.add("target", _("To which stage?"), parts.combo())
        self.due = self.form.add("due_on", _("Until when?"), parts.date_edit())
        self.no_due = parts.check_box(_("No due date"))
        self.no_due.toggled.connect(lambda on: self.due.control.setEnabled(not on))
        self.form.add("note", _("Note for the passport"), parts.text_edit(rows=2), span=2)
        self.reason = self.form.add("reason", _("Why are stages left out?"), parts.text_edit(rows=2), span=2)
        self.form.fields["target"].changed.connect(self._target_changed)
        self.left_out = parts.label("", tone="warn", wrap=True)
        self.save = parts.button(_("Go on"), kind="main", icon="arrow-right", key=_("Enter"))
        self.save.clicked.connect(self.saved)
        self.cancel = parts.button(_("Leave"), kind="big")
        self.cancel.clicked.connect(self.cancelled)
        inner = QWidget()
        inner.setLayout(column(self.form, self.no_due, self.left_out, STRETCH))
        self.setLayout(
            column(
                parts.label(_("Go on to a later stage"), "h2"),
                parts.scrolling(inner),
                row(STRETCH, self.cancel, self.save, spacing=16),
                spacing=12,
            )
        )

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["target"].control

    def begin(self, present: str, today: date) -> None:
        """Start from the stage where the topic stands."""
        self._present = Stage(present)
        self.form.offer("target", stages_after(present))
        self.due.set_day(today + timedelta(days=USUAL_DAYS))
        self.no_due.setChecked(False)
        self.form.fill(note="", reason="")
        self._target_changed()

    def _target_changed(self) -> None:
        target = self.form.fields["target"].text()
        skipped = stages_left_out(self._present, Stage(target)) if target else ()
        self.reason.setVisible(bool(skipped))
        names = words.listed(labels.label(labels.STAGES, stage) for stage in skipped)
        self.left_out.setVisible(bool(skipped))
        self.left_out.setText(
            ngettext(
                "This leaves out the stage {names}.", "This leaves out the stages {names}.", len(skipped)
            ).format(names=names)
        )

    def arguments(self) -> dict[str, Any]:
        """What the action `move_topic` takes, but for the topic."""
        return {
            "target": Stage(self.form.fields["target"].text()),
            "note": self.form.fields["note"].text(),
            "reason": self.reason.text(),
            "due_on": None if self.no_due.isChecked() else self.due.day(),
        }

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        return self.form.refusals(other, {"stage_skip_needs_reason": "reason"})
