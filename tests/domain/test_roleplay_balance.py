"""The meter says what counting every deal by hand says; the slider never turns back."""

import sys
import time
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.balance import TARGETS, Meter, at_least, per_mille, zone
from meeting_app.domain.roleplay.deals import allows, broken, choices_of, enumerate_deals
from meeting_app.domain.roleplay.ledger import Deal, ledger
from tests.domain.roleplay_big import scenario
from tests.domain.roleplay_sample import sample


def _possible(one: m.Scenario) -> list[Deal]:
    every = product(*(choices_of(issue) for issue in one.issues))
    return [deal for deal in every if not broken(one, deal)]


def _by_hand(one: m.Scenario) -> dict[str, object]:
    book = ledger(one)
    names = [issue.id for issue in one.issues]
    deals = _possible(one)
    scores = [{role: book.score(role, names, deal) for role in book.points} for deal in deals]
    yes = [{role for role in row if row[role] >= book.walk_away[role]} for row in scores]
    everybody = set(book.points)
    pareto = [
        row for row in scores
        if not any(all(other[r] >= row[r] for r in row) and other != row for other in scores)
    ]  # fmt: skip
    margins = [min(row[r] - book.walk_away[r] for r in row) for row in scores]
    return {
        "possible": len(deals),
        "by_all": sum(said == everybody for said in yes),
        "by_all_but_one": sum(len(said) >= len(everybody) - 1 for said in yes),
        "by_rule": sum(len(said) >= one.rule.accept and said.issuperset(one.rule.vetoes) for said in yes),
        "accepts": tuple((role, sum(role in said for said in yes)) for role in book.points),
        "alone": max((sum(everybody - said == {role} for said in yes) for role in everybody), default=0),
        "pareto": len(pareto),
        "margin": max(margins, default=0),
    }


@settings(max_examples=40, deadline=None)
@given(
    roles=st.integers(1, 4),
    shape=st.lists(st.integers(2, 4), min_size=2, max_size=3).map(tuple),
    seed=st.integers(0, 10_000),
)
def test_the_meter_counts_as_by_hand(roles: int, shape: tuple[int, ...], seed: int) -> None:
    one = scenario(roles, shape, seed)
    counted = Meter(one).balance()
    wanted = _by_hand(one)
    assert {name: getattr(counted, name) for name in wanted} == wanted
    assert counted.exact
    used = {
        (issue.id, option)
        for deal in _possible(one)
        for issue, choice in zip(one.issues, deal, strict=True)
        for option in choice
    }
    assert set(counted.dead) == {(i.id, o.id) for i in one.issues for o in i.options} - used


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_slider_is_monotone(seed: int) -> None:
    meter = Meter(scenario(4, (3, 3, 3), seed))
    steps = [meter.at_step(step) for step in range(0, 1001, 25)]
    for harder, easier in pairwise(steps):
        assert all(harder[role] >= easier[role] for role in harder)
    reached = [meter.aim(target).reached for target in (0, 50, 100, 200, 400, 1000)]
    assert reached == sorted(reached)
    if meter.deals.possible:
        assert reached[-1] == 1000
        best = min(abs(meter.share_for_all(step) - 100) for step in range(0, 1001, 5))
        assert abs(meter.aim(100).reached - 100) <= best


def test_a_slider_step_is_a_share_of_the_deals() -> None:
    meter = Meter(scenario(3, (4, 4, 4), 5))
    for step in (0, 1, 333, 500, 1000):
        accepted = meter.accepted(meter.at_step(step))
        assert all(
            members.bit_count() * 1000 >= step * len(meter.deals.possible) for members in accepted.values()
        )


def test_the_sample() -> None:
    balance = Meter(sample()).balance()
    assert (balance.total, balance.looked, balance.possible, balance.exact) == (6, 6, 4, True)
    assert balance.dead == (("where", "front"),)
    assert balance.shares == (500, 750, 750)
    assert balance.accepts == (("old", 2), ("young", 4), ("ground", 3))
    assert (balance.bottleneck, balance.alone) == ("old", 1)
    assert balance.worst_off == (("back",), ("equal",))
    assert balance.margin == 20
    assert balance.likely == (("where", ("back",), 2), ("pay", ("equal",), 2))
    assert balance.idle == ()
    assert zone(balance) == "easy"
    assert set(TARGETS) == {"easy", "medium", "hard"}


def test_other_walk_aways_are_only_looked_at() -> None:
    meter = Meter(sample())
    nobody = dict.fromkeys(meter.walk_away, 1000)
    assert meter.balance(nobody).by_all == 0
    assert meter.balance(nobody).likely == ()
    assert meter.balance(nobody).bottleneck == ""
    assert meter.balance().by_all == 2


def test_without_possible_deals_or_scored_roles() -> None:
    poor = replace(sample(), constraints=(m.Constraint("cap", "budget", "None", limit=-1),))
    balance = Meter(poor).balance()
    assert (balance.possible, balance.shares, balance.worst_off, balance.pareto) == (0, (0, 0, 0), None, 0)
    assert Meter(poor).aim(100).walk_away == {"old": 0, "young": 0, "ground": 0}
    watchers = replace(sample(), roles=sample().roles[3:])
    assert Meter(watchers).balance().bottleneck == ""


