"""Who was there, in words: the instants of a meeting, the people of one of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from meeting_app.i18n import _
from meeting_app.queries import who_was_there as queries
from meeting_app.ui.console.office import words
from meeting_app.ui.console.office.rows import Row, heading, line
from meeting_app.ui.widgets.tables import Line
from meeting_app.wording import amounts, sources, times

if TYPE_CHECKING:
    from meeting_app.queries.who_was_there import Moment, RoomThen, WasThere
    from meeting_app.ui.qt.office import Office


def moment_words(moment: "Moment") -> str:
    """What happened at the instant."""
    if moment.code == "vote":
        return _("Vote: {title}").format(title=moment.title)
    if moment.code == "change":
        here = _("{n} in the room").format(n=moment.present)
        by_proxy = _("{n} represented").format(n=moment.represented) if moment.represented else ""
        return words.joined((here, by_proxy))
    return _("Opened") if moment.code == "opened" else _("Closed")


def moment_rows(moments: "Sequence[Moment]") -> list[Row]:
    """What is asked for later comes first, then all coming and going."""
    placed = [(moment, moment_row(place, moment)) for place, moment in enumerate(moments)]
    named = [row for moment, row in placed if moment.code != "change"]
    changes = [row for moment, row in placed if moment.code == "change"]
    heads = (heading("named", _("Opening, votes, end")), heading("changes", _("Coming and going")))
    return [
        row
        for head, rows in zip(heads, (named, changes), strict=True)
        for row in ([head, *rows] if rows else [])
    ]


def moment_row(place: int, moment: "Moment") -> Row:
    """The instant as a row; coming and going is quieter than what is asked for later."""
    icon = {"vote": "vote", "opened": "play", "closed": "flag"}.get(moment.code, "")
    return line(str(place), moment_words(moment), times.clock(moment.at), icon=icon)


def room_sentence(room: "RoomThen") -> str:
    """How many were there, and whether that was enough."""
    parts = [_("{n} in the room").format(n=room.present)]
    if room.represented:
        parts.append(_("{n} represented").format(n=room.represented))
    quorum = room.quorum
    if quorum is not None:
        took = _("{n} of {all} with a vote").format(n=quorum.present, all=quorum.eligible)
        houses = sources.places(quorum.scope)
        parts.append(_("{places}: {line}").format(places=houses, line=took) if houses else took)
        if quorum.area is not None:
            parts.append(_("{area} m²").format(area=amounts.area(quorum.area.here_c)))
        parts.append(_("Quorum reached") if quorum.holds else _("no quorum"))
    return words.joined(parts)


def person_line(one: "WasThere") -> Line:
    """A person as the table shows one."""
    stood = _("represented by {name}").format(name=one.by) if one.by else _("in the room")
    acts = _("acts for {name}").format(name=_(", ").join(one.acts_for)) if one.acts_for else ""
    cells = (str(one.number), one.name, words.place(one.place), words.joined((stood, acts)))
    return Line(one.person_id, cells, tone="muted" if one.by else "")


class PresencePresenter:
    """Asks for a meeting's instants and its people at one of them."""

    def __init__(self, office: "Office", meeting_id: str) -> None:
        self._office, self._meeting_id = office, meeting_id

    def moments(self) -> "tuple[Moment, ...]":
        """The instants in their order."""
        return self._office.records.ask(queries.moments, meeting_id=self._meeting_id)

    def room(self, moment: "Moment") -> "RoomThen":
        """Who was there."""
        return self._office.records.ask(
            queries.room_then, meeting_id=self._meeting_id, at_ms=moment.at_ms, item_id=moment.item_id
        )
