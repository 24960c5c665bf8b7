"""The turnout identity: every paper or slip given out is accounted for, and every ballot is read once.

issued - replaced = cast + not returned, and cast = valid + blank + invalid: one identity everywhere. More
cast than was given out makes an election void (选举法 art. 44 by analogy). A result is not published while
the identity does not hold; it says exactly what is missing. `domain.rules` takes the same figures as a step
of its working.
"""

from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.refusal import Refusal


class Side(StrEnum):
    """Which of the equations a line is, and the one thing that cannot be put right by looking for papers."""

    PAPERS = "papers"
    BALLOTS = "ballots"
    MORE_THAN_ISSUED = "more_than_issued"


@dataclass(frozen=True, slots=True)
class Balance:
    """One equation: `left` should be `right`."""

    side: Side
    left: int
    right: int

    @property
    def difference(self) -> int:
        """How many too many on the left; below zero: too few."""
        return self.left - self.right

    @property
    def code(self) -> str:
        """Names the line and which way it is wrong: something is missing on the right, or extra."""
        if self.side is Side.MORE_THAN_ISSUED:
            return self.side
        return f"{self.side}_{'missing' if self.difference > 0 else 'extra'}"

    @property
    def holds(self) -> bool:
        """Whether both sides are equal."""
        return not self.difference


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Papers and slips of one vote. `replaced` were spoilt and exchanged before voting; `not_returned` are
    those known to be still out: unused ones that came back, or were seen to be taken away.
    """

    issued: int
    replaced: int
    cast: int
    not_returned: int
    valid: int
    blank: int
    invalid: int

    def __post_init__(self) -> None:
        numbers = (
            self.issued,
            self.replaced,
            self.cast,
            self.not_returned,
            self.valid,
            self.blank,
            self.invalid,
        )
        if min(numbers) < 0 or self.replaced > self.issued:
            raise Refusal("turnout_impossible", issued=self.issued, replaced=self.replaced)

    @property
    def balances(self) -> tuple[Balance, Balance]:
        """Both equations."""
        return (
            Balance(Side.PAPERS, self.issued - self.replaced, self.cast + self.not_returned),
            Balance(Side.BALLOTS, self.cast, self.valid + self.blank + self.invalid),
        )

    @property
    def too_many(self) -> int:
        """By how many the ballots cast are more than were given out; 0 if they are not."""
        return max(0, self.cast - (self.issued - self.replaced))

    @property
    def open_balances(self) -> tuple[Balance, ...]:
        """What does not balance, the gravest first; empty when the result may be published."""
        wrong = tuple(balance for balance in self.balances if not balance.holds)
        if not self.too_many:
            return wrong
        return (Balance(Side.MORE_THAN_ISSUED, self.cast, self.issued - self.replaced), *wrong)


def check_reconciliation(papers: Reconciliation) -> None:
    """Refuse to publish what does not balance; the refusal carries the first difference."""
    for balance in papers.open_balances:
        raise Refusal(
            f"turnout_{balance.code}",
            left=balance.left,
            right=balance.right,
            difference=abs(balance.difference),
        )
