"""The board of a role-play: what to say and the clock above, the tables in the middle, one main button below.

One person runs it: Right goes on, Left back, Space stops the clock, Enter does what the main button says, a
number opens a table, five letters ask one question each (commands.py). The hall follows by itself.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.actions.roleplay import running
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.roleplay.now import play_now
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.queries.slides_roleplay import available, stage_of_play
from meeting_app.ui.console.live.box import Middle, across, down, held
from meeting_app.ui.console.live.clock_panel import show_pause
from meeting_app.ui.console.live.context import Orders
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.roleplay import presenter
from meeting_app.ui.console.live.roleplay.ask_panel import AskPanel
from meeting_app.ui.console.live.roleplay.flow import Answer, Flow, Hold, Order
from meeting_app.ui.console.live.roleplay.head import PlayHead
from meeting_app.ui.console.live.roleplay.places import PlayPlace
from meeting_app.ui.console.live.roleplay.play_flows import ComingFlow, EndFlow, PhasesFlow, SceneFlow
from meeting_app.ui.console.live.roleplay.questions import QuestionList
from meeting_app.ui.console.live.roleplay.table_flows import HintFlow, ProposalFlow, TableFlow, tile_of
from meeting_app.ui.console.live.roleplay.tiles import TableTiles
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, EmptyState, Hairline, Label, MainButton, QuietButton

MINUTE_MS: Final = 60_000
LOOK_AGAIN_MS: Final = 5_000  # a moment of the script may come without any record changing
KINDS: Final = frozenset(
    {
        "play", "play_phase", "play_table", "play_turn", "play_proposal", "play_card", "play_agreement",
        "poll_sheet", "player", "play_note", "meeting", "agenda_item", "projection",
    }
)  # fmt: skip


def _moved_on(before: PlayNow | None, play: PlayNow | None) -> bool:
    """Whether the play is another one, in another state or another part."""
    if before is None or play is None:
        return before is not play
    return (before.play_id, before.state, before.at) != (play.play_id, play.state, play.at)


def _looks_back(play: PlayNow) -> bool:
    """Whether all talk about the play afterwards."""
    return play.state == "running" and play.phase is not None and play.phase.kind == "debrief"


class PlayBoard(QWidget):
    """A play where `place` says that it is played; or that there is none yet."""

    def __init__(self, orders: Orders, place: PlayPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.orders, self.place = orders, place
        self._play: PlayNow | None = None
        self._table = 1
        self._looked_ms = 0
        self.head = PlayHead()
        self.tiles = TableTiles()
        self.area = QScrollArea()
        self.area.setWidget(self.tiles)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ask = AskPanel()
        self.questions = QuestionList()
        self.empty = EmptyState(
            _("No role-play is prepared for this item"),
            _("Press Enter to choose one. Nothing begins before you say so."),
        )
        self.stack = Middle()
        for part in (self.area, self.ask, self.empty, self.questions):
            self.stack.addWidget(part)
        self.main_button = MainButton(icon="play", key=_("Enter"))
        self.pause = Button(_("Pause"), kind="big", icon="pause", key=_("Space"))
        self.more = Button(_("1 min"), kind="big", icon="plus", key="\u2191")
        self.more.setAccessibleName(_("A minute more for this part"))
        self.happened = Label("", "caption", tone="muted", elide=True)
        self.coming_button = QuietButton(_("Clues"), icon="lightbulb", key="C")
        self.scene_button = QuietButton(_("Hall"), icon="presentation", key="V")
        self.course_button = QuietButton(_("Course"), icon="list", key="N")
        self._build()
        self._connect()

    def _build(self) -> None:
        foot = across(gap=12, margins=(0, 12, 0, 0))
        for button in (self.pause, self.more):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.main_button)
        quiet = (self.coming_button, self.scene_button, self.course_button)
        for one in (self.pause, self.more, *quiet):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        middle = across(gap=8, margins=(0, 4, 0, 4))
        middle.addWidget(self.happened, 1)
        for one in quiet:
            middle.addWidget(one)
        self._middle = held(middle)
        self._box = down(self.head, self._middle, margins=(24, 24, 24, 24))
        self._box.addWidget(self.stack, 1)
        self._box.addWidget(Hairline())
        self._foot = held(foot)
        self._box.addWidget(self._foot)
        self.setLayout(self._box)

    def _connect(self) -> None:
        self.main_button.clicked.connect(self.main)
        self.pause.clicked.connect(self.space)
        self.more.clicked.connect(lambda: self.longer(MINUTE_MS))
        self.coming_button.clicked.connect(self.coming)
        self.scene_button.clicked.connect(self.scenes)
        self.course_button.clicked.connect(self.course)
        self.tiles.opened.connect(self.open_table)
        self.questions.asked.connect(self._ask_hall)
        self.ask.answered.connect(self._answered)
        self.ask.left.connect(self._close_ask)

    # ---- showing ----

    def refresh(self) -> None:
        now = self.orders.now()
        play_id, before = self.place.play_id(), self._play
        self._play = self.orders.ask(play_now, play_id=play_id, now=now) if play_id else None
        self._looked_ms = now.mono_ms
        if _moved_on(before, self._play):
            self._close_ask()  # what was asked belongs to how things stood
        self._show()

    def _show(self) -> None:
        play, now = self._play, self.orders.now()
        self.head.setVisible(play is not None)
        if play is not None:
            self.head.show_play(play, now)
            self.tiles.show_tiles([presenter.tile(one) for one in play.tables])
            self.happened.setText(presenter.happened(play))
            if _looks_back(play):
                stage = self.orders.ask(stage_of_play, play_id=play.play_id, now=now)
                self.questions.show_questions(stage.rounds, *self.place.held())
        self._show_keys()
        if self.stack.currentWidget() is not self.ask:
            self._turn_to(self._below())

    def _below(self) -> QWidget:
        if self._play is None:
            return self.empty
        return self.questions if _looks_back(self._play) else self.area

    def _turn_to(self, part: QWidget) -> None:
        """Show a part of the middle; the script steps aside for a question."""
        self.stack.setCurrentWidget(part)
        asking = part is self.ask
        self.head.fold(asking)
        self._middle.setVisible(self._play is not None and not asking)
        self._foot.setVisible(not asking)  # Enter and Space are the answers' now

    def _show_keys(self) -> None:
        """What the keys do now; only what can be done is shown."""
        play = self._play
        running_ = play is not None and play.state == "running"
        in_phase = play is not None and running_ and play.phase is not None
        self.pause.setVisible(in_phase)
        self.more.setVisible(in_phase)
        self.coming_button.setVisible(in_phase)
        self.scene_button.setVisible(play is not None)
        self.course_button.setVisible(running_)
        shown = self._main_shown()
        self.main_button.setText(shown.text)
        self.main_button.set_icon(shown.icon)
        self.main_button.setEnabled(shown.enabled)
        if play is not None:
            show_pause(self.pause, running=play.clock.running)

    def _main_shown(self) -> presenter.KeyShown:
        if self._play is None:
            return presenter.KeyShown("choose", _("Choose a role-play"), "search")
        shown = presenter.main(self._play)
        if shown.code != "leave":
            return shown
        return self.place.leaving()

    def tick(self, now: Instant) -> None:
        if self._play is None:
            return
        if self._play.clock.running and abs(now.mono_ms - self._looked_ms) >= LOOK_AGAIN_MS:
            self.refresh()
            return
        self.head.tick(self._play, now)

    _size = "usual"

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self._size = measures.name
        self.head.fit(measures)
        self._show_keys()

    def where(self, now: Instant) -> str:
        """Where the play stands, to the second: said when the program finds it under way."""
        return presenter.resumed(self._play, now) if self._play is not None else ""

    def enter_page(self) -> None:
        self._turn_to(self._below())

    def take_focus(self) -> None:
        if self.stack.currentWidget() is self.ask:
            self.ask.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.orders.to_deck()

    def leave_field(self) -> bool:
        if self.stack.currentWidget() is self.ask:
            self.ask.back()
            return True
        if self.tiles.hasFocus():
            self.orders.to_deck()
            return True
        return False

    # ---- keys ----

    def step(self) -> bool:
        """Right: the next part of a play that waits to begin or runs."""
        play = self._play
        right = presenter.step(play) if play is not None else None
        if play is None or right is None or not right.enabled:
            return False
        self._close_ask()
        action = running.start_play if right.code == "start" else running.next_phase
        self._do(action, self._turned, play_id=play.play_id)
        return True

    def step_back(self) -> bool:
        """Left: the part before, while a play runs; the item before only when none does."""
        play = self._play
        if play is None or play.state != "running":
            return False
        self._close_ask()
        self._do(running.previous_phase, self._turned, play_id=play.play_id)
        return True

    def main(self) -> None:
        """Enter on the deck."""
        play, code = self._play, self._main_shown().code
        if play is None:
            self.place.choose(self.begin)
        elif code in ("start", "next", "finish"):
            self.step()
        elif code == "release":
            self._do(running.reveal_clue, play_id=play.play_id, clue=play.steps.target)
        elif code == "fire":
            self._do(running.fire_event, play_id=play.play_id, event=play.steps.target)
        elif code == "end":
            self.begin(EndFlow(play.play_id))
        elif code == "cast":
            self.place.cast(play)
        else:
            self.place.leave()

    def space(self) -> None:
        play = self._play
        if play is None or play.state != "running" or play.phase is None:
            return
        action = running.pause_play if play.clock.running else running.resume_play
        self._do(action, play_id=play.play_id)

    def longer(self, by_ms: int) -> None:
        """A whole minute for the part, whichever way it was asked for."""
        play = self._play
        if play is not None and play.phase is not None and play.state == "running":
            by = MINUTE_MS if by_ms > 0 else -MINUTE_MS
            self._do(running.extend_phase, play_id=play.play_id, by_ms=by)

    def propose(self) -> None:
        """P: a proposal of the chosen table."""
        play = self._running()
        if play is not None and tile_of(play, self._table) is not None:
            self.begin(ProposalFlow(play, self._table))

    def hint(self) -> None:
        """H: a hint for the chosen table."""
        play = self._running()
        tile = tile_of(play, self._table) if play is not None else None
        if play is not None and tile is not None:
            self.begin(HintFlow(play, tile))

    def coming(self) -> None:
        """C: clues and events."""
        play = self._running()
        if play is not None:
            self.begin(ComingFlow(play))

    def course(self) -> None:
        """N: change the course."""
        play = self._running()
        if play is not None:
            self.begin(PhasesFlow(play))

    def scenes(self) -> None:
        """V: what the hall sees."""
        if self._play is not None:
            stage = self.orders.ask(stage_of_play, play_id=self._play.play_id, now=self.orders.now())
            self.begin(SceneFlow(available(stage), self.place.held()[0]))

    def open_table(self, number: int) -> None:
        """A number: what can be done at that table; while all look back, the question for the hall."""
        play = self._running()
        if self.stack.currentWidget() is self.questions:
            self.questions.ask(number)
            return
        tile = tile_of(play, number) if play is not None else None
        if play is not None and tile is not None:
            self._table = number
            self.begin(TableFlow(play, tile))

    def to_tables(self) -> None:
        """0: the arrow keys move among the tables, for those above nine."""
        if self._running() is not None:
            self._close_ask()
            self.tiles.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _running(self) -> PlayNow | None:
        return self._play if self._play is not None and self._play.state == "running" else None

    # ---- questions and orders ----

    def _ask_hall(self, place: int) -> None:
        """Show the hall a question of the talk afterwards."""
        self.place.hold("debrief", place)

    def begin(self, flow: Flow) -> None:
        """Ask the first question of a flow."""
        self._turn_to(self.ask)
        self.ask.begin(flow)

    def _close_ask(self) -> None:
        if self.stack.currentWidget() is self.ask:
            self._turn_to(self._below())
            self.orders.to_deck()

    def _answered(self, option: str) -> None:
        flow = self.ask.flow
        if flow is None:
            return
        answer: Answer = flow.choose(option)
        if isinstance(answer, Order):
            self._order(answer)
        elif isinstance(answer, Hold):
            self._hold(answer.scene)
        elif answer is None:
            self._close_ask()
        else:
            same = type(answer) is type(flow) and answer.question().title == flow.question().title
            self.ask.go_on(answer, same=same)

    def _order(self, order: Order) -> None:
        def done(_result: object) -> None:
            self.refresh()
            following = order.then(self._play) if order.then is not None and self._play is not None else None
            if following is not None:
                self.begin(following)
            else:
                self._close_ask()

        self.orders.do(order.action, done, self._refused, **order.arguments)

    def _refused(self, refusal: Refusal) -> None:
        """The question stays open: another answer may do."""
        self.orders.refuse(refusal)

    def _do(
        self, action: Callable[..., Any], done: Callable[[Any], None] | None = None, **arguments: object
    ) -> None:
        self.orders.do(action, done, None, **arguments)

    def _hold(self, scene: str) -> None:
        self._close_ask()
        self.place.hold(scene)

    def _turned(self, _none: object) -> None:
        """A part has begun: the hall follows the play again, from the first page of its scene."""
        self.place.follow()
