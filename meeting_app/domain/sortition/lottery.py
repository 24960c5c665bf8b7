"""The draw itself: tickets in order, and who of them is chosen.

With groups the draw goes down the order and takes everybody whose group still has a place, unless then the
places of the others could no longer all be held; so the chosen are the first ones in the order with whom all
places are held.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition.pool import Entry, Groups, cells, check_pool, pool_hash
from meeting_app.domain.sortition.quotas import Quotas, check_quotas
from meeting_app.domain.sortition.table import table_for
from meeting_app.domain.tally.lot import check_number, ticket

# Three digits of a banknote, or three ten-sided dice, give a thousand orders; five dice are better.
LEAST_DIGITS = 3


class Fate(StrEnum):
    """What became of a ticket: chosen; the group had no place left; kept free for groups that could not be
    filled otherwise; all places were given.
    """

    CHOSEN = "chosen"
    FULL = "full"
    KEPT_FREE = "kept_free"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One line of the draw, in its order. `group` is the full group of `Fate.FULL`."""

    entry: Entry
    digest: str
    fate: Fate
    group: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished draw: replayable from the list, its hash and the number."""

    draw: str
    pool_hash: str
    number: str
    tickets: tuple[Ticket, ...]

    @property
    def chosen(self) -> tuple[Entry, ...]:
        """The chosen ones in the order of the draw."""
        return tuple(line.entry for line in self.tickets if line.fate is Fate.CHOSEN)

    def reserves(self, leaving: Entry) -> tuple[Entry, ...]:
        """Who steps in for somebody, in order: the next of exactly the same groups."""
        return tuple(
            line.entry
            for line in self.tickets
            if line.fate is not Fate.CHOSEN and line.entry.groups == leaving.groups
        )


def check_draw(features: Sequence[str], pool: Sequence[Entry], seats: int, quotas: Quotas) -> None:
    """Refuse what cannot be drawn, before the hall sees anything of it."""
    check_pool(pool, len(features))
    if len(set(features)) < len(features) or len(quotas) != len(features):
        raise Refusal("draw_features")
    if not 1 <= seats <= len(pool):
        raise Refusal("draw_seats", seats=seats, people=len(pool))
    check_quotas(quotas, seats)


def draw_lots(
    draw: str, features: Sequence[str], pool: Sequence[Entry], seats: int, quotas: Quotas, number: str
) -> Drawing:
    """Draw `seats` of the pool with the number that a resident rolled. Refuses quotas that cannot be held
    (`draw_impossible`).
    """
    check_draw(features, pool, seats, quotas)
    check_number(number, LEAST_DIGITS)
    frozen = pool_hash(features, pool)
    order = sorted((ticket(draw, frozen, number, entry.text), entry.number, entry) for entry in pool)
    panel = _Panel(cells(pool), quotas, seats)
    lines = [Ticket(entry, digest, *panel.fate_of(entry.groups)) for digest, _number, entry in order]
    return Drawing(draw, frozen, number, tuple(lines))


class _Panel:
    """Places being filled; `table` is one way to fill the rest, so that most tickets need no new search."""

    def __init__(self, sizes: dict[Groups, int], quotas: Quotas, seats: int) -> None:
        table = table_for(sizes, quotas)
        if table is None:
            raise Refusal("draw_impossible")
        self.sizes, self.quotas, self.left = sizes, quotas, seats
        self.table = table
        self.taken: Counter[Groups] = Counter()
        self.filled: Counter[tuple[int, str]] = Counter()

    def fate_of(self, groups: Groups) -> tuple[Fate, str]:
        """Decide the next ticket of the order."""
        if not self.left:
            return Fate.RESERVE, ""
        for feature, group in enumerate(groups):
            if self.filled[feature, group] == self.quotas[feature][group]:
                return Fate.FULL, group
        if not self._can_take(groups):
            return Fate.KEPT_FREE, ""
        self.taken[groups] += 1
        self.left -= 1
        self.filled.update(enumerate(groups))
        return Fate.CHOSEN, ""

    def _can_take(self, groups: Groups) -> bool:
        if not self.quotas or self.table[groups] > self.taken[groups]:
            return True
        found = table_for(self.sizes, self.quotas, self.taken + Counter({groups: 1}))
        if found is None:
            return False
        self.table = found
        return True
