"""The cheapest way to give every row a column of its own, in exact integers (the Hungarian method with
potentials, Kuhn 1955, Munkres 1957; O(n³)).

A solved problem can be copied and a row's costs raised; only that row is then placed anew, O(n²).
"""

from collections.abc import Sequence
from typing import Final, Self

_FAR: Final = 1 << 80


class Assignment:
    """A square problem and its solution: `column_of[row]`, `total` cost."""

    def __init__(self, costs: Sequence[Sequence[int]]) -> None:
        self._costs = list(costs)
        size = len(self._costs)
        self._rows = [0] * size  # potentials
        self._columns = [0] * size
        self.column_of = [-1] * size
        self._row_of = [-1] * size
        for row in range(size):
            self._place(row)

    @property
    def total(self) -> int:
        """The cost of the solution."""
        return sum(self._costs[row][column] for row, column in enumerate(self.column_of))

    def raised(self, row: int, costs: Sequence[int]) -> Self:
        """A copy in which a row costs more; no cell may become cheaper."""
        twin = object.__new__(type(self))
        twin._costs = [*self._costs[:row], costs, *self._costs[row + 1 :]]
        twin._rows, twin._columns = self._rows[:], self._columns[:]
        twin.column_of, twin._row_of = self.column_of[:], self._row_of[:]
        twin._row_of[twin.column_of[row]] = -1
        twin.column_of[row] = -1
        twin._place(row)
        return twin

    def costs_of(self, row: int) -> Sequence[int]:
        """The row's costs as they stand."""
        return self._costs[row]

    def _place(self, row: int) -> None:
        """Find the cheapest path from the row to a free column and shift everybody along it."""
        rows, columns, row_of = self._rows, self._columns, self._row_of
        size = len(row_of)
        slack = [_FAR] * size
        came_from = [-1] * size
        waiting = list(range(size))
        used: list[int] = []
        at = -1  # the column through which the present row was reached; -1 = the start
        present = row
        while True:
            costs, own = self._costs[present], rows[present]
            least, nearest = _FAR, -1
            for column in waiting:
                gap = costs[column] - own - columns[column]
                if gap < slack[column]:
                    slack[column] = gap
                    came_from[column] = at
                else:
                    gap = slack[column]
                if gap < least:
                    least, nearest = gap, column
            rows[row] += least
            for column in used:
                rows[row_of[column]] += least
                columns[column] -= least
            waiting.remove(nearest)
            for column in waiting:
                slack[column] -= least
            used.append(nearest)
            at = nearest
            if row_of[at] < 0:
                break
            present = row_of[at]
        while at >= 0:
            before = came_from[at]
            holder = row if before < 0 else row_of[before]
            row_of[at], self.column_of[holder] = holder, at
            at = before
