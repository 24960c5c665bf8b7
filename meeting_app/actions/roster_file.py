"""Lists of residents as files: what an import would do, row by row; an example to fill in; the roster written
out.

Reading writes nothing. A list is read, shown with a state for each row, and what was confirmed goes to
`actions.people.import_roster` as one batch.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from meeting_app.actions.people import RosterLine
from meeting_app.actions.roster.matching import match
from meeting_app.actions.roster.reading import ERRORS, Entry, Note, Reader, find_columns
from meeting_app.actions.roster.sheets import MOST_BYTES, MOST_ROWS, rows_of
from meeting_app.actions.roster.writing import ExportRow, export_roster, export_rows, write_roster_template
from meeting_app.queries.people import KnownPerson

__all__ = [
    "MOST_BYTES", "MOST_ROWS", "STATES", "ExportRow", "PreviewRow", "RosterPreview", "export_roster",
    "export_rows", "lines", "read_roster", "write_roster_template",
]  # fmt: skip

STATES: Final = ("new", "changed", "same", "question", "error")
CHANGES: Final = ("phone_changed", "birth_year_changed", "area_changed")
# Only pointed out: the row is taken as it is.
REMARKS: Final = frozenset({"namesake_in_list"})


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file and what an import would do with it; area in 0.01 m², 0 when none is said.

    `state` is one of STATES; `code` with `params` is a note of `wording.roster`, "" when there is nothing to
    say. In a question `person_id` is who it would be when it is answered with yes.
    """

    line: int
    name: str
    building: str
    stairway: int
    storey: int
    room: str
    area_c: int
    phone: str
    relation: str
    share: tuple[int, int] | None
    birth_year: int | None
    person_id: str | None
    state: str
    code: str
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """A file as it was understood. `columns` are the fields that were found, `unused` headings that nobody
    knows.
    """

    rows: tuple[PreviewRow, ...]
    counts: dict[str, int]
    columns: tuple[str, ...]
    unused: tuple[str, ...]


def read_roster(
    path: Path, known: Sequence[KnownPerson], *, today: date | None = None, buildings: Collection[str] = ()
) -> RosterPreview:
    """What the file says, held against who is known (`queries.people.known_people`). `today` bounds years of
    birth, `buildings` are houses that exist: a house beside them is asked about.

    Raises Refusal for a file that is no list, has no column for names or rooms, or is too large.
    """
    rows = rows_of(path)
    head, columns = find_columns(rows)
    reader = Reader(columns, (today or date.max).year)
    entries = [reader.entry(line, row) for line, row in rows[head + 1 :]]
    for entry in entries:
        if buildings and entry.building and entry.building not in buildings:
            entry.say("building_new", building=entry.building)
    match(entries, known)
    shown = tuple(_preview(entry) for entry in entries)
    counts = Counter(row.state for row in shown)
    return RosterPreview(
        shown, {state: counts[state] for state in STATES}, tuple(columns.places), columns.unused
    )


def _preview(entry: Entry) -> PreviewRow:
    state, (code, params) = _verdict(entry)
    return PreviewRow(
        entry.line, entry.name, entry.building, entry.stairway, entry.storey, entry.room, entry.area_c,
        entry.phone, entry.relation, entry.share, entry.birth_year, entry.person_id, state, code, params,
    )  # fmt: skip


def _verdict(entry: Entry) -> tuple[str, Note]:
    """The row's state and its gravest note: an error before a question before a change before a remark."""
    wrong = [note for note in entry.notes if note[0] in ERRORS]
    if wrong:
        return "error", wrong[0]
    asked = [note for note in entry.notes if note[0] not in CHANGES and note[0] not in REMARKS]
    if asked:
        return "question", asked[0]
    changed = [note for note in entry.notes if note[0] in CHANGES]
    if changed:
        return "changed", changed[0] if len(changed) == 1 else ("several_changed", {"count": len(changed)})
    remark: Note = next(iter(entry.notes), ("", {}))
    return ("same" if entry.person_id else "new"), remark


def lines(preview: RosterPreview, confirmed: Collection[int] = ()) -> tuple[RosterLine, ...]:
    """What is written: new and changed rows, and the questions that were answered with yes (by line
    number).
    """
    return tuple(
        RosterLine(
            row.name, row.building, row.stairway, row.storey, row.room, row.area_c, row.relation, row.phone,
            row.birth_year, row.share, row.person_id,
        )
        for row in preview.rows
        if row.state in ("new", "changed") or (row.state == "question" and row.line in confirmed)
    )  # fmt: skip
