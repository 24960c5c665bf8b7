"""The change feed as a Qt signal: looked at every 50 ms, and at once after a commit of this process."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from meeting_app.domain.refusal import Refusal
from meeting_app.queries.records import Change, FeedTail

LOOK_EVERY_MS: Final = 50


class Feed(QObject):
    """Tells which kinds of records changed, whoever changed them. Lives on the Qt thread.

    Signals: `changed(kinds)` with a frozenset of table names; `lost(refusal)` once when the records cannot be
    read, `found()` when they can again.
    """

    changed = Signal(object)
    lost = Signal(object)
    found = Signal()
    _poked = Signal()

    def __init__(self, tail: FeedTail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tail = tail
        self._gone = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._poked.connect(self.look)
        self._timer.start()

    def poke(self, *_number: int) -> None:
        """Look soon; may be called on any thread (the desk calls it after a commit)."""
        self._poked.emit()

    @Slot()
    def look(self) -> None:
        """Ask for news and tell them."""
        changes = self._ask(self._tail.poll)
        if changes:
            self.changed.emit(frozenset(kind for change in changes for kind in change.rows))

    def _ask(self, poll: Callable[[], tuple[Change, ...]]) -> tuple[Change, ...]:
        try:
            changes = poll()
        except Refusal as refusal:
            if not self._gone:
                self._gone = True
                self.lost.emit(refusal)
            return ()
        if self._gone:
            self._gone = False
            self.found.emit()
        return changes

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._tail.close()
