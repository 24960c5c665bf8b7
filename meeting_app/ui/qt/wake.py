"""Keeping the laptop awake while a meeting is live: it must neither sleep nor lock (decisions.md 32).

Windows: SetThreadExecutionState. Elsewhere: the session's screen saver is asked over D-Bus on a connection
of our own, and logind by `systemd-inhibit`. Both end by themselves when this process dies: the bus drops
what belongs to a connection that is gone, and the helper ends when its standard input closes.
"""

import ctypes
import shutil
import sys
from typing import Final

from PySide6.QtCore import QObject, QProcess

from meeting_app.i18n import _

CONTINUOUS: Final = 0x80000000
SYSTEM_REQUIRED: Final = 0x00000001
DISPLAY_REQUIRED: Final = 0x00000002
BUS_NAME: Final = "meeting-app-awake"
SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)


class Wake(QObject):
    """Holds the laptop awake or lets it rest. Nothing goes wrong where the system offers no way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holding = False
        self._helper: QProcess | None = None

    @property
    def holding(self) -> bool:
        """Whether it is being kept awake."""
        return self._holding

    def hold(self, awake: bool) -> None:
        """Keep awake, or no longer; a second call of the same changes nothing."""
        if awake == self._holding:
            return
        self._holding = awake
        if sys.platform == "win32":
            _tell_windows(awake=awake)
        elif awake:
            _ask_session()
            self._start_helper()
        else:
            self._let_go()

    def _start_helper(self) -> None:
        command = shutil.which("systemd-inhibit")
        if command is None:
            return
        self._helper = QProcess(self)
        self._helper.setStandardOutputFile(QProcess.nullDevice())
        self._helper.setStandardErrorFile(QProcess.nullDevice())
        why = _("A meeting is in session")
        self._helper.start(command, ["--what=sleep:idle", "--who=meeting-app", f"--why={why}", "cat"])

    def _let_go(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(BUS_NAME)
        if self._helper is not None:
            self._helper.closeWriteChannel()  # `cat` sees the end and the inhibition is gone
            self._helper.finished.connect(self._helper.deleteLater)
            self._helper = None


def _tell_windows(*, awake: bool) -> None:
    flags = CONTINUOUS | (SYSTEM_REQUIRED | DISPLAY_REQUIRED if awake else 0)
    windows = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    windows.kernel32.SetThreadExecutionState(flags)


def _ask_session() -> None:
    """Ask without waiting for an answer; the cookie is not needed, ending the connection ends the
    inhibition.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, BUS_NAME)
    if not bus.isConnected():
        return
    for service, path, interface in SAVERS:
        message = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
        message.setAutoStartService(False)
        message.setArguments(["meeting-app", _("A meeting is in session")])
        bus.send(message)
