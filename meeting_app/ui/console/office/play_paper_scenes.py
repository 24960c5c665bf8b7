"""The papers of a play as scenes: a card that is looked at, a second copy asked for, nothing cast yet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions.roleplay import casting, preparing
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office.play_papers import PlayPapersPage
from meeting_app.ui.console.office.shell import OfficeShell

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.qt.office import Office

_PLAYERS = 16
_PATIENCE_S = 30


def play_paper_scenes(office: "Office") -> "Iterator[Scene]":
    """Every state of the page."""
    from meeting_app.ui.console.office.scenes import Scene

    made: dict[bool, str] = {}

    def play(cast: bool) -> str:
        if cast not in made:
            found = office.records.ask(people_queries.roster, limit=_PLAYERS).rows
            source, takings = "shipped:lift", [preparing.Taking(row.person_id) for row in found]
            made[cast] = office.desk.do(preparing.prepare_play, source=source, minutes=75).result()
            office.desk.do(preparing.set_players, play_id=made[cast], players=takings).result()
            if cast:
                office.desk.do(casting.cast_play, play_id=made[cast]).result()
        return made[cast]

    def page(kind: str, *, cast: bool = True, printed: bool = False) -> QWidget:
        shell = OfficeShell(office)
        if printed:
            office.papers.print_play(play(cast), kind, again=True).result(_PATIENCE_S)
        shell.show_page("play_papers", play_id=play(cast), kind=kind)
        return shell

    asked: list[QWidget] = []

    def again(widget: QWidget) -> bool:
        """Print once more when the page is there, and wait for the question."""
        page = widget.page if isinstance(widget, OfficeShell) else None
        if not isinstance(page, PlayPapersPage) or not _shown(widget):
            return False
        if page not in asked:
            asked.append(page)
            page.print_chosen()
        return page.again.isVisibleTo(page)

    yield Scene("play_papers", lambda: page("play_cards"), _shown)
    yield Scene("play_papers_poll", lambda: page("play_polls"), _shown)
    yield Scene("play_papers_again", lambda: page("play_script", printed=True), again)
    yield Scene("play_papers_empty", lambda: page("", cast=False), _shown)


def _shown(widget: QWidget) -> bool:
    page = widget.page if isinstance(widget, OfficeShell) else None
    if not isinstance(page, PlayPapersPage):
        return True
    return page.known is not None and (not page.known.cast or page.view.page.has_image())
