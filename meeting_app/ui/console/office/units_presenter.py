"""Units without their widgets: the list, and the owners of one as they are typed; shares are exact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import _, ngettext
from meeting_app.queries import units as unit_queries
from meeting_app.ui.console.office import typed, words
from meeting_app.ui.widgets.tables import Line
from meeting_app.wording import amounts, labels

if TYPE_CHECKING:
    from meeting_app.queries.units import OwnerRow, UnitLine
    from meeting_app.ui.qt.office import Office

SHARE: Final = re.compile(r"(\d{1,6})/(\d{1,6})")
PERCENT: Final = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?%")
MOST: Final = 300


@dataclass(frozen=True, slots=True)
class UnitsPicture:
    """The list as chosen, and what stands above it."""

    lines: tuple[Line, ...]
    counted: str


def share_of(text: str) -> Fraction | None:
    """1/2, 50% or 1 exactly; None when it is no share above nothing and up to the whole."""
    said = typed.plain(text)
    fraction, percent = SHARE.fullmatch(said), PERCENT.fullmatch(said)
    if fraction and int(fraction[2]):
        share = Fraction(int(fraction[1]), int(fraction[2]))
    elif percent:
        share = Fraction(int(percent[1]) * 100 + int((percent[2] or "").ljust(2, "0")), 10_000)
    else:
        return Fraction(1) if said == "1" else None
    return share if 0 < share <= 1 else None


def share_text(n: int, d: int) -> str:
    """A share as it is typed again."""
    return "1" if n == d else f"{n}/{d}"


def equal_share(count: int) -> str:
    """What each of so many owners has when nothing else is agreed (Civil Code art. 309)."""
    return share_text(1, max(1, count))


def area_of(text: str) -> int | None:
    """Square metres with at most two decimals as 0.01 m²; None for anything else."""
    try:
        exact = Decimal(typed.plain(text)) * 100
    except InvalidOperation:
        return None
    fits = exact.is_finite() and 0 <= exact <= Decimal(10_000_000) and exact == exact.to_integral_value()
    return int(exact) if fits else None


def sum_sentence(shares: Sequence[Fraction | None]) -> tuple[str, bool]:
    """(what the shares come to, whether they can be kept)."""
    if not shares:
        return _("No owner: the unit is kept as the developer's."), True
    if None in shares:
        return _("A share is written as 1/2, 50% or 1."), False
    total = sum((share for share in shares if share), Fraction(0))
    if total == 1:
        return _("The shares add up to the whole."), True
    said = f"{total.numerator}/{total.denominator}"
    return _("The shares come to {total}, not to the whole.").format(total=said), False


def owners_line(owners: Sequence["OwnerRow"]) -> str:
    """The owners with their shares; nothing beside a single one."""
    if len(owners) == 1:
        return owners[0].name
    return _(", ").join(f"{owner.name} {share_text(owner.share_n, owner.share_d)}" for owner in owners)


def unit_row(unit: "UnitLine") -> Line:
    """A unit as the table shows it; one that is sold and has no owner is pointed out."""
    missing = unit.state == "sold" and not unit.owners
    state = _("owner unknown") if missing else labels.label(labels.UNIT_STATES, unit.state)
    cells = (
        words.place(unit.place), amounts.area(unit.area_c), labels.label(labels.PURPOSES, unit.purpose),
        state if missing or unit.state != "sold" else "", owners_line(unit.owners),
    )  # fmt: skip
    return Line(unit.unit_id, cells, tone="warn" if missing else "")


class UnitsPresenter:
    """Asks for units by house and text."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def picture(self, building_id: str, text: str) -> UnitsPicture:
        """The units as chosen."""
        page = self._office.records.ask(
            unit_queries.units, building_id=building_id or None, text=text, limit=MOST
        )
        count = ngettext("{n} unit", "{n} units", page.total).format(n=page.total)
        area = _("{area} m² in all").format(area=amounts.area(page.area_c))
        unknown = _("{n} without a known owner").format(n=page.open) if page.open else ""
        return UnitsPicture(tuple(unit_row(unit) for unit in page.rows), words.joined((count, area, unknown)))

    def unit(self, unit_id: str) -> "UnitLine | None":
        """One unit."""
        return self._office.records.ask(unit_queries.unit_line, unit_id=unit_id)
