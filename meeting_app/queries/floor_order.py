"""The queue of an item as the rule in force orders it, from few and plain rows: it is asked for at every key,
also with two hundred hands up, so only the hands that have changed since are asked again (queries.kept).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from meeting_app.domain.floor_class import COUNTED, Side, SpeechClass
from meeting_app.domain.speaking_queue import Place, Request, SideTurns, ordered
from meeting_app.queries.basics import HomePlace, once
from meeting_app.queries.floor_rules import order_in_force
from meeting_app.queries.kept import kept, renewed, same
from meeting_app.storage.tables import Building, Person, Residence, Speech, Unit

UP = ("waiting", "speaking", "held")
_COLUMNS = [column for column in Speech.__table__.columns if column.name not in ("revision", "meeting_id")]
HOME_KINDS = ("residence", "unit", "building")
_ASKED = attrgetter("asked")
COUNTED_KINDS = tuple(kind.value for kind in COUNTED)


# Made once: to put a question together costs more than SQLite takes to answer it.
_ITEM: BindParameter[str] = bindparam("item_id")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SPEECHES = (
    select(*_COLUMNS, Person.name)
    .join(Person, Person.id == Speech.person_id)
    .where(Speech.item_id == _ITEM, Speech.state != "withdrawn")
)
_CHANGED_SPEECHES = _SPEECHES.where(Speech.id.in_(_IDS))
_HOMES = (
    select(Residence.person_id, Building.name, Unit.stairway, Unit.storey, Unit.room)
    .join(Unit, Unit.id == Residence.unit_id)
    .join(Building, Building.id == Unit.building_id)
    .where(Residence.person_id.in_(_IDS))
    .where(Residence.until.is_(None))
    .order_by(Residence.relation == "owner", Building.position.desc(), Unit.room.desc())
)
_SAID = (
    select(Speech.id, Speech.person_id, Speech.item_id, Speech.clock_elapsed_ms)
    .where(Speech.meeting_id == bindparam("meeting_id"), Speech.state == "done")
    .where(Speech.kind.in_(COUNTED_KINDS))
)
_CHANGED_SAID = _SAID.where(Speech.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has said so far, finished and counted: turns and ms on the item, ms in the meeting."""

    turns: int = 0
    item_ms: int = 0
    meeting_ms: int = 0


NOTHING = Tally()


home = lru_cache(maxsize=4_096)(HomePlace)


def item_speeches(session: Session, item_id: str) -> Sequence[Any]:
    """Plain rows with the columns of Speech and the person's `name`, without what was withdrawn, in the order
    in which they were asked for: rows cost a tenth of objects.
    """

    def make() -> tuple[Any, ...]:
        return _in_order(session.execute(_SPEECHES, {"item_id": item_id}))

    def again(before: tuple[Any, ...], ids: set[str]) -> tuple[Any, ...]:
        stay = [row for row in before if row.id not in ids]
        found = session.execute(_CHANGED_SPEECHES, {"item_id": item_id, "ids": sorted(ids)}).all()
        return _in_order([*stay, *found]) if found or len(stay) < len(before) else before

    return once(
        session,
        ("speeches", item_id),
        lambda: renewed(session, "speech", ("speeches", item_id), make, again, ("person",)),
    )


def _in_order(rows: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=_ASKED))


def homes_on(session: Session, item_id: str) -> Mapping[str, HomePlace]:
    """Where those live who raised a hand on the item; an owner's own home goes first."""
    found: dict[str, HomePlace | None] = kept(session, HOME_KINDS, ("homes",), dict)
    people = {row.person_id for row in item_speeches(session, item_id)}
    unknown = people - found.keys()
    if unknown:
        rows = session.execute(_HOMES, {"ids": sorted(unknown)})
        homes = {person: home(*place) for person, *place in rows}
        found.update((person, homes.get(person)) for person in unknown)
    return {person: place for person in people if (place := found[person]) is not None}


