"""Lists as files: XLSX and CSV into rows of text, within limits; formulas are read as their last values."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from meeting_app.actions.roster.cells import figure_text
from meeting_app.domain.refusal import Refusal

MOST_ROWS: Final = 20_000
MOST_BYTES: Final = 20 * 1024 * 1024
# An XLSX is a ZIP: what it unpacks to is limited as well, so that no small file can fill the memory.
MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_COLUMNS: Final = 60
ENCODINGS: Final = ("utf-8-sig", "gb18030")
Row = tuple[int, tuple[str, ...]]


def rows_of(path: Path) -> list[Row]:
    """(line number, cells as text) of every row that has any text. Raises Refusal for a file that is
    no list.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Refusal("roster_too_large", most=MOST_ROWS)
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise Refusal("file_missing", path=str(path)) from error
    found = _from_xlsx(path) if head.startswith(b"PK") else _from_csv(path.read_bytes())
    rows: list[Row] = []
    for number, cells in found:
        if any(cells):
            rows.append((number, cells))
        if len(rows) > MOST_ROWS:
            raise Refusal("roster_too_large", most=MOST_ROWS)
    return rows


def cell_text(value: object) -> str:
    """A cell's value as it reads: numbers without needless decimals, dates as 1975-03-12."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return figure_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _from_xlsx(path: Path) -> Iterator[Row]:
    from defusedxml.common import DefusedXmlException
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Refusal("roster_too_large", most=MOST_ROWS)
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            yield from _sheet_rows(book.worksheets)
        finally:
            book.close()
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        DefusedXmlException,
        KeyError,
        ValueError,
        OSError,
        SyntaxError,
        TypeError,
        AttributeError,
        IndexError,
    ) as error:
        raise Refusal("roster_unreadable") from error


def _sheet_rows(sheets: Sequence[object]) -> Iterator[Row]:
    """The rows of the first sheet that has any."""
    for sheet in sheets:
        rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)  # type: ignore[attr-defined]
        empty = True
        for number, values in enumerate(rows, start=1):
            cells = tuple(cell_text(value) for value in values)
            empty = empty and not any(cells)
            yield number, cells
        if not empty:
            return


def _from_csv(body: bytes) -> Iterator[Row]:
    text = _decoded(body)
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for cells in reader:
            yield reader.line_num, tuple(cell.strip() for cell in cells[:MOST_COLUMNS])
    except csv.Error as error:
        raise Refusal("roster_unreadable") from error


def _decoded(body: bytes) -> str:
    """UTF-8 with or without its mark, else GB18030, as spreadsheets here write it; UTF-16 says so by its
    mark.
    """
    marked = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in body and not marked:
        raise Refusal("roster_unreadable")
    for encoding in ("utf-16",) if marked else ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("roster_unreadable")
