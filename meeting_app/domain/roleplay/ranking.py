"""Points from an order alone: an author says what a role cares about most, not by how much.

Issues get weights that fall evenly with their rank (the rank-sum rule, Stillwell, Seaver & Edwards 1981) and
add up to 100; the best option of an issue is worth its weight, the last one nothing, those between evenly
spaced.
"""

from collections.abc import Sequence
from typing import Final

from meeting_app.domain.roleplay.ledger import Place

WHOLE: Final = 100


def weights(count: int) -> tuple[int, ...]:
    """The weights of so many issues, the first the heaviest; they add up to 100 exactly."""
    total = count * (count + 1) // 2
    exact = [WHOLE * rank for rank in range(count, 0, -1)]
    found = [one // total for one in exact]
    behind = sorted(range(count), key=lambda at: (-(exact[at] % total), at))
    for at in behind[: WHOLE - sum(found)]:
        found[at] += 1
    return tuple(found)


def points_of_order(order: Sequence[tuple[str, Sequence[str]]]) -> dict[Place, int]:
    """(issue, option) → points; issues and their options stand best first."""
    found: dict[Place, int] = {}
    for weight, (issue, options) in zip(weights(len(order)), order, strict=True):
        last = len(options) - 1
        for place, option in enumerate(options):
            found[issue, option] = (2 * weight * (last - place) + last) // (2 * last) if last else weight
    return found
