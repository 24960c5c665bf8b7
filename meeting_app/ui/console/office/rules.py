"""The rules of decision: which law holds on a day, what each rule asks for in plain words, and our own rules,
made by copying one. No file has to be edited for it.
"""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import rules as rule_actions
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import RulePack
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office import rule_presenter as presenter
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.page import Page, bring_into_view
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.ui.console.office.rule_form import RuleForm
from meeting_app.ui.console.office.rule_meaning import RuleMeaning
from meeting_app.ui.console.office.rule_presenter import RuleRow, RulesPresenter
from meeting_app.wording import refusals, rules

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

CARD, FORM = range(2)


class RulesPage(Page):
    """Rules at the left, by whether they hold on the chosen day; at the right the chosen one, or the form of
    one of our own.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"rule_pack"})

    def __init__(self, office: "Office", version: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = RulesPresenter(office)
        self._packs: dict[str, RulePack] = {}
        self.day = parts.date_edit()
        self.day.setAccessibleName(_("Law as of"))
        self.day.set_day(self.presenter.day)
        self.day.dateChanged.connect(self._day_changed)
        self.copy = parts.button(_("Copy this rule"), icon="copy", key="Ctrl+N")
        self.copy.clicked.connect(self.begin)
        self.list = RowList(_("Rules of decision"))
        self.list.chosen.connect(self._show_card)
        self.list.opened.connect(lambda _version: self._change())
        self.form = RuleForm()
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.leave_form)
        self._make_card()
        self._side = parts.stack(parts.scrolling(self.card), self.form)
        self._feet = parts.feet(parts.foot(self.remove, self.change), self.form.foot)
        self.setLayout(self._arranged())
        self._turn_to(CARD)
        self.refresh()
        self.list.choose(version)

    def _arranged(self) -> QVBoxLayout:
        words = _("Which law holds on a day, and our own rules. A vote keeps the rule it was opened with.")
        head = row(
            parts.heading(_("Rules of decision"), words),
            parts.at_top(self.copy),
        )
        words_of_day = parts.label(_("Law as of"), tone="muted")
        words_of_day.setBuddy(self.day)
        left = QWidget()
        left.setLayout(column(row(words_of_day, self.day, STRETCH), self.list))
        side = Columns(left, self._side, self._feet, right_width=480)
        return column(head, 8, side, margins=(32, 24, 32, 24))

    def _make_card(self) -> None:
        self.card = QWidget()
        self.name = parts.label("", "h2", serif=True, wrap=True)
        self.source = parts.label("", tone="muted", wrap=True)
        self.force = parts.label("", "caption", tone="muted", wrap=True)
        self._reading = QVBoxLayout()
        self.note = parts.label("", "caption", tone="muted", wrap=True)
        self.meaning = RuleMeaning()
        self.remove = parts.button(_("Take this rule away"), icon="trash-2")
        self.remove.clicked.connect(self._remove)
        self.change = parts.button(_("Change our rule"), kind="main", icon="pencil", key=_("Enter"))
        self.change.clicked.connect(self._change)
        self.card.setLayout(
            column(
                self.name, self.source, self.force, 4, self._reading, self.note, parts.hairline(),
                self.meaning, STRETCH, spacing=6,
            )
        )  # fmt: skip

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show the rules as they are now."""
        self._packs = self.presenter.packs()
        rows = self.presenter.rows()
        self.list.show_rows(
            [
                *_group("own", _("Our own"), rows),
                *_group("now", _("In force on that day"), rows),
                *_group("other", _("Not in force on that day"), rows),
            ]
        )
        self._show_card(self.list.current_id())

    def _day_changed(self, _day: QDate) -> None:
        self.presenter.day = self.day.day()
        self.refresh()

    def _show_card(self, version: str) -> None:
        pack = self._packs.get(version)
        if pack is None:
            return
        own = presenter.is_own(pack)
        self.name.setText(rules.pack_name(pack))
        self.source.setText(rules.source(pack))
        self.force.setText(rules.in_force(pack))
        empty(self._reading)
        for sentence in rules.reading(pack):
            self._reading.addWidget(parts.label(sentence, wrap=True))
        self.note.setText(pack.note.strip())
        self.note.setVisible(bool(pack.note))
        self.meaning.show_pack(pack)
        for button in (self.remove, self.change):
            button.setVisible(own)
        self.main_button = self.change if own else self.copy
        self._feet.setVisible(own or self._side.currentIndex() == FORM)

    def _turn_to(self, place: int) -> None:
        self._side.setCurrentIndex(place)
        self._feet.setCurrentIndex(place)
        self._feet.setVisible(True)
        if place == FORM:
            self.main_button = self.form.save

    def begin(self) -> None:
        """Copy the chosen rule and open its form."""
        pack = self._packs.get(self.list.current_id())
        if pack is not None:
            name = self.presenter.free_name(pack.name)
            self.do(rule_actions.copy_rule, self._copied, version_id=pack.id, name=name)

    def _copied(self, code: str) -> None:
        self.refresh()
        self.list.choose(code)
        self._change()

    def _change(self) -> None:
        pack = self._packs.get(self.list.current_id())
        if pack is None or not presenter.is_own(pack):
            return
        self.form.begin(pack)
        self.turn_to_form()

    def turn_to_form(self) -> None:
        """Show the form in the rule's place."""
        self._turn_to(FORM)
        name = self.form.form.fields["name"].control
        name.setFocus()
        QTimer.singleShot(0, name, lambda: bring_into_view(name))  # when the form has found its place

    def _save(self, pack: RulePack) -> None:
        code = self.list.current_id()
        self.do(
            rule_actions.change_rule, lambda _none: self.leave_form(), self._refused, code=code, pack=pack
        )

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "rule_name_taken":
            self.form.form.complain("name", refusals.sentence(refusal))
        elif not self.form.form.refused(refusal):
            self.refused(refusal)

    def _remove(self) -> None:
        self.do(rule_actions.remove_rule, code=self.list.current_id())

    def leave_form(self) -> None:
        """Back to the rule."""
        self._turn_to(CARD)
        self.refresh()
        self.list.setFocus()

    def escape(self) -> bool:
        """Esc leaves the form."""
        if self._side.currentIndex() == FORM:
            self.leave_form()
            return True
        return False


def _group(code: str, title: str, rows: tuple[RuleRow, ...]) -> list[Row]:
    found = [line(one.version_id, one.name, one.detail, one.remark) for one in rows if one.group == code]
    return [heading(code, title, str(len(found))), *found] if found else []
