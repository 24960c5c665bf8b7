"""The roster as a list that can be read back, and an example list to fill in."""

import errno
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.actions.roster import organisations
from meeting_app.actions.roster.capacity_words import Held, group_word, held_text, listed
from meeting_app.actions.roster.cells import words
from meeting_app.actions.roster.organisations import BodyLine, row_of
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.known_roster import KnownPerson, KnownUnit, known_people, known_units, own_groups
from meeting_app.storage.tables import Body, Building, Residence, Unit

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

AREA_FORMAT = "0.00"
TEXT_FORMAT = "@"
WIDTHS = (14, 10, 10, 8, 8, 10, 10, 8, 8, 16, 10, 8, 20, 30, 10, 10)
UnitKey = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A person in a unit as a list has it, or a unit without anybody (no name); area in 0.01 m², share None
    for no owner. `groups` and `capacities` are words that read back.
    """

    name: str
    number: int
    building: str
    stairway: int
    storey: int
    room: str
    area_c: int
    relation: str
    share: tuple[int, int] | None
    phone: str
    birth_year: int | None
    gender: str
    groups: str
    capacities: str
    state: str
    purpose: str


def export_rows(session: Session, *, building_id: str | None = None) -> tuple[ExportRow, ...]:
    """The whole roster or one house of it, for `records.ask`; by house, stairway, room and person."""
    named = own_groups(session)
    people: dict[UnitKey, list[KnownPerson]] = defaultdict(list)
    for person in sorted(known_people(session), key=lambda person: person.number):
        people[person.unit_key].append(person)
    lives = _relations(session)
    house = session.get(Building, building_id) if building_id else None
    rows: list[ExportRow] = []
    for unit in known_units(session):
        if house is not None and unit.key[0] != house.name:
            continue
        rows += [_row(unit, one, lives[one.person_id, unit.key], named) for one in people[unit.key]]
        if not people[unit.key]:
            rows.append(_row(unit, None, "", named))
    return tuple(rows)


def _relations(session: Session) -> dict[tuple[str, UnitKey], str]:
    rows = session.execute(
        select(Residence.person_id, Building.name, Unit.stairway, Unit.room, Residence.relation)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .where(Residence.until.is_(None))
    )
    return {(person, (house, stairway, room)): relation for person, house, stairway, room, relation in rows}


def _row(unit: KnownUnit, person: KnownPerson | None, relation: str, named: dict[str, str]) -> ExportRow:
    building, stairway, room = unit.key
    groups = [group_word(code, named) for code in person.groups] if person else []
    held = [held_text(Held(*one)) for one in person.capacities] if person else []
    return ExportRow(
        person.name if person else "", person.number if person else 0, building, stairway, unit.storey, room,
        unit.area_c, relation, person.share if person else None, person.phone if person else "",
        person.birth_year if person else None, person.gender if person else "", listed(groups), listed(held),
        unit.state, unit.purpose,
    )  # fmt: skip


def export_bodies(session: Session) -> tuple[BodyLine, ...]:
    """The organisations, which capacities speak of."""
    rows = session.scalars(select(Body).order_by(Body.position))
    return tuple(BodyLine(row.kind, row.name, row.duties, row.contact) for row in rows)


def export_roster(rows: Sequence[ExportRow], path: Path, bodies: Sequence[BodyLine] = ()) -> None:
    """Write the rows as XLSX, so that reading it back finds everybody unchanged. Raises Refusal when it
    cannot.
    """
    _write(path, [_values(row) for row in rows], bodies)


def write_roster_template(path: Path) -> None:
    """Write an example of a clean list. Raises Refusal when it cannot be written."""
    _write(path, words()["template"]["rows"])


def _values(row: ExportRow) -> list[Any]:
    share = "" if row.share is None else f"{row.share[0]}/{row.share[1]}"
    return [
        row.name, row.number or "", row.building, row.stairway, row.storey, row.room,
        Decimal(row.area_c) / 100, _word("relations", row.relation), share, row.phone, row.birth_year or "",
        _word("genders", row.gender), row.groups, row.capacities, _word("states", row.state),
        _word("purposes", row.purpose),
    ]  # fmt: skip


def _word(table: str, code: str) -> str:
    """A code as the list says it."""
    return str(words()[table][code][0]) if code in words()[table] else code


def _write(path: Path, rows: Iterable[Sequence[Any]], bodies: Sequence[BodyLine] = ()) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(words()["template"]["sheet"])
    sheet.freeze_panes = "A2"
    for place, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _fill(sheet, words()["template"]["headings"], rows)
    if bodies:
        _fill(book.create_sheet(words()["bodies"]["sheet"]), organisations.headings(), map(row_of, bodies))
    packed = io.BytesIO()
    book.save(packed)
    book.close()
    try:
        write_whole(path, packed.getvalue())
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "read_only_place"
        raise Refusal(code, path=str(path)) from error


def _fill(sheet: "Worksheet", headings: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.styles import Font

    cells = [_cell(sheet, heading) for heading in headings]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: "Worksheet", value: Any) -> "Cell":
    """Texts are texts: a name that begins with = is no formula, a telephone number no figure."""
    from openpyxl.cell import WriteOnlyCell

    cell: Cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = TEXT_FORMAT
    elif isinstance(value, Decimal):
        cell.number_format = AREA_FORMAT
    return cell
