"""Starts the program the way a user does, and watches it from outside."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


@dataclass(frozen=True)
class Started:
    """What one start took: seconds from the birth of the process to a usable console, and its memory."""

    seconds: float
    megabytes: float


def profile() -> Path:
    """The profile of the measurements; it keeps the demonstration community between them."""
    return ROOT / "build" / "bench" / "profile"


def forget_the_disk() -> bool:
    """Make the system read everything from the disk again; False where we may not (only root on Linux)."""
    control = Path("/proc/sys/vm/drop_caches")
    if not hasattr(os, "sync") or not os.access(control, os.W_OK):
        return False
    os.sync()
    control.write_text("3\n", "ascii")
    return True


@contextmanager
def _program(arguments: list[str], stamp: Path) -> Iterator["subprocess.Popen[bytes]"]:
    born = f"{time.time():.6f}"
    surroundings = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "",
        "MEETING_APP_BORN": born,
        "MEETING_APP_STAMP": str(stamp),
    }
    command = [sys.executable, "-m", "meeting_app", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def start_once(arguments: list[str]) -> Started:
    """Start the program with these arguments and wait until it says that its console is usable."""
    with TemporaryDirectory() as folder:
        stamp = Path(folder) / "stamp.json"
        with _program(arguments, stamp) as process:
            end = time.monotonic() + PATIENCE_S
            while not stamp.exists():
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"the program did not get to its console: {arguments}")
                time.sleep(0.005)
            resident = psutil.Process(process.pid).memory_info().rss
        seconds = json.loads(stamp.read_text("utf-8"))["usable_s"]
    return Started(float(seconds), resident / 2**20)  # as task managers show it
