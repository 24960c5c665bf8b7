"""Shares of persons and of area, compared exactly."""

from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.refusal import Refusal


class Measure(StrEnum):
    """What is counted: heads, or hundredths of a square metre."""

    PERSONS = "persons"
    AREA = "area"


class Base(StrEnum):
    """What a share is taken of, from the widest to the narrowest.

    Everybody entitled; those in the room or represented; those whose ballot or hand was counted in; those
    with a valid ballot (abstentions included); those who said yes or no.
    """

    ELIGIBLE = "eligible"
    PRESENT = "present"
    CAST = "cast"
    VALID = "valid"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Amount:
    """Persons (voting rights) and the area they stand for in 0.01 m²; area 0 where only heads count."""

    persons: int = 0
    area_c: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.persons + other.persons, self.area_c + other.area_c)

    def of(self, measure: Measure) -> int:
        """The figure in one measure."""
        return self.persons if measure is Measure.PERSONS else self.area_c


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction to be reached: `strict` means more than it (过半数, 超过), else at least it (以上).

    Refuses what nothing can fulfil or what says nothing: 0/0, more than the whole, below zero.
    """

    numerator: int
    denominator: int
    strict: bool
    base: Base

    def __post_init__(self) -> None:
        fits = 0 <= self.numerator <= self.denominator and self.denominator > 0
        if not fits or (self.strict and self.numerator == self.denominator):
            raise Refusal("share_impossible", numerator=self.numerator, denominator=self.denominator)

    def needed(self, base: int) -> int:
        """The smallest whole number that fulfils the share of `base`."""
        least, rest = divmod(base * self.numerator, self.denominator)
        return least + 1 if self.strict or rest else least

    def holds(self, actual: int, base: int) -> bool:
        """Whether `actual` of `base` fulfils it; exact."""
        left, right = actual * self.denominator, base * self.numerator
        return left > right if self.strict else left >= right
