"""Resolves the requirements into files with hashes, for all systems at once; runs inside the dev environment.

    python packaging/lock.py            resolve anew
    python packaging/lock.py --check    only say whether the files fit pyproject.toml, and whether every
                                        package has a wheel for Windows and for Linux

The files name packages, versions and hashes, and nothing of where they were fetched: a lock format that
writes download addresses would carry one machine's registry into every clone.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
EXTRAS = {"run": "postgresql", "dev": "dev"}
# As uv names them; the wheels of Qt stand on glibc 2.34.
PLATFORMS = ("x86_64-pc-windows-msvc", "x86_64-manylinux_2_34")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def lock_file(kind: str, folder: Path = PACKAGING) -> Path:
    """The lock of a kind: "run" or "dev"."""
    return folder / f"requirements-{kind}.txt"


def uv(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run uv in the root of the clone, so that the files it writes name only relative paths."""
    command = [sys.executable, "-m", "uv", *arguments]
    return subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def resolve(kind: str, target: Path, *, upgrade: bool) -> str:
    """Write a lock; versions that stand in the target are kept unless `upgrade`. Answers uv's errors."""
    options = ["--universal", "--generate-hashes", "--no-header", "--no-build", "--no-annotate", "--quiet"]
    sources = ["pyproject.toml", "packaging/requirements-run.in"]
    if kind == "dev":
        options += ["--constraint", str(lock_file("run", target.parent))]
    if upgrade:
        options.append("--upgrade")
    done = uv(
        "pip",
        "compile",
        *options,
        "--python-version",
        "3.11",
        "--extra",
        EXTRAS[kind],
        "-o",
        str(target),
        *sources,
    )
    return "" if done.returncode == 0 else done.stderr


def wheels_missing(kind: str, platform: str, python: str) -> str:
    """Ask for every locked package as a wheel of that system; answers what is wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        done = uv(
            "pip", "install", "--dry-run", "--quiet", "--require-hashes", "--only-binary", ":all:",
            "--python-platform", platform, "--python-version", python,
            "--target", folder, "-r", str(lock_file(kind)),
        )  # fmt: skip
    return "" if done.returncode == 0 else f"{kind} {platform} Python {python}: {done.stderr.strip()}"


def drifted(kind: str) -> str:
    """Whether the lock no longer follows from pyproject.toml; answers what is wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name in EXTRAS:
            copy = lock_file(name, Path(folder))
            copy.write_text(lock_file(name).read_text("utf-8"), "utf-8")
        fresh = lock_file(kind, Path(folder))
        if errors := resolve(kind, fresh, upgrade=False):
            return errors
        same = fresh.read_text("utf-8") == lock_file(kind).read_text("utf-8")
    return "" if same else f"packaging/requirements-{kind}.txt does not follow from pyproject.toml: lock anew"


def check() -> list[str]:
    """All faults of the two files."""
    faults = [drifted(kind) for kind in EXTRAS]
    faults += [wheels_missing("run", platform, python) for platform in PLATFORMS for python in PYTHONS]
    faults += [wheels_missing("dev", platform, "3.11") for platform in PLATFORMS]
    return [fault for fault in faults if fault]


def main() -> int:
    """Read the command line; answers 1 after printing the faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    given = parser.parse_args()
    if given.check:
        faults = check()
    else:
        faults = [
            fault for kind in EXTRAS if (fault := resolve(kind, lock_file(kind), upgrade=given.upgrade))
        ]
    print("\n".join(faults) or "the locks are in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
