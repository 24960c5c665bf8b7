"""Every ward of the collection gives the result on which independent programs agree, round by round."""

from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from meeting_app.domain.tally import borda, irv, schulze, stv
from meeting_app.domain.tally.count import Lot, Setup
from tests.domain.elections import ballots, cases, figure, load, numbered, options_of, stages

Case = dict[str, Any]


def _named(name: str, *rules: str) -> pytest.MarkDecorator:
    chosen = [(key, case) for key, case in cases(name) if not rules or case["params"]["rule"] in rules]
    return pytest.mark.parametrize("case", [case for _, case in chosen], ids=[key for key, _ in chosen])


def _votes(standing: tuple[Any, ...]) -> dict[str, Any]:
    return {str(option): votes for option, votes in enumerate(standing, 1) if votes is not None}


@_named("irv_expected")
def test_instant_runoff(case: Case) -> None:
    told = irv.count(ballots(case["profile"]), Setup(options_of(case["profile"])))
    wanted = case["expect"]
    rounds = stages(told, "round")
    for step, one in zip(rounds, wanted["rounds"], strict=not wanted["tie"]):
        assert _votes(step.standing) == one["tally"]
        assert figure(step, "exhausted") == one["exhausted"]
    if wanted["tie"]:
        assert told.tie is not None
        assert told.winners == ()
    else:
        assert numbered(told.winners) == wanted["possible_winners"]


def test_instant_runoff_with_a_tie_ends_where_every_lot_may_lead() -> None:
    [case] = [case for _, case in cases("irv_expected") if case["expect"]["tie"]]
    setup = Setup(options_of(case["profile"]))
    told = irv.count(ballots(case["profile"]), setup)
    assert told.tie is not None
    winners = set()
    for order in permutations(told.tie.options):
        rest = (option for option in range(setup.options) if option not in order)
        winners |= set(irv.count(ballots(case["profile"]), setup, Lot((*order, *rest))).winners)
    assert numbered(sorted(winners)) == case["expect"]["possible_winners"]


@_named("condorcet_expected")
def test_comparison_of_pairs(case: Case) -> None:
    told = schulze.count(ballots(case["profile"]), Setup(options_of(case["profile"])))
    table = [[votes or 0 for votes in step.standing] for step in stages(told, "pairs")]
    assert table == case["expect"]["pairwise"]
    unbeaten = told.tie.options if told.tie else told.winners
    assert numbered(unbeaten) == case["expect"]["schulze"]


@_named("borda_expected")
def test_borda(case: Case) -> None:
    told = borda.count(ballots(case["profile"]), Setup(options_of(case["profile"])))
    wanted = case["expect"]
    assert _votes(told.standing) == {option: Fraction(points) for option, points in wanted["scores"].items()}
    assert numbered(told.winners) == wanted["winners"]


@_named("stv_expected", "scottish")
def test_transferable_vote_cut_to_five_decimals(case: Case) -> None:
    setup = Setup(options_of(case["profile"]), seats=case["params"]["seats"])
    told = stv.count(ballots(case["profile"]), setup)
    wanted = case["expect"]
    assert sorted(numbered(told.winners)) == wanted["elected"]
    assert figure(told.steps[1], "quota") == wanted["quota"]
    for step, stage in zip(stages(told), wanted["stages"], strict=True):
        assert {"first": "first", "surplus": "surplus", "excluded": "exclude"}[step.code] == stage["action"]
        assert numbered(step.about) == ([stage["who"]] if stage["who"] else [])
        votes = {str(option): held or 0 for option, held in enumerate(step.standing, 1)}
        assert votes == {option: Fraction(held) for option, held in stage["votes"].items()}
        assert figure(step, "exhausted") == Fraction(stage["nontransferable"])


@_named("stv_expected", "wigm-exact")
def test_transferable_vote_with_fractions(case: Case) -> None:
    setup = Setup(options_of(case["profile"]), seats=case["params"]["seats"], variant="exact")
    told = stv.count(ballots(case["profile"]), setup)
    wanted = case["expect"]
    assert sorted(numbered(told.winners)) == wanted["elected"]
    assert figure(told.steps[1], "quota") == wanted["quota"]
    last = wanted["last_stage"]
    assert {str(option): held or 0 for option, held in enumerate(stages(told)[-1].standing, 1)} == {
        option: Fraction(held) for option, held in last.get("votes", last).items()
    }


def test_where_equals_leave_by_an_earlier_stage_a_step_says_so() -> None:
    used = [case for _, case in cases("stv_expected") if "tie-order-used" in case["tags"]]
    assert len(used) == 4
    for case in used:
        variant = "exact" if case["params"]["rule"] == "wigm-exact" else ""
        setup = Setup(options_of(case["profile"]), seats=case["params"]["seats"], variant=variant)
        told = stv.count(ballots(case["profile"]), setup)
        assert stages(told, "earlier_out")
        assert told.tie is None


def test_the_collection_is_whole() -> None:
    assert len(load("ranked_ballots")) == 39
    assert [len(load(f"{name}_expected")) for name in ("irv", "condorcet", "borda", "stv")] == [
        38,
        39,
        39,
        178,
    ]
