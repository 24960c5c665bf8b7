"""What the program can notice about the rules of order: hints for the facilitator, never locks.

The rules themselves are on the card (condensed rules of order, research/participation_and_rules.md 2.5);
these are the ones that can be seen in the records.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.floor_class import COUNTED, Side, SpeechClass
from meeting_app.domain.speaking_queue import Request


class Hint(StrEnum):
    """What speaks against giving somebody the floor now, the weightiest first."""

    NOT_HERE = "not_here"
    CHAIR = "chair"  # the chair who wants to speak hands the chair over until the vote is done
    SECOND_BEFORE_FIRST = "second_before_first"
    SAME_SIDE = "same_side"
    TURNS_USED = "turns_used"
    BUDGET_USED = "budget_used"


@dataclass(frozen=True, slots=True)
class FloorFacts:
    """What the hints are made from. `most_turns` 0 = no limit of turns; `last_side` is that of the last
    counted speech; `spent` are people whose group has used up its time.
    """

    chair_id: str = ""
    here: Collection[str] = ()
    last_side: Side = Side.NONE
    most_turns: int = 0
    spent: Collection[str] = ()


def hints(request: Request, waiting: Sequence[Request], facts: FloorFacts) -> tuple[Hint, ...]:
    """The hints on calling somebody out of those who wait; a question or a point of order is only checked for
    who asks it.
    """
    found: list[Hint] = []
    if request.person_id not in facts.here:
        found.append(Hint.NOT_HERE)
    if request.kind not in COUNTED:
        return tuple(found)
    if request.person_id == facts.chair_id:
        found.append(Hint.CHAIR)
    if request.kind is SpeechClass.SPEECH:
        others = [r for r in waiting if r.kind is SpeechClass.SPEECH and r.speech_id != request.speech_id]
        found += _turn_hints(request, others, facts)
    if request.person_id in facts.spent:
        found.append(Hint.BUDGET_USED)
    return tuple(found)


def _turn_hints(request: Request, others: Sequence[Request], facts: FloorFacts) -> list[Hint]:
    found = []
    if not request.first_time and any(other.first_time for other in others):
        found.append(Hint.SECOND_BEFORE_FIRST)
    same = request.side is not Side.NONE and request.side is facts.last_side
    if same and any(other.side not in (Side.NONE, request.side) for other in others):
        found.append(Hint.SAME_SIDE)
    if facts.most_turns and request.turns_on_item >= facts.most_turns:
        found.append(Hint.TURNS_USED)
    return found


class Matter(Protocol):
    """An item of the agenda, as the rule of one motion at a time sees it."""

    @property
    def id(self) -> str:
        """Which one."""

    @property
    def kind(self) -> str:
        """What happens in it."""

    @property
    def state(self) -> str:
        """How far it is."""


def left_open(items: Sequence[Matter], to: str) -> str | None:
    """The vote that is still due on a matter that was discussed, when the next item is about another matter:
    one motion at a time. Several votes that follow one discussion are one matter, and so is a discussion
    taken up again; breaks and reports are none. None when nothing is left open.
    """
    about: dict[str, str] = {}  # the discussion that an item belongs to
    discussion, begun = "", False
    due: list[str] = []
    for item in items:
        if item.kind == ItemKind.DISCUSSION:
            discussion, begun = item.id, item.state in (ItemState.DONE, ItemState.CURRENT)
        if item.kind in (ItemKind.DISCUSSION, ItemKind.VOTE):
            about[item.id] = discussion
        if begun and item.kind == ItemKind.VOTE and item.state == ItemState.WAITING:
            due.append(item.id)
    if to not in about:
        return None
    return next((vote for vote in due if vote != to and about[vote] != about[to]), None)
