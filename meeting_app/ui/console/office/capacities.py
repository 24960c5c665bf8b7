"""In which capacities a person acts: those held, with a way to end them, and giving another one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import people as people_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.layout import column, empty, row
from meeting_app.ui.console.office.roster_presenter import capacity_line
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.people import CapacityRow, PersonCard
    from meeting_app.ui.console.office.roster import RosterPage

# Capacities that follow from something else (owning, living somewhere, being a guest) are not given.
GIVEN = (
    "representative",
    "committee_member",
    "building_head",
    "director",
    "secretary",
    "manager",
    "delegate",
    "supervisor",
    "expert",
    "candidate",
    "developer",
)


class Capacities(QWidget):
    """Part of a person's card."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self._person_id = ""
        self._held = QVBoxLayout()
        self.capacity = parts.combo(_("Capacity"))
        self.body = parts.combo(_("For which organisation"))
        self.since = parts.line_edit(_("from, e.g. 2026-01-01; empty = today"))
        self.since.setAccessibleName(_("Held from"))
        self.until = parts.line_edit(_("until, may stay empty"))
        self.until.setAccessibleName(_("Held until"))
        self.wrong = parts.label("", "caption", tone="danger", wrap=True)
        self.wrong.hide()
        self.give = parts.button(_("Give"), icon="plus")
        self.give.clicked.connect(self._give)
        self.setLayout(
            column(
                parts.label(_("Capacities"), "strong"),
                parts.hairline(),
                self._held,
                parts.label(_("Give another capacity"), "caption", tone="muted"),
                self.capacity,
                self.body,
                self.since,
                row(parts.growing(self.until), self.give),
                self.wrong,
            )
        )

    def show_card(self, card: "PersonCard") -> None:
        """Show what a person holds; what could be given stays as it was chosen."""
        self._person_id = card.id
        empty(self._held)
        self._held.setSpacing(0)
        for held in card.capacities:
            self._held.addWidget(self._row(held))
        self.capacity.offer([(code, labels.label(labels.CAPACITIES, code)) for code in GIVEN])
        bodies = [(body.id, body.name) for body in self._page.presenter.bodies()]
        self.body.offer([("", _("no organisation")), *bodies])

    def _row(self, held: "CapacityRow") -> QWidget:
        text = parts.label(capacity_line(held), wrap=True)
        made = QWidget()
        if held.until is not None and held.until <= self._page.office.today():
            made.setLayout(row(parts.growing(text)))
            return made
        end = parts.button(_("End"), kind="quiet")
        end.setAccessibleName(_("End: {capacity}").format(capacity=capacity_line(held)))
        end.clicked.connect(lambda: self._page.do(people_actions.end_capacity, capacity_id=held.id))
        made.setLayout(row(parts.growing(text), end))
        return made

    def _give(self) -> None:
        since, until = typed.day_of(self.since.text()), typed.day_of(self.until.text())
        typed_days = ((self.since, since), (self.until, until))
        unclear = [field for field, day in typed_days if field.text().strip() and day is None]
        self.wrong.setText(_("A day is written as 2026-01-01."))
        self.wrong.setVisible(bool(unclear))
        if unclear:
            unclear[0].setFocus()
            return
        self._page.do(
            people_actions.give_capacity, self._given, person_id=self._person_id,
            capacity=self.capacity.value(), body_id=self.body.value() or None, since=since, until=until,
        )  # fmt: skip

    def _given(self, _id: str) -> None:
        self.since.clear()
        self.until.clear()
