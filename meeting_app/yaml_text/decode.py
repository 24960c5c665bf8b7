"""From bytes to lines of text: size, encoding, and characters that would hide what is written."""

import re
from typing import Final

from meeting_app.yaml_text.problem import fault

_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_MARK: Final = "\ufeff"
# Control characters, other line ends, marks that turn the direction of writing, and a BOM in the middle.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff"
    "\ud800-\udfff]"
)


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character."""
    before = text.rfind("\n", 0, index)
    return text.count("\n", 0, index) + 1, index - before


def hidden(text: str) -> "re.Match[str] | None":
    """The first character that no editor shows."""
    return _HIDDEN.search(text)


def _other_encoding(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "encoding"
    return "gbk"


def decode(data: bytes, file: str, most: int) -> str:
    """The text with "\\n" as line end; a UTF-8 mark at the start, as Windows writes it, is dropped.

    Raises YamlError: too_large, utf16, gbk, encoding, hidden_character.
    """
    if len(data) > most:
        raise fault(file, 0, 0, "too_large", size=len(data), most=most)
    if data.startswith(_WIDE_MARKS):
        raise fault(file, 1, 1, "utf16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        column = problem.start - data.rfind(b"\n", 0, problem.start)
        raise fault(file, line, column, _other_encoding(data)) from None
    text = text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    if found := hidden(text):
        raise fault(file, *place_of(text, found.start()), "hidden_character", number=f"{ord(found[0]):04X}")
    return text
