"""Which figures of a table would tell about a person or a flat, and stay untold in public.

An area with two decimals is as good as a room number to whoever has the list of areas, so the area of few
voices is not shown beside their number. One cell alone is found again by subtracting the others from the
total: so the next smallest goes with it.
"""

from collections.abc import Sequence


def untold(persons: Sequence[int], least: int, told: int = 0) -> frozenset[int]:
    """The places of cells to leave empty: of fewer than `least` persons, and as many more, the smallest
    first, as it takes that those left empty are `least` persons together.

    The cell at `told` is published in any case, because the law asks for it (voices for), and empty cells
    hide nothing.
    """
    cells = sorted((count, place) for place, count in enumerate(persons) if count and place != told)
    hidden = [place for count, place in cells if count < least]
    together = sum(persons[place] for place in hidden)
    for count, place in cells[len(hidden) :]:
        if not hidden or together >= least:
            break
        hidden.append(place)
        together += count
    return frozenset(hidden)
