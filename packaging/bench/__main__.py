"""`python3 packaging/bootstrap.py bench [NAME ...]`: measures and prints one table beside the limits."""

import argparse
import sys
from pathlib import Path

PLACES = Path(__file__).resolve().parents
sys.path[:0] = [str(PLACES[1]), str(PLACES[2])]
from bench import registry, table  # noqa: E402 - the path comes first


def main() -> int:
    """Read the command line, measure, print; answers 1 when a figure misses its limit."""
    parser = argparse.ArgumentParser(prog="bootstrap.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="measurements to take; all when none is named")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is repeated")
    parser.add_argument("--list", action="store_true", help="only name the measurements")
    given = parser.parse_args()
    measurements = registry.load()
    if given.list:
        print("\n".join(f"{name}: {one.sentence}" for name, one in measurements.items()))
        return 0
    print(table.conditions(), flush=True)
    figures = []
    for name in given.names or measurements:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        figures += measurements[name].take(given.rounds)
    print(table.render(figures))
    return 1 if any(figure.missed for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
