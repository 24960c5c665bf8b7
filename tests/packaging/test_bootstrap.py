"""The commands of a clone: what they ask of the machine and what they say when it is not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from boot import checks, commands, environment, interpreter, machine
from boot.words import StopError

from tests.house.sources import ROOT

BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks about Linux packages")


def test_the_first_file_can_be_read_by_old_pythons() -> None:
    """No syntax newer than 3.5 in it: it is what tells users of an old Python what to install."""
    compile(BOOTSTRAP.read_text("utf-8"), "bootstrap.py", "exec")
    import ast

    ast.parse(BOOTSTRAP.read_text("utf-8"), feature_version=(3, 5))


def test_a_python_that_is_too_old_is_told_so_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import bootstrap

    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert not bootstrap.python_fits()
    said = capsys.readouterr().err
    assert "needs Python 3.11 - 3.14, 64 bit; this is Python 3.9" in said
    assert "议事厅需要 Python 3.11 - 3.14" in said


@linux
def test_the_libraries_follow_the_display() -> None:
    bare = machine.libraries({})
    assert "libGL.so.1" in bare
    assert "libxcb-cursor.so.0" not in bare
    assert "libxcb-cursor.so.0" in machine.libraries({"DISPLAY": ":0"})
    assert "libwayland-client.so.0" in machine.libraries({"WAYLAND_DISPLAY": "wayland-0"})


@linux
@pytest.mark.parametrize(
    ("variables", "windows"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_without_a_display_no_window_is_tried(variables: dict[str, str], *, windows: bool) -> None:
    assert machine.has_display(variables) is windows


def test_a_missing_library_is_mapped_to_its_package() -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1", "libnowhere-x.so.1": "libnowhere1"}
    assert machine.missing_packages(wanted if sys.platform.startswith("linux") else {}) in (
        ["libnowhere1"],
        [],
    )
    assert machine.missing_packages({}, {"no-such-tool": "tool"}, {"/no/such/file": "file"}) == [
        "tool",
        "file",
    ]


@linux
def test_who_may_not_install_gets_the_one_exact_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "_become_root", lambda: None)
    with pytest.raises(StopError):
        machine.install(["libgl1", "libegl1"])
    said = capsys.readouterr().err.splitlines()
    assert "  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 libegl1" in said
    assert "缺少一些系统软件包。请以管理员身份运行：" in said


def test_a_clone_that_may_only_be_read_is_told_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A file in the folder's place refuses every user, the administrator too."""
    (tmp_path / "build").write_text("", "utf-8")
    monkeypatch.setattr(environment, "store", lambda: tmp_path / "build" / "here")
    with pytest.raises(StopError):
        environment.ensure("run")
    said = capsys.readouterr().err
    assert f"Nothing can be written in {tmp_path / 'build' / 'here'}" in said
    assert "请把整个文件夹" in said


@linux
def test_an_old_c_library_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "confstr", lambda _name: "glibc 2.28")
    with pytest.raises(StopError):
        machine.check_c_library()
    assert "here: 2.28" in capsys.readouterr().err


