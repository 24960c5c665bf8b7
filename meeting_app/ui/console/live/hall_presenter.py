"""The right column: what the hall sees comes next, what was captured, which line stands on the projector."""

from dataclasses import dataclass

from meeting_app.i18n import N_, _
from meeting_app.queries.live import LiveView
from meeting_app.queries.slides_roleplay import PLAY_STEPS
from meeting_app.wording import labels, times, vote_changes

NOTE_KINDS = {
    "decision": N_("Decision"),
    "task": N_("Task"),
    "parking": N_("Parked"),
    "note": N_("Note"),
    **vote_changes.KINDS,
}
BANNER_LENGTH = 23


@dataclass(frozen=True, slots=True)
class NextShown:
    """What the next step puts on the projector."""

    line: str
    second: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A captured line."""

    at: str
    kind: str
    text: str


def next_shown(view: LiveView, speech_ms: int) -> NextShown:
    """In words, beside the small picture; empty when the next step shows nothing new."""
    step = view.next_step
    if step.code == "go_on":
        return NextShown(_("{name} goes on").format(name=step.subject), _("at the same second"))
    if step.code == "call_next":
        limit = _("limit {span}").format(span=times.spoken(speech_ms))
        return NextShown(_("{name} speaks").format(name=step.subject), limit)
    if step.code in PLAY_STEPS:
        return NextShown(step.subject, _("next part of the role-play"))
    if step.code == "close_meeting":
        return NextShown(_("Closing page"), _("what was decided"))
    following = view.following
    if step.code == "open_meeting" and following is not None:
        return NextShown(following.title, _("first item"))
    if step.code == "next_item" and following is not None:
        planned = times.minutes(following.planned_ms)
        return NextShown(following.title, _("planned {planned} min").format(planned=planned))
    return NextShown("", "")


def notes(view: LiveView, most: int = 2) -> tuple[NoteShown, ...]:
    """The last lines captured, newest first."""
    return tuple(
        NoteShown(times.clock(note.at), labels.label(NOTE_KINDS, note.kind), note.text)
        for note in reversed(view.notes[-most:])
    )


def banner_left(text: str) -> int:
    """How many characters still fit on the projector's line; negative when too many."""
    return BANNER_LENGTH - len(text.strip())
