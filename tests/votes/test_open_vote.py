"""An open vote: one ballot for each voting right whatever the channel, hands only as the rest."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from meeting_app.actions import people
from meeting_app.actions.attendance import check_in
from meeting_app.actions.meetings import invite
from meeting_app.actions.undo import undo_last
from meeting_app.actions.votes import casting, counting, planning, running
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, PollState, Question
from meeting_app.storage.tables import Ballot, Decision
from tests.actions.hall import open_hall
from tests.votes.steps import ABSTAIN, AGREE, CANDIDATES, NO, YES, Vote

ROOT = Path(__file__).resolve().parents[2]


def test_a_vote_by_names_from_beginning_to_end(vote: Vote) -> None:
    vote.prepare()
    vote.open()
    for person, marks in enumerate((YES, YES, YES, YES, NO, ABSTAIN)):
        assert vote.cast(person, marks) == "stored"
    shown = vote.close()
    assert vote.row().sheet == b"1\n-1\n0\n1\n1\n1\n1\n"
    assert vote.row().sheet_hash == shown
    count = vote.count()
    assert (count.valid, count.standing) == (6, (4,))
    assert vote.outcome.verdict is Verdict.ADOPTED
    assert (vote.outcome.eligible, vote.outcome.present, vote.outcome.not_voting) == (9, 7, 1)
    vote.publish()
    assert vote.row().state == PollState.PUBLISHED
    with vote.room.store.read() as session:
        assert session.query(Decision).one().text == "方案一"


def test_nobody_votes_twice_and_a_repeated_request_is_one_vote(vote: Vote) -> None:
    vote.prepare()
    vote.open()
    assert vote.cast(0, YES, request="r1") == "stored"
    assert vote.cast(0, YES, request="r1") == "again"
    right = vote.rights()[vote.hall.people[0]]
    told = vote.room.refused(
        casting.cast, poll_id=vote.poll, channel=Channel.KEYPAD, marks=NO, right_id=right, request="r2"
    )
    assert (told.code, told.params["name"]) == ("voted_already", "王桂兰")
    vote.room.do(casting.take_back_ballot, poll_id=vote.poll, right_id=right)
    assert vote.cast(0, NO) == "stored"
    vote.room.do(undo_last)
    assert vote.cast(0, YES) == "stored"
    with pytest.raises(Refusal, match="voted_already"):  # requests without a key are never the same one
        vote.cast(0, NO)


def test_what_no_ballot_can_say_is_refused(vote: Vote) -> None:
    vote.prepare(Question.SEVERAL, "choose_k", CANDIDATES, limit=2, seats=2)
    vote.open()
    rights = vote.rights()
    here, away = rights[vote.hall.people[0]], rights[vote.hall.people[8]]

    def refused(marks: tuple[int | None, ...] | None, right: str = here, **more: object) -> str:
        chosen = {"channel": Channel.KEYPAD, **more}
        told = vote.room.refused(casting.cast, poll_id=vote.poll, marks=marks, right_id=right, **chosen)
        return told.code

    assert refused((1, 1, 1)) == "ballot_spoilt"
    assert refused((1, 1)) == "ballot_other_question"
    assert refused((7, None, None)) == "ballot_spoilt"
    assert refused(None) == "ballot_spoilt"
    for strange in (True, 1.0, "1", 10**30):  # kept, it would stop the count of all the others
        assert refused((strange, None, None)) == "ballot_spoilt"  # type: ignore[arg-type]
    assert refused((1, None, None), right=away) == "not_present"
    assert refused((1, None, None), right="0" * 32) == "gone"
    assert refused((1, None, None), channel=Channel.PHONE) == "channel_closed"
    assert refused((1, None, None), channel=Channel.HANDS) == "channel_closed"


def test_counted_hands_are_only_the_rest(vote: Vote) -> None:
    vote.prepare(channels=(Channel.KEYPAD, Channel.HANDS))
    vote.open()
    vote.cast(0, YES)
    vote.cast(1, NO)

    def report(mark: int, hands: int | None, teller: int = 1) -> None:
        vote.room.do(
            casting.report_rest, poll_id=vote.poll, position=1, mark=mark, teller=teller, hands=hands
        )

    report(1, 3)
    told = vote.room.refused(casting.report_rest, poll_id=vote.poll, position=1, mark=-1, teller=1, hands=3)
    assert (told.code, told.params["rest"]) == ("hands_over_rest", 5)
    report(-1, 2)
    report(0, 0)
    assert vote.room.refused(running.close_vote, poll_id=vote.poll).code == "rest_open"
    for mark, hands in ((1, 3), (-1, 2), (0, 0)):
        report(mark, hands, teller=2)
    assert vote.room.refused(
        casting.report_rest, poll_id=vote.poll, position=9, mark=1, teller=1, hands=1
    ).code == "gone"  # fmt: skip
    vote.close()
    assert vote.count().standing == (4,)
    assert vote.row().by_channel == '{"hands": 5, "keypad": 2}'


def test_a_vote_between_counting_hands_and_closing_is_noticed(vote: Vote) -> None:
    vote.prepare(channels=(Channel.KEYPAD, Channel.HANDS))
    vote.open()
    for mark, hands in ((1, 4), (-1, 3), (0, 0)):
        for teller in (1, 2):
            vote.room.do(
                casting.report_rest, poll_id=vote.poll, position=1, mark=mark, teller=teller, hands=hands
            )
    vote.cast(0, YES)
    assert vote.room.refused(running.close_vote, poll_id=vote.poll).code == "hands_over_rest"


def test_what_was_announced_changes_only_with_a_reason(vote: Vote) -> None:
    told = vote.room.refused(
        planning.prepare_vote, item_id=vote.hall.vote, question=Question.AGREE, method="yes_no",
        options=AGREE,
        setup=Setup(1), reason=" ",
    )  # fmt: skip
    assert told.code == "text_needed"
    vote.prepare(reason="会议决定记名")
    assert vote.notes() == ["会议决定记名"]
    vote.prepare(Question.ONE, "choose_one", CANDIDATES, reason="三选一")
    assert vote.row().state == PollState.ANNOUNCED
    vote.room.do(planning.drop_vote, item_id=vote.hall.vote, reason="仍然举手")
    assert vote.notes()[-1] == "仍然举手"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"question": Question.MONEY}, "method_for_other_question"),
        ({"options": (("甲", 0), ("甲", 0))}, "option_twice"),
        ({"options": (("甲", 0),)}, "options_number"),
        ({"options": (("甲", 0), ("乙", -1))}, "money_negative"),
        ({"options": (("甲", 0), ("乙", 2**63))}, "money_too_large"),
        ({"setup": Setup(3, limit=2, budget=10**30)}, "money_too_large"),
        ({"setup": Setup(3, limit=2, step=-1)}, "money_negative"),
        ({"channels": ()}, "channel_needed"),
        ({"secret": True}, "channel_not_secret"),
        ({"channels": (Channel.HANDS,)}, "hands_cannot_say"),
        ({"setup": Setup(3, seats=5, limit=1)}, "tally_seats"),
        ({"setup": Setup(3, limit=9)}, "tally_limit"),
    ],
)
def test_a_vote_that_cannot_be_is_refused(vote: Vote, change: dict[str, object], code: str) -> None:
    plan: dict[str, object] = {
        "question": Question.SEVERAL, "method": "choose_k", "options": CANDIDATES, "setup": Setup(3, limit=2),
        "secret": False, "channels": (Channel.KEYPAD,), "reason": "x",
    }  # fmt: skip
    told = vote.room.refused(planning.prepare_vote, item_id=vote.hall.vote, **{**plan, **change})
    assert told.code == code


def test_reopening_annulling_and_counting_again(vote: Vote) -> None:
    vote.prepare()
    vote.open()
    vote.cast(0, YES)
    vote.close()
    vote.room.do(running.reopen_vote, poll_id=vote.poll, reason="关早了")
    vote.cast(1, YES)
    vote.close()
    vote.count()
    vote.room.do(counting.recount_vote, poll_id=vote.poll, reason="有人要求重计")
    assert vote.count().standing == (2,)
    again = vote.room.do(running.annul_vote, poll_id=vote.poll, reason="票面有误")
    assert vote.row().state == PollState.ANNULLED
    assert vote.notes()[1:] == ["关早了", "有人要求重计", "票面有误"]
    vote.poll = again
    assert (vote.row().state, vote.row().round) == (PollState.ANNOUNCED, 2)
    vote.room.do(running.open_vote, poll_id=again)
    assert vote.room.refused(running.open_vote, poll_id=again).code == "poll_state"


def test_a_tie_is_a_result_and_the_lot_is_drawn_in_public(vote: Vote) -> None:
    vote.prepare(Question.ONE, "choose_one", CANDIDATES)
    vote.open()
    for person, choice in enumerate((0, 0, 1, 1, 2)):
        marks = tuple(1 if place == choice else None for place in range(3))
        vote.cast(person, marks)
    shown = vote.close()
    tied = vote.count()
    assert tied.tie is not None
    assert vote.outcome.verdict is Verdict.TIE
    lot = {"number": "40718", "drawn_by": "吴敏"}
    vote.room.do(counting.draw_lot, poll_id=vote.poll, **lot)
    drawn = vote.count()
    assert drawn.tie is None
    assert drawn.winners[0] in tied.tie.options
    assert (vote.row().sheet_hash, vote.outcome.verdict) == (shown, Verdict.ELECTED)
    assert vote.room.refused(counting.draw_lot, poll_id=vote.poll, **lot).code == "lot_not_needed"
    vote.room.do(undo_last)
    assert vote.room.refused(undo_last).code == "undo_final"


def test_a_count_of_other_ballots_is_not_taken(vote: Vote) -> None:
    vote.prepare()
    vote.open()
    vote.cast(0, YES)
    vote.close()
    count = vote.count()
    vote.room.do(counting.recount_vote, poll_id=vote.poll, reason="x")
    told = vote.room.refused(
        counting.record_count, poll_id=vote.poll, sheet_hash="0" * 64, lot_number="", count=count
    )
    assert told.code == "count_of_other_ballots"


def test_an_opinion_is_asked_of_everybody_who_was_called(vote: Vote) -> None:
    vote.room.do(
        invite, meeting_id=vote.hall.meeting, person_ids=(vote.hall.guest,), capacity="guest", votes=False
    )
    vote.room.do(check_in, meeting_id=vote.hall.meeting, person_id=vote.hall.guest)
    vote.prepare(rule="hearing_straw_poll")
    vote.open()
    assert vote.hall.guest in vote.rights()
    vote.cast(0, YES)
    vote.close()
    vote.count()
    assert (vote.outcome.verdict, vote.outcome.eligible) == (Verdict.NOTED, 10)


CAST_AND_DIE = """
import os, signal, sys
from pathlib import Path
from meeting_app.actions.votes import casting
from meeting_app.domain.vote_plan import Channel
from tests.actions.hall import open_hall
room = open_hall(Path(sys.argv[1]))
room.desk.committed.append(lambda _number: os.kill(os.getpid(), signal.SIGKILL))
vote = {"poll_id": sys.argv[2], "right_id": sys.argv[3], "marks": (1,), "request": "once"}
room.do(casting.cast, channel=Channel.KEYPAD, **vote)
"""


def test_killed_between_stored_and_acknowledged(vote: Vote) -> None:
    """The program dies right after the commit, before anybody is answered: the vote is there once."""
    vote.prepare()
    vote.open()
    right = vote.rights()[vote.hall.people[0]]
    file = vote.room.store.file
    assert file is not None
    vote.room.close()
    vote.room.store.close()
    child = subprocess.run(
        [sys.executable, "-c", CAST_AND_DIE, str(file), vote.poll, right],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, capture_output=True,
    )  # fmt: skip
    assert child.returncode == -signal.SIGKILL, child.stderr
    vote.room = open_hall(file)
    try:
        assert vote.cast(0, YES, request="once") == "again"
        with pytest.raises(Refusal, match="voted_already"):
            vote.cast(0, NO)
        with vote.room.store.read() as session:
            assert session.query(Ballot).count() == 1
        vote.close()
        assert vote.row().sheet == b"1\n1\n"
    finally:
        vote.room.close()
        vote.room.store.close()


def test_who_may_vote_now_is_not_merged_into_another_record(vote: Vote) -> None:
    """The right would stay with a record that nobody is in the room with."""
    vote.prepare()
    vote.open()
    two = {"keep_id": vote.hall.people[0], "gone_id": vote.hall.people[1]}
    assert vote.room.refused(people.merge_people, **two).code == "poll_open"
    vote.room.do(people.merge_people, keep_id=vote.hall.people[0], gone_id=vote.hall.guest)
    vote.close()
    vote.room.do(people.merge_people, **two)
