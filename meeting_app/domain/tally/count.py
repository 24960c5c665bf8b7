"""What every method takes and gives: marks on ballots, settings of the poll, a public lot; a count with its
steps.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction
# One entry for each option in the order of the poll: a rank (1 is first), a score, a number of dots, 1 for a
# mark; None where the ballot says nothing.
Marks = tuple[int | None, ...]

BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Setup:
    """What the notice fixed about a poll's count.

    `limit` is K, the number of dots, or the top score, as the method means it; `costs` and `budget` are in
    fen; `variant` names one of the method's printed variants ("" is its default); `step` is by how many fen
    a voter's equal share grows when that count is repeated (0: a hundredth of the share); `unread` papers
    were cast and cannot be written down as marks: they belong to a base of ballots cast, and to nothing else.
    """

    options: int
    seats: int = 1
    limit: int = 0
    costs: tuple[int, ...] = ()
    budget: int = 0
    variant: str = ""
    step: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Lot:
    """The order of all options that a public draw gave; the earlier option wins a tie."""

    order: tuple[int, ...]

    def first(self, tied: Sequence[int]) -> int:
        """Whom the draw favours."""
        return min(tied, key=self.order.index)

    def last(self, tied: Sequence[int]) -> int:
        """Whom the draw favours least."""
        return max(tied, key=self.order.index)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a count: a code for the words, whom it is about, its figures by name, and where each option
    stands after it (None: out of the count).
    """

    code: str
    about: tuple[int, ...] = ()
    figures: tuple[tuple[str, Number], ...] = ()
    standing: tuple[Number | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Options that the rule cannot tell apart, and how many of them the next place takes."""

    options: tuple[int, ...]
    places: int
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """The whole result of a count. `winners` are in the order in which they were chosen; with an open `tie`
    they are those who are sure. `standing` is the figure that the result shows for each option.
    """

    method: str
    ballots: int
    valid: int
    blank: int
    spoilt: tuple[tuple[str, int], ...]
    standing: tuple[Number, ...]
    winners: tuple[int, ...]
    steps: tuple[Step, ...]
    tie: Tie | None = None


# A method tells of a ballot's marks whether they are valid (""), BLANK, or why they are spoilt ...
Reader = Callable[[Marks, Setup], str]
# ... and counts the ballots, of which it reads only the valid ones.
Counter = Callable[[Sequence[Marks], Setup, Lot | None], Count]
# A long count tells how far it is and at most has to go; the answer False stops it (`Stopped` is raised).
Watch = Callable[[int, int], bool]
WatchedCounter = Callable[[Sequence[Marks], Setup, Lot | None, Watch], Count]


class Stopped(Exception):
    """Whoever waited for a count wants it no longer."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to count: its code, how it reads a ballot, how it counts; `watched` is there for a count that
    may take longer than a second.
    """

    code: str
    read: Reader
    count: Counter
    watched: WatchedCounter | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Ballots after reading: the valid ones, and how many of the others there were and why."""

    valid: tuple[Marks, ...]
    blank: int
    spoilt: tuple[tuple[str, int], ...]


def sort_ballots(ballots: Sequence[Marks], setup: Setup, read: Reader) -> Sorted:
    """Read every ballot once; the reasons of the spoilt ones in alphabetical order."""
    valid: list[Marks] = []
    others: dict[str, int] = {}
    for marks in ballots:
        why = read(marks, setup)
        if why:
            others[why] = others.get(why, 0) + 1
        else:
            valid.append(marks)
    blank = others.pop(BLANK, 0)
    return Sorted(tuple(valid), blank, tuple(sorted(others.items())))
