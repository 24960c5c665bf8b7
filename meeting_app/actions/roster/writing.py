"""The roster as a list that can be read back, and an example list to fill in."""

import errno
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from meeting_app.actions.roster.cells import words
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Building, Ownership, Person, Residence, Unit

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

AREA_FORMAT = "0.00"
TEXT_FORMAT = "@"
WIDTHS = (14, 10, 8, 8, 10, 10, 8, 8, 16, 10)


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A person in a unit as a list has it; area in 0.01 m², share None for no owner."""

    name: str
    building: str
    stairway: int
    storey: int
    room: str
    area_c: int
    relation: str
    share: tuple[int, int] | None
    phone: str
    birth_year: int | None


def export_rows(session: Session, *, building_id: str | None = None) -> tuple[ExportRow, ...]:
    """The whole roster or one house of it, for `records.ask`; by house, stairway, room and person."""
    owned = and_(Ownership.person_id == Person.id, Ownership.unit_id == Unit.id, Ownership.until.is_(None))
    query = (
        select(Person, Residence.relation, Unit, Building.name, Ownership)
        .join(Residence, Residence.person_id == Person.id)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .outerjoin(Ownership, owned)
        .where(Person.merged_into.is_(None), Person.forgotten.is_(False), Residence.until.is_(None))
        .order_by(Building.position, Unit.stairway, Unit.storey, Unit.room, Person.number)
    )
    if building_id:
        query = query.where(Unit.building_id == building_id)
    return tuple(
        ExportRow(
            person.name, house, unit.stairway, unit.storey, unit.room, unit.area_c, relation,
            _share(share), person.phone, person.birth_year,
        )
        for person, relation, unit, house, share in session.execute(query)
    )  # fmt: skip


def _share(row: Ownership | None) -> tuple[int, int] | None:
    return None if row is None else (row.share_n, row.share_d)


def export_roster(rows: Sequence[ExportRow], path: Path) -> None:
    """Write the rows as XLSX, so that reading it back finds everybody unchanged. Raises Refusal when it
    cannot.
    """
    _write(path, [_values(row) for row in rows])


def write_roster_template(path: Path) -> None:
    """Write an example of a clean list. Raises Refusal when it cannot be written."""
    _write(path, words()["template"]["rows"])


def _values(row: ExportRow) -> list[Any]:
    share = "" if row.share is None else f"{row.share[0]}/{row.share[1]}"
    return [
        row.name, row.building, row.stairway, row.storey, row.room, Decimal(row.area_c) / 100,
        words()["relations"][row.relation][0] if row.relation in words()["relations"] else row.relation,
        share, row.phone, row.birth_year or "",
    ]  # fmt: skip


def _write(path: Path, rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(words()["template"]["sheet"])
    sheet.freeze_panes = "A2"
    for place, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append(_headings(sheet))
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    packed = io.BytesIO()
    book.save(packed)
    book.close()
    try:
        path.write_bytes(packed.getvalue())
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "read_only_place"
        raise Refusal(code, path=str(path)) from error


def _headings(sheet: "Worksheet") -> list["Cell"]:
    from openpyxl.styles import Font

    cells = [_cell(sheet, heading) for heading in words()["template"]["headings"]]
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


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
