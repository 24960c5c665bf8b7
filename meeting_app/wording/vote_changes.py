"""What was done to a vote for a reason, as the minutes say it before the reason; a kind of note each."""

from collections.abc import Mapping
from typing import Final

from meeting_app.i18n import N_, _

CHANGED, REOPENED, RECOUNTED, ANNULLED = "vote_changed", "vote_reopened", "vote_recounted", "vote_annulled"
CHANGES: Final[Mapping[str, str]] = {
    CHANGED: N_("After the notice was posted, the way of this vote was changed. Reason: {reason}"),
    REOPENED: N_("The vote was closed and went on again. Reason: {reason}"),
    RECOUNTED: N_("The votes were counted once more. Reason: {reason}"),
    ANNULLED: N_("The vote was annulled and held again. Reason: {reason}"),
}
# The same as the heading of a line.
KINDS: Final[Mapping[str, str]] = {
    CHANGED: N_("Vote changed"),
    REOPENED: N_("Vote reopened"),
    RECOUNTED: N_("Counted again"),
    ANNULLED: N_("Vote annulled"),
}


def line(kind: str, text: str) -> str:
    """A note as the minutes say it."""
    return _(CHANGES[kind]).format(reason=text) if kind in CHANGES else text
