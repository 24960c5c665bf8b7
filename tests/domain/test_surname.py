"""Surnames that are read in a way of their own."""

import pytest

from meeting_app.domain.surname import READINGS, surname_readings


@pytest.mark.parametrize(
    ("name", "surname", "first"),
    [
        ("单平", "单", "shan"),
        ("单", "单", "shan"),
        ("解小明", "解", "xie"),
        ("尉迟恭", "尉迟", "yuchi"),
        ("万俟卨", "万俟", "moqi"),
        ("尉平", "尉", "wei"),
        ("王平", "", ""),
        ("", "", ""),
    ],
)
def test_the_surname_and_its_own_reading(name: str, surname: str, first: str) -> None:
    found, readings = surname_readings(name)
    assert (found, readings[0] if readings else "") == (surname, first)


def test_two_characters_before_a_given_name_are_one_surname_only_then() -> None:
    assert surname_readings("长孙")[0] == "长"
    assert all(readings and all(said.isalpha() for said in readings) for readings in READINGS.values())
