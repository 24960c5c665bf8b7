"""What the hall is shown: kept in the records, so that every window and the next start show the same."""

from meeting_app.actions.common import meeting_in, text_of
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.slides_roleplay import PIN, SCENES
from meeting_app.storage.tables import Projection
from meeting_app.storage.work import Work, new_id

MODES = ("content", "backdrop", "black", "desktop")
PINNED = (
    "", "welcome", "agenda", "motion", "item", "rules", "shares", "how", "draw", "readback", "attachment",
    *(PIN + scene for scene in SCENES),
)  # fmt: skip
BANNER_LENGTH = 23
BANNER_MS = 60_000


def _projection(work: Work, meeting_id: str) -> Projection:
    meeting = meeting_in(work, meeting_id)
    found = work.one(Projection, Projection.meeting_id == meeting.id)
    return found or work.add(
        Projection(id=new_id(), meeting_id=meeting.id, mode="content", pinned="", page=0, banner="")
    )


def show_mode(work: Work, *, meeting_id: str, mode: str) -> None:
    """Show the content, the backdrop, black, or the desktop."""
    if mode not in MODES:
        raise Refusal("gone", kind="projection")
    _projection(work, meeting_id).mode = mode


def pin_slide(work: Work, *, meeting_id: str, pinned: str, page: int = 0) -> None:
    """Hold one page whatever the meeting does; empty follows the meeting again."""
    if pinned not in PINNED or page < 0:
        raise Refusal("gone", kind="projection")
    projection = _projection(work, meeting_id)
    projection.pinned, projection.page, projection.mode = pinned, page, "content"


def follow_meeting(work: Work, meeting_id: str, *, shown: bool = False) -> None:
    """Let go of a page that is held, because what the hall must see now is the meeting's own; `shown` also
    ends black, backdrop and desktop.
    """
    projection = _projection(work, meeting_id)
    projection.pinned, projection.page = "", 0
    if shown:
        projection.mode = "content"


def show_banner(work: Work, *, meeting_id: str, text: str, lasting_ms: int | None = BANNER_MS) -> None:
    """One line over any page, for a while or (None) until taken off; an empty text takes it off. At most 23
    characters.
    """
    projection = _projection(work, meeting_id)
    projection.banner = text_of(text, BANNER_LENGTH, "banner", needed=False)
    until = work.now.wall_ms + lasting_ms if lasting_ms else None
    projection.banner_until_ms = until if projection.banner else None
