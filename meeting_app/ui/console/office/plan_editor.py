"""Writing a plan: what it is, what it costs, and who pays how much.

The sum is shown to the fen while it is typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.passport_presenter import shares_sum
from meeting_app.ui.qt import theme

if TYPE_CHECKING:
    from meeting_app.queries.topics import PlanView


@dataclass(slots=True)
class ShareFields:
    """The fields of one share and the row that they stand in."""

    row: QWidget
    payer: parts.LineEdit
    count: parts.LineEdit
    each: parts.LineEdit

    def typed(self) -> bool:
        """Whether anything stands in the row."""
        return any(field.text().strip() for field in (self.payer, self.count, self.each))


class PlanEditor(QWidget):
    """The form of a plan; empty rows of shares are left out."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan_id = ""
        self.shares: list[ShareFields] = []
        self.heading = parts.label("", "h2")
        self.form = Form(columns=2)
        self.form.add("title", _("Name of the plan"), parts.line_edit())
        self.form.add("cost", _("Cost in yuan"), parts.line_edit("650000.00"))
        self.form.add("text", _("Text, as it would be put to the vote"), parts.text_edit(rows=3), span=2)
        self.form.fields["cost"].changed.connect(self._sum_up)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.current().px(8))
        self.sum = parts.label("", wrap=True)
        self.sum.setObjectName("sum")
        self.more = parts.button(_("One more payer"), kind="quiet", icon="plus")
        self.more.clicked.connect(self._one_more)
        self.save = parts.button(_("Save the plan"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self.saved)
        self.cancel = parts.button(_("Leave"), kind="big")
        self.cancel.clicked.connect(self.cancelled)
        inner = QWidget()
        inner.setLayout(
            column(
                self.form,
                8,
                parts.label(_("Who pays what"), "strong"),
                self._rows,
                row(self.more, STRETCH),
                STRETCH,
            )
        )
        foot = row(STRETCH, self.cancel, self.save, spacing=16)
        self.setLayout(column(self.heading, parts.scrolling(inner), self.sum, foot))

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["title"].control

    def begin(self, plan: "PlanView | None", already: int) -> None:
        """Start with an empty plan, the next of its topic, or with one that is there."""
        for share in list(self.shares):
            self._drop(share)
        if plan is None:
            self.plan_id = ""
            self.heading.setText(_("A new plan"))
            self.form.fill(title=_("Plan {number}").format(number=already + 1), cost="", text="")
            self._add_share()
        else:
            self.plan_id = plan.id
            self.heading.setText(_("Change the plan"))
            self.form.fill(title=plan.title, cost=typed.yuan_of(plan.cost_fen), text=plan.text)
            for view in plan.shares:
                self._add_share(view.payer, str(view.count), typed.yuan_of(view.amount_fen))
        self._sum_up()

    def _one_more(self) -> None:
        self._add_share().payer.setFocus()

    def _add_share(self, payer: str = "", count: str = "", each: str = "") -> ShareFields:
        number = len(self.shares) + 1
        who = parts.line_edit(
            _("who, for example households of storey 6"), _("Payer {number}").format(number=number)
        )
        many = parts.line_edit(_("how many"), _("How many of payer {number}").format(number=number))
        amount = parts.line_edit(_("yuan each"), _("Yuan each of payer {number}").format(number=number))
        many.setMaximumWidth(parts.px(112))
        amount.setMaximumWidth(parts.px(152))
        drop = parts.button(
            "", icon="x", kind="quiet", name=_("Take payer {number} off").format(number=number)
        )
        line = QWidget()
        line.setLayout(row(who, many, parts.label("×", tone="muted"), amount, drop))
        share = ShareFields(line, who, many, amount)
        for field, text in ((who, payer), (many, count), (amount, each)):
            field.setText(text)
            field.textChanged.connect(self._sum_up)
        drop.clicked.connect(lambda: self._drop(share))
        self.shares.append(share)
        self._rows.addWidget(line)
        return share

    def _drop(self, share: ShareFields) -> None:
        self.shares.remove(share)
        self._rows.removeWidget(share.row)
        share.row.hide()
        share.row.deleteLater()
        self._sum_up()

    def _amounts(self) -> list[tuple[str, int, int]] | None:
        """The shares as they are typed; None when a row cannot be read."""
        shares: list[tuple[str, int, int]] = []
        for share in self.shares:
            if not share.typed():
                continue
            count, each = typed.whole_of(share.count.text()), typed.fen_of(share.each.text())
            if count is None or each is None:
                return None
            shares.append((share.payer.text().strip(), count, each))
        return shares

    def _sum_up(self) -> None:
        cost, shares = typed.fen_of(self.form.fields["cost"].text()), self._amounts()
        if shares is None or cost is None:
            self.sum.setText("")
            return
        sentence, fits = shares_sum(tuple((count, each) for _payer, count, each in shares), cost)
        self.sum.setText(sentence)
        parts.set_tone(self.sum, "ok" if fits else "danger")

    def arguments(self) -> dict[str, Any] | None:
        """What the actions take; None when something cannot be read, which is then said at its field."""
        if self.form.needs(("title",), _("Give the plan a name.")):
            return None
        cost = typed.fen_of(self.form.fields["cost"].text() or "0")
        if cost is None:
            self.form.complain("cost", _("Write the cost in yuan, for example 650000.00."))
            return None
        shares = self._amounts()
        if shares is None:
            self.sum.setText(
                _("A row of payers cannot be read: a whole number and yuan with at most two decimals.")
            )
            parts.set_tone(self.sum, "danger")
            return None
        return {
            "title": self.form.fields["title"].text(),
            "text": self.form.fields["text"].text(),
            "cost_fen": cost,
            "shares": tuple(shares),
        }

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        return self.form.refusals(other)
