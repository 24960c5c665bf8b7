"""Points from an order."""

import pytest

from meeting_app.domain.roleplay.ranking import points_of_order, weights


@pytest.mark.parametrize("count", range(1, 13))
def test_weights_add_up_and_fall(count: int) -> None:
    found = weights(count)
    assert sum(found) == 100
    assert list(found) == sorted(found, reverse=True)


def test_nothing_to_weigh() -> None:
    assert points_of_order(()) == {}


def test_best_gets_the_weight_and_last_nothing() -> None:
    points = points_of_order((("who", ("b", "a", "c")), ("when", ("x",)), ("how", ("q", "p"))))
    assert points == {
        ("who", "b"): 50, ("who", "a"): 25, ("who", "c"): 0,
        ("when", "x"): 33, ("how", "q"): 17, ("how", "p"): 0,
    }  # fmt: skip


def test_the_best_deal_is_worth_a_hundred() -> None:
    order = tuple((f"i{n}", tuple(f"o{k}" for k in range(2 + n % 4))) for n in range(6))
    points = points_of_order(order)
    assert sum(points[issue, options[0]] for issue, options in order) == 100
    for issue, options in order:
        row = [points[issue, option] for option in options]
        assert row == sorted(row, reverse=True)
