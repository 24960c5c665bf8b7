"""The machine's clocks: wall, monotonic and which boot this is."""

import time
import uuid
from pathlib import Path

from meeting_app.domain.clock import Instant

_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")


def _boot_identity() -> str:
    """Linux names its boot; elsewhere each run of the program counts as one, so that only the wall clock
    bridges two runs.
    """
    try:
        return _BOOT_FILE.read_text(encoding="ascii").strip()
    except OSError:
        return uuid.uuid4().hex


BOOT = _boot_identity()


def _monotonic_ms() -> int:
    """Counts through suspend where the system can (Linux: CLOCK_BOOTTIME)."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.clock_gettime_ns(clock) if clock is not None else time.monotonic_ns()) // 1_000_000


def system_instant() -> Instant:
    """Now."""
    return Instant(time.time_ns() // 1_000_000, _monotonic_ms(), BOOT)
