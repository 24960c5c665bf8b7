"""A topic's passport.

The stage line, the plans with who pays what, papers and supporters, and the next step.
"""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import topics as topic_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.passport_presenter import PassportPicture, PassportPresenter, StageStop
from meeting_app.ui.console.office.passport_side import PassportSide
from meeting_app.ui.console.office.plan_editor import PlanEditor
from meeting_app.ui.console.office.plan_table import PlanSheet
from meeting_app.ui.console.office.stage_mover import StageMover
from meeting_app.ui.console.office.topic_form import TopicForm
from meeting_app.ui.widgets.bars import Stage, StageLine

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


class PassportPage(Page):
    """One topic; what is being changed takes the place of the plans, so that nothing is covered."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"topic", "topic_stage", "support", "plan", "plan_share", "meeting", "paper", "task", "person"}
    )

    def __init__(self, office: "Office", topic_id: str, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = PassportPresenter(office, topic_id)
        self.picture: PassportPicture | None = None
        self.title = parts.label("", "h1", wrap=True)
        self.line = parts.label("", tone="muted", wrap=True)
        self.change = parts.button(_("Change the words"), icon="pencil")
        self.change.clicked.connect(self._change_words)
        self.go_on = parts.button(_("Go on to a stage"), icon="arrow-right")
        self.go_on.clicked.connect(self.begin_move)
        self.stages = StageLine(_("Stages of the topic"))
        self.plans = PlanSheet()
        self.plans.add_plan.connect(lambda: self.begin_plan(""))
        self.plans.edit_plan.connect(self.begin_plan)
        self.plans.put_to_vote.connect(
            lambda plan_id: self.do(topic_actions.put_plan_to_vote, plan_id=plan_id)
        )
        self.side = PassportSide(self)
        self._reading = parts.scrolling(self.plans)
        self._words_room = QWidget()
        self._stack = parts.stack(self._reading, self._words_room)
        self.setLayout(self._arranged())
        self.refresh()

    @cached_property
    def editor(self) -> PlanEditor:
        """The form of a plan; made when it is first needed, so that the page opens fast."""
        editor = PlanEditor()
        editor.saved.connect(self._save_plan)
        editor.cancelled.connect(self.read)
        self._stack.addWidget(editor)
        return editor

    @cached_property
    def words(self) -> TopicForm:
        """The form of the topic's words; made when it is first needed."""
        words = TopicForm(self.office)
        words.saved.connect(self._save_words)
        words.cancelled.connect(self.read)
        self._words_room.setLayout(column(parts.scrolling(words), words.foot))
        return words

    @cached_property
    def mover(self) -> StageMover:
        """The form that takes the topic on; made when it is first needed."""
        mover = StageMover()
        mover.saved.connect(self._move)
        mover.cancelled.connect(self.read)
        self._stack.addWidget(mover)
        return mover

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.growing(column(self.title, self.line, spacing=0)),
            parts.at_top(self.change),
            parts.at_top(self.go_on),
        )
        columns = Columns(self._stack, self.side, self.side.foot, right_width=304, top=self.stages)
        return column(head, 4, columns, margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The main button."""
        return self.main_button

    def refresh(self) -> None:
        """Show the topic as it is now; what is being typed stays."""
        self.picture = self.presenter.picture()
        if self.picture is None:
            self.tell(_("This topic is no longer there."))
            return
        self.title.setText(self.picture.title)
        self.line.setText(self.picture.line)
        self.stages.show_stages([_stop(stop) for stop in self.picture.stops])
        self.plans.show_plans(self.picture.summary, self.picture.plans, self.picture.notes)
        self.side.show_picture(self.picture)
        self.go_on.setVisible(self.picture.topic.next_stage is not None)
        if self._stack.currentWidget() is self._reading:
            self.main_button = self.side.main

    def read(self) -> None:
        """Back to the plans."""
        self._turn_to(self._reading, self.side.main)
        self.side.main.setFocus()

    def _turn_to(self, part: QWidget, main: parts.MainButton) -> None:
        self._stack.setCurrentWidget(part)
        self.side.foot.setVisible(part is self._reading)
        self.main_button = main

    def begin_plan(self, plan_id: str) -> None:
        """Write a new plan (""), or change one."""
        assert self.picture is not None
        plan = next((plan for plan in self.picture.topic.plans if plan.id == plan_id), None)
        self.editor.begin(plan, len(self.picture.topic.plans))
        self._turn_to(self.editor, self.editor.save)
        self.editor.first().setFocus()

    def _save_plan(self) -> None:
        arguments = self.editor.arguments()
        if arguments is None:
            return
        if self.editor.plan_id:
            self.do(
                topic_actions.edit_plan,
                self._saved,
                self.editor.refused_or(self.refused),
                plan_id=self.editor.plan_id,
                **arguments,
            )
        else:
            self.do(
                topic_actions.add_plan,
                self._saved,
                self.editor.refused_or(self.refused),
                topic_id=self.presenter.topic_id,
                **arguments,
            )

    def _saved(self, _result: object) -> None:
        self.refresh()
        self.read()

    def _change_words(self) -> None:
        assert self.picture is not None
        self.words.begin(self.picture.topic)
        self._turn_to(self._words_room, self.words.save)
        self.words.first().setFocus()

    def _save_words(self) -> None:
        refused = self.words.refused_or(self.refused)
        self.do(
            topic_actions.edit_topic,
            self._saved,
            refused,
            topic_id=self.presenter.topic_id,
            **self.words.edited_arguments(),
        )

    def begin_move(self) -> None:
        """Choose the stage to go on to."""
        assert self.picture is not None
        self.mover.begin(self.picture.topic.stage, self.presenter.today())
        self._turn_to(self.mover, self.mover.save)
        self.mover.first().setFocus()

    def _move(self) -> None:
        refused = self.mover.refused_or(self.refused)
        self.do(
            topic_actions.move_topic,
            self._saved,
            refused,
            topic_id=self.presenter.topic_id,
            **self.mover.arguments(),
        )

    def escape(self) -> bool:
        """Esc leaves what is being changed."""
        if self._stack.currentWidget() is not self._reading:
            self.read()
            return True
        return False


def _stop(stop: StageStop) -> Stage:
    first, second = (*stop.lines, "", "")[:2]
    return Stage(stop.label, stop.state, first, second)
