"""The filed papers without their widgets: list, whom a paper is for, checking a code."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meeting_app.actions.papers import LEAKS_SHOWN
from meeting_app.domain import codes
from meeting_app.i18n import _, ngettext
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import paper_list as paper_queries
from meeting_app.queries.states import live_meeting_id
from meeting_app.ui.console.office import words
from meeting_app.wording import labels, times

if TYPE_CHECKING:
    from meeting_app.queries.paper_list import PaperRow
    from meeting_app.ui.qt.office import Office


BEFORE_MEETING: Final = (
    "notice", "notice_large", "notice_poster", "notice_children", "agenda", "rules", "delivery", "proxy",
    "sign_in", "badges", "plates", "ballot", "draw",
)  # fmt: skip
AFTER_MEETING: Final = (
    "minutes", "summary", "decision_notice", "announcement", "publicity_report", "draw",
    "tasks",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One paper of the list; `ballots` = it is printed with codes of its own, a specimen is filed."""

    row: "PaperRow"
    title: str
    detail: str
    ballots: bool = False


@dataclass(frozen=True, slots=True)
class PapersPicture:
    """The list; where there is no paper at all `empty` says so, `hint` and `button` what to do first;
    `unmatched` says that no title has the searched text. `groups` are the papers under their headings.
    """

    items: tuple[PaperItem, ...]
    empty: str = ""
    hint: str = ""
    button: str = ""
    unmatched: str = ""
    groups: tuple[tuple[str, tuple[PaperItem, ...]], ...] = ()


class PapersPresenter:
    """Asks for the papers of everything, a meeting or a topic, that contain a text."""

    def __init__(self, office: "Office", meeting_id: str | None = None, topic_id: str | None = None) -> None:
        self._office = office
        self.meeting_id = meeting_id
        self.topic_id = topic_id
        self.text = ""

    def picture(self) -> PapersPicture:
        """The papers as filed."""
        rows = self._office.records.ask(
            paper_queries.paper_list, meeting_id=self.meeting_id, topic_id=self.topic_id, text=self.text
        )
        items = tuple(paper_item(row) for row in rows)
        if items:
            return PapersPicture(items, groups=self._groups(items))
        if self.text:
            return PapersPicture((), unmatched=_("No paper contains “{text}”.").format(text=self.text))
        return self._none_yet()

    def _groups(self, items: tuple[PaperItem, ...]) -> tuple[tuple[str, tuple[PaperItem, ...]], ...]:
        """The papers under their meetings, the one with the newest paper first; those of one meeting need no
        heading.
        """
        if self.meeting_id:
            return (("", items),)
        titles = {row.id: row.title for row in self._office.records.ask(meeting_queries.meeting_list)}
        meetings = dict.fromkeys(item.row.meeting_id or "" for item in items)
        return tuple(
            (
                titles.get(meeting, _("Outside meetings")),
                tuple(item for item in items if (item.row.meeting_id or "") == meeting),
            )
            for meeting in meetings
        )

    def _none_yet(self) -> PapersPicture:
        """What to do where no paper is."""
        kinds = self.to_make()
        if kinds:
            hint = _("Choose one at the left, or begin with the first.")
            first = _("Make: {paper}").format(paper=kinds[0][1])
            return PapersPicture((), _("This meeting has no paper yet"), hint, first)
        if self.meeting_id or self.topic_id:
            return PapersPicture((), _("No paper here"), _("Papers of other meetings are among all papers."))
        hint = _(
            "Notice and sign-in sheet are printed when a meeting is called, minutes and public notice when "
            "it is over."
        )
        return PapersPicture((), _("No paper yet"), hint, _("Call a meeting"))

    def to_make(self) -> tuple[tuple[str, str], ...]:
        """The papers of the meeting that can be made, as (kind, words), those first that are not filed yet;
        one that is filed is replaced when it is made again. None without a meeting.
        """
        if self.meeting_id is None:
            return ()
        draft = self._office.records.ask(
            meeting_queries.meeting_draft, meeting_id=self.meeting_id, today=self._office.today()
        )
        if draft is None or draft.state == "cancelled":
            return ()
        filed = {paper.kind for paper in draft.papers if paper.state == "filed"}
        kinds = AFTER_MEETING if draft.state == "closed" else BEFORE_MEETING
        ordered = sorted(kinds, key=lambda kind: kind in filed)
        again = _("{paper}, made again")
        return tuple(
            (kind, again.format(paper=words) if kind in filed else words)
            for kind in ordered
            for words in (labels.label(labels.PAPERS, kind),)
        )

    def in_session(self) -> bool:
        """Whether the meeting goes on at this moment."""
        return self._office.records.ask(live_meeting_id) == self.meeting_id

    def check(self, typed: str) -> tuple[str, str]:
        """(sentence, tone) about a code as it was typed from a paper."""
        code = codes.normalise(typed)
        if not code:
            return "", "plain"
        record = self._office.records.ask(paper_queries.paper_by_code, check_code=code)
        if record is None:
            return _(
                "No paper here carries this code. Compare it with the paper, character by character."
            ), "danger"
        return self._genuine(record)

    def check_file(self, body: bytes) -> tuple[str, str]:
        """(sentence, tone) about a PDF that somebody brought; slow, for a worker."""
        from meeting_app.documents.check import file_sha256, read_paper

        ask = self._office.records.ask
        filed = ask(paper_queries.paper_by_hash, sha256=file_sha256(body))
        if filed is not None:
            return self._genuine(filed)
        code = codes.normalise(read_paper(body).code or "")
        same = ask(paper_queries.paper_by_code, check_code=code) if code else None
        if same is None:
            return _("This is not what was filed: no paper here carries its code."), "danger"
        return _(
            "This is not what was filed: {number} has the same code, but its file is another one."
        ).format(number=same.row.number_label), "danger"

    def _genuine(self, record: "paper_queries.PaperRecord") -> tuple[str, str]:
        """That a paper was filed, and whether it still holds."""
        row, after = record.row, record.successor
        if after is not None:
            told = _("This is {number}, but {newer}, dated {day}, has replaced it.")
            return told.format(
                number=row.number_label, newer=after.number_label, day=times.full_day(after.dated)
            ), "warn"
        if row.state == "superseded":
            return _("This is {number}, but a newer version has replaced it.").format(
                number=row.number_label
            ), "warn"
        return (
            _("Genuine: {number}, {title}, dated {day}.").format(
                number=row.number_label, title=row.title, day=times.full_day(row.dated)
            ),
            "ok",
        )


