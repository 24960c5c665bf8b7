"""A hall in which a play can be prepared and run: twenty-six people, a live meeting with an item for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from meeting_app.actions import agenda, attendance, community, meetings, people, running
from meeting_app.actions.roleplay import casting, preparing
from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.roleplay.model import Rotation, Scenario, Swap
from meeting_app.queries.roleplay.now import play_now
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.scenarios import library, write_text
from meeting_app.storage.store import Store
from tests.actions.hall import EVENING, items_of
from tests.storage.desks import Room, Time

COUNT = 26
STOREYS, AGES, TENURES = ("low", "middle", "high"), ("young", "middle", "old"), ("owner", "tenant")


@dataclass(frozen=True)
class World:
    """Who and what there is."""

    people: tuple[str, ...]
    meeting: str
    item: str

    def taking(self, count: int, *, watching: int = 0) -> tuple[Taking, ...]:
        """The first people of the list with what they say of themselves; the last ones of them watch."""
        return tuple(
            Taking(
                person,
                {"storey": STOREYS[at % 3], "age": AGES[at // 3 % 3], "tenure": TENURES[at % 2]},
                watches=at >= count - watching,
            )
            for at, person in enumerate(self.people[:count])
        )


def furnish(room: Room) -> World:
    """Fill empty records."""
    room.do(community.create_community, name="晨光社区", short="晨居", committee="晨光社区居民委员会")
    made = [room.do(people.add_person, name=f"居民{at:02}") for at in range(COUNT)]
    for person in made[:9]:
        room.do(people.give_capacity, person_id=person, capacity="representative")
    meeting = room.do(
        meetings.draft_meeting, kind="topic_consultation", title="电梯专题会", place="二楼", starts_at=EVENING
    )
    item = room.do(agenda.add_item, meeting_id=meeting, kind=ItemKind.ROLE_PLAY, title="换位体验", minutes=75)
    for person in made[:9]:
        room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    assert item in items_of(room, meeting)
    return World(tuple(made), meeting, item)


def build(path: Path) -> World:
    """Make the file with the hall in it."""
    room = Room(Store.create_file(path))
    world = furnish(room)
    room.close()
    room.store.close()
    return world


def open_room(path: Path) -> Room:
    """A desk over the file, an hour after it was made."""
    time = Time()
    time.pass_by(3_600_000)
    return Room(Store.open_file(path, time()), time=time)


def prepared(room: Room, world: World, count: int = 24, *, source: str = "shipped:lift") -> str:
    """A play with players."""
    play = room.do(preparing.prepare_play, source=source, minutes=75, item_id=world.item)
    room.do(preparing.set_players, play_id=play, players=world.taking(count))
    return play


def cast(room: Room, world: World, count: int = 24, **more: Any) -> str:
    """A play that is cast."""
    play = prepared(room, world, count, **more)
    room.do(casting.cast_play, play_id=play, seed=4711)
    return play


def turning() -> bytes:
    """The lift, in which roles and tables change hands when the negotiation begins."""
    lift: Scenario = library.shipped("lift").scenario
    changed = replace(
        lift, swap=Swap("negotiate", (("wu", "tang"),)), rotation=Rotation("negotiate", ("zhao",))
    )
    return write_text(changed).encode()


def now(room: Room, play: str) -> PlayNow:
    """The play as the console shows it."""
    return room.ask(play_now, play_id=play, now=room.time())


def forward_to(room: Room, play: str, kind: str, step: Callable[..., Any]) -> PlayNow:
    """Go on until a phase of that kind."""
    while (shown := now(room, play)).phase is None or shown.phase.kind != kind:
        room.do(step, play_id=play)
    return shown


def open_meeting(room: Room, world: World) -> None:
    """The meeting is live."""
    room.do(running.open_meeting, meeting_id=world.meeting, short_reason="试")