def test_a_constraint_that_never_binds_is_named() -> None:
    rich = replace(sample(), constraints=(m.Constraint("cap", "budget", "Much", limit=10_000_000),))
    assert enumerate_deals(rich).idle == ("cap",)


@pytest.mark.parametrize(
    ("kind", "options", "chosen", "fits"),
    [
        ("forbid", "ab", "abc", False), ("forbid", "ab", "ac", True),
        ("require", "ab", "ac", False), ("require", "ab", "ab", True), ("require", "ab", "c", True),
        ("require", "", "c", True),
        ("include", "ab", "c", False), ("include", "ab", "bc", True),
    ],
)  # fmt: skip
def test_kinds_of_constraints(kind: str, options: str, chosen: str, fits: bool) -> None:
    constraint = m.Constraint("x", kind, "", tuple(("i", option) for option in options))
    assert allows(constraint, frozenset(("i", option) for option in chosen), 0, 0) is fits


def test_several_options_of_one_issue() -> None:
    issue = replace(sample().issues[0], least=0, most=2)
    assert choices_of(issue) == (
        (), ("front",), ("back",), ("none",), ("front", "back"), ("front", "none"), ("back", "none"),
    )  # fmt: skip
    wide = replace(issue, options=tuple(m.Option(str(at), "x") for at in range(14)), most=14)
    with pytest.raises(Refusal, match="roleplay_too_many_choices"):
        choices_of(wide)


def test_too_many_deals_are_sampled_and_said_so() -> None:
    large = scenario(4, (6, 6, 6, 6, 6, 6), 1)
    first, again, other = (Meter(large, seed=seed, most=2_000) for seed in (1, 1, 2))
    assert (first.deals.total, first.deals.looked, first.deals.exact) == (46_656, 2_000, False)
    assert first.balance() == again.balance()
    assert first.deals.possible != other.deals.possible
    exact = Meter(large, most=50_000).balance().shares[1]
    assert abs(first.balance().shares[1] - exact) < 60


def test_events_change_what_is_accepted() -> None:
    effects = (
        m.Effect("walk_away", "old", -20), m.Effect("score", "young", 5, "where", "back"),
        m.Effect("score", "nobody", 5, "where", "back"), m.Effect("walk_away", "nobody", 5),
    )  # fmt: skip
    turned = replace(sample(), events=(m.Event("rain", "Rain", "It rains", "manual", effects=effects),))
    book = ledger(turned, ("rain",))
    assert book.walk_away == {"old": 20, "young": 30, "ground": 35}
    assert book.points["young"]["where", "back"] == 45
    assert ledger(turned).walk_away["old"] == 40
    assert Meter(turned, ("rain",)).balance().by_all > Meter(turned).balance().by_all


def test_scoring_by_weights() -> None:
    values = (m.Value("quiet", "Quiet"), m.Value("money", "Money"))
    issue = m.Issue(
        "where",
        "Where?",
        "",
        (
            m.Option("front", "F", effects=(("quiet", -2), ("money", 3))),
            m.Option("back", "B", effects=(("quiet", 1),)),
        ),
    )
    roles = (
        m.Role(
            "old",
            "above",
            "O",
            "p",
            walk_away=50,
            interests=(m.Interest("quiet", "", 70), m.Interest("money", "", 30)),
        ),
        m.Role("young", "above", "Y", "p", walk_away=0, interests=(m.Interest("money", "", 100),)),
    )
    effects = (m.Effect("weight", "old", 10, value="quiet"), m.Effect("weight", "young", 10, value="quiet"))
    one = replace(
        sample(), values=values, issues=(issue,), roles=roles, scores=(), constraints=(),
        rule=m.Rule(1), events=(m.Event("e", "E", "", "manual", effects=effects),),
    )  # fmt: skip
    assert ledger(one).points == {
        "old": {("where", "front"): -50, ("where", "back"): 70},
        "young": {("where", "front"): 300, ("where", "back"): 0},
    }
    assert ledger(one, ("e",)).points["old"] == {("where", "front"): -70, ("where", "back"): 80}
    assert Meter(one).balance().by_all == 1


def test_scores_of_strangers_are_left_out() -> None:
    odd = replace(sample(), scores=(*sample().scores, m.Score("watch", "where", "front", 9)))
    assert set(ledger(odd).points) == {"old", "young", "ground"}


def test_small_sums() -> None:
    assert (per_mille(1, 3), per_mille(2, 3), per_mille(1, 2000), per_mille(0, 0)) == (333, 667, 1, 0)
    assert at_least([0b011, 0b110], 1, 0b111) == 0b111
    assert at_least([0b011, 0b110], 2, 0b111) == 0b010
    assert at_least([], 0, 0b111) == 0b111


def _seconds(one: m.Scenario) -> float:
    start = time.process_time()
    meter = Meter(one)
    balance = meter.balance()
    meter.aim(100)
    assert (balance.total, balance.possible) == (5_000, 5_000)
    return time.process_time() - start


def test_five_thousand_deals_of_eight_roles_in_time() -> None:
    one = replace(scenario(8, (5, 5, 5, 5, 4, 2), 3), constraints=())
    limit = Fraction(3, 10) if sys.gettrace() is None else 1  # a tracer for coverage takes its own time
    assert min(_seconds(one) for _ in range(3)) < limit