@dataclass(frozen=True, slots=True)
class _Said:
    """The speeches of a meeting that are over and count, by identity: (speech, person, item, ms); and what
    they come to, by item.
    """

    rows: Mapping[str, Any]
    sums: dict[str, Mapping[str, Tally]] = field(default_factory=dict)


def tallies(session: Session, meeting_id: str, item_id: str) -> Mapping[str, Tally]:
    """What everybody who spoke in the meeting has said before."""
    said = _said(session, meeting_id, item_id)
    if item_id not in said.sums:
        said.sums[item_id] = _sums(said.rows.values(), item_id)
    return said.sums[item_id]


def _said(session: Session, meeting_id: str, item_id: str) -> _Said:
    given = {"meeting_id": meeting_id}

    def make() -> _Said:
        return _Said({row[0]: row for row in session.execute(_SAID, given)})

    def again(before: _Said, ids: set[str]) -> _Said:
        up = {row.id for row in item_speeches(session, item_id) if row.id in ids and row.state in UP}
        if ids <= up and not ids & before.rows.keys():
            return before  # hands, and a speech under way: nobody has finished
        stay = {one: row for one, row in before.rows.items() if one not in ids}
        rows = session.execute(_CHANGED_SAID, {**given, "ids": sorted(ids)})
        return _Said(stay | {row[0]: row for row in rows})

    key = ("said", meeting_id)
    return once(session, key, lambda: renewed(session, "speech", key, make, again))


def _sums(rows: Iterable[Any], item_id: str) -> dict[str, Tally]:
    found: dict[str, tuple[int, int, int]] = {}
    for _id, person, item, ms in rows:
        turns, item_ms, meeting_ms = found.get(person, (0, 0, 0))
        here = item == item_id
        found[person] = (turns + here, item_ms + ms * here, meeting_ms + ms)
    return {person: Tally(*numbers) for person, numbers in found.items()}


def _request(row: Any, tally: Tally) -> Request:
    """A raised hand as the rules see it; `row` is one of `item_speeches`."""
    return Request(
        row.id, row.person_id, row.asked, tally.turns, tally.item_ms, tally.meeting_ms,
        SpeechClass(row.kind), row.category, Side(row.side), row.hand, row.moved,
    )  # fmt: skip


def by_state(session: Session, item_id: str) -> Mapping[str, Sequence[Any]]:
    """The rows of `item_speeches` by their states, each in the order in which they began."""
    rows = item_speeches(session, item_id)
    return same(session, ("by state", item_id)).of("", _by_state, rows)


def _by_state(rows: Sequence[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.state, []).append(row)
    for state in found.keys() - {"waiting"}:  # who waits has not begun
        found[state].sort(key=lambda row: (row.began_ms or 0, row.asked))
    return found


def side_turns(states: Mapping[str, Sequence[Any]]) -> SideTurns:
    """How often each side spoke on the item; a speech under way counts."""
    turns: dict[Side, int] = {}
    given = chain.from_iterable(states.get(state, ()) for state in ("done", "speaking", "held"))
    had = [row for row in given if row.kind in COUNTED_KINDS]
    for row in had:
        turns[Side(row.side)] = turns.get(Side(row.side), 0) + 1
    last = max(had, key=lambda row: (row.began_ms or 0, -row.asked), default=None)
    return SideTurns(turns, Side(last.side) if last is not None else Side.NONE)


def floor_order(session: Session, meeting_id: str, item_id: str) -> tuple[Place, ...]:
    """The raised hands of an item in the order in which they are called."""
    return once(session, ("floor_order", item_id), lambda: _order(session, meeting_id, item_id))


def _order(session: Session, meeting_id: str, item_id: str) -> tuple[Place, ...]:
    states, known = by_state(session, item_id), tallies(session, meeting_id, item_id)
    hands, queues = same(session, ("hands", item_id)), same(session, ("order", item_id))
    waiting = [
        hands.of(row.id, _request, row, known.get(row.person_id, NOTHING))
        for row in states.get("waiting", ())
    ]
    rule = order_in_force(session, meeting_id, item_id)
    return queues.of("", ordered, waiting, rule, side_turns(states))
