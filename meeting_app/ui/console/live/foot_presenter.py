"""The foot: the last things done in words, and the toast that offers to take the last one back."""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.i18n import _
from meeting_app.queries.journal import JournalLine, UndoView
from meeting_app.queries.live import LiveView
from meeting_app.wording import labels

# What the machine notes by itself is nothing to take back.
SILENT = frozenset({"undo_last", "reserve_paper", "file_paper", "close_meeting"})


@dataclass(frozen=True, slots=True)
class FootShown:
    """`lines` are (second of the day, words), newest first; `undo` says what undo would take back, or is
    empty.
    """

    lines: tuple[tuple[str, str], ...]
    undo: str
    toast: str
    number: int


def sentence(verb: str, subject: str) -> str:
    """What was done, in words."""
    return said(labels.label(labels.VERBS, verb), subject)


def said(done: str, subject: str) -> str:
    """What is or was done, and to whom."""
    return _("{verb}: {subject}").format(verb=done, subject=subject) if subject else done


def _line(line: JournalLine) -> tuple[str, str]:
    what = sentence(line.verb, line.subject)
    return f"{line.at:%H:%M:%S}", _("{what} (taken back)").format(what=what) if line.undone else what


def shown(view: LiveView) -> FootShown:
    """The foot for a view; `toast` is empty when the last thing is nothing to take back."""
    return of(view.journal, view.undo)


def of(journal: Sequence[JournalLine], last: UndoView | None) -> FootShown:
    """The foot for the last things done, newest first, and what undo would take back."""
    newest = journal[0] if journal else None
    undo = ""
    if last is not None and not last.refusal:
        undo = sentence(last.verb, last.subject)
    offered = newest is not None and newest.verb not in SILENT and not newest.undone and bool(undo)
    return FootShown(
        tuple(_line(line) for line in journal[:2]),
        undo,
        sentence(newest.verb, newest.subject) if newest is not None and offered else "",
        newest.number if newest is not None else 0,
    )
