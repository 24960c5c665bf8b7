"""The community's scenarios: copied, brought in, drafted, taken into use; their texts stay private."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from meeting_app.actions.desk import is_final
from meeting_app.actions.roleplay import scenarios as acts
from meeting_app.actions.undo import undo_last
from meeting_app.queries.roleplay import scenarios as shelf
from meeting_app.scenarios import library, read_package, read_text, write_text
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Blob, JournalRow, ScenarioRow, UndoImage
from meeting_app.wording.labels import VERBS
from meeting_app.wording.refusals import sentence
from tests.storage.desks import Room, quick_folder

PIXEL = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def room() -> Iterator[Room]:
    """A desk over empty records."""
    with quick_folder() as folder:
        made = Room(Store.create_file(folder / "shelf.yst"))
        yield made
        made.close()
        made.store.close()


def _card(room: Room, source: str) -> shelf.ScenarioCard:
    (found,) = (card for card in room.ask(shelf.own_scenarios) if card.source == source)
    return found


def _lift() -> Any:
    return library.shipped("lift").scenario


def test_six_scenarios_are_on_the_shelf_from_the_start(room: Room) -> None:
    cards = room.ask(shelf.shelf)
    assert [card.source for card in cards] == [f"shipped:{name}" for name in library.shipped_names()]
    assert all(card.usable and card.minutes == (60, 75, 90) and card.roles for card in cards)


def test_a_copy_is_changed_without_touching_the_complete_text(room: Room) -> None:
    made = room.do(acts.add_from_library, name="lift")
    before = room.ask(shelf.source_text, made)
    other = replace(_lift(), identity=replace(_lift().identity, title="云桥里的楼梯"))
    room.do(acts.save_draft, scenario_id=made, text=write_text(other))
    assert room.ask(shelf.source_text, made) == before
    assert (_card(room, made).changed, _card(room, made).title) == (True, "云桥里的楼梯")
    room.do(acts.take_into_use, scenario_id=made)
    assert room.ask(shelf.source_text, made)[0] == write_text(other)
    assert not _card(room, made).changed


def test_a_half_written_draft_is_kept_and_not_played(room: Room) -> None:
    made = room.do(acts.start_scenario, text=write_text(replace(_lift(), plans=())))
    room.do(acts.save_draft, scenario_id=made, text="identity:\n  id: x\n  title")
    assert not _card(room, made).usable
    for action in (acts.take_into_use, acts.drop_draft):
        assert "{" not in sentence(room.refused(action, scenario_id=made))
    room.do(acts.save_draft, scenario_id=made, text=write_text(replace(_lift(), plans=())))
    assert room.refused(acts.take_into_use, scenario_id=made).code == "scenario_not_ready"
    room.do(acts.save_draft, scenario_id=made, text=write_text(_lift()))
    room.do(acts.take_into_use, scenario_id=made)
    assert _card(room, made).usable


def test_a_draft_is_dropped_and_the_same_text_is_no_draft(room: Room) -> None:
    made = room.do(acts.add_from_library, name="dogs")
    whole = room.ask(shelf.source_text, made)[0]
    room.do(acts.save_draft, scenario_id=made, text="x: 1")
    assert _card(room, made).changed
    room.do(acts.drop_draft, scenario_id=made)
    assert not _card(room, made).changed
    room.do(acts.save_draft, scenario_id=made, text="x: 1")
    room.do(acts.save_draft, scenario_id=made, text=whole)
    assert not _card(room, made).changed
    room.do(acts.take_into_use, scenario_id=made)
    assert room.ask(shelf.source_text, made)[0] == whole


def test_a_package_comes_in_and_goes_out_again(room: Room) -> None:
    first = room.do(acts.add_from_library, name="garden")
    room.do(acts.set_scenario_pictures, scenario_id=first, pictures={"pictures/yard.png": PIXEL})
    data = room.ask(shelf.scenario_package, source=first)
    again = room.do(acts.import_scenario, data=data, file="garden.zip")
    assert room.ask(shelf.scenario_package, source=again) == data
    assert read_package(data).pictures == {"pictures/yard.png": PIXEL}
    with room.store.read() as session:
        assert len(session.scalars(select(Blob)).all()) == 1, "the same bytes are kept once"
    kept = room.ask(shelf.scenario_text, scenario_id=again)
    assert kept is not None
    assert (kept.pictures, kept.is_draft) == ((("pictures/yard.png", PIXEL),), False)


def test_a_text_comes_in_as_it_is(room: Room) -> None:
    whole = room.do(acts.import_scenario, data=write_text(_lift()).encode())
    faulty = room.do(acts.import_scenario, data=write_text(replace(_lift(), plans=())).encode())
    assert (_card(room, whole).usable, _card(room, faulty).usable) == (True, False)
    refusal = room.refused(acts.import_scenario, data=b"identity: 1\n")
    assert (refusal.code, "{" in sentence(refusal)) == ("scenario_unreadable", False)
    assert room.refused(acts.import_scenario, data=b"PK\x03\x04").code == "package_unreadable"


def test_copies_have_their_own_title_in_their_text(room: Room) -> None:
    first = room.do(acts.add_from_library, name="waste")
    second = room.do(acts.duplicate_scenario, scenario_id=first, title="第二份")
    text, _digest, _row = room.ask(shelf.source_text, second)
    assert read_text(text.encode(), "x").scenario.identity.title == "第二份"
    room.do(acts.rename_scenario, scenario_id=second, title="第三份")
    assert _card(room, second).title == "第三份"
    room.do(acts.delete_scenario, scenario_id=second)
    assert [card.source for card in room.ask(shelf.own_scenarios)] == [first]
    for gone in (second, "shipped:nothing"):
        with pytest.raises(Exception, match="gone"):
            room.ask(shelf.source_text, gone)


def test_no_text_is_in_journal_or_images(room: Room) -> None:
    made = room.do(acts.add_from_library, name="parking")
    copy = room.do(acts.duplicate_scenario, scenario_id=made, title="甲")
    room.do(undo_last)
    room.do(acts.save_draft, scenario_id=made, text="SECRET: 1")
    assert room.refused(undo_last).code == "undo_final"
    with room.store.read() as session:
        assert session.get(ScenarioRow, copy) is None
        told = [row.arguments for row in session.scalars(select(JournalRow))]
        told += [row.before for row in session.scalars(select(UndoImage))]
    assert not [text for text in told if "SECRET" in text or "identity" in text]
    assert all(isinstance(json.loads(text), dict) for text in told)


def test_what_overwrites_a_text_says_so_before(room: Room) -> None:
    texts = {"save_draft", "take_into_use", "drop_draft", "rename_scenario", "delete_scenario"}
    assert all(is_final(getattr(acts, name)) for name in texts)
    assert texts | {"add_from_library", "import_scenario", "start_scenario", "duplicate_scenario"} <= set(
        VERBS
    )
