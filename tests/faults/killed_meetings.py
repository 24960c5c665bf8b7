"""The meetings that are killed: the scripted one of the demonstration, and one in which anything is tried."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.actions import running
from meeting_app.actions.communities import open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import BESIDE, MORNING_MS, STATION, play
from meeting_app.cli.script_steps import planned_steps
from meeting_app.cli.script_view import Stage
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import journal_lines
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from meeting_app.storage.tables import JournalRow, Note
from meeting_app.storage.tables import Meeting as MeetingRow
from tests.actions.hall import Hall
from tests.actions.moves import MOVES, Moves
from tests.storage.desks import Room

Tell = Callable[[Any], None]
# What a meeting mostly consists of; everything else happens now and then.
OFTEN = ("ask_to_speak", "call_next", "write_gist", "end_speech", "add_note", "report_hands", "next_item")


class Meeting(Protocol):
    """A meeting on a file: it goes on from where it stands and tells each thing done after its commit."""

    meeting_id: str

    def run(self, tell: Tell) -> None:
        """Go on to the end, or for ever."""

    def live(self, session: Session) -> bool:
        """Whether the meeting is under way."""

    def wrong(self, session: Session, told: Sequence[Any]) -> list[str]:
        """What was told and is not there, or is there twice."""


def _is_live(session: Session, meeting_id: str) -> bool:
    meeting = session.get(MeetingRow, meeting_id)
    return meeting is not None and meeting.state == "live"


class Script:
    """The scripted meeting: step after step, and after a crash on with the next."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.meeting_id = demonstration_ids().meeting_id

    def run(self, tell: Tell) -> None:
        """Play what is left."""
        clock = MeetingTime(MORNING_MS)
        opened = open_community(self.file, STATION, clock)
        stage = Stage(opened.desk, opened.records, self.meeting_id)
        planned = [step.action.__name__ for step in planned_steps(stage)]
        play(opened, clock, lambda line: tell([*line.split()[1:], planned[: int(line.split()[1]) + 1]]))
        opened.close()

    def live(self, session: Session) -> bool:
        """Whether it is under way."""
        return _is_live(session, self.meeting_id)

    def wrong(self, session: Session, told: Sequence[Any]) -> list[str]:
        """The journal must be the beginning of the plan, at least as far as was told, at most one further."""
        lines = journal_lines(session, meeting_id=self.meeting_id, limit=100_000)
        done = [line.verb for line in reversed(lines) if line.verb not in BESIDE]
        problems: list[str] = []
        for number, verb, planned in told:
            if done[int(number) - 1 : int(number)] != [verb]:
                problems.append(f"{number} {verb} is not there")
            if done[: int(number) + 1] != planned[: len(done)]:
                problems.append(f"{done} is not the beginning of the plan {planned}")
        if told and len(done) - int(told[-1][0]) not in (0, 1):
            problems.append(f"{len(done)} are there after {told[-1]}")
        return problems


class Anything:
    """Whatever may be done, in any order; with the machine's own clock."""

    def __init__(self, file: Path, hall: Hall, seed: int) -> None:
        self.file, self.hall, self.seed = file, hall, seed
        self.meeting_id = hall.meeting

    def run(self, tell: Tell) -> None:
        """Try things for ever."""
        chance = random.Random(self.seed)
        room = Room(Store.open_file(self.file, system_instant()))
        room.desk.now = system_instant
        numbers: list[int] = []
        room.desk.committed.append(numbers.append)
        moves = Moves(room, self.hall)
        verbs = (*(verb for verb in MOVES if verb != "remove_note"), *OFTEN * 6)  # notes go by undo only
        while True:
            verb = chance.choice(verbs)
            action, arguments = moves.make(verb, chance.choice)
            for told in ("text", "reason"):  # a reason is minuted: its note, too, may be there once only
                if told in arguments:
                    arguments[told] = f"{self.seed}-{moves.count}"
            if self._done(room, action, arguments) and numbers:
                tell([numbers.pop(), verb, arguments.get("text") if verb == "add_note" else None])

    def _done(self, room: Room, action: Callable[..., Any], arguments: dict[str, Any]) -> bool:
        try:
            room.do(action, **arguments)
        except Refusal:
            return False
        return True

    def live(self, session: Session) -> bool:
        """Whether it is under way."""
        return _is_live(session, self.meeting_id)

    def wrong(self, session: Session, told: Sequence[Any]) -> list[str]:
        """Rows that are not there; notes that are there twice, were told and are gone, or taken back and are
        not.
        """
        rows = {row.number: row for row in session.scalars(select(JournalRow))}
        problems = [str(line) for line in told if line[0] not in rows or rows[line[0]].verb != line[1]]
        if told and max(rows) - told[-1][0] not in (0, 1):
            problems.append(f"{max(rows)} rows after {told[-1]}")
        there = Counter(session.scalars(select(Note.text)))
        stays = {line[2]: rows[line[0]].undone_by is None for line in told if line[2] and line[0] in rows}
        problems += [text for text, stay in stays.items() if (text in there) != stay]
        return problems + [text for text, many in there.items() if many > 1]


def begin(file: Path, hall: Hall) -> None:
    """Open the hall's meeting, so that there is something to kill."""
    room = Room(Store.open_file(file, system_instant()))
    room.desk.now = system_instant
    room.do(running.open_meeting, meeting_id=hall.meeting)
    room.close()
    room.store.close()
