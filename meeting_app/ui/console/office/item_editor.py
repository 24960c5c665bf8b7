"""Changing or adding an item of the agenda.

A vote's text stands here word for word as it goes into the notice.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.replanning import least_ms
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.item_attachments import ItemAttachments
from meeting_app.ui.console.office.item_ways import ItemWays
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.vote_choices import OwnersLook
from meeting_app.ui.console.vote_editor import VoteEditor
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.queries.attachments import AttachmentRow
    from meeting_app.queries.meetings import DraftItem
    from meeting_app.queries.vote_view import VotePlan

USUAL_MINUTES: Final = 10
USUAL_KIND: Final = ItemKind.DISCUSSION


class ItemEditor(QWidget):
    """The kind of an item is chosen when it is added; it does not change later."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: DraftItem | None = None
        self.usual_topic = ""
        self.files: tuple[AttachmentRow, ...] = ()
        self.heading = parts.label("", "h2")
        self.form = Form(columns=2)
        self.form.add("kind", _("What happens in it?"), parts.combo())
        self.form.add("topic_id", _("Topic"), parts.combo())
        self.form.add("title", _("Title"), parts.line_edit(), span=2)
        self.form.add("minutes", _("Planned minutes"), parts.line_edit())
        self.form.add("minimum", _("At least, in minutes"), parts.line_edit())
        self.form.add("fixed", _("Fixed start, if any"), parts.line_edit(_("for example 15:30")))
        self.form.add("speech_seconds", _("Seconds for each speech"), parts.line_edit())
        self.form.add("presenter", _("Who presents it"), parts.line_edit(), span=2)
        self.form.add("text", _("What it is about, for the notice"), parts.text_edit(rows=2), span=2)
        note = _("For the facilitator alone; the hall never sees it")
        self.form.add("internal_note", note, parts.text_edit(rows=2), span=2)
        self.protected = parts.check_box(_("Protected: nothing is taken from it when time runs short"))
        self.droppable = parts.check_box(_("May be moved out when time runs short"))
        self.attachments = ItemAttachments()
        self.ways = ItemWays()
        self.motion = Form()
        self.motion.add("title", _("Name of the motion"), parts.line_edit())
        self.motion.add("text", _("Text that is voted on, word for word"), parts.text_edit(rows=4))
        self.vote = VoteEditor()
        self.vote.changed.connect(self._vote_touched)
        self.vote_touched = False
        self.form.fields["kind"].changed.connect(self._show_motion)
        self.form.offer("kind", [(str(kind), labels.label(labels.ITEM_KINDS, kind)) for kind in ItemKind])
        self.save = parts.button(_("Save the item"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self.saved)
        self.cancel = parts.button(_("Leave"), kind="big")
        self.cancel.clicked.connect(self.cancelled)
        inner = QWidget()
        marks = (self.protected, self.droppable)
        inner.setLayout(
            column(self.form, self.ways, self.motion, self.vote, *marks, self.attachments, STRETCH)
        )
        foot = row(STRETCH, self.cancel, self.save, spacing=16)
        self.setLayout(column(self.heading, parts.scrolling(inner), foot, spacing=12))

    def offer(
        self,
        topics: "Sequence[tuple[str, str]]",
        usual_topic: str,
        files: "Sequence[AttachmentRow]",
    ) -> None:
        """Which topics an item can belong to, the meeting's own, and the files that the item has."""
        self.form.offer("topic_id", [("", _("no topic")), *topics])
        self.usual_topic, self.files = usual_topic, tuple(files)

    def show_files(self, files: "Sequence[AttachmentRow]") -> None:
        """The pictures and PDFs of the item that is open."""
        self.files = tuple(files)
        self.attachments.show_rows(self.files, saved=self.item is not None)

    def begin(
        self,
        item: "DraftItem | None",
        plan: "VotePlan | None" = None,
        rules: Sequence[tuple[str, str]] = (),
        owners: OwnersLook | None = None,
        *,
        announced: bool = False,
    ) -> None:
        """Start with an empty item, or with one that is there and the vote that is prepared for it."""
        self.item = item
        self.heading.setText(_("A new item") if item is None else _("Change the item"))
        self.form.fields["kind"].control.setEnabled(item is None)
        motion = item.motion if item is not None else None
        self._fill(item)
        self.motion.fill(title=motion.title if motion else "", text=motion.text if motion else "")
        self.vote.begin(plan, motion.title if motion else "", rules, owners, announced=announced)
        self.vote_touched = False
        self._show_motion()

    def _vote_touched(self) -> None:
        self.vote_touched = True

    def _fill(self, item: "DraftItem | None") -> None:
        """The fields of an item, or the usual ones."""
        fixed = item.fixed_minute if item is not None else None
        self.form.fill(
            kind=item.kind if item else str(USUAL_KIND),
            title=item.title if item else "",
            minutes=str(times.minutes(item.planned_ms) if item else USUAL_MINUTES),
            minimum=str(
                times.minutes(least_ms(item.planned_ms, item.minimum_ms)) if item else USUAL_MINUTES // 2
            ),
            presenter=item.presenter if item else "",
            text=item.text if item else "",
            speech_seconds=str(item.speech_limit_ms // 1000 if item else 180),
            fixed="" if fixed is None else f"{fixed // 60:02d}:{fixed % 60:02d}",
            internal_note=item.internal_note if item else "",
            topic_id=(item.topic_id or "") if item else self.usual_topic,
        )
        self.protected.setChecked(item is not None and item.protected)
        self.droppable.setChecked(item is not None and item.droppable)
        self.attachments.show_rows(self.files if item is not None else (), saved=item is not None)

    def first(self) -> QWidget:
        """The field to begin with: the kind of a new item, the missing text of a vote, else the title."""
        if self.item is None:
            return self.form.fields["kind"].control
        if self.is_vote() and self.item.motion is None:
            return self.motion.fields["title"].control
        return self.form.fields["title"].control

    def is_vote(self) -> bool:
        """Whether the item is voted on."""
        return self.form.fields["kind"].text() == ItemKind.VOTE

    def _show_motion(self) -> None:
        self.motion.setVisible(self.is_vote())
        self.vote.setVisible(self.is_vote())
        talked = self.form.fields["kind"].text() == ItemKind.DISCUSSION
        self.ways.setVisible(talked and self.item is not None)

    def arguments(self) -> dict[str, Any] | None:
        """What the actions on items take.

        None when something cannot be read, which is then said at its field.
        """
        texts = self.form.texts()
        if self.form.needs(("title",), _("Give the item a title.")):
            return None
        numbers = {}
        for name, complaint in (
            ("minutes", _("A whole number of minutes.")),
            ("minimum", _("A whole number of minutes.")),
            ("speech_seconds", _("A whole number of seconds.")),
        ):
            number = typed.whole_of(texts[name])
            if number is None:
                self.form.complain(name, complaint)
                return None
            numbers[name] = number
        fixed = typed.minute_of(texts["fixed"])
        if texts["fixed"].strip() and fixed is None:
            self.form.complain("fixed", _("A time of day, for example 15:30."))
            return None
        return {
            **numbers,
            **{name: texts[name] for name in ("title", "text", "presenter", "internal_note")},
            "topic_id": texts["topic_id"] or None,
            "fixed_minute": fixed,
            "protected": self.protected.isChecked(),
            "droppable": self.droppable.isChecked() and not self.protected.isChecked(),
            **({} if self.item is not None else {"kind": ItemKind(texts["kind"])}),
        }

    def motion_changed(self) -> bool:
        """Whether the text of the vote is another than before."""
        texts = self.motion.texts()
        before = self.item.motion if self.item is not None else None
        if not self.is_vote() or not (texts["title"].strip() or texts["text"].strip()):
            return False
        return before is None or (before.title, before.text) != (texts["title"], texts["text"])

    def refused_or(self, other: Callable[[Refusal], None]) -> Callable[[Refusal], None]:
        """Show a refusal at its field, or hand it on."""
        of_motion = self.motion.refusals(other, {"motion_announced": "text"})
        fields = {
            "minutes_out_of_range": "minutes",
            "minimum_out_of_range": "minimum",
            "fixed_start_out_of_range": "fixed",
            "speech_limit_out_of_range": "speech_seconds",
        }
        own = self.form.refusals(other, fields)
        return lambda refusal: (of_motion if refusal.code == "motion_announced" else own)(refusal)
