"""Role-play in the office as scenes: the library, a new play, players, seats, handing out, the poll."""

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from meeting_app.actions.roleplay import casting, polling, preparing
from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.queries import people as people_queries
from meeting_app.queries.roleplay.casting import casting_view, play_list
from meeting_app.queries.roleplay.polls import poll_desk
from meeting_app.queries.roleplay.scenarios import SHIPPED
from meeting_app.ui.console.office.roleplay.library import ScenariosPage
from meeting_app.ui.console.office.shell import OfficeShell

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.qt.office import Office

PEOPLE, SHEETS = 24, 16


def roleplay_scenes(office: "Office") -> "Iterator[Scene]":
    """The pages in the order in which they are used."""
    from meeting_app.ui.console.office.scenes import Scene

    def shell(page: str, **arguments: Any) -> OfficeShell:
        made = OfficeShell(office)
        made.show_page(page, **arguments)
        return made

    yield Scene("roleplay_library", lambda: shell("scenarios", chosen=SHIPPED + "lift"), _read)
    yield Scene("roleplay_prepare", lambda: shell("scenarios", chosen=SHIPPED + "parking"), _form_open)
    made: dict[str, str] = {}

    def play() -> str:
        if "play" not in made:
            made["play"] = _known(office, "cast") or _play(office)
        return made["play"]

    def seats() -> QWidget:
        cast = shell("play", play_id=play(), part="seats")
        page: Any = cast.page
        tiles = list(page.seats.board.tiles)
        page.seats.board.hold(tiles[1])
        page.seats.board.tiles[tiles[9]].looked_at.emit(tiles[9])
        return cast

    def handing() -> QWidget:
        cast = shell("play", play_id=play(), part="handout")
        page: Any = cast.page
        page.handout.show_roles.setChecked(True)
        return cast

    def poll() -> QWidget:
        over = _known(office, "ended")
        if not over:
            _sheets(office, play())
        cast = shell("play", play_id=over or play(), part="poll")
        page: Any = cast.page
        page.poll.form.fill(code="7K2QX", digits="34")
        return cast

    yield Scene("roleplay_players", lambda: shell("play", play_id=play(), part="players"))
    yield Scene("roleplay_seats", seats)
    yield Scene("roleplay_handout", lambda: shell("play", play_id=play(), part="handout"))
    yield Scene("roleplay_handout_roles", handing)
    yield Scene("roleplay_poll", poll)
    yield Scene("roleplay_players_empty", lambda: shell("play", play_id=_empty(office)))


def _known(office: "Office", state: str) -> str:
    """A play of the community in that state; "" when there is none."""
    plays = office.records.ask(play_list)
    return next((one.id for one in plays if one.state == state), "")


def _read(widget: QWidget) -> bool:
    page = widget.page if isinstance(widget, OfficeShell) else None
    return isinstance(page, ScenariosPage) and bool(page.cards)


def _form_open(widget: QWidget) -> bool:
    """The form is opened once the scenarios are read."""
    page = widget.page if isinstance(widget, OfficeShell) else None
    if not isinstance(page, ScenariosPage) or not page.cards:
        return False
    if not page.form.isVisible():
        page.prepare.click()
    return page.form.isVisible()


def _empty(office: "Office") -> str:
    made: str = office.desk.do(preparing.prepare_play, source=SHIPPED + "dogs", minutes=60).result()
    return made


def _play(office: "Office") -> str:
    """A cast play whose players said things of themselves."""
    chance = random.Random(18)
    people = [row.person_id for row in office.records.ask(people_queries.roster, limit=PEOPLE).rows]
    play = office.desk.do(preparing.prepare_play, source=SHIPPED + "lift", minutes=75).result()
    view = office.records.ask(casting_view, play_id=play)
    assert view is not None
    takings = [
        Taking(
            person,
            {one.id: chance.choice(one.values)[0] for one in view.asked},
            watches=at == PEOPLE - 1,
            reading_help=at == 4,
        )
        for at, person in enumerate(people)
    ]
    office.desk.do(preparing.set_players, play_id=play, players=takings).result()
    office.desk.do(preparing.exclude_pair, play_id=play, pair=(people[0], people[1])).result()
    office.desk.do(casting.cast_play, play_id=play).result()
    return play


def _sheets(office: "Office", play: str) -> None:
    """Sheets of both halves, once."""
    if office.records.ask(poll_desk, play_id=play).progress.before:
        return
    chance = random.Random(18)
    codes = office.desk.do(preparing.issue_codes, play_id=play, number=PEOPLE).result()
    view = office.records.ask(casting_view, play_id=play)
    assert view is not None
    asked = [question.id for question in view.scenario.poll.questions]
    for wave, more in (("before", 0), ("after", 1)):
        for code in codes[: SHEETS - more]:
            answers = {one: min(5, chance.randint(1, 4) + more) for one in asked}
            office.desk.do(polling.type_sheet, play_id=play, wave=wave, code=code, answers=answers).result()
