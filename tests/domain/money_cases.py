"""Random ballots and settings for sharing money, elections and gradients."""

from hypothesis import strategies as st

from meeting_app.domain.tally.count import Lot, Setup
from tests.domain.tally_cases import Poll

VARIANTS = {
    "budget": ("", "dots", "knapsack"),
    "equal_shares": ("", "by_votes", "add_one", "add_one_by_votes"),
    "election": ("", "valid", "further", "revote"),
    "gradient": ("",),
}
MONEY_CODES = sorted(VARIANTS)


@st.composite
def money_polls(draw: st.DrawFn, code: str, most: int = 10) -> Poll:
    """Few ballots, costs and votes that are often equal, good and bad marks."""
    options = draw(st.integers(1, 4))
    variant = draw(st.sampled_from(VARIANTS[code]))
    costs = tuple(draw(st.lists(st.integers(1, 12), min_size=options, max_size=options)))
    with_money = code in ("budget", "equal_shares")
    setup = Setup(
        options,
        draw(st.integers(1, options)) if code == "election" else 1,
        draw(st.integers(int(variant == "dots"), 5)) if with_money else 0,
        costs if with_money else (),
        draw(st.integers(1, 30)) if with_money else 0,
        variant,
        draw(st.integers(0, 2)) if code == "equal_shares" else 0,
        draw(st.integers(0, 2)) if code == "election" else 0,
    )
    high = 6 if code == "gradient" else 3 if variant == "dots" else 1
    mark = st.sampled_from([None, 0, 1, 1, high])
    ballots = draw(st.lists(st.tuples(*[mark] * options), max_size=most))
    return Poll(code, setup, tuple(ballots), Lot(tuple(draw(st.permutations(range(options))))))
