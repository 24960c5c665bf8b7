"""Importing a roster without its widgets: what will happen to each row, counts as filters, the outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import N_, _, ngettext
from meeting_app.ui.console.office import words
from meeting_app.wording import amounts
from meeting_app.wording import roster as roster_words

if TYPE_CHECKING:
    from meeting_app.actions.people import ImportResult
    from meeting_app.actions.roster_file import PreviewRow, RosterPreview

STATES: Final = ("new", "changed", "same", "question", "error")
WRITTEN: Final = ("new", "changed")
ALL: Final = ""
_FILTERS: Mapping[str, str] = {
    "new": N_("New {n}"),
    "changed": N_("Changed {n}"),
    "same": N_("Unchanged {n}"),
    "question": N_("Please confirm {n}"),
    "error": N_("Cannot be taken {n}"),
}
STATE_LABELS: Mapping[str, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "same": N_("Unchanged"),
    "question": N_("Please confirm"),
    "error": N_("Cannot be taken"),
}
TONES: Mapping[str, str] = {
    "new": "ok",
    "changed": "ink",
    "same": "muted",
    "question": "warn",
    "error": "danger",
}
ICONS: Mapping[str, str] = {
    "new": "plus",
    "changed": "refresh-cw",
    "same": "minus",
    "question": "circle-help",
    "error": "x",
}


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A row of the file with what will happen to it."""

    number: str
    state: str
    label: str
    name: str
    room: str
    area: str
    phone: str
    note: str


def import_line(row: "PreviewRow") -> ImportLine:
    """The row as the table shows it; the phone's middle digits stay hidden."""
    return ImportLine(
        str(row.line),
        row.state,
        _(STATE_LABELS[row.state]),
        row.name,
        _room(row),
        amounts.area(row.area_c) if row.area_c else "",
        words.phone_shown(row.phone) if row.phone else _("none"),
        note(row),
    )


def _room(row: "PreviewRow") -> str:
    if not row.building:
        return row.room
    return _("{building}, stairway {stairway}, {room}").format(
        building=row.building, stairway=row.stairway, room=row.room
    )


def filters(preview: "RosterPreview") -> tuple[tuple[str, str], ...]:
    """(state, words) of the filter buttons; states without a row are left out."""
    counts = {state: sum(row.state == state for row in preview.rows) for state in STATES}
    every = (ALL, _("All {n}").format(n=len(preview.rows)))
    return (every, *((state, _(_FILTERS[state]).format(n=n)) for state, n in counts.items() if n))


def summary(preview: "RosterPreview", confirmed: frozenset[int]) -> tuple[str, int]:
    """(sentence.

    How many rows are written) for the rows as they are and the questions that were answered with yes.
    """
    states = [row.state for row in preview.rows]
    written = sum(will_be_written(row, confirmed) for row in preview.rows)
    same = states.count("same")
    left = len(states) - written - same
    parts = [
        ngettext("{n} row will be taken over.", "{n} rows will be taken over.", written).format(n=written)
    ]
    if same:
        parts.append(ngettext("{n} is unchanged.", "{n} are unchanged.", same).format(n=same))
    if left:
        parts.append(ngettext("{n} stays out.", "{n} stay out.", left).format(n=left))
    parts.append(_("The whole batch can be taken back."))
    return words.sentences(parts), written


def will_be_written(row: "PreviewRow", confirmed: frozenset[int]) -> bool:
    """Whether the row goes into the roster."""
    return row.state in WRITTEN or (row.state == "question" and row.line in confirmed)


def note(row: "PreviewRow") -> str:
    """Why the row is not simply new, in words; "" when there is nothing to say."""
    return roster_words.note(row.code, row.params) if row.code else ""


def result_sentence(result: "ImportResult") -> str:
    """What an import did."""
    added = ngettext("{n} person was added", "{n} people were added", result.added).format(n=result.added)
    changed = ngettext("{n} changed", "{n} changed", result.changed).format(n=result.changed)
    return _("{added}, {changed}. Ctrl+Z takes back the whole batch.").format(added=added, changed=changed)
