"""What a vote that is counted from ballots consists of: options, settings, lot, ballots, urn."""

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.tally.count import Lot, Setup
from meeting_app.domain.tally.lot import draw
from meeting_app.domain.vote_plan import Channel
from meeting_app.storage.tables import Poll, PollOption
from meeting_app.storage.urn import Urn, urn_file
from meeting_app.storage.work import URNS

BALLOTS, HANDS = "ballots", "hands"
# The content of a ballot on which nothing can be read.
UNREADABLE = "null"
SETTINGS = ("seats", "limit", "budget", "step")


def ballot_poll(session: Session, item_id: str) -> Poll | None:
    """The item's last vote by ballots that was not annulled."""
    query = select(Poll).where(Poll.item_id == item_id, Poll.state != "annulled", Poll.form == BALLOTS)
    return session.scalars(query.order_by(Poll.round.desc()).limit(1)).first()


def options_of(session: Session, poll_id: str) -> Sequence[PollOption]:
    """The options in the order of the ballot paper."""
    query = select(PollOption).where(PollOption.poll_id == poll_id).order_by(PollOption.position)
    return session.scalars(query).all()


def setup_of(poll: Poll, options: Sequence[PollOption]) -> Setup:
    """What the notice fixed about the count."""
    kept = json.loads(poll.setup)
    settings = {name: int(kept[name]) for name in SETTINGS if name in kept}
    costs = tuple(option.cost_fen for option in options)
    priced = costs if any(costs) else ()
    variant = str(kept.get("variant", ""))
    return Setup(options=len(options), costs=priced, variant=variant, unread=poll.unread, **settings)


def rule_of(poll: Poll) -> str:
    """The code of the rule that was chosen for the vote; "" = the meeting's own."""
    return pack_from_json(poll.rule).code if poll.rule else ""


def channels_of(poll: Poll) -> tuple[Channel, ...]:
    """By which ways votes come in."""
    return tuple(Channel(name) for name in poll.channels.split(",") if name)


def lot_of(poll: Poll, options: Sequence[PollOption]) -> Lot | None:
    """The order that the drawn number gives; None when no lot was drawn."""
    if not poll.lot_number:
        return None
    return draw(poll.id, poll.sheet_hash, poll.lot_number, [option.text for option in options])


def urn_of(session: Session, poll: Poll) -> Urn | None:
    """The urn of a secret vote, when it lies at this station."""
    folder = session.info.get(URNS)
    if not poll.secret or folder is None:
        return None
    urn = Urn(urn_file(folder, poll.id))
    return urn if urn.path.is_file() else None
