"""Groups of residents: those there are, and to which people belong."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.resident_group import FOLLOWING, GIVEN, OWN_PREFIX, all_groups, following
from meeting_app.storage.tables import Person, Residence, ResidentGroup


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group: its code, the community's own name ("" for those of the catalogue), whether a person is put
    into it by hand, how many belong to it.
    """

    code: str
    name: str
    given: bool
    people: int


def groups_of(session: Session, *, person_ids: Collection[str], year: int) -> dict[str, tuple[str, ...]]:
    """The groups of these people in a year: for statistics of who was there and who spoke."""
    tenants = set(
        session.scalars(
            select(Residence.person_id).where(
                Residence.relation == "tenant", Residence.until.is_(None), Residence.person_id.in_(person_ids)
            )
        )
    )
    rows = session.execute(
        select(Person.id, Person.birth_year, Person.groups).where(Person.id.in_(person_ids))
    )
    return {
        person: all_groups(
            [code for code in kept.split(",") if code], following(born, year, tenant=person in tenants)
        )
        for person, born, kept in rows
    }


def resident_groups(session: Session, *, year: int) -> tuple[GroupRow, ...]:
    """Every group with how many belong to it; retired ones only while somebody does."""
    living = Person.merged_into.is_(None) & Person.forgotten.is_(False)
    ids = session.scalars(select(Person.id).where(living)).all()
    count: dict[str, int] = defaultdict(int)
    for place in range(0, len(ids), 500):
        for codes in groups_of(session, person_ids=ids[place : place + 500], year=year).values():
            for code in codes:
                count[code] += 1
    own = session.scalars(select(ResidentGroup).order_by(ResidentGroup.number)).all()
    rows = [GroupRow(code, "", code in GIVEN, count[code]) for code in (*FOLLOWING, *GIVEN)]
    for row in own:
        code = f"{OWN_PREFIX}{row.number}"
        if not row.retired or count[code]:
            rows.append(GroupRow(code, row.name, not row.retired, count[code]))
    return tuple(rows)


def offered_groups(session: Session) -> dict[str, str]:
    """The groups that a person can be put into: the community's own name, or "", by code."""
    own = session.scalars(
        select(ResidentGroup).where(ResidentGroup.retired.is_(False)).order_by(ResidentGroup.number)
    )
    return {**dict.fromkeys(GIVEN, ""), **{f"{OWN_PREFIX}{row.number}": row.name for row in own}}
