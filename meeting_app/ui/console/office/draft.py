"""The page that drafts a meeting: its kind, day, time and place.

Then it is prepared on the page of that meeting.
"""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from meeting_app.actions import meetings as meeting_actions
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import topics as topic_queries
from meeting_app.queries.kinds import all_kinds
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.call_new import CallNew
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.page import Page

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


class DraftPage(Page):
    """With `topic_id` the meeting is about that topic and takes its plan as the motion."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, office: "Office", topic_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._topic_id = topic_id or None
        title = self._topic_title()
        line = (
            _("From the topic “{title}”; the plan put to the vote becomes the motion.").format(title=title)
            if title
            else _("Agenda, invitations and period of notice follow from the kind; all can be changed later.")
        )
        self.form = CallNew(office.records.ask(all_kinds), office.today(), title, self._usual_place())
        self.form.drafted.connect(self._draft)
        self.main_button = self.form.save
        head = column(
            parts.label(_("Call a meeting"), "h1"), parts.label(line, tone="muted", wrap=True), spacing=0
        )
        self.setLayout(column(head, 8, self.form, margins=(32, 24, 32, 24)))

    def _topic_title(self) -> str:
        if self._topic_id is None:
            return ""
        topic = self.office.records.ask(
            topic_queries.topic_passport, topic_id=self._topic_id, today=self.office.today()
        )
        return topic.title if topic is not None else ""

    def _usual_place(self) -> str:
        """Where the community met last."""
        rows = self.office.records.ask(meeting_queries.meeting_list)
        return rows[0].place if rows else ""

    def first_field(self) -> QWidget | None:
        """The list of kinds."""
        return self.form.first()

    def _draft(self) -> None:
        self.do(
            meeting_actions.draft_meeting, self._drafted, topic_id=self._topic_id, **self.form.arguments()
        )

    def _drafted(self, meeting_id: str) -> None:
        self.office.go("call", meeting_id=meeting_id)

    def refused(self, refusal: Refusal) -> None:
        """A refusal stands at its field when it concerns one."""
        if not self.form.refused(refusal):
            super().refused(refusal)
