"""The frame of the measurements: every figure is judged by what its limit speaks of."""

from bench import registry, table
from bench.registry import Figure


def test_a_figure_is_judged_by_its_own_kind() -> None:
    values = (1.0, 2.0, 9.0)
    assert not Figure("a", values, "s", 2.0).missed
    assert Figure("a", values, "s", 2.0, judged_by="max").missed
    assert Figure("a", values, "s", 8.0, judged_by="p95").missed
    assert not Figure("a", values, "s").missed


def test_p95_of_many_values() -> None:
    assert 94 <= Figure("a", tuple(float(value) for value in range(100)), "ms").p95 <= 96


def test_the_table_is_aligned_and_says_what_was_missed() -> None:
    shown = table.render(
        [
            Figure("start", (0.5, 0.4), "s", 0.6, "peer X 1.2 s", "warm"),
            Figure("memory", (140.0,), "MB", 130),
        ]
    ).splitlines()
    assert len({len(line) for line in shown}) == 1
    assert "median <= 0.60 | held " in shown[2]
    assert "warm, peer X 1.2 s" in shown[2]
    assert "missed" in shown[3]


def test_every_measurement_is_found_and_explained() -> None:
    measurements = registry.load()
    assert "start" in measurements
    assert all(one.sentence for one in measurements.values())
