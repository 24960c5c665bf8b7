"""What a measurement is, and the list of all of them."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """Repeated values of one quantity. `limit` is the most it may be, in `unit`; `peer` is what it beats."""

    name: str
    values: tuple[float, ...]
    unit: str
    limit: float | None = None
    peer: str = ""
    conditions: str = ""
    judged_by: str = "median"  # or "p95", or "max"

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 stay below; the largest when there are few."""
        return quantiles(self.values, n=20)[-1] if len(self.values) >= 20 else max(self.values)

    @property
    def judged(self) -> float:
        """The number that the limit speaks of."""
        return {"median": self.median, "p95": self.p95, "max": max(self.values)}[self.judged_by]

    @property
    def missed(self) -> bool:
        """Whether there is a limit and the figure is above it."""
        return self.limit is not None and self.judged > self.limit


@dataclass(frozen=True)
class Measurement:
    """A function that answers figures for a number of rounds."""

    name: str
    sentence: str
    take: Callable[[int], list[Figure]]


_all: dict[str, Measurement] = {}


def measurement(name: str) -> Callable[[Callable[[int], list[Figure]]], Callable[[int], list[Figure]]]:
    """Mark a function as a measurement; its docstring's first line is what `--list` prints."""

    def enter(function: Callable[[int], list[Figure]]) -> Callable[[int], list[Figure]]:
        if name in _all:
            raise ValueError(f"two measurements are called {name}")
        sentence = (function.__doc__ or "").strip().splitlines()[0]
        _all[name] = Measurement(name, sentence, function)
        return function

    return enter


def load() -> dict[str, Measurement]:
    """Every measurement of every module under `figures/`, in the order of their names."""
    from bench import figures

    for module in pkgutil.iter_modules(figures.__path__, "bench.figures."):
        importlib.import_module(module.name)
    return dict(sorted(_all.items()))
