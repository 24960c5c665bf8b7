"""Three ways to bring a late meeting to its end in time, each a preview until somebody chooses it.

Integers of milliseconds, exact: what the blocks take in the end, plus the time that stays free, is the time
that is left plus what could not be won. No block falls below its minimum. A block with a fixed start splits
the plan: time that is missing before it is sought before it. Dividing by slack (what a block has above its
minimum) instead of by length keeps short blocks alive; after the method of adaptive talk timers
(research/roleplay_and_facilitation.md 5.2).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

# Nobody re-plans for less than this.
TOLERANCE_MS = 15_000
MINUTE_MS = 60_000


class Way(StrEnum):
    """How the missing time is won."""

    SPREAD = "spread"
    FROM_ITEM = "from_item"
    MOVE_OUT = "move_out"


@dataclass(frozen=True, slots=True)
class Block:
    """What is still to come of an item: its time, the least it must keep, both from now on.

    `fixed_ms`: it begins no earlier than so long after now (None: as soon as it can). `current`: it runs; it
    is cut only when it is chosen.
    """

    id: str
    length_ms: int
    minimum_ms: int
    protected: bool = False
    droppable: bool = False
    fixed_ms: int | None = None
    current: bool = False

    @property
    def slack_ms(self) -> int:
        """What can be taken from it."""
        return max(0, self.length_ms - self.minimum_ms)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a way comes to: lengths of the blocks in their order (0 = moved out), which are moved out, what is
    still missing at the end, and what stays free (before fixed starts, or at the end).
    """

    lengths: tuple[int, ...]
    dropped: tuple[str, ...]
    missing_ms: int
    free_ms: int

    @property
    def helps(self) -> bool:
        """Whether everybody goes home in time with it."""
        return self.missing_ms <= TOLERANCE_MS


Slack = Callable[[Block], int]


def least_ms(planned_ms: int, minimum_ms: int) -> int:
    """What an item must keep: its minimum, or where none was said (0) half of its plan in whole minutes, at
    least one minute as far as it has one.
    """
    if minimum_ms:
        return minimum_ms
    return min(planned_ms, max(MINUTE_MS, planned_ms // 2 // MINUTE_MS * MINUTE_MS))


def shares(amount: int, slacks: Sequence[int]) -> tuple[int, ...]:
    """`amount` divided in proportion to the slacks, none above its own, exactly: what division leaves goes to
    the largest remainders, the earlier one first. At most all slack is taken.
    """
    total = sum(slacks)
    amount = min(amount, total)
    if amount <= 0:
        return tuple(0 for _slack in slacks)
    parts = [divmod(amount * slack, total) for slack in slacks]
    rest = amount - sum(whole for whole, _remainder in parts)
    first = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))[:rest]
    return tuple(whole + (place in first) for place, (whole, _remainder) in enumerate(parts))


def _segments(blocks: Sequence[Block], remaining_ms: int) -> list[tuple[list[Block], int]]:
    """The blocks between fixed starts, each run with the room it has; the rooms add up to what remains."""
    end = max(0, remaining_ms)
    runs: list[list[Block]] = [[]]
    borders = [0]
    for block in blocks:
        if block.fixed_ms is not None and not block.current:
            borders.append(min(max(borders[-1], block.fixed_ms), end))
            runs.append([])
        runs[-1].append(block)
    borders.append(end)
    return [(run, borders[place + 1] - borders[place]) for place, run in enumerate(runs)]


def _fit(blocks: Sequence[Block], remaining_ms: int, slack: Slack) -> Proposal:
    """Cut what the slack allows, run by run; what one run lacks burdens the next."""
    missing, free = max(0, -remaining_ms), 0
    lengths: list[int] = []
    for run, room in _segments(blocks, remaining_ms):
        debt = missing + sum(block.length_ms for block in run) - room
        cuts = shares(debt, [slack(block) for block in run])
        lengths += [block.length_ms - cut for block, cut in zip(run, cuts, strict=True)]
        missing = max(0, debt - sum(cuts))
        free += max(0, -debt)
    return Proposal(tuple(lengths), (), missing, free)


def _none(_block: Block) -> int:
    return 0


def _even(block: Block) -> int:
    return 0 if block.protected or block.current else block.slack_ms


def as_it_stands(blocks: Sequence[Block], remaining_ms: int) -> Proposal:
    """Nothing is changed: how much is missing, how much is free."""
    return _fit(blocks, remaining_ms, _none)


def spread(blocks: Sequence[Block], remaining_ms: int) -> Proposal:
    """Every block that is not protected gives in proportion to its slack."""
    return _fit(blocks, remaining_ms, _even)


def from_item(blocks: Sequence[Block], remaining_ms: int, block_id: str) -> Proposal:
    """One block gives everything, down to its minimum; a protected one gives nothing."""
    return _fit(
        blocks,
        remaining_ms,
        lambda block: block.slack_ms if block.id == block_id and not block.protected else 0,
    )


def _without(blocks: Sequence[Block], gone: Collection[str]) -> list[Block]:
    return [
        replace(block, length_ms=0, minimum_ms=0, fixed_ms=None) if block.id in gone else block
        for block in blocks
    ]


def _chosen(blocks: Sequence[Block], remaining_ms: int) -> list[str]:
    """Which blocks are moved out: from the back, as many as are needed and none that is not."""
    gone: list[str] = []
    may_go = [b.id for b in reversed(blocks) if b.droppable and not b.protected and not b.current]
    for block_id in may_go:
        if as_it_stands(_without(blocks, gone), remaining_ms).missing_ms <= 0:
            break
        gone.append(block_id)
    for block_id in tuple(gone):
        others = [other for other in gone if other != block_id]
        if as_it_stands(_without(blocks, others), remaining_ms).missing_ms <= 0:
            gone = others
    return [block.id for block in blocks if block.id in gone]


def move_out(blocks: Sequence[Block], remaining_ms: int) -> Proposal:
    """Droppable blocks are moved out, then what is still missing is spread."""
    gone = _chosen(blocks, remaining_ms)
    return replace(_fit(_without(blocks, gone), remaining_ms, _even), dropped=tuple(gone))


def propose(blocks: Sequence[Block], remaining_ms: int, way: Way, block_id: str = "") -> Proposal:
    """The proposal of a way; `block_id` is the chosen block of FROM_ITEM."""
    if way is Way.FROM_ITEM:
        return from_item(blocks, remaining_ms, block_id)
    return spread(blocks, remaining_ms) if way is Way.SPREAD else move_out(blocks, remaining_ms)
