"""The ballot box: one ballot a slip, nothing twice, nothing in it that tells who or when."""

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.storage.urn import Entry, Urn, open_urns, urn_file
from meeting_app.storage.urn_writer import SlipCode, UrnWriter
from tests.storage.desks import quick_folder

VOTERS = 80
# The standard deviation of Kendall's tau of 80 things in a random order is 0.076.
CHANCE = 0.36


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of this test."""
    with quick_folder() as made:
        yield made


def slips(count: int) -> list[SlipCode]:
    """Codes of slips; the test knows them, as the people who drew them do."""
    return [SlipCode(f"S{number:04}", f"L{number:020}") for number in range(count)]


@pytest.fixture
def urn(folder: Path) -> Urn:
    """An urn for a few."""
    made = Urn.create(urn_file(folder, "p1"), "p1")
    made.add_slips(slips(5))
    return made


def refusal(do: object, *arguments: object) -> str:
    """The code with which it is refused."""
    assert callable(do)
    with pytest.raises(Refusal) as told:
        do(*arguments)
    return told.value.code


def test_a_slip_buys_one_ballot(urn: Urn) -> None:
    assert urn.cast("S0001", "r1", "phone", "[1]")
    assert refusal(urn.cast, "S0001", "r2", "phone", "[2]") == "slip_spent"
    assert refusal(urn.exchange, "L" + "1".zfill(20), "r3") == "slip_spent"
    assert refusal(urn.cast, "S9999", "r4", "phone", "[2]") == "slip_unknown"
    count = urn.count()
    assert (count.slips, count.spent, count.ballots, count.by_channel) == (5, 1, 1, (("phone", 1),))


def test_the_same_request_again_changes_nothing(urn: Urn) -> None:
    assert urn.cast("S0001", "r1", "phone", "[1]")
    assert not urn.cast("L" + "1".zfill(20), "r1", "phone", "[1]")
    assert [ballot.content for ballot in urn.ballots()] == ["[1]"]


def test_requests_without_a_key_are_told_apart(urn: Urn) -> None:
    assert urn.cast("S0001", "", "phone", "[1]")
    assert refusal(urn.cast, "S0001", "", "phone", "[2]") == "slip_spent"


def test_a_slip_is_not_spent_where_its_ballot_could_not_be_put_in(
    urn: Urn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_writer: UrnWriter, _channel: str, _content: str) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(UrnWriter, "put", full)
        with pytest.raises(OSError, match="no space"):
            urn.cast("S0001", "r1", "phone", "[1]")
    assert (urn.count().spent, urn.count().ballots) == (0, 0)
    assert urn.cast("S0001", "r2", "phone", "[1]")


def test_writers_take_turns_and_none_is_turned_away(urn: Urn) -> None:
    """Several hands at one file at once, as processes have it, without the desk's one thread between them."""
    urn.add_slips(SlipCode(f"T{number:04}", f"M{number:020}") for number in range(60))

    def cast(number: int) -> bool:
        return Urn(urn.path).cast(f"T{number % 60:04}", f"r{number % 60}", "phone", "[1]")

    with ThreadPoolExecutor(6) as hands:
        stored = list(hands.map(cast, range(120)))
    assert (stored.count(True), stored.count(False), urn.count().ballots) == (60, 60, 60)


def test_a_paper_counts_when_it_was_typed_the_same_twice(urn: Urn) -> None:
    assert urn.exchange("S0002", "desk")
    assert urn.type_paper("17", 1, "[1]", papers=1) is Entry.WAITING
    assert urn.type_paper("17", 2, "[2]", papers=1) is Entry.DIFFERENT
    assert [(paper.serial, paper.different) for paper in urn.count().papers] == [("17", True)]
    assert refusal(urn.type_paper, "18", 1, "[1]", 1) == "more_papers_than_issued"
    assert urn.type_paper("17", 2, "[1]", papers=1) is Entry.COUNTED
    assert urn.count().papers == ()
    assert refusal(urn.type_paper, "17", 1, "[1]", 2) == "paper_counted"
    assert [(ballot.channel, ballot.content) for ballot in urn.ballots()] == [("paper", "[1]")]
    assert b"17" not in _content_of(urn.path, "counted")


def test_a_wrong_number_can_be_dropped(urn: Urn) -> None:
    urn.type_paper("71", 1, "[1]", papers=1)
    urn.drop_paper("71")
    assert urn.type_paper("17", 1, "[1]", papers=1) is Entry.WAITING


def _content_of(path: Path, table: str) -> bytes:
    connection = sqlite3.connect(path)
    try:
        return b"|".join(bytes(row[0]) for row in connection.execute(f"SELECT * FROM {table}"))
    finally:
        connection.close()


def test_a_missing_urn_is_told_and_a_second_is_not_made(folder: Path, urn: Urn) -> None:
    assert refusal(Urn.create, urn.path, "p1") == "urn_exists"
    assert open_urns(folder) == ("p1",)
    urn.destroy()
    urn.destroy()
    assert open_urns(folder) == open_urns(None) == open_urns(folder / "none") == ()
    assert refusal(urn.count) == "urn_missing"


