"""The demonstration community with its papers; each test that writes takes a copy."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.__main__ import main
from meeting_app.actions.communities import Opened, copy_community, make_community, open_community
from meeting_app.actions.demonstration import plant_demonstration
from meeting_app.actions.papers import FiledPaper
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION
from meeting_app.queries.meetings import meeting_list
from meeting_app.queries.paper_list import paper_bytes
from meeting_app.storage.tables import Paper
from tests.storage.desks import quick_folder

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30


@dataclass(frozen=True)
class Row:
    """What the register holds of a paper."""

    kind: str
    number: int
    state: str
    sha256: str
    pages: int
    title: str
    supersedes: str | None


def register(session: Session, *, kind: str) -> tuple[Row, ...]:
    """All rows of a kind by number, reserved ones too."""
    rows = session.scalars(select(Paper).where(Paper.kind == kind).order_by(Paper.number))
    return tuple(
        Row(one.kind, one.number, one.state, one.sha256, one.pages, one.title, one.supersedes) for one in rows
    )


@dataclass(frozen=True)
class Office:
    """An open community with short ways to what tests ask."""

    file: Path
    opened: Opened
    time: MeetingTime

    def issue(self, kind: str, title: str) -> FiledPaper:
        """Issue a paper of the meeting with this title, and wait."""
        return self.opened.papers.issue(kind, self.meeting(title)).result(PATIENCE_S)

    def meeting(self, title: str) -> str:
        """The meeting with this title."""
        rows = self.opened.records.ask(meeting_list)
        return next(row.id for row in rows if row.title == title)

    def body(self, paper: FiledPaper) -> bytes:
        """The bytes in the register."""
        found = self.opened.records.ask(paper_bytes, paper_id=paper.paper_id)
        assert found is not None
        return found

    def rows(self, kind: str) -> tuple[Row, ...]:
        """The register's rows of a kind."""
        return self.opened.records.ask(register, kind=kind)


@pytest.fixture(scope="session")
def planted() -> Iterator[Path]:
    """A file with the community; only for copying."""
    with quick_folder() as folder:
        file = folder / "morning.yst"
        opened = make_community(file, STATION, MeetingTime(MORNING_MS))
        try:
            opened.desk.do(plant_demonstration, anchor=ANCHOR).result(60)
        finally:
            opened.close()
        yield file


@pytest.fixture
def office(planted: Path) -> Iterator[Office]:
    """A copy of the community that a test may write to."""
    with quick_folder() as folder:
        copy = folder / "晨光社区.yst"
        copy_community(planted, copy)
        time = MeetingTime(MORNING_MS)
        opened = open_community(copy, STATION, time)
        yield Office(copy, opened, time)
        opened.close()


Told = subprocess.CompletedProcess[str]


def _order(words: tuple[object, ...]) -> list[str]:
    return ["--language", "en", *map(str, words)]


@pytest.fixture
def program() -> Callable[..., Told]:
    """Runs `python -m meeting_app` in a process of its own."""

    def run(*words: object) -> Told:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        order = [sys.executable, "-m", "meeting_app", *_order(words)]
        return subprocess.run(
            order, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
            timeout=PATIENCE_S,
        )  # fmt: skip

    return run


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """The same commands inside this process: what they do and say is the same, without a start each."""

    def run(*words: object) -> Told:
        capfd.readouterr()
        code = main(_order(words))
        said = capfd.readouterr()
        return Told([], code, said.out, said.err)

    return run
