"""How far people go along: typed as printed, shown as five bars a proposal, and no verdict."""

import pytest

from meeting_app.documents.ballot import wording
from meeting_app.documents.minutes import minutes
from meeting_app.domain.ballot_entry import entry_of, marks_from
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.minutes import minutes_paper
from meeting_app.queries.papers_ballot import BallotQuestion
from meeting_app.queries.slides import current_slide
from meeting_app.queries.vote_result import vote_result
from meeting_app.queries.vote_spread import spreads
from meeting_app.ui.slides import accessible_text
from meeting_app.wording.tally_money import AGREEMENT
from tests.documents.samples import mark
from tests.votes.steps import Vote
from tests.votes.test_agreement import text_of

PLANS = (("方案甲", 0), ("方案乙", 0))


def test_a_step_is_typed_by_the_number_that_is_printed_above_its_box() -> None:
    printed = wording.step_numbers(BallotQuestion("gradient", "态度"))
    assert printed == ("5", "4", "3", "2", "1")
    with using("zh_CN"):
        assert len(AGREEMENT) == len(wording.GRADES) == len(printed)
    for at, number in enumerate(printed):
        # The first box from the left is full support, in the count as on the paper.
        assert marks_from("gradient", number, 1) == (5 - at,)
    assert marks_from("gradient", "4 0 1", 3) == (4, None, 1)
    assert marks_from("gradient", "", 2) == (None, None)
    assert entry_of("gradient", (4, None, 1)) == "4 0 1"
    with pytest.raises(Refusal, match="entry_steps"):
        marks_from("gradient", "6", 1)
    with pytest.raises(Refusal, match="entry_points"):
        marks_from("gradient", "4", 2)
    assert wording.step_numbers(BallotQuestion("gradient", "态度", grades=("好", "不好"))) == ()


def test_a_picture_of_the_hall_and_no_verdict(qapp: object, vote: Vote) -> None:
    vote.prepare(Question.AGREE, "gradient", PLANS)
    vote.open()
    for person, typed in enumerate(("5 1", "5 0", "4 2", "1 2", "3 2")):
        vote.cast(person, marks_from("gradient", typed, 2))
    vote.close()
    vote.count()
    vote.publish()
    result = vote.room.ask(vote_result, poll_id=vote.poll)
    assert result is not None
    assert result.verdict == Verdict.NOTED
    assert [one.voices for one in spreads(result)] == [(2, 1, 1, 0, 1), (0, 0, 0, 3, 1)]
    with using("zh_CN"):
        slide = vote.room.ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())
        said = accessible_text(slide, vote.room.time())
        sentence = vote_words.sentence(result)
    assert "方案甲: 全力支持 2、支持 1、可以接受 1、不赞成但不阻拦 0、不能接受 1" in said
    assert "不是表决结果" in sentence
    record = text_of(
        minutes(vote.room.ask(minutes_paper, meeting_id=vote.hall.meeting, mark=mark("晨居会〔2026〕1号")))
    )
    assert "意见已听取" in record
    assert "全力支持5支持4可以接受3不赞成但不阻拦2不能接受1" in record
