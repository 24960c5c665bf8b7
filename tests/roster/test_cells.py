"""Cells of lists, read exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import Unclear

CENTI = st.integers(min_value=0, max_value=99_999_999)
SUFFIX = st.sampled_from(["", "㎡", "m²", "m2", "平方米", " 平方米", "平米", "平"])


def written(centi: int, decimals: int) -> str:
    whole, rest = divmod(centi, 100)
    return (
        f"{whole}.{rest:02d}" if decimals == 2 else f"{whole}.{rest // 10}" if decimals == 1 else str(whole)
    )


@given(CENTI, SUFFIX)
def test_an_area_with_two_decimals_is_read_to_the_hundredth(centi: int, suffix: str) -> None:
    assert cells.area_of(written(centi, 2) + suffix) == centi


@given(CENTI, st.integers(0, 1))
def test_fewer_decimals_mean_noughts(centi: int, decimals: int) -> None:
    text = written(centi, decimals)
    assert cells.area_of(text) == int(Decimal(text) * 100)


@given(CENTI)
def test_groups_of_thousands_and_full_width_digits_mean_the_same(centi: int) -> None:
    text = f"{centi // 100:,}.{centi % 100:02d}"
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in text)
    assert cells.area_of(text) == cells.area_of(wide) == centi


@given(CENTI)
def test_a_number_of_a_spreadsheet_comes_through_as_it_was_typed(centi: int) -> None:
    typed = float(written(centi, 2))
    assert cells.area_of(cells.figure_text(typed)) == centi
    assert cells.area_of(cells.figure_text(typed / 3 * 3)) == centi


@given(st.text(max_size=20))
def test_any_text_is_an_area_nothing_or_unclear(text: str) -> None:
    said: int | str | None
    try:
        said = cells.area_of(text)
    except Unclear as problem:
        said = problem.code
    assert said in (None, "area_unclear") or (isinstance(said, int) and said >= 0)


def test_a_decimal_comma_is_read_when_it_can_be_nothing_else() -> None:
    assert [cells.area_of(text) for text in ("89,50", "89,5㎡", "1,083.26", "1,083")] == [
        8950, 8950, 108326, 108300,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["待测", "abc", "89.505", "-12", "1,08", "89.5.1", "8 9 x", "1e3", "约90"])
def test_what_is_no_area_is_asked(text: str) -> None:
    with pytest.raises(Unclear, match="area_unclear"):
        cells.area_of(text)


@pytest.mark.parametrize(
    ("text", "building"),
    [("3", "3号楼"), ("3栋", "3号楼"), ("03", "3号楼"), ("３号楼", "3号楼"), ("东楼", "东楼"), ("", None)],
)
def test_a_house_has_one_name(text: str, building: str | None) -> None:
    assert cells.building_of(text) == building


def test_stairway_storey_and_room() -> None:
    assert (cells.stairway_of("2单元"), cells.storey_of("6层"), cells.room_of("501室")) == (2, 6, "501")
    assert (cells.stairway_of(""), cells.storey_of(" "), cells.room_of("")) == (None, None, None)
    for reader in (cells.stairway_of, cells.storey_of, cells.room_of):
        with pytest.raises(Unclear):
            reader("甲/乙")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/2", (1, 2)),
        ("50%", (5000, 10_000)),
        ("33.33%", (3333, 10_000)),
        ("全部", (1, 1)),
        ("1", (1, 1)),
        ("", None),
    ],
)
def test_shares(text: str, share: tuple[int, int] | None) -> None:
    assert cells.share_of(text) == share


@pytest.mark.parametrize("text", ["0/2", "3/2", "1/0", "一半", "0.5", "120%"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(Unclear, match="share_unclear"):
        cells.share_of(text)


def test_telephone_relation_and_year() -> None:
    assert cells.phone_of("138 0013-8000") == "13800138000"
    assert cells.phone_of("") is None
    assert [cells.relation_of(text) for text in ("业主", "家属", "租户", "Tenant", "")] == [
        "owner", "family", "tenant", "tenant", None,
    ]  # fmt: skip
    assert [cells.birth_year_of(text, 2026) for text in ("1975", "1975-03-12", "197503", "")] == [
        1975, 1975, 1975, None,
    ]  # fmt: skip
    for reader, text in ((cells.phone_of, "138****8000"), (cells.relation_of, "亲戚")):
        with pytest.raises(Unclear):
            reader(text)
    for text in ("75", "2027", "1899", "不详"):
        with pytest.raises(Unclear):
            cells.birth_year_of(text, 2026)


def test_names() -> None:
    assert cells.name_of(" 张　三 ") == "张三"
    assert cells.name_of("古丽米热·艾山") == "古丽米热·艾山"
    assert cells.name_of("Anna  Berg") == "Anna  Berg"
    assert cells.name_of("") is None
    for text in ("12", "张3", "——"):
        with pytest.raises(Unclear, match="name_unclear"):
            cells.name_of(text)
