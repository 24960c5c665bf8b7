"""The roster: people by house, the search, a person's card; and the organisations with their duties."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import people as people_actions
from meeting_app.actions import roster_file
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.bodies import BodiesView
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.person_card import PersonCardView
from meeting_app.ui.console.office.person_form import PersonForm
from meeting_app.ui.console.office.roster_presenter import RosterLine, RosterPresenter
from meeting_app.ui.console.office.units import UnitsView
from meeting_app.ui.widgets.tables import Column, Line, Table

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

CARD, FORM = range(2)
PEOPLE, UNITS, BODIES = "people", "units", "bodies"
TABS = (PEOPLE, UNITS, BODIES)


class RosterPage(Page):
    """`person_id` opens a person's card at once."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "residence",
            "ownership",
            "unit",
            "building",
            "capacity",
            "body",
            "proxy",
            "resident_group",
        }
    )

    def __init__(
        self,
        office: "Office",
        person_id: str = "",
        tab: str = PEOPLE,
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, parent)
        self.said = said
        self.presenter = RosterPresenter(office)
        self.bring_in = parts.button(_("Import a list"), icon="upload")
        self.bring_in.clicked.connect(lambda: office.go("import"))
        self.export = parts.button(_("Save as a list"), icon="download")
        self.export.clicked.connect(self._choose_place)
        self.add = parts.button(_("Add a person"), icon="user-plus", key="Ctrl+N")
        self.add.clicked.connect(self.begin)
        self.tabs = parts.segments(
            ((PEOPLE, _("Residents")), (UNITS, _("Units")), (BODIES, _("Organisations"))),
            _("People, units or organisations"),
        )
        self.tabs.setMinimumWidth(parts.px(360))
        self.tabs.chosen.connect(self.show_tab)
        self.search = parts.search_field(_("Name, initials, number, or building-room"))
        self.search.textChanged.connect(self._searched)
        self.houses = parts.combo(_("House"))
        self.houses.chosen.connect(self._house_chosen)
        self.counted = parts.label("", "caption", tone="muted")
        self.table = Table(_("Residents"), _columns())
        self.table.chosen.connect(self._show_card)
        self.empty = parts.empty_state()
        self.card = PersonCardView(self)
        self.form = PersonForm()
        self.form.cancelled.connect(self.leave_form)
        self.form.saved.connect(self._save)
        self.units = UnitsView(self)
        self.bodies = BodiesView(self)
        self._side = parts.stack()
        self._side.addWidget(self.card)
        self._side.addWidget(self.form)
        self._stack = parts.stack()
        self.setLayout(self._arranged())
        self._opened = person_id
        self._turn_to(CARD)
        self.refresh()
        self.show_tab(tab)
        if person_id:
            self.open_person(person_id)

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.heading(
                _("Roster"),
                _("Who lives here, what they own, in which capacity they act."),
            ),
            parts.at_top(self.export),
            parts.at_top(self.bring_in),
            parts.at_top(self.add),
        )  # fmt: skip
        left = QWidget()
        left.setLayout(
            column(
                row(parts.growing(self.search), self.houses, spacing=16), self.counted, self.table, self.empty
            )
        )
        people = Columns(left, self._side, self.form.foot)
        self._stack.addWidget(people)
        self._stack.addWidget(self.units)
        self._stack.addWidget(self.bodies)
        return column(head, 4, row(self.tabs, STRETCH), self._stack, margins=(32, 24, 32, 24), spacing=12)

    def first_field(self) -> QWidget | None:
        """The search; in an empty roster what fills it."""
        return self.bring_in if self.empty.isVisibleTo(self) and not self.search.text() else self.search

    def show_tab(self, tab: str) -> None:
        """People or organisations."""
        self.tabs.set_value(tab)
        self._stack.setCurrentIndex(TABS.index(tab))
        self._refresh_tab()

    def _refresh_tab(self) -> None:
        view = (None, self.units, self.bodies)[self._stack.currentIndex()]
        if view is not None:
            view.refresh()

    def open_unit(self, unit_id: str) -> None:
        """Show a unit with its owners."""
        self.show_tab(UNITS)
        self.units.open_unit(unit_id)

    def refresh(self) -> None:
        """Show the roster as it is now."""
        houses = self.presenter.houses()
        self.houses.offer([(house.building_id, house.text) for house in houses])
        self.houses.set_value(self.presenter.building_id)
        self.houses.setVisible(bool(houses))
        self._show_people()
        self._refresh_tab()

    def _show_people(self) -> None:
        """Show the people as chosen; whoever was chosen stays chosen, else the first one is."""
        picture = self.presenter.picture()
        blocked = self.table.blockSignals(True)
        self.table.show_lines([_line(line) for line in picture.lines])
        if picture.lines and not self.table.current_id():
            self.table.selectRow(0)
        self.table.blockSignals(blocked)
        self.table.setVisible(bool(picture.lines))
        self.counted.setText(picture.counted)
        self.counted.setVisible(bool(picture.lines))
        self.empty.show_text(picture.empty)
        self._show_card(self._opened or self.table.current_id())

    def _searched(self, text: str) -> None:
        self.presenter.text = text.strip()
        self._opened = ""
        self._show_people()

    def _house_chosen(self, building_id: str) -> None:
        self.presenter.building_id = building_id
        self._opened = ""
        self._show_people()

    def open_person(self, person_id: str) -> None:
        """Show somebody's card, also when the list does not show them."""
        self._opened = person_id
        self.table.choose(person_id)
        self._show_card(person_id)

    def _show_card(self, person_id: str) -> None:
        if self._side.currentIndex() == CARD:
            self._opened = person_id if person_id != self.table.current_id() else ""
            self.card.show_card(self.presenter.card(person_id) if person_id else None)

    def _choose_place(self) -> None:
        file = saving.ask_place(self, _("Save as a list"), _("roster"), "xlsx", _("Lists (*.xlsx)"))
        if file is not None:
            self.save_list(file)

    def save_list(self, file: Path) -> None:
        """Write the roster, or the chosen house of it, as a list that can be read in again."""
        records, house = self.office.records, self.presenter.building_id or None
        self.work(
            lambda: roster_file.export_roster(
                records.ask(roster_file.export_rows, building_id=house),
                file,
                records.ask(roster_file.export_bodies),
            ),
            lambda _nothing: self.tell(saving.saved_words(file), "ok"),
        )

    def _turn_to(self, place: int) -> None:
        """The card or the form with its buttons."""
        self._side.setCurrentIndex(place)
        self.form.foot.setVisible(place == FORM)
        self.main_button = self.form.save if place == FORM else None

    def begin(self) -> None:
        """Add a person."""
        self.form.begin(None)
        self._open_form()

    def edit(self, person_id: str) -> None:
        """Correct a person's data."""
        self.form.begin(self.presenter.card(person_id))
        self._open_form()

    def _open_form(self) -> None:
        self.show_tab(PEOPLE)
        self._turn_to(FORM)
        self.form.first().setFocus()

    def leave_form(self) -> None:
        """Back to the card."""
        self._turn_to(CARD)
        self.refresh()
        self.table.setFocus()

    def _save(self) -> None:
        arguments = self.form.arguments()
        if arguments is None:
            return
        refused = self.form.refused_or(self.refused)
        if self.form.person_id:
            self.do(
                people_actions.edit_person, self._saved, refused, person_id=self.form.person_id, **arguments
            )
        else:
            self.do(people_actions.add_person, self._saved, refused, **arguments)

    def _saved(self, person_id: str | None) -> None:
        self._turn_to(CARD)
        self._opened = person_id or self.form.person_id
        self.refresh()
        self.open_person(person_id or self.form.person_id)
        self.table.setFocus()

    def escape(self) -> bool:
        """Esc leaves the form."""
        if self._side.currentIndex() == FORM:
            self.leave_form()
            return True
        return self.card.escape()


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Room"), stretch=2),
        Column(_("Name"), width=128),
        Column(_("Relation"), width=96),
        Column(_("Area m²"), figures=True, width=112),
        Column(_("Phone"), width=144),
    )


def _line(line: RosterLine) -> Line:
    return Line(line.person_id, (line.room, line.name, line.relation, line.area, line.phone))
