"""The form of a topic: what it is about, who raised it, who answers for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column
from meeting_app.ui.console.office.person_finder import PersonFinder

if TYPE_CHECKING:
    from meeting_app.queries.topics import TopicPassport
    from meeting_app.ui.qt.office import Office


class TopicForm(QWidget):
    """Used for a new topic and for changing one; who raised it can only be said of a new one."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.heading = parts.label("", "h2")
        self.form = Form()
        self.form.add("title", _("What is it about?"), parts.line_edit(_("in a few words, as people say it")))
        self.form.add("summary", _("What do the residents want?"), parts.text_edit(rows=4))
        self.form.add("contact_point", _("Contact point"), parts.line_edit())
        self.form.add("category", _("Field"), parts.line_edit(_("for example safety, greenery, parking")))
        self.form.add("body_id", _("Who answers for it"), parts.combo())
        self.proposer = PersonFinder(office, _("Who raised it"), _("name, initials or building-room"))
        self.save = parts.button(_("Save"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(column(self.heading, self.form, self.proposer, STRETCH, spacing=12))

    def _offer_bodies(self) -> None:
        bodies = self._office.records.ask(people_queries.bodies)
        self.form.offer("body_id", [("", _("not said yet")), *((body.id, body.name) for body in bodies)])

    def begin(self, topic: "TopicPassport | None" = None) -> None:
        """Start with an empty form, or with a topic's words."""
        self._offer_bodies()
        self.proposer.clear()
        self.proposer.setVisible(topic is None)
        if topic is None:
            self.heading.setText(_("A new topic"))
            parts.set_text(self.save, _("Take up the topic"))
            self.form.fill(title="", summary="", contact_point="", category="", body_id="")
        else:
            self.heading.setText(_("Change the topic"))
            parts.set_text(self.save, _("Save"))
            self.form.fill(
                title=topic.title, summary=topic.summary, contact_point=topic.contact_point,
                category=topic.category, body_id=topic.body_id or "",
            )  # fmt: skip

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["title"].control

    def _save(self) -> None:
        if not self.form.needs(("title",), _("Say in a few words what it is about.")):
            self.saved.emit()

    def edited_arguments(self) -> dict[str, Any]:
        """What the action `edit_topic` takes, but for the topic."""
        texts = self.form.texts()
        return {**texts, "body_id": texts["body_id"] or None}

    def new_arguments(self) -> dict[str, Any]:
        """What the action `add_topic` takes."""
        return {**self.edited_arguments(), "proposer_id": self.proposer.person_id()}

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        return self.form.refusals(other)
