"""Who counts as one."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.voting_right import Ownership, VotingUnit, check_shares, total_of, voting_rights

DAY = date(2026, 11, 28)
SINCE = date(2020, 1, 1)


def owns(unit: str, *people: str, since: date = SINCE, until: date | None = None) -> list[Ownership]:
    """Equal shares of a unit."""
    return [Ownership(unit, person, Fraction(1, len(people)), since, until) for person in people]


def test_an_owner_of_three_units_counts_once() -> None:
    units = [VotingUnit(f"u{n}", 9_000 + n) for n in range(3)]
    rights = voting_rights(units, [o for n in range(3) for o in owns(f"u{n}", "wang")], DAY)
    assert [(r.holders, r.units, r.area_c) for r in rights] == [(("wang",), ("u0", "u1", "u2"), 27_003)]


def test_joint_owners_share_one_right() -> None:
    rights = voting_rights([VotingUnit("u", 8_000)], owns("u", "zhao", "li"), DAY)
    assert [right.holders for right in rights] == [("li", "zhao")]
    assert not rights[0].developer


def test_a_right_held_alone_and_one_held_jointly_are_two() -> None:
    units = [VotingUnit("u1", 8_000), VotingUnit("u2", 7_000)]
    rights = voting_rights(units, owns("u1", "li") + owns("u2", "li", "zhao"), DAY)
    assert [right.holders for right in rights] == [("li",), ("li", "zhao")]


def test_all_unsold_units_count_as_one() -> None:
    units = [VotingUnit("u1", 8_000, unsold=True), VotingUnit("u2", 7_000, unsold=True), VotingUnit("u3", 5)]
    rights = voting_rights(units, owns("u3", "li") + owns("u1", "former"), DAY)
    assert [(right.developer, right.units, right.area_c) for right in rights] == [
        (True, ("u1", "u2"), 15_000),
        (False, ("u3",), 5),
    ]


def test_a_sold_unit_without_a_known_owner_has_no_voice() -> None:
    assert voting_rights([VotingUnit("u", 8_000)], [], DAY) == ()


def test_the_day_decides_who_owns() -> None:
    sold_on = date(2026, 6, 1)
    history = owns("u", "former", until=sold_on) + owns("u", "new", since=sold_on)
    unit = [VotingUnit("u", 8_000)]
    assert [r.holders for r in voting_rights(unit, history, date(2026, 5, 31))] == [("former",)]
    assert [r.holders for r in voting_rights(unit, history, sold_on)] == [("new",)]


def test_two_shares_of_one_person_are_one_holder() -> None:
    halves = owns("u", "li") + owns("u", "li")
    assert voting_rights([VotingUnit("u", 8_000)], halves, DAY)[0].holders == ("li",)


@st.composite
def houses(draw: st.DrawFn) -> tuple[list[VotingUnit], list[Ownership]]:
    """A house with owners, joint owners and unsold units."""
    units = [
        VotingUnit(f"u{n:02}", draw(st.integers(1, 20_000)), unsold=draw(st.booleans()))
        for n in range(draw(st.integers(0, 10)))
    ]
    people = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True)
    return units, [o for unit in units if not unit.unsold for o in owns(unit.unit_id, *draw(people))]


@given(houses())
def test_every_unit_is_in_exactly_one_right_and_areas_add_up(
    house: tuple[list[VotingUnit], list[Ownership]],
) -> None:
    units, ownerships = house
    rights = voting_rights(units, ownerships, DAY)
    assert sorted(unit for right in rights for unit in right.units) == [unit.unit_id for unit in units]
    assert sum(right.area_c for right in rights) == sum(unit.area_c for unit in units)
    assert len({right.holders for right in rights}) == len(rights)
    assert sum(right.developer for right in rights) <= 1


def test_shares_add_up_to_one() -> None:
    check_shares(owns("u", "a", "b", "c") + owns("u", "gone", until=SINCE), DAY)


@pytest.mark.parametrize(
    "shares", [(Fraction(1, 2),), (Fraction(1), Fraction(1, 2)), (Fraction(3, 2), Fraction(-1, 2))]
)
def test_shares_that_are_not_one(shares: tuple[Fraction, ...]) -> None:
    held = [Ownership("u", f"p{n}", share, SINCE) for n, share in enumerate(shares)]
    with pytest.raises(Refusal) as refused:
        check_shares(held, DAY)
    assert refused.value.code == "shares_not_one"
    assert refused.value.params["unit_id"] == "u"


@pytest.mark.parametrize(
    ("named", "voter"),
    [
        (("zhao", "zhao"), "zhao"),
        (("zhao", "li"), None),  # not the same one for both units
        ((None, None), None),
        (("stranger", "stranger"), None),
    ],
)
def test_joint_owners_name_one_voter(named: tuple[str | None, str | None], voter: str | None) -> None:
    units = [VotingUnit(f"u{at}", 8_000, voter=one) for at, one in enumerate(named)]
    rights = voting_rights(units, owns("u0", "zhao", "li") + owns("u1", "zhao", "li"), DAY)
    assert [(right.holders, right.voter) for right in rights] == [(("li", "zhao"), voter)]


def test_a_single_owner_needs_no_naming_and_the_developer_has_none() -> None:
    units = [VotingUnit("u1", 8_000), VotingUnit("u2", 7_000, unsold=True, voter="li")]
    assert [right.voter for right in voting_rights(units, owns("u1", "li"), DAY)] == ["li", None]


@pytest.mark.parametrize(
    ("parking", "total"), [(False, Amount(2, 17_000)), (True, Amount(3, 17_000 + 1_200 + 900))]
)
def test_parking_spaces_count_only_where_the_rule_says_so(parking: bool, total: Amount) -> None:
    units = [
        VotingUnit("u1", 8_000), VotingUnit("u2", 9_000), VotingUnit("p1", 1_200, parking=True),
        VotingUnit("p2", 900, parking=True),
    ]  # fmt: skip
    held = owns("u1", "li") + owns("u2", "zhao") + owns("p1", "li") + owns("p2", "only parking")
    assert total_of(voting_rights(units, held, DAY, parking=parking)) == total
