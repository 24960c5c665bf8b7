"""The plan of a meeting against the clock."""

from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.agenda import ItemState, PlannedItem, deviation_ms, time_plan

MINUTE = 60_000
waiting = st.builds(PlannedItem, st.integers(0, 60 * MINUTE), st.just(0), st.just(ItemState.WAITING))
any_item = st.builds(
    PlannedItem, st.integers(0, 60 * MINUTE), st.integers(0, 60 * MINUTE), st.sampled_from(ItemState)
)


@given(st.lists(any_item, max_size=10), st.integers(-(10**7), 10**7))
def test_starts_rise_and_end_at_the_total(items: list[PlannedItem], since: int) -> None:
    plan = time_plan(items, since)
    assert list(plan.planned_starts_ms) == sorted(plan.planned_starts_ms)
    assert plan.planned_total_ms == sum(item.planned_ms for item in items)
    assert plan.late_ms == plan.projected_end_ms - plan.planned_total_ms


@given(st.lists(waiting, max_size=10), st.integers(-(10**7), 10**7))
def test_before_it_begins_lateness_is_the_late_beginning(items: list[PlannedItem], since: int) -> None:
    assert time_plan(items, since).late_ms == max(0, since)


def test_on_time_in_the_second_item() -> None:
    items = [
        PlannedItem(5 * MINUTE, 5 * MINUTE, ItemState.DONE),
        PlannedItem(15 * MINUTE, 4 * MINUTE, ItemState.CURRENT),
        PlannedItem(30 * MINUTE, 0, ItemState.WAITING),
    ]
    plan = time_plan(items, 9 * MINUTE)
    assert plan.planned_starts_ms == (0, 5 * MINUTE, 20 * MINUTE)
    assert (plan.projected_end_ms, plan.late_ms) == (50 * MINUTE, 0)


def test_an_item_over_its_time_makes_the_end_late() -> None:
    items = [
        PlannedItem(5 * MINUTE, 8 * MINUTE, ItemState.CURRENT),
        PlannedItem(10 * MINUTE, 0, ItemState.WAITING),
    ]
    assert time_plan(items, 8 * MINUTE).late_ms == 3 * MINUTE


def test_an_item_left_out_makes_the_end_early() -> None:
    items = [
        PlannedItem(5 * MINUTE, 5 * MINUTE, ItemState.DONE),
        PlannedItem(10 * MINUTE, 0, ItemState.SKIPPED),
        PlannedItem(10 * MINUTE, 0, ItemState.CURRENT),
    ]
    assert time_plan(items, 5 * MINUTE).late_ms == -10 * MINUTE


def test_deviation_only_of_what_is_done() -> None:
    assert deviation_ms(PlannedItem(5 * MINUTE, 6 * MINUTE, ItemState.DONE)) == MINUTE
    assert deviation_ms(PlannedItem(5 * MINUTE, 6 * MINUTE, ItemState.CURRENT)) is None


def test_an_item_waits_for_its_fixed_start() -> None:
    items = [
        PlannedItem(10 * MINUTE, 3 * MINUTE, ItemState.CURRENT),
        PlannedItem(10 * MINUTE, 0, ItemState.WAITING, fixed_ms=30 * MINUTE),
        PlannedItem(5 * MINUTE, 0, ItemState.WAITING),
    ]
    plan = time_plan(items, 3 * MINUTE)
    assert plan.planned_starts_ms == (0, 30 * MINUTE, 40 * MINUTE)
    assert plan.projected_starts_ms == (None, 30 * MINUTE, 40 * MINUTE)
    assert (plan.planned_total_ms, plan.projected_end_ms, plan.late_ms) == (45 * MINUTE, 45 * MINUTE, 0)


def test_what_an_item_is_given_now_counts_and_the_agreed_end_stays() -> None:
    items = [
        PlannedItem(10 * MINUTE, 12 * MINUTE, ItemState.CURRENT, allotted_ms=15 * MINUTE),
        PlannedItem(20 * MINUTE, 0, ItemState.WAITING, allotted_ms=16 * MINUTE),
    ]
    plan = time_plan(items, 12 * MINUTE, end_ms=30 * MINUTE)
    assert (plan.planned_total_ms, plan.projected_end_ms, plan.late_ms) == (
        30 * MINUTE, 31 * MINUTE, MINUTE,
    )  # fmt: skip
