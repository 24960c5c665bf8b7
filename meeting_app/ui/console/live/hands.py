"""A vote by show of hands: the text, the rule in a sentence, three choices in turn, tellers row by row."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from meeting_app.actions import polls
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.polls import HandsView, hands_view
from meeting_app.ui.console.live import hands_presenter as presenter
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.ballots.prepare import PreparePanel
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.choice_tabs import ChoiceTabs
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.hand_table import HandTable
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.rows_editor import RowsEditor
from meeting_app.ui.console.live.sense_label import SenseLabel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Button,
    Hairline,
    IconLabel,
    Label,
    MainButton,
    Segment,
    Segmented,
    VoteMark,
)


class HandsPage(Centre):
    """Before the count: the text and the tellers. While counting: the rows. The result has its own page."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"poll", "hand_report", "seat_row", "stay", "proxy", "motion", "meeting", "agenda_item"}
    )

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: HandsView | None = None
        self.kind = Label("", "caption", tone="muted", elide=True)
        self.title = SenseLabel("", "h1")
        self.rule = Label("", wrap=True)
        self.tabs = ChoiceTabs()
        self.tabs.chosen.connect(self._choose)
        self.table = HandTable()
        self.table.reported.connect(self._report)
        self.text = Label("", "h2", serif=True, bold=False, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.tellers = Segmented(
            _("Tellers"), [Segment("2", _("Two tellers")), Segment("1", _("One teller"))]
        )
        self.rows_button = Button("", icon="list")
        self.rows_button.clicked.connect(self._edit_rows)
        self.rows_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ballots_button = Button(_("Vote by ballots"), icon="vote")
        self.ballots_button.clicked.connect(self._prepare)
        self.ballots_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.prepare = PreparePanel(live)
        self.prepare.left.connect(self.leave_field)
        self.editor = RowsEditor()
        self.editor.kept.connect(self._keep_rows)
        self.editor.left.connect(self.leave_field)
        self.mark = VoteMark("for", filled=True, side=24)
        self.choice = Label("", bold=True)
        self.total = Label("", "figure", bold=True)
        self.remark = Label("", tone="muted", elide=True)
        self.secret = Label(_("The projector shows no figures until the result is confirmed."), "caption",
                            tone="muted", elide=True)  # fmt: skip
        self.obvious = Button(_("Obvious majority, not counted"), icon="users")
        self.obvious.clicked.connect(self._declare)
        self.obvious.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.main_button = MainButton(key=_("Enter"))
        self.main_button.clicked.connect(self.main)
        self.main_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def _build(self) -> None:
        before = QWidget()
        lay = down(self.text, 16, across(self.tellers, 16, self.rows_button, 8, self.ballots_button, SPACE))
        lay.addStretch(1)
        before.setLayout(lay)
        self._before = before
        self.stack = QStackedWidget()
        for page in (before, self.table, self.editor, self.prepare):
            self.stack.addWidget(page)
        sums = across(self.mark, self.choice, self.total)
        sums.addWidget(self.remark, 1)
        self._sums = QWidget()
        self._sums.setLayout(sums)
        left = down(self._sums, self.secret)
        foot = across(gap=16, margins=(0, 12, 0, 0))
        foot.addLayout(left, 1)
        foot.addWidget(self.obvious)
        foot.addWidget(self.main_button)
        self._foot = held(down(8, Hairline(), foot))
        rule = across()
        rule.addWidget(IconLabel("info", tone="muted"), 0, Qt.AlignmentFlag.AlignTop)
        rule.addWidget(self.rule, 1)
        self._box = down(self.kind, self.title, rule, 12, self.tabs, 8, margins=(24, 24, 24, 24))
        self._box.addWidget(self.stack, 1)
        self._box.addWidget(self._foot)
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self.kind.setVisible(measures.name != "small")
        self.table.set_roomy(roomy=measures.name != "small")
        self.secret.setVisible(measures.name != "small")

    def refresh(self) -> None:
        item = self.live.view.current
        view: HandsView | None = self.live.ask(hands_view, item_id=item.id) if item else None
        if view is None:
            return
        before, self._view = self._view, view
        self.title.setText(view.motion.title if view.motion else view.title)
        self.text.setText(view.motion.text if view.motion else _("This item has no text to vote on yet."))
        self.rule.setText(presenter.rule_sentence(view))
        by = presenter.law(view.rule) if view.rule else ""
        self.kind.setText(words.joined(_("Vote by show of hands, persons only"), by))
        self.tabs.show_choices(presenter.choices(view))
        self._show_main(view)
        counting = view.state == "open"
        self.tabs.setVisible(counting)
        self._sums.setVisible(counting)
        untouched = view.choice is not Choice.ABSTAIN and not any(view.totals.values())
        self.obvious.setVisible(counting and untouched)
        if counting:
            self._show_count(view, before)
        elif self.stack.currentWidget() not in (self.editor, self.prepare):
            self.stack.setCurrentWidget(self._before)
        self._show_rows_button(view)

    def _show_main(self, view: HandsView) -> None:
        main = presenter.main(view)
        self.main_button.setText(main.text)
        self.main_button.set_icon(main.icon)
        self.main_button.setEnabled(main.enabled)

    def _show_rows_button(self, view: HandsView) -> None:
        rows = len(view.seat_rows)
        fits = sum(votes for _label, votes in view.seat_rows) == view.present
        if not rows:
            text = _("Rows: whole hall as one")
        elif fits:
            text = _("Rows: {n}").format(n=rows)
        else:
            text = _("Rows: {n}, do not add up any more").format(n=rows)
        self.rows_button.setText(text)

    def _show_count(self, view: HandsView, before: HandsView | None) -> None:
        tellers = tuple(presenter.teller(view, n) for n in range(1, view.tellers + 1))
        self.table.show_rows(presenter.rows(view), tellers, _("Check"))
        self.stack.setCurrentWidget(self.table)
        choice = presenter.choices(view)[list(Choice).index(view.choice)]
        self.mark.set_choice(view.choice)
        self.choice.setText(choice.word)
        self.total.setText(str(view.totals[view.choice]))
        for label in (self.choice, self.total):
            label.set_tone(str(view.choice))
        self.remark.setText(presenter.total(view))
        fresh = before is None or (before.poll_id, before.choice) != (view.poll_id, view.choice)
        if fresh and not view.finished[view.choice]:
            self.table.start()
        elif view.finished[view.choice] and before is not None and not before.finished.get(view.choice):
            self.live.to_deck()

    def enter_page(self) -> None:
        counting = self._view is not None and self._view.state == "open"
        self.stack.setCurrentWidget(self.table if counting else self._before)

    def take_focus(self) -> None:
        view = self._view
        if view is not None and view.state == "open" and not view.finished[view.choice]:
            self.table.start()
        else:
            self.live.to_deck()

    def main(self) -> None:
        view = self._view
        if self.stack.currentWidget() is self.prepare:
            self.prepare.keep()
            return
        if self.stack.currentWidget() is self.editor:
            self._keep_rows(self.editor.rows(), then_start=True)  # rows that were typed are not forgotten
            return
        if view is None:
            return
        main = presenter.main(view)
        if main.code == "start" and main.enabled:
            self.live.do(polls.open_poll, item_id=view.item_id, tellers=int(self.tellers.value()))
        elif main.code == "count_next" and main.choice is not None:
            self._choose(main.choice)
        elif main.code == "close":
            self.live.do(polls.close_poll, poll_id=view.poll_id)
        elif view.state == "open":
            self.table.start()

    def _declare(self) -> None:
        if self._view is not None:
            self.live.do(polls.declare_majority, poll_id=self._view.poll_id)

    def _choose(self, choice: str) -> None:
        view = self._view
        if view is None or view.state != "open":
            return
        if choice == view.choice:
            self.table.start()
            return
        self.live.do(polls.count_choice, poll_id=view.poll_id, choice=Choice(choice))

    def _report(self, position: int, teller: int, text: str) -> None:
        view = self._view
        if view is None:
            return

        def refused(refusal: Refusal) -> None:
            cell = self.table.cell(position, teller)
            cell.give_up()
            cell.setFocus(Qt.FocusReason.OtherFocusReason)
            self.live.refuse(refusal)

        self.live.do(
            polls.report_hands, None, refused, poll_id=view.poll_id, position=position, choice=view.choice,
            teller=teller, hands=int(text) if text else None,
        )  # fmt: skip

    def _prepare(self) -> None:
        view = self._view
        if view is not None and view.motion is not None:
            self.stack.setCurrentWidget(self.prepare)
            self._foot.hide()
            self.prepare.begin(view.item_id, view.motion.title)

    def _edit_rows(self) -> None:
        if self._view is not None:
            self.stack.setCurrentWidget(self.editor)
            self.editor.begin(self._view.seat_rows, self._view.present)

    def _keep_rows(self, rows: tuple[tuple[str, int], ...], *, then_start: bool = False) -> None:
        def kept(_none: None) -> None:
            self.leave_field()
            if then_start:
                self.main()

        self.live.do(polls.set_seat_rows, kept, meeting_id=self.live.meeting_id, rows=rows)

    def leave_field(self) -> bool:
        open_ = self.stack.currentWidget() in (self.editor, self.prepare)
        self._foot.show()
        if open_:
            self.stack.setCurrentWidget(self._before)
            self.live.to_deck()
        return open_
