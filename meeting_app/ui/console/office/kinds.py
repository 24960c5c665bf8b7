"""The kinds of meetings: those of the law and of custom, and the community's own, made by copying one."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import kinds as kind_actions
from meeting_app.domain.meeting_kind import MeetingKind, TemplateItem
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office import kind_presenter as presenter
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.agenda_list import AgendaList
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.kind_forms import KindForm, KindItemForm
from meeting_app.ui.console.office.kind_presenter import KindRow, KindsPresenter
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.wording import labels, refusals

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

CARD, FORM, ITEM = range(3)


class KindsPage(Page):
    """Kinds at the left; at the right the chosen one with its usual agenda, or one of its forms.

    A shipped kind is only read; copying it makes an own one, whose every change acts at once.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"meeting_kind"})

    def __init__(self, office: "Office", code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = KindsPresenter(office)
        self._kinds: dict[str, MeetingKind] = {}
        self.copy = parts.button(_("Copy this kind"), icon="copy", key="Ctrl+N")
        self.copy.clicked.connect(self.begin)
        self.rules = parts.button(_("Rules of decision"), icon="list-checks")
        self.rules.clicked.connect(lambda: office.go("rules"))
        self.list = RowList(_("Kinds of meetings"))
        self.list.chosen.connect(self._show_card)
        self.list.opened.connect(lambda _code: self._change())
        self.form = KindForm()
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.leave_form)
        self.item = KindItemForm()
        self.item.saved.connect(self._save_item)
        self.item.cancelled.connect(self.leave_form)
        self._make_card()
        self._side = parts.stack(self.card, parts.scrolling(self.form), parts.scrolling(self.item))
        self._feet = parts.feet(parts.foot(self.remove, self.change), self.form.foot, self.item.foot)
        self.setLayout(self._arranged())
        self._turn_to(CARD)
        self.refresh()
        self.list.choose(code)

    def _arranged(self) -> QVBoxLayout:
        line = _("Who is called, who votes, how long the notice hangs, the usual agenda.")
        head = row(
            parts.heading(_("Kinds of meetings"), line), parts.at_top(self.rules), parts.at_top(self.copy)
        )
        left = QWidget()
        left.setLayout(column(self.list))
        return column(
            head, 8, Columns(left, self._side, self._feet, right_width=480), margins=(32, 24, 32, 24)
        )

    def _make_card(self) -> None:
        self.card = QWidget()
        self.name = parts.label("", "h2", wrap=True)
        self.hint = parts.label("", "caption", tone="muted", wrap=True)
        self._facts = QVBoxLayout()
        self.agenda = AgendaList()
        self.agenda.opened.connect(self._edit_item)
        self.agenda.moved.connect(self._moved)
        self.agenda.removed.connect(self._removed)
        self.agenda.minutes_changed.connect(self._minutes)
        self.total = parts.label("", tone="muted")
        self.add = parts.button(_("Add an item"), kind="quiet", icon="plus")
        self.add.clicked.connect(lambda: self._begin_item(None))
        self.remove = parts.button(_("Take this kind away"), icon="trash-2")
        self.remove.clicked.connect(self._remove)
        self.change = parts.button(_("Change what it asks for"), kind="main", icon="pencil", key=_("Enter"))
        self.change.clicked.connect(self._change)
        foot = row(self.total, STRETCH, self.add)
        self.card.setLayout(column(self.name, self.hint, self._facts, self.agenda, foot, spacing=8))

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show the kinds as they are now."""
        self._kinds = self.presenter.kinds()
        rows = self.presenter.rows()
        self.list.show_rows(
            [
                *_group("own", _("Our own"), rows, own=True),
                *_group("shipped", _("Shipped with the program"), rows, own=False),
            ]
        )
        self._show_card(self.list.current_id())

    def _now(self) -> MeetingKind:
        return self._kinds[self.list.current_id()]

    def _show_card(self, code: str) -> None:
        kind = self._kinds.get(code)
        if kind is None:
            return
        self.name.setText(labels.meeting_kind(kind.code, kind.name))
        self.hint.setText("" if kind.own else _("Copy it to change it; this one stays as it is."))
        self.hint.setVisible(not kind.own)
        empty(self._facts)
        for name, text in presenter.facts(kind, self.presenter.rules()):
            self._facts.addWidget(parts.fact(name, text))
        self.agenda.show_lines(presenter.lines(kind), editable=kind.own)
        self.total.setText(presenter.summary(kind))
        for button in (self.add, self.remove, self.change):
            button.setVisible(kind.own)
        self.main_button = self.change if kind.own else self.copy
        self._feet.setVisible(kind.own or self._side.currentIndex() != CARD)

    def _turn_to(self, place: int) -> None:
        self._side.setCurrentIndex(place)
        self._feet.setCurrentIndex(place)
        self._feet.setVisible(True)
        if place != CARD:
            self.main_button = self.form.save if place == FORM else self.item.save

    def begin(self) -> None:
        """Copy the chosen kind and open its form."""
        code = self.list.current_id()
        row_now = next((one for one in self.presenter.rows() if one.code == code), None)
        if row_now is not None:
            name = self.presenter.free_name(row_now.name)
            self.do(kind_actions.copy_kind, self._copied, code=code, name=name)

    def _copied(self, code: str) -> None:
        self.refresh()
        self.list.choose(code)
        self._change()

    def _change(self) -> None:
        if not self._now().own:
            return
        self.form.begin(self._now(), self.presenter.rules())
        self._turn_to(FORM)
        self.form.form.fields["name"].control.setFocus()

    def _save(self, data: dict[str, Any]) -> None:
        code = self.list.current_id()
        self.do(
            kind_actions.change_kind, lambda _none: self.leave_form(), self._refused, code=code, data=data
        )

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "kind_name_taken":
            self.form.form.complain("name", refusals.sentence(refusal))
        else:
            self.refused(refusal)

    def _remove(self) -> None:
        self.do(kind_actions.remove_kind, code=self.list.current_id())

    def leave_form(self) -> None:
        """Back to the kind."""
        was = self._side.currentIndex()
        self._turn_to(CARD)
        self.refresh()
        (self.agenda if was == ITEM else self.list).setFocus()

    def _begin_item(self, place: int | None) -> None:
        if place is None:
            self.item.begin(None)
        else:
            self.item.begin(place, self._now().template[place])
        self._turn_to(ITEM)
        self.item.form.fields["title"].control.setFocus()

    def _edit_item(self, place: str) -> None:
        if self._now().own:
            self._begin_item(int(place))

    def _save_item(self, place: int | None, item: TemplateItem) -> None:
        self._keep(presenter.with_item(self._now(), place, item), done=self.leave_form)

    def _keep(self, data: dict[str, Any], done: Any = None) -> None:
        after = (lambda _none: done()) if done else None
        self.do(kind_actions.change_kind, after, code=self.list.current_id(), data=data)

    def _moved(self, place: str, to: int) -> None:
        def follow() -> None:
            self.refresh()
            self.agenda.choose(str(to - 1))

        self._keep(presenter.moved_item(self._now(), int(place), to), done=follow)

    def _removed(self, place: str) -> None:
        self._keep(presenter.without_item(self._now(), int(place)))

    def _minutes(self, place: str, minutes: int) -> None:
        self._keep(presenter.with_minutes(self._now(), int(place), minutes))

    def escape(self) -> bool:
        """Esc leaves a form."""
        if self._side.currentIndex() != CARD:
            self.leave_form()
            return True
        return False


def _group(code: str, title: str, rows: tuple[KindRow, ...], *, own: bool) -> list[Row]:
    found = [line(one.code, one.name, one.detail, one.days) for one in rows if one.own is own]
    return [heading(code, title, str(len(found))), *found] if found else []
