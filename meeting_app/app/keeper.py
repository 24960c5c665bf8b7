"""What is done by itself while a community is open: backups at each step of a meeting, keeping the laptop
awake.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from meeting_app import settings
from meeting_app.actions.communities import Opened
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.states import meeting_states, running_play
from meeting_app.settings import Settings
from meeting_app.ui.qt.tasks import Tasks

Told = Callable[[Refusal], None]


class Keeper:
    """Watches the meetings' states. `told` is given a backup that failed, `awake` whether a meeting is in
    session or a role-play runs.
    """

    def __init__(
        self, opened: Opened, kept: Settings, tasks: Tasks, awake: Callable[[bool], None], told: Told
    ) -> None:
        self._opened, self._kept, self._tasks = opened, kept, tasks
        self._awake, self._told = awake, told
        self._states = opened.records.ask(meeting_states)
        self._tell_awake()

    def changed(self, kinds: frozenset[str]) -> None:
        """Look whether a meeting went a step on; if so, back up."""
        if "play" in kinds:
            self._tell_awake()
        if "meeting" not in kinds:
            return
        states = self._opened.records.ask(meeting_states)
        if states == self._states:
            return
        gone_on = sorted(
            {
                state
                for meeting_id, state in states.items()
                if self._states.get(meeting_id) not in (None, state)
            }
        )
        self._states = states
        self._tell_awake()
        if gone_on:
            self.back_up("-".join(gone_on))

    def _tell_awake(self) -> None:
        self._awake("live" in self._states.values() or self._opened.records.ask(running_play) is not None)

    def back_up(self, reason: str) -> None:
        """A backup beside the file, and one in the second folder when there is one; on a worker."""
        for place in self.places():
            self._tasks.run(partial(self._opened.back_up, reason, place), failed=self._failed)

    def places(self) -> tuple[Path | None, ...]:
        """Where backups go: beside the file (None), and to the second folder when one is chosen."""
        second = self._kept.get(settings.BACKUP_FOLDER)
        return (None, Path(second)) if second else (None,)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._told(error)
