"""Finding anything (Ctrl+F) without its widgets: people, topics, meetings, papers in one list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from meeting_app.i18n import N_, _
from meeting_app.queries import start as start_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.people import PersonHit
    from meeting_app.queries.start import Found
    from meeting_app.ui.qt.office import Office

KINDS = {"person": N_("Person"), "topic": N_("Topic"), "meeting": N_("Meeting"), "paper": N_("Paper")}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Something found: where it leads (page and its arguments) and how it reads."""

    kind: str
    title: str
    detail: str
    page: str
    arguments: tuple[tuple[str, str], ...]

    @property
    def label(self) -> str:
        """The kind in words."""
        return _(KINDS[self.kind])


class FindPresenter:
    """Asks for everything that a text names."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def lines(self, text: str) -> tuple[FoundLine, ...]:
        """What the text names: people first, then topics, meetings, papers."""
        found = self._office.records.ask(start_queries.find_anything, text=text)
        return (*(person_line(hit) for hit in found.people), *(other_line(other) for other in found.others))


def person_line(hit: "PersonHit") -> FoundLine:
    """A person with number and home."""
    detail = words.joined((_("no. {number}").format(number=hit.number), words.place(hit.place)))
    return FoundLine("person", hit.name, detail, "roster", (("person_id", hit.person_id),))


def other_line(other: "Found") -> FoundLine:
    """A topic, meeting or paper."""
    if other.kind == "topic":
        return FoundLine(
            "topic",
            other.title,
            labels.label(labels.STAGES, other.detail),
            "topic",
            (("topic_id", other.id),),
        )
    if other.kind == "meeting":
        state = labels.label(labels.MEETING_STATES, other.detail)
        return FoundLine("meeting", other.title, state, "call", (("meeting_id", other.id),))
    return FoundLine("paper", other.title, other.detail, "papers", (("paper_id", other.id),))
