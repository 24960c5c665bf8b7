"""A discussion: the speaker and the clock are the largest things, below them who waits and why."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from meeting_app.actions import floor, floor_modes
from meeting_app.domain.clock import Instant
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.ui.console.live import discussion_presenter as presenter
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import Middle, across, down, held
from meeting_app.ui.console.live.clock_panel import STEP_MS, clock_buttons, show_pause
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.floor_acts import FloorActs
from meeting_app.ui.console.live.floor_ask import FloorAsk
from meeting_app.ui.console.live.gist import GistField
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.queue_list import QueueList
from meeting_app.ui.console.live.speaker_head import SpeakerHead
from meeting_app.ui.console.live.tables_panel import TablesPanel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Button,
    Chip,
    EmptyState,
    Hairline,
    IconLabel,
    Label,
    MainButton,
    QuietButton,
)
from meeting_app.wording import floor as codes
from meeting_app.wording import labels

ADDING = {
    "floor_order": (SpeechClass.ORDER, Side.NONE),
    "floor_question": (SpeechClass.QUESTION, Side.NONE),
    "floor_reply": (SpeechClass.REPLY, Side.NONE),
    "floor_for": (SpeechClass.SPEECH, Side.FOR),
    "floor_against": (SpeechClass.SPEECH, Side.AGAINST),
}


class DiscussionPage(Centre):
    """Enter calls the next by name, Space pauses, Up and Down give time, A adds a speaker."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"speech", "stay", "agenda_item", "meeting", "person", "floor_plan", "floor_rule", "floor_seat"}
    )

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: QueueView | None = None
        self._size = "usual"
        self._advised = False
        self._handing = False  # the finder is asking who takes the microphone
        self.head = SpeakerHead()
        self.main_button = MainButton(icon="mic", key=_("Enter"))
        self.main_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pause, self.more, self.less = clock_buttons()
        self.end_button = Button(_("End"), kind="big", icon="check", key="E")
        self.end_button.setToolTip(_("End this speech; nobody has the floor"))
        self.end_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list = QueueList()
        self.empty = EmptyState(_("Nobody is waiting"), _("Press A and type a number, a name or a room."))
        self.ask = FloorAsk(live)
        self.finder = self.ask.finder
        self.tables = TablesPanel(live)
        self.stack = Middle()
        for page in (self.list, self.empty, self.ask, self.tables):
            self.stack.addWidget(page)
        self.waiting = Label(_("Waiting to speak"), "h2")
        self.count = Label("", tone="muted")
        self.closed = Chip(_("list closed"), "warn")
        self.ways = QuietButton("", icon="settings", key="M")
        self.ways.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.advice = Label("", "caption", tone="warn", elide=True)
        self.silent = Label("", "caption")
        self.add_button = Button(_("Add a speaker"), icon="plus", key="A")
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.gist = GistField(live)
        self.acts = FloorActs(live, lambda: self._view, self.list.current_id)
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.main_button.clicked.connect(self.main)
        self.pause.clicked.connect(self.space)
        self.more.clicked.connect(lambda: self.longer(STEP_MS))
        self.less.clicked.connect(lambda: self.longer(-STEP_MS))
        self.end_button.clicked.connect(self.acts.end)
        self.add_button.clicked.connect(self.add)
        self.ways.clicked.connect(lambda: self.live.trip("ways"))
        self.list.called.connect(self._call)
        self.list.withdrawn.connect(self._withdraw)
        self.list.passed.connect(self.acts.pass_turn)
        self.list.sided.connect(self.acts.side)
        self.list.chosen.connect(self._advise)
        self.ask.found.connect(self._found)
        self.finder.about = self._about
        self.ask.left.connect(self.leave_field)
        self.tables.left.connect(self.live.to_deck)

    def _build(self) -> None:
        now = theme.current()
        keys = across(gap=12)
        keys.addWidget(self.main_button, 1)
        for button in (self.pause, self.more, self.less, self.end_button):
            keys.addWidget(button)
        self._only_you = held(across(
            IconLabel("eye-off", tone="muted", small=True),
            Label(_("Only you see this"), "caption", tone="muted"),
        ))  # fmt: skip
        queue = across(self.waiting, self.count, self.closed, gap=12)
        queue.addStretch(1)
        queue.addWidget(self.ways)
        notes = across(gap=16)
        notes.addWidget(self.advice, 1)
        notes.addWidget(self._only_you)
        notes.addWidget(self.silent)
        foot = across(self.add_button, gap=16, margins=(0, 16, 0, 0))
        foot.addWidget(self.gist, 1)
        self._box = down(self.head, 8, margins=(24, 24, 24, 24))
        self._box.addLayout(keys)
        self._box.addSpacing(now.px(8))
        self._queue_head = held(down(queue, notes))
        self._box.addWidget(self._queue_head)
        self._box.addSpacing(now.px(4))
        self._box.addWidget(Hairline())
        self._box.addWidget(self.stack, 1)
        self._box.addWidget(Hairline())
        self._box.addLayout(foot)
        self.setLayout(self._box)
        self.stack.currentChanged.connect(self._make_room)

    # ---- showing ----

    def refresh(self) -> None:
        item = self.live.view.current
        if item is None:
            return
        view: QueueView | None = self.live.ask(queue_view, item_id=item.id, now=self.live.now())
        if view is None:
            return
        self._view = view
        speech = view.speaking
        first = speech is not None and speech.first_time and not view.held
        self.head.show_speaker(presenter.speaker(view), first=first)
        main = presenter.main(view)
        self.main_button.setText(main.text)
        self.main_button.set_icon(main.icon)
        self.list.show_rows(view.waiting)
        self._show_queue_head(view)
        self._show_buttons()
        if self.stack.currentWidget() is not self.ask:
            self.stack.setCurrentWidget(self._below())
        if self._below() is self.tables:
            self.tables.show_view(view)
        self.gist.show_queue(view)
        self._advise()
        self.tick(self.live.now())

    def _below(self) -> QWidget:
        """What stands below the clock: the queue, the tables before their reports, or that nobody waits."""
        view = self._view
        if view is not None and view.at_tables:
            return self.tables
        return self.list if view is None or view.waiting else self.empty

    def _show_queue_head(self, view: QueueView) -> None:
        waiting = words.people(len(view.waiting)) if view.waiting else ""
        later = _("{people} with hands up come after the reports")
        self.count.setText(later.format(people=waiting) if waiting and view.at_tables else waiting)
        self.closed.setVisible(view.plan.closed)
        mode = labels.label(codes.MODES, view.plan.mode)
        order = labels.label(codes.ORDERS, view.order)
        own = view.plan.mode in (FloorMode.OPEN, FloorMode.STICK)
        self.ways.setText(words.joined(mode, order) if own and self._size != "small" else mode)
        self.waiting.setToolTip(labels.label(codes.ORDER_SENTENCES, view.order))
        tables = self._below() is self.tables
        self.waiting.setText(_("Small tables") if tables else _("Waiting to speak"))
        self.silent.setText(presenter.silent(view))

    def _advise(self, _chosen: str = "") -> None:
        """The hint on whom one is about to call; else how the mode stands."""
        view = self._view
        if view is None:
            return
        said = presenter.advice(view, self.list.current_id())
        self._advised = bool(said)
        self._show_only_you()
        if said:
            self.advice.setText(said)
            self.advice.set_tone("warn")
        self._show_course(view, self.live.now())

    def _show_only_you(self) -> None:
        """Where there is room: a hint needs it more."""
        self._only_you.setVisible(not self._advised and self._size != "small")

    def _show_course(self, view: QueueView, now: Instant) -> None:
        """Where no hint stands: how the mode is going, which moves on with the clock."""
        if self._advised:
            return
        budget = presenter.budget_now(view, now)
        self.advice.setText(presenter.course(view, now))
        self.advice.set_tone("warn" if budget is not None and budget.used_up else "muted")

    def tick(self, now: Instant) -> None:
        view = self._view
        if view is None:
            return
        self._show_course(view, now)
        clock = view.speaking.clock if view.speaking else view.plan.clock
        if view.speaking is None and not (view.at_tables and clock.limit_ms):
            self.head.show_clock(presenter.no_clock(view.limit_ms))
            return
        shown = presenter.clock_shown(clock, now)
        self.head.show_clock(shown if view.speaking else presenter.of_tables(shown, clock, now))
        show_pause(self.pause, running=clock.running)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self.head.fit(measures)
        self._size = measures.name
        self._show_only_you()
        self._show_buttons()
        self._make_room()
        if self._view is not None:
            self._show_queue_head(self._view)

    def _make_room(self, _place: int = 0) -> None:
        """In a small window the heading of the queue makes room for the search."""
        self._queue_head.setVisible(self._size != "small" or self.stack.currentWidget() is not self.ask)
        self.stack.updateGeometry()

    def _show_buttons(self) -> None:
        """Only what can be done now, and only what there is room for; the keys work in any size."""
        view = self._view
        speaking = view is not None and view.speaking is not None
        clock = speaking or (view is not None and view.at_tables and view.plan.clock.limit_ms > 0)
        for button in (self.pause, self.more):
            button.setVisible(clock)
        self.less.setVisible(clock and self._size == "large")
        self.end_button.setVisible(speaking and self._size != "small")

    def enter_page(self) -> None:
        self.stack.setCurrentWidget(self._below())
        self.list.clear_choice()

    def take_focus(self) -> None:
        if self.stack.currentWidget() is self.ask:
            self.ask.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.live.to_deck()

    # ---- keys and buttons ----

    def main(self) -> None:
        view = self._view
        if view is None:
            return
        ways: dict[str, Callable[[], None]] = {
            "add": self.add,
            "hand_on": self._hand_on,
            "end_speech": self.acts.end,
            "go_on": self.acts.end,
            "draw": self.tables.deal,
            "begin_round": lambda: self._begin(floor_modes.begin_round),
            "begin_tables": lambda: self._begin(floor_modes.start_table_work),
            "begin_reports": lambda: self._begin(floor_modes.begin_reports),
        }
        ways.get(presenter.main(view).code, self.call_first)()

    def _begin(self, action: Callable[..., object]) -> None:
        if self._view is not None:
            self.live.do(action, item_id=self._view.item_id)

    def call_first(self) -> None:
        """Give the floor to the one whom the button names, even if somebody else has come first meanwhile;
        somebody who was broken into goes on first.
        """
        view = self._view
        if view is None:
            return
        if presenter.main(view).code == "go_on":
            self.acts.end()
        elif view.waiting:
            self.live.do(
                floor.call_speaker, lambda _name: self.list.clear_choice(), speech_id=view.waiting[0].id
            )

    def space(self) -> None:
        self.acts.space()

    def longer(self, by_ms: int) -> None:
        self.acts.longer(by_ms)

    def add(self) -> None:
        self._open_finder(SpeechClass.SPEECH)

    def _hand_on(self) -> None:
        self._open_finder(SpeechClass.SPEECH)
        self._handing = True

    def _open_finder(self, kind: SpeechClass, side: Side = Side.NONE) -> None:
        self._handing = False
        by_sides = self._view is not None and self._view.order is OrderRule.SIDES
        self.stack.setCurrentWidget(self.ask)
        self.ask.begin(kind, side, sides=by_sides)

    def floor(self, what: str) -> None:
        if what in ADDING:
            self._open_finder(*ADDING[what])
            return
        ways: dict[str, Callable[[], None]] = {
            "floor_up": lambda: self.acts.move(-1),
            "floor_down": lambda: self.acts.move(1),
            "floor_head": lambda: self.acts.move(None),
            "floor_pass": self.acts.pass_turn,
            "floor_again": self.acts.again,
            "floor_end": self.acts.end,
            "floor_list": self.acts.list_,
            "floor_gist": self.gist.begin,
        }
        if what in ways:
            ways[what]()
        elif what.removeprefix("floor_").isdigit():
            self._call_place(int(what.removeprefix("floor_")))

    def _about(self, person_id: str, name: str) -> str:
        """What a rule of order has against giving somebody the floor who is looked up."""
        view = self._view
        return presenter.spoke_already(view, person_id, name, self.ask.kind) if view is not None else ""

    def _found(self, person_id: str) -> None:
        if self._view is None:
            return
        asked = {
            "item_id": self._view.item_id, "person_id": person_id, "kind": self.ask.kind,
            "side": self.ask.side, "category": self.ask.category,
        }  # fmt: skip
        action = floor.give_floor if self._handing else floor.ask_to_speak
        self.live.do(action, self._asked, self._not_asked, **asked)

    def _asked(self, _speech_id: str) -> None:
        self.leave_field()

    def _not_asked(self, refusal: Refusal) -> None:
        self.live.refuse(refusal)
        self.ask.field.selectAll()

    def first_stops(self) -> tuple[QWidget, ...]:
        return (self.list, self.tables.list, self.gist.field)

    def leave_field(self) -> bool:
        open_ = self.stack.currentWidget() is self.ask
        if open_:
            self._handing = False
            self.live.to_deck()  # else Qt gives the keyboard to the list, which would choose its first row
            self.stack.setCurrentWidget(self._below())
            self.live.later(self.live.to_deck)
        return open_

    def _call_place(self, place: int) -> None:
        """Call whoever stands at a place of the queue, counted from 1."""
        if self._view is not None and place <= len(self._view.waiting):
            self._call(self._view.waiting[place - 1].id)

    def _call(self, speech_id: str) -> None:
        against = presenter.called(self._view, speech_id)
        self.live.do(floor.call_speaker, lambda name: self._called(name, against), speech_id=speech_id)

    def _called(self, _name: str, against: str = "") -> None:
        if against:
            self.live.remark(against)
        self.list.clear_choice()
        self.live.to_deck()

    def _withdraw(self, speech_id: str) -> None:
        self.live.do(floor.withdraw_speech, lambda _none: self.live.to_deck(), speech_id=speech_id)
