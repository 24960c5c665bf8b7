"""Writes papers as files and as pictures of their pages."""

from collections.abc import Iterator
from pathlib import Path

from meeting_app.actions.communities import Opened
from meeting_app.actions.paper_folder import readable_name, write_folder
from meeting_app.actions.papers import KINDS
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.paper_list import paper_bytes, paper_list


def issue_all(opened: Opened, meeting_id: str) -> Iterator[None]:
    """Issue every kind of paper that the meeting is ripe for and that was not issued before, one a step."""
    filed = {row.kind for row in opened.records.ask(paper_list) if row.meeting_id == meeting_id}
    for kind in (kind for kind in KINDS if kind not in filed):
        try:
            opened.papers.issue(kind, meeting_id).result()
        except Refusal:
            continue  # not ripe: no minutes before the meeting, no notice of a decision without one
        finally:
            yield


def write_papers(opened: Opened, folder: Path) -> int:
    """All filed papers as PDF; answers how many."""
    return write_folder(opened.records, folder)


def picture_papers(opened: Opened, folder: Path) -> Iterator[None]:
    """The pages of all filed papers as PNG, a paper a step."""
    from meeting_app.documents.preview import page_sizes, write_pictures

    folder.mkdir(parents=True, exist_ok=True)
    for row in opened.records.ask(paper_list):
        body = opened.records.ask(paper_bytes, paper_id=row.id) or b""
        if body and page_sizes(body):
            write_pictures(body, folder, readable_name(row.kind, row.number_label))
        yield
