"""A small hall: a community with nine representatives and a meeting that votes on a plan."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from meeting_app.actions import attendance, community, meetings, people, running, topics
from meeting_app.queries.basics import ZONE
from meeting_app.queries.meetings import agenda_rows
from meeting_app.storage.store import Store
from meeting_app.storage.tables import AgendaItem
from tests.storage.desks import Room, Time

EVENING = datetime(2026, 11, 28, 19, 0, tzinfo=ZONE)
POSTED = date(2026, 11, 10)
NAMES = "王桂兰 李建国 张秀英 刘志强 陈玉梅 杨军 赵丽华 周小明 吴敏".split()


@dataclass(frozen=True)
class Hall:
    """Who and what there is: identities only, so that it can be kept while the file is copied."""

    people: tuple[str, ...]
    guest: str
    topic: str
    plan: str
    meeting: str
    items: tuple[str, ...]

    @property
    def discussion(self) -> str:
        """The item in which people speak."""
        return self.items[2]

    @property
    def vote(self) -> str:
        """The item in which hands are counted."""
        return self.items[3]


def items_of(room: Room, meeting: str) -> tuple[str, ...]:
    """The identities of the items in order."""
    with room.store.read() as session:
        rows: list[AgendaItem] = list(agenda_rows(session, meeting))
        return tuple(row.id for row in rows)


def build(path: Path) -> Hall:
    """Make the file with the hall in it."""
    room = Room(Store.create_file(path))
    hall = furnish(room)
    room.close()
    room.store.close()
    return hall


def furnish(room: Room) -> Hall:
    """Fill empty records: the meeting is convened, seven of nine are here."""
    room.do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
    members = []
    for name in NAMES:
        members.append(room.do(people.add_person, name=name))
        room.do(people.give_capacity, person_id=members[-1], capacity="representative")
    guest = room.do(people.add_person, name="何平")
    topic = room.do(topics.add_topic, title="加装电梯")
    plan = room.do(
        topics.add_plan, topic_id=topic, title="方案一", text="每单元一部。", cost_fen=300,
        shares=(("每户", 3, 100),),
    )  # fmt: skip
    room.do(topics.put_plan_to_vote, plan_id=plan)
    meeting = room.do(
        meetings.draft_meeting, kind="representatives_meeting", title="居民代表会议", place="二楼",
        starts_at=EVENING, topic_id=topic,
    )  # fmt: skip
    room.do(meetings.post_notice, meeting_id=meeting, posted_on=POSTED)
    for person in members[:7]:
        room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    return Hall(tuple(members), guest, topic, plan, meeting, items_of(room, meeting))


def open_hall(path: Path) -> Room:
    """A desk over the file, an hour after it was made."""
    time = Time()
    time.pass_by(3_600_000)
    return Room(Store.open_file(path, time()), time=time)


def begin(room: Room, hall: Hall, item: str | None = None) -> str:
    """Open the meeting and go to an item. Returns the item's id."""
    room.do(running.open_meeting, meeting_id=hall.meeting)
    if item is not None:
        room.do(running.go_to_item, item_id=item)
    return item or hall.items[0]
