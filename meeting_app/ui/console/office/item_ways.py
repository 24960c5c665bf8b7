"""How people will speak on a discussion, chosen before the meeting; the order holds for the whole meeting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.floor_mode import RULES, FloorMode
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import column
from meeting_app.wording import floor, labels

if TYPE_CHECKING:
    from meeting_app.queries.floor_rules import FloorPlanView, FloorRules


class ItemWays(QWidget):
    """Acts at once, like the attachments of an item. Signals: mode_chosen(mode), order_chosen(order)."""

    mode_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(columns=2)
        self.modes, self.orders = parts.combo(), parts.combo()
        self.form.add("mode", _("Way of speaking"), self.modes)
        self.form.add("order", _("Order of the list, in the whole meeting"), self.orders)
        self.form.offer("mode", [(str(mode), labels.label(floor.MODES, mode)) for mode in FloorMode])
        self.form.offer("order", [(str(order), labels.label(floor.ORDERS, order)) for order in OrderRule])
        self.told = parts.label("", "caption", tone="muted", wrap=True)
        self.modes.chosen.connect(self.mode_chosen)
        self.modes.chosen.connect(self._say)
        self.orders.chosen.connect(self.order_chosen)
        self.setLayout(column(self.form, self.told, spacing=4))

    def show_ways(self, plan: "FloorPlanView", rules: "FloorRules") -> None:
        """What holds now."""
        self.modes.set_value(plan.mode.value)
        self.orders.set_value(rules.order.value)
        self._say(plan.mode.value)

    def _say(self, mode: str) -> None:
        self.told.setText(labels.label(floor.MODE_SENTENCES, mode))
        self.orders.setEnabled(RULES[FloorMode(mode)].order is None)
