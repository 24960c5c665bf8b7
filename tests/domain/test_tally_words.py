"""Every step, tie, spoilt ballot and method that can occur has words in both languages."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from meeting_app import i18n
from meeting_app.domain.tally import reading
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup, Step
from meeting_app.domain.tally.methods import METHODS
from meeting_app.wording import tally
from tests.domain.elections import ranked
from tests.domain.tally_cases import CODES

NAMES = ("甲案", "乙案", "丙案", "丁案", "戊案")
_LIMITS = {"choose_k": 2, "dots": 3, "score": 2, "star": 2}


def _polls(code: str, chance: Random) -> Iterator[tuple[Setup, list[Marks]]]:
    for at in range(700):
        options = chance.randint(1, 5)
        seats = 1 if code in ("star", "irv") else chance.randint(1, options)
        setup = Setup(options, seats, _LIMITS.get(code, 0) if code != "choose_k" else min(2, options))
        yield setup, [_ballot(code, options, chance) for _ in range(at % 14)]


def _ballot(code: str, options: int, chance: Random) -> Marks:
    if code in ("irv", "stv", "borda", "schulze") and chance.random() < 0.9:
        order = chance.sample(range(options), chance.randint(1, options))
        return tuple(order.index(option) + 1 if option in order else None for option in range(options))
    return tuple(chance.choice((None, 0, 1, 1, 2, -1)) for _ in range(options))


@cache
def counts() -> tuple[Count, ...]:
    """Counts of many small random polls, with and without a draw; the same in every run."""
    chance = Random(404)
    # Rare: two surpluses that became equal after they had differed.
    rare = [ranked(5, order) for order in ((5, 2, 3), (5, 2, 3), *[(4, 3)] * 5, (5, 1, 4))]
    found = [METHODS["stv"].count(rare, Setup(5, seats=4), None)]
    for code in CODES:
        for setup, ballots in _polls(code, chance):
            order = tuple(chance.sample(range(setup.options), setup.options))
            found += [METHODS[code].count(ballots, setup, lot) for lot in (None, Lot(order))]
    return tuple(found)


def _steps() -> dict[str, Step]:
    return {step.code: step for count in counts() for step in count.steps}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_step_that_occurs_is_put_into_words(language: str) -> None:
    with i18n.using(language):
        for code, step in _steps().items():
            sentence = tally.step_words(step, NAMES)
            assert sentence, code
            assert "{" not in sentence
            assert (language == "zh_CN") is sentence.endswith("。")


def test_no_words_without_a_step_that_needs_them() -> None:
    occurred = set(_steps())
    assert set(tally.SENTENCES) | {f"tie_{reason}" for reason in tally.TIES} == occurred
    ties = {count.tie.reason for count in counts() if count.tie}
    assert ties == set(tally.TIES)


def test_every_reason_for_a_spoilt_ballot_has_words() -> None:
    assert set(tally.SPOILT) == set(reading.SPOILT)
    assert {why for count in counts() for why, _ in count.spoilt} <= set(tally.SPOILT)


@pytest.mark.parametrize("code", CODES)
def test_every_method_says_how_it_counts_and_what_a_tie_does(code: str) -> None:
    for language in ("en", "zh_CN"):
        with i18n.using(language):
            for variant in ("", "exact"):
                assert "{" not in tally.how(code, Setup(4, limit=2, variant=variant))
            assert i18n._(tally.METHODS[code])
            assert i18n._(tally.ON_TIE[code])
    assert tally.how("stv", Setup(4)) != tally.how("stv", Setup(4, variant="exact"))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (12, "12"),
        (0, "0"),
        (Fraction(7, 2), "3.5"),
        (Fraction(13917708, 100_000), "139.17708"),
        (Fraction(1, 100_000), "0.00001"),
        (Fraction(112051, 372), "112051/372 (about 301.21)"),
        (Fraction(1, 3), "1/3 (about 0.33)"),
        (Fraction(2, 3), "2/3 (about 0.67)"),
        (Fraction(599, 600), "599/600 (about 1.00)"),
    ],
)
def test_figures_are_exact_and_say_where_they_are_not(number: int | Fraction, shown: str) -> None:
    with i18n.using("en"):
        assert tally.figure(number) == shown


def test_votes_are_spoken_with_their_unit() -> None:
    with i18n.using("en"):
        assert [tally.votes(1), tally.votes(2), tally.votes(Fraction(1, 2))] == [
            "1 vote",
            "2 votes",
            "0.5 votes",
        ]
    with i18n.using("zh_CN"):
        assert tally.votes(Fraction(7, 2)) == "3.5 票"


def test_a_step_of_another_family_is_left_to_others() -> None:
    assert tally.step_words(Step("funded"), NAMES) is None
    assert tally.step_words(Step("tie_money_line"), NAMES) is None
