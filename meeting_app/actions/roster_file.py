"""Lists of residents as files: what an import would do, row by row; an example to fill in; the roster written
out.

Reading writes nothing. A list is read, shown with a state for each row, and what was confirmed goes to
`actions.people.import_roster` as one batch.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from meeting_app.actions.importing import RosterLine
from meeting_app.actions.roster.entry import ASIDE, ERRORS, Entry, Note
from meeting_app.actions.roster.headings import heads_of
from meeting_app.actions.roster.matching import match
from meeting_app.actions.roster.organisations import BodyLine, bodies_in, is_list
from meeting_app.actions.roster.reading import Reader
from meeting_app.actions.roster.sheets import MOST_BYTES, MOST_ROWS, sheets_of
from meeting_app.actions.roster.watch import Watch
from meeting_app.actions.roster.writing import (
    ExportRow,
    export_bodies,
    export_roster,
    export_rows,
    write_roster_template,
)
from meeting_app.queries.known_roster import KnownPerson, KnownRoster

__all__ = [
    "MOST_BYTES", "MOST_ROWS", "STATES", "ExportRow", "PreviewRow", "RosterPreview", "Watch", "export_bodies",
    "export_roster", "export_rows", "lines", "read_roster", "write_roster_template",
]  # fmt: skip

STATES: Final = ("new", "changed", "same", "question", "error", "left")
CHANGES: Final = (
    "phone_changed", "birth_year_changed", "gender_changed", "groups_changed", "capacities_changed",
    "share_changed", "owns_now", "area_changed", "unit_changed", "another_home",
)  # fmt: skip
# Only pointed out: the row is taken as it is.
REMARKS: Final = frozenset(
    {"namesake_in_list", "same_person_in_list", "shares_equal", "phone_second", "group_new", "unsold_unit"}
)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A person of a row of the file and what an import would do with it; area in 0.01 m², 0 when none is
    said. `part` counts the people of one row; a unit without anybody has no name.

    `state` is one of STATES; `code` with `params` is a note of `wording.roster`, "" when there is nothing to
    say, and `more` is what else is wrong or asked. In a question `person_id` is who it would be when it is
    answered with yes.
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
    sheet: str = ""
    part: int = 0
    gender: str = ""
    groups: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    unit_state: str = ""
    purpose: str = ""
    key: str = ""
    questions: int = 0
    more: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """A file as it was understood. `columns` are the fields that were found, `unused` headings that nobody
    knows, `sheets` the sheets that are no lists, `bodies` the organisations that the file names.
    """

    rows: tuple[PreviewRow, ...]
    counts: dict[str, int]
    columns: tuple[str, ...]
    unused: tuple[str, ...]
    sheets: tuple[str, ...] = ()
    bodies: tuple[BodyLine, ...] = ()


def read_roster(
    path: Path,
    known: Sequence[KnownPerson] | KnownRoster,
    *,
    today: date | None = None,
    buildings: Collection[str] = (),
    watch: Watch | None = None,
) -> RosterPreview:
    """What the file says, held against who is known (`queries.known_roster`). `today` bounds years of birth,
    `buildings` are houses that exist: a house beside them is asked about.

    Raises Refusal for a file that is no list, has no column for names or rooms, is too large, or when `watch`
    stops it.
    """
    watch = watch or Watch()
    roster = (
        known if isinstance(known, KnownRoster) else KnownRoster(tuple(known), buildings=tuple(buildings))
    )
    sheets = sheets_of(path, watch)
    bodies = bodies_in(sheets)
    roster = replace(roster, bodies=(*roster.bodies, *(body.name for body in bodies)))
    heads, left = heads_of([sheet for sheet in sheets if not is_list(sheet)])
    watch.begin(sum(len(head.sheet.rows) for head in heads))
    newest = (today or date.max).year
    entries = [entry for head in heads for entry in Reader(head, newest).entries(watch)]
    match(entries, roster)
    shown = tuple(_preview(entry, roster) for entry in entries)
    counts = Counter(row.state for row in shown)
    return RosterPreview(
        shown,
        {state: counts[state] for state in STATES},
        tuple(dict.fromkeys(name for head in heads for name in head.columns.places)),
        tuple(dict.fromkeys(text for head in heads for text in head.columns.unused)),
        left,
        bodies,
    )


def _preview(entry: Entry, roster: KnownRoster) -> PreviewRow:
    state, ((code, params), *more), questions = _verdict(entry, roster)
    return PreviewRow(
        entry.line, entry.name, entry.building, entry.stairway, entry.storey, entry.room, entry.area_c,
        entry.phone, entry.relation, entry.share, entry.birth_year, entry.person_id, state, code, params,
        entry.sheet, entry.part, entry.gender, entry.groups, entry.capacities, entry.state, entry.purpose,
        entry.key, questions, tuple(more),
    )  # fmt: skip


def _verdict(entry: Entry, roster: KnownRoster) -> tuple[str, list[Note], int]:
    """The row's state, its gravest notes (all errors, or all questions) and how many questions it asks: an
    error before a question before a change before a remark.
    """
    notes = entry.notes
    aside = [note for note in notes if note[0] in ASIDE]
    if aside:
        return "left", aside[:1], 0
    wrong = [note for note in notes if note[0] in ERRORS]
    if wrong:
        return "error", wrong, 0
    asked = [note for note in notes if note[0] not in CHANGES and note[0] not in REMARKS]
    if asked:
        return "question", asked, len(asked)
    changed = [note for note in notes if note[0] in CHANGES]
    if changed:
        several: Note = ("several_changed", {"count": len(changed)})
        return "changed", changed if len(changed) == 1 else [several], 0
    nothing: Note = ("unsold_unit", {}) if not entry.name else ("", {})
    remark: Note = next(iter(notes), nothing)
    known = entry.person_id if entry.name else any(unit.key == entry.unit for unit in roster.units)
    return ("same" if known else "new"), [remark], 0


def lines(preview: RosterPreview, confirmed: Collection[int] = ()) -> tuple[RosterLine, ...]:
    """What is written: new and changed rows, and the questions that were answered with yes (by their place
    among the preview's rows).
    """
    return tuple(
        RosterLine(
            row.name, row.building, row.stairway, row.storey, row.room, row.area_c, row.relation, row.phone,
            row.birth_year, row.share, row.person_id, row.gender, row.groups, row.capacities, row.unit_state,
            row.purpose, row.key,
        )
        for place, row in enumerate(preview.rows)
        if row.state in ("new", "changed") or (row.state == "question" and place in confirmed)
    )  # fmt: skip
