"""Equal Shares: agreed results, the bounded growth of shares, exactness, and what can never happen."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import equal_shares
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Stopped, Tie
from meeting_app.domain.tally.shares import EQUAL_PRICE, Round, electorate
from tests.domain.budget_data import instance, listed, of

YES = 1


@pytest.mark.parametrize("agreed", of("pb-mes"), ids=lambda one: str(one["id"]))
def test_cities_budgets_without_completion(agreed: dict[str, Any]) -> None:
    names, ballots, setup = instance(agreed["instance"])
    told = equal_shares.count(ballots, setup, listed(setup.options))
    assert [names[option] for option in told.winners] == agreed["expect"]["selected_in_order"]
    spent = dict(told.steps[-1].figures)
    assert spent == {"spent": agreed["expect"]["spent"], "left": setup.budget - agreed["expect"]["spent"]}
    parts = [
        Fraction(dict(step.figures)["price"]) / setup.costs[step.about[0]]
        for step in told.steps
        if step.code == "bought"
    ]
    assert parts == [Fraction(part) for part in agreed["expect"]["rho"]]


@pytest.mark.parametrize("agreed", of("pb-mes", "by_votes"), ids=lambda one: str(one["id"]))
def test_cities_budgets_with_the_rest_by_votes(agreed: dict[str, Any]) -> None:
    names, ballots, setup = instance(agreed["instance"], equal_shares.BY_VOTES)
    told = equal_shares.count(ballots, setup, listed(setup.options))
    assert sorted(names[option] for option in told.winners) == agreed["expect"]["selected"]


@pytest.mark.parametrize("agreed", of("pb-mes", "add1"), ids=lambda one: str(one["id"]))
def test_cities_budgets_with_grown_shares(agreed: dict[str, Any]) -> None:
    names, ballots, setup = instance(agreed["instance"], equal_shares.ADD_ONE, step=1)
    people = electorate(ballots, setup.options)
    run, _runs, why = equal_shares.grown(people, setup, listed(setup.options), most=1000)
    assert why == "next_too_dear"
    assert run.budget == agreed["expect"]["final_budget"]
    assert sorted(names[purchase.option] for purchase in run.bought) == agreed["expect"]["selected"]


def _setup(*costs: int, money: int, variant: str = "", step: int = 0) -> Setup:
    return Setup(len(costs), costs=costs, budget=money, variant=variant, step=step)


def _ballots(*lines: str) -> list[Marks]:
    """`110` wants the first two."""
    return [tuple(YES if mark == "1" else None for mark in line) for line in lines]


def _codes(told: Count) -> list[str]:
    return [step.code for step in told.steps]


def test_the_working_can_be_added_up() -> None:
    """Three people with 40 each; the second one is emptied by the second project and gives all there is."""
    told = equal_shares.count(_ballots("10", "11", "01"), _setup(50, 45, money=120))
    _ballots_read, share, first, second, last = told.steps
    assert dict(share.figures) == {"budget": 120, "voters": 3, "share": 40}
    assert (first.about, first.standing) == ((1,), (80, 80))
    money = {"behind": 80, "cost": 45, "price": Fraction(45, 2), "payers": 2, "emptied": 0}
    assert dict(first.figures) == money
    assert (second.about, second.standing) == ((0,), (Fraction(115, 2), None))
    money = {"behind": Fraction(115, 2), "cost": 50, "price": Fraction(65, 2), "payers": 1, "emptied": 1}
    assert dict(second.figures) == money
    assert (last.code, dict(last.figures)) == ("spent", {"spent": 95, "left": 25})
    assert (told.winners, told.standing, told.tie) == ((1, 0), (2, 2), None)


def test_equal_price_and_votes_and_cost_are_a_tie_when_not_all_can_be_paid() -> None:
    ballots, setup = _ballots("11", "11"), _setup(60, 60, money=100)
    told = equal_shares.count(ballots, setup)
    assert told.tie == Tie((0, 1), 1, EQUAL_PRICE)
    assert (told.winners, _codes(told)) == ((), ["ballots", "equal_share", "tie_equal_price"])
    drawn = equal_shares.count(ballots, setup, Lot((1, 0)))
    assert (drawn.winners, drawn.tie) == ((1,), None)
    assert _codes(drawn) == ["ballots", "equal_share", "lot_places", "bought", "spent"]


def test_equal_projects_that_all_can_pay_need_no_draw() -> None:
    told = equal_shares.count(_ballots("11", "11"), _setup(40, 40, money=100))
    assert (told.winners, told.tie) == ((0, 1), None)
    just = equal_shares.count(_ballots("11", "11"), _setup(50, 50, money=100))
    assert (just.winners, just.tie) == ((0, 1), None)
    apart = equal_shares.count(_ballots("100", "010", "001"), _setup(30, 30, 30, money=90))
    assert (apart.winners, apart.tie) == ((0, 1, 2), None)


def test_of_equal_prices_the_project_with_more_votes_comes_first() -> None:
    """After b the last voter alone can pay for a or for c, and somebody else wanted c as well."""
    told = equal_shares.count(_ballots("011", "010", "010", "101"), _setup(100, 300, 100, money=400))
    assert told.winners == (1, 2)


def test_a_count_that_uses_up_the_whole_budget_is_no_dearer_than_it() -> None:
    setup = _setup(400, 200, money=600, variant=equal_shares.ADD_ONE, step=10)
    told = equal_shares.count(_ballots("10", "01"), setup)
    assert told.winners == (1, 0)


def test_a_tie_at_the_money_line_of_the_completion() -> None:
    ballots, setup = _ballots("10", "01"), _setup(60, 60, money=100, variant=equal_shares.BY_VOTES)
    told = equal_shares.count(ballots, setup)
    assert told.tie == Tie((0, 1), 1, "money_line")
    assert _codes(told) == ["ballots", "equal_share", "rest_by_votes", "tie_money_line", "spent"]
    drawn = equal_shares.count(ballots, setup, Lot((1, 0)))
    assert drawn.winners == (1,)
    assert _codes(drawn) == [
        "ballots",
        "equal_share",
        "rest_by_votes",
        "lot_places",
        "funded",
        "too_dear",
        "spent",
    ]


def test_the_shares_grow_until_the_next_count_is_too_dear() -> None:
    setup = _setup(60, 60, money=100, variant=equal_shares.ADD_ONE)
    told = equal_shares.count(_ballots("10", "01"), setup)
    assert told.steps[2].code == "grown_next_too_dear"
    assert dict(told.steps[2].figures) == {"step": 1, "runs": 11, "money": 118}
    assert told.winners == ()
    after = equal_shares.count(_ballots("10", "01", "01"), _setup(60, 60, money=100, variant="add_one"))
    assert after.winners == (1,)


def test_after_growing_the_rest_may_go_by_votes() -> None:
    setup = _setup(60, 60, money=100, variant=equal_shares.ADD_ONE_BY_VOTES)
    told = equal_shares.count(_ballots("10", "01"), setup, Lot((1, 0)))
    assert told.winners == (1,)
    assert _codes(told)[2:4] == ["grown_next_too_dear", "rest_by_votes"]


def test_the_growth_is_bounded() -> None:
    """A project that only one person wants and whose share stays too small: the rule says when to stop."""
    setup = _setup(1, 1000, money=1000, variant=equal_shares.ADD_ONE, step=1)
    told = equal_shares.count(_ballots("10", "11", "10"), setup)
    assert told.steps[2].code == "grown_runs_used_up"
    assert dict(told.steps[2].figures)["runs"] == equal_shares.MOST_RUNS
    assert told.winners == (0,)


def test_a_project_that_the_budget_could_never_pay_does_not_make_the_shares_grow() -> None:
    setup = _setup(1, 1001, money=1000, variant=equal_shares.ADD_ONE)
    told = equal_shares.count(_ballots("10", "11", "10"), setup)
    assert (told.winners, told.steps[2].code) == ((0,), "grown_all_bought")
    assert dict(told.steps[2].figures)["runs"] == 1


def test_nobody_wants_anything_ends_at_once() -> None:
    setup = _setup(5, 5, money=10, variant=equal_shares.ADD_ONE)
    for ballots in ([], _ballots("00", "00"), [(0, 0), (0, None)]):
        told = equal_shares.count(ballots, setup)
        assert (told.winners, told.tie, told.steps[2].code) == ((), None, "grown_all_bought")
        assert dict(told.steps[2].figures)["runs"] == 1


def test_all_that_is_wanted_is_bought_ends_at_once() -> None:
    told = equal_shares.count(_ballots("110", "100"), _setup(5, 2, 1, money=10, variant="add_one"))
    assert (sorted(told.winners), told.steps[2].code) == ([0, 1], "grown_all_bought")


def test_a_tie_while_growing_leaves_everything_open() -> None:
    setup = _setup(60, 60, 10, money=100, variant=equal_shares.ADD_ONE)
    told = equal_shares.count(_ballots("111", "111"), setup)
    assert told.tie == Tie((0, 1), 1, EQUAL_PRICE)
    assert (told.winners, told.steps[2].code) == ((), "grown_tie")


def test_a_tie_in_the_very_last_count() -> None:
    people = electorate(_ballots("11", "11"), 2)
    _run, runs, why = equal_shares.grown(people, _setup(60, 60, money=100), None, most=1)
    assert (runs, why) == (1, "tie")


def test_the_step_is_a_hundredth_of_the_share_or_what_the_notice_says() -> None:
    assert equal_shares.growth(_setup(1, money=100_000), 33) == 31
    assert equal_shares.growth(_setup(1, money=100_000, step=7), 33) == 7
    assert equal_shares.growth(_setup(1, money=100_000), 0) == 1000


def test_a_long_count_tells_how_far_it_is_and_can_be_stopped() -> None:
    setup = _setup(1, 1000, money=1000, variant=equal_shares.ADD_ONE, step=1)
    told: list[tuple[int, int]] = []

    def watch(done: int, most: int) -> bool:
        told.append((done, most))
        return done < 5

    with pytest.raises(Stopped):
        equal_shares.count(_ballots("11", "10"), setup, None, watch)
    assert told == [(done, equal_shares.MOST_RUNS) for done in range(1, 6)]
    assert equal_shares.METHOD.watched is equal_shares.count


def test_ballots_are_read_as_marks() -> None:
    setup = Setup(2, limit=1, costs=(1, 1), budget=2)
    told = equal_shares.count([(1, 1), (1, None), (None, None), (3, None), (1,)], setup)
    assert (told.valid, told.blank) == (1, 1)
    assert told.spoilt == (("other_question", 1), ("outside", 1), ("too_many", 1))


def test_impossible_money_is_refused() -> None:
    with pytest.raises(Refusal, match="budget_figures"):
        equal_shares.count([], _setup(0, money=5))


@st.composite
def polls(draw: st.DrawFn) -> tuple[list[Marks], Setup]:
    """Small polls with many equal votes and costs."""
    options = draw(st.integers(1, 4))
    costs = tuple(draw(st.lists(st.integers(1, 20), min_size=options, max_size=options)))
    marks = st.tuples(*[st.sampled_from([None, 1])] * options)
    variant = draw(st.sampled_from(["", "by_votes", "add_one", "add_one_by_votes"]))
    return draw(st.lists(marks, max_size=9)), _setup(*costs, money=draw(st.integers(1, 40)), variant=variant)


def _plain(ballots: list[Marks], setup: Setup, budget: Fraction, lot: Lot) -> list[int]:
    """The same rule as it stands in the textbook, voter by voter in fractions."""
    voters = [marks for marks in ballots if any(mark is not None for mark in marks)]
    money = [budget / len(voters)] * len(voters) if voters else []
    bought: list[int] = []
    while True:
        offers = []
        for option, cost in enumerate(setup.costs):
            behind = [place for place, marks in enumerate(voters) if marks[option]]
            if option in bought or not behind or sum(money[place] for place in behind) < cost:
                continue
            price = min(
                price
                for paying in range(1, len(behind) + 1)
                for price in [
                    (cost - sum(sorted(money[place] for place in behind)[:-paying])) / Fraction(paying)
                ]
                if sum(min(money[place], price) for place in behind) == cost
            )
            offers.append((price / cost, -len(behind), cost, lot.order.index(option), option, price))
        if not offers:
            return bought
        *_key, chosen, price = min(offers)
        bought.append(chosen)
        for place, marks in enumerate(voters):
            if marks[chosen]:
                money[place] -= min(money[place], price)


@given(polls())
def test_the_quick_count_buys_what_the_plain_one_does(poll: tuple[list[Marks], Setup]) -> None:
    ballots, setup = poll
    lot = listed(setup.options)
    valid = [marks for marks in ballots if any(marks)]
    run = Round(electorate(valid, setup.options), setup.costs, setup.budget, lot).run()
    plain = _plain(ballots, setup, Fraction(setup.budget), lot)
    assert sorted(purchase.option for purchase in run.bought) == sorted(plain)


@given(polls(), st.randoms())
def test_the_order_of_ballots_never_matters(poll: tuple[list[Marks], Setup], chance: Any) -> None:
    ballots, setup = poll
    told = equal_shares.count(ballots, setup)
    chance.shuffle(ballots)
    assert equal_shares.count(ballots, setup) == told


@given(polls(), st.randoms())
def test_the_order_of_projects_never_matters(poll: tuple[list[Marks], Setup], chance: Any) -> None:
    ballots, setup = poll
    places = list(range(setup.options))
    chance.shuffle(places)
    moved = _setup(*(setup.costs[old] for old in places), money=setup.budget, variant=setup.variant)
    turned: list[Marks] = [tuple(marks[old] for old in places) for marks in ballots]
    told, again = equal_shares.count(ballots, setup), equal_shares.count(turned, moved)
    assert {places[option] for option in again.winners} == set(told.winners)
    assert (again.tie is None) == (told.tie is None)


@settings(max_examples=200)
@given(polls(), st.permutations(range(4)))
def test_the_budget_is_kept_and_nobody_pays_more_than_there_is(
    poll: tuple[list[Marks], Setup], order: list[int]
) -> None:
    ballots, setup = poll
    told = equal_shares.count(ballots, setup, Lot(tuple(at for at in order if at < setup.options)))
    assert told.tie is None
    assert sum(setup.costs[option] for option in told.winners) <= setup.budget
    share = dict(told.steps[1].figures)["share"]
    for step in told.steps:
        if step.code == "bought":
            figures = dict(step.figures)
            assert figures["behind"] >= figures["cost"]
            assert figures["price"] <= share
            assert figures["payers"] * figures["price"] <= figures["cost"]


@given(polls())
def test_what_is_sure_in_a_tie_is_sure_under_every_draw(poll: tuple[list[Marks], Setup]) -> None:
    ballots, setup = poll
    told = equal_shares.count(ballots, setup)
    straight = tuple(range(setup.options))
    for order in (straight, straight[::-1]):
        winners = set(equal_shares.count(ballots, setup, Lot(order)).winners)
        assert set(told.winners) <= winners
        assert told.tie is not None or set(told.winners) == winners
