"""What the editor's forms are made of, as data: which value stands where, how it is called, how it is typed.

Without Qt. Words are msgids; they are translated where they are shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office import typed
from meeting_app.ui.console.office.scenario_editor import typing_in

Offer = tuple[str, str]  # value, words
Offers = Callable[[Scenario, Path], Sequence[Offer]]
HUNDREDTHS = 100


def always(_scenario: Scenario, _path: Path) -> bool:
    """A field that is there whatever else is chosen."""
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form or a column of a table, below the part at a base path.

    Kinds: line, text, lines (one entry a line), number, money, area, flag, choice, ticks (several of what is
    offered), table (a list of parts, with `columns` and `new`), walk_away, own (a control of its own, made by
    the page). `most` characters fit where it is printed; 0 = no matter. `pairs`: what is ticked names two
    things (a.b). `shown` says for which scenario the field is there.
    """

    path: Path
    label: str
    kind: str = "line"
    hint: str = ""
    rows: int = 3
    most: int = 0
    wide: bool = True
    offers: Offers | None = None
    pairs: bool = False
    columns: tuple["Entry", ...] = ()
    new: Callable[[Scenario, Path], Any] | None = None
    shown: Callable[[Scenario, Path], bool] = field(default=always)

    def offered(self, scenario: Scenario, base: Path) -> tuple[Offer, ...]:
        """What can be chosen."""
        return tuple(self.offers(scenario, base)) if self.offers else ()

    def words(self) -> str:
        """Its name."""
        return _(self.label)


class Unreadable(Exception):
    """What was typed is no number or amount; the sentence says what is wanted."""


def as_typed(entry: Entry, value: Any) -> str:
    """A value as it stands in a field of text."""
    if entry.kind == "lines":
        return "\n".join(value)
    if entry.kind == "numbers":
        return ", ".join(map(str, value))
    if entry.kind in ("money", "area"):
        return typed.yuan_of(value) if value >= 0 else f"-{typed.yuan_of(-value)}"
    return str(value)


def from_typed(entry: Entry, text: str) -> Any:
    """The value that was typed. Raises Unreadable."""
    if entry.kind == "lines":
        return typing_in.lines_of(text)
    if entry.kind in ("money", "area"):
        amount = typed.fen_of(text) if text.strip() else 0
        if amount is None:
            raise Unreadable(_("Type an amount with at most two decimals, for example 1200.50."))
        return amount
    if entry.kind == "number":
        return whole(text)
    if entry.kind == "numbers":
        return tuple(whole(one) for one in re.split(r"[,，、;；\s]+", text.strip()) if one)
    return typing_in.clean(text) if entry.kind == "text" else typing_in.line_of(text)


def whole(text: str) -> int:
    """A whole number, also below 0; nothing typed is 0. Raises Unreadable."""
    plain = typed.plain(text).replace("−", "-")
    if not plain:
        return 0
    digits = plain.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        raise Unreadable(_("Type a whole number."))
    return int(plain)


def value_of(scenario: Scenario, base: Path, entry: Entry) -> Any:
    """The value of a field."""
    return editing.value_at(scenario, (*base, *entry.path))
