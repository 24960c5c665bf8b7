"""How long a test waits for what must come: long, because a busy machine is no fault of the program, and what
comes at once is not waited for.
"""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE_S = 60
PATIENCE_MS = PATIENCE_S * 1000


class PatientBot(QtBot):
    """The bot of pytest-qt with our patience where a test names none."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Wait until the callback is true, or asserts nothing."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        """Wait for the signal."""
        return super().waitSignal(signal, timeout=timeout, **options)
