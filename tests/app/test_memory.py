"""Windows in reference cycles are destroyed where they were made, whoever allocates meanwhile."""

import subprocess
import sys

SCRIPT = """
import gc, sys, threading
from PySide6.QtCore import QObject, QTimer
from meeting_app.app import windows

app = windows.new_application()
died = []

class Knot(QObject):
    def __init__(self):
        super().__init__()
        self.itself = self

def watch():
    knot = Knot()
    import weakref
    weakref.finalize(knot, lambda: died.append(threading.current_thread() is threading.main_thread()))

watch()
worker = threading.Thread(target=lambda: [[] for _ in range(200_000)] and None)
worker.start()
worker.join()
assert not died and not gc.isenabled()
[gc.collect(0) for _ in range(12)]
keep = [[] for _ in range(2_000)]
QTimer.singleShot(2_500, app.quit)
app.exec()
print(died)
"""


def test_a_worker_never_destroys_a_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "[True]", done.stderr
