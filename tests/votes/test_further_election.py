"""An election goes on until its seats are filled: among the tied, or among those next in votes."""

import pytest

from meeting_app.actions.votes import counting, running
from meeting_app.actions.votes.again import vote_on_the_rest
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.vote_plan import Question
from meeting_app.queries.vote_facts import options_of, setup_of
from meeting_app.queries.vote_result import vote_result
from tests.votes.steps import CANDIDATES, Vote

FOUR = (*CANDIDATES, ("刘志强", 0))


def _ballots(vote: Vote, *lines: str) -> None:
    for person, line in enumerate(lines):
        vote.cast(person, tuple(int(mark) or None for mark in line))
    vote.close()
    vote.count()


def _follow(vote: Vote, *lines: str) -> None:
    vote.poll = vote.room.do(vote_on_the_rest, poll_id=vote.poll)
    vote.room.do(running.open_vote, poll_id=vote.poll)
    _ballots(vote, *lines)


def _names(vote: Vote) -> list[str]:
    with vote.room.store.read() as session:
        return [option.text for option in options_of(session, vote.poll)]


def test_seats_left_open_go_to_a_further_election(vote: Vote) -> None:
    vote.prepare(Question.PEOPLE, "election", FOUR, seats=2)
    vote.open()
    _ballots(vote, "1100", "1010", "1001", "1100", "1010", "1001", "0110")
    assert (vote.outcome.verdict, vote.outcome.chosen) == (Verdict.FURTHER, (0,))
    vote.publish()
    _follow(vote, "10", "10", "10", "01", "01", "00", "00")
    assert _names(vote) == ["李建国", "张秀英"]
    with vote.room.store.read() as session:
        setup = setup_of(vote.row(), options_of(session, vote.poll))
    assert (setup.seats, setup.variant) == (1, "further")
    assert (vote.outcome.verdict, vote.outcome.chosen) == (Verdict.ELECTED, (0,))
    vote.publish()
    assert vote.room.refused(vote_on_the_rest, poll_id=vote.poll).code == "vote_settled"


def test_fewer_than_a_third_fill_no_seat_and_no_other_vote_follows(vote: Vote) -> None:
    vote.prepare(Question.PEOPLE, "election", FOUR, seats=2)
    vote.open()
    _ballots(vote, "1100", "1010", "1001", "1100", "1010", "1001", "0110")
    vote.publish()
    _follow(vote, "10", "10", "01", "00", "00", "00", "00")
    assert (vote.outcome.verdict, vote.outcome.chosen, vote.outcome.further) == (Verdict.FURTHER, (), ())
    vote.publish()
    assert vote.room.refused(vote_on_the_rest, poll_id=vote.poll).code == "vote_settled"


def test_the_tied_are_voted_on_again_before_any_lot(vote: Vote) -> None:
    vote.prepare(Question.PEOPLE, "election", CANDIDATES, seats=2)
    vote.open()
    _ballots(vote, "110", "110", "110", "101", "101", "101", "011")
    assert (vote.outcome.verdict, vote.outcome.chosen, vote.outcome.tied) == (Verdict.TIE, (0,), (1, 2))
    vote.publish()
    first = vote.poll
    _follow(vote, "10", "10", "10", "01", "01", "00", "00")
    assert _names(vote) == ["李建国", "张秀英"]
    assert (vote.outcome.verdict, vote.outcome.chosen) == (Verdict.ELECTED, (0,))
    assert vote.room.refused(vote_on_the_rest, poll_id=first).code == "vote_settled"


def test_equal_once_more_the_lot_decides(vote: Vote) -> None:
    vote.prepare(Question.PEOPLE, "election", CANDIDATES, seats=2)
    vote.open()
    _ballots(vote, "110", "110", "110", "101", "101", "101", "011")
    vote.publish()
    _follow(vote, "10", "10", "10", "01", "01", "01", "00")
    assert (vote.outcome.verdict, vote.outcome.chosen) == (Verdict.TIE, ())
    vote.room.do(counting.draw_lot, poll_id=vote.poll, number="40729", drawn_by="吴敏")
    vote.count()
    assert (vote.outcome.verdict, len(vote.outcome.chosen)) == (Verdict.ELECTED, 1)


def test_nothing_follows_a_vote_that_is_not_confirmed(vote: Vote) -> None:
    vote.prepare(Question.PEOPLE, "election", CANDIDATES)
    assert vote.room.refused(vote_on_the_rest, poll_id=vote.poll).code in ("poll_state", "meeting_state")


@pytest.mark.parametrize("method", ["choose_one", "election"])
@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (("100", "100", "100", "010", "010", "010", "001"), Verdict.FURTHER),  # two lead, nobody has half
        (("100", "100", "100", "010"), Verdict.NO_QUORUM),
        (("100", "010"), Verdict.NO_QUORUM),
    ],
)
def test_who_leads_is_not_marked_where_nobody_is_elected(
    vote: Vote, method: str, lines: tuple[str, ...], verdict: Verdict
) -> None:
    question = Question.ONE if method == "choose_one" else Question.PEOPLE
    vote.prepare(question, method, CANDIDATES, rule="residents_election_representatives")
    vote.open()
    _ballots(vote, *lines)
    assert vote.outcome.verdict is verdict
    result = vote.room.ask(vote_result, poll_id=vote.poll)
    assert result is not None
    assert [(option.chosen, option.tied) for option in result.options] == [(False, False)] * 3
    refused = vote.room.refused(counting.draw_lot, poll_id=vote.poll, number="40718", drawn_by="吴敏")
    assert refused.code == "lot_not_needed"
