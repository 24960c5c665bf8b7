"""What a role-play moved: the same questions before and after, paired by a random code and nothing else.

Means are exact fractions; their bounds are rounded outwards to hundredths by whole-number roots. Below five
answers nothing is told, below thirty pairs only for orientation (research 3.8, 6.3); never by table.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from typing import Final

LEAST: Final = 5
ENOUGH: Final = 30
SCALE: Final = range(1, 6)
# Student's t for a 95 % interval in thousandths by degrees of freedom; between two entries the wider one
# holds, from the last on the normal bound (any table of the t distribution).
_T: Final = {
    1: 12706, 2: 4303, 3: 3182, 4: 2776, 5: 2571, 6: 2447, 7: 2365, 8: 2306, 9: 2262, 10: 2228, 11: 2201,
    12: 2179, 13: 2160, 14: 2145, 15: 2131, 16: 2120, 17: 2110, 18: 2101, 19: 2093, 20: 2086, 22: 2074,
    24: 2064, 26: 2056, 28: 2048, 30: 2042, 40: 2021, 60: 2000, 120: 1980,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled-in sheet: the random code printed on both of its halves, answers 1-5 by question (what was
    left out is not in it), and the real-life camp that its writer ticked ("" = none).
    """

    code: str
    answers: Mapping[str, int]
    camp: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean change and its 95 % bounds in hundredths of a point, rounded outwards."""

    mean: Fraction
    low_c: int
    high_c: int


@dataclass(frozen=True, slots=True)
class Shift:
    """One question. Counts are always told; everything else is None below five (means below five answers,
    changes below five pairs). `orientation` = fewer than thirty pairs.

    `up`, `same`, `down` count pairs; they are told only when no part of one to four people could be reckoned
    back, otherwise None. `camps` are (camp, pairs, mean change) when every camp has five, else empty.
    """

    question: str
    before: int
    after: int
    pairs: int
    mean_before: Fraction | None
    mean_after: Fraction | None
    change: Interval | None
    up: int | None
    same: int | None
    down: int | None
    orientation: bool
    camps: tuple[tuple[str, int, Fraction], ...] = ()


def hundredths(value: Fraction) -> int:
    """Rounded half away from zero."""
    scaled = abs(value) * 100
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return whole if value >= 0 else -whole


def _t(degrees: int) -> int:
    if degrees > max(_T):
        return 1960
    return _T[max(known for known in _T if known <= degrees)]


def interval(changes: Sequence[int]) -> Interval:
    """The mean of at least two changes with its 95 % interval (Student)."""
    number = len(changes)
    mean = Fraction(sum(changes), number)
    squares = sum((change - mean) ** 2 for change in changes)
    variance_of_mean = Fraction(squares, number - 1) / number
    scaled = variance_of_mean * (_t(number - 1) * 100) ** 2 / 1_000_000  # half width in hundredths, squared
    half = isqrt(scaled.numerator // scaled.denominator)
    half += half * half < scaled
    centre = mean * 100
    return Interval(mean, (centre - half).__floor__(), (centre + half).__ceil__())


def _mean(values: Sequence[int]) -> Fraction | None:
    return Fraction(sum(values), len(values)) if len(values) >= LEAST else None


def _by_code(sheets: Iterable[Sheet]) -> dict[str, Sheet]:
    """Sheets whose code came once; two of one code cannot be told apart and count for nobody's change."""
    listed = list(sheets)
    counts = Counter(sheet.code for sheet in listed)
    return {sheet.code: sheet for sheet in listed if counts[sheet.code] == 1}


def _values(sheets: Iterable[Sheet], question: str) -> list[int]:
    return [sheet.answers[question] for sheet in sheets if sheet.answers.get(question) in SCALE]


def _camps(pairs: Sequence[tuple[str, int]]) -> tuple[tuple[str, int, Fraction], ...]:
    """Mean change by camp, when there are at least two, each of five, and nobody is left over but five."""
    sizes = Counter(camp for camp, _change in pairs)
    if len([camp for camp in sizes if camp]) < 2 or min(sizes.values()) < LEAST:
        return ()
    return tuple(
        (camp, sizes[camp], Fraction(sum(by for own, by in pairs if own == camp), sizes[camp]))
        for camp in sorted(sizes)
        if camp
    )


def _movement(changes: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    """(up, same, down), hidden together when one of them is a group of one to four people."""
    parts = (
        sum(change > 0 for change in changes),
        sum(change == 0 for change in changes),
        sum(change < 0 for change in changes),
    )
    if len(changes) < LEAST or any(0 < part < LEAST for part in parts):
        return None, None, None
    return parts


def shift(question: str, before: Sequence[Sheet], after: Sequence[Sheet]) -> Shift:
    """What moved on one question."""
    first, second = _by_code(before), _by_code(after)
    pairs = [
        (sheet.camp, second[code].answers[question] - sheet.answers[question])
        for code, sheet in first.items()
        if code in second
        and sheet.answers.get(question) in SCALE
        and second[code].answers.get(question) in SCALE
    ]
    changes = [change for _camp, change in pairs]
    told = len(changes) >= LEAST
    earlier, later = _values(before, question), _values(after, question)
    return Shift(
        question,
        len(earlier),
        len(later),
        len(pairs),
        _mean(earlier),
        _mean(later),
        interval(changes) if told else None,
        *_movement(changes),
        orientation=len(pairs) < ENOUGH,
        camps=_camps(pairs),
    )


def camp_gap(sheets: Sequence[Sheet], question: str) -> Fraction | None:
    """The distance between the highest and the lowest camp's mean; None unless each of two has five."""
    camps = sorted({sheet.camp for sheet in sheets if sheet.camp})
    means = [_mean(_values([one for one in sheets if one.camp == camp], question)) for camp in camps]
    known = [mean for mean in means if mean is not None]
    return max(known) - min(known) if len(known) == len(means) >= 2 else None
