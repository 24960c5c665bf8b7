"""When garbage is looked for: never at a key, and only on the thread of the windows.

Measured in the largest meeting: one look through everything that the program holds took 190 ms, in the middle
of a key that otherwise took 50. And a window in a reference cycle, found by the collector while a worker
happened to run, was destroyed on that worker: Qt's lock and Python's then waited for each other for good.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1_000


def settle() -> None:
    """Everything that is held now stays: the collector looks at newer things only."""
    gc.freeze()


def collect_here(parent: QObject) -> None:
    """From now on garbage is looked for on this thread alone, by a timer that lives as long as `parent`."""
    gc.disable()
    timer = QTimer(parent)
    timer.setInterval(EVERY_MS)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """Look for garbage in the oldest generation that has grown enough, as the collector itself would."""
    due = [
        n
        for n, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > limit
    ]
    if due:
        gc.collect(due[-1])
