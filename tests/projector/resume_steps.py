"""The program as a user starts it; tells on one line when the hall's window shows a speaker, and keeps the
picture. The first argument is the picture's place, the rest is the program's command line.
"""

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from meeting_app.__main__ import main
from meeting_app.app import windows
from meeting_app.queries.slides_types import SpeakerSlide
from meeting_app.storage.boot_clock import system_instant
from meeting_app.ui.projector.window import ProjectorWindow

OFTEN_MS = 10


def _look(place: str, again: QTimer) -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, ProjectorWindow) and window.covers and isinstance(window.slide, SpeakerSlide):
            again.stop()
            cpu, now = time.process_time(), system_instant()
            window.picture().save(place)
            told = {
                "slide": repr(window.slide),
                "cpu_s": cpu,
                "remaining_ms": window.slide.clock.remaining(now),
                "wall_ms": now.wall_ms,
            }
            print(json.dumps(told), flush=True)


def run() -> int:
    """Start, and look every few milliseconds."""
    windows.new_application()
    again = QTimer()
    again.timeout.connect(lambda: _look(sys.argv[1], again))
    again.start(OFTEN_MS)
    return main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(run())
