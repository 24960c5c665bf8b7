"""Changing in the hall how a vote is held: the form of the office, with the reason for the minutes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.rule_choices import rule_choices
from meeting_app.queries.vote_view import VotePlan, vote_plan
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.vote_choices import order, owners_look
from meeting_app.ui.console.vote_editor import VoteEditor
from meeting_app.ui.widgets import Button, MainButton


class PreparePanel(QWidget):
    """Signals: left() when it is kept or left without change."""

    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._item_id = live, ""
        self.editor = VoteEditor()
        area = QScrollArea()
        area.setWidget(self.editor)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep_button = MainButton(_("Keep it"), icon="check")
        self.keep_button.clicked.connect(self.keep)
        self.leave_button = Button(_("Leave"), kind="big")
        self.leave_button.clicked.connect(self.left)
        whole = down()
        whole.addWidget(area, 1)
        whole.addLayout(across(SPACE, self.leave_button, self.keep_button, gap=16))
        self.setLayout(whole)

    def begin(self, item_id: str, title: str) -> None:
        """Start with what is prepared for the item."""
        self._item_id = item_id
        plan: VotePlan | None = self._live.ask(vote_plan, item_id=item_id)
        rules = self._live.ask(rule_choices, meeting_id=self._live.meeting_id)
        announced = self._live.view.notice_posted
        owners = owners_look(self._live.ask, self._live.meeting_id)
        self.editor.begin(plan, title, rules, owners, announced=announced)
        self.editor.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep it, or say what is wrong with it."""
        try:
            action, arguments = order(self.editor.wanted(), self._item_id, self.editor.reason.text())
        except Refusal as refusal:
            self.editor.complain(refusal)
            return
        self._live.do(action, lambda _result: self.left.emit(), self.editor.complain, **arguments)
