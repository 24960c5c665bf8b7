"""kill -9 at random instants of a meeting: everything that was shown as done is there, nothing twice, the
file and its journal are whole, and the console resumes where it stood.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from meeting_app.actions.communities import make_community
from meeting_app.actions.demonstration import SEED, plant_demonstration
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION
from tests.actions.hall import build
from tests.faults.killed_meetings import begin

ROOT = Path(__file__).resolve().parents[2]
REOPEN_LIMIT_MS = 500


def killed(what: str, source: Path, rounds: int, *more: str) -> list[dict[str, Any]]:
    """Kill a meeting so many times; what each look at the file found."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kill_server", what, str(source), str(rounds), "1", *more],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(found: list[dict[str, Any]], rounds: int) -> None:
    """Nothing lost in any round."""
    assert len(found) == rounds
    for look in found:
        assert look["wrong"] == [], look
        assert look["integrity"] == "ok", look
        assert look["broken_link"] is None, look
        assert look["resumed"], look
    told, slowest = sum(look["told"] for look in found), max(look["reopen_ms"] for look in found)
    print(f"{rounds} kills, {told} things told, none lost, reopened in at most {slowest} ms")
    assert told > rounds
    assert slowest <= REOPEN_LIMIT_MS


def scripted(folder: Path, rounds: int) -> None:
    """The scripted meeting of the demonstration."""
    planted = folder / "planted.yst"
    opened = make_community(planted, STATION, MeetingTime(MORNING_MS))
    opened.desk.do(plant_demonstration, seed=SEED, anchor=ANCHOR).result(60)
    opened.close()
    check(killed("script", planted, rounds), rounds)


def anything(folder: Path, rounds: int) -> None:
    """A meeting in which anything is tried."""
    hall = build(folder / "hall.yst")
    begin(folder / "hall.yst", hall)
    check(killed("anything", folder / "hall.yst", rounds, json.dumps(asdict(hall))), rounds)


def test_the_scripted_meeting_killed_a_few_times(tmp_path: Path) -> None:
    scripted(tmp_path, 12)


@pytest.mark.full
def test_the_scripted_meeting_killed_two_hundred_times(tmp_path: Path) -> None:
    scripted(tmp_path, 200)


def test_anything_killed_a_few_times(tmp_path: Path) -> None:
    anything(tmp_path, 6)


@pytest.mark.full
def test_anything_killed_two_hundred_times(tmp_path: Path) -> None:
    anything(tmp_path, 200)
