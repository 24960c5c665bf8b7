"""People drawn by lot: the list is frozen, the number comes from the hall, the draw is made once."""

import hashlib
import json
from typing import Any

import pytest

from meeting_app.actions import people, projection
from meeting_app.actions.desk import is_final
from meeting_app.actions.draws import draw_people, drop_draw, list_people, set_places
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition.bundle import draw_record
from meeting_app.domain.sortition.pool import pool_sheet
from meeting_app.queries.draw_bundle import draw_bundle
from meeting_app.queries.draw_pool import Among, Feature
from meeting_app.queries.draws import (
    DrawView,
    draw_list,
    draw_view,
    entry_of,
    lines_of,
    places_proof,
    whole_drawing,
)
from meeting_app.queries.slides import current_slide
from meeting_app.queries.slides_types_draw import DrawSlide
from meeting_app.wording import draws as draw_words
from meeting_app.wording.labels import VERBS
from meeting_app.wording.refusals import SENTENCES
from tests.actions.hall import NAMES, Hall
from tests.retally.bundles import faults
from tests.storage.desks import Room

BORN = (1950, 1955, 1962, 1970, 1975, 1985, 1990, 1999, None)
NUMBER = "40729"


@pytest.fixture
def known(room: Room, hall: Hall) -> Hall:
    """The nine representatives have years of birth; a child is on the roster too."""
    for person, name, year in zip(hall.people, NAMES, BORN, strict=True):
        room.do(people.edit_person, person_id=person, name=name, phone="", birth_year=year)
    room.do(people.add_person, name="王小宝", birth_year=2015)
    return hall


def _listed(room: Room, **changed: Any) -> str:
    wanted = {"title": "议事会成员", "among": Among.REPRESENTATIVES, "seats": 4, "features": (Feature.AGE,)}
    made: str = room.do(list_people, **{**wanted, **changed})
    return made


def _view(room: Room, draw_id: str) -> DrawView:
    view = room.ask(draw_view, draw_id=draw_id)
    assert view is not None
    return view


def test_the_list_is_frozen_with_places_in_proportion(room: Room, known: Hall) -> None:
    view = _view(room, _listed(room))
    assert (view.row.people, view.row.seats, view.row.drawn, view.chosen) == (9, 4, False, ())
    ((feature, groups),) = view.features
    assert feature == Feature.AGE
    assert {group.code: (group.people, group.places) for group in groups} == {
        "from35": (4, 2),
        "from60": (3, 1),
        "under35": (1, 1),
        "unknown": (1, 0),
    }
    room.do(people.edit_person, person_id=known.people[0], name="王桂兰", phone="", birth_year=2000)
    assert _view(room, view.row.id).features == view.features, "the roster may change, the list does not"


@pytest.mark.parametrize(("among", "number"), [(Among.ADULTS, 10), (Among.REPRESENTATIVES, 9)])
def test_from_whom_is_drawn(room: Room, known: Hall, among: Among, number: int) -> None:
    assert _view(room, _listed(room, among=among, features=())).row.people == number


def test_owners_of_the_day_are_drawn_from(room: Room, known: Hall) -> None:
    with pytest.raises(Refusal, match="draw_seats"):
        _listed(room, among=Among.OWNERS, seats=1, features=())


def test_names_are_masked_and_nobody_needs_a_house(room: Room, known: Hall) -> None:
    draw = _listed(room, features=(Feature.BUILDING, Feature.GENDER))
    lines = room.ask(lines_of, draw)
    assert [line.name for line in lines][:3] == ["王*兰", "李*国", "张*英"]
    assert {entry_of(line).groups for line in lines} == {("unknown", "unknown")}


def test_the_draw_follows_from_the_list_and_the_number(room: Room, known: Hall) -> None:
    draw = _listed(room)
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    view = _view(room, draw)
    assert (len(view.chosen), view.drawn_by, view.row.drawn) == (4, "赵永康", True)
    entries = [entry_of(line) for line in room.ask(lines_of, draw)]
    sheet = pool_sheet(["age"], entries)
    assert hashlib.sha256(sheet).hexdigest() == view.drawn.pool_hash
    assert "".join(view.code) == view.drawn.pool_hash[:16].upper()
    (groups,) = (groups for _feature, groups in view.features)
    assert all(group.chosen == group.places for group in groups)
    whole = room.ask(whole_drawing, draw_id=draw)
    assert whole is not None
    record = json.dumps(draw_record(whole, ["age"], view.quotas)).encode()
    assert faults({"draw.json": record, "pool.csv": sheet}) == [], "a stranger's script draws the same"


def test_before_the_number_nobody_has_a_ticket(room: Room, known: Hall) -> None:
    draw = _listed(room)
    assert room.ask(whole_drawing, draw_id=draw) is None
    assert _view(room, draw).drawn.tickets == ()
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    whole = room.ask(whole_drawing, draw_id=draw)
    assert whole is not None
    assert len(whole.tickets) == 9
    assert whole.chosen == _view(room, draw).chosen


