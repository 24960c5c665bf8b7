"""The scenario that is being written: its text now, and the way back and forth through its changes.

Without Qt. Every change goes through `take`; whoever shows or keeps the scenario listens.
"""

from collections.abc import Callable
from typing import Any, Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path

MOST_STEPS: Final = 500


class Manuscript:
    """Changes at one place that follow each other (letters that are typed) are one step back."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.listeners: list[Callable[[], None]] = []
        self._past: list[Scenario] = []
        self._future: list[Scenario] = []
        self._place: object = None

    def take(self, scenario: Scenario, place: object = None) -> bool:
        """Go on with this scenario; False when nothing changed. Changes at the same `place` are one step."""
        fresh = editing.ordered(scenario)
        if fresh == self.scenario:
            return False
        if place is None or place != self._place:
            self._past = [*self._past[-MOST_STEPS:], self.scenario]
        self._place = place
        self._future.clear()
        self._show(fresh)
        return True

    def put(self, path: Path, value: Any) -> bool:
        """Another value at a path."""
        if editing.value_at(self.scenario, path) == value:
            return False
        changed: Scenario = editing.put(self.scenario, path, value)
        return self.take(editing.tied(self.scenario, changed), path)

    def settle(self) -> None:
        """The next change is a step of its own, wherever it is."""
        self._place = None

    def _show(self, scenario: Scenario) -> None:
        self.scenario = scenario
        for listener in self.listeners:
            listener()

    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future)

    def undo(self) -> bool:
        """One step back."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """One step forth again."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Scenario], target: list[Scenario]) -> bool:
        if not source:
            return False
        target.append(self.scenario)
        self._place = None
        self._show(source.pop())
        return True
