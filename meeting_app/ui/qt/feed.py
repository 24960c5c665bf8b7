"""The change feed for the windows: looks every 50 ms, and at once after an own commit (decisions.md 16).

A look costs microseconds while nothing has changed. What is told are kinds and ids; whoever shows something
asks the records again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

EVERY_MS: Final = 50
# After a look that failed (disk gone, server gone) the next ones are rarer, so that the program stays quick.
AFTER_FAULT_MS: Final = 1_000


class Changed(Protocol):
    """What one transaction changed."""

    @property
    def rows(self) -> Mapping[str, Sequence[str]]:
        """Ids by kind; `*` stands for very many."""


class Feed(QObject):
    """Polls and tells. `poll` answers the changes since the last call, oldest first.

    Signals: changed(frozenset of kinds, frozenset of ids), failed(error) once when looking began to fail,
    recovered. `faults` are the errors of `poll` that mean "not now" instead of a bug.
    """

    changed = Signal(frozenset, frozenset)
    failed = Signal(object)
    recovered = Signal()
    _poked = Signal()

    def __init__(
        self,
        poll: Callable[[], Iterable[Changed]],
        faults: tuple[type[Exception], ...] = (),
        parent: QObject | None = None,
        look: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """`look` is held while a change is told, so that all listeners see one view of the records."""
        super().__init__(parent)
        self._poll, self._faults, self._look = poll, faults, look
        self._failing = False
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._poked.connect(self.look, Qt.ConnectionType.QueuedConnection)

    @property
    def failing(self) -> bool:
        """Whether the last look could not read the records."""
        return self._failing

    def start(self) -> None:
        """Begin to look."""
        self._stopped = False
        self._timer.start()

    def stop(self) -> None:
        """Look no more, not even for a poke that is still on its way: its source may be closed next."""
        self._stopped = True
        self._timer.stop()

    def poke(self) -> None:
        """Any thread: something was committed here, look at once."""
        self._poked.emit()

    def look(self) -> None:
        """Look now and tell what changed."""
        if self._stopped:
            return
        try:
            changes = tuple(self._poll())
        except self._faults as error:
            self._on_fault(error)
            return
        if self._failing:
            self._failing = False
            self._timer.setInterval(EVERY_MS)
            self.recovered.emit()
        if changes:
            kinds = frozenset(kind for change in changes for kind in change.rows)
            ids = frozenset(one for change in changes for ids in change.rows.values() for one in ids)
            self._tell(kinds, ids)

    def _tell(self, kinds: frozenset[str], ids: frozenset[str]) -> None:
        try:
            with self._look():
                self.changed.emit(kinds, ids)
        except self._faults as error:
            self._on_fault(error)

    def _on_fault(self, error: Exception) -> None:
        if not self._failing:
            self._failing = True
            self._timer.setInterval(AFTER_FAULT_MS)
            self.failed.emit(error)
