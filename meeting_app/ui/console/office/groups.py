"""To which groups a person belongs: those that follow from age and home, and those that are ticked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import groups as actions
from meeting_app.domain.resident_group import following
from meeting_app.i18n import _
from meeting_app.queries.resident_groups import offered_groups
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column, empty, row
from meeting_app.ui.widgets.fields import CheckBox
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.people import PersonCard
    from meeting_app.ui.console.office.roster import RosterPage


class Groups(QWidget):
    """Part of a person's card; a tick is kept at once and can be taken back like everything."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self._card: PersonCard | None = None
        self.ticks: dict[str, CheckBox] = {}
        self.follows = parts.label("", "caption", tone="muted", wrap=True)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
        self.name = parts.line_edit(_("a group of your own"))
        self.name.setAccessibleName(_("Name of a new group"))
        self.name.setMaxLength(40)
        self.name.returnPressed.connect(self._add)
        self.add = parts.button(_("Add"), icon="plus")
        self.add.clicked.connect(self._add)
        self.setLayout(
            column(
                parts.label(_("Groups of residents"), "strong"), parts.hairline(), self.follows, self._boxes,
                row(parts.growing(self.name), self.add), spacing=8,
            )
        )  # fmt: skip

    def show_card(self, card: "PersonCard") -> None:
        """Show a person's groups."""
        self._card = card
        tenant = any(unit.relation == "tenant" for unit in card.units)
        codes = following(card.birth_year, self._page.office.today().year, tenant=tenant)
        named = _(", ").join(labels.label(labels.GROUPS, code) for code in codes)
        self.follows.setText(_("By age and home: {groups}").format(groups=named))
        self.follows.setVisible(bool(codes))
        empty(self._boxes)
        self.ticks = {}
        for code, name in self._page.office.records.ask(offered_groups).items():
            tick = CheckBox(name or labels.label(labels.GROUPS, code))
            tick.setChecked(code in card.groups)
            tick.clicked.connect(self._ticked)
            self.ticks[code] = tick
            self._boxes.addWidget(tick)

    def _ticked(self) -> None:
        self._keep([code for code, tick in self.ticks.items() if tick.isChecked()])

    def _keep(self, codes: list[str]) -> None:
        if self._card is not None:
            self._page.do(actions.set_groups, person_id=self._card.id, codes=codes)

    def _add(self) -> None:
        """A new group, to which the person belongs at once."""
        if self.name.text().strip():
            self._page.do(actions.add_group, self._added, name=self.name.text())

    def _added(self, code: str) -> None:
        self.name.clear()
        self._keep([*(one for one, tick in self.ticks.items() if tick.isChecked()), code])
