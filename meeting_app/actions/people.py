"""The roster: persons, where they live, what they own, in which capacity they act (decisions.md 9 and 10)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from meeting_app.actions.common import living, set_name, text_of, today
from meeting_app.actions.desk import final
from meeting_app.actions.importing import ImportResult as ImportResult
from meeting_app.actions.importing import RosterLine as RosterLine
from meeting_app.actions.importing import import_roster as import_roster
from meeting_app.actions.merging import merge_people as merge_people
from meeting_app.actions.newcomers import new_person as new_person
from meeting_app.actions.roleplay.leaving import forget_player
from meeting_app.domain import voting_right
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import (
    Body,
    Capacity,
    Invitee,
    Ownership,
    Person,
    Residence,
    Unit,
)
from meeting_app.storage.undo import blank_images
from meeting_app.storage.work import Work

PURPOSES = ("home", "shop", "parking", "storage")
UNIT_STATES = ("sold", "unsold", "undelivered")
MOST_AREA_C = 10_000_000


def add_person(
    work: Work,
    *,
    name: str,
    unit_id: str | None = None,
    relation: str = "family",
    phone: str = "",
    birth_year: int | None = None,
) -> str:
    """Add a person to the roster, living in or belonging to a unit. Returns the id."""
    person = new_person(work, name, phone=phone, birth_year=birth_year)
    if unit_id:
        unit = work.get(Unit, unit_id)
        work.add(Residence(person_id=person.id, unit_id=unit.id, relation=relation, since=today(work)))
    return person.id


def edit_person(work: Work, *, person_id: str, name: str, phone: str, birth_year: int | None = None) -> None:
    """Correct a person's name, phone and year of birth."""
    person = living(work, person_id)
    set_name(person, text_of(name, 80, "name"))
    person.phone = text_of(phone, 40, "phone", needed=False)
    person.birth_year = birth_year


def set_owners(work: Work, *, unit_id: str, owners: Sequence[tuple[str, int, int]]) -> None:
    """Say who owns a unit from today: (person, numerator, denominator) each; the shares add up to one."""
    unit = work.get(Unit, unit_id)
    day = today(work)
    for _person, numerator, denominator in owners:
        if numerator < 1 or denominator < 1:
            raise Refusal("shares_not_one", unit_id=unit.id, numerator=numerator, denominator=denominator)
    shares = [voting_right.Ownership(unit.id, person, Fraction(n, d), day) for person, n, d in owners]
    voting_right.check_shares(shares, day)
    for row in work.all(Ownership, Ownership.unit_id == unit.id, Ownership.until.is_(None)):
        row.until = day
    for share in shares:
        work.add(
            Ownership(
                unit_id=unit.id,
                person_id=living(work, share.person_id).id,
                share_n=share.share.numerator,
                share_d=share.share.denominator,
                since=day,
            )
        )
    unit.state = "sold" if owners else "unsold"
    if unit.voter_id not in {person for person, _n, _d in owners}:
        unit.voter_id = None


def give_capacity(
    work: Work, *, person_id: str, capacity: str, body_id: str | None = None, since: date | None = None,
    until: date | None = None,
) -> str:  # fmt: skip
    """Let a person act in a capacity from a day (today when none is said), until a day when one is said.
    Returns the record's id.
    """
    begins = since or today(work)
    if until is not None and until < begins:
        raise Refusal("capacity_days", since=begins, until=until)
    living(work, person_id)
    if body_id:
        work.get(Body, body_id)
    held = work.one(
        Capacity, Capacity.person_id == person_id, Capacity.capacity == capacity, Capacity.held_on(begins)
    )
    if held is not None:
        raise Refusal("capacity_held")
    return work.add(
        Capacity(person_id=person_id, body_id=body_id, capacity=capacity, since=begins, until=until)
    ).id


def end_capacity(work: Work, *, capacity_id: str) -> None:
    """End a capacity today; that it was held stays on record."""
    held = work.get(Capacity, capacity_id)
    held.until = min(held.until or today(work), today(work))


@final
def forget_person(work: Work, *, person_id: str) -> None:
    """Blank what is known of a person and keep the id, so that counts of the past still add up. It cannot be
    taken back: the images of earlier actions forget the person too.
    """
    person = work.get(Person, person_id)
    for name in ("name", "initials", "pinyin", "readings", "phone", "gender", "groups"):
        setattr(person, name, "")
    person.birth_year, person.forgotten = None, True
    kinds: tuple[Any, ...] = (Residence, Capacity)
    for kind in kinds:
        for row in work.all(kind, kind.person_id == person.id, kind.until.is_(None)):
            row.until = today(work)
    for term in work.all(Capacity, Capacity.person_id == person.id, Capacity.until > today(work)):
        term.until = today(work)
    for invitee in work.all(Invitee, Invitee.person_id == person.id, Invitee.claim != ""):
        invitee.claim = ""
    forget_player(work, person)
    blank_images(work.session, Person, person.id)


def edit_unit(work: Work, *, unit_id: str, area_c: int, state: str, purpose: str) -> None:
    """Correct a unit: area in 0.01 m², whether it is sold, what it is for."""
    unit = work.get(Unit, unit_id)
    if not 0 <= area_c <= MOST_AREA_C:
        raise Refusal("area_out_of_range")
    if state not in UNIT_STATES or purpose not in PURPOSES:
        raise Refusal("gone", kind="unit")
    unit.area_c, unit.state, unit.purpose = area_c, state, purpose


def name_voter(work: Work, *, unit_id: str, person_id: str | None) -> None:
    """Say which of a unit's owners speaks for all; None for whoever comes."""
    unit = work.get(Unit, unit_id)
    owners = {
        row.person_id for row in work.all(Ownership, Ownership.unit_id == unit.id, Ownership.until.is_(None))
    }
    if person_id is not None and person_id not in owners:
        raise Refusal("not_an_owner", name=living(work, person_id).name)
    unit.voter_id = person_id


def keep_unit(
    work: Work, *, unit_id: str, area_c: int, state: str, purpose: str,
    owners: Sequence[tuple[str, int, int]] | None = None, voter_id: str | None = None,
) -> None:  # fmt: skip
    """Keep a unit's form in one step: what it is, who owns it from today (None: as before), who votes."""
    if owners is not None:
        set_owners(work, unit_id=unit_id, owners=owners)
        work.session.flush()
        state = state if owners else "unsold"
    edit_unit(work, unit_id=unit_id, area_c=area_c, state=state, purpose=purpose)
    name_voter(work, unit_id=unit_id, person_id=voter_id)
