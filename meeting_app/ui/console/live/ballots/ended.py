"""After the close: the ballots' code, the count with its progress, the result with its working, the lot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.domain.rules.share import Measure
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import _
from meeting_app.queries import vote_words
from meeting_app.queries.vote_result import VoteResult
from meeting_app.queries.vote_view import VoteView
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.option_bars import OptionBars
from meeting_app.ui.console.live.ballots.options_shown import options_shown
from meeting_app.ui.console.live.ballots.papers import PapersOut
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.result import WorkingStep
from meeting_app.ui.console.live.result_presenter import StepShown
from meeting_app.ui.console.live.verdict import VerdictHead
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Bar,
    Button,
    Field,
    Hairline,
    Label,
    Part,
    Progress,
    SectionHead,
)

BAR_NAME = 56
KINDS = {"blank": "void", "invalid": "void", "not_voting": "rest"}


def open_seats(result: VoteResult) -> tuple[int, ...]:
    """Among whom an election has to go on; nobody when it is over."""
    if result.question != Question.PEOPLE:
        return ()
    return result.outcome.tied or result.outcome.further


class EndedPanel(QWidget):
    """Signals: lot_drawn(number, name), again_asked(what, reason) with what = recount, annul or reopen,
    papers_given(issued, replaced, not_returned), bundle_asked(), follow_asked() for the vote among the tied
    or for the seats left open, count_cancelled().
    """

    lot_drawn = Signal(str, str)
    again_asked = Signal(str, str)
    papers_given = Signal(int, int, int)
    bundle_asked = Signal()
    follow_asked = Signal()
    count_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = ""
        self.code = Label("", "h1", bold=True)
        self.explained = Label("", tone="muted", wrap=True)
        self.progress = Progress(_("Counting the ballots"), _("Stop"))
        self.progress.cancelled.connect(self.count_cancelled)
        self.progress.hide()
        self.said = VerdictHead()
        self.turnout = Label("", tone="muted", wrap=True)
        self.bars = (Bar(_("Persons"), height=24), Bar(_("Area"), height=24))
        self._bar_rows = tuple(self._named(bar) for bar in self.bars)
        self.options = OptionBars(_("Options"))
        self.papers = PapersOut(returned=True, above=True)
        self.papers.given.connect(self.papers_given)
        self.number = Field(_("Drawn number"), _("The number that was drawn"))
        self.drawer = Field(_("Who drew it"), _("Who drew it"))
        self.number.returnPressed.connect(lambda: self.drawer.setFocus(Qt.FocusReason.OtherFocusReason))
        self.drawer.returnPressed.connect(self.draw)
        self.lot = Label("", wrap=True)
        self.working = SectionHead(_("How it was worked out"))
        self._steps: list[WorkingStep] = []
        self.told = Label("", wrap=True, tone="muted")
        self.reason = Field(_("Reason"), _("Why, for the minutes"))
        self.recount = Button(_("Count again"), icon="refresh-cw")
        self.annul = Button(_("Annul, vote again"), icon="rotate-ccw")
        self.reopen = Button(_("Let it go on"), icon="play")
        self.bundle = Button(_("Export for counting again"), icon="download")
        self.bundle.clicked.connect(self.bundle_asked)
        self.follow = Button(_("Vote on the open seats"), icon="chevron-right")
        self.follow.clicked.connect(self.follow_asked)
        for what, button in (("recount", self.recount), ("annul", self.annul), ("reopen", self.reopen)):
            button.clicked.connect(lambda _on=False, which=what: self._again(which))
        self._build()

    @staticmethod
    def _named(bar: Bar) -> QWidget:
        """A bar with what it measures before it."""
        name = Label(bar.accessibleName(), "caption", tone="muted")
        name.setFixedWidth(theme.current().px(BAR_NAME))
        row = across(name, 8)
        row.addWidget(bar, 1)
        return held(row)

    def _build(self) -> None:
        code = across(self.code, 16)
        code.addWidget(self.explained, 1)
        lot = across(gap=8)
        lot.addWidget(self.lot, 1)
        lot.addWidget(self.number)
        lot.addWidget(self.drawer)
        self._lot = held(lot)
        self._places = down()
        inner = down(
            self.said, 8, *self._bar_rows, self.papers, self.options, self.turnout, 8, self.working,
            Hairline(),
        )  # fmt: skip
        inner.addLayout(self._places)
        inner.addWidget(self.told)
        inner.addStretch(1)
        self.area = area = QScrollArea()
        area.setWidget(held(inner))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason.hide()
        self.reason.returnPressed.connect(lambda: self._again(self._asked))
        again = across(self.recount, self.reopen, self.annul, self.follow, SPACE, self.bundle)
        whole = down()
        whole.addLayout(code)
        whole.addWidget(self.progress)
        whole.addWidget(area, 1)
        whole.addWidget(self._lot)
        whole.addWidget(self.reason)
        whole.addSpacing(theme.current().px(8))
        whole.addLayout(again)
        self.setLayout(whole)

    def show_view(self, view: VoteView) -> None:
        """Show the vote after its close."""
        self.code.setText(" ".join(view.code))
        told = (
            _("Code of the {n} ballots: whoever counts them again must find this very code.")
            if view.state == "published"
            else _("Code of the {n} ballots. The hall sees it now, before the result.")
        )
        self.explained.setText(told.format(n=view.ballots))
        result = view.result
        published = view.state == "published"
        for part in (self.said, self.turnout, self.working, self.told):
            part.setVisible(result is not None)
        declared = result is not None and result.declared
        self.code.setVisible(not declared)
        if declared:
            self.explained.setText(_("An obvious majority was seen. No ballot and no hand was counted."))
        self.recount.setVisible(view.state == "counted" and not declared)
        self.reopen.setVisible(not view.plan.secret and not published)
        self.annul.setVisible(not published)
        if published:
            self.reason.hide()
        self.bundle.setVisible(result is not None and not declared)
        self.follow.setVisible(published and result is not None and bool(open_seats(result)))
        self.papers.setVisible(view.plan.secret and not published)
        self.papers.show_figures(view.issued, view.replaced, view.not_returned)
        open_tie = result is not None and result.verdict == "tie" and not view.lot_drawn
        self._lot.setVisible(open_tie and not published)
        self._show_bars(result)
        self._show_options(result)
        self._show_working(view, result)
        if result is None:
            return
        self.said.show_verdict(result.verdict, vote_words.verdict(result), presenter.sentence(result))
        told = words.sentences(vote_words.turnout(result), vote_words.without_silent(result))
        self.turnout.setText(told)
        self.lot.setText(_("Somebody from the hall draws a number in front of all, for example five dice."))

    def _show_bars(self, result: VoteResult | None) -> None:
        lines = {line.measure: line for line in result.lines} if result else {}
        measures = (Measure.PERSONS, Measure.AREA)
        for bar, row, measure in zip(self.bars, self._bar_rows, measures, strict=True):
            line = lines.get(measure)
            row.setVisible(line is not None)
            if line is None or result is None:
                continue
            by_area = measure is Measure.AREA
            parts = [
                Part(KINDS.get(part.kind, part.kind), part.area_c if by_area else part.persons)
                for part in result.parts
            ]
            whole = max(1, line.base, line.needed, sum(part.amount for part in parts))
            bar.show_parts(parts, whole, line.needed, words=vote_words.line(line))

    def _show_options(self, result: VoteResult | None) -> None:
        asked = result is None or result.method == "yes_no"
        self.options.setVisible(not asked)
        if result is not None and not asked:
            self.options.show_options(options_shown(result))

    def _show_working(self, view: VoteView, result: VoteResult | None) -> None:
        lines = vote_words.working(result) if result is not None else ()
        while len(self._steps) < len(lines):
            step = WorkingStep()
            self._places.addWidget(step)
            self._steps.append(step)
        for place, step in enumerate(self._steps):
            step.setVisible(place < len(lines))
            if place < len(lines):
                line = lines[place]
                step.show_step(StepShown(line.title, line.text, line.figure, line.holds))
        self.told.setText("\n".join(presenter.steps_text(view)))

    def draw(self) -> None:
        """Take the drawn number."""
        for field in (self.number, self.drawer):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.lot_drawn.emit(self.number.text().strip(), self.drawer.text().strip())

    def _again(self, what: str) -> None:
        """Ask for the reason first; Enter in it does what was asked."""
        self._asked = what
        if not self.reason.text().strip():
            self.reason.set_wrong(wrong=self.reason.isVisible())
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reason.set_wrong(wrong=False)
        self.again_asked.emit(what, self.reason.text())

    def done(self) -> None:
        """What was asked for is done."""
        for field in (self.reason, self.number, self.drawer):
            field.clear()
        self.reason.hide()

    def leave_field(self) -> bool:
        """Esc: no reason is asked for any more; False when none was."""
        asked = self.reason.isVisible()
        self.reason.clear()
        self.reason.hide()
        return asked
