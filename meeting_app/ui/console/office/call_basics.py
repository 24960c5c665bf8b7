"""The first section of calling a meeting: title, day, time, place.

What is changed is kept when the field is left.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import column
from meeting_app.wording import times

if TYPE_CHECKING:
    from meeting_app.queries.meetings import MeetingDraft


class CallBasics(QWidget):
    """There is no button to save: a field that is left with another value tells it by `edited`."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: MeetingDraft | None = None
        self.form = Form(columns=3)
        self.title = parts.line_edit()
        self.place = parts.line_edit()
        self.day = parts.date_edit()
        self.time = parts.time_edit()
        self.form.add("title", _("Title"), self.title, span=3)
        self.form.add("day", _("Day"), self.day)
        self.form.add("time", _("Time"), self.time)
        self.form.add("place", _("Place"), self.place)
        for control in (self.title, self.place, self.day, self.time):
            control.editingFinished.connect(self._left)
        self.setLayout(column(parts.numbered(1, _("What, when and where")), self.form))

    def show_draft(self, draft: "MeetingDraft", *, editable: bool) -> None:
        """Show the meeting; a field that is being typed in keeps what is typed."""
        self._draft = draft
        for control, text in ((self.title, draft.title), (self.place, draft.place)):
            if not control.hasFocus():
                control.setText(text)
            control.setReadOnly(not editable)
        if not self.day.hasFocus():
            self.day.set_day(draft.starts_at.date())
        if not self.time.hasFocus():
            self.time.set_moment(draft.starts_at.time())
        self.day.setReadOnly(not editable)
        self.time.setReadOnly(not editable)

    def starts_at(self) -> datetime:
        """Day and time as they stand in the fields."""
        return datetime.combine(self.day.day(), self.time.moment(), tzinfo=times.ZONE)

    def _left(self) -> None:
        """Tell what differs from the records."""
        draft = self._draft
        if draft is None:
            return
        changed: dict[str, Any] = {}
        if self.title.text().strip() != draft.title:
            changed["title"] = self.title.text()
        if self.place.text().strip() != draft.place:
            changed["place"] = self.place.text()
        if self.starts_at() != draft.starts_at:
            changed["starts_at"] = self.starts_at()
        if changed:
            self.edited.emit(changed)
