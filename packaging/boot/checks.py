"""Every check that CI runs, in one order: quick ones first, pytest last, all of them even when one fails."""

import subprocess
import time
from pathlib import Path

from boot.words import say

# Two workers: the machines that this is made for have two cores. A file stays on one worker, so that a
# started database cluster or a built community serves all tests of its file.
WORKERS = ["-n", "2", "--dist", "loadfile"]
PATIENCE_S = 1_800
REPORT = "--cov-report=term-missing:skip-covered"


def steps(python: Path, rest: list[str], *, full: bool) -> dict[str, list[str]]:
    """The commands by name. House rules and import contracts are tests under tests/house."""
    # The long tests run for minutes: a stack is printed of what hangs, not of what works.
    selection = ["-m", "full or not full", "-o", f"faulthandler_timeout={PATIENCE_S}"] if full else []
    pytest = [str(python), "-m", "pytest", "-q", "--durations=15", "--durations-min=2"]
    rules = ["tests/domain", "--cov=meeting_app/domain", "--cov-branch", "--cov-fail-under=100"]
    others = [] if rest else ["tests", "--ignore=tests/domain"]
    return {
        "ruff check": [str(python), "-m", "ruff", "check", "--quiet", "."],
        "ruff format": [str(python), "-m", "ruff", "format", "--quiet", "--check", "."],
        "mypy": [str(python), "-m", "mypy", "--no-error-summary"],
        # The rules' own tests must go through every branch of them; the rest of the product does not count,
        # and they are not run a second time.
        "coverage of the rules": [*pytest, *WORKERS, *selection, *rules, REPORT],
        "pytest": [*pytest, *WORKERS, *selection, *others, *rest],
    }


def run(python: Path, surroundings: dict[str, str], root: Path, rest: list[str], *, full: bool) -> int:
    """Run all steps; answers 0 when every one passed, else 1 after naming those that did not."""
    surroundings = {**surroundings, "QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, command in steps(python, rest, full=full).items():
        begun = time.monotonic()
        done = subprocess.run(command, cwd=root, env=surroundings, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            failed.append(name)
        if name != "pytest":
            word = "failed" if done.returncode else "passed"
            print(f"{name} {word} in {time.monotonic() - begun:.1f} s", flush=True)
    if failed:
        say(f"not in order: {', '.join(failed)}", "有检查没有通过")
    return 1 if failed else 0
