"""Whether places for groups of several features can all be held at once, proved exactly.

The unknowns are how many people of each combination of groups are chosen. With two features this is a flow
from groups to groups and is answered at once. With three it is searched: bounds are tightened, every pair of
features must have a flow (a proof that there is none ends a branch), and the widest bound is halved. The
search is complete; it is only bounded, and says so when it gives up (`draw_too_large`), which pools of a hall
do not come near.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition.pool import Groups
from meeting_app.domain.sortition.quotas import Quotas

# Least and most people of a combination.
Bounds = dict[Groups, tuple[int, int]]
MOST_NODES = 20_000


def table_for(
    sizes: Mapping[Groups, int], quotas: Quotas, taken: Mapping[Groups, int] | None = None
) -> dict[Groups, int] | None:
    """How many of each combination to choose so that all places are held, with at least those already
    `taken`; None when it is proved that there is no way.
    """
    already = taken or {}
    bounds = {groups: (already.get(groups, 0), size) for groups, size in sizes.items()}
    return _Search(quotas).run(bounds)


class _Search:
    """One question; counts its steps so that it always comes to an end."""

    def __init__(self, quotas: Quotas) -> None:
        self.quotas = quotas
        self.nodes = 0

    def run(self, bounds: Bounds) -> dict[Groups, int] | None:
        """Tighten, prove, halve."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise Refusal("draw_too_large")
        tight = _tighten(bounds, self.quotas)
        if tight is None or not all(self._pair_flows(tight)):
            return None
        open_cells = [groups for groups, (low, high) in tight.items() if low < high]
        if not open_cells:
            return {groups: low for groups, (low, _high) in tight.items()}
        widest = max(open_cells, key=lambda groups: tight[groups][1] - tight[groups][0])
        for part in _halves(*tight[widest]):
            found = self.run({**tight, widest: part})
            if found is not None:
                return found
        return None

    def _pair_flows(self, bounds: Bounds) -> Iterator[bool]:
        for left, right in combinations(range(len(self.quotas)), 2):
            yield _flows(bounds, self.quotas, left, right)


def _halves(low: int, high: int) -> Iterator[tuple[int, int]]:
    middle = (low + high) // 2
    yield middle + 1, high
    yield low, middle


def _tighten(bounds: Bounds, quotas: Quotas) -> Bounds | None:
    """Narrow every bound by what the others of its group leave; None when one cannot be kept."""
    tight = dict(bounds)
    lines = [
        ([groups for groups in tight if groups[feature] == group], places)
        for feature, wanted in enumerate(quotas)
        for group, places in wanted.items()
    ]
    if any(groups[feature] not in wanted for feature, wanted in enumerate(quotas) for groups in tight):
        raise Refusal("draw_group_unknown")
    changed = True
    while changed:
        changed = False
        for members, places in lines:
            lows = sum(tight[groups][0] for groups in members)
            highs = sum(tight[groups][1] for groups in members)
            if not lows <= places <= highs:
                return None
            for groups in members:
                low, high = tight[groups]
                least, most = max(low, places - highs + high), min(high, places - lows + low)
                if (least, most) != (low, high):
                    tight[groups] = (least, most)
                    lows, highs = lows + least - low, highs + most - high
                    changed = True
    return tight


def _flows(bounds: Bounds, quotas: Quotas, left: int, right: int) -> bool:
    """Whether two features alone can hold their places, the others set aside."""
    pairs: dict[tuple[str, str], tuple[int, int]] = {}
    for groups, (low, high) in bounds.items():
        pair = groups[left], groups[right]
        least, most = pairs.get(pair, (0, 0))
        pairs[pair] = least + low, most + high
    rows, columns = dict(quotas[left]), dict(quotas[right])
    room: dict[tuple[str, str], int] = {}
    used = dict.fromkeys(pairs, 0)
    for (row, column), (low, high) in pairs.items():
        rows[row] -= low
        columns[column] -= low
        room[row, column] = high - low
    while any(rows.values()):
        path = _path(rows, columns, room, used)
        if path is None:
            return False
        _push(path, rows, columns, room, used)
    return True


Path = list[tuple[str, str]]


def _path(
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    room: Mapping[tuple[str, str], int],
    used: Mapping[tuple[str, str], int],
) -> Path | None:
    """From a row with places left to a column with places left: pairs to use more, then less, by turns."""
    came: dict[str, Path] = {row: [] for row, places in rows.items() if places}
    waiting = list(came)
    seen: set[str] = set()
    for row in waiting:
        for pair, free in room.items():
            column = pair[1]
            if pair[0] != row or not free or column in seen:
                continue
            seen.add(column)
            if columns[column]:
                return [*came[row], pair]
            for back, taken in used.items():
                if back[1] == column and taken and back[0] not in came:
                    came[back[0]] = [*came[row], pair, back]
                    waiting.append(back[0])
    return None


def _push(
    path: Path,
    rows: dict[str, int],
    columns: dict[str, int],
    room: dict[tuple[str, str], int],
    used: dict[tuple[str, str], int],
) -> None:
    """Move as many places as the path carries."""
    first, last = path[0][0], path[-1][1]
    most = min(rows[first], columns[last], *(room[pair] for pair in path[::2]))
    most = min(most, *(used[pair] for pair in path[1::2])) if len(path) > 1 else most
    for turn, pair in enumerate(path):
        more = -most if turn % 2 else most
        used[pair] += more
        room[pair] -= more
    rows[first] -= most
    columns[last] -= most
