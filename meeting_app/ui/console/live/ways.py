"""How people speak on this item: the mode, the order of the meeting, the times, the shared time of groups."""

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from meeting_app.actions import floor_modes, floor_order
from meeting_app.domain.floor_mode import RULES, FloorMode
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.floor_rules import GROUPINGS
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, CheckBox, Choice, Label, Segment, Segmented, Stepper
from meeting_app.wording import floor, labels

SECOND_MS: Final = 1_000
MINUTE_MS: Final = 60_000
BUDGET_MIN: Final = 10


def _seconds(name: str) -> Stepper:
    return Stepper(name, value=60, least=10, most=3600, step=10, form=_("{n} s"))


class WaysPage(Centre):
    """Everything acts at once and can be taken back with Ctrl+Z."""

    kinds: ClassVar[frozenset[str]] = frozenset({"floor_plan", "floor_rule", "speech", "agenda_item"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: QueueView | None = None
        modes = [Segment(mode.value, labels.label(floor.MODES, mode)) for mode in FloorMode]
        self.modes = Segmented(_("Way of speaking"), modes)
        self.mode_told = Label("", "caption", tone="muted", wrap=True)
        orders = [Segment(order.value, labels.label(floor.ORDERS, order)) for order in OrderRule]
        self.orders = Segmented(_("Order of the list"), orders)
        self.order_told = Label("", "caption", tone="muted", wrap=True)
        self.speech = _seconds(_("Speech"))
        self.classes = {
            "order_ms": _seconds(_("Point of order")),
            "question_ms": _seconds(_("Question to the speaker")),
            "reply_ms": _seconds(_("Reply")),
        }
        self.turns = Stepper(_("Turns of a person"), value=2, least=0, most=9, form=_("{n} turns"))
        self.budget_by = Choice(_("Shared time"))
        self.budget_by.offer(
            [("", _("no shared time"))]
            + [
                (code, _("per {group}").format(group=labels.label(floor.GROUPINGS, code)))
                for code in GROUPINGS
            ]
        )
        self.budget = Stepper(
            _("Minutes for each group"), value=BUDGET_MIN, least=1, most=240, form=_("{n} min")
        )
        self.closed = CheckBox(_("The list of speakers is closed"))
        self.by_rule = Button(_("Forget what was moved by hand"), icon="rotate-ccw")
        self.back = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.modes.chosen.connect(self._mode)
        self.orders.chosen.connect(self._order)
        self.speech.changed.connect(self._speech)
        self.turns.changed.connect(self._turns)
        for name, stepper in self.classes.items():
            stepper.changed.connect(self._class_limit(name))
        self.budget_by.chosen.connect(lambda _value: self._budget())
        self.budget.changed.connect(lambda _value: self._budget())
        self.closed.clicked.connect(
            lambda: self._on_item(
                floor_modes.close_list if self.closed.isChecked() else floor_modes.open_list
            )
        )
        self.by_rule.clicked.connect(lambda: self._on_item(floor_order.order_by_rule))
        self.back.clicked.connect(self.live.go_home)
        for button in (self.by_rule, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _build(self) -> None:
        now = theme.current()
        grid = QGridLayout()
        grid.setHorizontalSpacing(now.px(24))
        grid.setVerticalSpacing(now.px(4))
        times: list[tuple[str, QWidget]] = [
            (_("Speech"), self.speech),
            (_("Point of order"), self.classes["order_ms"]),
            (_("Question to the speaker"), self.classes["question_ms"]),
            (_("Reply"), self.classes["reply_ms"]),
            (_("Turns of a person (0 = any number)"), self.turns),
            (_("Shared time"), held(across(self.budget_by, self.budget, gap=8))),
        ]
        for place, (name, control) in enumerate(times):
            row, column = place // 3 * 2, place % 3
            grid.addWidget(Label(name, "caption", tone="muted", elide=True), row, column)
            grid.addWidget(control, row + 1, column, Qt.AlignmentFlag.AlignLeft)
        inner = down(
            Label(_("On this item"), "h2"), 4, self.modes, 4, self.mode_told, 4,
            across(self.closed, SPACE, self.by_rule), 12,
            Label(_("In the whole meeting"), "h2"), 4, self.orders, 4, self.order_told, 12,
            Label(_("Time to speak"), "h2"), 4,
        )  # fmt: skip
        inner.addLayout(grid)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(held(inner))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        told = Label(_("Everything acts at once; Ctrl+Z takes it back."), tone="muted")
        self._box = down(Label(_("How people speak"), "h1"), told, 12, margins=(24, 24, 24, 24))
        self._box.addWidget(area, 1)
        self._box.addSpacing(now.px(12))
        self._box.addLayout(across(self.back, SPACE))
        self.setLayout(self._box)

    def refresh(self) -> None:
        item = self.live.view.current
        found = self.live.ask(queue_view, item_id=item.id, now=self.live.now()) if item else None
        if not isinstance(found, QueueView):
            return
        self._view = found
        plan, rules = found.plan, found.rules
        self.modes.set_value(plan.mode.value)
        self.mode_told.setText(labels.label(floor.MODE_SENTENCES, plan.mode))
        own = RULES[plan.mode].order
        self.orders.set_value(found.order.value)
        self.orders.setEnabled(own is None)
        said = labels.label(floor.ORDER_SENTENCES, found.order)
        self.order_told.setText(said if own is None else _("This way of speaking has its own order. ") + said)
        self.speech.set_value(found.limit_ms // SECOND_MS)
        for name, stepper in self.classes.items():
            stepper.set_value(getattr(rules, name) // SECOND_MS)
        self.turns.set_value(rules.most_turns)
        self.budget_by.set_value(plan.budget_by if plan.budget_ms else "")
        if plan.budget_ms:
            self.budget.set_value(plan.budget_ms // MINUTE_MS)
        self.budget.setVisible(bool(plan.budget_ms))
        self.closed.setChecked(plan.closed)
        reporters = {speech.id for speech in found.waiting if speech.label}
        self.by_rule.setVisible(
            any(
                place.request.hand is not None and place.request.speech_id not in reporters
                for place in found.places
            )
        )

    def _on_item(self, action: Callable[..., object], **arguments: object) -> None:
        if self._view is not None:
            self.live.do(action, None, None, item_id=self._view.item_id, **arguments)

    def _mode(self, value: str) -> None:
        self._on_item(floor_modes.set_floor_mode, mode=FloorMode(value))

    def _order(self, value: str) -> None:
        self.live.do(floor_order.set_floor_rules, meeting_id=self.live.meeting_id, order=OrderRule(value))

    def _speech(self, seconds: int) -> None:
        self._on_item(floor_modes.set_turn_limit, turn_ms=seconds * SECOND_MS)

    def _turns(self, turns: int) -> None:
        self.live.do(floor_order.set_floor_rules, meeting_id=self.live.meeting_id, most_turns=turns)

    def _class_limit(self, name: str) -> Callable[[int], None]:
        def changed(seconds: int) -> None:
            limit = {name: seconds * SECOND_MS}
            self.live.do(floor_order.set_floor_rules, None, None, meeting_id=self.live.meeting_id, **limit)

        return changed

    def _budget(self) -> None:
        by = self.budget_by.value()
        minutes = self.budget.value() if by else 0
        self._on_item(floor_modes.set_budget, budget_ms=minutes * MINUTE_MS, budget_by=by or GROUPINGS[0])

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)

    def take_focus(self) -> None:
        """On the mode in force, so that the arrow keys choose another."""
        self.modes.button(self.modes.value()).setFocus(Qt.FocusReason.OtherFocusReason)
