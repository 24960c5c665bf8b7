"""Drawing people by lot: proportional places, proof that they can be held, and a draw to be replayed."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition import relax, table
from meeting_app.domain.sortition.bundle import draw_record
from meeting_app.domain.sortition.lottery import Drawing, Fate, draw_lots
from meeting_app.domain.sortition.pool import Entry, Groups, cells, pool_hash, pool_sheet, sizes
from meeting_app.domain.sortition.quotas import Quotas, differences, share_out
from meeting_app.domain.sortition.relax import smallest_relaxation
from meeting_app.domain.sortition.table import table_for
from tests.domain.sortition_cases import listed, small_draws

NUMBER = "40729"


def _pool(*groups: str) -> list[Entry]:
    """A person for each word; `f1` is in the groups f and 1."""
    return [Entry(at, f"王*{at}", tuple(word)) for at, word in enumerate(groups, 1)]


def _draw(pool: list[Entry], seats: int, *quotas: Mapping[str, int], number: str = NUMBER) -> Drawing:
    return draw_lots("d1", [f"f{at}" for at in range(len(quotas))], pool, seats, tuple(quotas), number)


def test_a_plain_lottery_is_the_order_of_the_tickets() -> None:
    pool = _pool("", "", "", "")
    sheet = "number,name\n1,王*1\n2,王*2\n3,王*3\n4,王*4\n"
    assert pool_sheet([], pool) == sheet.encode()
    frozen = hashlib.sha256(sheet.encode()).hexdigest()
    tickets = {
        at: hashlib.sha256(f"d1|{frozen}|{NUMBER}|{at} 王*{at}".encode()).hexdigest() for at in (1, 2, 3, 4)
    }
    told = _draw(pool, 2)
    assert told.pool_hash == frozen
    assert [line.digest for line in told.tickets] == sorted(tickets.values())
    assert [entry.number for entry in told.chosen] == sorted(tickets, key=tickets.__getitem__)[:2]
    assert [line.fate for line in told.tickets] == [Fate.CHOSEN] * 2 + [Fate.RESERVE] * 2
    assert told.reserves(told.chosen[0]) == tuple(line.entry for line in told.tickets[2:])


def test_a_draw_is_written_down_so_that_it_can_be_drawn_again() -> None:
    told = _draw(_pool("f", "f", "m"), 2, {"f": 1, "m": 1})
    record = draw_record(told, ["sex"], ({"f": 1, "m": 1},))
    assert record == {
        "bundle": 1,
        "draw": "d1",
        "features": ["sex"],
        "seats": 2,
        "quotas": [{"f": 1, "m": 1}],
        "number": NUMBER,
        "pool_sha256": told.pool_hash,
        "order": [line.entry.number for line in told.tickets],
        "chosen": [entry.number for entry in told.chosen],
    }


def test_equal_names_have_tickets_of_their_own() -> None:
    pool = [Entry(1, "王*"), Entry(2, "王*")]
    assert len({line.digest for line in _draw(pool, 1).tickets}) == 2


def test_every_place_of_every_group_is_held() -> None:
    pool = _pool(*["f1"] * 6, *["f2"] * 9, *["m1"] * 3, *["m2"] * 2)
    full = []
    for number in ("111", "222", "333"):
        told = _draw(pool, 5, {"f": 3, "m": 2}, {"1": 2, "2": 3}, number=number)
        assert Counter(entry.groups[0] for entry in told.chosen) == {"f": 3, "m": 2}
        assert Counter(entry.groups[1] for entry in told.chosen) == {"1": 2, "2": 3}
        full += [line for line in told.tickets if line.fate is Fate.FULL]
    assert full
    assert all(line.group in line.entry.groups for line in full)


def test_a_place_is_kept_free_for_those_who_cannot_be_replaced() -> None:
    """Only f1 is in f; so of m two from group 2 are needed, and nobody of m1 can be taken."""
    pool = _pool("f1", *["m1"] * 5, "m2", "m2")
    for number in ("000", "111", "222"):
        told = _draw(pool, 3, {"f": 1, "m": 2}, {"1": 1, "2": 2}, number=number)
        assert sorted("".join(entry.groups) for entry in told.chosen) == ["f1", "m2", "m2"]
        assert {line.fate for line in told.tickets if line.entry.groups == ("m", "1")} <= {
            Fate.KEPT_FREE,
            Fate.FULL,
            Fate.RESERVE,
        }
    assert Fate.KEPT_FREE in {
        line.fate
        for number in ("000", "111", "222")
        for line in _draw(pool, 3, {"f": 1, "m": 2}, {"1": 1, "2": 2}, number=number).tickets
    }


def test_reserves_have_the_same_groups() -> None:
    told = _draw(_pool("f", "f", "f", "m", "m"), 2, {"f": 1, "m": 1})
    for entry in told.chosen:
        assert {other.groups for other in told.reserves(entry)} == {entry.groups}


def test_each_of_a_group_is_drawn_about_as_often() -> None:
    """600 numbers, one place for six people: each is drawn 100 times, give or take four deviations of 9."""
    pool = _pool(*["f"] * 6, *["m"] * 4)
    drawn = Counter(
        entry.number
        for number in range(600)
        for entry in _draw(pool, 2, {"f": 1, "m": 1}, number=f"{number:03}").chosen
    )
    assert all(64 <= drawn[number] <= 136 for number in range(1, 7))
    assert all(108 <= drawn[number] <= 192 for number in range(7, 11))


@pytest.mark.parametrize(
    ("pool", "seats", "quotas", "number", "code"),
    [
        (_pool("", ""), 3, (), NUMBER, "draw_seats"),
        (_pool("", ""), 0, (), NUMBER, "draw_seats"),
        (_pool("", ""), 1, (), "12", "lot_number_short"),
        (_pool("", ""), 1, (), "１２３", "lot_number"),
        ([Entry(2, "王*")], 1, (), NUMBER, "draw_numbers"),
        ([Entry(1, "王,*")], 1, (), NUMBER, "draw_name"),
        ([Entry(1, "")], 1, (), NUMBER, "draw_name"),
        ([Entry(1, "王*", ("",))], 1, ({"": 1},), NUMBER, "draw_group_missing"),
        (_pool("f", "m"), 1, (), NUMBER, "draw_group_missing"),
        (_pool("f", "m"), 2, ({"f": 1, "m": 2},), NUMBER, "draw_quotas"),
        (_pool("f", "m"), 2, ({"f": 3, "m": -1},), NUMBER, "draw_quotas"),
        (_pool("f", "m"), 2, ({"f": 2, "m": 0},), NUMBER, "draw_impossible"),
        (_pool("f", "m"), 1, ({"f": 1},), NUMBER, "draw_group_unknown"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    pool: list[Entry], seats: int, quotas: Quotas, number: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        _draw(pool, seats, *quotas, number=number)
    assert refused.value.code == code


def test_features_are_named_once() -> None:
    for features, quotas in ((["a", "a"], ({"f": 1}, {"1": 1})), (["a", "b"], ({"f": 1},))):
        with pytest.raises(Refusal, match="draw_features"):
            draw_lots("d1", features, _pool("f1"), 1, quotas, NUMBER)


@pytest.mark.parametrize(
    ("seats", "people", "places"),
    [
        (7, {"a": 53, "b": 30, "c": 17}, {"a": 4, "b": 2, "c": 1}),
        (5, {"a": 1, "b": 1}, {"a": 3, "b": 2}),
        (1, {"a": 2, "b": 4, "c": 0}, {"a": 0, "b": 1, "c": 0}),
        (3, {"a": 3, "b": 9}, {"a": 1, "b": 2}),
        (0, {"a": 3}, {"a": 0}),
    ],
)
def test_places_by_largest_remainder(seats: int, people: dict[str, int], places: dict[str, int]) -> None:
    assert share_out(seats, people) == places


@pytest.mark.parametrize(
    ("seats", "people"), [(-1, {"a": 1}), (1, {}), (1, {"a": 0}), (1, {"a": 3, "b": -1})]
)
def test_impossible_proportions_are_refused(seats: int, people: dict[str, int]) -> None:
    with pytest.raises(Refusal, match="draw_sizes"):
        share_out(seats, people)


@given(st.integers(0, 60), st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 99), min_size=1))
def test_places_stay_next_to_the_proportion(seats: int, people: dict[str, int]) -> None:
    places, total = share_out(seats, people), sum(people.values())
    assert sum(places.values()) == seats
    for group, size in people.items():
        assert seats * size // total <= places[group] <= -(-seats * size // total)


def test_the_smallest_change_is_named() -> None:
    """Three women are asked for and one is there; the two places go where there are people."""
    pool = _pool("f1", "m1", "m1", "m2", "m2")
    quotas = ({"f": 3, "m": 1}, {"1": 2, "2": 2})
    changed = smallest_relaxation(cells(pool), quotas)
    assert changed == ({"f": 1, "m": 3}, {"1": 2, "2": 2})
    assert list(differences(quotas, changed)) == [(0, "f", 3, 1), (0, "m", 1, 3)]
    assert sizes(pool, 0) == {"f": 1, "m": 4}


def test_without_any_change_that_helps_nothing_is_suggested() -> None:
    assert smallest_relaxation({("f",): 2}, ({"f": 2, "m": 1},)) is None


def test_the_search_for_a_change_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    pool: dict[Groups, int] = {("f", "1"): 4, ("m", "2"): 4}
    quotas = ({"f": 4, "m": 0}, {"1": 0, "2": 4})
    assert smallest_relaxation(pool, quotas) is not None
    monkeypatch.setattr(relax, "MOST_TABLES", 1)
    assert smallest_relaxation(pool, quotas) is None


def test_a_proof_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_NODES", 1)
    with pytest.raises(Refusal, match="draw_too_large"):
        table_for(
            {("f", "1"): 3, ("f", "2"): 3, ("m", "1"): 3, ("m", "2"): 3}, ({"f": 3, "m": 3}, {"1": 3, "2": 3})
        )


def test_groups_that_share_too_few_places_are_found_out_by_the_flow() -> None:
    """Three people of one half have two columns with two places: no single line shows it."""
    people: dict[Groups, int] = {
        (a, b): 1 for half in (("abc", "12"), ("def", "34")) for a in half[0] for b in half[1]
    }
    rows = dict.fromkeys("abcdef", 1)
    assert table_for(people, (rows, {"1": 1, "2": 1, "3": 2, "4": 2})) is None
    assert table_for(people, (rows, {"1": 1, "2": 2, "3": 2, "4": 1})) is not None


def test_three_features_may_fail_although_every_two_of_them_go() -> None:
    """Two who differ in all three features are wanted; any two of these four are alike in one."""
    people: dict[Groups, int] = {
        ("f", "1", "y"): 1,
        ("f", "2", "x"): 1,
        ("m", "1", "x"): 1,
        ("m", "2", "y"): 1,
    }
    quotas = ({"f": 1, "m": 1}, {"1": 1, "2": 1}, {"x": 1, "y": 1})
    assert table_for(people, quotas) is None
    for left, right in combinations(range(3), 2):
        pairs = dict(Counter((groups[left], *groups[right : right + 1]) for groups in people))
        assert table_for(pairs, (quotas[left], quotas[right])) is not None


def test_a_flow_may_have_to_take_back_what_it_gave() -> None:
    """The first people found would go where only later ones can."""
    people: dict[Groups, int] = {
        ("a", "1"): 1,
        ("a", "2"): 1,
        ("b", "1"): 1,
        ("c", "2"): 1,
        ("c", "3"): 1,
        ("b", "3"): 1,
    }
    assert table_for(people, ({"a": 1, "b": 1, "c": 1}, {"1": 1, "2": 1, "3": 1})) is not None


def _holds(groups: list[Groups], quotas: Quotas) -> bool:
    return all(
        Counter(one[feature] for one in groups) == Counter({group: n for group, n in places.items() if n})
        for feature, places in enumerate(quotas)
    )


def _by_force(people: Mapping[Groups, int], quotas: Quotas, seats: int) -> bool:
    """Try every table."""
    order = list(people)
    return any(
        sum(numbers) == seats
        and _holds([groups for groups, many in zip(order, numbers, strict=True) for _ in range(many)], quotas)
        for numbers in product(*(range(people[groups] + 1) for groups in order))
    )


@settings(max_examples=150, deadline=None)
@given(small_draws())
def test_the_proof_agrees_with_trying_everything(poll: tuple[dict[Groups, int], Quotas, int]) -> None:
    people, quotas, seats = poll
    found = table_for(people, quotas)
    assert (found is not None) == _by_force(people, quotas, seats)
    if found is not None:
        assert all(many <= people[groups] for groups, many in found.items())
        assert _holds([groups for groups, many in found.items() for _ in range(many)], quotas)


@settings(max_examples=60, deadline=None)
@given(small_draws())
def test_the_change_is_the_smallest(poll: tuple[dict[Groups, int], Quotas, int]) -> None:
    people, quotas, _seats = poll
    changed = smallest_relaxation(people, quotas)
    assert changed is not None
    assert table_for(people, changed) is not None
    moves = sum(max(0, after - before) for _f, _g, before, after in differences(quotas, changed))
    assert (moves == 0) == (table_for(people, quotas) is not None)
    if moves > 1:
        for feature, places in enumerate(quotas):
            for giver, taker in product(places, places):
                if giver != taker and places[giver]:
                    near = {**places, giver: places[giver] - 1, taker: places[taker] + 1}
                    assert table_for(people, (*quotas[:feature], near, *quotas[feature + 1 :])) is None


@settings(max_examples=80, deadline=None)
@given(small_draws(), st.integers(100, 999))
def test_the_chosen_are_the_first_in_order_with_whom_all_places_are_held(
    poll: tuple[dict[Groups, int], Quotas, int], number: int
) -> None:
    people, quotas, seats = poll
    pool = listed(people)
    if table_for(people, quotas) is None:
        with pytest.raises(Refusal, match="draw_impossible"):
            _draw(pool, seats, *quotas, number=str(number))
        return
    told = _draw(pool, seats, *quotas, number=str(number))
    order = [line.entry for line in told.tickets]
    first = next(panel for panel in combinations(order, seats) if _holds([e.groups for e in panel], quotas))
    assert told.chosen == first


def test_a_pool_of_a_large_hall_is_drawn_quickly() -> None:
    """200 people, three features, 30 places: the search is entered seldom, whatever the digits are."""
    words = [a + b + c for a in "fm" for b in "1234" for c in "uvwxy"]
    pool = _pool(*(words[at * at % 40] for at in range(200)))
    quotas = tuple(share_out(30, sizes(pool, feature)) for feature in range(3))
    told = draw_lots("d1", ["sex", "age", "house"], pool, 30, quotas, NUMBER)
    assert len(told.chosen) == 30
    assert _holds([entry.groups for entry in told.chosen], quotas)
    assert told.pool_hash == pool_hash(["sex", "age", "house"], pool)
