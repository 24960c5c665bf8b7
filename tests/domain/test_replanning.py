"""Re-planning: exact sums, no block below its minimum, nothing taken from what is protected."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.replanning import (
    TOLERANCE_MS,
    Block,
    Proposal,
    Way,
    as_it_stands,
    from_item,
    least_ms,
    move_out,
    propose,
    shares,
    spread,
)

MINUTE = 60_000
lengths = st.integers(0, 90 * MINUTE)


@st.composite
def block_lists(draw: st.DrawFn) -> list[Block]:
    """Some blocks; the first may run, some have fixed starts."""
    count = draw(st.integers(1, 8))
    running = draw(st.booleans())
    return [
        Block(
            id=str(place),
            length_ms=draw(lengths),
            minimum_ms=draw(lengths),
            protected=draw(st.booleans()),
            droppable=draw(st.booleans()),
            fixed_ms=draw(st.none() | st.integers(-10 * MINUTE, 300 * MINUTE)),
            current=running and place == 0,
        )
        for place in range(count)
    ]


remaining = st.integers(-60 * MINUTE, 600 * MINUTE)


def ways(blocks: list[Block], left: int) -> list[Proposal]:
    """All that can be proposed."""
    chosen = [from_item(blocks, left, block.id) for block in blocks[:5]]
    return [as_it_stands(blocks, left), spread(blocks, left), move_out(blocks, left), *chosen]


@settings(max_examples=60)
@given(block_lists(), remaining)
def test_the_blocks_and_the_free_time_are_the_remaining_time(blocks: list[Block], left: int) -> None:
    for proposal in ways(blocks, left):
        assert sum(proposal.lengths) + proposal.free_ms == left + proposal.missing_ms
        assert proposal.missing_ms >= 0
        assert proposal.free_ms >= 0


@settings(max_examples=60)
@given(block_lists(), remaining)
def test_a_late_meeting_without_fixed_starts_ends_exactly_in_time(blocks: list[Block], left: int) -> None:
    loose = [replace(block, fixed_ms=None) for block in blocks]
    proposal = spread(loose, left)
    planned = sum(block.length_ms for block in loose)
    least = planned - sum(min(block.slack_ms, block.length_ms) for block in loose if not _kept(block))
    assert sum(proposal.lengths) == min(planned, max(left, least))


def _kept(block: Block) -> bool:
    return block.protected or block.current


@settings(max_examples=60)
@given(block_lists(), remaining)
def test_nothing_falls_below_its_minimum_or_grows(blocks: list[Block], left: int) -> None:
    for proposal in ways(blocks, left):
        for block, length in zip(blocks, proposal.lengths, strict=True):
            assert length <= block.length_ms
            assert block.id in proposal.dropped or length >= min(block.minimum_ms, block.length_ms)
            if block.protected:
                assert length == block.length_ms


@settings(max_examples=60)
@given(block_lists(), remaining)
def test_only_what_may_be_moved_out_is_and_none_in_vain(blocks: list[Block], left: int) -> None:
    proposal = move_out(blocks, left)
    by_id = {block.id: block for block in blocks}
    for gone in proposal.dropped:
        assert by_id[gone].droppable
        assert not by_id[gone].protected
        assert not by_id[gone].current
    if proposal.missing_ms == 0 and as_it_stands(blocks, left).missing_ms == 0:
        assert proposal.dropped == ()
    assert proposal.missing_ms <= spread(blocks, left).missing_ms


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**7), max_size=60))
def test_shares_are_exact_and_in_proportion(amount: int, slacks: list[int]) -> None:
    parts = shares(amount, slacks)
    total = sum(slacks)
    assert sum(parts) == min(amount, total)
    for part, slack in zip(parts, slacks, strict=True):
        assert 0 <= part <= slack
        assert total == 0 or abs(part * total - min(amount, total) * slack) < total


def test_sixty_items_are_divided_to_the_millisecond() -> None:
    blocks = [Block(str(n), 7 * MINUTE + n, 2 * MINUTE, droppable=n % 7 == 0) for n in range(60)]
    for left in (300 * MINUTE + 1, 361 * MINUTE, 419 * MINUTE + 59_999):
        for proposal in (spread(blocks, left), move_out(blocks, left)):
            assert sum(proposal.lengths) + proposal.free_ms == left


@pytest.mark.parametrize(
    ("planned", "minimum", "least"),
    [(30, 12, 12), (30, 0, 15), (5, 0, 2), (1, 0, 1), (0, 0, 0)],
)
def test_a_minimum_that_was_not_said_is_half_of_the_plan(planned: int, minimum: int, least: int) -> None:
    assert least_ms(planned * MINUTE, minimum * MINUTE) == least * MINUTE


def plain(*minutes: int, minimum: int = 0) -> list[Block]:
    """Blocks of so many minutes."""
    return [Block(str(n), m * MINUTE, minimum * MINUTE) for n, m in enumerate(minutes)]


def test_four_quarters_the_first_five_minutes_longer() -> None:
    """The example that users of boards ask for: the three others give 1:40 each, 13:20 are left."""
    proposal = spread(plain(15, 15, 15), 40 * MINUTE)
    assert proposal.lengths == (800_000, 800_000, 800_000)


def test_slack_counts_not_length() -> None:
    blocks = [Block("a", 30 * MINUTE, 25 * MINUTE), Block("b", 20 * MINUTE, 5 * MINUTE)]
    assert spread(blocks, 42 * MINUTE).lengths == (28 * MINUTE, 14 * MINUTE)


def test_what_cannot_be_won_is_said() -> None:
    proposal = spread(plain(10, 10, minimum=8), 10 * MINUTE)
    assert proposal.lengths == (8 * MINUTE, 8 * MINUTE)
    assert (proposal.missing_ms, proposal.helps) == (6 * MINUTE, False)


def test_one_item_gives_all_also_the_current_one() -> None:
    blocks = [Block("now", 10 * MINUTE, 2 * MINUTE, current=True), *plain(10, 10)]
    assert from_item(blocks, 25 * MINUTE, "now").lengths == (5 * MINUTE, 10 * MINUTE, 10 * MINUTE)
    assert spread(blocks, 25 * MINUTE).lengths == (10 * MINUTE, 450_000, 450_000)
    shut = [replace(blocks[0], protected=True), *blocks[1:]]
    assert from_item(shut, 25 * MINUTE, "now").missing_ms == 5 * MINUTE


def test_the_last_droppable_item_goes_first_and_no_more_than_needed() -> None:
    blocks = [replace(block, droppable=True) for block in plain(10, 5, 10, 20)]
    assert move_out(blocks, 40 * MINUTE).dropped == ("3",)
    assert move_out(blocks, 40 * MINUTE).lengths == (10 * MINUTE, 5 * MINUTE, 10 * MINUTE, 0)
    assert move_out(blocks, 20 * MINUTE).dropped == ("2", "3")
    mixed = [replace(block, droppable=block.id in "12") for block in plain(10, 20, 5)]
    assert move_out(mixed, 15 * MINUTE).dropped == ("1",)


def test_what_is_moved_out_may_not_be_enough() -> None:
    blocks = [*plain(10, minimum=8), Block("x", 5 * MINUTE, 0, droppable=True)]
    proposal = move_out(blocks, 9 * MINUTE)
    assert (proposal.lengths, proposal.dropped) == ((9 * MINUTE, 0), ("x",))


def test_a_fixed_start_splits_the_plan() -> None:
    guest = Block("guest", 10 * MINUTE, 0, protected=True, fixed_ms=20 * MINUTE)
    proposal = spread([*plain(15, 15), guest, Block("z", 10 * MINUTE, 0)], 60 * MINUTE)
    assert proposal.lengths == (10 * MINUTE, 10 * MINUTE, 10 * MINUTE, 10 * MINUTE)
    assert (proposal.missing_ms, proposal.free_ms) == (0, 20 * MINUTE)


def test_the_end_has_passed_already() -> None:
    proposal = spread(plain(10), -5 * MINUTE)
    assert (proposal.lengths, proposal.missing_ms) == ((0,), 5 * MINUTE)


@pytest.mark.parametrize("way", Way)
def test_every_way_is_proposed(way: Way) -> None:
    blocks = [*plain(10), Block("1", 10 * MINUTE, 0, droppable=True)]
    assert sum(propose(blocks, 12 * MINUTE, way, "1").lengths) in (12 * MINUTE, 10 * MINUTE)
    assert TOLERANCE_MS == 15_000
