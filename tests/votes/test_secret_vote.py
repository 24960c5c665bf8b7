"""A secret vote: slips, typed paper, the seal, and what a kill between the disk and the answer leaves."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from meeting_app.actions import agenda, attendance
from meeting_app.actions.undo import undo_last
from meeting_app.actions.votes import casting, counting, running, slips
from meeting_app.domain.rules.trace import Verdict
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import Channel
from meeting_app.queries.journal import broken_link
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Ballot, ChangeRow, JournalRow
from meeting_app.storage.urn import Urn, open_urns
from tests.actions.hall import open_hall
from tests.votes.steps import NO, YES, Vote

ROOT = Path(__file__).resolve().parents[2]
PHONE = (Channel.PHONE,)


def secret(vote: Vote, channels: Sequence[Channel] = (Channel.PHONE, Channel.PAPER), drawn: int = 7) -> None:
    """A secret vote that is open, with slips handed out."""
    vote.prepare(secret=True, channels=channels)
    vote.print_slips(drawn)
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=drawn)


def by_phone(vote: Vote, slip: int, marks: Marks, request: str = "") -> str:
    """Somebody votes with a slip."""
    return vote.room.do(
        casting.cast, poll_id=vote.poll, channel=Channel.PHONE, marks=marks, slip=vote.slips[slip].short,
        request=request or f"request {slip}",
    ).state  # fmt: skip


def test_from_the_slip_to_the_seal(vote: Vote) -> None:
    secret(vote)
    assert open_urns(vote.room.store.urns) == (vote.poll,)
    for slip in range(4):
        assert by_phone(vote, slip, YES) == "stored"
    assert (
        vote.room.do(casting.exchange_slip, poll_id=vote.poll, slip=vote.slips[4].long, request="d").state
        == "stored"
    )
    assert vote.paper("11", NO) == "counted"
    assert vote.paper("12", None) == "counted"
    vote.close()
    assert open_urns(vote.room.store.urns) == ()
    row = vote.row()
    assert (row.sheet, row.unread) == (b"1\n-1\n1\n1\n1\n1\n", 1)
    assert json.loads(row.by_channel) == {"paper": 2, "phone": 4}
    vote.count()
    assert vote.outcome.verdict is Verdict.UNRECONCILED
    told = vote.room.refused(counting.publish_vote, poll_id=vote.poll)
    assert (told.code, told.params["difference"]) == ("turnout_papers_missing", 1)
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=7, not_returned=1)
    vote.publish()
    assert vote.row().verdict == Verdict.ADOPTED
    assert vote.room.ask(broken_link) is None  # what the feed told of the urn is missing in no journal
    told = vote.room.refused(running.reopen_vote, poll_id=vote.poll, reason="x")
    assert told.code == "poll_state"


def test_who_voted_secretly_may_leave_before_the_close(vote: Vote) -> None:
    """Seven votes of seven who were there: nobody put one in too many."""
    secret(vote, PHONE)
    for slip in range(7):
        by_phone(vote, slip, YES)
    for person in vote.hall.people[:3]:
        vote.room.do(attendance.check_out, meeting_id=vote.hall.meeting, person_id=person)
    vote.close()
    vote.count()
    assert (vote.outcome.verdict, vote.outcome.present) == (Verdict.ADOPTED, 7)


def test_the_records_never_learn_who_cast(vote: Vote) -> None:
    secret(vote)
    with vote.room.store.read() as session:
        before = session.query(JournalRow).count()
    by_phone(vote, 3, YES, request="phone of somebody")
    vote.paper("11", NO)
    with vote.room.store.read() as session:
        assert session.query(JournalRow).count() == before
        assert session.query(Ballot).count() == 0
        news = [row.rows for row in session.query(ChangeRow).order_by(ChangeRow.number)][-3:]
    assert news == [f'{{"urn": ["{vote.poll}"]}}'] * 3
    assert vote.room.store.file is not None
    wal = vote.room.store.file.with_name(vote.room.store.file.name + "-wal")
    content = vote.room.store.file.read_bytes() + wal.read_bytes()
    assert not any(code.encode() in content for slip in vote.slips for code in (slip.short, slip.long))


def test_a_slip_is_good_once_and_typings_must_agree(vote: Vote) -> None:
    secret(vote)
    assert by_phone(vote, 0, YES) == "stored"
    assert by_phone(vote, 0, YES) == "again"
    again: dict[str, Any] = {
        "poll_id": vote.poll,
        "channel": Channel.PHONE,
        "marks": NO,
        "slip": vote.slips[0].short,
    }
    assert vote.room.refused(casting.cast, **again, request="another").code == "slip_spent"
    typed: dict[str, Any] = {"poll_id": vote.poll, "channel": Channel.PAPER, "serial": "5"}
    assert vote.room.refused(casting.cast, **typed, marks=YES, typing=3).code == "serial_needed"
    assert vote.room.do(casting.cast, **typed, marks=YES, typing=1).state == "waiting"
    assert vote.room.do(casting.cast, **typed, marks=NO, typing=2).state == "different"
    told = vote.room.refused(running.close_vote, poll_id=vote.poll)
    assert (told.code, told.params["serial"]) == ("papers_open", "5")
    vote.room.do(casting.drop_paper, poll_id=vote.poll, serial="5")
    vote.close()
    assert vote.row().sheet == b"1\n1\n"


def test_impossible_papers_are_refused(vote: Vote) -> None:
    secret(vote)
    for figures, code in (
        ({"issued": -1}, "papers_impossible"),
        ({"issued": 2, "replaced": 3}, "papers_impossible"),
        ({"issued": 5, "replaced": 1, "not_returned": 5}, "papers_impossible"),
        ({"issued": 5, "not_returned": 10**30}, "papers_impossible"),
        ({"issued": 10**30}, "papers_impossible"),
        ({"issued": 10}, "more_issued_than_rights"),
    ):
        assert vote.room.refused(running.hand_out, poll_id=vote.poll, **figures).code == code
    told = vote.room.refused(slips.make_slips, meeting_id=vote.hall.meeting, count=3)
    assert told.code == "no_secret_vote"


def test_an_urn_that_is_not_here_is_told(vote: Vote) -> None:
    secret(vote)
    vote.urn().destroy()
    told = vote.room.refused(running.close_vote, poll_id=vote.poll)
    assert told.code == "urn_missing"
    vote.room.do(running.annul_vote, poll_id=vote.poll, reason="票箱丢失")


CAST_AND_DIE = """
import os, signal, sys
from pathlib import Path
from meeting_app.actions.votes import casting
from meeting_app.domain.vote_plan import Channel
from tests.actions.hall import open_hall
room = open_hall(Path(sys.argv[1]))
def die():
    os.kill(os.getpid(), signal.SIGKILL)
