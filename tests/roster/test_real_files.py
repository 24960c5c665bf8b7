"""The two messy rosters come in exactly as the truth beside them says."""

from fractions import Fraction

import pytest

from meeting_app.actions.roster_file import lines
from tests.roster.truth import of_unit, read, truth

FILES = ("roster_a.xlsx", "roster_b.csv")


@pytest.mark.parametrize("file", FILES)
def test_every_unit_has_its_area_its_owners_and_its_telephone(file: str) -> None:
    said, preview = truth(file.partition(".")[0]), read(file)
    asked = {row.line for row in preview.rows if row.state == "question"}
    for key, unit in said.units.items():
        rows = of_unit(preview, key)
        assert [row.name for row in rows if row.name] == unit["owners"], key
        assert rows[0].phone == unit["phone"] or not unit["owners"]
        if unit["area"] is None:
            assert {row.line for row in rows} <= asked
        else:
            assert {row.area_c for row in rows} == {unit["area"]}
    shown = {(row.building, row.stairway, row.room) for row in preview.rows if row.room}
    assert shown == set(said.units)


@pytest.mark.parametrize("file", FILES)
def test_exactly_the_rows_that_must_be_asked_are_asked_or_refused(file: str) -> None:
    said, preview = truth(file.partition(".")[0]), read(file)
    assert {row.line for row in preview.rows if row.state in ("question", "error")} == said.asked


@pytest.mark.parametrize("file", FILES)
def test_joint_owners_own_the_whole_together(file: str) -> None:
    said, preview = truth(file.partition(".")[0]), read(file)
    for key, unit in said.units.items():
        shares = [Fraction(*row.share) for row in of_unit(preview, key) if row.share]
        assert sum(shares) == (1 if unit["owners"] else 0)


def test_tenants_and_sums_are_what_they_are() -> None:
    second = read("roster_b.csv")
    assert [row.name for row in second.rows if row.relation == "tenant"] == [
        "孔雨桐", "康建国", "傅昇", "赵建国", "钟娜", "林浩然",
    ]  # fmt: skip
    first = read("roster_a.xlsx")
    assert [(row.line, row.code) for row in first.rows if row.state == "left"] == [(77, "sum_row")]
    assert len(lines(first)) == len(first.rows) - 3
