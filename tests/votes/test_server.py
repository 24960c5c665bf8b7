"""A secret vote whose records are on a server: its ballot box is a file of the laptop that opened it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from meeting_app.actions.votes import casting, running, slips
from meeting_app.app.profile import Installation
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.ballot_papers import papers_printed
from meeting_app.queries.vote_view import vote_view
from meeting_app.storage.store import Store
from meeting_app.storage.urn import open_urns
from tests.actions.hall import furnish
from tests.postgres import Cluster
from tests.storage.desks import Room
from tests.votes.steps import YES, Vote


@pytest.fixture
def laptops(postgres: Cluster, tmp_path: Path) -> Iterator[tuple[Vote, Room]]:
    """The hall's records on a server, at the laptop that counts and at another one."""
    url = postgres.fresh()
    profiles = [Installation(tmp_path / name) for name in ("first", "second")]
    first, second = (Room(Store.open_url(url, profile.urns), station=profile.station) for profile in profiles)
    yield Vote(first, furnish(first)), second
    for room in (first, second):
        room.close()
        room.store.close()


@pytest.mark.postgresql
def test_the_box_is_at_the_laptop_that_printed_the_papers(laptops: tuple[Vote, Room]) -> None:
    vote, other = laptops
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.room.do(slips.make_paper_slips, poll_id=vote.poll, count=9)
    codes = sorted(vote.room.ask(papers_printed, poll_id=vote.poll))
    assert (len(codes), open_urns(vote.room.store.urns), open_urns(other.store.urns)) == (9, (vote.poll,), ())
    assert other.refused(slips.make_paper_slips, poll_id=vote.poll, count=9).code == "urn_elsewhere"
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=6)
    assert vote.paper(codes[0], YES) == "counted"
    typed: dict[str, Any] = {
        "poll_id": vote.poll,
        "channel": Channel.PAPER,
        "marks": YES,
        "serial": codes[1],
        "typing": 1,
    }
    assert other.refused(casting.cast, **typed).code == "urn_missing"
    there = other.ask(vote_view, item_id=vote.hall.vote)
    assert there is not None
    assert not there.urn_here
    for code in codes[1:6]:
        vote.paper(code, YES)
    vote.close()
    assert open_urns(vote.room.store.urns) == ()
    vote.count()
    assert vote.outcome.verdict is Verdict.ADOPTED
    counted = other.ask(vote_view, item_id=vote.hall.vote)
    assert counted is not None
    assert counted.result is not None
