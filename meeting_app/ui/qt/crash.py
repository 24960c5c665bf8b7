"""When a bug comes up: first what must be safe, then a report on the disk, then a window that says so.

Known errors are told as sentences where they arise; one that nobody took is told here the same way. After a
bug the program does not go on in a state that nobody can vouch for: the console is switched off, the
projector keeps its last picture, and the person restarts. A fault below Python (which no handler sees) leaves
a trace in a file that the next start can find.
"""

import atexit
import faulthandler
import os
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

from PySide6.QtCore import QObject, QProcess, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication

from meeting_app import __version__
from meeting_app.domain.refusal import Refusal
from meeting_app.ui.qt.spared import Edge

if TYPE_CHECKING:
    from meeting_app.ui.qt.crash_window import CrashWindow

FOLDER: Final = "crashes"
FAULTS: Final = "below-python.txt"
EXIT_CODE: Final = 70
KEPT: Final = 10
STAYS: Final = "survives_crash"  # a window with this property set stays as it is: the projector

HIDDEN: Final = "[...]"
# The program's own lines are written in ASCII letters; whatever is not came from the records.
_PRIVATE: Final = re.compile(r"[^\x00-\x7f]+|\d{7,}")

Caught = tuple[type[BaseException], BaseException, TracebackType | None]


class Crash(QObject):
    """Catches what nobody caught, on any thread.

    `make_safe` is called first and answers where the records lie ("" when none are open). `known` tells a
    refusal that nobody took: a stick that is pulled fails whatever is read at that moment, and that is no
    mistake of the program. `shown` is the window that tells the person, None until something happened.
    """

    _caught = Signal(object)
    _spared = Signal(object)

    def __init__(
        self, folder: Path, make_safe: Callable[[], str], known: Callable[[Refusal], None] | None = None
    ) -> None:
        super().__init__()
        self._known = known
        self._folder = folder / FOLDER
        self._make_safe = make_safe
        self._before = (sys.excepthook, threading.excepthook)
        self._faults: TextIO | None = None
        self.shown: CrashWindow | None = None
        self.remark: CrashWindow | None = None  # of a page of the hall that could not be made
        self._told: set[str] = set()
        self.report = ""
        # Queued: a bug inside a paint event must not build a window inside that paint event.
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._spared.connect(self._tell_spared, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        Edge.told = self.spare
        self._watch_below()

    def end(self) -> None:
        """Catch no longer; a proper end leaves no trace."""
        sys.excepthook, threading.excepthook = self._before
        Edge.told = None
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None
            (self._folder / FAULTS).unlink(missing_ok=True)

    def _watch_below(self) -> None:
        """Have faults below Python written to a file; the file is opened now, since then it is too late."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._faults = (self._folder / FAULTS).open("w", encoding="utf-8")
        except OSError:
            return  # a read-only profile: such a fault then leaves no trace
        faulthandler.enable(self._faults)

    def _catch_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.catch(told.exc_type, told.exc_value, told.exc_traceback)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls. Ctrl+C in a terminal is not a bug."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._before[0](kind, error, trace)
            return
        self._caught.emit((kind, error, trace))

    def spare(self, bug: Exception) -> None:
        """A page of the hall could not be made and another took its place: told once, however often it is
        painted. The console goes on.
        """
        where = traceback.extract_tb(bug.__traceback__)[-1:]
        name = f"{type(bug).__name__} {[(frame.filename, frame.lineno) for frame in where]}"
        if name not in self._told:
            self._told.add(name)
            self._spared.emit(bug)

    def _tell_spared(self, bug: Exception) -> None:
        traceback.print_exception(bug)
        report = report_of(type(bug), bug, bug.__traceback__)
        file = self._write(report)
        if self.shown is None:
            from meeting_app.ui.qt.crash_window import CrashWindow

            self.remark = CrashWindow(self._safe_place(), file, report, goes_on=True)
            self.remark.show()
            self.remark.activateWindow()

    def _tell(self, caught: Caught) -> None:
        if isinstance(caught[1], Refusal) and self._known is not None and self.shown is None:
            self._known(caught[1])
            return
        if self.shown is not None or self.report:
            traceback.print_exception(*caught)
            return  # one window is enough; what follows a first bug is mostly its echo
        place = self._safe_place()
        self.report = report_of(*caught)
        file = self._write(self.report)
        traceback.print_exception(*caught)
        self._show(place, file)

    def _safe_place(self) -> str:
        try:
            return self._make_safe()
        except Exception as second:  # noqa: BLE001 - a second bug must not hide the first
            traceback.print_exception(second)
            return ""

    def _write(self, report: str) -> str:
        """Put the report on the disk; answers its place, "" when it could not be written."""
        now = datetime.now(UTC)
        file = self._folder / f"{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(report, "utf-8")
            for old in sorted(self._folder.glob("2*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return ""
        return str(file)

    def _show(self, place: str, file: str) -> None:
        from meeting_app.ui.qt.crash_window import CrashWindow

        for window in QApplication.topLevelWidgets():
            if not window.property(STAYS):
                window.setEnabled(False)
        self.shown = CrashWindow(place, file, self.report)
        self.shown.restart_asked.connect(self._restart)
        self.shown.close_asked.connect(_leave)
        self.shown.show()
        self.shown.activateWindow()

    def _restart(self) -> None:
        """Start the program again as it was started, once this one has let go of everything."""
        atexit.register(QProcess.startDetached, sys.executable, sys.orig_argv[1:])
        _leave()


def _leave() -> None:
    QApplication.exit(EXIT_CODE)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs: versions and the trace. An error often quotes what it choked on: residents'
    names, texts and telephone numbers are taken out, since the report leaves the house.
    """
    head = [
        f"meeting-app {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        "",
    ]
    told = "\n".join(head) + "".join(traceback.format_exception(kind, error, trace))
    return _PRIVATE.sub(HIDDEN, told)


def died_below(folder: Path) -> str:
    """The trace that a fault below Python left in the last run, "" when it ended properly; it is asked for
    once.
    """
    file = folder / FOLDER / FAULTS
    try:
        trace = file.read_text("utf-8", errors="replace")
        file.unlink()
    except OSError:
        return ""
    return trace


def install(folder: Path, make_safe: Callable[[], str], known: Callable[[Refusal], None]) -> Crash:
    """Catch from now on; the caller keeps the answer and ends it when the program ends."""
    crash = Crash(folder, make_safe, known)
    app = QApplication.instance()
    if app is not None:
        crash.setParent(app)
        app.aboutToQuit.connect(crash.end)
    crash.begin()
    return crash