def kendall(positions: Sequence[int]) -> float:
    """Kendall's tau between the order of a sequence and its values."""
    pairs = [(later > earlier) - (later < earlier) for earlier, later in combinations(positions, 2)]
    return sum(pairs) / len(pairs)


def places(path: Path, marks: Sequence[str]) -> list[int]:
    """Where in the file's bytes each of these stands."""
    content = path.read_bytes()
    found = [content.find(mark.encode()) for mark in marks]
    assert min(found) >= 0
    return found


def test_the_bytes_of_an_urn_do_not_tell_the_order_of_voting(folder: Path) -> None:
    marks = [f"[{number:03}]" for number in range(VOTERS)]
    taus = []
    for trial in range(4):
        urn = Urn.create(urn_file(folder, f"t{trial}"), f"t{trial}")
        urn.add_slips(slips(VOTERS))
        for code, mark in zip(slips(VOTERS), marks, strict=True):
            urn.cast(code.short, mark, "phone", mark)
        taus.append(kendall(places(urn.path, marks)))
        assert not list(folder.glob("*-journal")) + list(folder.glob("*-wal"))
    print("order of voting against order in the file:", [round(tau, 2) for tau in taus])
    assert max(map(abs, taus)) < CHANCE
    assert abs(sum(taus) / len(taus)) < CHANCE / 2


def test_without_the_rewriting_the_bytes_would_tell(folder: Path) -> None:
    marks = [f"[{number:03}]" for number in range(VOTERS)]
    plain = Urn.create(urn_file(folder, "plain"), "plain")
    connection = sqlite3.connect(plain.path)
    for mark in marks:
        connection.execute("INSERT INTO ballot VALUES (randomblob(16), 'phone', ?)", (mark,))
        connection.commit()
    connection.close()
    assert abs(kendall(places(plain.path, marks))) > 1 - CHANCE


def test_what_was_spent_when_is_not_told_either(folder: Path) -> None:
    urn = Urn.create(urn_file(folder, "p"), "p")
    urn.add_slips(slips(VOTERS))
    rows = dict.fromkeys(_requests(urn.path))
    order = []
    for code in slips(VOTERS):
        urn.exchange(code.short, code.long)
        fresh = [request for request in _requests(urn.path) if request not in rows]
        rows.update(dict.fromkeys(fresh))
        order += fresh
    content = urn.path.read_bytes()
    assert abs(kendall([content.find(request) for request in order])) < CHANCE
    assert len(order) == VOTERS


def _requests(path: Path) -> list[bytes]:
    connection = sqlite3.connect(path)
    try:
        return [
            row[0] for row in connection.execute("SELECT request FROM slip WHERE request <> zeroblob(16)")
        ]
    finally:
        connection.close()


def test_a_slips_code_is_nowhere_in_the_file(urn: Urn) -> None:
    urn.cast("S0001", "request-of-a-phone", "phone", "[1]")
    content = urn.path.read_bytes()
    assert not any(code.short.encode() in content or code.long.encode() in content for code in slips(5))
    assert b"request-of-a-phone" not in content


def test_papers_are_slips_with_codes_of_the_urn(urn: Urn) -> None:
    assert urn.paper_codes() == ()
    urn.paper_slips(3)
    first = urn.paper_codes()
    urn.paper_slips(5)
    urn.paper_slips(2)
    papers = urn.paper_codes()
    assert (len(papers), set(first) < set(papers), urn.count().printed, urn.count().slips) == (5, True, 5, 10)
    assert all(len(code.short) == 8 and len(code.long) == 32 for code in papers)
    one, two, three, *_rest = papers
    assert urn.type_paper(one.short, 1, "[1]", papers=5) is Entry.WAITING
    assert urn.type_paper(one.long, 2, "[1]", papers=5) is Entry.COUNTED
    assert refusal(urn.type_paper, one.short, 1, "[1]", 5) == "paper_counted"
    assert refusal(urn.type_paper, "17", 1, "[1]", 5) == "paper_unknown"
    assert urn.cast(two.long, "phone", "phone", "[-1]")
    assert refusal(urn.type_paper, two.short, 1, "[1]", 5) == "paper_voted_otherwise"
    assert refusal(urn.cast, one.short, "phone 2", "phone", "[1]") == "slip_spent"
    urn.type_paper(three.short, 1, "[1]", papers=5)
    urn.replace_paper(three.long)
    assert refusal(urn.type_paper, three.short, 1, "[1]", 5) == "paper_replaced"
    assert refusal(urn.cast, three.short, "phone 3", "phone", "[1]") == "slip_spent"
    count = urn.count()
    assert (count.papers, count.replaced, count.ballots) == ((), 1, 2)
    assert urn.counted_codes() == (one.short,)
    content = urn.path.read_bytes()
    assert not any(code.short.encode() in content or code.long.encode() in content for code in papers)


def test_papers_without_codes_cannot_be_replaced_by_code(urn: Urn) -> None:
    assert refusal(urn.replace_paper, "17") == "papers_without_codes"
    assert urn.counted_codes() == ()
