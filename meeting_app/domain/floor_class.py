"""Classes of speeches: which goes first in the queue, and which may break into which.

A point of order and a question asked of the speaker break in: the speech under way is held and goes on at the
same second. A reply is given after the speech it answers. The order of the categories of a point of order is
that of urgency: what keeps people from following comes before what is against the rules, and so on (rules of
order, research/participation_and_rules.md 2.5).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class SpeechClass(StrEnum):
    """What somebody asks the floor for."""

    SPEECH = "speech"
    REPLY = "reply"
    QUESTION = "question"
    ORDER = "order"


class Side(StrEnum):
    """On which side of the matter somebody speaks."""

    NONE = ""
    FOR = "for"
    AGAINST = "against"


class OrderCategory(StrEnum):
    """What a point of order is about, the most urgent first."""

    HEARING = "hearing"  # cannot hear or see, something is unsafe
    BREACH = "breach"  # the rules are broken
    PROCEDURE = "procedure"  # a proposal how to go on: end the debate, more time, put it off
    ENQUIRY = "enquiry"  # how does this work


# Lower goes first; also who may break into whom.
RANK: Final[Mapping[SpeechClass, int]] = {
    SpeechClass.ORDER: 0,
    SpeechClass.QUESTION: 1,
    SpeechClass.REPLY: 2,
    SpeechClass.SPEECH: 3,
}
BREAKING_IN: Final = frozenset({SpeechClass.ORDER, SpeechClass.QUESTION})
# What a group's time and a side's turns are counted from: questions and points of order cost nobody anything.
COUNTED: Final = frozenset({SpeechClass.SPEECH, SpeechClass.REPLY})


def category_rank(category: str) -> int:
    """The urgency of a category, 0 first; what is not known goes last."""
    known = [one.value for one in OrderCategory]
    return known.index(category) if category in known else len(known)


def breaks_in(coming: SpeechClass, under_way: SpeechClass) -> bool:
    """Whether the speech under way is held for the coming one instead of being ended by it."""
    return coming in BREAKING_IN and RANK[coming] < RANK[under_way]
