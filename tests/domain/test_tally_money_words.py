"""Every step of sharing money, elections and gradients has a sentence in both languages."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally import budget, election, equal_shares, gradient
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Step
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.turnout import Reconciliation, check_reconciliation
from meeting_app.i18n import using
from meeting_app.wording import counting, tally_money
from meeting_app.wording.refusals import SENTENCES

NAMES = ("楼道灯", "健身角", "自行车棚")
MONEY = Setup(3, costs=(4_000_000, 4_000_000, 5_000_000), budget=10_000_000)
# Written by the shared parts of counting; their words stand with the other methods.
SHARED = {"ballots", "chosen", "lot_places", "seats_open", "tie_place"}


def _ballots(*lines: str) -> list[Marks]:
    return [tuple(int(mark) or None for mark in line) for line in lines]


def _counts() -> Iterator[Count]:
    lot = Lot((2, 1, 0))
    tied = _ballots("111", "110")
    for method, variants in (
        (budget, ["", "knapsack"]),
        (equal_shares, ["", "by_votes", "add_one", "add_one_by_votes"]),
    ):
        for ballots in (tied, _ballots("110", "100"), _ballots("101", "011", "001"), []):
            for variant in variants:
                for drawn in (None, lot):
                    yield method.count(ballots, replace(MONEY, variant=variant), drawn)
    yield equal_shares.count(
        _ballots("111", "111"), Setup(3, costs=(60, 60, 10), budget=100, variant="add_one")
    )
    yield budget.count(_ballots("100", "010", "001"), Setup(3, costs=(60, 60, 70), budget=100))
    yield equal_shares.count(
        _ballots("110", "100"), Setup(3, costs=(1, 1000, 1), budget=1000, variant="add_one", step=1)
    )
    yield equal_shares.count(_ballots("110", "010", "100"), Setup(3, costs=(50, 45, 1), budget=120))
    for variant in ("", "valid", "further", "revote"):
        yield election.count(_ballots("100", "110", "010"), Setup(3, seats=2, variant=variant))
    yield gradient.count(_ballots("530", "140"), Setup(3))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_step_has_words(language: str) -> None:
    spoken: set[str] = set()
    with using(language):
        for count in _counts():
            for step in count.steps:
                told = tally_money.step_words(step, NAMES)
                assert counting.step(step, NAMES)
                assert (told is None) == (step.code in SHARED), step
                if told is not None:
                    assert "{" not in told
                    spoken.add(step.code)
                    emptied = dict(step.figures).get("emptied", 0)
                    spoken |= {"bought_emptied"} if emptied else set()
    assert spoken == set(tally_money.SENTENCES)


def test_money_is_told_to_the_fen_and_says_when_something_was_cut_off() -> None:
    told = equal_shares.count(_ballots("100", "100", "100"), Setup(3, costs=(10_000, 1, 1), budget=10_000))
    with using("zh_CN"):
        words = [tally_money.step_words(step, NAMES) for step in told.steps]
    assert words[1:] == [
        "100 元由 3 人平均分：每人 33.33 元多。",
        "楼道灯，造价 100 元：支持者手里共有 100 元；3 人每人出 33.33 元多。",
        "共用去 100 元，还剩 0 元。",
    ]


def _codes_of(module: Path) -> set[str]:
    return {
        str(node.args[0].value)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Step"
        and isinstance(node.args[0], ast.Constant)
    }


def test_no_code_is_without_words() -> None:
    for method in (budget, equal_shares, election, gradient):
        assert _codes_of(Path(method.__file__ or "")) - SHARED <= set(tally_money.SENTENCES)


@pytest.mark.parametrize(
    "numbers",
    [
        (5, 0, 5, 1, 5, 0, 0),
        (5, 0, 4, 0, 4, 0, 0),
        (5, 0, 5, 0, 4, 0, 0),
        (5, 0, 5, 0, 5, 1, 0),
        (4, 0, 5, 0, 5, 0, 0),
    ],
)
def test_every_difference_of_papers_has_a_sentence(numbers: tuple[int, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        check_reconciliation(Reconciliation(*numbers))
    assert SENTENCES[refused.value.code].format(**refused.value.params)


def test_steps_of_agreement_and_reasons_have_words() -> None:
    assert set(tally_money.AGREEMENT) == set(gradient.STEPS)
    assert set(tally_money.SPOILT) == {budget.OVER_BUDGET}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_method_says_how_it_counts_and_what_a_tie_does(language: str) -> None:
    with using(language):
        for code in METHODS:
            assert counting.method_name(code)
            assert counting.on_tie(code)
            assert "{" not in counting.how(code, Setup(4, limit=2))
        for variant in tally_money.HOW:
            code, _slash, name = variant.partition("/")
            assert "{" not in counting.how(code, Setup(4, limit=2, variant=name))
        assert len({counting.how("budget", Setup(4, variant=name)) for name in ("", "dots", "knapsack")}) == 3
        assert counting.spoilt("over_budget")
    assert (
        set(tally_money.METHODS)
        == set(tally_money.ON_TIE)
        == {variant.partition("/")[0] for variant in tally_money.HOW}
    )


def test_a_step_without_words_is_a_fault() -> None:
    with pytest.raises(KeyError):
        counting.step(Step("unheard_of"), NAMES)
