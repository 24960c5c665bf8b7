"""The Python environment of a clone: made once from a lock with hashes, found again by its name.

Its name carries a digest of the lock, the Python and the system, so a changed lock makes a new one and a
second start has nothing to do. pip is the default, since it comes with Python; uv is used where it is
installed.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from boot import machine, one_at_a_time
from boot.words import say, stop

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {name: ROOT / "packaging" / f"requirements-{name}.txt" for name in ("run", "dev")}
READY = "ready"


def store() -> Path:
    """Where environments lie: `build/` of the clone; on Windows the user's local folder (short, unsynced)."""
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(local) / "Meeting Hall"
    return ROOT / "build"


def folder(kind: str) -> Path:
    """The environment of a lock on this machine.

    It goes by what wheels are made for and by the interpreter's real file, not by its build: an environment
    lives on when the system renews its Python, as it may while our own packages are installed.
    """
    digest = hashlib.sha256(LOCKS[kind].read_bytes())
    interpreter = Path(sys.executable).resolve()
    digest.update(f"{EXTENSION_SUFFIXES[0]} {interpreter} {sys.platform} {platform.machine()}".encode())
    return store() / f"env-{digest.hexdigest()[:12]}"


def python_of(place: Path) -> Path:
    """The interpreter of an environment."""
    return place / "Scripts" / "python.exe" if os.name == "nt" else place / "bin" / "python"


def ready(kind: str) -> Path | None:
    """The interpreter of a finished environment that has what the lock names, else None.

    The dev lock holds every package of the run lock at the same version, so its environment runs too.
    """
    for name in (kind, "dev"):
        place = folder(name)
        if (place / READY).exists():
            return python_of(place)
    return None


def ensure(kind: str) -> Path:
    """The interpreter of the environment, made first when it is not there; stops with a sentence."""
    if found := ready(kind):
        return found
    _check_writable(store())
    with one_at_a_time.holding(store() / "making.lock"):
        return ready(kind) or _make(kind)  # another start may have made it meanwhile


def _check_writable(place: Path) -> None:
    """A clone on a stick or in a folder of somebody else may only be read."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        probe = place / f"probe-{os.getpid()}"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        raise stop(
            f"Nothing can be written in {place} ({error.strerror}). Copy the whole folder {ROOT} to a place "
            "of your own with 1 GB of room, and run the same command there.",
            f"{place} 里写不进东西。请把整个文件夹 {ROOT} 复制到自己能写、"
            "有 1 GB 空间的地方，再运行同样的命令。",
        ) from error


def _make(kind: str) -> Path:
    place = folder(kind)
    say(
        f"making the environment {place.name} with {sys.executable} (once)",
        f"正在用 {sys.executable} 准备运行环境（只做一次）",
    )
    if place.exists():
        shutil.rmtree(place)  # a start that was cut off
    uv = shutil.which("uv")
    if not (uv and _with_uv(uv, place, LOCKS[kind])):
        machine.install(machine.venv_package())
        _with_pip(place, LOCKS[kind])
    (place / READY).write_text("made by packaging/bootstrap.py\n", encoding="utf-8")
    _sweep()
    return python_of(place)


def _with_uv(uv: str, place: Path, lock: Path) -> bool:
    """Make it by uv; False when uv does not manage (it does not read pip's configuration): pip tries then."""
    options = [
        "--compile-bytecode",
        "--require-hashes",
        "--only-binary=:all:",
        "--python",
        str(python_of(place)),
    ]
    steps = [
        [uv, "venv", "-q", "--no-project", "--no-config", "--python", sys.executable, str(place)],
        [uv, "pip", "sync", "-q", *options, str(lock)],
    ]
    for step in steps:
        done = subprocess.run(step, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode != 0:
            shutil.rmtree(place, ignore_errors=True)
            return False
    return True


def _with_pip(place: Path, lock: Path) -> None:
    """Make it by venv and pip. The lock names every package, so nothing is left to resolve: pip 23.0 (of
    Debian 12) calls `coverage[toml]` not pinned as soon as a newer coverage than the locked one is out.
    """
    options = ("--disable-pip-version-check", "--no-input", "--no-deps", "--require-hashes")
    install = ["-m", "pip", "install", *options]
    if not sys.stdout.isatty():
        install.append("-q")  # a person at a terminal sees how far it has come
    for step in (
        [sys.executable, "-m", "venv", str(place)],
        [str(python_of(place)), *install, "--only-binary=:all:", "-r", str(lock)],
    ):
        done = subprocess.run(step, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            raise stop(
                "The Python packages could not be installed. Is there a network? Nothing else was changed; "
                "run the same command again.",
                "Python 软件包没有装上。网络通吗？别的都没有改动，请再运行一次同样的命令。",
            )


def _sweep() -> None:
    """Remove the clone's environments of older locks; the shared folder on Windows is left alone."""
    if os.name == "nt":
        return
    wanted = {folder(kind).name for kind in LOCKS}
    for old in store().glob("env-*"):
        if old.name not in wanted:
            shutil.rmtree(old, ignore_errors=True)


def variables(born: float) -> dict[str, str]:
    """The surroundings of our child processes: the clone is importable, and the start can be measured.

    Bytecode is written even where the shell forbids it: without it each start compiles all sources again,
    which takes longer than everything else that a start does.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**kept, "PYTHONPATH": path, "MEETING_APP_BORN": f"{born:.6f}", "PYTHONUTF8": "1"}
