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

from tests.actions.hall import build

ROOT = Path(__file__).resolve().parents[2]
REOPEN_LIMIT_MS = 500


def killed(folder: Path, rounds: int) -> list[dict[str, Any]]:
    """Kill a meeting so many times; what each look at the file found."""
    file = folder / "hall.yst"
    hall = json.dumps(asdict(build(file)))
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kill_server", str(file), hall, str(rounds), "1"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(found: list[dict[str, Any]]) -> None:
    """Nothing lost in any round."""
    for look in found:
        assert look["lost"] == [], look
        assert look["wrong_notes"] == [], look
        assert 0 <= look["untold"] <= 1, look  # committed, and killed before it could be told
        assert look["integrity"] == "ok", look
        assert look["broken_link"] is None, look
        assert look["resumed"], look
    told, slowest = sum(look["told"] for look in found), max(look["reopen_ms"] for look in found)
    print(f"{len(found)} kills, {told} things told, none lost, reopened in at most {slowest} ms")
    assert told > len(found)
    assert slowest <= REOPEN_LIMIT_MS


def test_killed_a_few_times(tmp_path: Path) -> None:
    check(killed(tmp_path, 12))


@pytest.mark.full
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    check(killed(tmp_path, 200))
