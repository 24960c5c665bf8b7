"""Lists as plain text: which encoding, which mark between the cells."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from meeting_app.actions.roster.cells import words
from meeting_app.domain.refusal import Refusal

BOM_GB18030: Final = b"\x841\x953"
MARKS: Final = (",", ";", "\t", "|")
LOOKED_AT: Final = 30
BEGINNING: Final = 4_000


def decoded(body: bytes) -> str:
    """UTF-8 with or without its mark, else GB18030 (which is GBK and more), as spreadsheets here write it.

    UTF-16 says so by its mark; without the mark it is believed when a known heading can be read. A mark of
    UTF-8 before GBK is the work of a careless program. Raises Refusal for anything else.
    """
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (BOM_GB18030, "gb18030"),
    ):  # fmt: skip
        if body.startswith(mark):
            return _as(body, encoding).removeprefix("\ufeff")
    body = body.removeprefix(codecs.BOM_UTF8)
    if b"\0" in body:
        return _unmarked_utf16(body)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _as(body, "gb18030")


def _as(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("roster_unreadable") from error


def _unmarked_utf16(body: bytes) -> str:
    known = [name for names in words()["headings"].values() for name in names if len(name) > 1]
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(name in text[:BEGINNING].lower() for name in known):
            return text
    raise Refusal("roster_unreadable")


def _mark(text: str) -> tuple[str, str]:
    """(what stands between the cells, the text without a line that says so)."""
    first, _end, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        return first[4], rest
    beginning = "\n".join(text.split("\n", LOOKED_AT)[:LOOKED_AT])
    return max(MARKS, key=beginning.count), text


def text_rows(body: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, cells) of a text file; the line is the one in which the row begins."""
    whole = decoded(body)
    mark, text = _mark(whole)
    line = 1 + (text is not whole)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        for cells in reader:
            yield line, tuple(cell.strip() for cell in cells)
            line = 1 + (text is not whole) + reader.line_num
    except csv.Error as error:
        raise Refusal("roster_unreadable") from error
