"""Checks and meter away from the window's thread, for the newest text only.

A further key cancels what has not begun and forgets what has; so there is never more than one count behind.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from meeting_app.queries.roleplay.scenarios import resident_names
from meeting_app.ui.console.office.scenario_editor.judging import Judgement, judge

if TYPE_CHECKING:
    from meeting_app.domain.roleplay.model import Scenario
    from meeting_app.ui.qt.office import Office

PAUSE_MS: Final = 120


class Recount(QObject):
    """`judged(judgement)` on the window's thread, once the newest scenario was checked."""

    judged = Signal(object)

    def __init__(self, office: "Office", parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._scenario: Scenario | None = None
        self._running: Future[Any] | None = None
        self._residents: frozenset[str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)

    def ask(self, scenario: "Scenario", *, at_once: bool = False) -> None:
        """Judge this scenario soon; an older one is of no interest any more."""
        self._scenario = scenario
        if self._running is not None:
            self._running.cancel()
        self._timer.start(0 if at_once else PAUSE_MS)

    def busy(self) -> bool:
        """Whether a judgement is awaited."""
        return self._timer.isActive() or self._running is not None

    def _begin(self) -> None:
        if self._running is not None and not self._running.done():
            self._timer.start(PAUSE_MS)  # one at a time; the newest waits for the end of the older one
            return
        scenario = self._scenario
        if scenario is None:
            return
        if self._residents is None:
            self._residents = frozenset(self._office.ask(resident_names))
        work: Callable[[], Judgement] = partial(judge, scenario, self._residents)
        self._running = self._office.tasks.run(work, self._arrived)

    def _arrived(self, found: Judgement) -> None:
        if not isValid(self):
            return
        self._running = None
        if found.scenario is self._scenario:
            self.judged.emit(found)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()
        self._scenario = None
        if self._running is not None:
            self._running.cancel()
