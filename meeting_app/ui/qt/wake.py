"""Keeping the laptop awake while a meeting is live: it must neither sleep nor lock (decisions.md 32).

Windows: SetThreadExecutionState. Elsewhere: the session's screen saver is asked over D-Bus on a connection
of our own, and logind by `systemd-inhibit`. Both end by themselves when this process dies: the bus drops
what belongs to a connection that is gone, and the helper ends when its standard input closes. Where none of
them agrees, `unable` says so: a person can still turn the sleep off by hand.
"""

import ctypes
import shutil
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from meeting_app.i18n import _

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

CONTINUOUS: Final = 0x80000000
SYSTEM_REQUIRED: Final = 0x00000001
DISPLAY_REQUIRED: Final = 0x00000002
BUS_NAME: Final = "meeting-app-awake"
# How long all of them get to answer; a helper that still runs then holds.
ANSWER_MS: Final = 5_000
SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)


class Wake(QObject):
    """Holds the laptop awake or lets it rest.

    Signals: unable when the system offers no way, once.
    """

    unable = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holding = False
        self._asked: list[QDBusPendingCallWatcher] = []
        self._windows_agreed = False
        self._told = False
        self._helper: QProcess | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(ANSWER_MS)
        self._waiting.timeout.connect(self._judge)

    @property
    def holding(self) -> bool:
        """Whether it is being kept awake."""
        return self._holding

    @property
    def asking(self) -> bool:
        """Whether an answer may still come."""
        return self._waiting.isActive()

    @property
    def held(self) -> bool:
        """Whether something has agreed to it, as far as it can be seen."""
        savers = any(one.isFinished() and not one.isError() for one in self._asked)
        helps = self._helper is not None and self._helper.state() != QProcess.ProcessState.NotRunning
        return self._windows_agreed or savers or helps

    def hold(self, awake: bool) -> None:
        """Keep awake, or no longer; a second call of the same changes nothing."""
        if awake == self._holding:
            return
        self._holding = awake
        if sys.platform == "win32":
            self._windows_agreed = _tell_windows(awake=awake) and awake
        elif awake:
            self._ask_session()
            self._start_helper()
        else:
            self._let_go()
        if awake:
            self._waiting.start()
        else:
            self._waiting.stop()

    def be_patient(self, milliseconds: int) -> None:
        """How long everybody who was asked gets to answer."""
        self._waiting.setInterval(milliseconds)

    @Slot()
    def _judge(self) -> None:
        if self._holding and not self.held and not self._told:
            self._told = True
            self.unable.emit()

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

        while self._asked:
            self._asked.pop().deleteLater()
        QDBusConnection.disconnectFromBus(BUS_NAME)
        if self._helper is not None:
            helper, self._helper = self._helper, None
            helper.finished.connect(helper.deleteLater)
            helper.closeWriteChannel()  # `cat` sees the end and the inhibition is gone
            if helper.state() == QProcess.ProcessState.NotRunning:
                helper.deleteLater()

    def _ask_session(self) -> None:
        """Ask; the cookie is not needed, ending the connection ends the inhibition."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, BUS_NAME)
        if not bus.isConnected():
            return
        for service, path, interface in SAVERS:
            message = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            message.setAutoStartService(False)
            message.setArguments(["meeting-app", _("A meeting is in session")])
            self._asked.append(QDBusPendingCallWatcher(bus.asyncCall(message), self))


def _tell_windows(*, awake: bool) -> bool:
    flags = CONTINUOUS | (SYSTEM_REQUIRED | DISPLAY_REQUIRED if awake else 0)
    windows = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    return bool(windows.kernel32.SetThreadExecutionState(flags))
