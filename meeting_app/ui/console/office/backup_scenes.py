"""The backups as scenes: none yet, several, one that was restored; and the choice on the start page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions.backups import back_up_now
from meeting_app.ui.console.office.backups_page import BackupsPage
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.office.start import StartPage

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.console.office.start_presenter import Doors
    from meeting_app.ui.qt.office import Office


def backup_scenes(office: "Office") -> "Iterator[Scene]":
    """None for records on a server: there is nothing to choose from."""
    from meeting_app.ui.console.office.scenes import Scene

    file = office.records.file
    if file is None:
        return

    def shell() -> tuple[OfficeShell, BackupsPage]:
        made = OfficeShell(office)
        made.show_page("backups")
        assert isinstance(made.page, BackupsPage)
        return made, made.page

    def listed() -> QWidget:
        back_up_now(file, now=office.now)
        return shell()[0]

    def restored() -> QWidget:
        back_up_now(file, now=office.now)
        made, page = shell()
        page.restore.click()
        return made

    yield Scene("backups_empty", lambda: shell()[0])
    yield Scene("backups", listed)
    yield Scene("backups_restored", restored, _restored)


def _restored(widget: QWidget) -> bool:
    page = widget.page if isinstance(widget, OfficeShell) else None
    return not isinstance(page, BackupsPage) or bool(page.outcome.text())


def start_restore(doors: "Doors") -> QWidget:
    """The start page where a backup is chosen."""
    page = StartPage(doors)
    page.show_restoring()
    return page
