"""A list is previewed, confirmed, taken back; what is written out comes back unchanged."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from meeting_app.actions.communities import Opened, make_community
from meeting_app.actions.people import import_roster
from meeting_app.actions.roster_file import export_bodies, export_roster, export_rows, lines, read_roster
from meeting_app.actions.undo import undo_last
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.people import buildings, known_people, roster

TODAY = date(2026, 11, 21)


@pytest.fixture
def exported(planted: Opened, tmp_path: Path) -> Path:
    """The roster of building 3 as a file."""
    third = next(row.id for row in planted.records.ask(buildings) if row.name.startswith("3"))
    file = tmp_path / "third.xlsx"
    bodies = planted.records.ask(export_bodies)
    export_roster(planted.records.ask(export_rows, building_id=third), file, bodies)
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Opened]:
    opened = make_community(tmp_path / "empty.yst")
    yield opened
    opened.close()


def test_what_is_written_out_is_known_when_it_comes_back(planted: Opened, exported: Path) -> None:
    known = planted.records.ask(known_people)
    houses = {row.name for row in planted.records.ask(buildings)}
    preview = read_roster(exported, known, today=TODAY, buildings=houses)
    assert {row.state for row in preview.rows} == {"same"}
    assert len(preview.rows) == sum(person.unit_key[0] == "3号楼" for person in known)
    assert lines(preview) == ()


def test_an_import_is_confirmed_and_taken_back_as_one(exported: Path, empty: Opened) -> None:
    preview = read_roster(exported, (), today=TODAY)
    assert (preview.counts["error"], preview.counts["question"]) == (0, 0)
    taken = lines(preview)
    result = empty.desk.do(import_roster, rows=taken, bodies=preview.bodies).result(60)
    assert (result.added, result.changed, result.units) == (len(taken), 0, 72)
    assert empty.records.ask(export_bodies) == preview.bodies
    again = read_roster(exported, empty.records.ask(known_people), today=TODAY)
    assert again.counts["same"] == len(taken)
    shares = {(row.name, row.room): row.share for row in again.rows if row.share}
    kept = empty.records.ask(export_rows)
    assert {(row.name, row.room): row.share for row in kept if row.share} == shares
    assert sum(area for _room, area in {((r.stairway, r.room), r.area_c) for r in kept}) == 614832
    empty.desk.do(undo_last).result(60)
    assert empty.records.ask(roster).total == 0
    assert empty.records.ask(buildings) == ()


def test_the_whole_roster_comes_through_a_file_with_groups_shares_and_capacities(
    planted: Opened, empty: Opened, tmp_path: Path
) -> None:
    told = planted.records.ask(export_rows)
    export_roster(told, tmp_path / "all.xlsx", planted.records.ask(export_bodies))
    preview = read_roster(tmp_path / "all.xlsx", (), today=TODAY)
    assert preview.counts["new"] == len(told)
    empty.desk.do(import_roster, rows=lines(preview), bodies=preview.bodies).result(60)
    kept = empty.records.ask(export_rows)
    # Numbers are given anew in the order of the houses; everything else is the same.
    assert [replace(row, number=0) for row in kept] == [replace(row, number=0) for row in told]
    people: dict[int, set[int]] = {}
    for before, after in zip(told, kept, strict=True):
        people.setdefault(before.number, set()).add(after.number)
    assert all(len(numbers) == 1 for numbers in people.values())


def test_a_changed_telephone_is_changed_and_a_name_is_never_a_formula(empty: Opened, tmp_path: Path) -> None:
    file = tmp_path / "few.csv"
    head = "姓名,楼栋,单元,房号,电话\n"
    file.write_text(head + "=王桂芳,3,2,501,10155500001\n李强,3,2,502,\n", "utf-8")
    empty.desk.do(import_roster, rows=lines(read_roster(file, (), today=TODAY))).result(60)
    file.write_text(head + "=王桂芳,3,2,501,10155500002\n李强,3,2,502,\n", "utf-8")
    preview = read_roster(file, empty.records.ask(known_people), today=TODAY)
    assert [(row.state, row.code) for row in preview.rows] == [("changed", "phone_changed"), ("same", "")]
    empty.desk.do(import_roster, rows=lines(preview)).result(60)
    assert {row.phone for row in empty.records.ask(roster).rows} == {"10155500002", ""}
    export_roster(empty.records.ask(export_rows), tmp_path / "out.xlsx")
    back = read_roster(tmp_path / "out.xlsx", empty.records.ask(known_people), today=TODAY)
    assert [row.name for row in back.rows] == ["=王桂芳", "李强"]


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="read_only_place"):
        export_roster((), tmp_path / "missing" / "out.xlsx")
