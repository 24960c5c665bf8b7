"""The whole queue: classes before each other, moves by hand, sides by turns, a reason for every place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.floor_class import RANK, OrderCategory, Side, SpeechClass, breaks_in, category_rank
from meeting_app.domain.speaking_queue import (
    OrderRule,
    Place,
    Request,
    SideTurns,
    Why,
    fair_key,
    moved_to,
    next_side,
    ordered,
)

rules = st.sampled_from(list(OrderRule))
kinds = st.sampled_from(list(SpeechClass))


@st.composite
def hands(draw: st.DrawFn, sides: tuple[Side, ...] = tuple(Side)) -> list[Request]:
    """Raised hands of every class; some placed by hand."""
    asked = draw(st.lists(st.integers(1, 100), unique=True, max_size=12))
    return [
        Request(
            f"s{number}", f"p{number}", number, draw(st.integers(0, 2)), draw(st.integers(0, 9_000)),
            draw(st.integers(0, 9_000)), draw(kinds), draw(st.sampled_from(list(OrderCategory))).value,
            draw(st.sampled_from(sides)), draw(st.none() | st.integers(1, 5)), draw(st.booleans()),
        )
        for number in asked
    ]  # fmt: skip


def ids(places: tuple[Place, ...]) -> list[str]:
    """The queue by identity."""
    return [place.request.speech_id for place in places]


@given(hands(), rules, st.randoms(use_true_random=False))
def test_nobody_is_lost_and_listing_does_not_matter(
    queue: list[Request], rule: OrderRule, chance: object
) -> None:
    shuffled = list(queue)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    order = ordered(queue, rule)
    assert order == ordered(shuffled, rule)
    assert sorted(ids(order)) == sorted(request.speech_id for request in queue)


@given(hands(), rules)
def test_classes_go_before_each_other(queue: list[Request], rule: OrderRule) -> None:
    ranks = [RANK[place.request.kind] for place in ordered(queue, rule)]
    assert ranks == sorted(ranks)


@given(hands(), rules)
def test_who_was_placed_by_hand_stands_in_front_of_the_class(queue: list[Request], rule: OrderRule) -> None:
    for before, after in pairwise(place.request for place in ordered(queue, rule)):
        if before.kind is after.kind:
            assert before.hand is not None or after.hand is None
            if before.hand is not None and after.hand is not None:
                assert (before.hand, before.asked) < (after.hand, after.asked)


@given(hands())
def test_points_of_order_go_by_urgency(queue: list[Request]) -> None:
    keys = [
        (category_rank(place.request.category), place.request.asked)
        for place in ordered(queue)
        if place.request.kind is SpeechClass.ORDER and place.request.hand is None
    ]
    assert keys == sorted(keys)


def test_an_unknown_category_goes_last() -> None:
    assert category_rank("later version") == len(OrderCategory)


@given(hands(), rules)
def test_every_place_has_its_reason(queue: list[Request], rule: OrderRule) -> None:
    allowed = {
        OrderRule.FAIR: {Why.FIRST_TIME, Why.SPOKE_LESS},
        OrderRule.SIDES: {Why.ITS_TURN, Why.OTHER_SIDE_EMPTY, Why.NO_SIDE},
        OrderRule.ASKED: {Why.ASKED},
    }[rule]
    for place in ordered(queue, rule):
        request = place.request
        if request.hand is not None and request.moved:
            assert place.why is Why.BY_HAND
        elif request.kind is not SpeechClass.SPEECH:
            assert place.why is Why.CLASS
        else:
            assert place.why in allowed
            if place.why in (Why.FIRST_TIME, Why.SPOKE_LESS):
                assert (place.why is Why.FIRST_TIME) == request.first_time


sided = hands((Side.FOR, Side.AGAINST)).map(
    lambda queue: [
        Request(r.speech_id, r.person_id, r.asked, r.turns_on_item, r.spoken_on_item_ms, side=r.side)
        for r in queue
    ]
)


@given(sided, st.integers(0, 4), st.integers(0, 4), st.sampled_from((Side.FOR, Side.AGAINST)))
def test_sides_come_to_equal_turns(queue: list[Request], fors: int, againsts: int, last: Side) -> None:
    """While both sides wait the difference of turns never grows beyond one, and shrinks when it was more."""
    turns = {Side.FOR: fors, Side.AGAINST: againsts}
    places = ordered(queue, OrderRule.SIDES, SideTurns(turns, last))
    left = {side: sum(r.side is side for r in queue) for side in turns}
    for place in places:
        side = place.request.side
        other = Side.AGAINST if side is Side.FOR else Side.FOR
        if left[side] and left[other]:
            assert place.why is Why.ITS_TURN
            assert turns[side] <= turns[other]
        turns[side], left[side] = turns[side] + 1, left[side] - 1


@given(hands(), st.sampled_from((Side.FOR, Side.AGAINST, Side.NONE)))
def test_within_a_side_the_fair_order_holds(queue: list[Request], last: Side) -> None:
    plain = [r for r in queue if r.kind is SpeechClass.SPEECH and r.hand is None]
    for side in Side:
        mine = [
            p.request for p in ordered(plain, OrderRule.SIDES, SideTurns({}, last)) if p.request.side is side
        ]
        assert mine == sorted(mine, key=fair_key)


def test_no_side_speaks_between_two_pairs() -> None:
    queue = [
        Request("n", "n", 1), Request("f", "f", 2, side=Side.FOR), Request("a", "a", 3, side=Side.AGAINST),
        Request("m", "m", 4), Request("g", "g", 5, side=Side.FOR),
    ]  # fmt: skip
    order = ordered(queue, OrderRule.SIDES)
    assert ids(order) == ["n", "f", "a", "m", "g"]
    assert [place.why for place in order][-1] is Why.ITS_TURN


def test_a_side_that_is_alone_goes_on_and_says_so() -> None:
    queue = [Request("f", "f", 2, side=Side.FOR), Request("g", "g", 5, side=Side.FOR)]
    order = ordered(queue, OrderRule.SIDES, SideTurns({Side.FOR: 1}, Side.FOR))
    assert [place.why for place in order] == [Why.OTHER_SIDE_EMPTY, Why.OTHER_SIDE_EMPTY]


@pytest.mark.parametrize(
    ("turns", "last", "side"),
    [
        ({}, Side.NONE, Side.FOR),
        ({}, Side.AGAINST, Side.FOR),
        ({Side.FOR: 1, Side.AGAINST: 1}, Side.FOR, Side.AGAINST),
        ({Side.FOR: 1}, Side.AGAINST, Side.AGAINST),
        ({Side.AGAINST: 2, Side.FOR: 1}, Side.FOR, Side.FOR),
    ],
)
def test_whose_turn_it_is(turns: dict[Side, int], last: Side, side: Side) -> None:
    assert next_side(turns, last) is side


def placed(queue: list[Request], fixed: dict[str, int], moved: str) -> list[Request]:
    """The queue with the places that a move fixed."""
    return [
        Request(
            r.speech_id, r.person_id, r.asked, r.turns_on_item, r.spoken_on_item_ms, r.meeting_ms, r.kind,
            r.category, r.side, fixed.get(r.speech_id, r.hand), r.moved or r.speech_id == moved,
        )
        for r in queue
    ]  # fmt: skip


@given(hands().filter(bool), rules, st.data())
def test_a_move_puts_somebody_exactly_there(
    queue: list[Request], rule: OrderRule, data: st.DataObject
) -> None:
    order = ordered(queue, rule)
    chosen = data.draw(st.sampled_from(order)).request
    mine = [p.request.speech_id for p in order if p.request.kind is chosen.kind]
    to = data.draw(st.integers(0, len(mine) - 1))
    after = ordered(placed(queue, moved_to(order, chosen.speech_id, to), chosen.speech_id), rule)
    now = [p.request.speech_id for p in after if p.request.kind is chosen.kind]
    assert now.index(chosen.speech_id) == to
    before = [one for one in mine if one != chosen.speech_id]
    assert [one for one in now if one != chosen.speech_id][:to] == before[:to]
    assert next(p.why for p in after if p.request.speech_id == chosen.speech_id) is Why.BY_HAND


def test_a_place_beyond_the_queue_is_its_end() -> None:
    order = ordered([Request("a", "a", 1), Request("b", "b", 2)])
    assert moved_to(order, "a", 99) == {"b": 1, "a": 2}
    assert moved_to(order, "b", -1) == {"b": 1}
    with pytest.raises(KeyError):
        moved_to(order, "x", 0)


@given(kinds, kinds)
def test_only_what_is_more_urgent_breaks_in(coming: SpeechClass, under_way: SpeechClass) -> None:
    may = breaks_in(coming, under_way)
    assert may == (
        (coming, under_way)
        in {
            (SpeechClass.ORDER, SpeechClass.QUESTION),
            (SpeechClass.ORDER, SpeechClass.REPLY),
            (SpeechClass.ORDER, SpeechClass.SPEECH),
            (SpeechClass.QUESTION, SpeechClass.REPLY),
            (SpeechClass.QUESTION, SpeechClass.SPEECH),
        }
    )
