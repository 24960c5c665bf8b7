"""Getting a community to open: the demonstration, made when it is missing; the rehearsal, a copy
thrown away.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from meeting_app.actions.communities import copy_community, make_community
from meeting_app.actions.community import create_community
from meeting_app.app.profile import Installation
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local_day
from meeting_app.storage.boot_clock import system_instant

_UNWRITTEN: Final = ("backup_failed", "disk_full", "disk_error", "read_only_place", "cannot_open")


def plant(file: Path, anchor: date, now: Callable[[], Instant] = system_instant) -> None:
    """Make the demonstration community at `file`, its meeting of the day on `anchor`; complete or absent."""
    from meeting_app.actions.demonstration import plant_demonstration  # its texts are read only when needed

    fresh = file.with_name(file.name + ".new")
    remove(fresh)
    try:
        opened = make_community(fresh, now=now)
        try:
            opened.desk.do(plant_demonstration, anchor=anchor).result()
        finally:
            opened.close()
        fresh.replace(file)
    except OSError as error:
        raise Refusal("read_only_place", path=str(file)) from error
    finally:
        remove(fresh)


def remove(file: Path) -> None:
    """Take a throw-away file off the disk, with its log."""
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def demonstration(installation: Installation) -> Path:
    """The demonstration's file; made with today as its meeting's day when it is missing or of another day.
    Refuses with `no_demonstration` where the profile cannot be written.
    """
    with _writing_in(installation):
        return _of_today(installation)


@contextmanager
def _writing_in(installation: Installation) -> Iterator[None]:
    """Faults of writing the throw-away files are told of the profile: no community is concerned."""
    try:
        yield
    except OSError as error:
        raise Refusal("no_demonstration", place=str(installation.folder)) from error
    except Refusal as refusal:
        if refusal.code not in _UNWRITTEN:
            raise
        raise Refusal("no_demonstration", place=str(installation.folder)) from refusal


def _of_today(installation: Installation) -> Path:
    installation.path("x")
    file = installation.demonstration
    today = local_day(system_instant().wall_ms)
    marker = file.with_suffix(".day")
    if file.is_file() and marker.is_file() and marker.read_text("ascii") == today.isoformat():
        return file
    remove(file)
    plant(file, today)
    marker.write_text(today.isoformat(), "ascii")
    return file


def rehearsal(installation: Installation) -> Path:
    """A fresh copy of the demonstration to rehearse in. Refuses as `demonstration` does."""
    file = installation.rehearsal
    with _writing_in(installation):
        original = _of_today(installation)
        remove(file)
        copy_community(original, file)
    return file


def new_community(file: Path, details: dict[str, str]) -> None:
    """A new community file with its name and committee; nothing is left behind when it cannot be made."""
    opened = make_community(file)
    try:
        opened.desk.do(create_community, **details).result()
    except BaseException:
        opened.close()
        remove(file)
        raise
    opened.close()
