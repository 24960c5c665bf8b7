"""An obvious majority is a result of its own: a verdict without a figure, everywhere."""

from datetime import date

from meeting_app.actions import polls
from meeting_app.actions.attendance import check_out
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.rules.trace import Verdict
from meeting_app.queries.minutes import decision_notice_paper, minutes_paper
from meeting_app.queries.polls import hands_view
from meeting_app.queries.slides import current_slide
from meeting_app.ui.console.live import result_presenter
from meeting_app.ui.slides import accessible_text
from tests.actions.hall import begin
from tests.documents.samples import mark
from tests.votes.steps import Vote
from tests.votes.test_agreement import text_of

MARK = mark("晨居会〔2026〕1号")


def declared(vote: Vote, choice: Choice = Choice.FOR) -> str:
    """A count of hands that the chair ends by seeing enough."""
    begin(vote.room, vote.hall, vote.hall.vote)
    poll = vote.room.do(polls.open_poll, item_id=vote.hall.vote)
    vote.room.do(polls.count_choice, poll_id=poll, choice=choice)
    vote.room.do(polls.declare_majority, poll_id=poll)
    return poll


def test_console_hall_and_papers_show_no_figure(qapp: object, vote: Vote) -> None:
    vote.room.do(polls.publish_result, poll_id=declared(vote))
    view = vote.room.ask(hands_view, item_id=vote.hall.vote)
    assert view is not None
    shown = result_presenter.result(view)
    assert shown is not None
    assert (shown.verdict, shown.parts, shown.figure) == ("adopted", (), "not counted")
    slide = vote.room.ask(current_slide, meeting_id=vote.hall.meeting, now=vote.room.time())
    said = accessible_text(slide, vote.room.time())
    assert shown.sentence in said
    assert "0 people" not in said
    record = text_of(minutes(vote.room.ask(minutes_paper, meeting_id=vote.hall.meeting, mark=MARK)))
    paper = vote.room.ask(
        decision_notice_paper, meeting_id=vote.hall.meeting, mark=MARK, posted_on=date(2026, 11, 29)
    )
    for text in (record, text_of(decision_notice(paper))):
        assert "主持人确认明显多数同意" in text
        assert "占到会" not in text


def test_against_and_without_a_quorum(vote: Vote) -> None:
    poll = declared(vote, Choice.AGAINST)
    again = vote.room.do(polls.recount, poll_id=poll, reason="有人要求计票")
    vote.room.do(polls.count_choice, poll_id=again, choice=Choice.ABSTAIN)
    told = vote.room.refused(polls.declare_majority, poll_id=again)
    assert told.code == "majority_of_abstentions"
    for person in vote.hall.people[:4]:
        vote.room.do(check_out, meeting_id=vote.hall.meeting, person_id=person)
    few = vote.room.do(polls.recount, poll_id=again, reason="有人离开")
    assert vote.room.do(polls.declare_majority, poll_id=few) is Verdict.NO_QUORUM
