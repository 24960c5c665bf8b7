"""The owners of a unit with their shares: as typed, with what the shares come to at every key."""

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office import units_presenter as words
from meeting_app.ui.console.office.layout import column, empty, row
from meeting_app.ui.console.office.person_finder import PersonFinder
from meeting_app.ui.widgets.fields import Field

if TYPE_CHECKING:
    from meeting_app.queries.units import UnitLine
    from meeting_app.ui.qt.office import Office


class OwnersForm(QWidget):
    """Signal: changed() when an owner, a share or the voter is another one."""

    changed = Signal()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owners: list[tuple[str, str]] = []
        self.shares: dict[str, Field] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(parts.px(8))
        self.sum = parts.label("", "caption", wrap=True)
        self.voter = parts.combo(_("Who votes for the owners"))
        self.voter_head = parts.label(_("Who votes for the owners"), "caption", tone="muted")
        self.finder = PersonFinder(office, _("Add an owner"), _("name, initials or building-room"))
        self.finder.chosen.connect(self._add)
        self.setLayout(
            column(
                parts.label(_("Owners and shares"), "strong"), parts.hairline(), self._rows, self.sum,
                self.voter_head, self.voter, self.finder, spacing=8,
            )
        )  # fmt: skip

    def show_unit(self, unit: "UnitLine") -> None:
        """The owners as they are on record."""
        self._owners = [(owner.person_id, owner.name) for owner in unit.owners]
        shares = {owner.person_id: words.share_text(owner.share_n, owner.share_d) for owner in unit.owners}
        self._build(shares)
        self.voter.set_value(unit.voter_id or "")
        self.finder.clear()

    def _build(self, shares: dict[str, str]) -> None:
        empty(self._rows)
        self.shares = {}
        for person_id, name in self._owners:
            field = parts.line_edit("1/2")
            field.setAccessibleName(_("Share of {name}").format(name=name))
            field.setFixedWidth(parts.px(88))
            field.setText(shares.get(person_id, ""))
            field.textChanged.connect(self._typed)
            self.shares[person_id] = field
            away = parts.button("", kind="quiet", icon="x")
            away.setAccessibleName(_("No longer an owner: {name}").format(name=name))
            away.clicked.connect(partial(self._remove, person_id))
            line = QWidget()
            line.setLayout(row(parts.growing(parts.label(name)), field, away))
            self._rows.addWidget(line)
        several = len(self._owners) > 1
        self.voter_head.setVisible(several)
        self.voter.setVisible(several)
        self.voter.offer([("", _("whoever of them comes")), *self._owners])
        self._typed()

    def _typed(self) -> None:
        sentence, fits = words.sum_sentence([share for _person, share in self._typed_shares()])
        self.sum.setText(sentence)
        self.sum.set_tone("muted" if fits else "danger")
        self.changed.emit()

    def _typed_shares(self) -> list[tuple[str, Fraction | None]]:
        return [(person, words.share_of(field.text())) for person, field in self.shares.items()]

    def fits(self) -> bool:
        """Whether the shares can be kept."""
        return words.sum_sentence([share for _person, share in self._typed_shares()])[1]

    def owners(self) -> list[tuple[str, int, int]]:
        """(person, numerator, denominator) of each owner."""
        return [(person, s.numerator, s.denominator) for person, s in self._typed_shares() if s]

    def _add(self, person_id: str, name: str) -> None:
        """Another owner: all own alike until something else is typed."""
        self.finder.clear()
        if person_id in self.shares:
            return
        self._owners.append((person_id, name))
        self._build(dict.fromkeys((one for one, _name in self._owners), words.equal_share(len(self._owners))))
        self.shares[person_id].setFocus()

    def _remove(self, person_id: str, _on: bool = False) -> None:
        """Take an owner out; one who is left alone owns the whole."""
        kept = {person: field.text() for person, field in self.shares.items() if person != person_id}
        self._owners = [owner for owner in self._owners if owner[0] != person_id]
        self._build(dict.fromkeys(kept, "1") if len(kept) == 1 else kept)
        self.finder.field.setFocus()
