"""The tables of numbers without Qt: points, or weights and what options do for what matters.

Points are typed, pasted from a table program, or made from an order: who wants what most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.ledger import by_weights, ledger
from meeting_app.domain.roleplay.model import Interest, Role, Scenario, Score, Value
from meeting_app.domain.roleplay.ranking import points_of_order
from meeting_app.domain.roleplay.texts import Path
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


class Figures:
    """A table of whole numbers of one scenario; changes answer another scenario. `roles` are its columns."""

    def __init__(
        self, scenario: Scenario, roles: tuple[Role | Value, ...], rows: Sequence[MatrixRow]
    ) -> None:
        self.scenario, self.roles, self.rows = scenario, roles, tuple(rows)

    def value(self, row: int, column: int) -> int | None:
        """The number in a cell; None where nothing was typed yet."""
        raise TypeError(type(self).__name__)

    def put(self, row: int, column: int, value: int | None) -> Scenario:
        """With another number in a cell, or none."""
        raise TypeError(type(self).__name__)

    def fixed(self, _row: int) -> bool:
        """Whether a row is only read."""
        return False

    def raised(self, row: int, _column: int, _by: int) -> tuple[Scenario, int]:
        """With a row one place up or down in a column's order, where there is an order."""
        return self.scenario, row

    def heat(self, row: int, column: int) -> int:
        """0 to 3: how high the number is among those of its issue."""
        line, value = self.rows[row], self.value(row, column)
        if not line.option or value is None:
            return 0
        points = [self.value(at, column) or 0 for at, one in enumerate(self.rows) if self._same(one, line)]
        least, most = min(points), max(points)
        return 0 if most == least else -(-HEAT_STEPS * (value - least) // (most - least))

    @staticmethod
    def _same(one: MatrixRow, other: MatrixRow) -> bool:
        return bool(one.option) and one.issue == other.issue

    def typed(self, row: int, column: int, text: str) -> Scenario:
        """With what was typed into a cell. Raises Unreadable."""
        return self.put(row, column, whole(text) if text.strip() else None)

    def pasted(self, row: int, column: int, text: str) -> tuple[Scenario, int]:
        """With a copied stretch from a cell on; rows of headings are passed by. Answers how many cells were
        taken over.
        """
        lines = [at for at in range(row, len(self.rows)) if self.rows[at].typed]
        now, taken = self, 0
        figures = _figures(typing_in.cells_of(text), len(self.roles) - column)
        for at, cells in zip(lines, figures, strict=False):
            for place, cell in zip(range(column, len(self.roles)), cells, strict=False):
                try:
                    changed = now.typed(at, place, cell)
                except Unreadable:
                    continue
                now, taken = type(self).of(changed), taken + bool(cell)
        return now.scenario, taken

    @classmethod
    def of(cls, scenario: Scenario) -> "Figures":
        """The table of a scenario."""
        raise TypeError(cls.__name__)


class Matrix(Figures):
    """The score table: options down, scored roles across, the walk-away in the last row."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(scenario, scenario.scored, _rows(scenario))
        self._points = {(one.role, one.issue, one.option): one.points for one in scenario.scores}
        self._weighed = ledger(scenario).points if by_weights(scenario) else {}

    @classmethod
    def of(cls, scenario: Scenario) -> "Matrix":
        return cls(scenario)

    def weighed(self) -> bool:
        """Whether points come from interests and effects, not from this table."""
        return bool(self._weighed) and bool(self.scenario.values)

    def fixed(self, row: int) -> bool:
        return self.weighed() and bool(self.rows[row].issue)

    def value(self, row: int, column: int) -> int | None:
        line, role = self.rows[row], self.scenario.scored[column]
        if not line.typed:
            return None
        if not line.issue:
            return role.walk_away
        if self.weighed():
            return self._weighed[role.id].get((line.issue, line.option), 0)
        return self._points.get((role.id, line.issue, line.option))

    def put(self, row: int, column: int, value: int | None) -> Scenario:
        line, role = self.rows[row], self.scenario.scored[column]
        if not line.issue:
            at = self.scenario.roles.index(role)
            changed: Scenario = editing.put(self.scenario, ("roles", at, "walk_away"), value or 0)
            return changed
        cell = (role.id, line.issue, line.option)
        others = tuple(one for one in self.scenario.scores if (one.role, one.issue, one.option) != cell)
        extra = () if value is None else (Score(*cell, value),)
        return editing.ordered(replace(self.scenario, scores=(*others, *extra)))

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


class Weights(Figures):
    """How much each value matters to each role: values down, scored roles across; 100 a role."""

    def __init__(self, scenario: Scenario) -> None:
        rows = [MatrixRow(called(one.name, at), "values", one.id) for at, one in enumerate(scenario.values)]
        super().__init__(scenario, scenario.scored, rows)

    @classmethod
    def of(cls, scenario: Scenario) -> "Weights":
        return cls(scenario)

    def value(self, row: int, column: int) -> int | None:
        weights = {one.value: one.weight for one in self.scenario.scored[column].interests}
        return weights.get(self.rows[row].option)

    def put(self, row: int, column: int, value: int | None) -> Scenario:
        role, name = self.scenario.scored[column], self.rows[row].option
        texts = {one.value: one.text for one in role.interests}
        weights = {one.value: one.weight for one in role.interests} | {name: value or 0}
        if value is None:
            del weights[name]
        order = [one.id for one in self.scenario.values if one.id in weights]
        interests = tuple(Interest(one, texts.get(one, ""), weights[one]) for one in order)
        at = self.scenario.roles.index(role)
        changed: Scenario = editing.put(self.scenario, ("roles", at, "interests"), interests)
        return changed


class Effects(Figures):
    """What each option does for each value, from -3 to 3: options down, values across."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(scenario, scenario.values, _rows(scenario)[:-1])

    @classmethod
    def of(cls, scenario: Scenario) -> "Effects":
        return cls(scenario)

    def _path(self, row: int) -> Path:
        line = self.rows[row]
        at = next(n for n, one in enumerate(self.scenario.issues) if one.id == line.issue)
        options = self.scenario.issues[at].options
        return "issues", at, "options", next(n for n, one in enumerate(options) if one.id == line.option)

    def value(self, row: int, column: int) -> int | None:
        if not self.rows[row].typed:
            return None
        option = editing.value_at(self.scenario, self._path(row))
        found: int | None = dict(option.effects).get(self.scenario.values[column].id)
        return found

    def put(self, row: int, column: int, value: int | None) -> Scenario:
        path, name = self._path(row), self.scenario.values[column].id
        effects = dict(editing.value_at(self.scenario, path).effects)
        effects.pop(name, None)
        if value is not None:
            effects[name] = max(-MOST_EFFECT, min(MOST_EFFECT, value))
        changed: Scenario = editing.put(self.scenario, (*path, "effects"), tuple(effects.items()))
        return changed


MOST_EFFECT = 3


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
