"""The one table of figures, in plain text that also reads well in a README."""

import os
import platform
from collections.abc import Sequence

from bench.registry import Figure

HEAD = ("figure", "median", "p95", "max", "n", "limit", "", "conditions, peer")


def conditions() -> str:
    """The machine, and a warning when it is not quiet enough for its numbers to mean anything."""
    cores = os.cpu_count() or 1
    lines = [f"{platform.platform()}, Python {platform.python_version()}, {cores} cores"]
    if hasattr(os, "getloadavg"):
        load = os.getloadavg()[0]
        lines.append(f"load average {load:.2f}" + (": NOT QUIET, expect larger numbers" if load > 1 else ""))
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _row(figure: Figure) -> tuple[str, ...]:
    limit, verdict = "", ""
    if figure.limit is not None:
        limit = f"{figure.judged_by} <= {_number(figure.limit)}"
        verdict = "missed" if figure.missed else "held"
    beside = ", ".join(filter(None, (figure.conditions, figure.peer)))
    values = (figure.median, figure.p95, max(figure.values))
    shown = (f"{_number(value)} {figure.unit}" for value in values)
    return (figure.name, *shown, str(len(figure.values)), limit, verdict, beside)


def render(figures: Sequence[Figure]) -> str:
    """All figures as a table with aligned columns."""
    rows = [HEAD, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
