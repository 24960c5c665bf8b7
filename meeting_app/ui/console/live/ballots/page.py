"""The page of a vote by ballots: one main button from opening to publication."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from meeting_app.actions.projection import pin_slide
from meeting_app.actions.votes import casting, counting, running
from meeting_app.actions.votes.again import vote_on_the_rest
from meeting_app.actions.votes.bundles import write_bundle
from meeting_app.actions.votes.obvious import declare_choice
from meeting_app.actions.votes.slips import replace_paper
from meeting_app.domain.codes import code_of_paper, in_groups
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Count, Marks, Stopped
from meeting_app.domain.vote_plan import BEFORE, Channel, PollState
from meeting_app.i18n import _
from meeting_app.queries.slides_votes import HOW
from meeting_app.queries.vote_count import CountTask, count_task, work_out
from meeting_app.queries.vote_view import VoteView, paper_number, vote_view
from meeting_app.ui.console.live import agenda_presenter
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.before import BeforePanel
from meeting_app.ui.console.live.ballots.ended import EndedPanel
from meeting_app.ui.console.live.ballots.prepare import PreparePanel
from meeting_app.ui.console.live.ballots.printing import PaperPrinter
from meeting_app.ui.console.live.ballots.running import RunningPanel
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.sense_label import SenseLabel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Hairline, Label, MainButton

READ_ON = 72


class BallotsPage(Centre):
    """Before, running, ended; the count runs beside the windows and can be stopped."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "poll", "poll_option", "poll_right", "ballot", "rest_count", "urn", "stay", "proxy", "motion",
            "meeting", "agenda_item",
        }
    )  # fmt: skip
    _progressed = Signal(int, int)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: VoteView | None = None
        self._asked = False  # closing was asked for, the next Enter does it
        self._counting = self._stop = False
        self.kind = Label("", "caption", tone="muted", elide=True)
        self.title = SenseLabel("", "h1")
        self.before, self.running, self.ended = BeforePanel(), RunningPanel(), EndedPanel()
        self.stack = QStackedWidget()
        self.prepare = PreparePanel(live)
        self.printer = PaperPrinter(live, self)
        for panel in (self.before, self.running, self.ended, self.prepare):
            self.stack.addWidget(panel)
        self.remark = Label("", tone="muted", wrap=True)
        self.main_button = MainButton(_("Open the vote"), icon="vote", key=_("Enter"))
        self.main_button.clicked.connect(self.main)
        foot = across(gap=16, margins=(0, 12, 0, 0))
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.main_button)
        self._box = down(self.kind, self.title, 8, margins=(24, 24, 24, 24))
        self._box.addWidget(self.stack, 1)
        self._foot = held(down(8, Hairline(), foot))
        self._box.addWidget(self._foot)
        self.setLayout(self._box)
        self._connect()

    def _connect(self) -> None:
        self.before.how_asked.connect(self._show_how)
        self.before.change_asked.connect(self._change)
        self.prepare.left.connect(self._changed)
        self.before.papers_given.connect(self._give_papers)
        self.running.papers_given.connect(self._give_papers)
        self.ended.papers_given.connect(self._give_papers)
        self.running.cast_asked.connect(self._cast)
        self.running.paper_typed.connect(self._type_paper)
        self.running.paper_dropped.connect(self._drop_paper)
        self.running.paper_replaced.connect(self._replace_paper)
        self.running.ballot_handed.connect(self._hand_over)
        self.running.obvious_seen.connect(self._see)
        self.before.papers.print_asked.connect(self._print_papers)
        self.running.papers.print_asked.connect(self._print_papers)
        self.running.rest_reported.connect(self._report_rest)
        self.running.taken_back.connect(self._take_back)
        self.ended.lot_drawn.connect(self._draw)
        self.ended.again_asked.connect(self._again)
        self.ended.bundle_asked.connect(self._export)
        self.ended.follow_asked.connect(self._follow)
        self.ended.count_cancelled.connect(self._stop_counting)
        self._progressed.connect(self._show_progress)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)

    # ---- showing ----

    def refresh(self) -> None:
        item = self.live.view.current
        view: VoteView | None = self.live.ask(vote_view, item_id=item.id) if item else None
        if view is None:
            return
        if self._view is None or view.state != self._view.state:
            self._asked = False
        self._view = view
        self.kind.setText(presenter.kind(view.plan))
        self.title.setText(view.title)
        panel: BeforePanel | RunningPanel | EndedPanel = self.ended
        if view.state in BEFORE:
            panel = self.before
        elif view.state == PollState.OPEN:
            panel = self.running
        panel.show_view(view)
        if self.stack.currentWidget() is self.prepare and panel is self.before:
            return
        moved = self.stack.currentWidget() is not panel
        self.stack.setCurrentWidget(panel)
        self._show_main(view)
        if moved and panel is self.running:
            self.running.start()
        elif moved:
            self.live.to_deck()

    def _show_main(self, view: VoteView) -> None:
        shown = presenter.main(view, asked=self._asked)
        text, icon = shown.text, shown.icon
        if shown.code == "next":
            step = agenda_presenter.step(self.live.view)
            text, icon = agenda_presenter.in_a_line(step), step.icon
        self.main_button.setText(text)
        self.main_button.set_icon(icon)
        self.main_button.setEnabled(shown.enabled and not self._counting)
        self.remark.setText(presenter.remark(view, asked=self._asked))

    def enter_page(self) -> None:
        if self.stack.currentWidget() is self.prepare:
            self._changed()

    def longer(self, by_ms: int) -> None:
        """Up and Down on the deck read on, where more stands there than the window shows."""
        panel = self.stack.currentWidget()
        if panel in (self.before, self.ended):
            bar = panel.area.verticalScrollBar()
            bar.setValue(bar.value() - (1 if by_ms > 0 else -1) * theme.current().px(READ_ON))

    def take_focus(self) -> None:
        if self._view is not None and self._view.state == PollState.OPEN:
            self.running.start()
        else:
            self.live.to_deck()

    def leave_field(self) -> bool:
        if self.stack.currentWidget() is self.prepare:
            self._changed()
            return True
        if self._asked:
            self._asked = False
            self.refresh()
            return True
        if self.stack.currentWidget() is self.ended and self.ended.leave_field():
            self.live.to_deck()
            return True
        return False

    # ---- doing ----

    def main(self) -> None:
        view = self._view
        if self.stack.currentWidget() is self.prepare:
            self.prepare.keep()
            return
        if view is None or self._counting:
            return
        shown = presenter.main(view, asked=self._asked)
        acts: dict[str, Callable[[], Any]] = {
            "open": lambda: self._do(running.open_vote),
            "ask_close": self._ask_close,
            "close": self._close,
            "count": self._count,
            "draw": self.ended.draw,
            "publish": lambda: self._do(counting.publish_vote),
            "next": self.live.step,
        }
        if shown.enabled:
            acts[shown.code]()

    def _do(self, action: Callable[..., Any], done: Callable[[Any], None] | None = None, **more: Any) -> None:
        if self._view is not None:
            self.live.do(action, done, None, poll_id=self._view.poll_id, **more)

    def _close(self) -> None:
        view = self._view
        if view is not None:
            self.live.do(running.close_vote, None, self._not_closed, poll_id=view.poll_id)

    def _not_closed(self, refusal: Refusal) -> None:
        """It goes on: what is missing is typed first, and closing asks once more."""
        self._asked = False
        self.live.refuse(refusal)
        self.refresh()

    def _ask_close(self) -> None:
        self._asked = True
        self.live.to_deck()
        if self._view is not None:
            self._show_main(self._view)

    def _change(self) -> None:
        if self._view is not None:
            self.stack.setCurrentWidget(self.prepare)
            self._foot.hide()
            self.prepare.begin(self._view.item_id, self._view.title)

    def _changed(self) -> None:
        self.stack.setCurrentWidget(self.before)
        self._foot.show()
        self.refresh()
        self.live.to_deck()

    def _show_how(self) -> None:
        pinned = self.live.view.projection.pinned
        self.live.do(pin_slide, meeting_id=self.live.meeting_id, pinned="" if pinned == HOW else HOW)

    def _give_papers(self, issued: int, replaced: int, not_returned: int) -> None:
        self._do(
            running.hand_out, lambda _none: self.take_focus(), issued=issued, replaced=replaced,
            not_returned=not_returned,
        )  # fmt: skip

    def _cast(self, right_id: str, marks: Marks) -> None:
        self._do(
            casting.cast, lambda _receipt: self.running.taken(), channel=Channel.KEYPAD, marks=marks,
            right_id=right_id,
        )  # fmt: skip

    def _take_back(self, right_id: str) -> None:
        self._do(casting.take_back_ballot, lambda _none: self.running.type_again(), right_id=right_id)

    def _type_paper(self, serial: str, marks: Marks | None, typing: int) -> None:
        def typed(receipt: casting.Receipt) -> None:
            if receipt.state == "different":
                told = _("Paper no. {serial}: the two typings differ. Look at it again.")
                self.live.tell(told.format(serial=paper_number(code_of_paper(serial))))
            self.running.taken()

        self._do(casting.cast, typed, channel=Channel.PAPER, marks=marks, serial=serial, typing=typing)

    def _drop_paper(self, serial: str) -> None:
        self._do(casting.drop_paper, serial=serial)

    def _replace_paper(self, serial: str) -> None:
        def replaced(_none: None) -> None:
            told = _("Paper no. {serial} is good for nothing any more. Hand out a new one.")
            self.live.tell(told.format(serial=in_groups(code_of_paper(serial))), "ok")
            self.running.taken()

        self._do(replace_paper, replaced, serial=serial)

    def _hand_over(self, right_id: str, delivered: bool) -> None:
        self._do(casting.deliver_ballots, right_id=right_id, delivered=delivered)

    def _see(self, options: tuple[int, ...]) -> None:
        self._do(declare_choice, lambda _verdict: self.running.taken(), options=options)

    def _print_papers(self, count: int) -> None:
        if self._view is not None:
            self.printer.print(self._view.poll_id, count)

    def _report_rest(self, position: int, mark: int, teller: int, text: str) -> None:
        def refused(refusal: Refusal) -> None:
            self.live.refuse(refusal)
            self.refresh()  # the figure that is kept stands again in the place of the one that cannot be

        if self._view is not None:
            self.live.do(
                casting.report_rest, None, refused, poll_id=self._view.poll_id, position=position, mark=mark,
                teller=teller, hands=int(text) if text else None,
            )  # fmt: skip

    def _draw(self, number: str, name: str) -> None:
        self._do(counting.draw_lot, lambda _none: self._counted_by_lot(), number=number, drawn_by=name)

    def _counted_by_lot(self) -> None:
        self.ended.done()
        self._count()

    def _again(self, what: str, reason: str) -> None:
        action = {
            "recount": counting.recount_vote, "annul": running.annul_vote, "reopen": running.reopen_vote
        }[what]  # fmt: skip
        self._do(action, lambda _none: self.ended.done(), reason=reason)

    def _follow(self) -> None:
        self._do(vote_on_the_rest)

    def _export(self) -> None:
        view, office = self._view, self.live.office
        if view is not None:
            poll_id = view.poll_id
            office.tasks.run(
                lambda: write_bundle(office.desk, office.records, poll_id), self._exported, self._failed
            )

    def _exported(self, place: Path) -> None:
        self.live.tell(_("Written for counting again: {place}").format(place=place), "ok")

    # ---- counting ----

    def _count(self) -> None:
        view = self._view
        task: CountTask | None = self.live.ask(count_task, poll_id=view.poll_id) if view else None
        if task is None or self._counting:
            return
        self._counting, self._stop = True, False
        self.main_button.setEnabled(False)
        self.ended.progress.show_progress(_("Counting the ballots"), 0, 0)
        self.ended.progress.show()
        self.live.office.tasks.run(
            lambda: work_out(task, self._watch), lambda count: self._counted(task, count), self._failed
        )

    def _watch(self, done: int, most: int) -> bool:
        """On the worker's thread: tell how far it is; answers whether to go on."""
        self._progressed.emit(done, most)
        return not self._stop

    def _show_progress(self, done: int, most: int) -> None:
        if self._counting:
            self.ended.progress.show_progress(_("Counting the ballots"), done, most)

    def _stop_counting(self) -> None:
        self._stop = True

    def _counted(self, task: CountTask, count: Count) -> None:
        self._end_counting()
        if self._stop:
            return  # it was stopped when the count was over already: what was asked for holds
        self.live.do(
            counting.record_count, poll_id=task.poll_id, sheet_hash=task.sheet_hash,
            lot_number=task.lot_number, count=count,
        )  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        self._end_counting()
        if isinstance(error, Refusal):
            self.live.refuse(error)
        elif not isinstance(error, Stopped):
            raise error

    def _end_counting(self) -> None:
        self._counting = False
        self.ended.progress.hide()
        if self._view is not None:
            self._show_main(self._view)
