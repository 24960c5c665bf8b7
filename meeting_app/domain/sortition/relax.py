"""When the places of all groups cannot be held at once: the fewest places to move so that they can."""

from collections.abc import Iterator, Mapping

from meeting_app.domain.sortition.pool import Groups
from meeting_app.domain.sortition.quotas import Quotas
from meeting_app.domain.sortition.table import table_for

# Looking further costs more than asking the meeting for other places.
MOST_MOVES = 12
MOST_TABLES = 4000


def smallest_relaxation(sizes: Mapping[Groups, int], quotas: Quotas) -> Quotas | None:
    """The same quotas with the fewest places moved from one group to another of the same feature; None when
    nothing was found within the bounds. Fewest is proved: every smaller number of moves was tried out.
    """
    people = tuple(
        {group: sum(size for groups, size in sizes.items() if groups[feature] == group) for group in places}
        for feature, places in enumerate(quotas)
    )
    tried = 0
    for moves in range(_missing(quotas, people), MOST_MOVES + 1):
        candidates = _moved(quotas, people, moves)
        tried += len(candidates)
        if tried > MOST_TABLES:
            return None
        for candidate in candidates:
            if table_for(sizes, candidate) is not None:
                return candidate
    return None


def _missing(quotas: Quotas, people: Quotas) -> int:
    """Places that no person of the group is there for: each of them has to move."""
    return sum(
        max(0, places - there[group])
        for wanted, there in zip(quotas, people, strict=True)
        for group, places in wanted.items()
    )


def _moved(quotas: Quotas, people: Quotas, moves: int) -> list[Quotas]:
    """All quotas that are exactly so many moves away, each once, none with a group asked for more people than
    there are. The list is cut where it is longer than anybody will try.
    """
    layer = {_frozen(quotas): quotas}
    for left in range(moves, 0, -1):
        layer = {
            _frozen(further): further
            for near in layer.values()
            for further in _one_move(near, people)
            if _missing(further, people) < left
        }
        if len(layer) > MOST_TABLES:
            return list(layer.values())
    return [layer[key] for key in sorted(layer) if _distance(quotas, layer[key]) == moves]


def _one_move(quotas: Quotas, people: Quotas) -> Iterator[Quotas]:
    for feature, places in enumerate(quotas):
        for giver, given in places.items():
            for taker, taken in places.items():
                if giver != taker and given and taken < people[feature][taker]:
                    changed = {**places, giver: given - 1, taker: taken + 1}
                    yield (*quotas[:feature], changed, *quotas[feature + 1 :])


def _frozen(quotas: Quotas) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(places.values()) for places in quotas)


def _distance(old: Quotas, new: Quotas) -> int:
    return sum(
        max(0, after[group] - before[group])
        for before, after in zip(old, new, strict=True)
        for group in before
    )
