"""Which function sets which kind of paper."""

from collections.abc import Callable
from typing import Any, Final

from meeting_app.documents.agenda import agenda
from meeting_app.documents.badges import badge_sheet
from meeting_app.documents.decision_notice import decision_notice
from meeting_app.documents.minutes import minutes
from meeting_app.documents.notice import meeting_notice
from meeting_app.documents.preview import page_sizes
from meeting_app.documents.sign_in import sign_in_sheet

SETTERS: Final[dict[str, Callable[[Any], bytes]]] = {
    "notice": meeting_notice,
    "agenda": agenda,
    "sign_in": sign_in_sheet,
    "badges": badge_sheet,
    "minutes": minutes,
    "decision_notice": decision_notice,
}


def pdf(kind: str, content: Any) -> bytes:
    """The paper's PDF. Raises Refusal for a text that cannot be set, KeyError for an unknown kind."""
    return SETTERS[kind](content)


def page_count(body: bytes) -> int:
    """How many pages a PDF has."""
    return len(page_sizes(body))
