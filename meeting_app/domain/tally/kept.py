"""A count and a sheet of ballots as they are kept, and back: exact, so that what is shown later is what was
counted.
"""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from meeting_app.domain.tally.count import Count, Marks, Number, Step, Tie


def _number(number: Number | None) -> str | None:
    return None if number is None else str(number)


def _back(text: str | None) -> Number | None:
    if text is None:
        return None
    number = Fraction(text)
    return number.numerator if number.denominator == 1 else number


def _numbers(texts: Sequence[str | None]) -> tuple[Number | None, ...]:
    return tuple(_back(text) for text in texts)


def _exact(text: str) -> Number:
    number = Fraction(text)
    return number.numerator if number.denominator == 1 else number


def count_to_json(count: Count) -> str:
    """Stable text of a whole count with its steps; fractions as 7/2."""
    kept = {
        "method": count.method,
        "figures": [count.ballots, count.valid, count.blank],
        "spoilt": count.spoilt,
        "standing": [_number(one) for one in count.standing],
        "winners": count.winners,
        "steps": [
            [step.code, step.about, [[name, _number(one)] for name, one in step.figures],
             [_number(one) for one in step.standing]]
            for step in count.steps
        ],
        "tie": [count.tie.options, count.tie.places, count.tie.reason] if count.tie else None,
    }  # fmt: skip
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _step(kept: list[Any]) -> Step:
    code, about, figures, standing = kept
    named = tuple((name, _exact(figure)) for name, figure in figures)
    return Step(code, tuple(about), named, _numbers(standing))


def count_from_json(text: str) -> Count:
    """The count that was kept. Raises KeyError or ValueError for text that is none."""
    kept = json.loads(text)
    ballots, valid, blank = kept["figures"]
    tie = kept["tie"]
    return Count(
        kept["method"], ballots, valid, blank,
        tuple((why, number) for why, number in kept["spoilt"]),
        tuple(_exact(one) for one in kept["standing"]),
        tuple(kept["winners"]),
        tuple(_step(step) for step in kept["steps"]),
        Tie(tuple(tie[0]), tie[1], tie[2]) if tie else None,
    )  # fmt: skip


def sheet_ballots(sheet: bytes, options: int) -> tuple[tuple[Marks, int], ...]:
    """The ballots of a sheet (`bundle.ballots_sheet`) with their areas in 0.01 m²; 0 where the sheet has
    none. Raises ValueError for a sheet of another vote.
    """
    head, *lines = sheet.decode("ascii").split("\n")[:-1]
    columns = head.split(",")
    with_area = columns[-1:] == ["area"]
    if len(columns) - with_area != options:
        raise ValueError("the sheet belongs to another vote")
    ballots = []
    for line in lines:
        cells = line.split(",")
        area = int(cells.pop()) if with_area else 0
        ballots.append((tuple(int(cell) if cell else None for cell in cells), area))
    return tuple(ballots)
