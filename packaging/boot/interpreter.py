"""Which build of Python the environment stands on, when the machine has two of one version.

A Python compiled by hand (pyenv, `make altinstall`) without `--enable-optimizations` is a quarter slower than
the same version as Linux distributions build it, with a profile of real programs: importing SQLAlchemy's ORM
took 0.25 s in the one and 0.20 s in the other, starting the program 1.9 and 1.3 s on a busy machine. So the
distribution's is taken where it is the same 3.x and can make environments.
"""

import os
import sys
import sysconfig
from pathlib import Path

KEEP = "MEETING_APP_KEEP_PYTHON"
BIRTH = "MEETING_APP_BIRTH"
SYSTEM = Path("/usr")


def compiled_plainly() -> bool:
    """Whether this Python was built from source without a profile of real programs."""
    if not sys.platform.startswith("linux") or Path(sys.base_prefix) == SYSTEM:
        return False
    arguments = sysconfig.get_config_var("CONFIG_ARGS")
    return isinstance(arguments, str) and "--enable-optimizations" not in arguments


def of_the_system(prefix: Path) -> Path | None:
    """The distribution's Python of the same 3.x, when it can make environments by itself."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = prefix / "bin" / name
    whole = os.access(found, os.X_OK) and (prefix / "lib" / name / "ensurepip").is_dir()
    return found if whole else None


def prefer_the_better(arguments: list[str], born: float) -> None:
    """Go on in the distribution's Python when it is the better build; does not come back then.

    Who names a Python on purpose sets MEETING_APP_KEEP_PYTHON.
    """
    if os.environ.get(KEEP) or not compiled_plainly():
        return
    better = of_the_system(SYSTEM)
    if better is None:
        return
    surroundings = {**os.environ, KEEP: "1", BIRTH: repr(born)}
    os.execve(better, [str(better), *arguments], surroundings)


def birth(now: float) -> float:
    """When the command began, seconds since 1970: before the change of the Python, if there was one."""
    return float(os.environ.pop(BIRTH, now))
