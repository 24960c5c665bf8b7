"""Draws by lot as scenes: a list that waits, a finished draw."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions import draws as draw_actions
from meeting_app.i18n import _
from meeting_app.queries import draws as draw_queries
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office.draws import DrawsPage
from meeting_app.ui.console.office.shell import OfficeShell

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.qt.office import Office


def draw_scenes(office: "Office") -> "Iterator[Scene]":
    """A list that waits with places that cannot be held, and a finished draw."""
    from meeting_app.ui.console.office.scenes import Scene

    def listed(among: str, features: tuple[str, ...], seats: int) -> str:
        made: str = office.desk.do(
            draw_actions.list_people,
            title=_("Residents' council"),
            among=among,
            seats=seats,
            features=features,
        ).result()
        return made

    def waiting() -> QWidget:
        draw = listed("representatives", ("gender", "age"), 12)
        view = office.records.ask(draw_queries.draw_view, draw_id=draw)
        assert view is not None
        crowded = tuple(_all_in_the_smallest(dict(feature)) for feature in view.quotas)
        office.desk.do(draw_actions.set_places, draw_id=draw, quotas=(view.quotas[0], crowded[1])).result()
        shell = OfficeShell(office)
        shell.show_page("draws", draw_id=draw)
        return shell

    def drawn() -> QWidget:
        draw = listed("adults", ("building",), 9)
        someone = office.records.ask(people_queries.roster, limit=1).rows[0].name
        office.desk.do(draw_actions.draw_people, draw_id=draw, number="40729", drawn_by=someone).result()
        shell = OfficeShell(office)
        shell.show_page("draws", draw_id=draw)
        return shell

    yield Scene("draw_waiting", waiting, _proved)
    yield Scene("draw_done", drawn)


def _proved(widget: QWidget) -> bool:
    page = widget.page if isinstance(widget, OfficeShell) else None
    return not isinstance(page, DrawsPage) or "…" not in page.places.told.text()


def _all_in_the_smallest(places: dict[str, int]) -> dict[str, int]:
    """All places in the last group, which has too few people for them."""
    last = min(places, key=lambda group: (places[group], group))
    return {group: sum(places.values()) if group == last else 0 for group in places}
