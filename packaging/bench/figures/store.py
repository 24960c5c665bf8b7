"""The records: an action until it is on the disk, the pictures that the windows ask for, reopening after a
kill. On the demonstration community, in the middle of its meeting.
"""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench.registry import Figure, measurement
from meeting_app.actions import notes
from meeting_app.actions.communities import Opened, make_community
from meeting_app.actions.demonstration import SEED, demonstration_ids, plant_demonstration
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION, ScriptedMeeting
from meeting_app.queries.floor import queue_view
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.meetings import meeting_list
from meeting_app.queries.people import find_people, roster
from meeting_app.queries.polls import hands_view
from meeting_app.queries.start import find_anything, today_view
from meeting_app.queries.topics import topic_passport
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store

# Half of the scripted meeting: everybody is here, the discussion is under way.
STEPS = 75
COMMITS_A_ROUND = 40
# What the windows may ask on the thread that paints (decisions.md 20), and reopening after a crash.
QUERY_LIMIT_MS = 5
REOPEN_LIMIT_MS = 500
# A key has 50 ms until it is repainted; its commit may take a part of them.
COMMIT_LIMIT_MS = 15


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@contextmanager
def _meeting() -> Iterator[tuple[Opened, str]]:
    """The demonstration in the middle of its meeting, and the current item."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        clock = MeetingTime(MORNING_MS)
        opened = make_community(folder / "community.yst", STATION, clock)
        stack.callback(opened.close)
        opened.desk.do(plant_demonstration, seed=SEED, anchor=ANCHOR).result()
        script = ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock)
        for step in script.steps():
            step.run()
            if step.number == STEPS:
                break
        meeting = demonstration_ids().meeting_id
        view = opened.records.ask(live_view, meeting_id=meeting, now=opened.desk.now())
        yield opened, view.current.id if view and view.current else ""


def _commits(opened: Opened, many: int) -> list[float]:
    meeting = demonstration_ids().meeting_id

    def note() -> None:
        opened.desk.do(notes.add_note, meeting_id=meeting, kind="note", text="先公示报价").result()

    return [_milliseconds(note) for _ in range(many)]


def _bare_inserts(folder: Path, many: int) -> list[float]:
    """The least that a commit can take here: one row, WAL, synchronous=FULL."""
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        insert = "INSERT INTO note (text) VALUES ('x')"
        return [_milliseconds(lambda: database.execute(insert)) for _ in range(many)]


def _pictures(opened: Opened, item: str) -> dict[str, Callable[[], Any]]:
    ask, now = opened.records.ask, opened.desk.now
    meeting, lift = demonstration_ids().meeting_id, demonstration_ids().lift_topic_id
    return {
        "the meeting's frame": lambda: ask(live_view, meeting_id=meeting, now=now(), station=STATION),
        "the floor": lambda: ask(queue_view, item_id=item, now=now()),
        "the hands": lambda: ask(hands_view, item_id=item),
        "the check-in desk": lambda: ask(check_in_view, meeting_id=meeting),
        "finding a person by initials": lambda: ask(find_people, text="wg", meeting_id=meeting),
        "finding a person by room": lambda: ask(find_people, text="3-501", meeting_id=meeting),
        "finding anything": lambda: ask(find_anything, text="电梯"),
        "today": lambda: ask(today_view, today=ANCHOR),
        "the list of meetings": lambda: ask(meeting_list),
        "a topic's passport": lambda: ask(topic_passport, topic_id=lift, today=ANCHOR),
        "a page of the roster": lambda: ask(roster, limit=200),
    }


def _reopened(file: Path) -> float:
    """Open what a killed process leaves behind: the file and its log, not folded in."""
    with TemporaryDirectory() as folder:
        left = Path(folder) / file.name
        for ending in ("", "-wal"):
            shutil.copyfile(f"{file}{ending}", f"{left}{ending}")
        stores: list[Store] = []
        taken = _milliseconds(lambda: stores.append(Store.open_file(left, system_instant())))
        stores[0].close()
    return taken


@measurement("store")
def store(rounds: int) -> list[Figure]:
    """Commit of an action, queries of the windows, reopening after a kill."""
    with _meeting() as (opened, item):
        file = opened.file
        assert file is not None
        commits = _commits(opened, rounds * COMMITS_A_ROUND)
        bare = _bare_inserts(file.parent, rounds * COMMITS_A_ROUND)
        figures = [
            Figure(
                "action until committed",
                tuple(commits),
                "ms",
                COMMIT_LIMIT_MS,
                f"one bare insert here {median(bare):.2f}, p99 {quantiles(bare, n=100)[-1]:.2f}",
                "with journal, undo image and feed; WAL, synchronous=FULL",
                "p95",
            ),
            Figure("action until committed, p99", (quantiles(commits, n=100)[-1],), "ms"),
        ]
        for name, picture in _pictures(opened, item).items():
            picture()
            values = tuple(_milliseconds(picture) for _ in range(max(5, rounds)))
            figures.append(Figure(f"asking for {name}", values, "ms", QUERY_LIMIT_MS))
        reopened = tuple(_reopened(file) for _ in range(rounds))
        condition = "after a kill: recovery of the log and the check of all pages"
        figures.append(Figure("reopening a file", reopened, "ms", REOPEN_LIMIT_MS, "", condition, "max"))
    return figures
