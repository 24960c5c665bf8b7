"""Real budgets with agreed results as ballots of our own (tests/data/elections/BUDGETS.md)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from meeting_app.domain.tally.count import Lot, Marks, Setup

DATA = Path(__file__).parents[1] / "data" / "elections"
Instance = tuple[list[str], list[Marks], Setup]


@cache
def _instances() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "budget_instances.json").read_text("utf-8"))
    return loaded


@cache
def expected() -> list[dict[str, Any]]:
    """Every agreed result."""
    loaded: list[dict[str, Any]] = json.loads((DATA / "budget_expected.json").read_text("utf-8"))
    return loaded


def of(method: str, completion: str | None = None) -> list[Any]:
    """The agreed results of one method."""
    return [
        one
        for one in expected()
        if one["method"] == method and one.get("params", {}).get("completion") == completion
    ]


def instance(name: str, variant: str = "", step: int = 0) -> Instance:
    """Names of the projects, ballots, and the poll's settings."""
    data = _instances()[name]
    names = list(data["projects"])
    dots = data["kind"] == "cumulative"
    ballots: list[Marks] = []
    for weight, marks in data["ballots"]:
        given = dict(marks) if dots else dict.fromkeys(marks, 1)
        ballots += [tuple(given.get(project) for project in names)] * weight
    setup = Setup(
        options=len(names),
        limit=1000 if dots else 0,
        costs=tuple(data["projects"].values()),
        budget=data["budget"],
        variant="dots" if dots else variant,
        step=step,
    )
    return names, ballots, setup


def listed(options: int) -> Lot:
    """The draw that favours the order of the list, as the agreed results do."""
    return Lot(tuple(range(options)))
