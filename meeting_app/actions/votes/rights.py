"""Who counts as one in a vote, frozen when it opens (decisions.md 9)."""

from collections.abc import Sequence

from meeting_app.actions.votes.common import voters
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import RulePack
from meeting_app.queries.rule_packs import meeting_pack
from meeting_app.storage.tables import Meeting, Poll, PollRight
from meeting_app.storage.work import Work


def pack_for(work: Work, meeting: Meeting) -> RulePack:
    """The rule under which the meeting decides. Refuses where none is known."""
    pack = meeting_pack(work.session, meeting)
    if pack is None:
        raise Refusal("vote_without_rule")
    return pack


def rights_for(work: Work, meeting: Meeting, poll: Poll) -> tuple[RulePack, Sequence[PollRight]]:
    """The rule of a vote and its voting rights in a stable order."""
    rights = [
        PollRight(
            poll_id=poll.id, position=position, holder_id=person, exerciser_id=None, units="", area_c=0,
            present=False, represented=False,
        )
        for position, person in enumerate(voters(work, meeting.id), start=1)
    ]  # fmt: skip
    return pack_for(work, meeting), rights
