"""A budget by votes: real cities' results, the money line, and what can never happen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import budget
from meeting_app.domain.tally.count import BLANK, Lot, Marks, Setup, Tie
from tests.domain.budget_data import instance, listed, of

YES = 1


def _votes(*numbers: int) -> list[Marks]:
    """As many ballots for each project alone as are said."""
    return [
        tuple(YES if at == option else None for at in range(len(numbers)))
        for option, number in enumerate(numbers)
        for _ in range(number)
    ]


def _setup(*costs: int, money: int, variant: str = "", limit: int = 0) -> Setup:
    return Setup(len(costs), limit=limit, costs=costs, budget=money, variant=variant)


@pytest.mark.parametrize("agreed", of("pb-greedy"), ids=lambda one: str(one["id"]))
def test_cities_budgets_by_marks(agreed: dict[str, Any]) -> None:
    names, ballots, setup = instance(agreed["instance"])
    told = budget.count(ballots, setup, listed(setup.options))
    assert dict(zip(names, told.standing, strict=True)) == agreed["expect"]["votes"]
    assert sorted(names[option] for option in told.winners) == agreed["expect"]["selected"]


@pytest.mark.parametrize("agreed", of("dots"), ids=lambda one: str(one["id"]))
def test_cities_budgets_by_dots(agreed: dict[str, Any]) -> None:
    names, ballots, setup = instance(agreed["instance"])
    told = budget.count(ballots, setup, listed(setup.options))
    assert dict(zip(names, told.standing, strict=True)) == agreed["expect"]["scores"]
    assert sorted(names[option] for option in told.winners) == agreed["expect"]["greedy"]


def test_what_does_not_fit_is_left_out_and_the_next_one_tried() -> None:
    told = budget.count(_votes(5, 4, 3, 0), _setup(60, 50, 30, 5, money=100))
    assert told.winners == (0, 2)
    assert [(step.code, step.about, dict(step.figures)) for step in told.steps[1:]] == [
        ("money_votes", (), {"budget": 100}),
        ("funded", (0,), {"votes": 5, "cost": 60, "left": 40}),
        ("too_dear", (1,), {"votes": 4, "cost": 50, "left": 40}),
        ("funded", (2,), {"votes": 3, "cost": 30, "left": 10}),
        ("not_wanted", (3,), {}),
        ("spent", (0, 2), {"spent": 90, "left": 10}),
    ]
    standings = [step.standing for step in told.steps if step.standing]
    assert standings == [(5, 4, 3, 0), (None, 4, 3, 0), (None, None, 3, 0), (None, None, None, 0)]


def test_with_equal_votes_the_cheaper_one_comes_first_and_this_is_said_when_it_matters() -> None:
    told = budget.count(_votes(3, 3), _setup(70, 40, money=100))
    assert told.winners == (1,)
    assert told.steps[2].code == "cheaper_first"
    assert told.steps[2].about == (1, 0)
    enough = budget.count(_votes(3, 3), _setup(70, 40, money=200))
    assert "cheaper_first" not in [step.code for step in enough.steps]


def test_equal_votes_and_costs_at_the_money_line_are_a_tie() -> None:
    ballots, setup = _votes(5, 3, 3, 3, 2), _setup(20, 30, 30, 30, 15, money=95)
    told = budget.count(ballots, setup)
    assert told.tie == Tie((1, 2, 3), 2, budget.MONEY_LINE)
    assert told.winners == (0, 4), "whoever wins the tie, 15 are left for the last one"
    drawn = budget.count(ballots, setup, Lot((4, 3, 1, 2, 0)))
    assert drawn.tie is None
    assert drawn.winners == (0, 3, 1, 4)
    assert ("lot_places", (3, 1, 2)) in [(step.code, step.about) for step in drawn.steps]


def test_the_first_of_two_ties_is_named() -> None:
    told = budget.count(_votes(3, 3, 2, 2), _setup(60, 60, 40, 40, money=100))
    assert told.tie == Tie((0, 1), 1, budget.MONEY_LINE)
    assert told.winners == ()
    assert [step.about for step in told.steps if step.code == "tie_money_line"] == [(0, 1), (2, 3)]


def test_equal_projects_that_all_fit_or_all_do_not_are_no_tie() -> None:
    assert budget.count(_votes(3, 3), _setup(50, 50, money=100)).winners == (0, 1)
    none = budget.count(_votes(3, 3), _setup(50, 50, money=49))
    assert (none.winners, none.tie) == ((), None)


def test_no_ballot_or_only_blank_ones_spend_nothing() -> None:
    setup = _setup(50, 50, money=100)
    for ballots in ([], [(None, None)] * 3):
        told = budget.count(ballots, setup)
        assert (told.winners, told.tie, told.blank) == ((), None, len(ballots))
        assert dict(told.steps[-1].figures) == {"spent": 0, "left": 100}


@pytest.mark.parametrize(
    ("variant", "limit", "marks", "why"),
    [
        ("", 2, (1, 1, None), ""),
        ("", 2, (1, 1, 1), "too_many"),
        ("", 0, (1, 1, 1), ""),
        ("", 0, (0, 0, 0), BLANK),
        ("", 0, (0, 1, 0), ""),
        ("", 0, (None, None, None), BLANK),
        ("", 0, (2, None, None), "outside"),
        ("", 0, (1, None), "other_question"),
        ("dots", 5, (3, 2, None), ""),
        ("dots", 5, (3, None, 1), ""),
        ("dots", 5, (3, 3, None), "too_many_dots"),
        ("dots", 5, (6, -1, None), "outside"),
        ("dots", 5, (6, None, None), "too_many_dots"),
        ("dots", 5, (0, None, 0), BLANK),
        ("dots", 5, (5,), "other_question"),
        ("knapsack", 0, (1, None, 1), ""),
        ("knapsack", 0, (1, 1, 1), "over_budget"),
        ("knapsack", 1, (1, None, 1), "too_many"),
    ],
)
def test_reading_a_ballot(variant: str, limit: int, marks: Marks, why: str) -> None:
    assert budget.read(marks, _setup(40, 50, 60, money=100, variant=variant, limit=limit)) == why


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (_setup(50, 0, money=100), "budget_figures"),
        (_setup(50, money=0), "budget_figures"),
        (Setup(2, costs=(1,), budget=9), "budget_figures"),
        (_setup(50, money=100, variant="dots"), "tally_limit"),
        (_setup(50, money=100, variant="add_one"), "tally_variant"),
    ],
)
def test_impossible_settings_are_refused(setup: Setup, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        budget.count([], setup)
    assert refused.value.code == code


@st.composite
def polls(draw: st.DrawFn) -> tuple[list[Marks], Setup]:
    """Small polls with many equal votes and costs."""
    options = draw(st.integers(1, 5))
    costs = tuple(draw(st.lists(st.integers(1, 4), min_size=options, max_size=options)))
    marks = st.tuples(*[st.sampled_from([None, 1])] * options)
    return draw(st.lists(marks, max_size=12)), _setup(*costs, money=draw(st.integers(1, 12)))


@given(polls(), st.randoms())
def test_the_order_of_ballots_never_matters(poll: tuple[list[Marks], Setup], chance: Any) -> None:
    ballots, setup = poll
    told = budget.count(ballots, setup)
    chance.shuffle(ballots)
    assert budget.count(ballots, setup) == told


@given(polls(), st.randoms())
def test_the_order_of_projects_never_matters(poll: tuple[list[Marks], Setup], chance: Any) -> None:
    ballots, setup = poll
    places = list(range(setup.options))
    chance.shuffle(places)
    moved = Setup(setup.options, costs=tuple(setup.costs[old] for old in places), budget=setup.budget)
    turned: list[Marks] = [tuple(marks[old] for old in places) for marks in ballots]
    told, again = budget.count(ballots, setup), budget.count(turned, moved)
    assert {places[option] for option in again.winners} == set(told.winners)
    assert (again.tie is None) == (told.tie is None)


@given(polls(), st.permutations(range(5)))
def test_with_a_draw_the_budget_is_kept_and_used_up(
    poll: tuple[list[Marks], Setup], order: list[int]
) -> None:
    ballots, setup = poll
    told = budget.count(ballots, setup, Lot(tuple(at for at in order if at < setup.options)))
    spent = sum(setup.costs[option] for option in told.winners)
    assert told.tie is None
    assert spent <= setup.budget
    for option, votes in enumerate(told.standing):
        assert option in told.winners or not votes or spent + setup.costs[option] > setup.budget


@given(polls())
def test_a_tie_is_told_only_if_draws_differ(poll: tuple[list[Marks], Setup]) -> None:
    ballots, setup = poll
    straight = tuple(range(setup.options))
    told = budget.count(ballots, setup)
    results = {
        frozenset(budget.count(ballots, setup, Lot(order)).winners) for order in (straight, straight[::-1])
    }
    assert (told.tie is not None) == (len(results) > 1)
    assert all(set(told.winners) <= winners for winners in results)
