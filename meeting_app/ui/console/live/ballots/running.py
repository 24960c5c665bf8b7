"""While the vote runs: how many came; votes by name, papers in two typings, raised hands as the rest.

Everything goes by keyboard: who (a number or part of the name), Enter, the row of numbers, Enter.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from meeting_app.domain.ballot_entry import marks_from
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import Channel
from meeting_app.i18n import _
from meeting_app.queries.vote_view import RightView, VoteView
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.delivered import DeliveredBar
from meeting_app.ui.console.live.ballots.papers import PapersOut
from meeting_app.ui.console.live.ballots.rest import RestPanel
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Bar, Button, CheckBox, Field, Label, Part, Row, RowList, Segment, Segmented
from meeting_app.wording import refusals

FIRST, SECOND = "1", "2"


class RunningPanel(QWidget):
    """Signals: cast_asked(right_id, marks), paper_typed(serial, marks or None, typing),
    paper_dropped(serial), paper_replaced(serial), rest_reported(position, mark, teller, text),
    papers_given(issued, replaced, not_returned), ballot_handed(right_id with "" = all, handed),
    obvious_seen(numbers of the options), taken_back(right_id).
    """

    cast_asked = Signal(str, object)
    paper_typed = Signal(str, object, int)
    paper_dropped = Signal(str)
    paper_replaced = Signal(str)
    ballot_handed = Signal(str, bool)
    obvious_seen = Signal(object)
    taken_back = Signal(str)
    rest_reported = Signal(int, int, int, str)
    papers_given = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: VoteView | None = None
        self.figure = Label("", "name", bold=True)
        self.received = Label("", "h2")
        self.remaining = Label("", tone="muted", wrap=True)
        self.bar = Bar(_("Votes received"), height=16)
        self.way = Segmented(_("What is typed"), [Segment("name", _("By name"))])
        self.way.chosen.connect(lambda _way: self._show_way(focus=True))
        self.who = Field(_("Who votes"), _("Number or part of the name"), icon="search")
        self.who.textChanged.connect(lambda _text: self._show_list())
        self.who.returnPressed.connect(self._person_chosen)
        self.typing = Segmented(
            _("Typing"), [Segment(FIRST, _("First typing")), Segment(SECOND, _("Second typing"))]
        )
        self.serial = Field(_("Number of the paper"), _("Number on the paper"))
        self.serial.returnPressed.connect(self._to_entry)
        self.serial.textChanged.connect(lambda _text: self._show_preview())
        self.unread = CheckBox(_("nothing on it can be read"))
        self.entry = Field(_("The ballot"), "")
        self.entry.textChanged.connect(lambda _text: self._show_preview())
        self.entry.returnPressed.connect(self._take)
        self.preview = Label("", bold=True, wrap=True)
        self.options = Label("", tone="muted", wrap=True)
        self.list = RowList(_("Voting rights"), height=48)
        self.list.opened.connect(self._open_row)
        self.drop = Button(_("Wrong number, drop it"), icon="trash-2")
        self.drop.clicked.connect(self._drop)
        self.spoilt = Button(_("Spoilt: take back, hand out a new one"), icon="rotate-ccw")
        self.spoilt.clicked.connect(self._replace)
        self.back = Button(_("Take this vote out"), icon="rotate-ccw")
        self.back.clicked.connect(self._take_back)
        self.papers = PapersOut()
        self.papers.given.connect(self.papers_given)
        self.delivered = DeliveredBar()
        self.delivered.one_asked.connect(self._hand_over)
        self.delivered.all_asked.connect(self._hand_all)
        self.obvious = Button(_("Obvious majority, not counted"), icon="users")
        self.obvious.clicked.connect(self._see)
        self.rest = RestPanel()
        self.rest.reported.connect(self.rest_reported)
        self._build()

    def _build(self) -> None:
        top = across(gap=16)
        top.addWidget(self.figure)
        beside = down(self.received, self.remaining)
        top.addLayout(beside, 1)
        paper = across(self.typing, 8)
        paper.addWidget(self.serial, 1)
        paper.addWidget(self.unread)
        self._paper = held(paper)
        below = across(gap=8)
        below.addWidget(self.preview, 1)
        below.addWidget(self.back)
        below.addWidget(self.drop)
        below.addWidget(self.spoilt)
        below.addWidget(self.obvious)
        typing = down(self.who, self._paper, 8, self.entry, 4)
        typing.addLayout(below)
        typing.addWidget(self.options)
        typing.addSpacing(theme.current().px(8))
        typing.addWidget(self.delivered)
        typing.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(held(typing))
        self.stack.addWidget(self._rolled(self.rest))
        whole = down()
        whole.addLayout(top)
        whole.addWidget(self.bar)
        whole.addSpacing(theme.current().px(8))
        whole.addWidget(self.papers)
        whole.addLayout(across(self.way, SPACE))
        whole.addSpacing(theme.current().px(8))
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)

    @staticmethod
    def _rolled(panel: QWidget) -> QScrollArea:
        """A panel that may have more lines than the page has room for; Tab brings each field into view."""
        area = QScrollArea()
        area.setWidget(panel)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # ---- showing ----

    def show_view(self, view: VoteView) -> None:
        """Show how far the vote is; what is half typed stays."""
        fresh = self._view is None or self._view.poll_id != view.poll_id
        self._view = view
        self.figure.setText(str(view.received))
        self.received.setText(presenter.received(view))
        self.remaining.setText(presenter.remaining(view))
        whole = max(1, view.received + view.remaining)
        self.bar.show_parts((Part("act", view.received),), whole, words=presenter.remaining(view))
        self.papers.setVisible(view.plan.secret)
        self.papers.show_figures(view.issued, view.replaced, view.not_returned)
        self.papers.show_printed(view.printed)
        self.rest.show_view(view)
        self.delivered.show_view(view)
        if fresh:
            self._offer_ways(view)
        self._show_way()

    def _offer_ways(self, view: VoteView) -> None:
        ways = []
        if not view.plan.secret:
            ways.append(Segment("name", _("By name")))
        elif Channel.PAPER in view.plan.channels:
            ways.append(Segment("paper", _("Typed papers")))
        if presenter.takes_hands(view):
            ways.append(Segment("hands", _("Remaining hands")))
        self.way.set_segments(ways)
        self.way.setVisible(len(ways) > 1)

    def _show_way(self, *, focus: bool = False) -> None:
        view, way = self._view, self.way.value()
        if view is None:
            return
        self.stack.setCurrentIndex(1 if way == "hands" else 0)
        self.who.setVisible(way == "name")
        self._paper.setVisible(way == "paper")
        self.drop.setVisible(way == "paper" and bool(view.papers))
        self.obvious.setVisible(way == "name" and presenter.may_be_obvious(view))
        self.spoilt.setVisible(way == "paper" and bool(view.printed))
        self.stack.setVisible(bool(way))
        self.entry.setPlaceholderText(presenter.hint(view.plan.filled))
        legend = presenter.legend(view)
        self.options.setText(legend)
        self.options.setVisible(bool(legend))
        self._show_list()
        self._show_preview()
        if focus:
            self.start()

    def _show_list(self) -> None:
        view = self._view
        if view is None:
            return
        if self.way.value() == "paper":
            self.list.show_rows([
                Row(paper.serial, _("Paper no. {serial}").format(serial=paper.number),
                    chip=_("typings differ") if paper.different else _("typed once"),
                    chip_tone="warn" if paper.different else "plain")
                for paper in view.papers
            ])  # fmt: skip
            return
        rows = []
        for right in presenter.found(view, self.who.text()):
            chip, tone = presenter.right_state(right)
            rows.append(
                Row(right.right_id, right.name, presenter.place(view, right), str(right.number), chip=chip,
                    chip_tone=tone, faded=not right.here and not right.voted)
            )  # fmt: skip
        self.list.show_rows(rows)

    def chosen(self) -> RightView | None:
        """Whose vote is typed: the chosen row, else the first that was found."""
        view = self._view
        if view is None:
            return None
        hits = presenter.found(view, self.who.text())
        picked = next((right for right in hits if right.right_id == self.list.current_id()), None)
        return picked or (hits[0] if hits and self.who.text().strip() else None)

    def _marks(self) -> Marks | None:
        """The marks that are typed. Raises Refusal."""
        view = self._view
        if view is None or (self.way.value() == "paper" and self.unread.isChecked()):
            return None
        return marks_from(view.plan.filled, self.entry.text(), len(view.plan.options))

    def _show_preview(self) -> None:
        view = self._view
        if view is None:
            return
        try:
            said, wrong = presenter.preview(view, self._marks()), False
        except Refusal as refusal:
            said, wrong = refusals.sentence(refusal), True
        person = self.chosen() if self.way.value() == "name" else None
        voted = person is not None and bool(person.voted)
        self.delivered.show_chosen(person)
        self.back.setVisible(voted)
        if voted and not self.entry.text():
            said = _("has voted already")
        if not (person or self.serial.text().strip() or self.entry.text() or self.unread.isChecked()):
            said = ""  # nothing is typed yet, so nothing is blank
        self.entry.set_wrong(wrong=wrong)
        self.preview.set_tone("danger" if wrong else "")
        self.preview.setText(words.joined(person.name if person else "", said) if not wrong else said)

    # ---- keys ----

    def _to_entry(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Put the keyboard where the next vote begins."""
        fields = {"name": self.who, "paper": self.serial}
        field = fields.get(self.way.value())
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()
        else:
            self.rest.start()

    def _person_chosen(self) -> None:
        if self.chosen() is not None:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_preview()

    def _open_row(self, row_id: str) -> None:
        if self.way.value() == "paper":
            self.serial.setText(row_id)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_preview()

    def _take(self) -> None:
        try:
            marks = self._marks()
        except Refusal:
            return
        if self.way.value() == "paper":
            if not self.serial.text().strip():
                self.serial.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self.paper_typed.emit(self.serial.text().strip(), marks, int(self.typing.value()))
        else:
            right = self.chosen()
            if right is None:
                self.who.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self.cast_asked.emit(right.right_id, marks)

    def taken(self) -> None:
        """The vote is kept: clear for the next one."""
        self.entry.clear()
        self.serial.clear()
        self.who.clear()
        self.unread.setChecked(False)
        self.start()

    def _take_back(self) -> None:
        right = self.chosen()
        if right is not None and right.voted:
            self.taken_back.emit(right.right_id)

    def type_again(self) -> None:
        """A vote was taken out: type it anew for the same voter."""
        self.entry.clear()
        self._to_entry()

    def _hand_over(self) -> None:
        right = self.chosen()
        if right is not None:
            self.ballot_handed.emit(right.right_id, not right.handed)

    def _hand_all(self) -> None:
        self.ballot_handed.emit("", True)

    def _see(self) -> None:
        """For whose options the majority is obvious stands in the entry, as a ballot is typed."""
        try:
            marks = self._marks()
        except Refusal:
            return
        numbers = tuple(place for place, mark in enumerate(marks or (), start=1) if mark)
        if numbers:
            self.obvious_seen.emit(numbers)
        else:
            self.preview.setText(_("Type the number of the option that has the majority, then press again."))
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self) -> None:
        if self.serial.text().strip():
            self.paper_replaced.emit(self.serial.text().strip())
        else:
            self.serial.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        serial = self.list.current_id() or self.serial.text().strip()
        if serial:
            self.paper_dropped.emit(serial)
