"""What is typed to find a name, in every reading."""

import pytest

from meeting_app.storage.readings import (
    LENGTH,
    initials_of,
    pinyin_of,
    readings_of,
    readings_of_syllables,
)


@pytest.mark.parametrize(
    ("name", "initials", "pinyin", "also"),
    [
        ("单平", "sp", "shanping", "danping dp"),
        ("解小明", "xxm", "xiexiaoming", "jiexiaoming jxm"),
        ("仇秀兰", "qxl", "qiuxiulan", "chouxiulan cxl"),
        ("区静", "oj", "oujing", "qujing qj"),
        ("曾军", "zj", "zengjun", "cengjun cj"),
        ("查桂兰", "zgl", "zhaguilan", "chaguilan cgl"),
        ("盖敏", "gm", "gemin", "gaimin"),
        ("任军", "rj", "renjun", ""),
        ("尉迟恭", "ycg", "yuchigong", "weichigong wcg"),
        ("欧阳 修", "oyx", "ouyangxiu", ""),
        ("王桂芳", "wgf", "wangguifang", ""),
        ("古丽米热·艾山", "glmras", "gulimireaishan", ""),
        ("Anna Berg", "ab", "annaberg", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_found_by_its_own_reading_and_by_the_common_one(
    name: str, initials: str, pinyin: str, also: str
) -> None:
    readings = readings_of(name).split()
    assert (initials_of(name), pinyin_of(name)) == (initials, pinyin)
    assert {initials, pinyin, *also.split()} - {""} <= set(readings)


def test_given_names_are_read_in_two_ways_but_a_plain_surname_in_one() -> None:
    assert {"wangle", "wangyue", "wl", "wy"} <= set(readings_of("王乐").split())
    assert not any(said.startswith("yu") for said in readings_of("王桂芳").split())


def test_the_column_is_never_overrun() -> None:
    assert len(readings_of("乐乐乐乐乐乐乐乐乐乐" * 8)) <= LENGTH


def test_known_syllables_need_no_dictionary() -> None:
    assert readings_of_syllables("单平", ["shan", "ping"]) == " shanping danping sp dp "
    assert readings_of_syllables("王芳", ["wang", "fang"]) == " wangfang wf "
