"""A second count by a script that knows nothing of the product reaches every result of the product."""

import ast
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app import resources
from meeting_app.domain.tally import bundle
from meeting_app.domain.tally.count import Marks, Setup
from meeting_app.domain.tally.methods import METHODS
from tests.domain.elections import ballots, cases, load, options_of
from tests.domain.tally_cases import CODES, polls
from tests.retally.bundles import Files, counted, faults, script

WARDS = sorted(load("ranked_ballots"))
SCRIPT = resources.path("retally", "retally.py")


@pytest.mark.parametrize("ward", WARDS)
@pytest.mark.parametrize("code", ["irv", "borda", "schulze"])
def test_real_wards_with_one_winner(code: str, ward: str) -> None:
    assert faults(counted(code, Setup(options_of(ward)), ballots(ward))) == []


@pytest.mark.parametrize("ward", WARDS)
def test_real_wards_with_several_seats(ward: str) -> None:
    wanted = [case["params"] for _, case in cases("stv_expected") if case["profile"] == ward]
    for params in wanted:
        variant = "exact" if params["rule"] == "wigm-exact" else ""
        setup = Setup(options_of(ward), seats=params["seats"], variant=variant)
        assert faults(counted("stv", setup, ballots(ward))) == []


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=40)
@given(data=st.data())
def test_small_polls_with_every_kind_of_ballot(code: str, data: st.DataObject) -> None:
    poll = data.draw(polls(code))
    for with_lot in (False, True):
        assert faults(counted(code, poll.setup, poll.ballots, with_lot=with_lot)) == []


def test_the_script_counts_by_the_product_s_methods() -> None:
    assert set(CODES) <= set(script().METHODS) == set(METHODS)


def test_the_script_needs_nothing_but_python() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


def test_the_script_is_written_for_python_3_8() -> None:
    """What came later is not in it: neither in the grammar nor among the methods of texts and sequences."""
    source = SCRIPT.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))
    called = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    assert not called & {"removeprefix", "removesuffix", "bit_count", "is_integer", "pairwise", "batched"}


def _write(files: Files, folder: Path) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def _run(place: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(place)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)


def _poll() -> Files:
    marks = [(1, 2, None), (1, None, None), (2, 1, None), (None, 1, 2), (None, None, None), (3, 3, 3)]
    return counted("irv", Setup(3), marks, with_lot=True)


def test_run_as_a_stranger_runs_it(tmp_path: Path) -> None:
    folder = _write(_poll(), tmp_path / "bundle")
    done = _run(folder)
    assert done.returncode == 0, done.stdout.decode()
    assert "结果一致" in done.stdout.decode()
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as pack:
        for file in folder.iterdir():
            pack.write(file, f"bundle/{file.name}")
    assert _run(tmp_path / "bundle.zip").returncode == 0
    changed = json.loads((folder / "counts.json").read_bytes())
    changed["winners"] = [3]
    (folder / "counts.json").write_text(json.dumps(changed), encoding="utf-8")
    done = _run(folder)
    assert done.returncode == 1
    assert "Differs: winners" in done.stdout.decode()
    assert _run(tmp_path / "nothing").returncode == 2


def test_line_ends_of_windows_and_a_folder_with_blanks(tmp_path: Path) -> None:
    """A program on the way may change the script's line ends; not those of the ballots, and that is told."""
    folder = _write(_poll(), tmp_path / "居民会议 2026 (第 1 次)")
    script_there = folder / "retally.py"
    script_there.write_bytes(SCRIPT.read_bytes().replace(b"\n", b"\r\n"))
    command = [sys.executable, "-S", "retally.py", "."]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout.decode()
    sheet = folder / "ballots.csv"
    sheet.write_bytes(sheet.read_bytes().replace(b"\n", b"\r\n"))
    done = _run(folder)
    assert done.returncode == 2
    assert "换行符被改过，请重新解压数据包" in (done.stdout + done.stderr).decode()


def _changed(files: Files, name: str, **values: Any) -> Files:
    return {**files, name: json.dumps(json.loads(files[name]) | values).encode()}


@pytest.mark.parametrize(
    ("name", "values", "found"),
    [
        ("counts.json", {"ballots_sha256": "ab"}, ["ballots_sha256"]),
        ("counts.json", {"ballots": 7}, ["ballots"]),
        ("counts.json", {"blank": 0, "valid": 5}, ["valid", "blank"]),
        ("counts.json", {"spoilt": []}, ["spoilt"]),
        ("counts.json", {"standing": ["2", "1", "1"]}, ["standing"]),
        ("counts.json", {"rounds": []}, ["rounds"]),
        ("counts.json", {"rounds": [["2", "2", "1"]]}, ["round 1", "rounds"]),
        ("counts.json", {"tie": {"options": [1], "places": 1, "reason": "out"}}, ["tie"]),
        ("lot.json", {"order": [1, 2, 3, 4]}, ["lot"]),
        ("lot.json", {"number": "40720"}, ["lot"]),
        ("lot.json", {"ballots_sha256": "ab"}, ["lot ballots_sha256"]),
        ("rule.json", {"poll": "another"}, ["lot"]),
    ],
)
def test_what_was_changed_is_named(name: str, values: dict[str, Any], found: list[str]) -> None:
    assert set(found) <= set(faults(_changed(_poll(), name, **values)))


def test_a_changed_ballot_is_seen() -> None:
    files = _poll()
    files["ballots.csv"] = files["ballots.csv"].replace(b"2,1,\n", b"2,1,3\n")
    assert "ballots_sha256" in faults(files)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ballots.csv", b"1,2\n"),
        ("ballots.csv", b"1,2,3\n1,2,\n,,\n"),
        ("ballots.csv", b"1,2,3\n1,2"),
        ("ballots.csv", b"1,2,3\n1,2\n"),
        ("ballots.csv", b"1,2,3\n1,x,\n"),
        ("counts.json", b"{"),
        ("counts.json", b'{"valid": 1.5}'),
        ("rule.json", b"[]"),
        ("rule.json", b'{"options": ["a"]}'),
    ],
)
def test_a_broken_bundle_is_told_and_not_guessed(name: str, content: bytes, tmp_path: Path) -> None:
    folder = _write({**_poll(), name: content}, tmp_path / "bundle")
    assert script().main([str(folder)]) == 2


def test_areas_and_thresholds_are_recomputed() -> None:
    marks: list[Marks] = [(1,), (1,), (-1,), (None,), (5,)]
    files = counted("yes_no", Setup(1), marks)
    sheet = bundle.ballots_sheet(1, marks, areas=[12_000, 8_850, 9_000, 100, 777])
    digest = {"ballots_sha256": bundle.ballots_hash(sheet)}
    files = _changed({**files, "ballots.csv": sheet}, "counts.json", **digest)
    assert faults(_changed(files, "counts.json", areas=[[20_850, 9_000, 0, 0]])) == []
    assert faults(_changed(files, "counts.json", areas=[[20_850, 9_000, 0, 100]])) == ["areas"]
    threshold = {"name": "approval", "share": [1, 2], "strict": True, "base": "present", "of": 4}
    lines, _ = script().recount(_changed(files, "rule.json", thresholds=[threshold]))
    assert lines[-1] == "approval: > 1/2 × 4 (present): 3"
    lines, _ = script().recount(_changed(files, "rule.json", thresholds=[threshold | {"strict": False}]))
    assert lines[-1].endswith(": 2")
