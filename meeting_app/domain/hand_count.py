"""Reconciling two tellers who count raised hands row by row (look.md, decisions.md 4 and 36).

Only a row on which both tellers agree is summed. A row may not hold more hands, over all three choices, than
members sit in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.hands import HandCount


class Choice(StrEnum):
    """同意 反对 弃权, in the order in which they are called."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class RowState(StrEnum):
    """How far a row is for one choice."""

    EMPTY = "empty"
    ONE_TELLER = "one_teller"
    AGREED = "agreed"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class RowCount:
    """Both tellers' figures for one row and one choice; None = not reported yet."""

    first: int | None = None
    second: int | None = None

    def state(self, tellers: int) -> RowState:
        """Where the row stands; with one teller only (minuted) the first figure is enough."""
        if self.first is None and self.second is None:
            return RowState.EMPTY
        if tellers == 1:
            return RowState.AGREED if self.first is not None else RowState.EMPTY
        if self.first is None or self.second is None:
            return RowState.ONE_TELLER
        return RowState.AGREED if self.first == self.second else RowState.DIFFERENT


def check_rows(rows: Sequence[int], present: int) -> None:
    """Rows are members with a vote per row; they must add up to those present."""
    if any(votes < 0 for votes in rows) or sum(rows) != present:
        raise Refusal("rows_do_not_add_up", rows=sum(rows), present=present)


def agreed_total(counts: Sequence[RowCount], tellers: int) -> int:
    """Sum over the rows on which the tellers agree."""
    return sum(count.first or 0 for count in counts if count.state(tellers) is RowState.AGREED)


def complete(counts: Sequence[RowCount], tellers: int) -> bool:
    """Whether every row is agreed."""
    return all(count.state(tellers) is RowState.AGREED for count in counts)


def check_report(row_votes: int, hands: int, other_choices: int) -> None:
    """Refuse a figure that a row cannot hold; `other_choices` are hands of that row already agreed for the
    other choices.
    """
    if hands < 0 or hands > row_votes:
        raise Refusal("row_too_many_hands", hands=hands, votes=row_votes)
    if hands + other_choices > row_votes:
        raise Refusal("row_hands_over_choices", hands=hands, others=other_choices, votes=row_votes)


def totals(counts: Mapping[Choice, Sequence[RowCount]], tellers: int) -> HandCount:
    """The agreed totals of all three choices; refuses while a row of any choice is open or disputed."""
    for choice in Choice:
        if not complete(counts.get(choice, ()), tellers) or not counts.get(choice):
            raise Refusal("count_incomplete", choice=choice)
    return HandCount(*(agreed_total(counts[choice], tellers) for choice in Choice))
