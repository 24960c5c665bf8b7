"""From a text to a scenario, with the line of everything in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario, Score
from meeting_app.domain.roleplay.texts import Path
from meeting_app.scenarios.shape import ROOT, Shape, shapes, written_name
from meeting_app.yaml_text import Fields, Kind, Node, Reading, Unfit, YamlError, parse

LONGEST: Final = 4_000  # characters of one text
MOST: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A scenario and the text that it was read from."""

    scenario: Scenario
    node: Node
    file: str

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of what a finding's path leads to, or of the nearest thing around it."""
        node, at = self.node, (self.node.line, self.node.column)
        for step in _written(self.node, path):
            if isinstance(step, str):
                entry = next((one for one in node.entries if one.name == step), None)
                if entry is None:
                    break
                node, at = entry.node, (entry.line, entry.column)
            elif step < len(node.items):
                node = node.items[step]
                at = (node.line, node.column)
            else:
                break
        return at

    def located(self, findings: Sequence[Finding]) -> list[tuple[int, int, Finding]]:
        """The findings with line and column, in the order of the lines."""
        placed = [(*self.place(finding.path), finding) for finding in findings]
        return sorted(placed, key=lambda one: one[:2])


def _written(root: Node, path: Path) -> list[str | int]:
    """The path in the text's own names; numbers into what is written as a map become names."""
    steps: list[str | int] = [written_name(step) if isinstance(step, str) else step for step in path]
    if len(steps) == 2 and steps[0] == "scores" and isinstance(steps[1], int):
        table = root.get("scores")
        cells = [
            [role.name, cell.name] for role in (table.entries if table else ()) for cell in role.node.entries
        ]
        return ["scores", *cells[steps[1]]] if steps[1] < len(cells) else ["scores"]
    node: Node | None = root
    for at, step in enumerate(steps):
        if node is None:
            break
        if isinstance(step, int) and node.kind is Kind.MAP and step < len(node.entries):
            steps[at] = step = node.entries[step].name
        node = node.get(step) if isinstance(step, str) else _item(node, step)
    return steps


def _item(node: Node, at: int) -> Node | None:
    return node.items[at] if at < len(node.items) else None


def read_text(data: bytes, file: str) -> Document:
    """The scenario in a text. Raises YamlError with all that cannot be understood, each with its line."""
    document = parse(data, file)
    reading = Reading(file)
    scenario = _part(Fields(reading, document), ROOT)
    reading.check()
    return Document(scenario, document, file)


def _part(fields: Fields, part: type) -> Any:
    values = {shape.name: _value(fields, shape) for shape in shapes(part)}
    fields.done()
    return part(**values)


def _value(fields: Fields, shape: Shape) -> Any:
    found = fields.maybe(shape.written)
    if found is None:
        return _left_out(fields, shape)
    name = shape.written
    if shape.form == "part":
        return _part(fields.needed_map(name), _class(shape))
    if shape.form == "parts":
        return tuple(_part(one, _class(shape)) for one in fields.maps(name))
    if shape.form == "text":
        return fields.text(name, "", most=LONGEST)
    if shape.form == "number":
        return fields.number(name, least=-MOST)
    if shape.form == "flag":
        return fields.flag(name)
    return _more(fields, shape, name)


def _more(fields: Fields, shape: Shape, name: str) -> Any:
    if shape.form == "texts":
        return fields.texts(name)
    if shape.form == "numbers":
        return fields.numbers(name, least=-MOST)
    if shape.form == "amount":
        return fields.own(name, fields.node.get(name).kind, _hundredths, 0)  # type: ignore[union-attr]
    if shape.form == "amounts":
        return tuple(_taken(fields, node) for node in fields.each(name))
    if shape.form == "pairs":
        return tuple(_pair(fields, node) for node in fields.each(name))
    if shape.form == "matrix":
        return _matrix(fields, name)
    return _named(fields, name, "text" if shape.form == "words" else "number")


def _class(shape: Shape) -> type:
    if shape.part is None:
        raise TypeError(shape.name)
    return shape.part


def _left_out(fields: Fields, shape: Shape) -> Any:
    """What a field is that is not there: its default, nothing for a list, else missing."""
    if not shape.needed:
        return shape.default
    if shape.form in ("parts", "texts", "numbers", "amounts", "pairs", "words", "points"):
        return ()
    if shape.form == "part":
        return _part(fields.needed_map(shape.written), _class(shape))
    if shape.form == "number":
        return fields.number(shape.written)
    if shape.form != "text" or fields.node.get(shape.written) is None:
        fields.reading.report(fields.node, "missing", name=shape.written)
    return "" if shape.form == "text" else 0


def _hundredths(node: Node) -> int:
    """An amount with at most two decimals, in hundredths."""
    if node.kind not in (Kind.NUMBER, Kind.DECIMAL):
        raise Unfit("wrong_kind", wanted=Kind.DECIMAL.value, found=node.kind.value)
    amount = Decimal(str(node.scalar)) * 100
    if amount != int(amount) or abs(amount) > MOST * 100:
        raise Unfit("scenario_amount", word=str(node.scalar))
    return int(amount)


def _taken(fields: Fields, node: Node) -> int:
    try:
        return _hundredths(node)
    except Unfit as problem:
        fields.reading.report(node, problem.code, **problem.params)
        return 0


def _pair(fields: Fields, node: Node) -> tuple[str, str]:
    first, point, second = str(node.scalar).partition(".")
    if node.kind is not Kind.TEXT or not point or not first or not second:
        fields.reading.report(node, "scenario_pair", word=str(node.scalar)[:40])
    return first, second


def _named(fields: Fields, name: str, form: str) -> tuple[tuple[str, Any], ...]:
    """A map of names to texts or numbers."""
    inner = fields.needed_map(name)
    return tuple(
        (
            entry.name,
            inner.text(entry.name, "", most=LONGEST)
            if form == "text"
            else inner.number(entry.name, least=-MOST),
        )
        for entry in inner.node.entries
    )


def _matrix(fields: Fields, name: str) -> tuple[Score, ...]:
    table = fields.needed_map(name)
    found = []
    for row in table.node.entries:
        for place, points in _named(table, row.name, "number"):
            issue, point, option = place.partition(".")
            if not point:
                fields.reading.report(row.node, "scenario_pair", word=place[:40])
            found.append(Score(row.name, issue, option, points))
    return tuple(found)


__all__ = ["Document", "YamlError", "read_text"]
