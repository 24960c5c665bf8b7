"""Which question answers what a kind of paper says."""

from collections.abc import Callable
from typing import Any, Final

from meeting_app.queries import ballot_papers, meeting_papers, minutes, more_papers, papers_draw

SINGLE_DRAW: Final = papers_draw.single_draw_paper
CONTENT: Final[dict[str, Callable[..., Any]]] = {
    "notice": meeting_papers.notice_paper,
    "notice_large": meeting_papers.notice_paper,
    "notice_children": meeting_papers.notice_paper,
    "notice_poster": meeting_papers.notice_paper,
    "agenda": meeting_papers.agenda_paper,
    "rules": more_papers.rules_paper,
    "delivery": more_papers.delivery_paper,
    "proxy": more_papers.proxy_paper,
    "sign_in": meeting_papers.sign_in_paper,
    "badges": meeting_papers.badge_sheet,
    "plates": more_papers.plate_sheet,
    "ballot": ballot_papers.ballot_set,
    "minutes": minutes.minutes_paper,
    "summary": more_papers.summary_paper,
    "decision_notice": minutes.decision_notice_paper,
    "announcement": more_papers.announcement_paper,
    "publicity_report": more_papers.publicity_report_paper,
    "draw": papers_draw.draw_paper,
    "tasks": more_papers.task_slip_paper,
}
