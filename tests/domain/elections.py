"""Real ballots with agreed results (tests/data/elections), as marks."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from meeting_app.domain.tally.count import Count, Marks, Step

FOLDER = Path(__file__).resolve().parents[1] / "data" / "elections"


@cache
def load(name: str) -> Any:
    """A file of the collection."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def cases(name: str) -> list[tuple[str, dict[str, Any]]]:
    """The expected results of a file by their ids."""
    return [(case["id"], case) for case in load(name)]


def ranked(options: int, order: Sequence[int]) -> Marks:
    """A ballot that ranks options (numbered from 1), best first."""
    marks: list[int | None] = [None] * options
    for rank, option in enumerate(order, 1):
        marks[option - 1] = rank
    return tuple(marks)


@cache
def ballots(profile: str) -> tuple[Marks, ...]:
    """All ballots of a ward."""
    ward = load("ranked_ballots")[profile]
    return tuple(marks for number, order in ward["ballots"] for marks in [ranked(ward["n"], order)] * number)


def options_of(profile: str) -> int:
    """How many options a ward has."""
    return int(load("ranked_ballots")[profile]["n"])


def numbered(options: Sequence[int]) -> list[int]:
    """Options as the collection numbers them."""
    return [option + 1 for option in options]


def stages(count: Count, *codes: str) -> list[Step]:
    """The steps with one of the codes; without codes, all that say where the options stand."""
    return [step for step in count.steps if (step.code in codes if codes else step.standing)]


def figure(step: Step, name: str) -> Any:
    """A figure of a step."""
    return dict(step.figures)[name]