def test_nothing_is_packed_before_the_draw(room: Room, known: Hall) -> None:
    draw = _listed(room)
    with pytest.raises(Refusal, match="draw_not_made"):
        room.ask(draw_bundle, draw_id=draw)
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    assert room.ask(draw_bundle, draw_id=draw) == room.ask(draw_bundle, draw_id=draw)


def test_a_draw_is_made_once(room: Room, known: Hall) -> None:
    assert is_final(draw_people)
    draw = _listed(room)
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    again: list[tuple[Any, dict[str, Any]]] = [
        (draw_people, {"number": "11111", "drawn_by": "x"}),
        (set_places, {"quotas": ({"from35": 4},)}),
        (drop_draw, {}),
    ]
    for action, more in again:
        with pytest.raises(Refusal, match="draw_made"):
            room.do(action, draw_id=draw, **more)
    assert _view(room, draw).drawn.number == NUMBER


def test_other_places_are_held(room: Room, known: Hall) -> None:
    draw = _listed(room)
    wanted = ({"from35": 1, "from60": 1, "under35": 1, "unknown": 1},)
    room.do(set_places, draw_id=draw, quotas=wanted)
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    assert {entry.groups[0] for entry in _view(room, draw).chosen} == set(wanted[0])


def test_places_that_cannot_be_held_are_told_with_the_smallest_change(room: Room, known: Hall) -> None:
    draw = _listed(room)
    wanted = ({"from35": 0, "from60": 4, "under35": 0, "unknown": 0},)
    room.do(set_places, draw_id=draw, quotas=wanted)
    proof = room.ask(places_proof, draw_id=draw, quotas=wanted)
    assert not proof.holds
    assert proof.change is not None
    assert proof.change[0]["from60"] == 3
    assert room.ask(places_proof, draw_id=draw, quotas=proof.change).holds
    with pytest.raises(Refusal, match="draw_impossible"):
        room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    assert not _view(room, draw).row.drawn


def test_a_list_can_be_dropped_until_somebody_is_drawn(room: Room, known: Hall) -> None:
    draw = _listed(room)
    room.do(drop_draw, draw_id=draw)
    assert room.ask(draw_view, draw_id=draw) is None
    assert room.ask(draw_list) == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"seats": 0}, "draw_seats"),
        ({"seats": 99}, "draw_seats"),
        ({"among": "nobody"}, "draw_features"),
        ({"features": ("age", "age")}, "draw_features"),
        ({"features": ("shoe",)}, "draw_features"),
        ({"title": " "}, "text_needed"),
        ({"meeting_id": "0" * 32}, "gone"),
    ],
)
def test_what_cannot_be_listed_is_refused(
    room: Room, known: Hall, changed: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        _listed(room, **changed)
    assert refused.value.code == code
    assert code in SENTENCES
    assert room.ask(draw_list) == ()


@pytest.mark.parametrize(
    ("number", "code"), [("12", "lot_number_short"), ("4o7", "lot_number"), ("", "text_needed")]
)
def test_a_number_of_the_hall_is_digits(room: Room, known: Hall, number: str, code: str) -> None:
    draw = _listed(room)
    with pytest.raises(Refusal) as refused:
        room.do(draw_people, draw_id=draw, number=number, drawn_by="赵永康")
    assert refused.value.code == code


def test_groups_of_places_are_those_of_the_list(room: Room, known: Hall) -> None:
    with pytest.raises(Refusal, match="draw_features"):
        room.do(set_places, draw_id=_listed(room), quotas=({"from35": 4},))


def test_the_hall_sees_the_code_first_and_then_who_was_drawn(room: Room, known: Hall) -> None:
    def slide() -> Any:
        return room.ask(current_slide, meeting_id=known.meeting, now=room.time())

    room.do(projection.pin_slide, meeting_id=known.meeting, pinned="draw")
    assert not isinstance(slide(), DrawSlide), "there is nothing to show yet"
    draw = _listed(room, meeting_id=known.meeting)
    before = slide()
    assert isinstance(before, DrawSlide)
    assert (before.number, before.chosen, before.people, len(before.code)) == ("", (), 9, 4)
    room.do(draw_people, draw_id=draw, number=NUMBER, drawn_by="赵永康")
    after = slide()
    assert (after.number, len(after.chosen), after.drawn_by) == (NUMBER, 4, "赵永康")
    assert all("*" in name for _number, name, _ticket in after.chosen)


def test_everything_has_words() -> None:
    assert set(draw_words.AMONG) == set(Among)
    assert set(draw_words.FEATURES) == set(Feature)
    assert {"list_people", "set_places", "draw_people", "drop_draw"} <= set(VERBS)
