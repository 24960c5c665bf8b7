"""The community, its houses and its people. Areas are hundredths of a square metre, dates local."""

from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, Date, Integer, String, Text, and_, or_
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, added, column, reference
from meeting_app.storage.readings import LENGTH


class Community(Record):
    """The one community of a file; `short` stands in numbers of papers (晨居)."""

    __tablename__ = "community"

    name: Mapped[str] = column(String(80))
    short: Mapped[str] = column(String(16))
    committee: Mapped[str] = column(String(80))
    district: Mapped[str] = column(String(80))
    address: Mapped[str] = column(String(200))
    contact: Mapped[str] = column(String(40))
    phone: Mapped[str] = column(String(40))
    demonstration: Mapped[bool] = column(default=False)


class Building(Record):
    """A house with its stairways and storeys."""

    __tablename__ = "building"

    name: Mapped[str] = column(String(40))
    position: Mapped[int] = column(Integer)
    stairways: Mapped[int] = column(Integer)
    storeys: Mapped[int] = column(Integer)


class Unit(Record):
    """A property: `state` is sold, unsold or undelivered; area in 0.01 m². `purpose` is home, shop, parking
    or storage; `voter_id` the one of several owners who speaks for all.
    """

    __tablename__ = "unit"

    building_id: Mapped[str] = reference("building")
    stairway: Mapped[int] = column(Integer)
    storey: Mapped[int] = column(Integer)
    room: Mapped[str] = column(String(16))
    area_c: Mapped[int] = column(Integer)
    state: Mapped[str] = column(String(16), default="sold")
    purpose: Mapped[str] = added(String(16), "home")
    voter_id: Mapped[str | None] = column(String(32))


class Person(Record):
    """A person of the roster. Forgetting blanks the fields and keeps the id; merging leaves `merged_into`.
    `groups` are codes between commas, `readings` what is typed to find the name (storage/readings.py).
    """

    __tablename__ = "person"

    number: Mapped[int] = column(Integer, index=True)
    name: Mapped[str] = column(String(80), index=True)
    initials: Mapped[str] = column(String(32), index=True)
    pinyin: Mapped[str] = column(String(160))
    gender: Mapped[str] = column(String(8), default="")
    birth_year: Mapped[int | None] = column(Integer)
    phone: Mapped[str] = column(String(40), default="")
    badge: Mapped[str] = column(String(8), index=True)
    groups: Mapped[str] = column(String(120), default="")
    readings: Mapped[str] = added(String(LENGTH), "")
    merged_into: Mapped[str | None] = column(String(32))
    forgotten: Mapped[bool] = column(default=False)


class Residence(Record):
    """Who lives in or belongs to a unit: `relation` is owner, family, tenant."""

    __tablename__ = "residence"

    person_id: Mapped[str] = reference("person")
    unit_id: Mapped[str] = reference("unit")
    relation: Mapped[str] = column(String(16))
    since: Mapped[date] = column(Date)
    until: Mapped[date | None] = column(Date)


class Ownership(Record):
    """A share of a unit: share_n / share_d, from `since` until before `until`."""

    __tablename__ = "ownership"

    unit_id: Mapped[str] = reference("unit")
    person_id: Mapped[str] = reference("person")
    share_n: Mapped[int] = column(Integer)
    share_d: Mapped[int] = column(Integer)
    since: Mapped[date] = column(Date)
    until: Mapped[date | None] = column(Date)

    @property
    def share(self) -> Fraction:
        """The share as an exact number."""
        return Fraction(self.share_n, self.share_d)


class Body(Record):
    """An organisation with its duties: party, committee, owners_committee, property, social, department."""

    __tablename__ = "body"

    kind: Mapped[str] = column(String(24))
    name: Mapped[str] = column(String(80))
    duties: Mapped[str] = column(Text)
    contact: Mapped[str] = column(String(40), default="")
    position: Mapped[int] = column(Integer)


class Capacity(Record):
    """In which capacity a person acts: representative, committee_member, secretary, ... from `since` until
    before `until` (local dates), which may lie ahead: a term of office.
    """

    __tablename__ = "capacity"

    person_id: Mapped[str] = reference("person")
    body_id: Mapped[str | None] = reference("body")
    capacity: Mapped[str] = column(String(24), index=True)
    since: Mapped[date] = column(Date)
    until: Mapped[date | None] = column(Date)

    @classmethod
    def held_on(cls, day: date) -> ColumnElement[bool]:
        """Whether it is held on that day."""
        return and_(cls.since <= day, or_(cls.until.is_(None), cls.until > day))


class ResidentGroup(Record):
    """A group of residents that the community named itself; its code in `Person.groups` is g and `number`."""

    __tablename__ = "resident_group"

    number: Mapped[int] = column(Integer)
    name: Mapped[str] = column(String(40))
    retired: Mapped[bool] = column(default=False)
