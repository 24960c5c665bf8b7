"""The first step of calling a meeting: what kind it is, and when and where.

Everything else follows from the kind.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.call_presenter import day_rule, usual_start, usual_title
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.kind_presenter import called_words
from meeting_app.ui.console.office.layout import STRETCH, column
from meeting_app.ui.console.office.rows import Row, RowList, line
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from meeting_app.domain.meeting_kind import MeetingKind


class CallNew(QWidget):
    """Kinds on the left, title, day, time and place on the right.

    Title and day follow the kind until they are typed.
    """

    drafted = Signal()

    def __init__(
        self,
        kinds: "Mapping[str, MeetingKind]",
        today: "date",
        topic_title: str,
        place: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._today = today
        self._topic_title = topic_title
        self._suggested = ""
        self.list = RowList(_("Kinds of meetings"))
        self.list.show_rows([_kind_row(kind) for kind in kinds.values()])
        self.list.chosen.connect(self._kind_chosen)
        self.form = Form()
        self.form.add("title", _("Title"), parts.line_edit())
        self.form.add("day", _("Day"), parts.date_edit())
        self.form.add("time", _("Time"), parts.time_edit())
        self.form.add("place", _("Place"), parts.line_edit(_("for example the hall on the first storey")))
        self.form.fill(place=place)
        self.form.fields["day"].changed.connect(self._show_rule)
        self.rule = parts.label("", "caption", tone="muted", wrap=True)
        self.save = parts.button(_("Draft the meeting"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.setLayout(self._arranged())
        self._kind_chosen(self.kind())

    def _arranged(self) -> QVBoxLayout:
        left = QWidget()
        left.setLayout(column(parts.numbered(1, _("What kind of meeting?")), self.list))
        right = QWidget()
        right.setLayout(column(parts.numbered(2, _("When and where?")), self.form, self.rule, STRETCH))
        return column(Columns(left, right, self.save))

    def first(self) -> QWidget:
        """The list of kinds."""
        return self.list

    def kind(self) -> str:
        """The chosen kind."""
        return self.list.current_id()

    def _kind_chosen(self, kind: str) -> None:
        form = self._kinds.get(kind)
        if form is None:
            return
        suggestion = usual_title(form, self._topic_title)
        if self.form.fields["title"].text() == self._suggested:
            self.form.fields["title"].set_text(suggestion)
            self._suggested = suggestion
        start = usual_start(form, self._today)
        self.form.fields["day"].set_day(start.date())
        self.form.fields["time"].set_moment(start.time())
        self._show_rule()

    def _show_rule(self) -> None:
        """Whether the day keeps the period of notice, the suggested one or another that is typed."""
        form = self._kinds.get(self.kind())
        if form is not None:
            self.rule.setText(day_rule(self._today, self.form.fields["day"].day(), form.notice_days))

    def starts_at(self) -> datetime:
        """The chosen day and time, in the hall's zone."""
        day, moment = self.form.fields["day"].day(), self.form.fields["time"].moment()
        return datetime.combine(day, moment, tzinfo=times.ZONE)

    def _save(self) -> None:
        if not self.form.needs(("title", "place"), _("This is needed.")):
            self.drafted.emit()

    def arguments(self) -> dict[str, Any]:
        """What the action `draft_meeting` takes, but for the topic."""
        return {
            "kind": self.kind(),
            "title": self.form.fields["title"].text(),
            "place": self.form.fields["place"].text(),
            "starts_at": self.starts_at(),
        }

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal at its field; False when it concerns none."""
        return self.form.refused(refusal)


def _kind_row(kind: "MeetingKind") -> Row:
    days = ngettext("{n} day of notice", "{n} days of notice", kind.notice_days).format(n=kind.notice_days)
    name = labels.meeting_kind(kind.code, kind.name)
    return line(kind.code, name, called_words(kind), days)
