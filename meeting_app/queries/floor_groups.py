"""To which group of the room a person belongs: building, stairway, the capacity he is called in, or age.

A group is a code: a building's name, "name|stairway", a capacity, or "age:" and the lower bound of a band; ""
is a person of whom it is not known. Groups of residents, of which a person may have several, are "in:" and
their code, or the name that the community gave them; "in:" alone is who is in none. The words are the
window's business.
"""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.resident_group import OWN_PREFIX
from meeting_app.queries.basics import once
from meeting_app.queries.resident_groups import groups_of
from meeting_app.storage.tables import Building, Invitee, Person, Residence, ResidentGroup, Stay, Unit

IN: Final = "in:"
# Lower bounds of the age bands in years.
AGES: Final = (0, 18, 35, 60, 75)


def age_band(birth_year: int | None, year: int) -> str:
    """The band of somebody born in that year as "age:60"; "" when it is not known."""
    if birth_year is None:
        return ""
    return f"age:{max(bound for bound in AGES if bound <= max(0, year - birth_year))}"


def groups_in(session: Session, meeting_id: str, by: str, year: int) -> dict[str, str]:
    """The group of everybody who came to the meeting."""
    return once(session, ("floor_groups", meeting_id, by), lambda: _groups(session, meeting_id, by, year))


def _groups(session: Session, meeting_id: str, by: str, year: int) -> dict[str, str]:
    came = select(Stay.person_id).where(Stay.meeting_id == meeting_id)
    if by == "capacity":
        rows = session.execute(
            select(Invitee.person_id, Invitee.capacity).where(Invitee.meeting_id == meeting_id)
        )
        return dict(rows.all())
    if by == "age":
        born = session.execute(select(Person.id, Person.birth_year).where(Person.id.in_(came)))
        return {person: age_band(birth_year, year) for person, birth_year in born}
    homes = session.execute(
        select(Residence.person_id, Building.name, Unit.stairway)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .where(Residence.person_id.in_(came), Residence.until.is_(None))
        .order_by(Residence.relation == "owner", Building.position.desc(), Unit.room.desc())
    )
    whole = by == "building"
    return {
        person: building if whole or not stairway else f"{building}|{stairway}"
        for person, building, stairway in homes
    }


def several_in(session: Session, meeting_id: str, year: int) -> dict[str, tuple[str, ...]]:
    """The groups of residents of everybody who came to the meeting, as codes of the floor."""
    return once(session, ("floor_several", meeting_id), lambda: _several(session, meeting_id, year))


def _several(session: Session, meeting_id: str, year: int) -> dict[str, tuple[str, ...]]:
    came = session.scalars(select(Stay.person_id).where(Stay.meeting_id == meeting_id).distinct()).all()
    own = {f"{OWN_PREFIX}{row.number}": row.name for row in session.scalars(select(ResidentGroup))}
    return {
        person: tuple(own.get(code, IN + code) for code in codes) or (IN,)
        for person, codes in groups_of(session, person_ids=came, year=year).items()
    }
