"""The form of a person: name, phone, year of birth."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column

if TYPE_CHECKING:
    from meeting_app.queries.people import PersonCard


class PersonForm(QWidget):
    """Used for a new person and for correcting one."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id = ""
        self.heading = parts.label("", "h2")
        self.form = Form()
        self.form.add("name", _("Name"), parts.line_edit())
        self.form.add("phone", _("Phone"), parts.line_edit())
        self.form.add("birth_year", _("Year of birth"), parts.line_edit(_("four digits, may stay empty")))
        self.save = parts.button(_("Save"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self.saved)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(column(self.heading, self.form, STRETCH, spacing=12))

    def begin(self, card: "PersonCard | None") -> None:
        """Start with an empty form, or with a person's data."""
        self.person_id = card.id if card else ""
        self.heading.setText(_("Correct the data") if card else _("A new person"))
        self.form.fill(
            name=card.name if card else "",
            phone=card.phone if card else "",
            birth_year=str(card.birth_year) if card and card.birth_year else "",
        )

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["name"].control

    def arguments(self) -> dict[str, Any] | None:
        """What the actions take; None when something is missing or cannot be read."""
        if self.form.needs(("name",), _("A name is needed.")):
            return None
        texts = self.form.texts()
        year = typed.year_of(texts["birth_year"])
        if texts["birth_year"].strip() and year is None:
            self.form.complain("birth_year", _("Four digits, for example 1956."))
            return None
        return {"name": texts["name"], "phone": texts["phone"], "birth_year": year}

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        return self.form.refusals(other)
