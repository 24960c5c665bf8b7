"""Drawing by lot without its widgets: the draws, one draw's figures, and the text for drawing it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from meeting_app.i18n import _, ngettext
from meeting_app.queries import draws as draw_queries
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries.draws import DrawRow, DrawView
from meeting_app.ui.console.office import words
from meeting_app.wording import draws
from meeting_app.wording.labels import label

if TYPE_CHECKING:
    from meeting_app.domain.sortition.lottery import Drawing, Ticket
    from meeting_app.domain.sortition.quotas import Quotas
    from meeting_app.ui.qt.office import Office

TICKET_SHOWN = 8
OPEN_MEETINGS = ("draft", "convened", "live")


@dataclass(frozen=True, slots=True)
class DrawLine:
    """A draw in the list."""

    id: str
    title: str
    detail: str
    state: str
    drawn: bool


class DrawsPresenter:
    """Asks for the draws."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def lines(self) -> tuple[DrawLine, ...]:
        """All draws, those that are still to be made first."""
        rows = self._office.records.ask(draw_queries.draw_list)
        return tuple(_line(row) for row in sorted(rows, key=lambda row: row.drawn))

    def view(self, draw_id: str) -> DrawView | None:
        """One draw."""
        return self._office.records.ask(draw_queries.draw_view, draw_id=draw_id) if draw_id else None

    def meetings(self) -> list[tuple[str, str]]:
        """The meetings in front of which it can be drawn, as (id, title)."""
        rows = self._office.records.ask(meeting_queries.meeting_list)
        return [(row.id, row.title) for row in rows if row.state in OPEN_MEETINGS]

    def live_meeting(self, view: DrawView) -> str:
        """The draw's meeting while it is in session, "" otherwise."""
        rows = self._office.records.ask(meeting_queries.meeting_list)
        live = {row.id for row in rows if row.state == "live"}
        return view.meeting_id if view.meeting_id in live and view.meeting_id else ""

    def proof(self, draw_id: str, quotas: "Quotas") -> draw_queries.PlacesProof:
        """Whether the places can be held; slow, for a worker."""
        return self._office.records.ask(draw_queries.places_proof, draw_id=draw_id, quotas=quotas)

    def filed_record(self, view: DrawView) -> str:
        """The filed paper of a draw outside any meeting; "" when there is none."""
        found: str = self._office.records.ask(draw_queries.filed_record, draw_id=view.row.id)
        return found

    def replay_text(self, view: DrawView) -> str:
        """The text by which anybody can draw again; for a worker."""
        drawing = self._office.records.ask(draw_queries.whole_drawing, draw_id=view.row.id)
        # The catalogue's language is the program's, so a worker speaks as the window does.
        return replay_words(view, drawing) if drawing else ""


def _line(row: DrawRow) -> DrawLine:
    state = _("Drawn") if row.drawn else _("to be drawn")
    return DrawLine(row.id, row.title, words.joined((people_and_places(row), row.meeting)), state, row.drawn)


def people_and_places(row: DrawRow) -> str:
    """412 people, 15 places."""
    people = ngettext("{n} person", "{n} people", row.people).format(n=f"{row.people:,}")
    places = ngettext("{n} place", "{n} places", row.seats).format(n=row.seats)
    return words.joined((people, places))


def facts(view: DrawView) -> tuple[tuple[str, str], ...]:
    """What is known of a draw, each with its name; empty ones are left out."""
    found = (
        (_("From"), words.joined((label(draws.AMONG, view.among), people_and_places(view.row)))),
        (_("Meeting"), view.row.meeting),
        (_("List frozen"), words.moment(view.row.listed_at)),
        (_("Code"), " ".join(view.code)),
        (_("Rolled"), view.drawn.number),
        (_("Rolled by"), view.drawn_by),
    )
    return tuple((name, text) for name, text in found if text)


def change_words(quotas: "Quotas", change: "Quotas") -> str:
    """The smallest change, group by group: women 6 → 5, men 6 → 7."""
    parts = [
        f"{draws.group(group)} {before} → {new[group]}"
        for old, new in zip(quotas, change, strict=True)
        for group, before in old.items()
        if before != new[group]
    ]
    return words.joined(parts)


def sums_words(quotas: Mapping[str, int], seats: int) -> str:
    """What is wrong with the sum of a feature's places; "" when nothing is."""
    total = sum(quotas.values())
    if total == seats:
        return ""
    return _("The places come to {total}; {seats} people are to be drawn.").format(total=total, seats=seats)


def ticket_words(view: DrawView, line: "Ticket") -> str:
    """A line of the result: the full name, number and name on the list, the beginning of the ticket."""
    name = dict(view.names).get(line.entry.number, "")
    return "  ".join(filter(None, (name, line.entry.text, line.digest[:TICKET_SHOWN].upper())))


def replay_words(view: DrawView, drawing: "Drawing") -> str:
    """Everything by which anybody can draw again: how, the code of the list, the number, every ticket."""
    head = [
        view.row.title,
        _("Draw: {draw}").format(draw=drawing.draw),
        _("SHA-256 of the list: {hash}").format(hash=drawing.pool_hash),
        _("Number: {number}, rolled by {name}").format(number=drawing.number, name=view.drawn_by),
        _("Ticket: SHA-256 of {text}").format(
            text=f"{drawing.draw}|{drawing.pool_hash}|{drawing.number}|N …"
        ),
        *(
            _("{feature}: {places}").format(
                feature=label(draws.FEATURES, feature),
                places=words.joined(f"{draws.group(group.code)} {group.places}" for group in groups),
            )
            for feature, groups in view.features
        ),
        "",
    ]
    lines = (
        "  ".join(
            filter(
                None,
                (
                    f"{place}. {line.digest}",
                    line.entry.text,
                    words.joined(draws.group(group) for group in line.entry.groups),
                    label(draws.FATES, line.fate),
                ),
            )
        )
        for place, line in enumerate(drawing.tickets, 1)
    )
    return "\n".join([*head, *lines])
