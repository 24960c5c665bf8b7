"""How a vote may be arranged: the question it asks, how it is counted, by which channels votes come in, and
through which states it goes (decisions.md 1-7).
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from meeting_app.domain.refusal import Refusal

if TYPE_CHECKING:  # the first screen knows votes' states, and need not wait for the counting of them
    from meeting_app.domain.tally.count import Setup

MOST_OPTIONS = 60
# More than any community has to spend, and far from what a column can hold (fen).
MOST_FEN = 10**14
# Marks, dots or points that one ballot may have.
MOST_LIMIT = 10_000
# Where a number on a ballot ends; what is longer is no number that anybody wrote there.
MOST_MARK = 10**9 - 1


class Question(StrEnum):
    """What the organiser picks by: what is asked, not how it is counted."""

    AGREE = "agree"
    ONE = "one"
    SEVERAL = "several"
    PEOPLE = "people"
    RATE = "rate"
    RANK = "rank"
    MONEY = "money"


# The first is the default; the others are offered under "more".
METHODS_FOR: dict[Question, tuple[str, ...]] = {
    Question.AGREE: ("yes_no", "gradient"),
    Question.ONE: ("choose_one", "irv", "schulze"),
    Question.SEVERAL: ("choose_k", "dots"),
    Question.PEOPLE: ("election", "choose_k", "stv"),
    Question.RATE: ("score", "star"),
    Question.RANK: ("borda", "schulze", "irv"),
    Question.MONEY: ("budget", "equal_shares"),
}


class Channel(StrEnum):
    """How a vote comes in. 举手 代录 纸票 票卡 手机."""

    HANDS = "hands"
    KEYPAD = "keypad"
    PAPER = "paper"
    CARD = "card"
    PHONE = "phone"


# Hands and cards show to everybody who votes how (decisions.md 4).
SECRET_CHANNELS = frozenset({Channel.PAPER, Channel.PHONE})
# Counted hands can only say one mark each.
HANDS_METHODS = frozenset({"yes_no", "choose_one"})
# Where the chair may see a majority without counting: an option, or some, and nothing to add up.
OBVIOUS_METHODS = frozenset({"choose_one", "choose_k"})


class PollState(StrEnum):
    """Where a vote stands."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    COUNTED = "counted"
    PUBLISHED = "published"
    ANNULLED = "annulled"


BEFORE = (PollState.DRAFT, PollState.ANNOUNCED)
UNFINISHED = (PollState.OPEN, PollState.CLOSED, PollState.COUNTED)


def check_question(question: Question, method: str) -> None:
    """Refuse a way of counting that does not answer the question."""
    if method not in METHODS_FOR[question]:
        raise Refusal("method_for_other_question", method=method)


def check_channels(channels: Iterable[Channel], method: str, *, secret: bool) -> None:
    """Refuse no channel at all, an open channel of a secret vote, and hands where a hand cannot say it."""
    chosen = frozenset(channels)
    if not chosen:
        raise Refusal("channel_needed")
    if secret and not chosen <= SECRET_CHANNELS:
        raise Refusal("channel_not_secret")
    if Channel.HANDS in chosen and method not in HANDS_METHODS:
        raise Refusal("hands_cannot_say", method=method)


def check_options(texts: Sequence[str], costs: Sequence[int], *, least: int) -> None:
    """Refuse too few or too many options, two of the same text (a lot could not tell them apart), and costs
    below zero or beyond all measure.
    """
    if not least <= len(texts) <= MOST_OPTIONS:
        raise Refusal("options_number", least=least, most=MOST_OPTIONS, options=len(texts))
    twice = [text for place, text in enumerate(texts) if text in texts[:place]]
    if twice:
        raise Refusal("option_twice", option=twice[0])
    check_money(*costs)


def check_money(*amounts: int) -> None:
    """Refuse sums below zero or beyond all measure (fen)."""
    if min(amounts, default=0) < 0:
        raise Refusal("money_negative")
    if max(amounts, default=0) > MOST_FEN:
        raise Refusal("money_too_large", total=MOST_FEN)


def check_setup_sums(setup: "Setup") -> None:
    """Refuse a budget, a step or a limit that no hall can mean; what a method needs of them it checks
    itself.
    """
    check_money(setup.budget, setup.step)
    if setup.limit > MOST_LIMIT:
        raise Refusal("tally_limit", limit=setup.limit)


def is_marks(marks: Iterable[object]) -> bool:
    """Whether a ballot holds whole numbers of a size that can be written, or nothing."""
    return all(mark is None or (type(mark) is int and abs(mark) <= MOST_MARK) for mark in marks)


def least_options(method: str) -> int:
    """A question to agree to has one; to choose among takes two."""
    return 1 if method in METHODS_FOR[Question.AGREE] else 2


def rest_of_hall(present: int, cast: int) -> int:
    """How many hands may still be counted: those present who have not voted another way."""
    return max(0, present - cast)


def check_rest(hands: int, present: int, cast: int) -> None:
    """Counted hands have no names, so they are only the rest (decisions.md 4): more than that means that
    somebody votes twice, and the hands are counted again.
    """
    if hands < 0 or hands > rest_of_hall(present, cast):
        raise Refusal("hands_over_rest", hands=hands, rest=rest_of_hall(present, cast), cast=cast)
