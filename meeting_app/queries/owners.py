"""Who counts as one among owners, read from the records: voting rights of all houses or of some.

Parking spaces and storage rooms give no vote and no area unless the rule says so (decisions.md 9, 10; Ningbo
2021 art. 18, a local setting that is the cautious default).
"""

from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain import voting_right
from meeting_app.domain.rules.pack import Electorate
from meeting_app.domain.voting_right import VotingRight, VotingUnit, voting_rights
from meeting_app.storage.tables import Capacity, Ownership, Unit

OWNING = frozenset({Electorate.OWNERS, Electorate.INTERESTED_OWNERS})
WITHOUT_VOTE = ("parking", "storage")
DEVELOPER = "developer"
# The tables that voting rights are made of.
RIGHTS = ("unit", "ownership", "capacity")


def owners_rights(
    session: Session, day: date, *, parking: bool = False, units: frozenset[str] | None = None
) -> tuple[VotingRight, ...]:
    """The voting rights of all owners on a day, or of the owners of these `units` with what they own among
    them; `parking` as the rule has it.
    """
    rows = session.execute(
        select(Unit.id, Unit.area_c, Unit.state, Unit.purpose, Unit.voter_id).order_by(Unit.id)
    ).all()
    owned = session.execute(
        select(
            Ownership.unit_id, Ownership.person_id, Ownership.share_n, Ownership.share_d, Ownership.since,
            Ownership.until,
        )
    )  # fmt: skip
    return voting_rights(
        (
            VotingUnit(
                unit.id, unit.area_c, unit.state != "sold", unit.purpose in WITHOUT_VOTE, unit.voter_id
            )
            for unit in rows
            if units is None or unit.id in units
        ),
        (
            voting_right.Ownership(unit, person, Fraction(n, d), since, until)
            for unit, person, n, d, since, until in owned
        ),
        day,
        parking=parking,
    )


def developers(session: Session, day: date) -> tuple[str, ...]:
    """Who speaks for the developer on a day."""
    query = select(Capacity.person_id).where(Capacity.capacity == DEVELOPER, Capacity.held_on(day))
    return tuple(session.scalars(query.order_by(Capacity.id)))
