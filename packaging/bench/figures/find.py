"""Finding a person among 5,000, and the check-in desk of a meeting to which 1,600 are called."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.registry import Figure, measurement
from meeting_app.actions import attendance, community, meetings, people
from meeting_app.actions.communities import Opened, make_community
from meeting_app.actions.people import RosterLine
from meeting_app.actions.roster_file import export_bodies, export_roster, export_rows, read_roster
from meeting_app.queries.basics import ZONE
from meeting_app.queries.known_roster import known_roster
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.people import find_people
from meeting_app.queries.presence import presence_series
from meeting_app.queries.quorum import quorum_of
from meeting_app.storage.boot_clock import system_instant

PEOPLE = 5_000
PRESENT = 500
FIND_LIMIT_MS = 50
DESK_LIMIT_MS = 50
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗单解仇区曾查盖任"
GIVEN = "桂芳 建国 敏 秀兰 志远 丽华 光富 明德 秀英 国强 素芬 建华 晓东 浩然 雨桐 乐".split()
STARTS = datetime(2026, 11, 28, 19, 0, tzinfo=ZONE)
# A number, a name, part of one, initials, two readings of a surname, a room in two ways, nobody.
TYPED = ("4211", "单丽华", "桂芳", "wgf", "shan", "dlh", "37-1-802", "37号楼1单元802室", "qqqq")


def _line(number: int) -> RosterLine:
    house, place = divmod(number, 100)
    stairway, home = divmod(place, 50)
    storey, door = divmod(home // 2, 4)
    name = SURNAMES[number % len(SURNAMES)] + GIVEN[number // len(SURNAMES) % len(GIVEN)]
    return RosterLine(
        name, f"{house + 1}号楼", stairway + 1, storey + 1, f"{storey + 1}0{door + 1}", 8_900,
        "owner" if home % 2 == 0 else "family", f"1015{number:07}", 1950 + number % 60,
        (1, 1) if home % 2 == 0 else None,
    )  # fmt: skip


@contextmanager
def _community() -> Iterator[tuple[Opened, str, float]]:
    """5,000 people in 50 houses, a meeting of owners with 500 present, and how long the import took (ms)."""
    with TemporaryDirectory() as folder:
        opened = make_community(Path(folder) / "large.yst", "bench")
        do = opened.desk.do
        try:
            do(community.create_community, name="晨光", short="晨", committee="居委会").result(60)
            begun = perf_counter()
            do(people.import_roster, rows=[_line(number) for number in range(PEOPLE)]).result(120)
            taken = (perf_counter() - begun) * 1000
            meeting = do(
                meetings.draft_meeting,
                kind="owners_meeting",
                title="业主大会",
                place="楼下",
                starts_at=STARTS,
            ).result(60)
            desk = opened.records.ask(check_in_view, meeting_id=meeting)
            assert desk is not None
            for hit in desk.members[:PRESENT]:
                do(attendance.check_in, meeting_id=meeting, person_id=hit.person_id).result(60)
            yield opened, meeting, taken
        finally:
            opened.close()


def _ms(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


@measurement("find")
def find(rounds: int) -> list[Figure]:
    """A person among 5,000 by number, name, initials, either reading or room; the desk's pictures."""
    with _community() as (opened, meeting, imported):
        ask, conditions = opened.records.ask, "5,000 people, 500 present"
        found = [
            _ms(lambda text=text: ask(find_people, text=text, meeting_id=meeting))  # type: ignore[misc]
            for _round in range(max(rounds, 20))
            for text in TYPED
        ]
        desk = ask(check_in_view, meeting_id=meeting)
        absent = [hit for hit in desk.members if hit.state == "absent"] if desk else []
        came = [
            _ms(
                lambda one=hit: opened.desk.do(  # type: ignore[misc]
                    attendance.check_in, meeting_id=meeting, person_id=one.person_id
                ).result(10)
            )
            for hit in absent[: max(rounds, 20)]
        ]
        pictures = {
            "check-in: quorum by persons and area": lambda: ask(quorum_of, meeting_id=meeting),
            "check-in: the desk's picture": lambda: ask(check_in_view, meeting_id=meeting, most=400),
            "check-in: the window's frame": lambda: ask(
                live_view, meeting_id=meeting, now=system_instant(), station="bench"
            ),
            "presence over the whole meeting": lambda: ask(presence_series, meeting_id=meeting),
        }
        figures = [
            Figure("find a person", tuple(found), "ms", FIND_LIMIT_MS, "", conditions, "p95"),
            Figure(
                "check-in until it is on the disk", tuple(came), "ms", DESK_LIMIT_MS, "", conditions, "p95"
            ),
        ]
        for name, work in pictures.items():
            figures.append(
                Figure(name, tuple(_ms(work) for _round in range(rounds)), "ms", None, "", conditions)
            )
        return [*figures, *_files(opened, imported)]


def _files(opened: Opened, imported: float) -> list[Figure]:
    """The whole roster written out and read again."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "out.xlsx"
        rows, bodies = opened.records.ask(export_rows), opened.records.ask(export_bodies)
        written = _ms(lambda: export_roster(rows, file, bodies))
        known = opened.records.ask(known_roster)
        start = time.process_time()
        preview = read_roster(file, known)
        read = (time.process_time() - start) * 1000
    assert preview.counts["same"] == PEOPLE
    return [
        Figure("import 5,000 people", (imported,), "ms", 15_000, "", "one batch, with pinyin"),
        Figure("write 5,000 people as XLSX", (written,), "ms", 10_000),
        Figure("read them and compare", (read,), "ms CPU", 10_000),
    ]
