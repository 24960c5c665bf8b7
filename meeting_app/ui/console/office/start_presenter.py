"""The start page without its widgets: which doors there are, what a new community needs."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from meeting_app import resources, settings
from meeting_app.i18n import _

if TYPE_CHECKING:
    from meeting_app.actions.backups import BackupRow

SUFFIX: Final = ".yst"
FILTER: Final = f"*{SUFFIX}"
NEEDED: Final = ("name", "short", "committee")
LONGEST_STEM: Final = 40
_FORBIDDEN: Final = '\\/:*?"<>|'


@dataclass(frozen=True, slots=True)
class CommunityDetails:
    """What is typed of a new community; the names are those of the action `create_community`."""

    name: str = ""
    short: str = ""
    committee: str = ""
    district: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""

    def arguments(self) -> dict[str, str]:
        """As the action takes them."""
        return {field.name: str(getattr(self, field.name)).strip() for field in fields(self)}


class Doors(Protocol):
    """What the program can do from the start page.

    What goes wrong comes back by `StartPage.show_problem(sentence)`.
    """

    settings: settings.Settings

    def open_community(self, file: Path) -> None:
        """Open a community's file and leave the start page."""

    def create_community(self, file: Path, details: CommunityDetails) -> None:
        """Make a new file with this community and leave the start page."""

    def open_demonstration(self) -> None:
        """Make or open the demonstration community and leave the start page."""

    def open_rehearsal(self) -> None:
        """Open a throw-away copy of the demonstration at the meeting of the day."""

    def restore_backup(self, row: "BackupRow", elsewhere: Path) -> None:
        """Restore a backup into a new file, beside its community or `elsewhere`, and open that."""

    def change_language(self, code: str) -> None:
        """Speak another language from now on, here and at the next start."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A community opened lately.

    `found` is False when the file is not there now (a stick that is not plugged in).
    """

    file: Path
    name: str
    folder: str
    found: bool


def recent_files(kept: settings.Settings) -> tuple[RecentFile, ...]:
    """The communities opened lately, the last one first."""
    places = (Path(text) for text in kept.get(settings.RECENT_COMMUNITIES))
    return tuple(RecentFile(place, place.stem, str(place.parent), resources.found(place)) for place in places)


def suggested_file(name: str, folder: Path) -> Path:
    """Where a new community is kept unless another place is chosen.

    Named after it, never over another file, and short enough for the names of its backups: a file system
    counts bytes, of which a Chinese character has three.
    """
    letters = ("-" if c in _FORBIDDEN or not c.isprintable() else c for c in name.strip()[:LONGEST_STEM])
    stem = "".join(letters).rstrip(" .") or _("community")
    place = folder / f"{stem}{SUFFIX}"
    number = 2
    while place.exists():
        place = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return place


def suggested_committee(name: str) -> str:
    """The usual name of a community's residents' committee."""
    return _("Residents' committee of {name}").format(name=name.strip()) if name.strip() else ""


def suggested_short(name: str) -> str:
    """The usual short name in the numbers of papers.

    The first character, and that of a residents' committee.
    """
    initial = name.strip()[:1]
    return _("{initial}RC").format(initial=initial.upper()) if initial else ""


def missing(details: CommunityDetails) -> tuple[str, ...]:
    """The needed fields that are still empty, in the order of the form."""
    given = details.arguments()
    return tuple(name for name in NEEDED if not given[name])
