"""The units of the roster: area, use, state, and who owns them in which shares."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions import people as people_actions
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office import units_presenter as presenter
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.owners_form import OwnersForm
from meeting_app.ui.widgets.tables import Column, Table
from meeting_app.wording import amounts, labels

if TYPE_CHECKING:
    from meeting_app.queries.units import UnitLine
    from meeting_app.ui.console.office.roster import RosterPage


class UnitsView(QWidget):
    """The list and the chosen unit's form beside each other."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self.presenter = presenter.UnitsPresenter(page.office)
        self.unit: UnitLine | None = None
        self.search = parts.search_field(_("Building-room, or an owner's name"))
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.houses = parts.combo(_("House"))
        self.houses.chosen.connect(lambda _house: self.refresh())
        self.counted = parts.label("", "caption", tone="muted")
        self.table = Table(_("Units"), _columns())
        self.table.chosen.connect(self._show)
        self.heading = parts.label("", "h2", serif=True, wrap=True)
        self.form = Form()
        self.form.add("area", _("Area m²"), parts.line_edit("89.50"))
        self.form.add("state", _("State"), parts.combo())
        self.form.add("purpose", _("Use"), parts.combo())
        self.form.offer("state", _named(labels.UNIT_STATES))
        self.form.offer("purpose", _named(labels.PURPOSES))
        self.owners = OwnersForm(page.office)
        self.save = parts.button(_("Save"), kind="main", icon="check")
        self.save.clicked.connect(self._save)
        self.owners.changed.connect(lambda: self.save.setEnabled(self.owners.fits()))
        left, self._right = QWidget(), QWidget()
        left.setLayout(
            column(
                row(parts.growing(self.search), self.houses, spacing=16), self.counted, self.table,
            )
        )  # fmt: skip
        self._right.setLayout(column(self.heading, self.form, self.owners, STRETCH, spacing=12))
        self.setLayout(column(Columns(left, self._right, self.save)))

    def refresh(self) -> None:
        """Show the units as they are now; whichever was chosen stays chosen."""
        self.houses.offer([(house.building_id, house.text) for house in self._page.presenter.houses()])
        picture = self.presenter.picture(self.houses.value(), self.search.text())
        blocked = self.table.blockSignals(True)
        self.table.show_lines(list(picture.lines))
        if picture.lines and not self.table.current_id():
            self.table.selectRow(0)
        self.table.blockSignals(blocked)
        self.counted.setText(picture.counted)
        self._show(self.table.current_id())

    def open_unit(self, unit_id: str) -> None:
        """Show a unit, also when the list does not show it."""
        self.table.choose(unit_id)
        self._show(unit_id)

    def _show(self, unit_id: str) -> None:
        unit = self.presenter.unit(unit_id) if unit_id else None
        if unit is not None and unit == self.unit:
            return
        self.unit = unit
        self._right.setVisible(unit is not None)
        self.save.setVisible(unit is not None)
        if unit is None:
            return
        self.heading.setText(words.place(unit.place))
        area = amounts.area(unit.area_c).replace(",", "")
        self.form.fill(area=area, state=unit.state, purpose=unit.purpose)
        self.owners.show_unit(unit)

    def _save(self) -> None:
        """Keep what is typed: the unit, then its owners, when they are others."""
        unit, texts = self.unit, self.form.texts()
        area = presenter.area_of(texts["area"])
        if unit is None or area is None:
            self.form.complain("area", _("Square metres with at most two decimals, for example 89.50."))
            return
        said = (area, texts["state"], texts["purpose"])
        owners, voter = self.owners.owners(), self.owners.voter.value() or None
        before = [(owner.person_id, owner.share_n, owner.share_d) for owner in unit.owners]
        self._page.do(
            people_actions.keep_unit, self._saved, self._refused, unit_id=unit.unit_id, area_c=said[0],
            state=said[1], purpose=said[2], owners=None if owners == before else owners, voter_id=voter,
        )  # fmt: skip

    def _saved(self, _nothing: object) -> None:
        self.unit = None
        self.refresh()
        self._page.tell(_("The unit is saved."), "ok")

    def _refused(self, refusal: Refusal) -> None:
        if not self.form.refused(refusal):
            self._page.refused(refusal)


def _named(table: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(code, labels.label(table, code)) for code in table]


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Room"), stretch=2),
        Column(_("Area m²"), figures=True, width=104),
        Column(_("Use"), width=104),
        Column(_("State"), width=136),
        Column(_("Owners"), stretch=2),
    )
