"""What people type and paste, as it is kept: clean text, lists line by line, tables cell by cell.

Without Qt. Whatever comes out reads back from the scenario's file as it was kept.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from meeting_app.scenarios.text import LONGEST

# What word processors write for a new line.
_LINES: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_MARKS: Final = re.compile(r"^\s*(?:[-*•·●○▪◆■–—]\s*|[(（]?\d{1,2}[.、)）．]\s*)")
_LABEL: Final = re.compile(r"^\s*[【\[]?([^:：\n【】\[\]]{1,16})[】\]]?\s*[:：]\s*(.*)$")
MOST_TITLE: Final = 16


def clean(text: str) -> str:
    """Text without blanks around its lines and without signs that nobody can see, at most as long as a
    scenario's file takes.
    """
    plain = _LINES.sub("\n", text).replace("\t", " ").replace("\xa0", " ")
    seen = "".join(one for one in plain if one == "\n" or unicodedata.category(one) not in _UNSEEN)
    lines = "\n".join(line.strip() for line in seen.split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip()[:LONGEST].rstrip()


_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def line_of(text: str) -> str:
    """Text of one line."""
    return " ".join(clean(text).split("\n"))


def lines_of(text: str) -> tuple[str, ...]:
    """One entry a line, without the marks of a list in front."""
    return tuple(one for line in clean(text).split("\n") if (one := _MARKS.sub("", line).strip()))


def cells_of(text: str) -> tuple[tuple[str, ...], ...]:
    """A copied stretch of a table (cells by tabs, cells with line breaks in quotation marks) or of plain
    lines.
    """
    rows: list[list[str]] = [[""]]
    quoted, at = False, 0
    body = _LINES.sub("\n", text).rstrip("\n")
    while at < len(body):
        sign = body[at]
        if quoted:
            if sign == '"' and body[at + 1 : at + 2] == '"':
                rows[-1][-1] += sign
                at += 1
            elif sign == '"':
                quoted = False
            else:
                rows[-1][-1] += sign
        elif sign == '"' and not rows[-1][-1] and _closes(body, at):
            quoted = True
        elif sign == "\t":
            rows[-1].append("")
        elif sign == "\n":
            rows.append([""])
        else:
            rows[-1][-1] += sign
        at += 1
    return tuple(tuple(clean(cell) for cell in row) for row in rows)


def _closes(body: str, at: int) -> bool:
    """Whether the quotation mark at `at` opens a cell: another one stands before the cell's end."""
    return re.match(r'"(?:[^"]|"")*"(?=[\t\n]|$)', body[at:]) is not None


def titled(line: str) -> tuple[str, str]:
    """A pasted paragraph as (title, text): what stands before a colon, else its first words."""
    body = _MARKS.sub("", line).strip()
    found = _LABEL.match(body)
    if found and found[2]:
        return found[1].strip(), found[2].strip()
    head = re.split(r"[，。；！？,.;!?\s]", body, maxsplit=1)[0]
    return head[:MOST_TITLE], body


def labelled(text: str, names: Mapping[str, str]) -> dict[str, str]:
    """A pasted stretch whose paragraphs begin with the names of fields, taken apart by field.

    `names` maps what may stand before the colon to the field. Empty unless at least two fields are named:
    then what stands before the first one is under "".
    """
    found: dict[str, list[str]] = {"": []}
    here = ""
    for line in clean(text).split("\n"):
        label = _LABEL.match(line)
        field = names.get(_plain(label[1])) if label else None
        if label and field:
            here = field
            found.setdefault(here, []).append(label[2])
        else:
            found[here].append(line)
    if len(found) < 3:
        return {}
    return {field: clean("\n".join(lines)) for field, lines in found.items()}


def label_of(line: str) -> str:
    """What stands before the colon of a paragraph, as `by_label` has it; "" for none."""
    found = _LABEL.match(line)
    return _plain(found[1]) if found else ""


def _plain(label: str) -> str:
    return "".join(label.split()).casefold()


def by_label(names: Sequence[tuple[str, str]]) -> dict[str, str]:
    """(field, name) pairs as `labelled` wants them."""
    return {_plain(name): field for field, name in names}
