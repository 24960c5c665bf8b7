"""Places in one cell, and several people in one cell."""

import pytest

from meeting_app.actions.roster import owners, places
from meeting_app.actions.roster.cells import Unclear, digits
from meeting_app.actions.roster.owners import Named
from meeting_app.actions.roster.places import Place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3-2-501", Place("3号楼", 2, "501")),
        ("3－2－501室", Place("3号楼", 2, "501")),
        ("３—２—５０１", Place("3号楼", 2, "501")),
        ("3号楼2单元501室", Place("3号楼", 2, "501")),
        ("3栋2单元501室", Place("3号楼", 2, "501")),
        ("三号楼二单元501", Place("3号楼", 2, "501")),
        ("十二栋一单元一〇三室", Place("12号楼", 1, "103")),
        ("3#2-501", Place("3号楼", 2, "501")),
        ("3#楼 2单元 501", Place("3号楼", 2, "501")),
        ("3幢2门501", Place("3号楼", 2, "501")),
        ("3号楼2单元5层501", Place("3号楼", 2, "501")),
        ("3/2/501", Place("3号楼", 2, "501")),
        ("晨光路18号3栋2单元501", Place("3号楼", 2, "501")),
        ("晨光小区13号楼1单元1203室", Place("13号楼", 1, "1203")),
        ("A座1502", Place("A座", None, "1502")),
        ("12-1803", Place("12号楼", None, "1803")),
        ("7栋1802", Place("7号楼", None, "1802")),
        ("3-2-501A", Place("3号楼", 2, "501A")),
        ("地下车位B1-023", Place("地下车库", None, "B1-023", parking=True)),
        ("2号楼车库A17号", Place("2号楼", None, "A17", parking=True)),
        ("501", None),
        ("晨光路18号", None),
        ("2026-03-12", None),
        ("", None),
    ],
)
def test_a_place_in_one_cell(text: str, place: Place | None) -> None:
    assert places.place_of(text) == place


def test_a_stairway_and_a_room_beside_a_house() -> None:
    assert places.within_house("2单元501") == Place("", 2, "501")
    assert places.within_house("2-501室") == Place("", 2, "501")
    assert places.within_house("501") is None
    assert places.house_line("三号楼") == Place("3号楼", None, "")
    assert places.house_line("3栋2单元") == Place("3号楼", 2, "")
    assert places.house_line("张三") is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("五〇一", "501"),
        ("3号楼", "3号楼"),
    ],
)
def test_chinese_numerals(text: str, figures: str) -> None:
    assert digits(text) == figures


@pytest.mark.parametrize(
    ("room", "storey"),
    [("501", 5), ("1203", 12), ("301A", 3), ("10502", 5), ("B1", None), ("7", None), ("", None)],
)
def test_the_storey_of_a_room(room: str, storey: int | None) -> None:
    assert places.storey_from_room(room) == storey


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("何㛃、江桂兰", [Named("何㛃"), Named("江桂兰")]),
        ("许子轩，黎晓东", [Named("许子轩"), Named("黎晓东")]),
        ("张三\n李四", [Named("张三"), Named("李四")]),
        ("张三 李四", [Named("张三"), Named("李四")]),
        ("张　三", [Named("张三")]),
        ("欧阳 震华", [Named("欧阳震华")]),
        ("张三（1/3）/李四（2/3）", [Named("张三", (1, 3)), Named("李四", (2, 3))]),
        ("王五（租户）", [Named("王五", None, "tenant")]),
        ("王五（已故）", [Named("王五", None, "", "已故")]),
        ("古丽米热·艾山", [Named("古丽米热·艾山")]),
        ("Anna Berg; Ben Ode", [Named("Anna Berg"), Named("Ben Ode")]),
        ("", []),
    ],
)
def test_everybody_in_one_cell(text: str, people: list[Named]) -> None:
    assert owners.named(text) == people


@pytest.mark.parametrize("text", ["12", "张3", "——", "（空）"])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(Unclear, match="name_unclear"):
        owners.named(text)


def test_shares_and_telephones_are_handed_out() -> None:
    assert owners.shared_out("1/2、1/2", 2, "between_shares") == ["1/2", "1/2"]
    assert owners.shared_out("139 0000 0001/02", 2, "between_phones") == ["139 0000 0001", "02"]
    assert owners.shared_out("138 0000 0001", 2, "between_phones") == ["138 0000 0001", ""]
    assert owners.shared_out("", 1, "between_phones") == [""]
