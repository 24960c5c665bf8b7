"""What is said of changes to an agenda, in the reader's language; the minutes ask for it in Chinese."""

from datetime import datetime

from meeting_app.i18n import N_, _, ngettext
from meeting_app.wording import labels, times

CHANGES = {
    "spread": N_("The remaining items are shortened by {n} min in all; the end stays {time}."),
    "from_item": N_("Item “{title}” is shortened by {n} min; the end stays {time}."),
    "moved_out": N_("Item “{title}” ({n} min) is left for later."),
    "left_out": N_("Item “{title}” is left out."),
    "taken_in": N_("Item “{title}” is taken in again."),
    "inserted": N_("Item “{title}” is added."),
    "repeated": N_("Item “{title}” is taken once more."),
}


def extension_decision(minutes: int, ends_at: datetime) -> str:
    """The decision to end later."""
    text = ngettext(
        "The meeting is extended by {n} minute, to {time}.",
        "The meeting is extended by {n} minutes, to {time}.",
        minutes,
    )
    return text.format(n=minutes, time=times.clock(ends_at))


def change_line(kind: str, title: str, minutes: int, ends_at: datetime) -> str:
    """A change of the agenda as the minutes say it; `minutes` are whole."""
    if kind == "extended":
        return extension_decision(minutes, ends_at)
    message = CHANGES.get(kind)
    return _(message).format(title=title, n=minutes, time=times.clock(ends_at)) if message else ""


def fate_line(fate: str, answer: str) -> str:
    """What became of a parked matter; "" while nobody has said."""
    if not fate:
        return ""
    said = labels.label(labels.FATES, fate)
    return _("{fate}: {answer}").format(fate=said, answer=answer) if answer else said
