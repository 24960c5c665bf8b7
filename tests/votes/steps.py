"""The steps of a vote in the small hall, so that a test says only what is particular to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from meeting_app.actions.votes import casting, counting, planning, running, slips
from meeting_app.domain.rules.trace import Outcome
from meeting_app.domain.tally.count import Count, Marks, Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.vote_count import count_task, work_out
from meeting_app.storage.tables import Note, Poll, PollRight
from meeting_app.storage.urn import Urn, urn_file
from meeting_app.storage.urn_writer import SlipCode
from tests.actions.hall import Hall, begin
from tests.storage.desks import Room

AGREE = (("3号楼加装电梯", 0),)
CANDIDATES = (("王桂兰", 0), ("李建国", 0), ("张秀英", 0))
YES, NO, ABSTAIN = (1,), (-1,), (0,)


@dataclass
class Vote:
    """One vote in the hall with nine members of whom seven are here."""

    room: Room
    hall: Hall
    poll: str = ""
    slips: list[SlipCode] = field(default_factory=list)

    def prepare(
        self,
        question: Question = Question.AGREE,
        method: str = "yes_no",
        options: Sequence[tuple[str, int]] = AGREE,
        *,
        secret: bool = False,
        channels: Sequence[Channel] = (Channel.KEYPAD,),
        reason: str = "改为逐人记票",
        rule: str = "",
        **setup: Any,
    ) -> str:
        """Prepare it; the notice of this hall is posted, so it takes a reason."""
        self.poll = self.room.do(
            planning.prepare_vote, item_id=self.hall.vote, question=question, method=method, options=options,
            setup=Setup(len(options), **setup), secret=secret, channels=channels, reason=reason,
            rule=rule,
        )  # fmt: skip
        return self.poll

    def print_slips(self, count: int) -> None:
        """Make slips for the secret vote."""
        self.slips = list(self.room.do(slips.make_slips, meeting_id=self.hall.meeting, count=count))

    def open(self) -> None:
        """Open the meeting at the vote, and the vote."""
        begin(self.room, self.hall, self.hall.vote)
        self.room.do(running.open_vote, poll_id=self.poll)

    def rights(self) -> dict[str, str]:
        """The voting right of each person."""
        with self.room.store.read() as session:
            rows = session.scalars(select(PollRight).where(PollRight.poll_id == self.poll))
            return {row.holder_id or "": row.id for row in rows}

    def cast(self, person: int, marks: Marks, request: str = "") -> str:
        """The helper types a person's vote."""
        right = self.rights()[self.hall.people[person]]
        return self.room.do(
            casting.cast, poll_id=self.poll, channel=Channel.KEYPAD, marks=marks, right_id=right,
            request=request,
        ).state  # fmt: skip

    def paper(self, serial: str, marks: Marks | None) -> str:
        """A paper is typed twice."""
        states = [
            self.room.do(
                casting.cast,
                poll_id=self.poll,
                channel=Channel.PAPER,
                marks=marks,
                serial=serial,
                typing=typing,
            ).state
            for typing in (1, 2)
        ]
        return states[-1]

    def close(self) -> str:
        """End it."""
        return self.room.do(running.close_vote, poll_id=self.poll)

    def count(self) -> Count:
        """Work the count out beside the desk, as the windows do, and hand it in."""
        task = self.room.ask(count_task, poll_id=self.poll)
        assert task is not None
        count = work_out(task)
        self.outcome: Outcome = self.room.do(
            counting.record_count, poll_id=self.poll, sheet_hash=task.sheet_hash, lot_number=task.lot_number,
            count=count,
        )  # fmt: skip
        return count

    def publish(self) -> None:
        """Confirm it."""
        self.room.do(counting.publish_vote, poll_id=self.poll)

    def row(self) -> Poll:
        """The vote as it is kept."""
        with self.room.store.read() as session:
            poll = session.get(Poll, self.poll)
            assert poll is not None
            _ = poll.sheet, poll.count
            session.expunge(poll)
            return poll

    def notes(self) -> list[str]:
        """What was minuted."""
        with self.room.store.read() as session:
            return list(session.scalars(select(Note.text).where(Note.kind != "parking").order_by(Note.at_ms)))

    def urn(self) -> Urn:
        """The ballot box."""
        assert self.room.store.urns is not None
        return Urn(urn_file(self.room.store.urns, self.poll))
