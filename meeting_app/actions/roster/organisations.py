"""The organisations in a list: a sheet of their own beside the people, so that capacities find them again."""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.actions.roster.cells import words
from meeting_app.actions.roster.headings import heading
from meeting_app.actions.roster.sheets import Sheet


@dataclass(frozen=True, slots=True)
class BodyLine:
    """An organisation as a list has it; `kind` is a code of storage/tables/people.py Body."""

    kind: str
    name: str
    duties: str = ""
    contact: str = ""


def headings() -> list[str]:
    """The headings of the sheet."""
    return [str(word) for word in words()["bodies"]["headings"]]


def is_list(sheet: Sheet) -> bool:
    """Whether the sheet is one of organisations."""
    return bool(sheet.rows) and [heading(text) for text in sheet.rows[0][1][:4]] == headings()


def bodies_in(sheets: Sequence[Sheet]) -> tuple[BodyLine, ...]:
    """The organisations that the sheets name; of an unknown kind they are social organisations."""
    kinds = {word: code for code, word in words()["bodies"]["kinds"].items()}
    found = {}
    for sheet in filter(is_list, sheets):
        for _line, row in sheet.rows[1:]:
            name, kind, duties, contact = (*row, "", "", "", "")[:4]
            if name:
                found[name] = BodyLine(kinds.get(kind, "social"), name[:80], duties, contact[:40])
    return tuple(found.values())


def row_of(body: BodyLine) -> list[str]:
    """An organisation as a row of the sheet."""
    return [body.name, str(words()["bodies"]["kinds"].get(body.kind, "")), body.duties, body.contact]
