"""Who counts as one in a vote, frozen when it opens (decisions.md 9).

Residents have a voice each; of owners one voice is one set of owners, with all their units and their area
(`domain.voting_right`). Who is represented by a proxy votes through the holder.
"""

from collections.abc import Sequence

from meeting_app.actions.votes.common import people_here, voters
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import Purpose, RulePack
from meeting_app.domain.voting_right import VotingRight
from meeting_app.queries.basics import local_day
from meeting_app.queries.meeting_rule import vote_pack
from meeting_app.queries.owners import OWNING, developers, owners_rights
from meeting_app.queries.presence import room_now
from meeting_app.queries.vote_scope import units_in
from meeting_app.storage.tables import Meeting, Poll, PollRight
from meeting_app.storage.work import Work


def pack_for(work: Work, poll: Poll) -> RulePack:
    """The rule of a vote: the one that was chosen for it, else the meeting's. Refuses where none is known."""
    pack = vote_pack(work.session, poll)
    if pack is None:
        raise Refusal("vote_without_rule")
    return pack


def rights_for(work: Work, meeting: Meeting, poll: Poll) -> tuple[RulePack, Sequence[PollRight]]:
    """The rule of a vote and its voting rights in a stable order."""
    pack = pack_for(work, poll)
    voices = (
        _owners(work, meeting, pack, poll.scope)
        if pack.electorate in OWNING
        else _people(work, meeting, pack)
    )
    holders = room_now(work.session, meeting.id, poll.item_id).represented
    return pack, [
        PollRight(
            poll_id=poll.id, position=position, holder_id=holder, exerciser_id=holders.get(holder or ""),
            units=units, area_c=area_c, present=False, represented=False, handed=False,
        )
        for position, (holder, units, area_c) in enumerate(voices, start=1)
    ]  # fmt: skip


def _people(work: Work, meeting: Meeting, pack: RulePack) -> list[tuple[str | None, str, int]]:
    """Members with a vote; an opinion that binds nobody is asked of everybody who was called."""
    everybody = pack.purpose is Purpose.STRAW_POLL
    return [(person, "", 0) for person in voters(work, meeting.id, everybody=everybody)]


def _owners(work: Work, meeting: Meeting, pack: RulePack, scope: str) -> list[tuple[str | None, str, int]]:
    day, units = local_day(meeting.starts_ms), units_in(work.session, scope)
    rights = owners_rights(work.session, day, parking=pack.owners.parking, units=units)
    here, speaking = people_here(work, meeting.id), developers(work.session, day)
    return [(_holder(right, speaking, here), ",".join(right.units), right.area_c) for right in rights]


def _holder(right: VotingRight, speaking: Sequence[str], here: set[str]) -> str | None:
    """Whose name the right has: the only or named owner, else the first of those who are here, else the first
    of all; None for a developer for whom nobody speaks.
    """
    people = (right.voter,) if right.voter else right.holders or speaking
    return next((person for person in people if person in here), people[0] if people else None)
