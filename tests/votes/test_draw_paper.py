"""抽签记录: what it takes to draw a lot again by hand, and the codes of papers that were counted."""

import hashlib
from collections.abc import Iterator

import pytest

from meeting_app.actions.draws import draw_people, list_people
from meeting_app.actions.papers import PaperRoom
from meeting_app.actions.votes import counting, running, slips
from meeting_app.documents.draw import draw_record
from meeting_app.domain.codes import in_groups
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.ballot_papers import papers_printed
from meeting_app.queries.draw_pool import Among, Feature
from meeting_app.queries.paper_list import paper_bytes
from meeting_app.queries.papers_draw import DrawPaper, draw_paper
from meeting_app.queries.records import Records
from meeting_app.queries.vote_bundle import vote_bundle
from tests.documents import tools
from tests.documents.samples import mark
from tests.votes.steps import CANDIDATES, YES, Vote

NUMBER = "40718"
MARK = mark("晨居抽〔2026〕1号")


@pytest.fixture
def papers(vote: Vote) -> Iterator[PaperRoom]:
    """The room in which papers are made."""
    room = PaperRoom(vote.room.desk, Records(vote.room.store))
    yield room
    room.close()


def drawn(vote: Vote) -> None:
    """Three helpers by lot, in the hall's meeting."""
    draw = vote.room.do(
        list_people, title="计票志愿者", among=Among.ADULTS, seats=3, features=(Feature.AGE,),
        meeting_id=vote.hall.meeting,
    )  # fmt: skip
    vote.room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="何平")


def tied(vote: Vote) -> None:
    """A choice that a lot decides."""
    vote.prepare(Question.ONE, "choose_one", CANDIDATES, rule="custom_yes_no")
    vote.open()
    for person, mark_at in enumerate((0, 0, 1, 1)):
        vote.cast(person, tuple(1 if at == mark_at else None for at in range(3)))
    vote.close()
    vote.count()
    vote.room.do(counting.draw_lot, poll_id=vote.poll, number=NUMBER, drawn_by="吴敏")
    vote.count()
    vote.publish()


def test_every_ticket_can_be_worked_out_from_the_paper(vote: Vote, papers: PaperRoom) -> None:
    with pytest.raises(Refusal, match="nothing_drawn"):
        papers.issue("draw", vote.hall.meeting).result()
    drawn(vote)
    tied(vote)
    paper: DrawPaper = vote.room.ask(draw_paper, meeting_id=vote.hall.meeting, mark=MARK)
    people, options = paper.lots
    assert (len(people.tickets), sum(one.chosen for one in people.tickets)) == (10, 3)
    assert [one.chosen for one in options.tickets] == [True, False]
    assert (people.drawn_by, options.drawn_by) == ("何*", "吴*")
    for lot in paper.lots:
        digests = []
        for one in lot.tickets:
            text = f"{lot.draw}|{lot.frozen}|{lot.number}|{one.text}"
            assert hashlib.sha256(text.encode()).hexdigest() == one.digest
            digests.append(one.digest)
        assert digests == sorted(digests)
    text = "".join(tools.text(draw_record(paper)).split())
    first = people.tickets[0]
    line = f"{people.draw}|{people.frozen}|{NUMBER}|{first.text}"
    assert "".join(line.split()) in text
    assert first.digest in text
    assert all(one.digest[:8].upper() in text for lot in paper.lots for one in lot.tickets)
    # The candidates stand there by their full names, as they stood on the ballot: that is asked about first.
    with pytest.raises(Refusal, match="paper_leaks"):
        papers.issue("draw", vote.hall.meeting).result()
    filed = papers.issue("draw", vote.hall.meeting, all_the_same=True).result()
    assert "抽签记录" in filed.title
    assert vote.room.ask(paper_bytes, paper_id=filed.paper_id)


def test_the_codes_of_counted_papers_are_in_the_bundle(vote: Vote) -> None:
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.room.do(slips.make_paper_slips, poll_id=vote.poll, count=9)
    codes = sorted(vote.room.ask(papers_printed, poll_id=vote.poll))
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=5)
    for code in codes[:4]:
        vote.paper(in_groups(code), YES)
    vote.paper(codes[4], None)
    vote.close()
    vote.count()
    files = vote.room.ask(vote_bundle, poll_id=vote.poll)
    assert files["codes.csv"].decode().splitlines() == ["code", *codes[:5]]
    assert len(files["ballots.csv"].splitlines()) == 1 + 4
