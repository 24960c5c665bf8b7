"""The schema over a document: types, bounds, choices, unknown fields; every fault at once with its place."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from meeting_app.yaml_text import Fields, Kind, Node, Reading, Unfit, YamlError, parse


class Colour(StrEnum):
    """Choices for the tests."""

    RED = "red"
    GREEN = "green"


def fields(text: str) -> Fields:
    """The fields of a document."""
    return Fields(Reading("f.yaml"), parse(text.encode(), "f.yaml"))


def found(read: Fields) -> list[tuple[str, int, int]]:
    """What was reported: code and place."""
    return [(one.code, one.line, one.column) for one in read.reading.problems]


GOOD = """title: " 议题 "
count: 3
share: 0.5
whole: 2
open: true
colour: green
day: 2026-01-31
inner:
  title: x
numbers: [1, 2]
texts: [a, b]
colours: [red]
rows:
  - title: z
"""


def test_every_type_is_read() -> None:
    read = fields(GOOD)
    assert read.text("title") == "议题"
    assert read.number("count") == 3
    assert (read.decimal("share"), read.decimal("whole")) == (Decimal("0.5"), Decimal(2))
    assert read.flag("open") is True
    assert read.choice("colour", Colour) is Colour.GREEN
    assert read.day("day") == date(2026, 1, 31)
    inner = read.map("inner")
    assert inner is not None
    assert inner.text("title") == read.needed_map("inner").text("title") == "x"
    assert (read.numbers("numbers"), read.texts("texts")) == ((1, 2), ("a", "b"))
    assert read.choices("colours", Colour) == (Colour.RED,)
    assert [row.text("title") for row in read.maps("rows")] == ["z"]
    read.done()
    read.reading.check()


def test_what_is_left_out_has_its_default() -> None:
    read = fields("title: x\nempty:\n")
    assert read.text("none", "d") == read.text("empty", "d") == "d"
    assert (read.number("n", 7), read.flag("f", False), read.decimal("x", Decimal(1))) == (
        7,
        False,
        Decimal(1),
    )
    assert read.choice("c", Colour, Colour.GREEN) is Colour.GREEN
    assert read.choices("cs", Colour, (Colour.RED,)) == (Colour.RED,)
    assert read.day("d", date(2026, 1, 1)) == date(2026, 1, 1)
    assert (read.map("m"), read.each("e"), read.maybe("empty")) == (None, (), None)
    assert found(read) == []


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("title: 3\n", "wrong_kind", 1, 8),
        ("other: 3\n", "missing", 1, 1),
        ("title: ''\n", "missing", 1, 8),
        ("title: " + "长" * 11 + "\n", "longer", 1, 8),
        ("标题:测试\n", "colon_space", 1, 1),
        ("标题：测试\n", "wide_colon", 1, 1),
        ("just text\n", "wrong_kind", 1, 1),
        ("- title\n", "wrong_kind", 1, 1),
    ],
)
def test_a_title_that_is_none(text: str, code: str, line: int, column: int) -> None:
    read = fields(text)
    assert read.text("title", most=10) == ""
    assert found(read) == [(code, line, column)]


def test_all_faults_are_told_at_once_in_their_order() -> None:
    read = fields(
        "count: 11\nday: 2026-02-30\nlate: 2026-2-3\ncolour: blau\nopen: 1\nshare: x\nnumbers: [1, x, 12]\n"
        "texts: a\ncolours: [red, blau]\nrows: []\nowm: 3\nqqqq: 1\ninner: 标题：测试\n"
    )
    assert read.number("count", most=10) == 0
    assert (read.day("day"), read.day("late")) == (date.min, date.min)
    assert read.choice("colour", Colour) is Colour.RED
    assert read.flag("open") is False
    assert read.decimal("share") == Decimal()
    assert read.numbers("numbers", most=10) == (1,)
    assert read.texts("texts") == ()
    assert read.choices("colours", Colour) == (Colour.RED,)
    assert list(read.maps("rows", least=1)) == []
    assert read.own("own", Kind.NUMBER, _even, 0, 2) == 2
    assert read.needed_map("inner").text("a") == ""
    assert read.needed_map("gone").text("a") == ""
    read.done()
    with pytest.raises(YamlError) as refused:
        read.reading.check()
    assert [(one.line, one.code) for one in refused.value.problems] == [
        (1, "missing"), (1, "out_of_range"), (2, "not_a_day"), (3, "not_a_day"), (4, "not_offered"),
        (5, "wrong_kind"), (6, "wrong_kind"), (7, "wrong_kind"), (7, "out_of_range"), (8, "list_wanted"),
        (9, "not_offered"), (10, "how_many"), (11, "unknown_near"), (12, "unknown"), (13, "wide_colon"),
    ]  # fmt: skip
    near = next(one for one in refused.value.problems if one.code == "unknown_near")
    assert (near.params["name"], near.params["near"]) == ("owm", "own")
    offered = next(one for one in refused.value.problems if one.code == "not_offered")
    assert offered.params == {"word": "blau", "offered": "red, green"}


def _even(node: Node) -> int:
    if int(str(node.scalar)) % 2:
        raise Unfit("out_of_range", value=node.scalar, least=0, most=2)
    return int(str(node.scalar))


def test_a_reader_of_ones_own() -> None:
    read = fields("own: 3\n")
    assert read.own("own", Kind.NUMBER, _even, 0) == 0
    assert found(read) == [("out_of_range", 1, 6)]
