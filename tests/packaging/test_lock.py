"""The locks: hashes for everything, nothing of any machine, and a wheel for every system."""

import re
from pathlib import Path

import lock
import pytest

PINNED = re.compile(r"^([a-z0-9][a-z0-9.\-]*)==([^\s;\\]+)(?: ; [^\\]+)? \\$")


@pytest.mark.parametrize("kind", ["run", "dev"])
def test_every_line_is_a_pin_or_a_hash(kind: str) -> None:
    lines = lock.lock_file(kind).read_text("utf-8").splitlines()
    strange = [
        line
        for line in lines
        if not PINNED.match(line) and not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line)
    ]
    assert strange == []


def _pins(kind: str) -> dict[str, str]:
    lines = lock.lock_file(kind).read_text("utf-8").splitlines()
    return {found[1]: found[2] for line in lines if (found := PINNED.match(line))}


def test_development_runs_the_same_versions() -> None:
    run, dev = _pins("run"), _pins("dev")
    assert {name: dev.get(name) for name in run} == run
    assert run["pyside6-essentials"] == "6.11.3"


def _or_skip(faults: list[str]) -> list[str]:
    """Without a registry nothing can be asked; anything else is a fault."""
    unreachable = ("dns error", "Failed to fetch", "error sending request", "connection", "timed out")
    if faults and all(any(sign in fault for sign in unreachable) for fault in faults):
        pytest.skip(f"no package registry is reachable: {faults[0][:200]}")
    return faults


def test_the_locks_follow_from_the_project_file() -> None:
    assert _or_skip([fault for kind in lock.EXTRAS if (fault := lock.drifted(kind))]) == []


@pytest.mark.parametrize("platform", lock.PLATFORMS)
def test_every_package_has_a_wheel(platform: str) -> None:
    faults = [lock.wheels_missing("run", platform, "3.11"), lock.wheels_missing("dev", platform, "3.11")]
    assert _or_skip([fault for fault in faults if fault]) == []


@pytest.mark.full
def test_every_package_has_a_wheel_for_newer_pythons() -> None:
    faults = [
        lock.wheels_missing("run", platform, python) for platform in lock.PLATFORMS for python in lock.PYTHONS
    ]
    assert _or_skip([fault for fault in faults if fault]) == []


def test_a_package_without_a_wheel_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Docopt is only to be had as source: the question that we ask must fail for it."""
    stranger = tmp_path / "requirements-run.txt"
    stranger.write_text("docopt==0.6.2 --hash=sha256:" + "0" * 64 + "\n", "utf-8")
    monkeypatch.setattr(lock, "lock_file", lambda kind, folder=tmp_path: stranger)
    (fault,) = _or_skip([lock.wheels_missing("run", lock.PLATFORMS[0], "3.11")])
    assert "docopt==0.6.2 has no usable wheels" in fault
