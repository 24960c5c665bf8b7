"""The fair order is total, fair, and does not depend on how the hands are listed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.speaking_queue import Request, fair_order


@st.composite
def hands(draw: st.DrawFn) -> list[Request]:
    """Raised hands; the numbers of asking are all different, as the records give them."""
    asked = draw(st.lists(st.integers(1, 100), unique=True, max_size=12))
    made: list[Request] = []
    for number in asked:
        turns = draw(st.integers(0, 3))
        spoken = draw(st.integers(0, 9_000)) if turns else 0
        meeting = spoken + draw(st.integers(0, 9_000))
        made.append(Request(f"s{number}", f"p{number}", number, turns, spoken, meeting))
    return made


@given(hands(), st.randoms(use_true_random=False))
def test_the_order_is_total(queue: list[Request], chance: object) -> None:
    shuffled = list(queue)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fair_order(shuffled) == fair_order(queue)
    assert sorted(request.asked for request in fair_order(queue)) == sorted(r.asked for r in queue)


@given(hands())
def test_who_has_not_spoken_comes_first(queue: list[Request]) -> None:
    firsts = [request.first_time for request in fair_order(queue)]
    assert firsts == sorted(firsts, reverse=True)


@given(hands())
def test_no_one_stands_behind_somebody_who_had_more(queue: list[Request]) -> None:
    order = fair_order(queue)
    for before, after in pairwise(order):
        if before.first_time == after.first_time:
            assert before.spoken_on_item_ms // 1000 <= after.spoken_on_item_ms // 1000


def test_the_whole_meeting_then_the_asking_decide_ties() -> None:
    quiet = Request("a", "a", 9, meeting_ms=0)
    talker = Request("b", "b", 1, meeting_ms=60_000)
    later = Request("c", "c", 10, meeting_ms=999)
    assert [r.speech_id for r in fair_order([talker, later, quiet])] == ["a", "c", "b"]


def test_a_part_of_a_second_never_decides() -> None:
    first = Request("a", "a", 1, turns_on_item=1, spoken_on_item_ms=60_999)
    second = Request("b", "b", 2, turns_on_item=1, spoken_on_item_ms=60_000)
    assert [r.speech_id for r in fair_order([second, first])] == ["a", "b"]
