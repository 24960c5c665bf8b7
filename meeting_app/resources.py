"""Where the product's own files are: beside the package in a source checkout, inside it in a wheel."""

from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).resolve().parent
PARTS: Final = (
    "colour", "demonstration", "fonts", "icons", "kinds", "locale", "retally", "roster", "rules", "scenarios",
    "slides", "theme.json",
)  # fmt: skip


class ResourceMissingError(RuntimeError):
    """A file that the product ships is not there: the installation is damaged."""


@cache
def root() -> Path:
    """The folder of all resources.

    A source checkout has `resources/` beside `meeting_app/`; a wheel carries the same tree as
    `meeting_app/_resources/`.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise ResourceMissingError(f"no resources beside {_PACKAGE.name}: the installation is incomplete")


def path(*parts: str) -> Path:
    """The place of one resource, e.g. `path("fonts", "Sans-Regular.otf")`; says so when it is missing."""
    found = root().joinpath(*parts)
    if not found.exists():
        raise ResourceMissingError(f"{'/'.join(parts)} is missing from the installation")
    return found


def check() -> None:
    """See that every part is there, before a window comes up without its letters or signs. Raises
    ResourceMissingError.
    """
    for part in PARTS:
        path(part)


def in_source_checkout() -> bool:
    """Whether the program runs from a clone, not from a wheel."""
    return root().parent != _PACKAGE


def found(file: Path) -> bool:
    """Whether a file can be seen. A stick that answers with an error, or a folder closed to the person, holds
    none: looking must not end the program.
    """
    try:
        return file.is_file()
    except OSError:
        return False
