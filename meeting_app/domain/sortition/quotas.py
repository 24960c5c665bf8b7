"""Places for groups in proportion to their size, by largest remainder (Hamilton, Hare quota)."""

from collections.abc import Mapping, Sequence

from meeting_app.domain.refusal import Refusal

# For each feature how many places each of its groups has.
Quotas = tuple[Mapping[str, int], ...]


def share_out(seats: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """As many whole places as the proportion gives; the rest to the largest remainders. Equal remainders: the
    larger group first, then the order of the list (printed with the draw).
    """
    total = sum(sizes.values())
    if seats < 0 or total <= 0 or min(sizes.values()) < 0:
        raise Refusal("draw_sizes", seats=seats, total=total)
    places = {group: seats * size // total for group, size in sizes.items()}
    left = seats - sum(places.values())
    order = list(sizes)
    closest = sorted(
        order, key=lambda group: (-(seats * sizes[group] % total), -sizes[group], order.index(group))
    )
    for group in closest[:left]:
        places[group] += 1
    return places


def check_quotas(quotas: Quotas, seats: int) -> None:
    """Refuse places that are negative or do not add up to the seats."""
    for feature, places in enumerate(quotas):
        if min(places.values(), default=0) < 0 or sum(places.values()) != seats:
            raise Refusal("draw_quotas", feature=feature, places=sum(places.values()), seats=seats)


def differences(old: Quotas, new: Quotas) -> Sequence[tuple[int, str, int, int]]:
    """Which places were changed: feature, group, before, after."""
    return [
        (feature, group, before[group], after[group])
        for feature, (before, after) in enumerate(zip(old, new, strict=True))
        for group in before
        if before[group] != after[group]
    ]
