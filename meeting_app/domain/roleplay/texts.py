"""Every text of a scenario with its place and who may see it, and the placeholders in texts.

{score:issue.option} and {walk_away} are the reading role's own points, {table:table.option.payer} what one of
the payers (by id or label) pays, in yuan; `option` may be written issue.option. Nothing else in braces is
replaced.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Final

from meeting_app.domain.roleplay.ledger import Ledger, ledger
from meeting_app.domain.roleplay.model import MoneyTable, Scenario

Path = tuple[str | int, ...]
PLACEHOLDER: Final = re.compile(r"\{([^{}\n]*)\}")

# Roles' fields that only the player sees.
PRIVATE: Final = frozenset(
    "secret opening keep give interests walk_away walk_away_text objectives must_not sheet".split()
)
# Words that are identities or choices, not texts.
_CODES: Final = frozenset(
    "id language category party value verifier merge_into issue option role kind mode screen sound decision "
    "trigger phase event rule proposer vetoes to understanding camps first second stay pairs plays avoid "
    "effects options".split()
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text where it stands. `public` = everybody may see it from the start; `role` whose card it is on."""

    path: Path
    text: str
    public: bool
    role: str = ""


def _holds_parts(value: object) -> bool:
    """Whether it is a part of the scenario or a list of such, not a word."""
    first = value[0] if isinstance(value, tuple) and value else value
    return is_dataclass(first)


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _strings(item, (*path, at))
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name not in _CODES or _holds_parts(inner):
                yield from _strings(inner, (*path, field.name))


def _hidden(path: Path) -> bool:
    top = path[0]
    if top == "roles":
        return len(path) > 2 and path[2] in PRIVATE
    return top == "clues" or "cues" in path  # what comes out later, what the facilitator says


def texts(scenario: Scenario) -> Iterator[Text]:
    """All texts, in the order of the model."""
    for path, text in _strings(scenario, ()):
        role = scenario.roles[int(path[1])].id if path[0] == "roles" else ""
        yield Text(path, text, not _hidden(path), role)


def yuan(fen: int) -> str:
    """An amount in yuan without idle zeros: 1200, 1200.50, -3."""
    sign, whole, rest = "-" if fen < 0 else "", *divmod(abs(fen), 100)
    return f"{sign}{whole}" + (f".{rest:02}" if rest else "")


def _cell(table: MoneyTable, words: list[str]) -> str | None:
    payers = [at for at, payer in enumerate(table.payers) if words[-1] in (payer.id, payer.label)]
    columns = [
        column for column in table.columns if words[:-1] in ([column.option], [column.issue, column.option])
    ]
    if not payers or not columns or payers[0] >= len(columns[0].shares_fen):
        return None
    return yuan(columns[0].shares_fen[payers[0]])


def value_of(scenario: Scenario, word: str, role: str = "", book: Ledger | None = None) -> str | None:
    """What a placeholder's inner word stands for; None when it stands for nothing."""
    book = book or ledger(scenario)
    kind, _colon, name = word.partition(":")
    if kind == "walk_away" and not name:
        return str(book.walk_away[role]) if role in book.walk_away else None
    parts = name.split(".")
    if kind == "score" and len(parts) == 2:
        points = book.points.get(role, {}).get((parts[0], parts[1]))
        return None if points is None else str(points)
    if kind == "table" and len(parts) >= 3:
        table = next((one for one in scenario.tables if one.id == parts[0]), None)
        return _cell(table, parts[1:]) if table else None
    return None


def fill(scenario: Scenario, text: str, role: str = "", book: Ledger | None = None) -> str:
    """The text with its numbers; a placeholder that stands for nothing stays as it is."""

    def number(found: "re.Match[str]") -> str:
        value = value_of(scenario, found[1], role, book)
        return found[0] if value is None else value

    return PLACEHOLDER.sub(number, text)


def unknown_placeholders(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """(place, inner word) of everything in braces that stands for nothing."""
    book = ledger(scenario)
    for one in texts(scenario):
        for found in PLACEHOLDER.finditer(one.text):
            if value_of(scenario, found[1], one.role, book) is None:
                yield one.path, found[1]


def private_strings(scenario: Scenario) -> tuple[str, ...]:
    """Every text that must never be on a public screen or paper before its time, as written and as filled.

    Clues that everybody gets come out in their phase and are not in it; walk-aways are, as their own texts
    say them. For tests that search what is shown; texts below four characters say nothing and are left out.
    """
    open_clues = {at for at, clue in enumerate(scenario.clues) if clue.to == ("all",)}
    found: dict[str, None] = {}
    for one in texts(scenario):
        mine = one.path[0] == "roles" or (one.path[0] == "clues" and one.path[1] not in open_clues)
        if mine and not one.public and len(one.text) >= 4:
            found[one.text] = found[fill(scenario, one.text, one.role)] = None
    return tuple(found)
