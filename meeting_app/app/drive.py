"""Runs a long job in steps on the Qt thread, one step a turn of the event loop, so that windows are real
meanwhile.
"""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

LONGEST_WAIT_S: Final = 20.0
TURN_MS: Final = 1  # not 0: who waits at every turn keeps Python from the worker that is waited for


class Drive(QObject):
    """Takes steps from an iterator until it ends. An error ends the loop and is raised by `run`."""

    def __init__(self, app: QApplication, steps: Iterator[None]) -> None:
        super().__init__()
        self._app, self._steps = app, steps
        self._error: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._step)

    def run(self) -> None:
        """Take all steps; answers when they are done."""
        self._timer.start()
        self._app.exec()
        if self._error is not None:
            raise self._error

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._end()
        except BaseException as error:  # noqa: BLE001  raised again by `run`, outside Qt
            self._error = error
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._app.quit()


def until(ready: Callable[[], bool]) -> Iterator[None]:
    """Steps that wait for something; gives up after a while, so that a job always ends."""
    deadline = monotonic() + LONGEST_WAIT_S
    while not ready() and monotonic() < deadline:
        yield
