"""The commands of `packaging/bootstrap.py`, one function each; each answers the exit code."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import catalogues

from boot import checks, environment, machine
from boot.words import StopError, prepare_output, say, stop

ROOT = environment.ROOT


def _compile_words(python: Path, surroundings: dict[str, str]) -> None:
    """Bring the compiled catalogues up to date; costs nothing when they are."""
    if not any(catalogues.stale(language) for language in catalogues.LANGUAGES):
        return
    script = str(ROOT / "packaging" / "catalogues.py")
    done = subprocess.run([str(python), script], env=surroundings, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise stop("The Chinese catalogue has faults (above).", "中文词条有错误（见上）。")


def _system(kind: str, *, tests: bool = False, full: bool = False) -> None:
    """Bring in what the machine lacks, all at once, so that one line is all that an administrator types."""
    if not sys.platform.startswith("linux"):
        return
    tools = machine.TEST_TOOLS if tests else {}
    tools = tools | (machine.FULL_TEST_TOOLS if full else {})
    missing = machine.missing_packages(machine.libraries(), tools, machine.FULL_TEST_FILES if full else {})
    if environment.ready(kind) is None:
        missing += machine.venv_package()
    machine.install(missing)


def _prepare(kind: str, born: float) -> tuple[Path, dict[str, str]]:
    """The interpreter with all packages, and the surroundings to start it in."""
    python = environment.ensure(kind)
    surroundings = environment.variables(born)
    _compile_words(python, surroundings)
    return python, surroundings


def _become(python: Path, arguments: Sequence[str], surroundings: dict[str, str]) -> int:
    """Turn into the program; Windows cannot, so it waits for it there."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.run(command, env=surroundings, check=False).returncode
    os.execve(command[0], command, surroundings)
    raise AssertionError("execve does not come back")


def run(arguments: list[str], born: float) -> int:
    """Start the program; without a display play the demonstration into a folder."""
    _system("run")
    python, surroundings = _prepare("run", born)
    if machine.has_display() or arguments:
        return _become(python, ["-m", "meeting_app", *arguments], surroundings)
    target = ROOT / "build" / "demo"
    say(
        "there is no display here, so the demonstration is played without windows; "
        f"look at the pictures and papers in {target}",
        "这里没有显示器，改为不开窗口播放演示；图片和文书都在上面的文件夹里",
    )
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    return _become(python, ["-m", "meeting_app", "demo", "--out", str(target)], surroundings)


def test(arguments: list[str], born: float) -> int:
    """Run every check that CI runs; `--full` adds the long ones."""
    full = "--full" in arguments
    rest = [argument for argument in arguments if argument != "--full"]
    _system("dev", tests=True, full=full)
    python, surroundings = _prepare("dev", born)
    return checks.run(python, surroundings, ROOT, rest, full=full)


def pictures(arguments: list[str], born: float) -> int:
    """Make a picture of every screen, state, slide and paper into `build/pictures/`."""
    _system("run")
    python, surroundings = _prepare("run", born)
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    target = str(ROOT / "build" / "pictures")
    return _become(python, ["-m", "meeting_app", "pictures", "--out", target, *arguments], surroundings)


def bench(arguments: list[str], born: float) -> int:
    """Measure, and print one table of figures beside their limits."""
    _system("dev")
    python, surroundings = _prepare("dev", born)
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    return _become(python, [str(ROOT / "packaging" / "bench"), *arguments], surroundings)


def lock(arguments: list[str], born: float) -> int:
    """Resolve the requirements anew; `--check` only looks whether the files fit pyproject.toml."""
    python, surroundings = _prepare("dev", born)
    return _become(python, [str(ROOT / "packaging" / "lock.py"), *arguments], surroundings)


COMMANDS: dict[str, Callable[[list[str], float], int]] = {
    "run": run,
    "test": test,
    "pictures": pictures,
    "bench": bench,
    "lock": lock,
}


def main(arguments: list[str], born: float) -> int:
    """Read the command line and do the command; `born` is when the bootstrap began (seconds since 1970)."""
    prepare_output()
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Meeting Hall 议事厅")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on")
    given = parser.parse_args(arguments)
    try:
        machine.check_c_library()
        return COMMANDS[given.command](given.arguments, born)
    except StopError:
        return 1
    except KeyboardInterrupt:
        return 130
