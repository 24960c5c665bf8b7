"""Which question answers what a kind of paper says."""

from collections.abc import Callable
from typing import Any, Final

from meeting_app.queries import meeting_papers, minutes

CONTENT: Final[dict[str, Callable[..., Any]]] = {
    "notice": meeting_papers.notice_paper,
    "agenda": meeting_papers.agenda_paper,
    "sign_in": meeting_papers.sign_in_paper,
    "badges": meeting_papers.badge_sheet,
    "minutes": minutes.minutes_paper,
    "decision_notice": minutes.decision_notice_paper,
}
