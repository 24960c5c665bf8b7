"""The list of meetings without its widgets: what is coming first, what is over below, newest first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import _, ngettext
from meeting_app.queries import meetings as meeting_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.meetings import MeetingRow
    from meeting_app.ui.qt.office import Office

OPEN_STATES: Final = ("draft", "convened", "live")
TONES: Final = {"draft": "plain", "convened": "ok", "live": "ok", "closed": "plain", "cancelled": "plain"}


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting of the list; `opens` is the page that it leads to, `button` what the row's
    button says; `begun` whether anybody can have been there.
    """

    meeting_id: str
    title: str
    detail: str
    figures: str
    state: str
    tone: str
    opens: str
    button: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class MeetingsPicture:
    """Meetings in two groups; `empty` says what to do first."""

    coming: tuple[MeetingLine, ...]
    past: tuple[MeetingLine, ...]
    empty: str


class MeetingsPresenter:
    """Asks for the meetings that contain a text."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self.text = ""

    def picture(self) -> MeetingsPicture:
        """The meetings; those to come with the next one first."""
        rows = self._office.records.ask(meeting_queries.meeting_list, text=self.text)
        coming = tuple(meeting_line(row) for row in reversed(rows) if row.state in OPEN_STATES)
        past = tuple(meeting_line(row) for row in rows if row.state not in OPEN_STATES)
        empty = ""
        if not rows:
            empty = (
                _("No meeting contains “{text}”.").format(text=self.text)
                if self.text
                else _("No meeting yet. Call the first one; its agenda, invitations and notice come with it.")
            )
        return MeetingsPicture(coming, past, empty)


def meeting_line(row: "MeetingRow") -> MeetingLine:
    """A meeting's title, time and place, and what came of it."""
    figures = ""
    if row.state in ("live", "closed"):
        figures = _("{present} of {eligible} came").format(present=row.present, eligible=row.invited)
    elif row.state != "cancelled":
        figures = ngettext("{n} invited", "{n} invited", row.invited).format(n=row.invited)
    if row.adopted:
        adopted = ngettext("{n} motion adopted", "{n} motions adopted", row.adopted).format(n=row.adopted)
        figures = words.joined((figures, adopted))
    return MeetingLine(
        row.id,
        row.title,
        words.joined((row.number_label, words.moment(row.starts_at), row.place)),
        figures,
        labels.label(labels.MEETING_STATES, row.state),
        TONES.get(row.state, "plain"),
        "live" if row.state == "live" else "call",
        _button(row.state),
        row.state in ("live", "closed"),
    )


def _button(state: str) -> str:
    if state == "live":
        return _("Go to the meeting")
    return _("Prepare the meeting") if state in OPEN_STATES else _("Look at the meeting")
