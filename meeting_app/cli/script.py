"""The scripted meeting: the demonstration's meeting of the day, played through the same actions as the
windows use.

Each step is one action, and each action writes one row of the journal. So the journal says how far the
meeting has come, and a script that is begun again after a crash goes on with the very next step: nothing
twice, nothing left out.

`python -m meeting_app.cli.script FILE` plays it on a file and says `ack NUMBER VERB` after each committed
action.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from meeting_app.actions.communities import Opened, make_community, open_community
from meeting_app.actions.demonstration import SEED, DemonstrationIds, demonstration_ids, plant_demonstration
from meeting_app.actions.desk import Desk
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script_steps import Planned, planned_steps
from meeting_app.cli.script_view import Stage
from meeting_app.queries.basics import ZONE, community_view
from meeting_app.queries.journal import journal_lines
from meeting_app.queries.records import Records

PATIENCE_S: Final = 60
ALL: Final = 100_000
STATION: Final = "script"
ANCHOR: Final = date(2026, 11, 21)
MORNING_MS: Final = round(datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day, 8, tzinfo=ZONE).timestamp()) * 1000
# Papers may be made at any time beside the meeting; they are no steps of it.
BESIDE: Final = frozenset({"reserve_paper", "file_paper"})


@dataclass(frozen=True, slots=True)
class Step:
    """One action. `scene` names what the windows show after it, "" when it is like the step before."""

    number: int
    name: str
    verb: str
    scene: str
    order: Callable[[], "Future[Any]"]

    def run(self) -> Any:
        """Do it, and wait until it is committed."""
        return self.order().result(PATIENCE_S)


class ScriptedMeeting:
    """Plays the meeting. With a `clock` (the desk's own) it takes its own time, without one the time of the
    day.
    """

    def __init__(
        self, desk: Desk, records: Records, ids: DemonstrationIds, clock: MeetingTime | None = None
    ) -> None:
        self._desk, self._records, self._clock = desk, records, clock
        self._stage = Stage(desk, records, ids.meeting_id)

    def done(self) -> int:
        """How many steps are in the records."""
        lines = self._records.ask(journal_lines, meeting_id=self._stage.meeting_id, limit=ALL)
        return sum(line.verb not in BESIDE for line in lines)

    def steps(self) -> Iterator[Step]:
        """The steps that are still to be done, from wherever the records stand."""
        planned = planned_steps(self._stage)
        for number in range(self.done(), len(planned)):
            yield self._step(number + 1, planned[number])

    def _step(self, number: int, planned: Planned) -> Step:
        def order() -> "Future[Any]":
            if self._clock is not None:
                self._clock.go_to(self._stage.starts_ms + planned.at_ms)
            return self._desk.do(planned.action, **planned.arguments())

        return Step(number, planned.name, planned.action.__name__, planned.scene, order)


def play(opened: Opened, clock: MeetingTime, say: Callable[[str], None]) -> None:
    """Plant the community when the file has none, then play what is left of the meeting."""
    if opened.records.ask(community_view) is None:
        opened.desk.do(plant_demonstration, seed=SEED, anchor=ANCHOR).result(PATIENCE_S)
        say("ack 0 plant_demonstration")
    script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock)
    for step in script.steps():
        step.run()
        say(f"ack {step.number} {step.verb}")


def main(argv: list[str] | None = None) -> int:
    """Play the meeting on a file; made when it is not there."""
    parser = argparse.ArgumentParser(prog="python -m meeting_app.cli.script")
    parser.add_argument("file", type=Path)
    file = parser.parse_args(argv).file
    clock = MeetingTime(MORNING_MS)
    make = open_community if file.exists() else make_community
    opened = make(file, STATION, clock)
    try:
        play(opened, clock, lambda line: print(line, flush=True))
    finally:
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
