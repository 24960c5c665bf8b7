"""Random pools and places for drawing people by lot."""

from collections import Counter

from hypothesis import strategies as st

from meeting_app.domain.sortition.pool import Entry, Groups
from meeting_app.domain.sortition.quotas import Quotas

FEATURES = ("fm", "12", "xyz")


@st.composite
def small_draws(draw: st.DrawFn) -> tuple[dict[Groups, int], Quotas, int]:
    """Up to ten people with up to three features, and places that may or may not be held."""
    features = FEATURES[: draw(st.integers(1, 3))]
    people = draw(st.lists(st.tuples(*map(st.sampled_from, features)), min_size=1, max_size=10))
    seats = draw(st.integers(1, len(people)))
    quotas = []
    for groups in features:
        chosen = draw(st.lists(st.sampled_from(groups), min_size=seats, max_size=seats))
        quotas.append({group: chosen.count(group) for group in groups})
    return dict(Counter(people)), tuple(quotas), seats


def listed(people: dict[Groups, int]) -> list[Entry]:
    """A numbered list of so many people of each combination."""
    groups = (one for one, many in people.items() for _ in range(many))
    return [Entry(at, f"王*{at}", one) for at, one in enumerate(groups, 1)]
