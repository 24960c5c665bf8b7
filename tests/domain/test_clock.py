"""Clocks within a boot, across boots, and when the wall clock was set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.clock import Clock, Instant, elapsed_between, wall_jump_ms

START = Instant(1_000_000, 5_000, "boot1")
ms = st.integers(0, 10_000_000)


@given(ms, st.integers(-10_000_000, 10_000_000))
def test_in_one_boot_the_wall_clock_does_not_matter(passed: int, set_by: int) -> None:
    end = Instant(START.wall_ms + passed + set_by, START.mono_ms + passed, "boot1")
    assert elapsed_between(START, end) == passed


@given(ms)
def test_across_boots_the_wall_clock_bridges(passed: int) -> None:
    assert elapsed_between(START, Instant(START.wall_ms + passed, 17, "boot2")) == passed


def test_time_never_runs_backwards() -> None:
    assert elapsed_between(START, Instant(0, 0, "boot1")) == 0
    assert elapsed_between(START, Instant(0, 0, "boot2")) == 0


@pytest.mark.parametrize(
    ("later", "jump"),
    [
        (Instant(1_010_000, 15_000, "boot1"), 0),
        (Instant(1_012_000, 15_000, "boot1"), 0),
        (Instant(1_012_001, 15_000, "boot1"), 2_001),
        (Instant(1_000_000 - 3_600_000, 15_000, "boot1"), -3_610_000),
        (Instant(1_999_000, 1, "boot2"), 0),
        (Instant(998_000, 1, "boot2"), 0),
        (Instant(997_999, 1, "boot2"), -2_001),
    ],
)
def test_a_wall_clock_that_was_set(later: Instant, jump: int) -> None:
    assert wall_jump_ms(START, later) == jump


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 60_000)), max_size=20), st.integers(0, 600_000))
def test_a_stopwatch_counts_only_while_it_runs(steps: list[tuple[bool, int]], limit: int) -> None:
    clock, now, counted = Clock(limit), START, 0
    for run, passed in steps:
        clock = clock.started(now) if run else clock.paused(now)
        assert clock.running is run
        counted += passed if run else 0
        now = Instant(now.wall_ms + passed, now.mono_ms + passed, now.boot)
    assert clock.elapsed(now) == counted
    assert clock.remaining(now) == limit - counted
    assert clock.paused(now).elapsed(Instant(now.wall_ms, now.mono_ms + 99, now.boot)) == counted


def test_starting_twice_does_not_lose_the_first_start() -> None:
    clock = Clock(1000).started(START)
    assert clock.started(Instant(2_000_000, 9_000, "boot1")) is clock


def test_more_time_and_less() -> None:
    assert Clock(1000).extended(500).limit_ms == 1500
    assert Clock(1000).extended(-5000).limit_ms == 0
