"""Modes, hints, shares and budgets of the floor."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.agenda import ItemKind, ItemState
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.floor_hints import FloorFacts, Hint, hints, left_open
from meeting_app.domain.floor_mode import RULES, FloorMode, order_of, seated
from meeting_app.domain.floor_shares import Spoken, budgets, floor_shares, several_shares
from meeting_app.domain.speaking_queue import OrderRule, Request

people = st.lists(st.tuples(st.integers(0, 500).map(str), st.sampled_from("abcd")), unique_by=lambda p: p[0])


@pytest.mark.parametrize("mode", list(FloorMode))
@pytest.mark.parametrize("meeting", list(OrderRule))
def test_a_mode_has_its_order_or_the_meetings(mode: FloorMode, meeting: OrderRule) -> None:
    assert order_of(mode, meeting) is (RULES[mode].order or meeting)
    assert (order_of(mode, meeting) is meeting) or mode is not FloorMode.OPEN


@given(people, st.integers(1, 12))
def test_tables_are_even_in_people_and_in_neighbours(crowd: list[tuple[str, str]], tables: int) -> None:
    dealt = seated(crowd, tables)
    assert sorted(person for table in dealt for person in table) == sorted(person for person, _g in crowd)
    sizes = [len(table) for table in dealt]
    assert max(sizes) - min(sizes) <= 1
    group = dict(crowd)
    for one in "abcd":
        shares = [sum(group[person] == one for person in table) for table in dealt]
        assert max(shares) - min(shares) <= 1


HERE = {"p", "q"}
FOR = Request("s", "p", 1, side=Side.FOR)
OTHER = Request("t", "q", 2, side=Side.AGAINST)


@pytest.mark.parametrize(
    ("request_", "others", "facts", "found"),
    [
        (FOR, [OTHER], FloorFacts(here=HERE), ()),
        (FOR, [OTHER], FloorFacts(here=()), (Hint.NOT_HERE,)),
        (FOR, [OTHER], FloorFacts("p", HERE), (Hint.CHAIR,)),
        (FOR, [OTHER], FloorFacts(here=HERE, last_side=Side.FOR), (Hint.SAME_SIDE,)),
        (FOR, [], FloorFacts(here=HERE, last_side=Side.FOR), ()),
        (FOR, [], FloorFacts(here=HERE, spent={"p"}), (Hint.BUDGET_USED,)),
        (Request("s", "p", 1, 1), [OTHER], FloorFacts(here=HERE), (Hint.SECOND_BEFORE_FIRST,)),
        (Request("s", "p", 1, 2), [], FloorFacts(here=HERE, most_turns=2), (Hint.TURNS_USED,)),
        (Request("s", "p", 1, 1), [], FloorFacts(here=HERE, most_turns=2), ()),
        (
            Request("s", "p", 1, 9, kind=SpeechClass.REPLY), [OTHER],
            FloorFacts("p", HERE, most_turns=1, spent={"p"}), (Hint.CHAIR, Hint.BUDGET_USED),
        ),
        (Request("s", "p", 1, 9, kind=SpeechClass.ORDER), [], FloorFacts("p", HERE, spent={"p"}), ()),
    ],
)  # fmt: skip
def test_hints(request_: Request, others: list[Request], facts: FloorFacts, found: tuple[Hint, ...]) -> None:
    assert hints(request_, [request_, *others], facts) == found


speeches = st.lists(st.tuples(st.integers(0, 30).map(str), st.integers(0, 200_000), st.booleans()))


@given(people, speeches)
def test_shares_are_exact_and_silent_people_count(
    crowd: list[tuple[str, str]], said: list[tuple[str, int, bool]]
) -> None:
    present = dict(crowd)
    gone = {person: "gone" for person, _ms, _first in said if person not in present}
    shares = floor_shares(present, [Spoken(*one) for one in said], gone)
    assert sum(group.ms for group in shares.groups) == shares.ms == sum(ms for _p, ms, _f in said)
    assert sum(group.present for group in shares.groups) == shares.present == len(present)
    assert shares.silent == sum(person not in {p for p, _ms, _f in said} for person in present)
    if shares.ms:
        assert sum((group.of_time or Fraction(0) for group in shares.groups), Fraction(0)) == 1
    else:
        assert all(group.of_time is None for group in shares.groups)
    if present:
        assert sum((group.of_present or Fraction(0) for group in shares.groups), Fraction(0)) == 1
    assert shares.half_by <= shares.speakers
    assert (shares.half_by > 0) == (shares.ms > 0)


def test_most_of_a_room_is_silent() -> None:
    present = {str(place): "1" if place < 5 else "2" for place in range(10)}
    said = [Spoken("0", 300_000, True), Spoken("0", 100_000, False), Spoken("7", 100_000, True)]
    shares = floor_shares(present, said, {})
    assert (shares.half_by, shares.silent, shares.first_timers) == (1, 8, 2)
    assert shares.median_ms == Fraction(0)
    first, second = shares.groups
    assert (first.of_time, first.of_present, first.speeches, first.speakers) == (
        Fraction(4, 5), Fraction(1, 2), 2, 1,
    )  # fmt: skip
    assert (second.of_time, second.first_timers, second.ms) == (Fraction(1, 5), 1, 100_000)


@pytest.mark.parametrize(("said", "middle"), [((), 0), ((60_000,), 60_000), ((10, 20), 15), ((1, 2), 1.5)])
def test_the_middle_person(said: tuple[int, ...], middle: float) -> None:
    present = {str(place): "" for place in range(len(said))}
    spoken = [Spoken(str(place), ms, True) for place, ms in enumerate(said)]
    assert floor_shares(present, spoken, {}).median_ms == Fraction(str(middle))


def test_budgets_go_below_zero_and_lock_nothing() -> None:
    found = budgets(600_000, [("1", 599_999), ("2", 700_000), ("", 9), ("3", 600_000)], ["1", "2", "4", ""])
    assert [(one.group, one.left_ms, one.used_up) for one in found] == [
        ("1", 1, False), ("2", -100_000, True), ("3", 0, True), ("4", 600_000, False),
    ]  # fmt: skip


def test_who_is_in_several_groups_counts_in_each_and_against_the_rest() -> None:
    present = {"a": ("tenant", "parent"), "b": ("tenant",), "c": (), "d": ("parent",)}
    said = [Spoken("a", 600, first=True), Spoken("c", 200, first=True), Spoken("gone", 200, first=True)]
    shares = several_shares(present, said, {"gone": ("tenant",)})
    parent, tenant = shares.groups
    assert (parent.present, parent.ms, parent.each_ms, parent.others_ms) == (
        2,
        600,
        Fraction(300),
        Fraction(200),
    )
    assert (tenant.present, tenant.ms, tenant.each_ms, tenant.others_ms) == (
        2,
        800,
        Fraction(400),
        Fraction(100),
    )
    assert (tenant.of_time, tenant.of_present) == (Fraction(4, 5), Fraction(1, 2))
    assert (shares.present, shares.silent, shares.ms) == (4, 2, 1000)
    alone = several_shares({"a": ("tenant",)}, said[:1], {}).groups[0]
    assert (alone.each_ms, alone.others_ms) == (Fraction(600), None)
    left = several_shares({}, said[2:], {"gone": ("tenant",)}).groups[0]
    assert (left.each_ms, left.of_present) == (None, None)


@dataclass(frozen=True)
class Item:
    """An item of the agenda by its letter."""

    id: str
    kind: str
    state: str


@pytest.mark.parametrize(
    ("agenda", "to", "due"),
    [
        ("d+ v. d. v.", "2", "1"),  # the next matter before the vote on this one
        ("d+ v. d. v.", "3", "1"),
        ("d+ v. d. v.", "1", None),
        ("d+ v. v. d.", "2", None),  # two texts of one matter, in any order
        ("d+ v. v. d.", "3", "1"),
        ("d. v. d. v.", "2", None),  # the first matter was not begun
        ("d+ v+ d. v.", "2", None),
        ("d+ v- d. v.", "2", None),  # its vote was left out
        ("d+ v. b. d.", "2", None),  # a break is no matter
        ("d+ v. d+ v.", "0", "3"),  # back to the first while the second is due
        ("v. d+ v.", "0", "2"),
        ("", "0", None),
    ],
)
def test_one_matter_at_a_time(agenda: str, to: str, due: str | None) -> None:
    kinds = {"d": ItemKind.DISCUSSION, "v": ItemKind.VOTE, "b": ItemKind.BREAK}
    states = {"+": ItemState.DONE, ".": ItemState.WAITING, "-": ItemState.SKIPPED}
    items = [Item(str(n), kinds[one[0]], states[one[1]]) for n, one in enumerate(agenda.split())]
    assert left_open(items, to) == due


def test_groups_stand_as_one_counts() -> None:
    present = {"a": "10号楼", "b": "2号楼", "c": "", "d": "2号楼|10", "e": "2号楼|3"}
    assert [one.group for one in floor_shares(present, [], {}).groups] == [
        "", "2号楼", "2号楼|3", "2号楼|10", "10号楼",
    ]  # fmt: skip