def paper_item(row: "PaperRow") -> PaperItem:
    """A paper with its kind, pages, and whether it may hang outside."""
    kind = labels.label(labels.PAPERS, row.kind)
    detail = words.joined(
        (
            _("may be shown") if row.public else _("for inside use"),
            ngettext("{n} page", "{n} pages", row.pages).format(n=row.pages),
            times.day(row.dated),
            _("replaced") if row.state == "superseded" else "",
        )
    )
    return PaperItem(row, kind, detail, row.kind == "ballot" and row.state == "filed")


def ballots_note() -> str:
    """What printing ballots does."""
    return _(
        "Of a secret vote a specimen is filed. Each ballot that is printed or saved carries a code of its "
        "own; shuffle them before they are handed out."
    )


def leaks_note(found: tuple[str, ...]) -> tuple[str, str]:
    """(sentence, tone) about what a public paper tells of people."""
    if not found:
        return _("Looked through: no full name, phone or room of a resident stands on it."), "muted"
    names = words.listed(found[:LEAKS_SHOWN])
    return _("It tells what should not hang on a board: {found}.").format(found=names), "warn"


def replaced_note() -> str:
    """That there is a newer one."""
    return _("A newer version has replaced this paper: print and hand out that one.")


def unkept_note() -> str:
    """Why a paper of a play has no pages here."""
    return _(
        "It holds secrets of a play, so its pages are not kept here. "
        "Print it anew from the papers of the play."
    )


def facts(row: "PaperRow") -> tuple[tuple[str, str], ...]:
    """What there is to know about a paper, each fact with its name."""
    public = ""
    if row.public_from is not None and row.public_to is not None:
        public = _("{first} to {last}").format(
            first=times.day(row.public_from), last=times.day(row.public_to)
        )
    pairs = (
        (_("Number"), row.number_label),
        (_("Dated"), times.full_day(row.dated)),
        (_("Pages"), str(row.pages)),
        (_("On the board"), public),
        (_("Check code"), codes.in_groups(row.check_code)),
    )
    return tuple((name, text) for name, text in pairs if text)
