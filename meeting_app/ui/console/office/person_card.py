"""A person's card: units and shares, capacities; correcting, merging two records, forgetting somebody."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import people as people_actions
from meeting_app.i18n import _
from meeting_app.queries.presence import proxies_of
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.capacities import Capacities
from meeting_app.ui.console.office.groups import Groups
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.person_finder import PersonFinder
from meeting_app.ui.console.office.roster_presenter import (
    forget_sentence,
    merge_sentence,
    proxy_line,
    unit_line,
)

if TYPE_CHECKING:
    from meeting_app.queries.people import PersonCard
    from meeting_app.ui.console.office.roster import RosterPage


class PersonCardView(QWidget):
    """What cannot be undone for long is said in a sentence before a second button does it."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self.card: PersonCard | None = None
        self._gone = ""
        self.name = parts.label("", "h2", serif=True, wrap=True)
        self.number = parts.label("", tone="muted", wrap=True)
        self._facts = QVBoxLayout()
        self.capacities = Capacities(page)
        self.groups = Groups(page)
        self.edit = parts.button(_("Correct"), icon="pencil")
        self.edit.clicked.connect(self._edit)
        self.merge = parts.button(_("Merge"), icon="users")
        self.merge.clicked.connect(self._begin_merge)
        self.forget = parts.button(_("Forget"), icon="trash-2")
        self.forget.clicked.connect(self._begin_forget)
        self.finder = PersonFinder(
            page.office, _("Which record is the same person?"), _("name, initials or building-room")
        )
        self.finder.chosen.connect(self._merge_chosen)
        self.sentence = parts.label("", tone="warn", wrap=True)
        self.sure = parts.button("", icon="check")
        self.sure.clicked.connect(self._confirmed)
        self.leave = parts.button(_("Leave"), kind="quiet")
        self.leave.clicked.connect(self._settle)
        self._confirm = QWidget()
        self._confirm.setLayout(column(self.finder, self.sentence, row(self.sure, self.leave, STRETCH)))
        self._body = QWidget()
        self._body.setLayout(
            column(
                self.name,
                self.number,
                row(self.edit, self.merge, self.forget, STRETCH),
                self._confirm,
                self._facts,
                self.capacities,
                self.groups,
                spacing=12,
            )
        )
        self.setLayout(column(self._body, STRETCH))
        self._settle()

    def _edit(self) -> None:
        if self.card is not None:
            self._page.edit(self.card.id)

    def show_card(self, card: "PersonCard | None") -> None:
        """Show a person, or nobody."""
        if card is None or self.card is None or card.id != self.card.id:
            self._settle()
        self.card = card
        self._body.setVisible(card is not None)
        empty(self._facts)
        if card is None:
            return
        self.name.setText(card.name or _("forgotten"))
        born = _("born {year}").format(year=card.birth_year) if card.birth_year else ""
        facts = (
            _("no. {number}").format(number=card.number),
            card.phone,
            born,
            _("badge {code}").format(code=card.badge),
        )
        self.number.setText("\n".join(fact for fact in facts if fact))
        self._add_units(card)
        told = self._page.office.records.ask(proxies_of, person_id=card.id)
        self._add_facts(_("Proxies"), [proxy_line(proxy) for proxy in told])
        for part in (self.capacities, self.groups):
            part.show_card(card)
            part.setVisible(not card.forgotten and card.merged_into is None)
        for button in (self.edit, self.merge, self.forget):
            button.setVisible(not card.forgotten and card.merged_into is None)

    def _add_facts(self, title: str, lines: list[str]) -> None:
        if not lines:
            return
        self._facts.addWidget(parts.label(title, "strong"))
        self._facts.addWidget(parts.hairline())
        for line in lines:
            self._facts.addWidget(parts.label(line, wrap=True))

    def _add_units(self, card: "PersonCard") -> None:
        """Each unit with the way to its owners."""
        if not card.units:
            return
        self._facts.addWidget(parts.label(_("Lives in and owns"), "strong"))
        self._facts.addWidget(parts.hairline())
        for unit in card.units:
            owners = parts.button(_("Owners"), kind="quiet")
            owners.setAccessibleName(_("Owners: {unit}").format(unit=unit_line(unit)))
            owners.clicked.connect(partial(self._open_unit, unit.unit_id))
            line = QWidget()
            line.setLayout(row(parts.growing(parts.label(unit_line(unit), wrap=True)), owners))
            self._facts.addWidget(line)

    def _open_unit(self, unit_id: str, _on: bool = False) -> None:
        self._page.open_unit(unit_id)

    def _settle(self) -> None:
        """Nothing is asked."""
        self._confirm.hide()
        self._gone = ""
        self.finder.clear()

    def _begin_merge(self) -> None:
        self._settle()
        self._confirm.show()
        self.finder.show()
        self.sentence.setText(_("Choose the other record. This one is kept."))
        self.sure.hide()
        self.finder.field.setFocus()

    def _merge_chosen(self, person_id: str, name: str) -> None:
        if self.card is None:
            return
        self._gone = person_id
        self.sentence.setText(merge_sentence(self.card, name))
        parts.set_text(self.sure, _("Merge the two"))
        self.sure.show()
        self.sure.setFocus()

    def _begin_forget(self) -> None:
        if self.card is None:
            return
        self._settle()
        self._confirm.show()
        self.finder.hide()
        self.sentence.setText(forget_sentence(self.card))
        parts.set_text(self.sure, _("Forget {name}").format(name=self.card.name))
        self.sure.show()
        self.sure.setFocus()

    def _confirmed(self) -> None:
        if self.card is None:
            return
        done = lambda _result: self._settle()  # noqa: E731 - one line, used twice
        if self._gone:
            self._page.do(people_actions.merge_people, done, keep_id=self.card.id, gone_id=self._gone)
        else:
            self._page.do(people_actions.forget_person, done, person_id=self.card.id)

    def escape(self) -> bool:
        """Esc leaves what is being asked."""
        asked = not self._confirm.isHidden()
        self._settle()
        return asked
