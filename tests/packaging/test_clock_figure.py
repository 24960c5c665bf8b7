"""The hall's clock neither drifts nor leaves a second out, also when the wall clock is set back."""

import pytest
from bench.figures import clock


@pytest.mark.parametrize("set_by_ms", [0, -clock.HOUR_MS])
def test_an_hour_of_the_clock(set_by_ms: int) -> None:
    late, left_out = clock._hour(7, set_by_ms=set_by_ms)
    assert left_out == 0
    assert max(late) <= clock.LIMIT_MS
    # The last minutes are as punctual as the first: nothing adds up.
    assert max(late[-300:]) <= clock.LATE_MS + clock.PAINT_MS + 1
