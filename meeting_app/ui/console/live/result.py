"""The result: verdict, one sentence, a bar with its threshold, the working by steps; Enter publishes it."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.actions import polls
from meeting_app.i18n import _
from meeting_app.queries.polls import HandsView, hands_view
from meeting_app.ui.console.live import agenda_presenter, words
from meeting_app.ui.console.live import result_presenter as presenter
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.sense_label import SenseLabel
from meeting_app.ui.console.live.verdict import VerdictHead
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Bar,
    Button,
    Chip,
    Field,
    FillSwatch,
    Hairline,
    IconLabel,
    Label,
    MainButton,
    Part,
    SectionHead,
    VoteMark,
    paint,
)

STEP_HIGH = 40


MOST_FIGURE = 360


class WorkingStep(QWidget):
    """A line of the working."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.mark = IconLabel("check", tone="ok")
        self.title = Label("", bold=True)
        self.title.setFixedWidth(now.px(104))
        self.rule = Label("", tone="muted", elide=True)
        self.figure = Label("")
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = across(self.mark, 4, self.title)
        row.addWidget(self.rule, 1)
        row.addWidget(self.figure)
        self.setLayout(row)
        self.setFixedHeight(now.px(STEP_HIGH))

    def show_step(self, shown: presenter.StepShown) -> None:
        """Show it; a test that was not made any more is grey."""
        icon = {True: "check", False: "triangle-alert", None: "minus"}[shown.holds]
        self.mark.set_icon(icon, {True: "ok", False: "warn", None: "muted"}[shown.holds])
        self.title.setText(shown.title)
        self.title.set_tone("" if shown.holds is not None else "muted")
        self.rule.setText(shown.rule)
        most = theme.current().px(MOST_FIGURE)
        told = paint.elided(self.figure.font(), shown.figure, most)
        self.figure.setText(told)  # forty names are no figure: whole in the tip and in the minutes
        self.figure.setToolTip(shown.figure if told != shown.figure else "")
        self.figure.setAccessibleName(shown.figure)
        self.figure.set_tone("warn" if shown.holds is False else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.current().colour("line"))


