"""Before the vote: what is asked, how it is counted, what happens on a tie, a sample, the papers out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.domain.vote_plan import Channel
from meeting_app.i18n import _
from meeting_app.queries import vote_words
from meeting_app.queries.vote_view import VoteView
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.papers import PapersOut
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.vote_sample import SampleBallot
from meeting_app.ui.widgets import Button, Label, SectionHead


class BeforePanel(QWidget):
    """Signals: how_asked() to show the hall how to vote, change_asked(), papers_given(issued, replaced,
    not_returned).
    """

    how_asked = Signal()
    change_asked = Signal()
    papers_given = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Label("", serif=True, wrap=True)
        self.options = Label("", wrap=True, bold=True)
        self.counted = Label("", wrap=True)
        self.tie = Label("", wrap=True, tone="muted")
        self.sample = SampleBallot()
        self.how = Button(_("Show the hall how to vote"), icon="presentation")
        self.how.clicked.connect(self.how_asked)
        self.change = Button(_("Change how it is held"), icon="pencil")
        self.change.clicked.connect(self.change_asked)
        self.papers = PapersOut(above=True)
        self.papers.given.connect(self.papers_given)
        self._build()

    def _build(self) -> None:
        words = down(
            self.text, 12, SectionHead(_("How it is counted"), small=True), 4,
            self.counted, 8, self.tie, 16, self.papers, 8, self.options, SPACE,
        )  # fmt: skip
        self.area = area = QScrollArea()
        area.setWidget(held(words))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = down(self.sample, 12, self.how, 8, self.change, SPACE)
        whole = across(gap=24)
        whole.addWidget(area, 1)
        whole.addLayout(beside)
        self.setLayout(whole)

    def show_view(self, view: VoteView) -> None:
        """Show what was prepared."""
        plan = view.plan
        self.text.setText(view.motion.text if view.motion else "")
        several = len(plan.options) > 1
        lines = [presenter.option_line(one.number, one.text, one.cost_fen) for one in plan.options]
        self.options.setText("\n".join(lines) if several else "")
        self.options.setVisible(several)
        self.counted.setText(vote_words.how_counted(plan.method, plan.setup))
        self.tie.setText(_("On equal votes: {words}").format(words=vote_words.on_tie(plan.method)))
        self.sample.show_method(plan.method, plan.setup)
        self.papers.setVisible(plan.secret and Channel.PAPER in plan.channels)
        self.papers.show_figures(view.issued, view.replaced, view.not_returned)
        self.papers.show_printed(view.printed)
