"""The script reaches every result of sharing money, elections, gradients, and of drawing people by lot."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.sortition.bundle import draw_record
from meeting_app.domain.sortition.lottery import draw_lots
from meeting_app.domain.sortition.pool import Entry, Groups, pool_sheet, sizes
from meeting_app.domain.sortition.quotas import Quotas, share_out
from meeting_app.domain.sortition.table import table_for
from tests.domain.budget_data import expected, instance
from tests.domain.money_cases import MONEY_CODES, money_polls
from tests.domain.sortition_cases import listed, small_draws
from tests.retally.bundles import Files, counted, faults

CITIES = sorted({one["instance"] for one in expected()})
SMALL = ("miedzeszyn", "falenica", "nerem", "plac-wojska", "nowosolna", "czyste")


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("code", ["budget", "equal_shares", "equal_shares/by_votes"])
def test_real_budgets(code: str, city: str) -> None:
    method, _slash, variant = code.partition("/")
    _names, ballots, setup = instance(city, variant)
    if setup.variant == "dots" and method == "equal_shares":
        return
    assert faults(counted(method, setup, ballots, with_lot=True)) == []


@pytest.mark.parametrize("city", [city for city in CITIES if any(name in city for name in SMALL)])
def test_real_budgets_with_growing_shares(city: str) -> None:
    _names, ballots, setup = instance(city, "add_one")
    assert faults(counted("equal_shares", setup, ballots, with_lot=True)) == []


@pytest.mark.parametrize("code", MONEY_CODES)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_small_polls_with_every_kind_of_ballot(code: str, data: st.DataObject) -> None:
    poll = data.draw(money_polls(code))
    for with_lot in (False, True):
        assert faults(counted(code, poll.setup, poll.ballots, with_lot=with_lot)) == []


def _drawn(features: list[str], pool: list[Entry], seats: int, quotas: Quotas) -> Files:
    drawing = draw_lots("0198-draw", features, pool, seats, quotas, "40718")
    record = draw_record(drawing, features, quotas)
    return {
        "draw.json": json.dumps(record, ensure_ascii=False).encode(),
        "pool.csv": pool_sheet(features, pool),
    }


@settings(max_examples=80, deadline=None)
@given(small_draws())
def test_small_draws_with_groups(poll: tuple[dict[Groups, int], Quotas, int]) -> None:
    people, quotas, seats = poll
    if table_for(people, quotas) is not None:
        features = [f"f{at}" for at in range(len(quotas))]
        assert faults(_drawn(features, listed(people), seats, quotas)) == []


def test_a_plain_draw_and_a_hall_with_two_features() -> None:
    assert faults(_drawn([], listed({(): 80}), 12, ())) == []
    pool = listed(
        {(sex, age): 4 + at % 5 for at, (sex, age) in enumerate((s, a) for s in "fm" for a in "abcd")}
    )
    quotas = tuple(share_out(15, sizes(pool, feature)) for feature in range(2))
    assert faults(_drawn(["sex", "age"], pool, 15, quotas)) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"number": "40719"}, {"order", "chosen"}),
        ({"chosen": [1, 2, 3]}, {"chosen"}),
        ({"draw": "another"}, {"order", "chosen"}),
        ({"pool_sha256": "ab"}, {"pool_sha256"}),
    ],
)
def test_what_was_changed_in_a_draw_is_named(values: dict[str, Any], found: set[str]) -> None:
    files = _drawn([], listed({(): 40}), 5, ())
    files["draw.json"] = json.dumps(json.loads(files["draw.json"]) | values).encode()
    assert set(faults(files)) == found


def test_a_changed_list_is_seen() -> None:
    files = _drawn([], listed({(): 40}), 5, ())
    files["pool.csv"] = files["pool.csv"].replace("王*7\n".encode(), "李*7\n".encode())
    assert "pool_sha256" in faults(files)
