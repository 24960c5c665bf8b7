"""What was found stays found until the feed tells of its tables: only what has changed is asked again.

Every transaction writes into the feed what it changed, so a reading session that knows how far its own view
of the feed reaches can tell exactly which earlier answers still hold; none is ever older than that view.
Only for reading sessions: an action sees rows that the feed does not know yet, so it always asks anew.
"""

import json
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, bindparam, func, select
from sqlalchemy.orm import Session

from meeting_app.queries.basics import once
from meeting_app.storage.store import LOOK
from meeting_app.storage.tables import ChangeRow

T = TypeVar("T")
ALL: Final = "*"  # the feed's word for very many rows
MOST: Final = 512  # values on a shelf, and ...
LONGEST: Final = 10_000  # ... changes in mind: beyond them everything is asked again once
_NEWS = (
    select(ChangeRow.number, ChangeRow.rows)
    .where(ChangeRow.number >= bindparam("since"))
    .order_by(ChangeRow.number)
)


@dataclass(slots=True)
class _Value:
    """An answer, the number of the feed as of which it was found, and the kinds that it was made of."""

    number: int
    kinds: frozenset[str]
    value: Any


@dataclass(slots=True)
class _Shelf:
    """The answers of one database. `changed` tells which number of the feed last named a kind, `rows` which
    rows of it each number named, oldest first; `begun` and `seen` are the first and the last number heard.
    """

    begun: int
    seen: int
    changed: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[tuple[int, list[str]]]] = field(default_factory=dict)
    values: dict[Hashable, _Value] = field(default_factory=dict)

    def hear(self, number: int, content: str) -> None:
        """Note what a transaction changed."""
        if number <= self.seen:
            return
        for kind, ids in json.loads(content).items():
            self.changed[kind] = number
            self.rows.setdefault(kind, []).append((number, ids))
        self.seen = number

    def full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self.values) > MOST or self.seen - self.begun > LONGEST

    def holds(self, kinds: Iterable[str], number: int) -> bool:
        """Whether no row of the kinds has changed after that number."""
        return all(self.changed.get(kind, 0) <= number for kind in kinds)

    def ids_since(self, kind: str, number: int) -> set[str] | None:
        """The rows of a kind that have changed after that number; None when it may be any."""
        news = takewhile(lambda one: one[0] > number, reversed(self.rows.get(kind, [])))
        ids = {row for _number, rows in news for row in rows}
        return None if ALL in ids else ids


_shelves: "WeakKeyDictionary[Engine, _Shelf]" = WeakKeyDictionary()
_lock: Final = Lock()


def _shelf(session: Session) -> tuple[_Shelf, int] | None:
    """The shelf of the session's database and how far the session's view of the feed reaches; None when
    nothing may be kept.
    """
    return once(session, "shelf", lambda: _reached(session)) if LOOK in session.info else None


def _reached(session: Session) -> tuple[_Shelf, int] | None:
    engine = session.get_bind()
    if not isinstance(engine, Engine):
        return None
    shelf = _shelves.get(engine)
    if shelf is None or shelf.full():
        number = session.scalar(select(func.max(ChangeRow.number))) or 0
        shelf = _shelves[engine] = _Shelf(number, number)
        return shelf, number
    news = session.execute(_NEWS, {"since": shelf.seen}).all()
    if not news:  # the view is older than the shelf (or the records were put back): it asks for itself
        return (shelf, 0) if not shelf.seen else None
    with _lock:
        for number, content in news:
            shelf.hear(number, content)
    return shelf, news[-1][0]


def kept(session: Session, kinds: Collection[str], key: Hashable, make: Callable[[], T]) -> T:
    """What `make` answers, made again only after a row of one of the kinds has changed."""
    reached = _shelf(session)
    if reached is None:
        return make()
    (shelf, number), place = reached, (frozenset(kinds), key)
    found = shelf.values.get(place)
    if found is None or not shelf.holds(found.kinds, min(found.number, number)):
        found = shelf.values[place] = _Value(number, place[0], make())
    value: T = found.value
    return value


def renewed(
    session: Session,
    kind: str,
    key: Hashable,
    make: Callable[[], T],
    again: Callable[[T, set[str]], T],
    beside: Collection[str] = (),
) -> T:
    """What `make` answers; when only some rows of `kind` have changed since, `again` makes it from the answer
    before and their ids. It is made anew after a change of the kinds `beside`. `again` leaves the answer
    before as it is: somebody may still show it.
    """
    reached = _shelf(session)
    if reached is None:
        return make()
    (shelf, number), place = reached, (kind, key)
    found = shelf.values.get(place)
    if found is not None and found.number <= number and shelf.holds(beside, found.number):
        ids = shelf.ids_since(kind, found.number)
        if ids is not None:
            answer: T = again(found.value, ids) if ids else found.value
            shelf.values[place] = _Value(number, found.kinds, answer)
            return answer
    made = make()
    shelf.values[place] = _Value(number, frozenset((kind, *beside)), made)
    return made


@dataclass(slots=True)
class Same:
    """The last result of a pure function for each key: two hundred hands stay the same from key to key."""

    made: dict[str, tuple[tuple[Any, ...], Any]] = field(default_factory=dict)

    def of(self, key: str, make: Callable[..., T], *given: Any) -> T:
        """What `make` answers to what is given. Only equal things that are often one and the same should be
        given: those are told from others at no cost, where a hash has to look at every part.
        """
        found = self.made.get(key)
        if found is None or found[0] != given:
            found = self.made[key] = (given, make(*given))
        result: T = found[1]
        return result


def same(session: Session, key: Hashable) -> Same:
    """The results kept under a name; none in a session that writes."""
    return kept(session, (), key, Same)
