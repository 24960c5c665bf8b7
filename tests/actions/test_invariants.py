"""Whatever is done in whatever order, a meeting stays in order; and it can be taken back to its beginning."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from meeting_app.actions.running import open_meeting
from meeting_app.domain.refusal import Refusal
from tests.actions import invariants
from tests.actions.hall import Hall, open_hall
from tests.actions.moves import MOVES, Moves
from tests.storage.desks import quick_folder


def machine(source: Path, hall: Hall, look_every: int = 1) -> type[RuleBasedStateMachine]:
    """The state machine over copies of the hall; every so many moves it is looked at twice."""

    class Meeting(RuleBasedStateMachine):
        """A meeting in which anything may be tried."""

        def __init__(self) -> None:
            super().__init__()
            self.folder = ExitStack()
            path = self.folder.enter_context(quick_folder()) / "hall.yst"
            path.write_bytes(source.read_bytes())
            self.room = open_hall(path)
            self.moves = Moves(self.room, hall)
            self.room.do(open_meeting, meeting_id=hall.meeting)

        @rule(data=st.data(), verb=st.sampled_from(sorted(MOVES)))
        def move(self, data: st.DataObject, verb: str) -> None:
            action, arguments = self.moves.make(verb, lambda options: data.draw(st.sampled_from(options)))
            before = self.room.rows_written()
            problem: Any = self.room.desk.do(action, **arguments).exception(20)
            if problem is not None:
                assert isinstance(problem, Refusal), problem
                assert self.room.rows_written() == before
            self.room.time.pass_by(1_000)

        @rule(by=st.sampled_from((-3_600_000, -86_400_000, 7_200_000)))
        def set_the_clock(self, by: int) -> None:
            self.room.time.wall_ms += by

        @invariant()
        def in_order(self) -> None:
            with self.room.store.read() as session:
                invariants.check(session, hall.meeting)

        @invariant()
        def seen_as_it_is(self) -> None:
            if self.moves.made % look_every:
                return
            now = self.room.time()
            looks = [
                invariants.looked_at(self.room.store, hall.meeting, now, kept=kept) for kept in (True, False)
            ]
            assert looks[0] == looks[1]

        def teardown(self) -> None:
            self.room.close()
            self.room.store.close()
            self.folder.close()

    return Meeting


def test_a_meeting_stays_in_order(built: tuple[Path, Hall]) -> None:
    small = settings(max_examples=5, stateful_step_count=20)
    run_state_machine_as_test(machine(*built), settings=small)


@pytest.mark.full
def test_many_meetings_stay_in_order(built: tuple[Path, Hall]) -> None:
    large = settings(max_examples=100, stateful_step_count=60)
    run_state_machine_as_test(machine(*built, look_every=10), settings=large)
