"""Console, projector, minutes and notice say the same of a vote: they are made from one result."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument

from meeting_app.actions.votes import counting, running
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.i18n import using
from meeting_app.queries import vote_words
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.papers_vote import published_ballots
from meeting_app.queries.slides import current_slide
from meeting_app.queries.vote_result import VoteResult, vote_result
from meeting_app.queries.vote_view import VoteView, vote_view
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.slides import accessible_text
from tests.documents.samples import mark
from tests.votes.steps import Vote
from tests.votes.test_bundle import VOTES, counted

MARK = mark("晨居会〔2026〕1号")


def text_of(pdf: bytes) -> str:
    """All text of a paper without blanks and line ends."""
    document = PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage() for number in range(len(document))]
        return "".join("".join(page.get_text_range().split()) for page in pages)
    finally:
        document.close()


def bare(text: str) -> str:
    """Without blanks: a paper breaks its lines where it likes."""
    return "".join(text.split())


@pytest.mark.parametrize("method", VOTES)
def test_everything_that_shows_a_result_shows_the_same(qapp: object, vote: Vote, method: str) -> None:
    counted(vote, method)
    vote.publish()
    ask = vote.room.ask
    result: VoteResult | None = ask(vote_result, poll_id=vote.poll)
    view: VoteView | None = ask(vote_view, item_id=vote.hall.vote)
    assert result is not None
    assert view is not None
    assert view.result == result
    slide = ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())
    with using("zh_CN"):
        said, verdict = vote_words.sentence(result), vote_words.verdict(result)
        projector = accessible_text(slide, vote.room.time())
        console = presenter.steps_text(view)
    (printed,) = ask(published_ballots, meeting_id=vote.hall.meeting)
    assert (printed.sentence, printed.verdict) == (said, verdict)
    assert said in projector
    assert verdict in projector
    assert printed.rounds == console
    record = text_of(minutes(ask(minutes_paper, meeting_id=vote.hall.meeting, mark=MARK)))
    notice = text_of(
        decision_notice(
            ask(decision_notice_paper, meeting_id=vote.hall.meeting, mark=MARK, posted_on=date(2026, 11, 29))
        )
    )
    for paper in (record, notice):
        assert bare(said) in paper
        assert bare(vote_words_turnout(result)) in paper
        assert all(bare(option.name) in paper for option in printed.options)
        assert bare(f"依据：{printed.law}。") in paper
    assert bare(printed.code) in record


def vote_words_turnout(result: VoteResult) -> str:
    """The turnout in Chinese."""
    with using("zh_CN"):
        return vote_words.turnout(result)


def test_the_minutes_say_what_was_changed_and_why(vote: Vote) -> None:
    vote.prepare(reason="有人要求逐人记票")
    vote.open()
    vote.close()
    vote.room.do(running.reopen_vote, poll_id=vote.poll, reason="有人还没投")
    vote.close()
    vote.count()
    vote.room.do(counting.recount_vote, poll_id=vote.poll, reason="有人没看清")
    vote.poll = vote.room.do(running.annul_vote, poll_id=vote.poll, reason="票数有疑问")
    record = text_of(minutes(vote.room.ask(minutes_paper, meeting_id=vote.hall.meeting, mark=MARK)))
    for said in (
        "通知张贴后改了这次表决的办法，理由：有人要求逐人记票",
        "表决结束后又继续投票，理由：有人还没投",
        "重新数了一遍票，理由：有人没看清",
        "这次表决作废，重新表决，理由：票数有疑问",
    ):
        assert said in record
