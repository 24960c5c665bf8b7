"""Votes by ballots: how long until a vote is stored, and from the close to the result that is shown."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.registry import Figure, measurement
from meeting_app.actions import attendance, community, meetings, people, running
from meeting_app.actions.communities import Opened, make_community
from meeting_app.actions.votes import casting, counting, planning
from meeting_app.actions.votes import running as votes
from meeting_app.actions.votes.slips import make_slips
from meeting_app.domain.tally.count import Marks, Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.basics import ZONE
from meeting_app.queries.meetings import agenda_rows
from meeting_app.queries.vote_count import CountTask, count_task, work_out
from meeting_app.queries.vote_view import vote_view
from meeting_app.storage.urn import Urn, urn_file

VOTERS = 500
CASTS = 200
OPTIONS = tuple((f"方案{number}", 0) for number in range(1, 9))
# From the close to the result page, with 500 ballots (research/tally_methods.md 5).
RESULT_LIMIT_MS = 200
# 500 votes within five seconds.
CAST_LIMIT_MS = 10


@dataclass(frozen=True)
class Hall:
    """A meeting at its vote."""

    opened: Opened
    meeting: str
    item: str

    def do(self, action: Any, **arguments: Any) -> Any:
        """Do it and wait for it."""
        return self.opened.desk.do(action, **arguments).result(60)


@contextmanager
def _hall() -> Iterator[Hall]:
    with TemporaryDirectory() as folder:
        opened = make_community(Path(folder) / "votes.yst", "bench")
        try:
            yield _furnished(opened)
        finally:
            opened.close()


def _furnished(opened: Opened) -> Hall:
    def do(action: Any, **arguments: Any) -> Any:
        return opened.desk.do(action, **arguments).result(60)

    do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
    person = do(people.add_person, name="王桂兰")
    do(people.give_capacity, person_id=person, capacity="representative")
    meeting = do(
        meetings.draft_meeting, kind="representatives_meeting", title="居民代表会议", place="二楼",
        starts_at=datetime.combine(date(2026, 11, 28), datetime.min.time(), ZONE),
    )  # fmt: skip
    with opened.store.read() as session:
        item = next(row.id for row in agenda_rows(session, meeting) if row.kind == "vote")
    do(meetings.set_motion, item_id=item, title="楼前空地做什么用", text="从八个方案里选定一个。")
    do(attendance.check_in, meeting_id=meeting, person_id=person)
    do(running.open_meeting, meeting_id=meeting)
    do(running.go_to_item, item_id=item)
    return Hall(opened, meeting, item)


def _opened_vote(hall: Hall) -> tuple[str, list[str]]:
    """A secret vote by instant runoff that is open, with its slips."""
    poll: str = hall.do(
        planning.prepare_vote, item_id=hall.item, question=Question.ONE, method="irv", options=OPTIONS,
        setup=Setup(len(OPTIONS)), secret=True, channels=(Channel.PHONE,),
    )  # fmt: skip
    slips = hall.do(make_slips, meeting_id=hall.meeting, count=VOTERS)
    hall.do(votes.open_vote, poll_id=poll)
    return poll, [slip.short for slip in slips]


def _ranks(number: int) -> Marks:
    return tuple((number * 3 + option * 5) % len(OPTIONS) + 1 for option in range(len(OPTIONS)))


def _cast(hall: Hall, poll: str, slip: str, number: int) -> float:
    begun = time.perf_counter()
    hall.do(casting.cast, poll_id=poll, channel=Channel.PHONE, marks=_ranks(number), slip=slip, request=slip)
    return (time.perf_counter() - begun) * 1000


def _result(hall: Hall, poll: str) -> float:
    """From the close to the picture of the result."""
    begun = time.perf_counter()
    hall.do(votes.close_vote, poll_id=poll)
    task = hall.opened.records.ask(count_task, poll_id=poll)
    assert isinstance(task, CountTask)
    hall.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number="", count=work_out(task)
    )
    view = hall.opened.records.ask(vote_view, item_id=hall.item)
    assert view is not None
    assert view.result is not None
    return (time.perf_counter() - begun) * 1000


def _filled(hall: Hall, poll: str, slips: list[str]) -> list[float]:
    """Fill the urn with all but the last votes at once, then cast those one by one."""
    folder = hall.opened.store.urns
    assert folder is not None
    urn = Urn(urn_file(folder, poll))
    for number, slip in enumerate(slips[:-CASTS]):
        urn.cast(slip, slip, "phone", casting.content_of(_ranks(number)))
    return [_cast(hall, poll, slip, number) for number, slip in enumerate(slips[-CASTS:])]


@measurement("votes")
def votes_by_ballots(rounds: int) -> list[Figure]:
    """A secret vote of 500: a vote until it is on the disk, and from the close to the result."""
    casts: list[float] = []
    results: list[float] = []
    for _round in range(rounds):
        with _hall() as hall:
            poll, slips = _opened_vote(hall)
            casts += _filled(hall, poll, slips)
            results.append(_result(hall, poll))
    at = f"{VOTERS} ballots, {len(OPTIONS)} options, instant runoff"
    return [
        Figure("a secret vote stored", tuple(casts), "ms", CAST_LIMIT_MS, conditions=at),
        Figure("from the close to the result", tuple(results), "ms", RESULT_LIMIT_MS, conditions=at),
    ]
