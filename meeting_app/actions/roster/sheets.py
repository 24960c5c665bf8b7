"""Lists as files: XLSX and CSV into rows of text, within limits; formulas are read as their last values."""

import codecs
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from meeting_app.actions.roster.cells import figure_text
from meeting_app.actions.roster.marks import Marks, marks_of
from meeting_app.actions.roster.plain_text import text_rows
from meeting_app.actions.roster.watch import Watch
from meeting_app.domain.refusal import Refusal

MOST_ROWS: Final = 20_000
MOST_BYTES: Final = 20 * 1024 * 1024
# An XLSX is a ZIP: what it unpacks to is limited as well, so that no small file can fill the memory.
MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_COLUMNS: Final = 60
# Longer cells are no entries of a list.
MOST_CELL: Final = 300
PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"%PDF")
OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
# A workbook with a password is a file of the old kind that holds this entry.
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
# What other programs call an Excel file may be a page of the web, whole or packed as a letter.
WEB: Final = (b"<", b"mime-version")
Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file: (line number, cells as text) of every row that has any text. `title` is "" for a
    text file. Rows that are hidden are told by their line, columns by their place.
    """

    title: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def sheets_of(path: Path, watch: Watch | None = None) -> list[Sheet]:
    """The sheets that have rows. Raises Refusal for a file that is no list or is too large."""
    watch = watch or Watch()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal("roster_too_large", most=MOST_ROWS)
        with path.open("rb") as file:
            head = file.read(4)
        body = b"" if head.startswith(b"PK") else path.read_bytes()
    except OSError as error:
        raise Refusal("file_missing", path=str(path)) from error
    if head.startswith(PICTURES):
        raise Refusal("roster_picture")
    if head.startswith(OLD_EXCEL):
        raise Refusal("roster_locked" if LOCKED in body else "roster_old_excel")
    if body[:64].removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(WEB):
        raise Refusal("roster_web_page")
    return _from_xlsx(path, watch) if head.startswith(b"PK") else _from_text(body, watch)


class _Counter:
    """No file has more rows than the limit, over all of its sheets."""

    def __init__(self, watch: Watch) -> None:
        self._watch, self._rows = watch, 0

    def kept(self, rows: Iterator[Row]) -> tuple[Row, ...]:
        """The rows that have text."""
        kept: list[Row] = []
        for number, cells in rows:
            self._watch.step()
            if any(cells):
                kept.append((number, cells))
                self._rows += 1
            if self._rows > MOST_ROWS:
                raise Refusal("roster_too_large", most=MOST_ROWS)
        return tuple(kept)


def _from_text(body: bytes, watch: Watch) -> list[Sheet]:
    watch.begin(body.count(b"\n") + 1)
    cut = ((line, tuple(c[:MOST_CELL] for c in cells[:MOST_COLUMNS])) for line, cells in text_rows(body))
    return [Sheet("", _Counter(watch).kept(cut))]


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
    return str(value).strip()[:MOST_CELL]


def _from_xlsx(path: Path, watch: Watch) -> list[Sheet]:
    from defusedxml.common import DefusedXmlException
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Refusal("roster_too_large", most=MOST_ROWS)
            book = load_workbook(path, read_only=True, data_only=True)
            try:
                return _sheets(book.worksheets, packed, watch)
            finally:
                book.close()
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        InvalidFileException,
        DefusedXmlException,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        SyntaxError,
        TypeError,
        AttributeError,
        IndexError,
        RuntimeError,
    ) as error:
        raise Refusal("roster_unreadable") from error


def _sheets(sheets: Sequence[Any], packed: zipfile.ZipFile, watch: Watch) -> list[Sheet]:
    watch.begin(sum(min(sheet.max_row or 0, MOST_ROWS) for sheet in sheets))
    counter = _Counter(watch)
    return [made for sheet in sheets if (made := _sheet(sheet, packed, counter)).rows]


def _sheet(sheet: Any, packed: zipfile.ZipFile, counter: _Counter) -> Sheet:
    """One sheet; `packed` is the file that it lies in."""
    marks = marks_of(packed, sheet._worksheet_path)  # the only name that openpyxl has for it
    rows = counter.kept(_sheet_rows(sheet, marks))
    hidden = sheet.sheet_state != "visible"
    return Sheet(sheet.title, rows, hidden, frozenset(marks.hidden_rows), frozenset(marks.hidden_columns))


def _sheet_rows(sheet: Any, marks: Marks) -> Iterator[Row]:
    """The rows with merged cells filled."""
    sheet.reset_dimensions()  # some programs write a wrong size, and the rows beyond it would be lost
    rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
    for number, values in enumerate(rows, start=1):
        cells = marks.spelt(number, [cell_text(value) for value in values])
        filled = marks.filled(number, list(cells))
        yield number, tuple(filled if any(cells) else cells)  # a row of nothing but merged cells is empty
