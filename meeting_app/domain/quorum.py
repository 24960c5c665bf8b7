"""Whether enough are here: voices that count as one, in the room or represented, by persons and by area.

All comparisons are cross products of whole numbers; areas are hundredths of a square metre. A voice is a
person of residents' meetings, or a voting right of owners (one for each set of owners; judicial
interpretation of 2020, arts 8 and 9).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who counts as one. `people` may exercise it; `voter` alone when joint owners named one."""

    people: tuple[str, ...]
    area_c: int = 0
    voter: str | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Whose presence makes the voice present."""
        return (self.voter,) if self.voter in self.people and self.voter is not None else self.people


@dataclass(frozen=True, slots=True)
class Participation:
    """How many voices there are and how many take part; area of all and of those who take part."""

    eligible: int
    present: int
    represented: int
    area_c: int
    area_here_c: int

    @property
    def here(self) -> int:
        """In the room or represented."""
        return self.present + self.represented


def participation(
    voices: Iterable[Voice], present: Collection[str], represented: Mapping[str, str], *, counts: bool
) -> Participation:
    """Count the voices; `counts` False leaves the represented out, as the rule says."""
    eligible = here = by_proxy = area = area_here = 0
    for voice in voices:
        eligible += 1
        area += voice.area_c
        if any(person in present for person in voice.speakers):
            here += 1
            area_here += voice.area_c
        elif counts and any(person in represented for person in voice.speakers):
            by_proxy += 1
            area_here += voice.area_c
    return Participation(eligible, here, by_proxy, area, area_here)


@dataclass(frozen=True, slots=True)
class Needed:
    """A share of a whole that must be reached: `strict` means more than it, else at least it."""

    numerator: int
    denominator: int
    strict: bool

    def least(self, whole: int) -> int:
        """The smallest whole number that is enough."""
        least, rest = divmod(whole * self.numerator, self.denominator)
        return least + 1 if self.strict or rest else least

    def short_by(self, actual: int, whole: int) -> int:
        """How much is missing; 0 when it is enough. Of nothing nothing is enough."""
        return max(0, self.least(whole) - actual) if whole else 1
