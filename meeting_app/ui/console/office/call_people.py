"""Who is called to a meeting, who votes, and who chairs, records and counts."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries import meetings as meeting_queries
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.person_finder import PersonFinder
from meeting_app.ui.console.office.rows import Row, RowList, line
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.meetings import InvitedRow, MeetingDraft
    from meeting_app.ui.qt.office import Office

OFFICES: Final = {
    "chair": N_("Chair"),
    "recorder": N_("Recorder"),
    "teller1": N_("First teller"),
    "teller2": N_("Second teller"),
}


class CallPeople(QWidget):
    """Takes the place of the agenda while the people are seen to."""

    invited = Signal(str)
    uninvited = Signal(str)
    officers = Signal(dict)
    left = Signal()

    def __init__(self, office: "Office", meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._meeting_id = meeting_id
        self.count = parts.label("", tone="muted")
        self.list = RowList(_("Who is called"))
        self.empty = parts.label(
            _(
                "Nobody is called yet: the roster knows nobody in the capacity that this kind of meeting "
                "calls, for example representative. Call people one by one below, or note the capacities "
                "in the roster and draft the meeting anew."
            ),
            tone="muted", wrap=True,
        )  # fmt: skip
        self.add = PersonFinder(office, _("Call somebody else"), _("name, initials or building-room"))
        self.add.chosen.connect(self._add)
        self.remove = parts.button(_("Take the invitation back"), icon="x")
        self.remove.clicked.connect(lambda: self.uninvited.emit(self.list.current_id()))
        self.finders = {code: self._finder(code) for code in OFFICES}
        self.back = parts.button(_("Back to the agenda"), kind="main", icon="arrow-left", key=_("Enter"))
        self.back.clicked.connect(self.left)
        self.setLayout(self._arranged())

    def _finder(self, code: str) -> PersonFinder:
        finder = PersonFinder(self._office, _(OFFICES[code]), _("name, initials or building-room"))
        finder.chosen.connect(lambda person_id, _name: self.officers.emit({f"{code}_id": person_id}))
        return finder

    def _arranged(self) -> QVBoxLayout:
        called = QWidget()
        called.setLayout(
            column(
                row(parts.label(_("Who is called"), "strong"), STRETCH, self.count),
                self.empty,
                self.list,
                row(self.remove, STRETCH),
                self.add,
            )
        )
        officers = QWidget()
        officers.setLayout(
            column(parts.label(_("Who leads and counts"), "strong"), *self.finders.values(), STRETCH)
        )
        both = row(parts.growing(called), parts.growing(officers), spacing=24)
        return column(parts.label(_("People of the meeting"), "h2"), both, row(STRETCH, self.back))

    def show_draft(self, draft: "MeetingDraft") -> None:
        """Show the people as they are now."""
        people = self._office.records.ask(meeting_queries.invited_people, meeting_id=self._meeting_id)
        self.list.show_rows([_invited_row(person) for person in people])
        self.count.setText(ngettext("{n} called", "{n} called", len(people)).format(n=len(people)))
        self.empty.setVisible(not people)
        self.remove.setVisible(bool(people))
        for code, person in zip(
            OFFICES, (draft.chair, draft.recorder, draft.teller1, draft.teller2), strict=True
        ):
            if not self.finders[code].field.hasFocus():
                self.finders[code].show_name(person.name if person else "")

    def first(self) -> QWidget:
        """The field to begin with."""
        return self.finders["chair"].field

    def _add(self, person_id: str, _name: str) -> None:
        self.add.clear()
        self.invited.emit(person_id)


def _invited_row(person: "InvitedRow") -> Row:
    vote = _("votes") if person.votes else _("without a vote")
    excused = _("excused: {reason}").format(reason=person.excused) if person.excused else ""
    detail = words.joined((labels.label(labels.CAPACITIES, person.capacity), excused))
    return line(person.person_id, person.name, detail, vote)
