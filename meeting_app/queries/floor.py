"""The floor of an item: who speaks, who waits in which order and why, who has not spoken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.speaking_queue import Request, fair_order
from meeting_app.queries.basics import (
    NOWHERE,
    HomePlace,
    clock_of,
    homes_of,
    local,
    local_or_none,
    names_of,
    once,
)
from meeting_app.storage.tables import AgendaItem, Speech, Stay


@dataclass(frozen=True, slots=True)
class SpeechView:
    """A raised hand, a speech under way or one that is over. `turns` and `spoken_ms` are on this item before
    it.
    """

    id: str
    person_id: str
    name: str
    place: HomePlace
    state: str
    first_time: bool
    turns: int
    spoken_ms: int
    asked_at: datetime
    began_at: datetime | None
    clock: Clock
    used_ms: int
    gist: str


@dataclass(frozen=True, slots=True)
class QueueView:
    """The floor: `silent` counts people in the room who have not spoken in the meeting (for the facilitator
    only).
    """

    item_id: str
    limit_ms: int
    speaking: SpeechView | None
    waiting: tuple[SpeechView, ...]
    done: tuple[SpeechView, ...]
    silent: int


_COLUMNS = [column for column in Speech.__table__.columns if column.name != "revision"]


def _meeting_speeches(session: Session, meeting_id: str) -> Sequence[Any]:
    """Plain rows with the columns of Speech: a queue is asked for at every key, and rows cost a tenth of
    objects.
    """
    query = select(*_COLUMNS).where(Speech.meeting_id == meeting_id, Speech.state != "withdrawn")
    return once(session, ("speeches", meeting_id), lambda: session.execute(query).all())


def requests(speeches: Sequence[Any], item_id: str) -> tuple[Request, ...]:
    """The raised hands of an item in the fair order, from all speeches of the meeting."""
    done = [s for s in speeches if s.state == "done"]
    return fair_order(
        Request(
            s.id,
            s.person_id,
            s.asked,
            turns_on_item=sum(d.person_id == s.person_id and d.item_id == item_id for d in done),
            spoken_on_item_ms=sum(
                d.clock_elapsed_ms for d in done if d.person_id == s.person_id and d.item_id == item_id
            ),
            meeting_ms=sum(d.clock_elapsed_ms for d in done if d.person_id == s.person_id),
        )
        for s in speeches
        if s.state == "waiting" and s.item_id == item_id
    )


def first_waiting_name(session: Session, meeting_id: str, item_id: str) -> str | None:
    """Who is called next; None when nobody waits."""
    order = requests(_meeting_speeches(session, meeting_id), item_id)
    return names_of(session, [order[0].person_id])[order[0].person_id] if order else None


class _Views:
    """Makes views of speeches with names and homes looked up once."""

    def __init__(self, session: Session, speeches: Sequence[Any], item_id: str, now: Instant) -> None:
        people = [speech.person_id for speech in speeches if speech.item_id == item_id]
        self.names, self.homes = names_of(session, people), homes_of(session, people)
        self.speeches, self.item_id, self.now = speeches, item_id, now

    def view(self, speech: Any) -> SpeechView:
        """One speech."""
        before = [
            s
            for s in self.speeches
            if s.state == "done"
            and s.person_id == speech.person_id
            and s.item_id == self.item_id
            and s.id != speech.id
            and (speech.began_ms is None or (s.began_ms or 0) <= speech.began_ms)
        ]
        clock = clock_of(speech)
        return SpeechView(
            id=speech.id,
            person_id=speech.person_id,
            name=self.names.get(speech.person_id, ""),
            place=self.homes.get(speech.person_id, NOWHERE),
            state=speech.state,
            first_time=not before,
            turns=len(before),
            spoken_ms=sum(s.clock_elapsed_ms for s in before),
            asked_at=local(speech.asked_ms),
            began_at=local_or_none(speech.began_ms),
            clock=clock,
            used_ms=clock.elapsed(self.now),
            gist=speech.gist,
        )


def queue_view(session: Session, *, item_id: str, now: Instant) -> QueueView | None:
    """The floor of an item; None when there is no such item."""
    return once(session, ("queue", item_id), lambda: _queue(session, item_id, now))


def _queue(session: Session, item_id: str, now: Instant) -> QueueView | None:
    item = session.get(AgendaItem, item_id)
    if item is None:
        return None
    speeches = _meeting_speeches(session, item.meeting_id)
    views = _Views(session, speeches, item.id, now)
    by_id = {speech.id: speech for speech in speeches}
    speaking = next((s for s in speeches if s.item_id == item.id and s.state == "speaking"), None)
    done = sorted(
        (s for s in speeches if s.item_id == item.id and s.state == "done"), key=lambda s: s.began_ms or 0
    )
    here = set(
        session.scalars(
            select(Stay.person_id).where(Stay.meeting_id == item.meeting_id, Stay.left_ms.is_(None))
        )
    )
    spoke = {s.person_id for s in speeches if s.state in ("done", "speaking")}
    return QueueView(
        item_id=item.id,
        limit_ms=item.speech_limit_ms,
        speaking=views.view(speaking) if speaking else None,
        waiting=tuple(views.view(by_id[request.speech_id]) for request in requests(speeches, item.id)),
        done=tuple(views.view(speech) for speech in done),
        silent=len(here - spoke),
    )