class Legend(QWidget):
    """What the fills of the bar mean, with their figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: dict[str, Label] = {}
        self._words: dict[str, Label] = {}
        row = across(gap=8)
        for kind in ("for", "against", "abstain", "void"):
            row.addWidget(FillSwatch(kind))
            if kind != "void":
                row.addWidget(VoteMark(kind))
            self._words[kind] = Label("", bold=True, tone=kind if kind != "void" else "muted")
            self._figures[kind] = Label("")
            row.addWidget(self._words[kind])
            row.addWidget(self._figures[kind])
            row.addSpacing(theme.current().px(8))
        row.addStretch(1)
        self.setLayout(row)

    def show_parts(self, parts: Sequence[presenter.PartShown]) -> None:
        """Show the figures."""
        for part in parts:
            self._words[part.kind].setText(part.word)
            self._figures[part.kind].setText(str(part.count))


class ResultPage(Centre):
    """Enter confirms and puts it on the projector; a recount needs a reason."""

    kinds: ClassVar[frozenset[str]] = frozenset({"poll", "hand_report", "meeting", "agenda_item"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: HandsView | None = None
        self.head = Label("", "caption", tone="muted", elide=True)
        self.title = SenseLabel("", "h1")
        self.said = VerdictHead()
        self.bar = Bar(_("Votes"), height=24)
        self.figure = Label("", bold=True)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.legend = Legend()
        self.threshold = Label("")
        self.working = SectionHead(_("How it was worked out"))
        self._steps: list[WorkingStep] = []
        self.recount = Button(_("Count again"), kind="big", icon="refresh-cw")
        self.recount.clicked.connect(self._ask_reason)
        self.recount.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shown = Chip("", "ok", icon="check")
        self.main_button = MainButton(
            _("Confirm, put it on the projector"), icon="monitor-play", key=_("Enter")
        )
        self.main_button.clicked.connect(self.main)
        self.main_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def _build(self) -> None:
        now = theme.current()
        bar = across(Label(_("Persons")), 8)
        bar.addWidget(self.bar, 1)
        bar.addWidget(self.figure)
        legend = across()
        legend.addWidget(self.legend, 1)
        legend.addWidget(self.threshold)
        self._places = down(SPACE)
        area = QScrollArea()
        area.setWidget(held(self._places))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reason = Field(_("Reason for counting again"), _("Why it is counted again, for the minutes"))
        self.reason.setMaxLength(400)
        self.reason.returnPressed.connect(self._recount)
        self.again = Button(_("Count again"), icon="refresh-cw")
        self.again.clicked.connect(self._recount)
        line = across()
        line.addWidget(self.reason, 1)
        line.addWidget(self.again)
        self._reason = held(line)
        self._reason.hide()
        foot = across(self.recount, self.shown, SPACE, self.main_button, gap=16)
        self._box = down(
            self.head, self.title, 8, self.said, 12, bar, legend, 8, self.working, Hairline(),
            margins=(24, 24, 24, 24),
        )  # fmt: skip
        self._box.addWidget(area, 1)
        self._box.addWidget(self._reason)
        self._box.addSpacing(now.px(8))
        self._box.addLayout(foot)
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self.head.setVisible(measures.name != "small")
        self.threshold.setVisible(measures.name != "small")

    def refresh(self) -> None:
        item = self.live.view.current
        view: HandsView | None = self.live.ask(hands_view, item_id=item.id) if item else None
        shown = presenter.result(view) if view is not None else None
        if view is None or shown is None or item is None:
            return
        self._view = view
        self.head.setText(words.joined(_("Item {number}").format(number=item.number),
                                       _("show of hands"), shown.round_))  # fmt: skip
        self.title.setText(view.motion.title if view.motion else view.title)
        self.said.show_verdict(shown.verdict, shown.word, shown.sentence)
        parts = tuple(Part(part.kind, part.count) for part in shown.parts)
        self.bar.show_parts(parts, shown.base, shown.threshold, words=shown.figure)
        self.figure.setText(shown.figure)
        for part in (self.bar, self.legend, self.threshold):
            part.setVisible(bool(shown.parts))
        self.legend.show_parts(shown.parts)
        self.threshold.setText(shown.threshold_word)
        self.working.remark.setText(shown.law)
        self._show_steps(shown.steps)
        self._show_foot(shown)

    def _show_steps(self, steps: Sequence[presenter.StepShown]) -> None:
        while len(self._steps) < len(steps):
            step = WorkingStep()
            self._places.insertWidget(len(self._steps), step)
            self._steps.append(step)
        for place, line in enumerate(self._steps):
            line.setVisible(place < len(steps))
            if place < len(steps):
                line.show_step(steps[place])

    def _show_foot(self, shown: presenter.ResultShown) -> None:
        self.recount.setVisible(not shown.published and self._reason.isHidden())
        self.shown.setVisible(shown.published)
        self.shown.set_chip(_("Confirmed, the hall sees it"), "ok", "check")
        if shown.published:
            step = agenda_presenter.step(self.live.view)
            self.main_button.setText(agenda_presenter.in_a_line(step))
            self.main_button.set_icon(step.icon)
            self._reason.hide()
        else:
            self.main_button.setText(_("Confirm, put it on the projector"))
            self.main_button.set_icon("monitor-play")

    def enter_page(self) -> None:
        self._reason.hide()

    def main(self) -> None:
        view = self._view
        if view is None:
            return
        if view.state == "published":
            self.live.step()
        else:
            self.live.do(polls.publish_result, poll_id=view.poll_id)

    def _ask_reason(self) -> None:
        self._reason.show()
        self.recount.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recount(self) -> None:
        view = self._view
        if view is None or not self.reason.text().strip():
            self.reason.set_wrong(wrong=True)
            return
        self.live.do(
            polls.recount, lambda _id: self._recounting(), poll_id=view.poll_id, reason=self.reason.text()
        )

    def _recounting(self) -> None:
        self.reason.clear()
        self._reason.hide()

    def leave_field(self) -> bool:
        if self._reason.isVisible():
            self._reason.hide()
            self.recount.show()
            self.live.to_deck()
            return True
        return False
