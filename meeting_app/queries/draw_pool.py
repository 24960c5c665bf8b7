"""Who may be drawn by lot, and to which groups everybody belongs: from the roster of a day."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from meeting_app.domain.privacy import mask_name
from meeting_app.domain.sortition.pool import FORBIDDEN, Entry
from meeting_app.queries.basics import homes_of
from meeting_app.storage.tables import Capacity, Ownership, Person

GROWN_UP = 18
OLD, MIDDLE = 60, 35
UNKNOWN = "unknown"


class Among(StrEnum):
    """From whom is drawn. Whoever is known to be under 18 is never on the list."""

    ADULTS = "adults"
    OWNERS = "owners"
    REPRESENTATIVES = "representatives"


class Feature(StrEnum):
    """What people are told apart by, so that each group has its places."""

    GENDER = "gender"
    AGE = "age"
    BUILDING = "building"


def _condition(among: Among, on: date) -> object:
    """The people of a choice, beside being known and grown up."""
    if among is Among.OWNERS:
        held = and_(Ownership.since <= on, or_(Ownership.until.is_(None), Ownership.until > on))
        return Person.id.in_(select(Ownership.person_id).where(held))
    if among is Among.REPRESENTATIVES:
        held = and_(
            Capacity.capacity == "representative",
            Capacity.since <= on,
            or_(Capacity.until.is_(None), Capacity.until > on),
        )
        return Person.id.in_(select(Capacity.person_id).where(held))
    return Person.id.is_not(None)


def _age_group(born: int | None, on: date) -> str:
    if born is None:
        return UNKNOWN
    age = on.year - born
    return "from60" if age >= OLD else "from35" if age >= MIDDLE else "under35"


def _plain(text: str) -> str:
    """A text that can stand in the list: commas and quotation marks become blanks."""
    return "".join(" " if sign in FORBIDDEN else sign for sign in text).strip() or UNKNOWN


def pool_of(
    session: Session, *, among: str, features: tuple[str, ...], on: date
) -> tuple[tuple[str, Entry], ...]:
    """(identity, line of the list) of everybody who may be drawn, numbered in the order of the roster."""
    grown_up = or_(Person.birth_year.is_(None), Person.birth_year <= on.year - GROWN_UP)
    known = and_(Person.merged_into.is_(None), Person.forgotten.is_(False), grown_up)
    query = select(Person.id, Person.name, Person.gender, Person.birth_year).where(
        known,
        _condition(Among(among), on),  # type: ignore[arg-type]
    )
    rows = session.execute(query.order_by(Person.number)).all()
    homes = homes_of(session, [row.id for row in rows]) if Feature.BUILDING in features else {}
    found = []
    for number, row in enumerate(rows, 1):
        home = homes.get(row.id)
        groups: Mapping[str, str] = {
            Feature.GENDER: row.gender or UNKNOWN,
            Feature.AGE: _age_group(row.birth_year, on),
            Feature.BUILDING: home.building if home and home.building else UNKNOWN,
        }
        entry = Entry(number, _plain(mask_name(row.name)), tuple(_plain(groups[one]) for one in features))
        found.append((str(row.id), entry))
    return tuple(found)