def _python_at(prefix: Path, *, whole: bool) -> Path:
    """A system that has this version of Python: a program that prints how it was called."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    program = prefix / "bin" / name
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$MEETING_APP_KEEP_PYTHON $MEETING_APP_BIRTH $*"\n', "utf-8")
    program.chmod(0o755)
    if whole:
        (prefix / "lib" / name / "ensurepip").mkdir(parents=True)
    return program


@linux
def test_a_plainly_compiled_python_gives_way_to_the_system_s(tmp_path: Path) -> None:
    program = _python_at(tmp_path, whole=True)
    assert interpreter.of_the_system(tmp_path) == program
    script = (
        "import pathlib, sys, sysconfig; from boot import interpreter as i; "
        f"i.SYSTEM = pathlib.Path({str(tmp_path)!r}); "
        "sysconfig.get_config_var = lambda _name: {said!r}; "
        "i.prefer_the_better(['bootstrap.py', 'run'], 12.5); print('stayed', i.birth(1.0))"
    )

    def said(configured: str, **more: str) -> str:
        surroundings = {k: v for k, v in os.environ.items() if k != interpreter.KEEP}
        command = [sys.executable, "-c", script.format(said=configured)]
        surroundings |= {"PYTHONPATH": str(ROOT / "packaging"), **more}
        return subprocess.check_output(command, env=surroundings, text=True).strip()

    assert said("--prefix=/opt/python") == "1 12.5 bootstrap.py run"
    assert said("--enable-optimizations") == "stayed 1.0"
    assert said("--prefix=/opt/python", MEETING_APP_KEEP_PYTHON="1") == "stayed 1.0"


@linux
def test_a_system_without_environments_is_not_gone_to(tmp_path: Path) -> None:
    _python_at(tmp_path, whole=False)
    assert interpreter.of_the_system(tmp_path) is None
    assert interpreter.of_the_system(tmp_path / "nowhere") is None


def test_the_environment_s_name_follows_the_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "requirements-run.txt"
    monkeypatch.setitem(environment.LOCKS, "run", lock)
    lock.write_text("a==1\n", "utf-8")
    first = environment.folder("run")
    assert environment.folder("run") == first
    lock.write_text("a==2\n", "utf-8")
    assert environment.folder("run") != first


def test_an_environment_outlives_a_renewed_python(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Installing system packages may bring a newer build of the same Python during the first start."""
    name = tmp_path / "python3"
    name.symlink_to(Path(sys.executable).resolve())
    first = environment.folder("run")
    monkeypatch.setattr(sys, "version", "3.11.99 (another build)")
    monkeypatch.setattr(sys, "executable", str(name))
    assert environment.folder("run") == first
    name.unlink()
    name.write_text("another interpreter", "utf-8")
    assert environment.folder("run") != first


def test_the_full_environment_also_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "store", lambda: tmp_path)
    assert environment.ready("run") is None
    place = environment.folder("dev")
    place.mkdir()
    assert environment.ready("run") is None  # made half-way
    (place / environment.READY).touch()
    assert environment.ready("run") == environment.python_of(place)


def test_every_check_runs_and_pytest_comes_last(tmp_path: Path) -> None:
    names = list(checks.steps(Path("python"), [], full=False))
    assert names == ["ruff check", "ruff format", "mypy", "coverage of the rules", "pytest"]
    assert "full or not full" in checks.steps(Path("python"), [], full=True)["pytest"]


def test_a_failing_check_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = [sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit(3)"]
    monkeypatch.setattr(checks, "steps", lambda *_args, **_options: {"one": bad, "two": good})
    assert checks.run(Path("python"), dict(os.environ), tmp_path, [], full=False) == 1
    assert "not in order: one" in capsys.readouterr().out
    monkeypatch.setattr(checks, "steps", lambda *_args, **_options: {"two": good})
    assert checks.run(Path("python"), dict(os.environ), tmp_path, [], full=False) == 0


@linux
def test_run_without_a_display_plays_the_demonstration(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[list[str]] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(machine, "install", lambda packages: None)
    monkeypatch.setattr(commands, "_prepare", lambda kind, born: (Path("python"), {}))

    def become(_python: Path, arguments: list[str], _variables: dict[str, str]) -> int:
        started.append(arguments)
        return 0

    monkeypatch.setattr(commands, "_become", become)
    assert commands.main(["run"], 0.0) == 0
    assert started == [["-m", "meeting_app", "demo", "--out", str(ROOT / "build" / "demo")]]
    assert "no display" in capsys.readouterr().out


def test_an_unknown_command_is_explained() -> None:
    done = subprocess.run(
        [sys.executable, str(BOOTSTRAP), "fly"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "invalid choice: 'fly'" in done.stderr
