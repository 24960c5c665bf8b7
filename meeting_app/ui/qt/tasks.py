"""Results of other threads, delivered on the Qt thread."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Tasks(QObject):
    """Follows futures and runs work on a pool; what comes of it is called back on the thread that owns this
    object.

    An error that nobody takes goes to the excepthook, as an error of a slot does. `unheard` may be set to a
    callable that takes an error first and says whether it told it.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unheard: Callable[[BaseException], bool] = lambda _error: False
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="task")
        self._open = 0
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something that was followed has not come back yet."""
        return self._open > 0

    def then(
        self, future: "Future[T]", done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Call `done` with the result or `failed` with the error, later and on this object's thread."""
        self._open += 1
        future.add_done_callback(lambda ended: self._hand_over(ended, done, failed))

    def run(
        self, work: Callable[[], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do something long on the pool and follow it."""
        self.then(self._pool.submit(work), done, failed)

    def _hand_over(self, ended: "Future[Any]", done: Done | None, failed: Failed | None) -> None:
        if not self._closed:
            self._arrived.emit((ended, done, failed))

    @Slot(object)
    def _deliver(self, parcel: tuple["Future[Any]", Done | None, Failed | None]) -> None:
        ended, done, failed = parcel
        self._open -= 1
        if self._closed or ended.cancelled():
            return
        error = ended.exception()
        if error is None:
            if done is not None:
                done(ended.result())
        elif failed is not None:
            failed(error)
        elif not self.unheard(error):
            sys.excepthook(type(error), error, error.__traceback__)

    def close(self) -> None:
        """Deliver nothing more and wait for the pool."""
        self._closed = True
        self._pool.shutdown()
