"""A row of a list as it was understood, with what is wrong with it or has to be asked."""

from dataclasses import dataclass, field
from typing import Final

Note = tuple[str, dict[str, object]]
# What stops a row; everything else can be confirmed by a person.
ERRORS: Final = frozenset(
    {
        "name_missing", "name_unclear", "building_missing", "room_missing", "room_unclear",
        "rooms_several", "formula_failed",
        "stairway_unclear", "storey_unclear", "storey_missing", "twice_in_list", "shares_over",
        "share_unclear",
    }
)  # fmt: skip
# What is no person at all: sums, headings said again, lines that only name a house, words below the list.
ASIDE: Final = frozenset({"sum_row", "heading_again", "house_line", "no_row"})


@dataclass(slots=True)
class Entry:
    """A person of a row; `part` counts the people of one row, `notes` say what the gravest of them decides.

    Area in 0.01 m², 0 when none is said. `number` is the person's on the list; entries with the same `key`
    are one person.
    """

    line: int
    sheet: str = ""
    part: int = 0
    name: str = ""
    building: str = ""
    stairway: int = 1
    storey: int = 0
    room: str = ""
    area_c: int = 0
    phone: str = ""
    relation: str = ""
    share: tuple[int, int] | None = None
    birth_year: int | None = None
    gender: str = ""
    groups: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()
    state: str = ""
    purpose: str = ""
    number: int | None = None
    key: str = ""
    person_id: str | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def unit(self) -> tuple[str, int, str]:
        """Building, stairway and room: what a unit is known by."""
        return self.building, self.stairway, self.room

    def say(self, code: str, **params: object) -> None:
        """Something is wrong, or to be asked."""
        self.notes.append((code, params))

    def say_once(self, code: str, **params: object) -> None:
        """The same, unless it was said already."""
        if (code, params) not in self.notes:
            self.say(code, **params)

    @property
    def stopped(self) -> bool:
        """Whether the row cannot be taken."""
        return any(code in ERRORS or code in ASIDE for code, _params in self.notes)
