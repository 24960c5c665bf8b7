"""How a vote is held, picked by the question; beside it a filled sample, how it is counted, what a tie means.

The same form stands in the office, where a meeting is called, and in the live window.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import HANDS_METHODS, Question
from meeting_app.i18n import _
from meeting_app.queries import vote_words
from meeting_app.queries.vote_view import VotePlan
from meeting_app.ui.console import vote_choices as choices
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.vote_choices import OwnersLook, Wanted
from meeting_app.ui.console.vote_following import Following
from meeting_app.ui.console.vote_sample import SampleBallot
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    CheckBox,
    Choice,
    Field,
    Label,
    Labelled,
    Segment,
    Segmented,
    Stepper,
    TextArea,
)

HANDS, BALLOTS = "hands", "ballots"
MOST_SEATS = 20


class VoteEditor(QWidget):
    """Signals: changed() at every choice of a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._owners: OwnersLook | None = None
        self.form = Segmented(
            _("How the vote is held"),
            [Segment(HANDS, _("By show of hands, rows and tellers"), "hand"),
             Segment(BALLOTS, _("By ballots"), "vote")],
        )  # fmt: skip
        self.question = Choice(_("What is asked"))
        self.question.offer(choices.questions())
        self.method = Choice(_("Way of counting"))
        self.variant = Choice(_("How exactly"))
        self.options = TextArea(_("Options, one a line"), rows=4)
        self.seats = Stepper(_("How many are chosen"), value=1, least=1, most=MOST_SEATS)
        self.limit = Stepper(_("Marks at most"), value=1, least=1, most=100)
        self.budget = Field(_("Money to share, in yuan"))
        self.secrecy = Segmented(
            _("Secret vote"), [Segment(choices.OPEN, _("by name")), Segment(choices.SECRET, _("secret"))]
        )
        self.hands = CheckBox(_("Those left raise their hands"))
        self.rule = Choice(_("Rule of decision"))
        self.scope = Field(_("Houses whose owners it concerns"), _("all; or for example 3 5-2"))
        self.voices = Label("", wrap=True, tone="muted")
        self.reason = Field(_("Reason for the change, for the minutes"))
        self.sample = SampleBallot()
        self.counted = Label("", "caption", wrap=True)
        self.tie = Label("", "caption", wrap=True, tone="muted")
        self.wrong = Label("", wrap=True, tone="danger")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._limit_box = Labelled(_("Marks at most"), self.limit)
        self._seats_box = Labelled(_("How many are chosen"), self.seats)
        self._budget_box = Labelled(_("Money to share, in yuan"), self.budget)
        self._variant_box = Labelled(_("How exactly"), self.variant)
        self._options_box = Labelled(_("Options, one a line"), self.options)
        self._reason_box = Labelled(_("Reason for the change, for the minutes"), self.reason)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().px(16))
        grid.addWidget(Labelled(_("What is asked"), self.question), 0, 0, 1, 2)
        grid.addWidget(Labelled(_("Way of counting"), self.method), 1, 0, 1, 2)  # its end tells ways apart
        grid.addWidget(self._options_box, 2, 0, 1, 2)
        grid.addWidget(held(across(self._seats_box, self._budget_box)), 3, 0)  # no way has both
        grid.addWidget(self._limit_box, 3, 1)
        grid.addWidget(self._variant_box, 4, 0, 1, 2)
        grid.addWidget(Labelled(_("Ways to vote"), self.secrecy), 5, 0, 1, 2)
        grid.addWidget(self.hands, 6, 0, 1, 2)
        grid.addWidget(Labelled(_("Rule of decision"), self.rule), 7, 0, 1, 2)  # law names are long
        self._scope_box = Labelled(_("Houses whose owners it concerns"), self.scope)
        grid.addWidget(self._scope_box, 8, 0, 1, 2)
        grid.addWidget(self.voices, 9, 0, 1, 2)
        for choice in (self.question, self.method, self.variant, self.rule):
            # As wide as its column, not as its longest offer, which would push the sample out of sight.
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(10, 1)  # what is higher beside it leaves no gaps between the fields
        self._beside = Following(held(down(self.sample, 8, self.counted, 4, self.tie)))
        body = across(gap=16)
        body.addLayout(grid, 1)
        body.addWidget(self._beside)
        self._body = held(body)
        whole = down(self.form, 12, self._body, 8, self._reason_box, self.wrong)
        whole.addStretch(1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.form.chosen.connect(lambda _value: self._show())
        self.question.chosen.connect(lambda _value: self._offer_methods())
        self.method.chosen.connect(lambda _value: self._take_method())
        self.variant.chosen.connect(lambda _value: self._show())
        for signal in (self.seats.changed, self.limit.changed, self.secrecy.chosen):
            signal.connect(lambda _value: self._show())
        for field in (self.budget, self.reason):
            field.textEdited.connect(lambda _text: self.changed.emit())
        self.options.textChanged.connect(self._options_typed)
        self.hands.clicked.connect(lambda _on: self.changed.emit())
        self.rule.chosen.connect(lambda _value: self._show())
        self.scope.textEdited.connect(lambda _text: self.changed.emit())
        self.scope.editingFinished.connect(self._show_voices)

    # ---- filling ----

    def begin(
        self,
        plan: VotePlan | None,
        title: str,
        rules: Sequence[tuple[str, str]],
        owners: OwnersLook | None = None,
        *,
        announced: bool,
    ) -> None:
        """Start with what is prepared, or with a show of hands; `rules` are offered beside the meeting's."""
        self._title, self._owners = title, owners
        self.scope.setText(choices.scope_typed(plan.scope) if plan is not None else "")
        self.rule.offer([("", _("As the meeting")), *rules])
        self.form.set_value(HANDS if plan is None else BALLOTS)
        self.question.set_value(plan.question if plan else Question.AGREE)
        self._offer_methods(told=False)
        if plan is not None:
            self.method.set_value(plan.method)
            self.variant.offer(choices.variants(plan.method))
            self.variant.set_value(plan.setup.variant)
            lines = (choices.option_text(option.text, option.cost_fen) for option in plan.options)
            self.options.setPlainText("\n".join(lines))
            self.seats.set_value(plan.setup.seats)
            self.limit.set_value(plan.setup.limit or 1)
            self.budget.setText(choices.money_typed(plan.setup.budget) if plan.setup.budget else "")
            self.secrecy.set_value(choices.SECRET if plan.secret else choices.OPEN)
            self.hands.setChecked("hands" in plan.channels)
            self.rule.set_value(plan.rule)
        else:
            self.options.setPlainText("")
        self._reason_box.setVisible(announced)
        self._show(told=False)

    def take_title(self, title: str) -> None:
        """The motion's name as it stands now: what is agreed to."""
        self._title = title

    def _asked(self) -> Question:
        return Question(self.question.value())

    def _offer_methods(self, *, told: bool = True) -> None:
        self.method.offer(choices.methods(self._asked()))
        self._take_method(told=told)

    def _take_method(self, *, told: bool = True) -> None:
        usual = choices.USUAL_LIMITS.get(self.method.value(), 1)
        self.limit.set_value(usual)
        offered = choices.variants(self.method.value())
        self.variant.offer(offered)
        self.variant.set_value(offered[0][0] if offered else "")
        self._show(told=told)

    def _show(self, *, told: bool = True) -> None:
        method, by_ballots = self.method.value(), self.form.value() == BALLOTS
        self.wrong.setText("")
        self._body.setVisible(by_ballots)
        question = self._asked()
        money = question is Question.MONEY
        self._options_box.setVisible(question is not Question.AGREE)
        self._options_box.label.setText(
            _("Options with their cost in yuan, one a line") if money else _("Options, one a line")
        )
        self._seats_box.setVisible(method in choices.SEATED)
        self._variant_box.setVisible(bool(choices.variants(method)))
        word = choices.limit_word(method, self.variant.value())
        self._limit_box.setVisible(bool(word))
        self._limit_box.label.setText(word)
        self._budget_box.setVisible(money)
        self.hands.setVisible(method in HANDS_METHODS and self.secrecy.value() == choices.OPEN)
        self._show_owners(by_ballots=by_ballots)
        self.sample.show_method(method, self._setup(3))
        self._show_counted()
        self.tie.setText(_("On equal votes: {words}").format(words=vote_words.on_tie(method)))
        if told:
            self.changed.emit()

    def _show_counted(self) -> None:
        """How it is counted, with as many options as are typed; a sample of three until there are some."""
        typed = sum(bool(line.strip()) for line in self.options.toPlainText().splitlines())
        setup = self._setup(typed if typed > 1 else 3)
        self.counted.setText(vote_words.how_counted(self.method.value(), setup))

    @Slot()
    def _options_typed(self) -> None:
        self._show_counted()
        self.changed.emit()

    def _show_owners(self, *, by_ballots: bool) -> None:
        """The houses of an owners' vote and the voices in them; hands cannot be weighed by area."""
        look, rule = self._owners, self.rule.value()
        owning = look is not None and rule in look.rules
        self._scope_box.setVisible(owning)
        self.voices.setVisible(owning)
        self._show_voices()
        if owning:
            self.hands.hide()  # a raised hand has no area
        if owning and not by_ballots:
            self.wrong.setText(
                _("Owners decide by heads and by area, which raised hands do not show: take ballots by name.")
            )

    def _show_voices(self) -> None:
        if self._owners is not None and not self._scope_box.isHidden():
            told, tone = self._owners.told(self.rule.value(), self.scope.text())
            self.voices.set_tone(tone)
            self.voices.setText(told)

    # ---- reading ----

    def _setup(self, options: int) -> Setup:
        method = self.method.value()
        seats = self.seats.value() if method in choices.SEATED else 1
        variant = self.variant.value() if choices.variants(method) else ""
        limit = self.limit.value() if choices.limit_word(method, variant) else 0
        budget = choices.read_fen(self.budget.text()) or 0
        return Setup(options, seats=seats, limit=limit, budget=budget, variant=variant)

    def wanted(self) -> Wanted | None:
        """What is chosen; None = by show of hands. Raises Refusal for what cannot be read."""
        if self.form.value() == HANDS:
            return None
        question, secrecy = self._asked(), self.secrecy.value()
        options = choices.read_options(self.options.toPlainText(), question)
        if question is Question.AGREE:
            options = ((self._title, 0),)
        if question is Question.MONEY and choices.read_fen(self.budget.text()) is None:
            raise Refusal("budget_unreadable")
        hands = not self.hands.isHidden() and self.hands.isChecked()
        return Wanted(
            question, self.method.value(), options, self._setup(len(options)),
            secrecy == choices.SECRET, choices.channels(secrecy, hands=hands), self.rule.value(),
            self.scope.text() if not self._scope_box.isHidden() else "",
        )  # fmt: skip

    def complain(self, refusal: Refusal) -> None:
        """Say what is wrong with the choice."""
        self.wrong.setText(choices.complaint(refusal))
        if refusal.code == "text_needed" and self._reason_box.isVisible():
            self.reason.set_wrong(wrong=True)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
