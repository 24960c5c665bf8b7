"""The printed ballots of a secret vote: their codes are slips of the urn, once only, and filed nowhere."""

from collections.abc import Iterator
from typing import Any

import pytest

from meeting_app.actions.papers import PaperRoom
from meeting_app.actions.votes import casting, running, slips
from meeting_app.domain.codes import in_groups, paper_payload
from meeting_app.domain.rules.trace import StepCode, Verdict
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.paper_list import paper_bytes
from meeting_app.queries.records import Records
from tests.documents import tools
from tests.votes.steps import NO, YES, Vote


@pytest.fixture
def papers(vote: Vote) -> Iterator[PaperRoom]:
    """The room in which papers are made."""
    room = PaperRoom(vote.room.desk, Records(vote.room.store))
    yield room
    room.close()


def test_from_the_printer_to_the_list_of_counted_codes(vote: Vote, papers: PaperRoom) -> None:
    vote.prepare(secret=True, channels=(Channel.PAPER, Channel.PHONE))
    filed = papers.issue("ballot", vote.hall.meeting).result()
    kept = vote.room.ask(paper_bytes, paper_id=filed.paper_id)
    assert kept is not None
    assert "样票" in tools.text(kept)
    assert tools.codes(kept) == []
    run = papers.run(filed.paper_id).result()
    codes = vote.urn().paper_codes()
    assert len(codes) == 13
    assert sorted(tools.codes(run)) == sorted(paper_payload(code.long) for code in codes)
    assert all(in_groups(code.short) in tools.text(run) for code in codes)
    assert sorted(tools.codes(papers.run(filed.paper_id).result())) == sorted(tools.codes(run))
    assert not any(code.short.encode() in kept or code.long.encode() in kept for code in codes)

    vote.open()
    told = vote.room.refused(running.hand_out, poll_id=vote.poll, issued=14, replaced=7)
    assert told.code == "more_issued_than_printed"
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=4)
    assert vote.paper(f"{codes[0].short[:4]} {codes[0].short[4:].lower()}", YES) == "counted"
    assert vote.paper(paper_payload(codes[1].long), NO) == "counted"
    cast: dict[str, Any] = {"poll_id": vote.poll, "channel": Channel.PAPER, "marks": YES, "typing": 1}
    assert vote.room.refused(casting.cast, **cast, serial=codes[1].short).code == "paper_counted"
    assert vote.room.refused(casting.cast, **cast, serial="0017").code == "paper_unknown"
    phone: dict[str, Any] = {"poll_id": vote.poll, "channel": Channel.PHONE, "marks": YES, "request": "r"}
    vote.room.do(casting.cast, **phone, slip=in_groups(codes[2].short))
    assert vote.room.refused(casting.cast, **cast, serial=codes[2].long).code == "paper_voted_otherwise"

    vote.room.do(slips.replace_paper, poll_id=vote.poll, serial=codes[3].short)
    assert (vote.row().issued, vote.row().replaced) == (5, 1)
    assert vote.room.refused(casting.cast, **cast, serial=codes[3].short).code == "paper_replaced"
    assert vote.room.refused(running.hand_out, poll_id=vote.poll, issued=5).code == "fewer_replaced"
    more = papers.more_ballots(vote.poll, 2).result()
    assert len(tools.codes(more)) == 2
    assert not set(tools.codes(more)) & set(tools.codes(run))
    assert vote.paper(tools.codes(more)[0], YES) == "counted"
    vote.close()
    vote.count()
    # Four votes of seven present are enough to count and too few to adopt; 5 - 1 papers balance with 4 cast.
    assert (vote.outcome.verdict, vote.outcome.found(StepCode.RECONCILIATION)[0].holds) == (
        Verdict.NOT_ADOPTED,
        True,
    )
    mine = {code.short for code in codes[:2]}
    counted = vote.row().paper_codes.split("\n")
    assert (len(counted), mine < set(counted), counted == sorted(counted)) == (3, True, True)
    assert papers.run(filed.paper_id).result() == kept


def test_papers_are_printed_only_where_the_box_is(vote: Vote, papers: PaperRoom) -> None:
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.room.do(slips.make_paper_slips, poll_id=vote.poll, count=3)
    told = vote.room.refused(slips.make_paper_slips, poll_id=vote.poll, count=9_999)
    assert told.code == "slips_number"
    box = vote.urn()
    away = box.path.with_suffix(".elsewhere")
    box.path.rename(away)
    vote.room.desk.seat = type(vote.room.desk.seat)("another", "")
    assert vote.room.refused(slips.make_paper_slips, poll_id=vote.poll, count=3).code == "urn_elsewhere"
    away.rename(box.path)
    vote.room.do(slips.make_paper_slips, poll_id=vote.poll, count=4)


def test_a_vote_by_name_has_no_codes_to_print(vote: Vote, papers: PaperRoom) -> None:
    vote.prepare()
    assert vote.room.refused(slips.make_paper_slips, poll_id=vote.poll, count=3).code == "channel_closed"
    filed = papers.issue("ballot", vote.hall.meeting).result()
    assert papers.run(filed.paper_id).result() == vote.room.ask(paper_bytes, paper_id=filed.paper_id)
