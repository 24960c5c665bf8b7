"""Kills a meeting again and again: forks a process that runs a meeting on a file and tells each thing that
was done, kills it at a random instant, and looks at the file as the next start finds it.

Arguments: file with a hall, its description as JSON, rounds, seed. Prints one JSON line a round. A process of
its own, without threads at the fork.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select as choose
from sqlalchemy.orm import Session

from meeting_app.actions import running
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import broken_link
from meeting_app.queries.live import live_meeting_id
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from meeting_app.storage.tables import JournalRow, Note
from tests.actions import invariants
from tests.actions.hall import Hall
from tests.actions.moves import MOVES, Moves
from tests.storage.desks import Room

# What a meeting mostly consists of; everything else happens now and then.
OFTEN = ("ask_to_speak", "call_next", "write_gist", "end_speech", "add_note", "report_hands", "next_item")
LONGEST_S = 0.35


def run_meeting(file: Path, hall: Hall, seed: int, told: int) -> None:
    """Take the meeting up where it stands and go on for ever; each thing done is told after its commit."""
    chance = random.Random(seed)
    room = Room(Store.open_file(file, system_instant()))
    room.desk.now = system_instant
    room.desk.committed.append(lambda number: room.__dict__.update(number=number))
    moves = Moves(room, hall)
    verbs = (*(verb for verb in MOVES if verb != "remove_note"), *OFTEN * 6)  # notes go by undo only
    while True:
        verb = chance.choice(verbs)
        action, arguments = moves.make(verb, chance.choice)
        if "text" in arguments:
            arguments["text"] = f"{seed}-{moves.count}"
        before = room.__dict__.get("number")
        try:
            room.do(action, **arguments)
        except Refusal:
            continue
        number = room.__dict__.get("number")
        if number != before:
            line = json.dumps([number, verb, arguments.get("text") if verb == "add_note" else None])
            os.write(told, line.encode() + b"\n")


@dataclass
class Killed:
    """What a killed meeting had told, to the last whole line."""

    lines: list[Any]
    lived_ms: int


def kill_one(file: Path, hall: Hall, seed: int) -> Killed:
    """Run a meeting in a process of its own and kill it."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            run_meeting(file, hall, seed, tell)
        finally:
            os._exit(3)
    os.close(tell)
    begun, text = time.monotonic(), b""
    life = random.Random(seed + 1_000_000).uniform(0, LONGEST_S)
    while True:
        left = life - (time.monotonic() - begun) if text else 20.0
        if left <= 0 or not select.select([hear], [], [], left)[0]:
            break
        if not text:
            begun = time.monotonic()  # its life begins with the first thing done
        text += os.read(hear, 65536)
    os.kill(child, signal.SIGKILL)
    while more := os.read(hear, 65536):
        text += more
    os.close(hear)
    _pid, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the meeting ended by itself: see the trace above")
    whole = text[: text.rfind(b"\n") + 1].decode().splitlines()
    return Killed([json.loads(line) for line in whole], round((time.monotonic() - begun) * 1000))


def look(file: Path, hall: Hall, killed: Killed) -> dict[str, Any]:
    """Reopen as the next start does, and hold what was told against what is there."""
    begun = time.perf_counter()
    store = Store.open_file(file, system_instant())
    with store.read() as session:
        resumed = live_meeting_id(session)
    reopened = time.perf_counter() - begun
    with closing(store), store.read() as session:
        rows = {row.number: row for row in session.scalars(choose(JournalRow))}
        lost = [line for line in killed.lines if line[0] not in rows or rows[line[0]].verb != line[1]]
        taken_back = {row.number for row in rows.values() if row.undone_by is not None}
        notes = {line[2]: line[0] not in taken_back for line in killed.lines if line[2]}
        invariants.check(session, hall.meeting)
        return {
            "told": len(killed.lines),
            "lived_ms": killed.lived_ms,
            "lost": lost,
            "wrong_notes": _wrong_notes(session, notes),
            "untold": max(rows) - max([line[0] for line in killed.lines], default=max(rows)),
            "integrity": store.integrity(),
            "broken_link": broken_link(session),
            "resumed": resumed == hall.meeting,
            "reopen_ms": round(reopened * 1000, 1),
            "rows": len(rows),
        }


def _wrong_notes(session: Session, told: dict[str, bool]) -> list[str]:
    """Texts that are there twice, that were told and are not there, or that were taken back and are."""
    there = Counter(session.scalars(choose(Note.text)))
    wrong = [text for text, stays in told.items() if (text in there) != stays]
    return wrong + [text for text, many in there.items() if many > 1]


def main() -> None:
    """Kill round after round."""
    file, told, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    hall = Hall(**json.loads(told))
    hall = replace(hall, people=tuple(hall.people), items=tuple(hall.items))
    room = Room(Store.open_file(Path(file), system_instant()))
    room.do(running.open_meeting, meeting_id=hall.meeting)
    room.close()
    room.store.close()
    for number in range(rounds):
        killed = kill_one(Path(file), hall, seed + number)
        print(json.dumps(look(Path(file), hall, killed)), flush=True)


if __name__ == "__main__":
    main()
