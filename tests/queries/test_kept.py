"""What is kept between looks is never older than the look."""

from typing import Any

from meeting_app.actions import attendance, floor, people
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.kept import kept, renewed
from meeting_app.queries.people import roster
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Unit
from meeting_app.storage.work import Work
from tests.actions.hall import Hall, begin
from tests.storage.desks import Room

LINE = people.RosterLine(
    name="郑晓雨", building="3号楼", stairway=2, storey=5, room="501", area_c=8_950, relation="owner",
    phone="", birth_year=1980, share=(1, 1),
)  # fmt: skip


def queue(room: Room, item: str) -> QueueView:
    """A look at the floor."""
    view = room.ask(queue_view, item_id=item, now=room.desk.now())
    assert view is not None
    return view


def names(room: Room, item: str) -> list[str]:
    """Who waits."""
    return [one.name for one in queue(room, item).waiting]


def homes(room: Room, item: str) -> dict[str, str]:
    """In which rooms those live who wait."""
    return {one.id: one.place.room for one in queue(room, item).waiting}


def test_names_and_homes_that_are_corrected_meanwhile(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    for person in hall.people[:3]:
        room.do(floor.ask_to_speak, item_id=item, person_id=person)
    assert names(room, item)[1] == "李建国"
    room.do(people.edit_person, person_id=hall.people[1], name="李建邦", phone="")
    assert names(room, item)[1] == "李建邦"
    room.do(people.import_roster, rows=(LINE,))
    newcomer = next(row for row in room.ask(roster, limit=50).rows if row.name == LINE.name).person_id
    room.do(attendance.check_in, meeting_id=hall.meeting, person_id=newcomer)
    speech = room.do(floor.ask_to_speak, item_id=item, person_id=newcomer)
    assert homes(room, item)[speech] == "501"

    def number_anew(work: Work) -> None:
        for unit in work.all(Unit, Unit.room == "501"):
            unit.room = "502"

    room.do(number_anew)
    assert homes(room, item)[speech] == "502"


def test_what_another_program_wrote_is_seen(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])
    assert len(names(room, item)) == 1
    assert room.store.file is not None
    other = Room(Store.open_file(room.store.file, room.time()), "s2")
    assert len(names(other, item)) == 1
    other.do(floor.ask_to_speak, item_id=item, person_id=hall.people[1])
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[2])
    assert len(names(room, item)) == len(names(other, item)) == 3
    other.close()
    other.store.close()


def test_an_older_view_sees_the_older_records_and_spoils_nothing(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])

    def waiting(session: Any) -> int:
        view = queue_view(session, item_id=item, now=room.desk.now())
        return len(view.waiting) if view is not None else -1

    with room.store.read() as older:
        kept(older, ("person",), "begun", lambda: 0)  # its view of the records begins here
        room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[1])
        assert len(names(room, item)) == 2  # the newer look is first, and keeps what it found
        assert waiting(older) == 1
    assert len(names(room, item)) == 2


def test_only_what_changed_is_made_again(room: Room, hall: Hall) -> None:
    item = begin(room, hall, hall.discussion)
    made: list[object] = []

    def asked(room: Room) -> None:
        with room.store.read() as session:
            kept(session, ("person",), "a", lambda: made.append("all"))
            renewed(session, "speech", "b", lambda: made.append("new"), lambda _before, ids: made.append(ids))

    asked(room)
    asked(room)
    assert made == ["all", "new"]
    speech = room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[0])
    asked(room)
    assert made[2:] == [{speech}]
    room.do(people.edit_person, person_id=hall.people[1], name="李建邦", phone="")
    asked(room)
    assert made[3:] == ["all"]
    first, second = queue(room, item), queue(room, item)
    assert first.waiting[0] is second.waiting[0]
