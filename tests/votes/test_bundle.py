"""Anybody can count a vote again: the bundle alone gives the same result, by a program that knows nothing of
ours.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from meeting_app.actions.votes import counting, running
from meeting_app.actions.votes.bundles import write_bundle
from meeting_app.cli.arguments import read
from meeting_app.cli.commands import run
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.vote_bundle import vote_bundle, zipped
from tests.retally.bundles import script
from tests.votes.steps import CANDIDATES, NO, YES, Vote

RANKS: tuple[Marks, ...] = ((1, 2, 3), (1, None, None), (2, 1, 3), (3, 1, 2), (2, 3, 1), (1, 3, 2))
POINTS: tuple[Marks, ...] = ((5, 0, 3), (4, 4, 0), (0, 5, 1), (2, 2, 2))
PICKS: tuple[Marks, ...] = ((1, 1, None), (1, None, None), (None, 1, 1), (1, None, 1))
# One is elected, the other seat goes to a further election among the two who follow.
ELECTED: tuple[Marks, ...] = tuple(
    tuple(int(mark) or None for mark in line)
    for line in ("1100", "1010", "1001", "1100", "1010", "1001", "0110")
)
MONEY = (("座椅", 300_000), ("路灯", 500_000), ("花坛", 200_000))
VOTES: dict[str, tuple[Question, tuple[tuple[str, int], ...], tuple[Marks, ...], dict[str, Any]]] = {
    "yes_no": (Question.AGREE, (("加装电梯", 0),), (YES, YES, YES, NO, (None,)), {}),
    "choose_one": (Question.ONE, CANDIDATES, ((1, None, None), (None, 1, None), (1, None, None)), {}),
    "irv": (Question.ONE, CANDIDATES, RANKS, {}),
    "schulze": (Question.RANK, CANDIDATES, RANKS, {}),
    "borda": (Question.RANK, CANDIDATES, RANKS, {}),
    "stv": (Question.PEOPLE, CANDIDATES, RANKS, {"seats": 2}),
    "choose_k": (Question.SEVERAL, CANDIDATES, PICKS, {"limit": 2, "seats": 2}),
    "dots": (Question.SEVERAL, CANDIDATES, ((3, 2, None), (0, 5, 0), (1, 1, 1)), {"limit": 5}),
    "score": (Question.RATE, CANDIDATES, POINTS, {"limit": 5}),
    "star": (Question.RATE, CANDIDATES, POINTS, {"limit": 5}),
    "budget": (Question.MONEY, MONEY, PICKS, {"limit": 3, "budget": 600_000}),
    "equal_shares": (Question.MONEY, MONEY, PICKS, {"budget": 600_000}),
    "gradient": (Question.AGREE, CANDIDATES, ((5, 1, 3), (4, None, 2), (2, 2, 2), (1, 5, 4)), {}),
    "election": (Question.PEOPLE, (*CANDIDATES, ("刘志强", 0)), ELECTED, {"seats": 2}),
}


def counted(vote: Vote, method: str) -> None:
    """A vote of the method, counted; a tie is settled by the lot."""
    question, options, ballots, setup = VOTES[method]
    vote.prepare(question, method, options, **setup)
    vote.open()
    for person, marks in enumerate(ballots):
        vote.cast(person, marks)
    vote.close()
    if vote.count().tie is not None:
        vote.room.do(counting.draw_lot, poll_id=vote.poll, number="40718", drawn_by="吴敏")
        vote.count()


def retally(folder: Path) -> subprocess.CompletedProcess[str]:
    """Count again, with nothing of the product on the path."""
    return subprocess.run(
        [sys.executable, "-I", str(folder / "retally.py"), str(folder)],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


def unpacked(content: bytes, folder: Path) -> Path:
    """The bundle as a folder."""
    folder.mkdir()
    file = folder.with_suffix(".zip")
    file.write_bytes(content)
    with zipfile.ZipFile(file) as packed:
        packed.extractall(folder)
    return folder


@pytest.mark.parametrize("method", sorted(VOTES))
def test_the_bundle_alone_gives_the_same_result(vote: Vote, tmp_path: Path, method: str) -> None:
    counted(vote, method)
    folder = unpacked(zipped(vote.room.ask(vote_bundle, poll_id=vote.poll)), tmp_path / "bundle")
    done = retally(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    ballots = folder / "ballots.csv"
    ballots.write_bytes(ballots.read_bytes() + b"\n")
    assert retally(folder).returncode != 0


def test_a_secret_vote_of_papers_and_its_command(
    vote: Vote, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vote.prepare(secret=True, channels=(Channel.PAPER,))
    vote.open()
    vote.room.do(running.hand_out, poll_id=vote.poll, issued=6)
    for serial, marks in enumerate((YES, YES, YES, YES, NO, None)):
        vote.paper(str(serial), marks)
    vote.close()
    with pytest.raises(Refusal, match="vote_not_counted"):
        vote.room.ask(vote_bundle, poll_id=vote.poll)
    vote.count()
    vote.publish()
    place = write_bundle(vote.room.desk, vote.room.records, vote.poll)
    folder = unpacked(place.read_bytes(), tmp_path / "bundle")
    assert retally(folder).returncode == 0
    journal = (folder / "journal.jsonl").read_text("utf-8")
    assert [line.split('"verb": "')[1].split('"')[0] for line in journal.splitlines()] == [
        "open_vote", "hand_out", "close_vote", "record_count", "publish_vote",
    ]  # fmt: skip
    assert "王桂兰" not in "".join(
        path.read_text("utf-8") for path in folder.iterdir() if path.suffix in (".json", ".csv", ".jsonl")
    )
    file = vote.room.store.file
    assert file is not None
    copy = tmp_path / "copy.yst"
    from meeting_app.storage.backup import copy_to

    copy_to(file, copy)
    assert run(read(["votes", str(copy), "--out", str(tmp_path / "out")])) == 0
    assert "1 vote written." in capsys.readouterr().out
    assert len(list((tmp_path / "out").glob("*.zip"))) == 1


def _with(files: dict[str, bytes], name: str, **values: object) -> dict[str, bytes]:
    return {**files, name: json.dumps(json.loads(files[name]) | values).encode()}


def _faults(files: dict[str, bytes]) -> list[str]:
    found: list[str] = script().recount(files)[1]
    return found


@pytest.mark.parametrize(
    ("ballots", "verdict"),
    [
        ((YES, YES, YES, YES, NO, NO, (0,)), "adopted"),
        ((YES, YES, YES, NO, NO, NO, (0,)), "not_adopted"),  # three of seven
    ],
)
def test_a_changed_rule_or_verdict_is_noticed(vote: Vote, ballots: tuple[Marks, ...], verdict: str) -> None:
    vote.prepare()
    vote.open()
    for person, marks in enumerate(ballots):
        vote.cast(person, marks)
    vote.close()
    vote.count()
    files = vote.room.ask(vote_bundle, poll_id=vote.poll)
    counts, rule = json.loads(files["counts.json"]), json.loads(files["rule.json"])
    assert (_faults(files), counts["verdict"]) == ([], verdict)
    other = "adopted" if verdict == "not_adopted" else "not_adopted"
    assert _faults(_with(files, "counts.json", verdict=other)) == ["verdict"]
    quorum, share = rule["thresholds"]
    changed = _with(files, "rule.json", thresholds=[quorum, share | {"have": 6}])
    assert {"rule_sha256", "for"} <= set(_faults(changed))
    changed = _with(files, "rule.json", thresholds=[quorum | {"have": 1}, share])
    assert {"rule_sha256", "verdict"} <= set(_faults(changed))
    assert _faults(_with(files, "rule.json", seats=1, note="x")) == ["rule_sha256"]
    rows = files["journal.jsonl"].splitlines(keepends=True)
    assert _faults({**files, "journal.jsonl": b"".join([rows[1], rows[0], *rows[2:]])}) == ["journal"]
    cut = rows[1].replace(b'"hash": "', b'"hash": "0')
    assert _faults({**files, "journal.jsonl": b"".join([rows[0], cut, *rows[2:]])}) == ["journal"]


@pytest.mark.parametrize(
    ("seconds", "verdict", "chosen"), [(0, "elected", [1]), (4, "further", []), (-3, "no_quorum", [])]
)
def test_who_is_elected_by_the_rule_is_recounted(
    vote: Vote, seconds: int, verdict: str, chosen: list[int]
) -> None:
    vote.prepare(Question.ONE, "choose_one", CANDIDATES, rule="residents_election_representatives")
    vote.open()
    for person in range(7 + min(0, seconds)):
        vote.cast(person, (1, None, None) if person >= seconds else (None, person % 2, 1 - person % 2))
    vote.close()
    vote.count()
    files = vote.room.ask(vote_bundle, poll_id=vote.poll)
    counts = json.loads(files["counts.json"])
    assert (_faults(files), counts["verdict"], counts["chosen"]) == ([], verdict, chosen)
    assert "chosen" in _faults(_with(files, "counts.json", chosen=[3]))


def test_a_place_where_nothing_can_be_written(vote: Vote) -> None:
    counted(vote, "choose_one")
    file = vote.room.store.file
    assert file is not None
    file.with_name(f"{file.stem}.votes").write_bytes(b"")
    with pytest.raises(Refusal, match="bundle_not_written"):
        write_bundle(vote.room.desk, vote.room.records, vote.poll)
