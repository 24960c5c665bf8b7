"""The demonstration community, planted once for all tests of this folder; each test that writes
takes a copy.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_app.actions.communities import Opened, copy_community, make_community, open_community
from meeting_app.actions.demonstration import plant_demonstration
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION
from tests.storage.desks import quick_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def planted_file() -> Iterator[Path]:
    """A file with the community; only for reading and copying."""
    with quick_folder() as folder:
        file = folder / "morning.yst"
        opened = make_community(file, STATION, MeetingTime(MORNING_MS))
        try:
            opened.desk.do(plant_demonstration, anchor=ANCHOR).result(60)
        finally:
            opened.close()
        yield file


@pytest.fixture
def planted(planted_file: Path) -> Iterator[Opened]:
    """The community, to be asked."""
    opened = open_community(planted_file, STATION, MeetingTime(MORNING_MS))
    yield opened
    opened.close()


@pytest.fixture
def own_file(planted_file: Path) -> Iterator[Path]:
    """A copy that a test may write to."""
    with quick_folder() as folder:
        copy = folder / "own.yst"
        copy_community(planted_file, copy)
        yield copy


def python(*words: str, hash_seed: str = "0") -> "subprocess.Popen[str]":
    """A Python of its own with the product on its path."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": hash_seed}
    return subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
