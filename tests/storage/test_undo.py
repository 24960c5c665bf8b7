"""Taking back: inserts, changes, deletions, several in a row, whole imports; and when it is refused."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import inspect, select

from meeting_app.actions import attendance, meetings, notes, people, running, topics
from meeting_app.actions.people import RosterLine
from meeting_app.actions.undo import undo_last
from meeting_app.domain.stage import Stage
from meeting_app.queries.basics import ZONE
from meeting_app.queries.journal import broken_link, undo_view
from meeting_app.storage.base import Base, Record
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Building, Meeting, Person, Topic, UndoImage, Unit
from tests.storage.desks import Room

EVENING = datetime(2026, 11, 28, 19, 0, tzinfo=ZONE)


def picture(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the records, without journal, images, feed and revisions."""
    seen: dict[str, list[tuple[Any, ...]]] = {}
    with store.read() as session:
        for mapper in Base.registry.mappers:
            kind = mapper.class_
            if issubclass(kind, Record):
                columns = [c.key for c in inspect(kind).column_attrs if c.key != "revision"]
                rows = session.execute(select(*(getattr(kind, name) for name in columns)).order_by(kind.id))
                seen[kind.__tablename__] = [tuple(row) for row in rows]
    return seen


def a_meeting(room: Room, kind: str = "hearing") -> str:
    """A drafted meeting."""
    return room.do(meetings.draft_meeting, kind=kind, title="听证会", place="二楼", starts_at=EVENING)


def test_one_after_the_other_back_to_the_beginning(room: Room) -> None:
    pictures = [picture(room.store)]

    def step(action: Callable[..., Any], **arguments: Any) -> Any:
        result = room.do(action, **arguments)
        pictures.append(picture(room.store))
        return result

    person = step(people.add_person, name="王桂兰", phone="1")
    step(people.edit_person, person_id=person, name="王桂芳", phone="2", birth_year=1950)
    topic = step(topics.add_topic, title="加装电梯")
    plan = step(
        topics.add_plan, topic_id=topic, title="方案一", text="甲", cost_fen=300, shares=(("每户", 3, 100),)
    )
    step(
        topics.edit_plan, plan_id=plan, title="方案一", text="乙", cost_fen=300, shares=(("居委会", 1, 300),)
    )
    step(topics.support_topic, topic_id=topic, person_id=person)
    step(topics.withdraw_support, topic_id=topic, person_id=person)
    step(topics.move_topic, topic_id=topic, target=Stage.DRAFTING, due_on=date(2027, 1, 1))
    task = step(notes.add_task, text="贴公示", due_on=date(2026, 12, 1))
    step(notes.finish_task, task_id=task)
    step(notes.reopen_task, task_id=task)
    for expected in reversed(pictures[:-1]):
        room.do(undo_last)
        assert picture(room.store) == expected
    assert room.refused(undo_last).code == "undo_nothing"
    assert room.ask(undo_view, station="s1") is None
    assert room.ask(broken_link) is None


def test_undo_goes_on_from_where_it_stands(room: Room) -> None:
    person = room.do(people.add_person, name="王桂兰")
    room.do(people.edit_person, person_id=person, name="甲", phone="")
    room.do(undo_last)
    room.do(people.edit_person, person_id=person, name="乙", phone="")
    room.do(people.edit_person, person_id=person, name="丙", phone="")
    room.do(undo_last)
    room.do(undo_last)
    with room.store.read() as session:
        assert session.scalars(select(Person.name)).all() == ["王桂兰"]
    room.do(undo_last)
    assert picture(room.store)["person"] == []


def line(number: int) -> RosterLine:
    """A row of an import."""
    return RosterLine(
        name=f"王{number}", building="3号楼", stairway=1 + number % 4, storey=number % 6 + 1,
        room=str(101 + number), area_c=8_000, relation="owner", phone="", birth_year=None, share=(1, 1),
    )  # fmt: skip


