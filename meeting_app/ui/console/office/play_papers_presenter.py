"""The papers of a play without their widgets: what there is, what each is for, what went out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meeting_app.actions.roleplay.printing import PLAY_KINDS, POLLS, SECRET_KINDS
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries.roleplay.staging import HandedOut, PlayPapers, play_papers
from meeting_app.ui.console.office.rows import Row, heading, line
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

# Sheets of the poll beyond the players, for whom spoils one.
SPARE: Final = 2
NOTES: Final = {
    "play_script": N_("For the facilitator alone: the running order by the clock, what to say, all secrets."),
    "play_cards": N_("One for every seat, two on a sheet. Cut once, and the stack is in order."),
    "play_cards_large": N_("The same cards for those who read large print only; print the pages you need."),
    "play_tents": N_("The number of every table, and the role for every seat."),
    "play_clues": N_("Each goes into an envelope; the label says when it is opened."),
    "play_hosts": N_("A page for the host of every table, without secrets."),
    "play_proposals": N_("A table fills in the bubbles; you key in what it proposes."),
    "play_observers": N_("Questions for those who watch, with lines to write on."),
    "play_polls": N_(
        "Before and after on one page with the same random code. Shuffle them; nobody is listed."
    ),
    "play_returns": N_("At the end, every card that comes back is ticked here."),
}


@dataclass(frozen=True, slots=True)
class PlayPaper:
    """A chosen kind: its title, what it is for, what went out of it, whether it is secret or a poll."""

    kind: str
    title: str
    note: str
    out: str
    secret: bool
    poll: bool


class PlayPapersPresenter:
    """Asks for the papers of one play."""

    def __init__(self, office: "Office", play_id: str) -> None:
        self._office = office
        self.play_id = play_id

    def known(self) -> PlayPapers:
        """What can be printed and what was."""
        return self._office.records.ask(play_papers, play_id=self.play_id)

    def rows(self, known: PlayPapers) -> list[Row]:
        """The kinds: those that only the facilitator handles, then those that lie on the tables."""
        secret = [self._row(known, kind) for kind in PLAY_KINDS if kind in SECRET_KINDS]
        open_ones = [self._row(known, kind) for kind in PLAY_KINDS if kind not in SECRET_KINDS]
        return [
            heading("secret", _("With secrets")), *secret,
            heading("open", _("For the tables")), *open_ones,
        ]  # fmt: skip

    def _row(self, known: PlayPapers, kind: str) -> Row:
        last = known.last(kind)
        count = sum(one.row.kind == kind for one in known.out)
        detail = ""
        if last is not None:
            detail = ngettext("{n} copy, last {when}", "{n} copies, last {when}", count).format(
                n=count, when=_when(last)
            )
        return line(kind, labels.label(labels.PAPERS, kind), detail, icon="file-text")

    def paper(self, known: PlayPapers, kind: str) -> PlayPaper:
        """What is told of a kind."""
        numbers = [
            _("{number}, {when}").format(number=one.row.number_label, when=_when(one))
            for one in known.out
            if one.row.kind == kind
        ]
        return PlayPaper(
            kind, labels.label(labels.PAPERS, kind), _(NOTES[kind]), "\n".join(numbers), kind in SECRET_KINDS,
            kind == POLLS,
        )  # fmt: skip

    def sheets(self, known: PlayPapers) -> int:
        """How many sheets of the poll are proposed."""
        return max(known.codes, known.people + SPARE)

    def headline(self, known: PlayPapers) -> str:
        """For how many people at how many tables."""
        if not known.cast:
            return known.title
        tables = ngettext("{n} table", "{n} tables", known.tables).format(n=known.tables)
        people = ngettext("{n} person", "{n} people", known.people).format(n=known.people)
        return _("{play}: {people} at {tables}").format(play=known.title, people=people, tables=tables)


def _when(one: HandedOut) -> str:
    """Day and time of a printing."""
    return f"{times.day(one.at)} {times.clock(one.at)}"
