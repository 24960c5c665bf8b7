"""Work off the Qt thread whose end is heard on the Qt thread.

`run` takes a callable to a small pool of threads; `then` waits for a future that something else (the desk's
writer) works on. Either way the result or the error arrives through one signal, so no callback ever runs on
another thread. What nobody asked to hear of an error goes to `sys.excepthook`, as any bug does.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[BaseException], None]
WORKERS: Final = 2


class Tasks(QObject):
    """The pool and the way back.

    Signals: busy_changed(count) with the number of jobs of `run` under way.
    """

    busy_changed = Signal(int)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="task")
        self._running: set[Future[Any]] = set()
        self._closed = False
        # Queued even on this thread: nothing is heard before `run` and `then` have returned.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> int:
        """How many jobs of `run` are under way."""
        return len(self._running)

    def run(
        self, work: Callable[[], T], done: "Done[T] | None" = None, failed: Failed | None = None
    ) -> "Future[T]":
        """Do `work` on another thread. Cancelling the future before it began means it is never heard of."""
        future: Future[T] = self._pool.submit(work)
        self._running.add(future)
        self.busy_changed.emit(self.busy)
        future.add_done_callback(lambda ended: self._send(lambda: self._on_ended(ended)))
        self.then(future, done, failed)
        return future

    def then(self, future: "Future[T]", done: "Done[T] | None" = None, failed: Failed | None = None) -> None:
        """Hear on the Qt thread how a future ends; nothing is heard of a cancelled one."""
        future.add_done_callback(lambda ended: self._send(lambda: _tell(ended, done, failed)))

    def _send(self, call: Callable[[], None]) -> None:
        """Any thread: have `call` made on the Qt thread, unless the window is gone."""
        if not self._closed:
            self._arrived.emit(call)

    def _on_arrived(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _on_ended(self, future: "Future[Any]") -> None:
        self._running.discard(future)
        self.busy_changed.emit(self.busy)

    def close(self) -> None:
        """Forget what has not begun, wait for what has, and tell nothing more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)


def _tell(future: "Future[T]", done: "Done[T] | None", failed: Failed | None) -> None:
    if future.cancelled():
        return
    error = future.exception()
    if error is None:
        if done is not None:
            done(future.result())
    elif failed is not None:
        failed(error)
    else:
        sys.excepthook(type(error), error, error.__traceback__)
