"""Agenda and time: the whole agenda to be changed while the meeting runs, and the ways to end in time.

Three previews stand beside each other in the table; 1, 2 or 3 applies one, 4 extends the meeting. Every
change acts at once and can be taken back.
"""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from meeting_app.actions import agenda as agenda_actions
from meeting_app.actions import repeating, replanning, running
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.clock import Instant
from meeting_app.domain.replanning import Way
from meeting_app.i18n import _
from meeting_app.queries.live import LiveItem
from meeting_app.queries.replan import ReplanView, replan_view
from meeting_app.ui.console.live import plan_commands, plan_presenter
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.plan_table import PlanTable
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Choice, Field, Hairline, Label, QuietButton, Stepper
from meeting_app.wording import labels

AGAIN_MS = 5_000
USUAL_MINUTES = 10


class PlanPage(Centre):
    """A side trip over the whole deck; Esc goes back to the meeting."""

    kinds: ClassVar[frozenset[str]] = frozenset({"agenda_item", "meeting", "motion"})
    context: ClassVar[str] = plan_commands.CONTEXT

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._plan: ReplanView | None = None
        self._asked_ms = 0
        self.status = Label("", "h2")
        self.hint = Label("", tone="muted", wrap=True)
        self.close_button = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self.close_button.clicked.connect(live.go_home)
        self.table = PlanTable()
        self.table.chosen.connect(lambda _id: self.refresh())
        self.table.opened.connect(lambda _id: self.main())
        self.table.moved.connect(self._move)
        self.ways = tuple(Button("", kind="big", key=key, sub=" ") for key in ("1", "2", "3"))
        for button, act in zip(self.ways, (self.spread, self.from_item, self.move_out), strict=True):
            button.clicked.connect(act)
        self.longer_button = Button(_("Extend"), kind="big", key="4", sub=" ")
        self.longer_button.clicked.connect(self.extend)
        self.minutes = Stepper(
            _("Minutes of the extension"), value=10, least=5, most=240, step=5, form=_("{n} min")
        )
        self.minutes.changed.connect(lambda _n: self._show_extension())
        self._touched = False
        self.minutes.changed.connect(self._touch)
        self._form = held(self._insert_row())
        self._form.hide()
        self._build()

    def _build(self) -> None:
        head = across()
        head.addLayout(down(Label(_("Agenda and time"), "h1"), self.status, self.hint), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        ways = across(gap=12)
        for button in self.ways:
            ways.addWidget(button, 1)
        ways.addWidget(self.longer_button, 1)
        ways.addWidget(self.minutes)
        self._box = down(head, 8, margins=(24, 24, 24, 16))
        self._box.addWidget(self.table, 1)
        self._box.addWidget(Hairline())
        self._box.addWidget(self._form)
        self._box.addLayout(self._tools())
        self._box.addSpacing(theme.current().px(8))
        self._box.addLayout(ways)
        self.setLayout(self._box)

    def _tools(self) -> QHBoxLayout:
        """What can be done with the chosen item, each with its key."""
        row = across(gap=0)
        for text, icon, act, key in (
            (_("Take it now"), "play", self.main, _("Enter")),
            (_("Insert"), "plus", self.insert, "Ins"),
            (_("Leave out"), "eye-off", self.skip, "S"),
            (_("Once more"), "refresh-cw", self.repeat, "R"),
            (_("Protect"), "star", self.protect, "P"),
            (_("May go"), "log-out", self.drop, "D"),
        ):
            button = QuietButton(text, icon=icon, key=key)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(Label(_("Alt+↑ ↓ moves it, + and − change its minutes"), "caption", tone="muted"))
        return row

    def _insert_row(self) -> QHBoxLayout:
        self.kind = Choice(_("What happens in it?"))
        self.kind.offer([(str(kind), labels.label(labels.ITEM_KINDS, kind)) for kind in ItemKind])
        self.kind.set_value(str(ItemKind.DISCUSSION))
        self.title = Field(_("Title of the new item"), _("Title of the new item, Enter keeps it"))
        self.title.setMaxLength(120)
        self.title.returnPressed.connect(self._keep_item)
        self.new_minutes = Stepper(
            _("Planned minutes"), value=USUAL_MINUTES, least=1, most=600, form=_("{n} min")
        )
        keep = Button(_("Keep"))
        keep.clicked.connect(self._keep_item)
        row = across(self.kind, margins=(0, 8, 0, 8))
        row.addWidget(self.title, 1)
        row.addWidget(self.new_minutes)
        row.addWidget(keep)
        return row

    def fit(self, measures: Measures) -> None:
        side = theme.current().px(measures.centre)
        self._box.setContentsMargins(side, side, side, theme.current().px(16))
        small = measures.name == "small"
        self.table.setColumnHidden(2, small)
        self.hint.setVisible(not small)

    def enter_page(self) -> None:
        self._form.hide()
        self._touched = False
        current = self.live.view.current
        if current is not None:
            self.table.choose(current.id)
            self.table.scrollTo(self.table.currentIndex())

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_field(self) -> bool:
        if self._form.isHidden():
            return False
        self._form.hide()
        self.take_focus()
        return True

    def refresh(self) -> None:
        now = self.live.now()
        self._asked_ms = now.wall_ms
        chosen = self.table.current_id()
        plan = self.live.ask(replan_view, meeting_id=self.live.meeting_id, now=now, chosen_id=chosen)
        if plan is None:
            return
        self._plan = plan
        shown = plan_presenter.picture(self.live.view, plan, now)
        self.status.setText(shown.status)
        self.status.set_tone({"warn": "warn"}.get(shown.tone, ""))
        self.hint.setText(shown.hint)
        self.table.show_previews(shown=plan.needed)
        self.table.blockSignals(True)
        self.table.show_plan(shown.lines)
        self.table.blockSignals(False)
        if self.table.current_id() != chosen:
            self.refresh()
            return
        for button, way in zip(self.ways, shown.ways, strict=True):
            button.setText(way.text)
            button.set_sub(way.sub)
            button.setEnabled(way.enabled)
        if not self._touched:
            self.minutes.set_value(shown.extension)
        self._show_extension()

    def tick(self, now: Instant) -> None:
        """The previews follow the clock every five seconds, so that they can be read."""
        if now.wall_ms - self._asked_ms >= AGAIN_MS:
            self.refresh()

    def _touch(self) -> None:
        self._touched = True

    def _show_extension(self) -> None:
        if self._plan is not None:
            self.longer_button.set_sub(plan_presenter.extended(self._plan, self.minutes.value()))

    def _chosen(self) -> LiveItem | None:
        chosen = self.table.current_id()
        return next((item for item in self.live.view.items if item.id == chosen), None)

    # ---- the ways ----

    def _replan(self, way: Way) -> None:
        item_id = self._plan.chosen_id if self._plan is not None else ""
        self.live.do(replanning.replan, meeting_id=self.live.meeting_id, way=way, item_id=item_id)

    def spread(self) -> None:
        """1: every item that is to come gives in proportion to its slack."""
        self._replan(Way.SPREAD)

    def from_item(self) -> None:
        """2: one item gives everything."""
        self._replan(Way.FROM_ITEM)

    def move_out(self) -> None:
        """3: items that may go are moved out and parked."""
        self._replan(Way.MOVE_OUT)

    def extend(self) -> None:
        """4: end later, by a decision."""
        self._touched = False
        self.live.do(replanning.extend_meeting, meeting_id=self.live.meeting_id, minutes=self.minutes.value())

    # ---- the chosen item ----

    def main(self) -> None:
        """Enter: take the chosen item."""
        if not self._form.isHidden():
            self._keep_item()
        elif self._chosen() is not None:
            self.live.take_item(self.table.current_id())

    def choose_up(self) -> None:
        """The item above."""
        self.table.step(-1)

    def choose_down(self) -> None:
        """The item below."""
        self.table.step(1)

    def _move(self, item_id: str, to: int) -> None:
        self.live.do(agenda_actions.move_item, item_id=item_id, to=to)

    def shift_up(self) -> None:
        """Move the chosen item up."""
        item = self._chosen()
        if item is not None and item.number > 1:
            self._move(item.id, item.number - 1)

    def shift_down(self) -> None:
        """Move the chosen item down."""
        item = self._chosen()
        if item is not None and item.number < len(self.live.view.items):
            self._move(item.id, item.number + 1)

    def skip(self) -> None:
        """Leave the chosen item out, or take it in again."""
        if self.table.current_id():
            self.live.do(running.skip_item, item_id=self.table.current_id())

    def repeat(self) -> None:
        """Take the chosen item once more."""
        if self.table.current_id():
            self.live.do(repeating.repeat_item, item_id=self.table.current_id())

    def protect(self) -> None:
        """Protect the chosen item, or no longer."""
        item = self._chosen()
        if item is not None:
            self.live.do(agenda_actions.mark_item, item_id=item.id, protected=not item.protected)

    def drop(self) -> None:
        """Let the chosen item be moved out, or no longer."""
        item = self._chosen()
        if item is not None:
            self.live.do(agenda_actions.mark_item, item_id=item.id, droppable=not item.droppable)

    def _change_minutes(self, by: int) -> None:
        item = self._chosen()
        if item is not None:
            minutes = item.clock.limit_ms // plan_presenter.MINUTE_MS + by
            self.live.do(agenda_actions.allot_item, item_id=item.id, minutes=minutes)

    def more_minutes(self) -> None:
        """A minute more."""
        self._change_minutes(1)

    def less_minutes(self) -> None:
        """A minute less."""
        self._change_minutes(-1)

    def insert(self) -> None:
        """Open the row for a new item before the chosen one."""
        self._form.show()
        self.title.clear()
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep_item(self) -> None:
        if not self.title.text().strip():
            return
        item = self._chosen()
        self.live.do(
            agenda_actions.add_item,
            self._kept,
            meeting_id=self.live.meeting_id,
            kind=ItemKind(self.kind.value()),
            title=self.title.text(),
            minutes=self.new_minutes.value(),
            before_id=item.id if item is not None else None,
        )

    def _kept(self, item_id: str) -> None:
        self._form.hide()
        self.take_focus()
        self.live.reload()
        self.refresh()
        self.table.choose(item_id)
