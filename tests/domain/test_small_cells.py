"""What a table of voices and areas keeps to itself."""

import pytest

from meeting_app.domain.small_cells import untold


@pytest.mark.parametrize(
    ("persons", "hidden"),
    [
        ([40, 20, 10], set()),
        ([40, 0, 0], set()),
        ([40, 20, 1], {1, 2}),  # one alone is found by subtracting: the next smallest goes with it
        ([40, 20, 6, 3], {2, 3}),
        ([40, 3, 2], {1, 2}),  # five together are enough
        ([40, 1, 0], {1}),  # nothing is left to hide it among
        ([2, 20, 30], set()),  # voices for are published by law
        ([], set()),
    ],
)
def test_few_voices_and_what_would_give_them_away(persons: list[int], hidden: set[int]) -> None:
    assert untold(persons, 5) == hidden
