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

STATES: Final = ("new", "changed", "same", "question", "error", "left")
WRITTEN: Final = ("new", "changed")
ALL: Final = ""
_FILTERS: Mapping[str, str] = {
    "new": N_("New {n}"),
    "changed": N_("Changed {n}"),
    "same": N_("Unchanged {n}"),
    "question": N_("Please confirm {n}"),
    "error": N_("Cannot be taken {n}"),
    "left": N_("No person {n}"),
}
STATE_LABELS: Mapping[str, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "same": N_("Unchanged"),
    "question": N_("Please confirm"),
    "error": N_("Cannot be taken"),
    "left": N_("No person"),
}
TONES: Mapping[str, str] = {
    "new": "ok",
    "changed": "ink",
    "same": "muted",
    "question": "warn",
    "error": "danger",
    "left": "muted",
}
ICONS: Mapping[str, str] = {
    "new": "plus",
    "changed": "refresh-cw",
    "same": "minus",
    "question": "circle-help",
    "error": "x",
    "left": "minus",
}


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A person of a row with what will happen; `place` is the one among the preview's rows."""

    place: str
    number: str
    state: str
    label: str
    name: str
    room: str
    area: str
    phone: str
    note: str


def import_line(row: "PreviewRow", place: int) -> ImportLine:
    """The row as the table shows it; the phone's middle digits stay hidden."""
    return ImportLine(
        str(place),
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
    return (
        _("{building}, stairway {stairway}, {room}")
        .format(building=row.building, stairway=row.stairway, room=row.room)
        .rstrip(", ")
    )  # a row that names no room


def filters(preview: "RosterPreview") -> tuple[tuple[str, str], ...]:
    """(state, words) of the filter buttons; states without a row are left out."""
    counts = {state: sum(row.state == state for row in preview.rows) for state in STATES}
    every = (ALL, _("All {n}").format(n=len(preview.rows)))
    return (every, *((state, _(_FILTERS[state]).format(n=n)) for state, n in counts.items() if n))


def alike(preview: "RosterPreview | None", chosen: "PreviewRow | None") -> tuple[int, ...]:
    """Places of all rows that ask the same as the chosen one and nothing else."""
    if preview is None or chosen is None:
        return ()
    return tuple(
        place
        for place, row in enumerate(preview.rows)
        if (row.state, row.code) == ("question", chosen.code) and (row.questions == 1 or row is chosen)
    )


def together(preview: "RosterPreview | None", chosen: "PreviewRow | None") -> tuple[int, ...]:
    """Places of everybody who stands in the chosen row and is asked about."""
    if preview is None or chosen is None:
        return ()
    return tuple(
        place
        for place, row in enumerate(preview.rows)
        if (row.sheet, row.line, row.state) == (chosen.sheet, chosen.line, "question")
    )


def summary(preview: "RosterPreview", confirmed: frozenset[int]) -> tuple[str, int]:
    """(sentence, how many are written) for the rows as they are and the questions, by their places, that were
    answered with yes.
    """
    states = [row.state for row in preview.rows]
    written = sum(will_be_written(row, place, confirmed) for place, row in enumerate(preview.rows))
    same = states.count("same")
    left = len(states) - written - same - states.count("left")
    parts = [
        ngettext("{n} row will be taken over.", "{n} rows will be taken over.", written).format(n=written)
    ]
    if same:
        parts.append(ngettext("{n} is unchanged.", "{n} are unchanged.", same).format(n=same))
    if left:
        parts.append(ngettext("{n} stays out.", "{n} stay out.", left).format(n=left))
    parts.append(_("The whole batch can be taken back."))
    return words.sentences(parts), written


def will_be_written(row: "PreviewRow", place: int, confirmed: frozenset[int]) -> bool:
    """Whether the row goes into the roster."""
    return row.state in WRITTEN or (row.state == "question" and place in confirmed)


def note(row: "PreviewRow") -> str:
    """Why the row is not simply new, in few words; "" when there is nothing to say."""
    said = roster_words.note(row.code, row.params)
    return _("{note} (and {n} more)").format(note=said, n=len(row.more)) if row.more else said


def notes(row: "PreviewRow") -> str:
    """Everything that is wrong with the row or asked about it, for whoever answers."""
    if not row.more:
        return roster_words.note(row.code, row.params)
    every = ((row.code, row.params), *row.more)
    return "\n".join(f"{place}. {roster_words.note(*one)}" for place, one in enumerate(every, start=1))


def result_sentence(result: "ImportResult") -> str:
    """What an import did."""
    added = ngettext("{n} person was added", "{n} people were added", result.added).format(n=result.added)
    changed = ngettext("{n} changed", "{n} changed", result.changed).format(n=result.changed)
    return _("{added}, {changed}. Ctrl+Z takes back the whole batch.").format(added=added, changed=changed)
