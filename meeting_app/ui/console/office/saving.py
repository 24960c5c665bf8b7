"""Handing out a file: ask where to, with a name that every system takes, and write it whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.actions.paper_folder import readable_name
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office.page import Page


def documents_folder() -> str:
    """Where files are looked for and put at first."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_place(parent: QWidget, title: str, name: str, ending: str, pattern: str = "") -> Path | None:
    """Where to keep a file that is called `name` until another name is typed; None when it is not to be
    kept. An ending that was not typed is added: Windows opens no file without one.
    """
    proposed = str(Path(documents_folder()) / f"{readable_name(name)}.{ending}")
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, proposed, pattern or f"*.{ending}")
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix.lower() == f".{ending}" else place.with_name(f"{place.name}.{ending}")


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Into which folder to write; None when into none."""
    chosen = QFileDialog.getExistingDirectory(parent, title, documents_folder())
    return Path(chosen) if chosen else None


def save_made(page: Page, file: Path, make: Callable[[], bytes]) -> None:
    """Make the bytes and write them away from this thread; the page tells what came of it."""

    def write() -> None:
        content = make()
        try:
            write_whole(file, content)
        except OSError as problem:
            raise Refusal("file_not_saved", place=file.name) from problem

    page.work(write, lambda _nothing: page.tell(saved_words(file), "ok"))


def saved_words(place: Path) -> str:
    """That a file is there now."""
    return _("Saved as “{place}”.").format(place=place)
