"""Five hundred votes from eight threads: each is stored and acknowledged once, or refused with its reason."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from meeting_app.actions.votes import casting, running
from meeting_app.actions.votes.casting import Receipt
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.vote_plan import Channel
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Ballot, PollRight
from meeting_app.storage.urn_writer import new_slip
from meeting_app.storage.work import Work
from tests.actions.hall import furnish
from tests.postgres import Cluster
from tests.storage.desks import Room
from tests.votes.steps import YES, Vote

VOTES = 500
THREADS = 8
# Five seconds on a laptop that does nothing else; the machines of the tests do (the bench measures).
PATIENCE_S = 60


@pytest.fixture(params=["file", pytest.param("server", marks=pytest.mark.postgresql)])
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vote]:
    """The hall in a file and on a server."""
    if request.param == "file":
        yield request.getfixturevalue("vote")
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    room = Room(Store.open_url(cluster.fresh(), tmp_path / "urns"))
    yield Vote(room, furnish(room))
    room.close()
    room.store.close()


def enough_rights(work: Work, *, poll_id: str, handed: int) -> tuple[str, ...]:
    """More voting rights than the small hall has, each with a ballot in hand."""
    rights = [PollRight(poll_id=poll_id, position=100 + number, handed=True) for number in range(handed)]
    for right in rights:
        work.add(right)
    return tuple(right.id for right in rights)


def ended(vote: Vote, keys: Sequence[dict[str, Any]]) -> list[str]:
    """What became of all requests; each tenth voter also sends another vote and then the first once more."""
    futures: list[Future[Receipt]] = []

    def send(part: Sequence[tuple[int, dict[str, Any]]]) -> None:
        for number, key in part:
            attempts = ("first", "second", "first") if number % 10 == 0 else ("first",)
            futures.extend(
                vote.room.desk.do(
                    casting.cast, poll_id=vote.poll, marks=YES, request=f"{number} {attempt}", **key
                )
                for attempt in attempts
            )  # fmt: skip

    begun = time.perf_counter()
    numbered = list(enumerate(keys))
    threads = [threading.Thread(target=send, args=(numbered[at::THREADS],)) for at in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = [_end(future) for future in futures]
    took = time.perf_counter() - begun
    print(f"{len(told)} requests of {len(keys)} voters answered in {took:.2f} s")
    assert took < PATIENCE_S
    return told


def _end(future: "Future[Receipt]") -> str:
    try:
        return future.result(PATIENCE_S).state
    except Refusal as refusal:
        return refusal.code


def test_a_secret_vote(crowd: Vote) -> None:
    crowd.prepare(secret=True, channels=(Channel.PHONE,))
    crowd.print_slips(7)
    crowd.open()
    crowd.room.do(running.hand_out, poll_id=crowd.poll, issued=7)
    more = [new_slip() for _ in range(VOTES - 7)]
    crowd.urn().add_slips(more)
    told = ended(crowd, [{"channel": Channel.PHONE, "slip": one.short} for one in (*crowd.slips, *more)])
    assert (told.count("stored"), told.count("again"), told.count("slip_spent")) == (500, 50, 50)
    assert crowd.urn().count().ballots == VOTES


def test_an_open_vote(crowd: Vote) -> None:
    crowd.prepare()
    crowd.open()
    rights = crowd.room.do(enough_rights, poll_id=crowd.poll, handed=VOTES)
    told = ended(crowd, [{"channel": Channel.KEYPAD, "right_id": right} for right in rights])
    assert (told.count("stored"), told.count("again"), told.count("voted_already")) == (500, 50, 50)
    with crowd.room.store.read() as session:
        kept = session.query(Ballot).filter(Ballot.poll_id == crowd.poll).all()
        assert len(kept) == len({ballot.right_id for ballot in kept}) == VOTES
