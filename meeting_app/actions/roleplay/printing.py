"""Papers of a play: numbered and registered like every paper, each printing anew.

What holds secrets or the codes of a poll is not kept: the register has its number, code and digest, so that a
found sheet can be traced to its printing, and nobody can open it from the list of papers.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from meeting_app.actions.desk import Desk, final
from meeting_app.actions.paper_folder import readable_name
from meeting_app.actions.papers import FiledPaper, SetPaper, draft_mark, fill_in, take_number
from meeting_app.actions.roleplay.preparing import issue_codes
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.digest import digest
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.records import Records
from meeting_app.queries.roleplay.staging import play_paper, play_papers
from meeting_app.storage.tables import Paper, PlayRow
from meeting_app.storage.work import Work

# In the order in which a play needs them; the same kinds as queries.roleplay_papers.MAKERS (a test compares).
PLAY_KINDS: Final = (
    "play_script", "play_cards", "play_cards_large", "play_tents", "play_clues", "play_hosts",
    "play_proposals", "play_observers", "play_polls", "play_returns",
)  # fmt: skip
# Whoever prints one of these a second time is asked whether the first copy is accounted for.
SECRET_KINDS: Final = frozenset({"play_script", "play_cards", "play_cards_large", "play_clues"})
POLLS: Final = "play_polls"


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A number that was taken for a paper of a play."""

    paper_id: str
    play_id: str
    kind: str
    mark: PaperMark


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that was registered, with its bytes for the printer or a file."""

    paper: FiledPaper
    body: bytes


def play_content(session: Session, *, play_id: str, kind: str, mark: PaperMark) -> Any:
    """The content record as the records are now, carrying its own digest."""
    bare = play_paper(session, play_id=play_id, kind=kind, mark=mark)
    return replace(bare, mark=replace(mark, digest=digest(asdict(bare))))


def reserve_play_paper(work: Work, *, play_id: str, kind: str) -> TakenNumber:
    """Take the next number of the kind; what cannot be printed yet is refused before."""
    play = work.get(PlayRow, play_id)
    work.meeting_id = play.meeting_id
    if kind not in PLAY_KINDS:
        raise Refusal("gone", kind="paper")
    play_paper(work.session, play_id=play_id, kind=kind, mark=draft_mark(work.session, work.now))
    paper, mark = take_number(work, kind)
    paper.meeting_id, paper.topic_id, paper.draw_id = play.meeting_id, None, None
    return TakenNumber(paper.id, play_id, kind, mark)


@final
def file_play_paper(
    work: Work, *, play_id: str, paper_id: str, taken: TakenNumber, made: SetPaper
) -> FiledPaper:
    """Register what was set; refused when the play changed meanwhile. Its row in the journal is what says
    that this copy went out.
    """
    content = play_content(work.session, play_id=play_id, kind=taken.kind, mark=taken.mark)
    if content.mark.digest != made.content_digest:
        raise Refusal("paper_moved")
    paper = work.get(Paper, paper_id)
    work.meeting_id = paper.meeting_id
    filed = fill_in(work, paper, taken.mark, made)
    if taken.kind in SECRET_KINDS or taken.kind == POLLS:
        paper.body = None
    return filed


def _made(records: Records, play_id: str, kind: str, mark: PaperMark) -> SetPaper:
    from meeting_app.documents import check, render  # imported late: the faces are not needed at the start

    content = records.ask(play_content, play_id=play_id, kind=kind, mark=mark)
    body = render.pdf(kind, content)
    title = check.read_paper(body).title or content.head.title
    return SetPaper(body, render.page_count(body), content.mark.digest, title)


def preview_play_paper(desk: Desk, records: Records, play_id: str, kind: str) -> bytes:
    """The paper as it would be now, without a number."""
    mark = records.ask(draft_mark, now=desk.now())
    return _made(records, play_id, kind, mark).body


def print_play_paper(
    desk: Desk, records: Records, play_id: str, kind: str, *, sheets: int = 0, again: bool = False
) -> Printed:
    """Register a new copy and answer its bytes. A secret paper that went out before is refused with
    `play_printed` unless it is asked for `again`. `sheets` is how many polls are needed in all.
    """
    known = records.ask(play_papers, play_id=play_id)
    last = known.last(kind)
    if kind in SECRET_KINDS and last is not None and not again:
        raise Refusal("play_printed", number=last.row.number_label)
    preview_play_paper(desk, records, play_id, kind)  # what does not fit is refused before a number is taken
    if kind == POLLS:
        desk.do(issue_codes, play_id=play_id, number=max(sheets, known.codes, 1)).result()
    taken = desk.do(reserve_play_paper, play_id=play_id, kind=kind).result()
    made = _made(records, play_id, kind, taken.mark)
    filed = desk.do(
        file_play_paper, play_id=play_id, paper_id=taken.paper_id, taken=taken, made=made
    ).result()
    return Printed(filed, made.body)


# What a scenario may have nothing for; a set goes on without it.
_NOTHING: Final = frozenset({"no_clues", "no_observer_sheet"})


def print_play_folder(
    desk: Desk, records: Records, play_id: str, folder: Path, *, sheets: int = 0, again: bool = False
) -> int:
    """Register and write every paper of the play into a folder, named so that people and Windows can read it;
    answers how many. Refuses as `print_play_paper` does, before anything is written when a secret paper went
    out before. Raises OSError when the folder cannot be written.
    """
    known = records.ask(play_papers, play_id=play_id)
    out = next((one for kind in PLAY_KINDS if kind in SECRET_KINDS and (one := known.last(kind))), None)
    if out is not None and not again:
        raise Refusal("play_printed", number=out.row.number_label)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for kind in PLAY_KINDS:
        try:
            made = print_play_paper(desk, records, play_id, kind, sheets=sheets, again=True)
        except Refusal as refusal:
            if refusal.code not in _NOTHING:
                raise
            continue
        name = readable_name(made.paper.number_label, made.paper.title)
        write_whole(folder / f"{name}.pdf", made.body)
        written += 1
    return written