kept = casting.urn_for
class Dying:
    def __init__(self, urn): self.urn = urn
    def cast(self, *arguments):
        stored = self.urn.cast(*arguments)
        die()
        return stored
casting.urn_for = lambda work, poll: Dying(kept(work, poll))
vote = {"poll_id": sys.argv[2], "slip": sys.argv[3], "marks": (1,), "request": "once"}
room.do(casting.cast, channel=Channel.PHONE, **vote)
"""


def test_killed_between_stored_and_acknowledged(vote: Vote) -> None:
    secret(vote)
    file = vote.room.store.file
    assert file is not None
    vote.room.close()
    vote.room.store.close()
    child = subprocess.run(
        [sys.executable, "-c", CAST_AND_DIE, str(file), vote.poll, vote.slips[0].short],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False, capture_output=True,
    )  # fmt: skip
    assert child.returncode == -signal.SIGKILL, child.stderr
    vote.room = open_hall(file)
    try:
        assert vote.urn().count().ballots == 1
        assert by_phone(vote, 0, YES, request="once") == "again"
        vote.close()
        assert vote.row().sheet == b"1\n1\n"
    finally:
        vote.room.close()
        vote.room.store.close()


def test_killed_between_the_seal_and_the_end_of_the_urn(vote: Vote, monkeypatch: pytest.MonkeyPatch) -> None:
    from meeting_app.actions.communities import tidy_urns

    secret(vote)
    by_phone(vote, 0, YES)
    left = vote.urn().path.read_bytes()
    vote.close()
    vote.urn().path.write_bytes(left)
    store: Store = vote.room.store
    assert tidy_urns(store) == (vote.poll,)
    assert open_urns(store.urns) == ()
    assert tidy_urns(store) == ()


def test_a_vote_whose_papers_were_printed_is_not_brought_back_without_its_urn(vote: Vote) -> None:
    """The item goes with what was minuted of its vote; the codes on the papers are dead, and undo says so."""
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.room.do(slips.make_paper_slips, poll_id=vote.poll, count=3)
    vote.room.do(agenda.remove_item, item_id=vote.hall.vote)
    assert open_urns(vote.room.store.urns) == ()
    assert vote.notes() == []
    assert vote.room.refused(undo_last).code == "undo_final"


def test_what_the_disk_does_not_let_be_destroyed_is_no_failure_of_the_close(
    vote: Vote, monkeypatch: pytest.MonkeyPatch
) -> None:
    from meeting_app.actions.communities import tidy_urns

    def held(_urn: Urn) -> None:
        raise PermissionError("another program looks at the file")

    secret(vote, PHONE)
    by_phone(vote, 0, YES)
    with monkeypatch.context() as patch:
        patch.setattr(Urn, "destroy", held)
        assert vote.close() == vote.row().sheet_hash
    assert tidy_urns(vote.room.store) == (vote.poll,)
    assert open_urns(vote.room.store.urns) == ()
