"""`meeting-app rules check FILE`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from meeting_app import i18n, resources
from meeting_app.cli import arguments, commands

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def language() -> object:
    """The command chooses the language of the process; put it back."""
    before = i18n.language()
    yield
    i18n.set_language(before)


def run(*words: str) -> int:
    """Carry the command out."""
    return commands.run(arguments.read([*words]))


def test_a_good_file_is_read_back_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(resources.path("rules", "residents_representatives_2026.yaml"))
    assert run("--language", "en", "rules", "check", file) == 0
    said = capsys.readouterr().out
    assert said.startswith("The rule “Residents' representatives' meeting” can be used.\n")
    assert "  Of 48 people: 32 people must be there; then 17 people must agree" in said
    assert run("--language", "zh_CN", "rules", "check", file) == 0
    assert "全体有表决权的人三分之二以上到会才有效。" in capsys.readouterr().out


def test_every_fault_of_a_bad_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("id: x\ncode: x\nname: 规则\nbody: council\nelectorate: all\n", "utf-8")
    assert run("--language", "en", "rules", "check", str(file)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert f"{file}, line 5, column 13: “all” is not one of the choices." in told.err
    assert lines[-1] == f"{len(lines) - 1} faults; the file was not used."
    assert run("--language", "zh_CN", "rules", "check", str(tmp_path / "none.yaml")) == 1
    assert "文件打不开" in capsys.readouterr().err


def test_rules_alone_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    i18n.set_language(arguments.spoken(["--language", "zh_CN", "rules"]))
    with pytest.raises(SystemExit) as ended:
        arguments.read(["rules"])
    assert ended.value.code == 2
    assert "输入 `meeting-app rules -h` 看怎么写" in capsys.readouterr().err


def test_the_language_is_known_before_the_words_are_read() -> None:
    assert arguments.spoken(["demo", "--language=en"]) == "en"
    assert arguments.spoken(["--language", "zh_CN"]) == "zh_CN"
    assert arguments.spoken(["open", "en", "--language", "xx"]) == i18n.system_language()
    assert arguments.spoken([]) == i18n.system_language()


def test_a_reader_that_went_away_is_no_mistake() -> None:
    """As `| head` leaves it: nothing reads any more."""
    read, write = os.pipe()
    os.close(read)
    file = str(resources.path("rules", "residents_representatives_2026.yaml"))
    command = [sys.executable, "-m", "meeting_app", "--language", "en", "rules", "check", file]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")
