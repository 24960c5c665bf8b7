"""Ballots and figures that cannot be, by every way to count and every channel: refused in words, or counted
as invalid with the reason; never a crash, and nothing is put right in silence.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from meeting_app.actions.votes import casting, running
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import HANDS_METHODS, MOST_MARK, Channel, Question
from meeting_app.i18n import using
from meeting_app.wording import counting
from meeting_app.wording.refusals import sentence
from tests.votes import test_bundle
from tests.votes.steps import Vote

# Sharing money is also asked as a basket that may not cost more than there is.
BASKET = (Question.MONEY, test_bundle.MONEY, test_bundle.PICKS, {"budget": 800_000, "variant": "knapsack"})
VOTES = {**test_bundle.VOTES, "budget/knapsack": BASKET}
METHODS = sorted(VOTES)
# One mark more than the way of counting allows, where it has a bound.
OVER: dict[str, tuple[Marks, str]] = {
    "choose_one": ((1, 1, None), "too_many"),
    "choose_k": ((1, 1, 1), "too_many"),
    "dots": ((3, 2, 1), "too_many_dots"),
    "score": ((6, 0, 0), "outside"),
    "star": ((6, 0, 0), "outside"),
    "irv": ((1, 1, 2), "several_firsts"),
    "stv": ((2, 3, None), "no_first"),
    "borda": ((4, 1, 2), "outside"),
    "schulze": ((4, 1, 2), "outside"),
    "election": ((1, 1, 1, None), "too_many"),
    "gradient": ((6, 1, 1), "outside"),
    "yes_no": ((2,), "outside"),
    "equal_shares": ((2, 1, 1), "outside"),
    "budget": ((2, 1, 1), "outside"),
    "budget/knapsack": ((1, 1, 1), "over_budget"),
}


def in_both_languages(told: Refusal) -> None:
    """The refusal is a whole sentence in Chinese and in English."""
    with using("en"):
        english = sentence(told)
    with using("zh_CN"):
        chinese = sentence(told)
    assert english.isascii() or "“" in english, english
    assert chinese != english
    assert chinese.endswith("。"), chinese
    assert str(told.params.get("why", "{")) not in english + chinese
    assert "{" not in english + chinese


def foreign(method: str) -> Iterator[tuple[Any, str]]:
    """Ballots of another vote, and marks that nobody can have written."""
    options = len(VOTES[method][1])
    none: Marks = (None,) * (options - 1)
    yield (), "ballot_other_question"
    yield (1, *none, 1), "ballot_other_question"
    for mark in (MOST_MARK + 1, -(10**30), 1.0, True, "1"):
        yield (mark, *none), "ballot_spoilt"


@pytest.mark.parametrize("method", METHODS)
def test_at_the_desk(vote: Vote, method: str) -> None:
    question, options, _ballots, setup = VOTES[method]
    vote.prepare(question, method.partition("/")[0], options, **setup)
    vote.open()
    right = vote.rights()[vote.hall.people[0]]
    unknown: Marks = (-7, *(None,) * (len(options) - 1))
    for marks, code in (
        *foreign(method), (unknown, "ballot_spoilt"), (OVER[method][0], "ballot_spoilt"),
        (None, "ballot_spoilt"),
    ):  # fmt: skip
        told = vote.room.refused(
            casting.cast, poll_id=vote.poll, channel=Channel.KEYPAD, marks=marks, right_id=right
        )
        assert told.code == code, marks
        in_both_languages(told)


@pytest.mark.parametrize("method", METHODS)
def test_on_phones_and_on_paper(vote: Vote, method: str) -> None:
    """A phone's voter can correct it and keeps the slip; what is on paper is counted as invalid."""
    question, options, ballots, setup = VOTES[method]
    vote.prepare(
        question,
        method.partition("/")[0],
        options,
        secret=True,
        channels=(Channel.PHONE, Channel.PAPER),
        **setup,
    )
    vote.print_slips(7)
    vote.open()
    slip: dict[str, Any] = {"channel": Channel.PHONE, "slip": vote.slips[0].short, "request": "r"}
    paper: dict[str, Any] = {"channel": Channel.PAPER, "serial": "1", "typing": 1}
    over, why = OVER[method]
    for marks, code in foreign(method):
        for way in (slip, paper):
            told = vote.room.refused(casting.cast, poll_id=vote.poll, marks=marks, **way)
            assert told.code == code, marks
            in_both_languages(told)
    told = vote.room.refused(casting.cast, poll_id=vote.poll, marks=over, **slip)
    assert (told.code, told.params["why"]) == ("ballot_spoilt", why)
    assert vote.urn().count().ballots == 0
    vote.room.do(casting.cast, poll_id=vote.poll, marks=ballots[0], **slip)
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=2)
    assert vote.paper("1", over) == "counted"
    assert vote.paper("2", None) == "counted"
    vote.close()
    count = vote.count()
    assert count.spoilt == ((why, 1),)
    assert (count.ballots, count.valid, vote.row().unread) == (2, 1, 1)
    with using("zh_CN"):
        assert counting.spoilt(why)


@pytest.mark.parametrize("method", METHODS)
def test_counted_hands(vote: Vote, method: str) -> None:
    question, options, _ballots, setup = VOTES[method]
    if method not in HANDS_METHODS:
        with pytest.raises(Refusal) as refused:
            vote.prepare(question, method.partition("/")[0], options, channels=(Channel.HANDS,), **setup)
        assert refused.value.code == "hands_cannot_say"
        in_both_languages(refused.value)
        return
    vote.prepare(question, method.partition("/")[0], options, channels=(Channel.HANDS,), **setup)
    vote.open()
    row: dict[str, Any] = {"poll_id": vote.poll, "position": 1, "mark": 1, "teller": 1}
    for changed, code in (
        ({"hands": -1}, "hands_over_rest"),
        ({"hands": 8}, "hands_over_rest"),
        ({"hands": 10**30}, "hands_over_rest"),
        ({"hands": 1, "position": 9}, "gone"),
        ({"hands": 1, "mark": 5}, "gone"),
        ({"hands": 1, "teller": 3}, "gone"),
    ):
        told = vote.room.refused(casting.report_rest, **(row | changed))
        assert told.code == code, changed
        in_both_languages(told)
