"""The score table without Qt: options down, scored roles across, the walk-away in the last row.

Points are typed, pasted from a table program, or made from an order: who wants what most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.ledger import by_weights, ledger
from meeting_app.domain.roleplay.model import Role, Scenario, Score
from meeting_app.domain.roleplay.ranking import points_of_order
from meeting_app.i18n import _
from meeting_app.ui.console.office.scenario_editor import typing_in
from meeting_app.ui.console.office.scenario_editor.entries import Unreadable, whole
from meeting_app.ui.console.office.scenario_editor.names import called

HEAT_STEPS = 3


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: the heading of an issue (no option), an option, or the walk-aways (no issue)."""

    title: str
    issue: str = ""
    option: str = ""

    @property
    def typed(self) -> bool:
        """Whether its cells are typed into."""
        return bool(self.option) or not self.issue


class Matrix:
    """The table of one scenario; changes answer another scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.roles: tuple[Role, ...] = scenario.scored
        self.rows = tuple(_rows(scenario))
        self._points = {(one.role, one.issue, one.option): one.points for one in scenario.scores}
        self._weighed = ledger(scenario).points if by_weights(scenario) else {}

    def weighed(self) -> bool:
        """Whether points come from interests and effects, not from this table."""
        return bool(self._weighed) and bool(self.scenario.values)

    def value(self, row: int, column: int) -> int | None:
        """Points or walk-away; None where nothing was typed yet."""
        line, role = self.rows[row], self.roles[column]
        if not line.typed:
            return None
        if not line.issue:
            return role.walk_away
        if self.weighed():
            return self._weighed[role.id].get((line.issue, line.option), 0)
        return self._points.get((role.id, line.issue, line.option))

    def heat(self, row: int, column: int) -> int:
        """0 to 3: how good the option is for the role among the options of its issue."""
        line, value = self.rows[row], self.value(row, column)
        if not line.option or value is None:
            return 0
        points = [self.value(at, column) or 0 for at, one in enumerate(self.rows) if self._same(one, line)]
        least, most = min(points), max(points)
        return 0 if most == least else -(-HEAT_STEPS * (value - least) // (most - least))

    @staticmethod
    def _same(one: MatrixRow, other: MatrixRow) -> bool:
        return bool(one.option) and one.issue == other.issue

    def put(self, row: int, column: int, value: int | None) -> Scenario:
        """With other points in a cell, or none."""
        line, role = self.rows[row], self.roles[column]
        if not line.issue:
            at = self.scenario.roles.index(role)
            changed: Scenario = editing.put(self.scenario, ("roles", at, "walk_away"), value or 0)
            return changed
        cell = (role.id, line.issue, line.option)
        others = tuple(one for one in self.scenario.scores if (one.role, one.issue, one.option) != cell)
        extra = () if value is None else (Score(*cell, value),)
        return editing.ordered(replace(self.scenario, scores=(*others, *extra)))

    def typed(self, row: int, column: int, text: str) -> Scenario:
        """With what was typed into a cell. Raises Unreadable."""
        return self.put(row, column, whole(text) if text.strip() else None)

    def pasted(self, row: int, column: int, text: str) -> tuple[Scenario, int]:
        """With a copied stretch from a cell on; rows of headings are passed by. Answers how many cells were
        taken over.
        """
        lines = [at for at in range(row, len(self.rows)) if self.rows[at].typed]
        now, taken = self, 0
        for at, cells in zip(
            lines, _figures(typing_in.cells_of(text), len(self.roles) - column), strict=False
        ):
            for place, cell in zip(range(column, len(self.roles)), cells, strict=False):
                try:
                    changed = now.typed(at, place, cell)
                except Unreadable:
                    continue
                now, taken = Matrix(changed), taken + bool(cell)
        return now.scenario, taken

    def raised(self, row: int, column: int, by: int) -> tuple[Scenario, int]:
        """With an option one place up (by 1) or down (by -1) in the role's order: it changes points with its
        neighbour. Answers the row on which nothing moved but the points.
        """
        line, own = self.rows[row], self.value(row, column)
        if not line.option or own is None:
            return self.scenario, row
        others = [
            (self.value(at, column) or 0, at)
            for at, one in enumerate(self.rows)
            if self._same(one, line) and at != row
        ]
        beyond = [one for one in others if (one[0] > own if by > 0 else one[0] < own)]
        if not beyond:
            return self.scenario, row
        value, at = min(beyond) if by > 0 else max(beyond)
        first = Matrix(self.put(row, column, value))
        return first.put(at, column, own), row

    def order(self, column: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The role's issues, the weightiest first, each with its options, the best first."""
        role = self.roles[column].id
        found = []
        for issue in self.scenario.issues:
            points = {option.id: self._points.get((role, issue.id, option.id), 0) for option in issue.options}
            best = sorted(points, key=lambda name: -points[name])
            found.append((max(points.values(), default=0) - min(points.values(), default=0), issue.id, best))
        return tuple((name, tuple(best)) for _weight, name, best in sorted(found, key=lambda one: -one[0]))

    def scored_by_order(self, column: int, order: Sequence[tuple[str, Sequence[str]]]) -> Scenario:
        """With the role's points made from an order; its best deal is worth 100."""
        role = self.roles[column].id
        others = tuple(one for one in self.scenario.scores if one.role != role)
        fresh = tuple(
            Score(role, issue, option, points) for (issue, option), points in points_of_order(order).items()
        )
        return editing.ordered(replace(self.scenario, scores=(*others, *fresh)))


def _rows(scenario: Scenario) -> list[MatrixRow]:
    rows: list[MatrixRow] = []
    for at, issue in enumerate(scenario.issues):
        title = _("{number}  {title}").format(number=at + 1, title=called(issue.title, at))
        rows.append(MatrixRow(title, issue.id))
        rows += [
            MatrixRow(called(option.title, n), issue.id, option.id) for n, option in enumerate(issue.options)
        ]
    return [*rows, MatrixRow(_("Walk-away: below it, no"))]


def _figures(block: Sequence[Sequence[str]], wide: int) -> list[Sequence[str]]:
    """The rows of a copied table that hold figures, without a heading row and a column of names."""

    def is_figure(cell: str) -> bool:
        try:
            whole(cell)
        except Unreadable:
            return False
        return True

    rows = [cells for cells in block if any(cell and is_figure(cell) for cell in cells)]
    named = bool(rows) and all(cells[0] == "" or not is_figure(cells[0]) for cells in rows)
    if named and any(cells[0] for cells in rows):
        rows = [cells[1:] for cells in rows]
    return [cells[:wide] for cells in rows]
