"""A small street with owners, joint owners, a parking space and a unit of the developer."""

from dataclasses import dataclass, replace
from typing import Any

from meeting_app.actions import community, meetings, people
from meeting_app.actions.people import RosterLine
from meeting_app.queries.people import roster
from tests.actions.hall import EVENING
from tests.storage.desks import Room


@dataclass
class Street:
    """A room over the street; `people` by name."""

    room: Room
    people: dict[str, str]

    def meeting(self, kind: str) -> str:
        """A meeting of a kind, to which the kind's people are called."""
        return self.room.do(meetings.draft_meeting, kind=kind, title="会议", place="二楼", starts_at=EVENING)


def line(
    name: str, room: str, area_c: int, share: tuple[int, int] | None = (1, 1), **more: Any
) -> RosterLine:
    """A row of the roster of house 3."""
    relation = "owner" if share else "family"
    return RosterLine(
        name, "3号楼", 1, int(room[0]), room, area_c, relation, more.pop("phone", ""), 1970, share, **more
    )


ROWS = (
    line("张一", "101", 8_000),
    line("张二", "102", 8_000, (1, 2)),
    line("李二", "102", 8_000, (1, 2)),
    line("王三", "201", 9_000, key="w", phone="1"),
    line("王三", "202", 7_000, key="w", phone="1"),
    line("赵四", "301", 10_000),
    line("赵小四", "301", 10_000, None),
    line("", "302", 12_000, None, state="unsold"),
    line("张一", "901", 1_500, purpose="parking"),
)


def build(room: Room) -> Street:
    """Five voting rights: 张一, 张二 with 李二, 王三 (two units), 赵四, the developer; 540 m² in all."""
    room.do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
    room.do(people.import_roster, rows=ROWS[:-1])
    first = next(row for row in room.ask(roster).rows if row.name == "张一").person_id
    room.do(people.import_roster, rows=[replace(ROWS[-1], person_id=first)])
    return Street(room, {row.name: row.person_id for row in room.ask(roster, limit=50).rows})
