"""Where a secret vote could leave who voted how: every byte that a meeting leaves behind is searched.

Each ballot of these votes is unlike all others, so that it would be recognised wherever it lay.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from meeting_app.actions.papers import KINDS, PaperRoom
from meeting_app.actions.votes import casting, running
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.paper_list import paper_bytes
from meeting_app.queries.records import Records
from meeting_app.queries.vote_bundle import vote_bundle
from meeting_app.storage.backup import back_up, folder_beside
from meeting_app.ui.qt.crash import report_of
from tests.actions.hall import NAMES
from tests.documents import tools
from tests.storage.desks import PATIENCE_S
from tests.votes.steps import Vote

COLOURS = (("红色", 0), ("蓝色", 0), ("绿色", 0))
# Dots of 10,000 to three options. The first voters' ballots are not the first as the sheet sorts them.
DOTS: tuple[Marks, ...] = (
    (7031, 1862, 1107), (2459, 3346, 4195), (9118, 577, 303), (1373, 6824, 1803), (4986, 2217, 2797),
    (3642, 4071, 2287), (6275, 1938, 1787),
)  # fmt: skip
LINES = [",".join(map(str, marks)).encode() for marks in DOTS]


@pytest.fixture
def papers(vote: Vote) -> Iterator[PaperRoom]:
    """The room in which papers are made."""
    room = PaperRoom(vote.room.desk, Records(vote.room.store))
    yield room
    room.close()


def left_behind(vote: Vote) -> dict[str, bytes]:
    """Every file of the community but the urn, and a backup of this moment."""
    file = vote.room.store.file
    assert file is not None
    back_up(file, folder_beside(file), "manual", vote.room.time().wall_ms)
    found = {path.name: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
    assert {file.name, f"{file.name}-wal"} <= set(found)
    return {name: content for name, content in found.items() if name != vote.urn().path.name}


def cells(content: sqlite3.Connection) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every row of every table of a database."""
    names = content.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in names:
        for row in content.execute(f'SELECT * FROM "{table}"'):
            yield table, row


def private(vote: Vote) -> list[bytes]:
    """What names a voter: name, identity and voting right, as texts and as bytes."""
    told = [*NAMES, *vote.hall.people, *vote.rights().values()]
    raw = [bytes.fromhex(one.replace("-", "")) for one in told if one not in NAMES]
    return [one.encode() for one in told] + raw


def moments(begun_ms: int, ended_ms: int) -> list[bytes]:
    """How SQLite and texts would write any time of this span: the leading five of its six bytes, or the
    leading digits.
    """
    spans = range(begun_ms >> 8, (ended_ms >> 8) + 1)
    digits = {str(moment << 8)[:9].encode() for moment in spans}
    return [span.to_bytes(5, "big") for span in spans] + sorted(digits)


def bytes_of(row: tuple[object, ...]) -> bytes:
    """A row as one line."""
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)


def cast_all(vote: Vote, codes: list[str], *, coded: bool) -> None:
    """All vote: on coded papers, or half with slips by phone and half on numbered papers."""
    for number, marks in enumerate(DOTS):
        if coded:
            assert vote.paper(codes[number], marks) == "counted"
        elif number < 4:
            vote.room.do(
                casting.cast, poll_id=vote.poll, channel=Channel.PHONE, marks=marks, slip=codes[number],
                request=f"{vote.hall.people[number]} asks",
            )  # fmt: skip
        else:
            vote.room.do(
                casting.exchange_slip, poll_id=vote.poll, slip=codes[number], request=vote.hall.people[number]
            )
            assert vote.paper(str(number), marks) == "counted"


@pytest.mark.parametrize("coded", [True, False], ids=["coded papers", "slips and numbered papers"])
def test_no_file_tells_who_voted_how(vote: Vote, papers: PaperRoom, *, coded: bool) -> None:
    channels = (Channel.PAPER,) if coded else (Channel.PHONE, Channel.PAPER)
    vote.prepare(Question.SEVERAL, "dots", COLOURS, secret=True, channels=channels, seats=1, limit=10_000)
    if coded:
        filed = papers.issue("ballot", vote.hall.meeting).result()
        printed = papers.run(filed.paper_id).result()
        codes = [code.short for code in vote.urn().paper_codes()]
        assert codes[0].encode() not in (vote.room.ask(paper_bytes, paper_id=filed.paper_id) or b"")
        assert printed
    else:
        vote.print_slips(7)
        codes = [slip.short for slip in vote.slips]
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=7)
    begun_ms = vote.room.time().wall_ms
    cast_all(vote, codes, coded=coded)
    ended_ms = vote.room.time().wall_ms

    box = vote.urn().path.read_bytes()
    assert all(line in box for line in LINES)  # the search finds what is there
    for told in (*private(vote), *moments(begun_ms, ended_ms), *(code.encode() for code in codes)):
        assert told not in box, told
    for name, content in left_behind(vote).items():
        assert not [line for line in LINES if line in content], name
        assert not [code for code in codes if code.encode() in content], name

    vote.close()
    vote.count()
    vote.publish()
    sheet = vote.row().sheet
    assert sheet is not None
    assert sheet.splitlines()[1:] == sorted(LINES)
    assert not vote.urn().path.exists()
    file = vote.room.store.file
    assert file is not None
    spent = [] if coded else codes
    for name, content in left_behind(vote).items():
        assert not [code for code in spent if code.encode() in content], name
    with closing(sqlite3.connect(file)) as records:
        beside = [(table, row) for table, row in cells(records) if LINES[0] in bytes_of(row)]
    assert [table for table, _row in beside] == ["poll"]
    assert not [told for told in private(vote) if told in bytes_of(beside[0][1])]

    bundle = vote.room.ask(vote_bundle, poll_id=vote.poll)
    for name, content in bundle.items():
        assert not [told for told in private(vote) if told in content], name
        assert (name == "ballots.csv") == any(line in content for line in LINES), name
        assert not [code for code in spent if code.encode() in content], name

    made = set()
    for kind in KINDS:
        try:
            paper = papers.issue(kind, vote.hall.meeting, all_the_same=True).result()
        except Refusal:  # this meeting has no such paper
            continue
        text = tools.text(vote.room.ask(paper_bytes, paper_id=paper.paper_id) or b"")
        made.add(kind)
        assert not [marks for marks in DOTS if all(str(dots) in text for dots in marks)], kind
        assert not [code for code in spent if code in text], kind
    assert {"ballot", "sign_in", "minutes", "decision_notice"} <= made


def test_a_fault_while_a_vote_is_stored_tells_nothing_of_it(vote: Vote) -> None:
    vote.prepare(Question.SEVERAL, "dots", COLOURS, secret=True, channels=(Channel.PHONE,), limit=10_000)
    vote.print_slips(7)
    vote.open()
    with closing(sqlite3.connect(vote.urn().path)) as box:
        box.execute("DROP TABLE ballot")
    slip = vote.slips[0]
    fault = vote.room.desk.do(
        casting.cast, poll_id=vote.poll, channel=Channel.PHONE, marks=DOTS[0], slip=slip.short,
        request=vote.hall.people[0],
    ).exception(PATIENCE_S)  # fmt: skip
    assert fault is not None
    report = report_of(type(fault), fault, fault.__traceback__)
    assert "Traceback" in report
    for told in ("7031", "1862", slip.short, slip.long, vote.hall.people[0]):
        assert told not in report
