"""Kills a meeting again and again: forks a process that runs a meeting on a file and tells each thing that
was done, kills it at a random instant, and looks at the file as the next start finds it.

Arguments: what to run (`script` or `anything`), a file to begin from, rounds, seed, for `anything` also the
description of its hall as JSON. Prints one JSON line a round. A process of its own, without threads at the
fork.
"""

import json
import os
import random
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from meeting_app.queries.journal import broken_link
from meeting_app.queries.states import live_meeting_id
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from tests.actions import invariants
from tests.actions.hall import Hall
from tests.faults.killed_meetings import Anything, Meeting, Script

LONGEST_S = 0.3
PATIENCE_S = 20.0


@dataclass
class Killed:
    """What a killed meeting had told, to the last whole line; whether it had come to its end before."""

    lines: list[Any]
    lived_ms: int
    ended: bool


def _heard(hear: int, life_s: float) -> tuple[bytes, float]:
    """What is told in a life that begins with the first thing told, and when that was."""
    begun, text = time.monotonic(), b""
    while True:
        left = life_s - (time.monotonic() - begun) if text else PATIENCE_S
        if left <= 0 or not select.select([hear], [], [], left)[0]:
            return text, begun
        more = os.read(hear, 65536)
        if not more:
            return text, begun
        begun = begun if text else time.monotonic()
        text += more


def _tell(pipe: int, line: Any) -> None:
    os.write(pipe, json.dumps(line).encode() + b"\n")


def kill_one(run: Callable[[Callable[[Any], None]], None], life_s: float) -> Killed:
    """Run a meeting in a process of its own and kill it."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        code = 3
        try:
            run(lambda line: _tell(tell, line))
            code = 0
        except Exception:  # noqa: BLE001  the end of a process: it is printed
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(tell)
    text, begun = _heard(hear, life_s)
    os.kill(child, signal.SIGKILL)
    lived_ms = round((time.monotonic() - begun) * 1000)
    while more := os.read(hear, 65536):
        text += more
    os.close(hear)
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise SystemExit("the meeting broke by itself: see the trace above")
    whole = text[: text.rfind(b"\n") + 1].decode().splitlines()
    return Killed([json.loads(line) for line in whole], lived_ms, os.WIFEXITED(status))


def look(file: Path, meeting: Meeting, killed: Killed) -> dict[str, Any]:
    """Reopen as the next start does, and hold what was told against what is there."""
    begun = time.perf_counter()
    store = Store.open_file(file, system_instant())
    with store.read() as session:
        resumed = live_meeting_id(session)
    reopened = time.perf_counter() - begun
    with store.read() as session:
        invariants.check(session, meeting.meeting_id)
        found = {
            "told": len(killed.lines),
            "lived_ms": killed.lived_ms,
            "ended": killed.ended,
            "wrong": meeting.wrong(session, killed.lines),
            "integrity": store.integrity(),
            "broken_link": broken_link(session),
            "resumed": resumed == (meeting.meeting_id if meeting.live(session) else None),
            "reopen_ms": round(reopened * 1000, 1),
        }
    store.close()
    return found


def main(what: str, source: Path, rounds: int, seed: int, hall: str = "{}") -> None:
    """Kill round after round; a meeting that came to its end is begun again."""
    file = source.with_name(f"killed-{what}.yst")
    shutil.copyfile(source, file)
    for number in range(seed, seed + rounds):
        life_s = random.Random(number).uniform(0, LONGEST_S)
        meeting: Meeting = Script(file)
        if what == "anything":
            described = Hall(**json.loads(hall))
            described = replace(described, people=tuple(described.people), items=tuple(described.items))
            meeting = Anything(file, described, number)
        killed = kill_one(meeting.run, life_s)
        print(json.dumps(look(file, meeting, killed)), flush=True)
        if killed.ended:
            shutil.copyfile(source, file)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:])
