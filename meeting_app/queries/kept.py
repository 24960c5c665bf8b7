"""What is dear to compute and seldom changes: kept between looks until the feed tells of its tables.

Only for reading sessions: an action sees rows that the feed does not know yet, so it always asks anew.
"""

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from meeting_app.storage.store import LOOK
from meeting_app.storage.tables import ChangeRow

T = TypeVar("T")


@dataclass(slots=True)
class _Kept:
    """Values as of a number of the feed."""

    number: int
    values: dict[Hashable, Any] = field(default_factory=dict)


_kept: "WeakKeyDictionary[Engine, dict[frozenset[str], _Kept]]" = WeakKeyDictionary()


def kept(session: Session, kinds: Collection[str], key: Hashable, make: Callable[[], T]) -> T:
    """What `make` answers, made again only after a row of one of the kinds has changed."""
    engine = session.get_bind()
    if session.info.get(LOOK) is None or not isinstance(engine, Engine):
        return make()
    names = frozenset(kinds)
    shelf = _kept.setdefault(engine, {})
    now = session.scalar(select(func.max(ChangeRow.number))) or 0
    found = shelf.get(names)
    if found is None or now < found.number or _touched(session, names, found.number):
        found = shelf[names] = _Kept(now)
    found.number = now
    if key not in found.values:
        found.values[key] = make()
    value: T = found.values[key]
    return value


def _touched(session: Session, kinds: frozenset[str], since: int) -> bool:
    """Whether the feed tells of one of the kinds after that number."""
    rows = session.scalars(select(ChangeRow.rows).where(ChangeRow.number > since))
    return any(f'"{kind}"' in row for row in rows for kind in kinds)
