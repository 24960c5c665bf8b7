"""Proxies at the desk: who acts for whom, entering one with its paper, withdrawing one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from meeting_app.actions import proxies as actions
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.presence import ProxyRow, proxies
from meeting_app.queries.quorum import proxy_rule
from meeting_app.ui.console.live import proxies_presenter as presenter
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.people_field import PersonField
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, CheckBox, Field, Label, QuietButton, RowList
from meeting_app.wording import refusals

ROW = 64


class ProxiesPanel(QWidget):
    """The list, or the form in its place. Signal: form_shown(whether the form is there)."""

    form_shown = Signal(bool)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._rows: tuple[ProxyRow, ...] = ()
        self._ticks: dict[str, CheckBox] = {}
        self.rule = Label("", "caption", tone="muted", wrap=True)
        self.list = RowList(_("Proxies"), height=ROW)
        self.list.chosen.connect(lambda _id: self._show_withdraw())
        self.nobody = Label(_("No proxy is entered."), tone="muted", wrap=True)
        self.add = Button(_("Enter a proxy"), icon="plus")
        self.add.clicked.connect(self.begin)
        self.withdraw = QuietButton(_("Withdraw"), icon="x")
        self.withdraw.clicked.connect(self._withdraw)
        self.principal = PersonField(live, _("Who is represented"))
        self.holder = PersonField(live, _("Who acts"))
        self.document = Field(_("Written paper"), _("original seen, dated"))
        self.limits = Field(_("Bound to"), _("may stay empty"))
        self.said = Label("", tone="danger", wrap=True)
        self.save = Button(_("Enter it"), icon="check", kind="main")
        self.save.clicked.connect(self._save)
        leave = QuietButton(_("Leave"), icon="x")
        leave.clicked.connect(self.leave)
        self._items = QVBoxLayout()
        self._shown = self._list_part()
        self._form = self._form_part(leave)
        lay = down(self._shown, self._form)
        self.setLayout(lay)
        self._form.hide()
        self.principal.taken.connect(self.holder.field.setFocus)
        self.holder.taken.connect(self.document.setFocus)
        self.document.returnPressed.connect(self._save)
        self.limits.returnPressed.connect(self._save)

    def _list_part(self) -> QWidget:
        lay = down(self.rule, 8, self.nobody)
        lay.addWidget(self.list, 1)
        lay.addSpacing(theme.current().px(8))
        lay.addLayout(across(self.add, self.withdraw, SPACE))
        return held(lay)

    def _form_part(self, leave: QWidget) -> QWidget:
        fields = held(
            down(
                self.principal, 12, self.holder, 12,
                Label(_("Written paper"), "caption", tone="muted"), 4, self.document, 12,
                Label(_("Bound to"), "caption", tone="muted"), 4, self.limits, 12,
                Label(_("Only for these items; none = the whole meeting"), "caption", tone="muted"), 4,
                self._items, SPACE, margins=(0, 0, 8, 0),
            )
        )  # fmt: skip
        area = QScrollArea()
        area.setWidget(fields)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lay = down(Label(_("Enter a proxy"), "h2"), 12)
        lay.addWidget(area, 1)
        lay.addLayout(down(8, self.said, 8, across(leave, SPACE, self.save)))
        return held(lay)

    def refresh(self) -> int:
        """Show the proxies as they are. Returns how many there are."""
        self._rows = self._live.ask(proxies, meeting_id=self._live.meeting_id)
        rule = presenter.rule(self._live.ask(proxy_rule, meeting_id=self._live.meeting_id))
        self.rule.setText(rule.text)
        self.add.setVisible(rule.allowed)
        self.list.show_rows(presenter.rows(self._rows))
        self.list.setVisible(bool(self._rows))
        self.nobody.setVisible(not self._rows)
        self._show_withdraw()
        return len(self._rows)

    def stands_for(self) -> dict[str, str]:
        """For whom each holder acts, by person."""
        return presenter.stands_for(self._rows)

    def _show_withdraw(self) -> None:
        self.withdraw.setVisible(bool(self.list.current_id()))

    def begin(self) -> None:
        """An empty form; the keyboard is in its first field."""
        for field in (self.principal, self.holder, self.document, self.limits):
            field.clear()
        self.said.setText("")
        self._offer_items()
        self._shown.hide()
        self._form.show()
        self.form_shown.emit(True)
        self.principal.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_items(self) -> None:
        """The whole meeting unless items are ticked."""
        for tick in self._ticks.values():
            tick.setParent(None)
            tick.deleteLater()
        self._ticks = {}
        for item in presenter.items(self._live.view):
            tick = CheckBox(item.title)
            self._ticks[item.id] = tick
            self._items.addWidget(tick)

    def leave(self) -> bool:
        """Close the form; False when it was not open."""
        if self._form.isHidden():
            return False
        self._form.hide()
        self._shown.show()
        self.form_shown.emit(False)
        return True

    def _save(self) -> None:
        principal, holder = self.principal.person, self.holder.person
        if principal is None or holder is None:
            self.said.setText(_("Choose who is represented and who acts."))
            (self.holder if principal else self.principal).field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._live.do(
            actions.give_proxy, lambda _id: self._saved(), self._refused,
            meeting_id=self._live.meeting_id, principal_id=principal.person_id, holder_id=holder.person_id,
            item_ids=self._chosen_items(), limits=self.limits.text(), document=self.document.text(),
        )  # fmt: skip

    def _chosen_items(self) -> Sequence[str]:
        return [item for item, tick in self._ticks.items() if tick.isChecked()]

    def _saved(self) -> None:
        self.leave()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, refusal: Refusal) -> None:
        self.said.setText(refusals.sentence(refusal))

    def _withdraw(self) -> None:
        if self.list.current_id():
            self._live.do(actions.withdraw_proxy, proxy_id=self.list.current_id())
