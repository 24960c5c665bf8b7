"""What the projector may show of a play."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.public import public_play, public_scenario
from meeting_app.queries.roleplay.polls import shifts_of
from meeting_app.queries.roleplay.state import play_state
from meeting_app.queries.roleplay.types import PublicShow
from meeting_app.storage.tables import PlayRow


def play_public(session: Session, *, play_id: str, now: Instant) -> PublicShow:
    """The public side of a play at this instant. Refuses one that is gone."""
    state = play_state(session, play_id)
    return PublicShow(
        public_scenario(state.scenario),
        public_play(state.scenario, state.play, now),
        state.play.clock if state.play.phase else None,
        shifts_of(session, play_id, state.scenario),
    )


def play_of_item(session: Session, *, item_id: str) -> str | None:
    """The play that an item of the agenda holds: the one under way, else the last prepared."""
    query = select(PlayRow.id).where(PlayRow.item_id == item_id)
    running = (PlayRow.state != "running", PlayRow.prepared_ms.desc(), PlayRow.id)
    return session.scalars(query.order_by(*running).limit(1)).first()
