"""The order of the queue, with the reason for every place in it.

Points of order go first, then questions to the speaker, then replies, then speeches; within a class whoever
was moved by hand keeps that place. The rest follows the rule of the meeting: fair (who has not spoken on
this item first, then who spoke least, then who asked first; decisions.md 36), for and against by turns, or
as they asked. The numbers of asking decide every tie, so the order never depends on how the hands are listed.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from meeting_app.domain.floor_class import RANK, Side, SpeechClass, category_rank


class OrderRule(StrEnum):
    """By what the speeches of a class are ordered."""

    FAIR = "fair"
    SIDES = "sides"
    ASKED = "asked"


class Why(StrEnum):
    """The reason for a place: its class, by hand, or what the rule says."""

    CLASS = "class"
    BY_HAND = "by_hand"
    FIRST_TIME = "first_time"
    SPOKE_LESS = "spoke_less"
    ITS_TURN = "its_turn"  # the other side spoke before
    OTHER_SIDE_EMPTY = "other_side_empty"
    NO_SIDE = "no_side"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Request:
    """A raised hand. `spoken_*` are milliseconds and turns on this item, `meeting_ms` over the whole meeting,
    `asked` a rising number; `hand` is the place that it was given by hand, `moved` whether it was this one
    that was moved (and not only kept where it stood).
    """

    speech_id: str
    person_id: str
    asked: int
    turns_on_item: int = 0
    spoken_on_item_ms: int = 0
    meeting_ms: int = 0
    kind: SpeechClass = SpeechClass.SPEECH
    category: str = ""
    side: Side = Side.NONE
    hand: int | None = None
    moved: bool = False

    @property
    def first_time(self) -> bool:
        """Whether the person has not spoken on this item."""
        return self.turns_on_item == 0


@dataclass(frozen=True, slots=True)
class SideTurns:
    """How many counted speeches each side has had on the item, and who had the last one."""

    turns: Mapping[Side, int] = field(default_factory=dict)
    last: Side = Side.NONE


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue and why."""

    request: Request
    why: Why


def fair_key(request: Request) -> tuple[bool, int, int, int]:
    """Sort key of the fair order; whole seconds, so that a fraction of a second never decides."""
    return (
        not request.first_time,
        request.spoken_on_item_ms // 1000,
        request.meeting_ms // 1000,
        request.asked,
    )


def fair_order(requests: Iterable[Request]) -> tuple[Request, ...]:
    """The queue in the order in which people are called."""
    return tuple(sorted(requests, key=fair_key))


def _fair(requests: Sequence[Request]) -> list[Place]:
    return [
        Place(request, Why.FIRST_TIME if request.first_time else Why.SPOKE_LESS)
        for request in fair_order(requests)
    ]


def _asked(requests: Sequence[Request]) -> list[Place]:
    return [Place(request, Why.ASKED) for request in sorted(requests, key=lambda r: r.asked)]


def next_side(turns: Mapping[Side, int], last: Side) -> Side:
    """Whose turn it is: the side that had fewer, else the one that did not speak last; "for" begins."""
    fors, againsts = turns.get(Side.FOR, 0), turns.get(Side.AGAINST, 0)
    if fors != againsts:
        return Side.FOR if fors < againsts else Side.AGAINST
    return Side.AGAINST if last is Side.FOR else Side.FOR


def _sides(requests: Sequence[Request], so_far: SideTurns) -> list[Place]:
    """For and against by turns, each side in the fair order. Who takes no side comes between two pairs of
    turns when nobody who waits on a side asked earlier, at the latest at the end.
    """
    rows = {side: deque(fair_order(r for r in requests if r.side is side)) for side in Side}
    turns, last, places = dict(so_far.turns), so_far.last, list[Place]()
    while any(rows.values()):
        side, why = _step(rows, turns, last)
        places.append(Place(rows[side].popleft(), why))
        if side is not Side.NONE:
            turns[side], last = turns.get(side, 0) + 1, side
    return places


def _step(rows: Mapping[Side, deque[Request]], turns: Mapping[Side, int], last: Side) -> tuple[Side, Why]:
    neutral, heads = rows[Side.NONE], [rows[side][0] for side in (Side.FOR, Side.AGAINST) if rows[side]]
    even = turns.get(Side.FOR, 0) == turns.get(Side.AGAINST, 0)
    if neutral and (not heads or (even and all(neutral[0].asked < head.asked for head in heads))):
        return Side.NONE, Why.NO_SIDE
    side = next_side(turns, last)
    if rows[side]:
        return side, Why.ITS_TURN
    return (Side.AGAINST if side is Side.FOR else Side.FOR), Why.OTHER_SIDE_EMPTY


def _by_rule(requests: Sequence[Request], rule: OrderRule, so_far: SideTurns) -> list[Place]:
    if rule is OrderRule.SIDES:
        return _sides(requests, so_far)
    return _fair(requests) if rule is OrderRule.FAIR else _asked(requests)


def _class(requests: Sequence[Request], rule: OrderRule, so_far: SideTurns) -> list[Place]:
    """One class: who was put somewhere by hand first, then its own order."""
    placed = sorted((r for r in requests if r.hand is not None), key=lambda r: (r.hand or 0, r.asked))
    rest = [r for r in requests if r.hand is None]
    if requests[0].kind is SpeechClass.SPEECH:
        ruled = _by_rule(requests, rule, so_far)
        if not placed:  # as nearly always
            return ruled
        reasons = {place.request.speech_id: place.why for place in ruled}
        following = _by_rule(rest, rule, so_far)
    else:
        reasons = dict.fromkeys((r.speech_id for r in requests), Why.CLASS)
        following = [
            Place(r, Why.CLASS) for r in sorted(rest, key=lambda r: (category_rank(r.category), r.asked))
        ]
    kept = [Place(r, Why.BY_HAND if r.moved else reasons[r.speech_id]) for r in placed]
    return kept + following


def ordered(
    requests: Iterable[Request], rule: OrderRule = OrderRule.FAIR, so_far: SideTurns | None = None
) -> tuple[Place, ...]:
    """The whole queue in the order in which people are called, with the reason for each place."""
    classes: dict[SpeechClass, list[Request]] = {}
    for request in requests:
        classes.setdefault(request.kind, []).append(request)
    turns = so_far or SideTurns()
    return tuple(
        place
        for kind in sorted(classes, key=RANK.__getitem__)
        for place in _class(classes[kind], rule, turns)
    )


def moved_to(order: Sequence[Place], speech_id: str, to: int) -> dict[str, int]:
    """The places that are fixed by hand when a hand is moved to place `to` (from 0) of its own class: that
    hand and all before it, by identity. Who comes later falls in behind them by the rule. Raises KeyError
    for a hand that is not in the queue.
    """
    kinds = {place.request.speech_id: place.request.kind for place in order}
    mine = [p.request for p in order if p.request.kind is kinds[speech_id]]
    ids = [request.speech_id for request in mine if request.speech_id != speech_id]
    ids.insert(max(0, min(to, len(ids))), speech_id)
    fixed = max([ids.index(speech_id), *(ids.index(r.speech_id) for r in mine if r.hand is not None)])
    return {one: number for number, one in enumerate(ids[: fixed + 1], start=1)}