def test_a_whole_import_is_taken_back_at_once(room: Room) -> None:
    before = picture(room.store)
    done = room.do(people.import_roster, rows=[line(number) for number in range(60)])
    assert (done.added, done.units) == (60, 60)
    with room.store.read() as session:
        assert len(session.scalars(select(Unit)).all()) == 60
        assert session.scalars(select(Building.stairways)).one() == 4
    view = room.ask(undo_view, station="s1")
    assert view is not None
    assert (view.verb, view.refusal) == ("import_roster", "")
    room.do(undo_last)
    assert picture(room.store) == before


def test_what_another_station_changed_since_is_not_taken_back(
    room: Room, reopen: Callable[[], Store]
) -> None:
    person = room.do(people.add_person, name="王桂兰")
    other_store = reopen()
    other = Room(other_store, station="s2")
    assert other.refused(undo_last).code == "undo_nothing"
    other.do(people.edit_person, person_id=person, name="李梅", phone="")
    assert room.refused(undo_last).code == "undo_changed_since"
    view = room.ask(undo_view, station="s1")
    assert view is not None
    assert view.refusal == "undo_changed_since"
    other.do(undo_last)
    room.do(undo_last)  # the row is again what this station left behind
    assert picture(room.store)["person"] == []
    other.close()
    other_store.close()


def test_each_station_takes_back_its_own(room: Room, reopen: Callable[[], Store]) -> None:
    other_store = reopen()
    other = Room(other_store, station="s2")
    room.do(topics.add_topic, title="甲")
    other.do(topics.add_topic, title="乙")
    room.do(undo_last)
    with room.store.read() as session:
        assert session.scalars(select(Topic.title)).all() == ["乙"]
    other.close()
    other_store.close()


def test_what_another_station_built_upon_is_not_taken_away(room: Room, reopen: Callable[[], Store]) -> None:
    """No row of the action has changed, but one that came later would point to nothing."""
    topic = room.do(topics.add_topic, title="加装电梯")
    other_store = reopen()
    other = Room(other_store, station="s2")
    other.do(topics.add_plan, topic_id=topic, title="方案一", text="", cost_fen=0)
    assert room.refused(undo_last).code == "used_elsewhere"
    other.close()
    other_store.close()


def test_what_another_station_deleted_is_not_restored(room: Room, reopen: Callable[[], Store]) -> None:
    meeting = a_meeting(room)
    note = room.do(notes.add_note, meeting_id=meeting, kind="note", text="甲")
    other_store = reopen()
    other = Room(other_store, station="s2")
    other.do(notes.remove_note, note_id=note)
    assert room.refused(undo_last).code == "undo_changed_since"
    other.do(undo_last)
    room.do(undo_last)
    assert picture(room.store)["note"] == []
    other.close()
    other_store.close()


def test_a_closed_meeting_is_final_and_its_images_are_gone(room: Room) -> None:
    meeting = a_meeting(room)
    person = room.do(people.add_person, name="王桂兰")
    room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    room.do(running.open_meeting, meeting_id=meeting)
    with room.store.read() as session:
        assert len(session.scalars(select(UndoImage)).all()) > 5
    room.do(running.close_meeting, meeting_id=meeting)
    with room.store.read() as session:
        left = {image.kind for image in session.scalars(select(UndoImage))}
        assert left == {"person"}
        state = session.scalars(select(Meeting.state)).one()
    assert state == "closed"
    refusal = room.refused(undo_last)
    assert (refusal.code, refusal.params) == ("undo_final", {"verb": "close_meeting"})
    view = room.ask(undo_view, station="s1")
    assert view is not None
    assert view.refusal == "undo_final"


def test_undo_says_what_it_would_take_back(room: Room) -> None:
    meeting = a_meeting(room)
    person = room.do(people.add_person, name="王桂兰")
    room.do(attendance.check_in, meeting_id=meeting, person_id=person)
    view = room.ask(undo_view, station="s1")
    assert view is not None
    assert (view.verb, view.subject, view.refusal) == ("check_in", "王桂兰", "")
    undone = room.do(undo_last)
    assert undone.verb == "check_in"
