"""After closing: what came of the meeting and which papers are to be made."""

from dataclasses import dataclass

from meeting_app.i18n import _, ngettext
from meeting_app.queries.live import LiveView
from meeting_app.queries.paper_list import PaperRow
from meeting_app.ui.console.live import hall_presenter
from meeting_app.wording import labels, times


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A paper to be made: what it is, for whom, and whether it is filed already."""

    kind: str
    title: str
    remark: str
    state: str
    tone: str
    paper_id: str
    button: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The meeting in a line each."""

    heading: str
    facts: tuple[str, ...]
    outcomes: tuple[hall_presenter.NoteShown, ...]


def summary(view: LiveView) -> Summary:
    """When it ran, what was decided, what was left for later."""
    span = ""
    if view.opened_at and view.closed_at:
        span = _("from {begin} to {end}").format(
            begin=times.clock(view.opened_at), end=times.clock(view.closed_at)
        )
    kinds = [note.kind for note in view.notes]
    facts = (
        span,
        ngettext("{n} decision", "{n} decisions", kinds.count("decision")).format(n=kinds.count("decision")),
        ngettext("{n} task noted", "{n} tasks noted", kinds.count("task")).format(n=kinds.count("task")),
        ngettext("{n} matter for later", "{n} matters for later", kinds.count("parking")).format(
            n=kinds.count("parking")
        ),
    )
    ordered = tuple(
        hall_presenter.NoteShown(
            times.clock(note.at), labels.label(hall_presenter.NOTE_KINDS, note.kind), note.text
        )
        for note in view.notes
    )
    return Summary(_("The meeting is closed"), tuple(fact for fact in facts if fact), ordered)


def _filed(papers: tuple[PaperRow, ...], kind: str) -> PaperRow | None:
    return next((paper for paper in papers if paper.kind == kind and paper.state == "filed"), None)


def _job(kind: str, remark: str, papers: tuple[PaperRow, ...]) -> PaperJob:
    filed = _filed(papers, kind)
    title = labels.label(labels.PAPERS, kind)
    if filed is None:
        return PaperJob(kind, title, remark, _("not made yet"), "muted", "", _("Make and look"))
    return PaperJob(kind, title, remark, filed.number_label, "ok", filed.id, _("Look and print"))


def jobs(papers: tuple[PaperRow, ...], *, decided: bool) -> tuple[PaperJob, ...]:
    """The papers in the order in which they are needed; a notice only when something was voted on."""
    found = [_job("minutes", _("for the committee, with all names"), papers)]
    if decided:
        found.append(_job("decision_notice", _("for the board, names masked"), papers))
    return tuple(found)
