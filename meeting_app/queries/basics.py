"""Pieces that several pictures of the records share: names of people, their places, numbers of papers and
topics.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock, Instant
from meeting_app.storage.store import LOOK
from meeting_app.storage.tables import Building, Community, Person, Residence, Unit
from meeting_app.storage.tables.meeting import ClockColumns

ZONE = ZoneInfo("Asia/Shanghai")
T = TypeVar("T")


def once(session: Session, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` answers, made only once in a reading session: several pictures of one look share it."""
    found: dict[Hashable, T] | None = session.info.get(LOOK)
    if found is None:
        return make()
    if key not in found:
        found[key] = make()
    return found[key]


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person by identity and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HomePlace:
    """Where a person lives: building by name, stairway and storey by number (0 = none), room as on door."""

    building: str
    stairway: int
    storey: int
    room: str


NOWHERE = HomePlace("", 0, 0, "")


@dataclass(frozen=True, slots=True)
class CommunityView:
    """The community of the file."""

    name: str
    short: str
    committee: str
    district: str
    address: str
    contact: str
    phone: str
    demonstration: bool


def community_view(session: Session) -> CommunityView | None:
    """What is said of the community; None in a file that has none yet."""
    row = session.scalars(select(Community).limit(1)).first()
    if row is None:
        return None
    return CommunityView(
        row.name,
        row.short,
        row.committee,
        row.district,
        row.address,
        row.contact,
        row.phone,
        row.demonstration,
    )


def local(wall_ms: int) -> datetime:
    """An instant (UTC ms) in the hall's zone."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone(ZONE)


def local_or_none(wall_ms: int | None) -> datetime | None:
    """The same for an instant that may not have come."""
    return None if wall_ms is None else local(wall_ms)


def local_day(wall_ms: int) -> date:
    """The legal date of an instant."""
    return local(wall_ms).date()


def clock_of(row: ClockColumns) -> Clock:
    """The stopwatch of an item, a speech or the work at tables."""
    since = None
    if row.since_wall_ms is not None and row.since_mono_ms is not None and row.since_boot is not None:
        since = Instant(row.since_wall_ms, row.since_mono_ms, row.since_boot)
    return Clock(row.clock_limit_ms, row.clock_elapsed_ms, since)


def person_ref(session: Session, person_id: str | None) -> PersonRef | None:
    """The person of an office, when it is filled."""
    row = session.get(Person, person_id) if person_id else None
    return PersonRef(row.id, row.name) if row else None


def names_of(session: Session, person_ids: Iterable[str]) -> dict[str, str]:
    """Names by identity."""
    wanted = tuple(sorted(set(person_ids)))
    return once(session, ("names", wanted), lambda: _names(session, wanted))


def _names(session: Session, wanted: tuple[str, ...]) -> dict[str, str]:
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def homes_of(session: Session, person_ids: Iterable[str]) -> dict[str, HomePlace]:
    """Where people live; who has no home on the roster is left out. An owner's own home goes first."""
    wanted = tuple(sorted(set(person_ids)))
    return once(session, ("homes", wanted), lambda: _homes(session, wanted))


def _homes(session: Session, wanted: tuple[str, ...]) -> dict[str, HomePlace]:
    rows = session.execute(
        select(Residence.person_id, Building.name, Unit.stairway, Unit.storey, Unit.room)
        .join(Unit, Unit.id == Residence.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .where(Residence.person_id.in_(wanted), Residence.until.is_(None))
        .order_by(Residence.relation == "owner", Building.position.desc(), Unit.room.desc())
    )
    return {row[0]: HomePlace(row[1], row[2], row[3], row[4]) for row in rows}


def topic_label(short: str, year: int, number: int) -> str:
    """The number of a topic as it is cited: 晨光议〔2026〕7号."""
    return f"{short}议〔{year}〕{number}号"


def meeting_label(short: str, year: int, number: int) -> str:
    """How a meeting is cited: 晨居会〔2026〕5号."""
    return f"{short}会〔{year}〕{number}号"


def short_name(session: Session) -> str:
    """The community's short name, for the numbers that are given from now on."""
    community = community_view(session)
    return community.short if community else ""


PAPER_MARKS = {
    "notice": "通",
    "agenda": "程",
    "sign_in": "签",
    "badges": "牌",
    "minutes": "记",
    "decision_notice": "公示",
    "notice_large": "通大",
    "notice_children": "通童",
    "notice_poster": "海报",
    "rules": "则",
    "delivery": "送",
    "proxy": "委",
    "plates": "席",
    "ballot": "票",
    "summary": "纪",
    "announcement": "公告",
    "publicity_report": "公报",
    "draw": "抽",
    "tasks": "督",
    "play_cards": "角",
    "play_cards_large": "角大",
    "play_tents": "桌",
    "play_clues": "线",
    "play_proposals": "案",
    "play_observers": "观",
    "play_hosts": "长",
    "play_polls": "卷",
    "play_script": "稿",
    "play_returns": "收",
}


def paper_label(short: str, kind: str, year: int, number: int) -> str:
    """The number of a paper: 晨居通〔2026〕18号."""
    return f"{short}{PAPER_MARKS.get(kind, '文')}〔{year}〕{number}号"
