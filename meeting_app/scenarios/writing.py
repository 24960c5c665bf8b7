"""From a scenario to its text, which reads back as the same scenario."""

import json
import re
from decimal import Decimal
from typing import Any, Final

from meeting_app.domain.roleplay.model import Scenario, Score
from meeting_app.scenarios.shape import shapes

Tree = dict[str, Any]
# Words that need no quotation marks and mean nothing else to any reader of YAML.
_PLAIN: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")
_SPECIAL: Final = frozenset("y n yes no on off true false null".split())


def _amount(hundredths: int) -> int | Decimal:
    return hundredths // 100 if hundredths % 100 == 0 else Decimal(hundredths).scaleb(-2)


def _matrix(scores: tuple[Score, ...]) -> Tree:
    rows: dict[str, dict[str, int]] = {}
    for score in scores:
        rows.setdefault(score.role, {})[f"{score.issue}.{score.option}"] = score.points
    return rows


def _written(form: str, value: Any) -> Any:
    if form == "part":
        return tree(value)
    if form == "parts":
        return [tree(one) for one in value]
    if form == "amount":
        return _amount(value)
    if form == "amounts":
        return [_amount(one) for one in value]
    if form == "pairs":
        return [f"{first}.{second}" for first, second in value]
    if form == "words":
        return {name: text.strip() for name, text in value}
    if form == "points":
        return dict(value)
    if form in ("text", "texts"):  # blanks around a text mean nothing, and no reader keeps them
        return value.strip() if form == "text" else [one.strip() for one in value]
    if form == "matrix":
        return _matrix(value)
    return list(value) if isinstance(value, tuple) else value


def tree(part: Any) -> Tree:
    """A part of a scenario as maps, lists and plain values; what has its default is left out."""
    kind: type = type(part)
    return {
        shape.written: _written(shape.form, value)
        for shape in shapes(kind)
        if (value := getattr(part, shape.name)) is not None and (shape.needed or value != shape.default)
    }


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and not _SPECIAL & set(value.split("."))
        return value if plain else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _in_lines(value: Any) -> bool:
    """Whether a text is written line by line: it has several, none with blanks at its ends or empty first."""
    if not isinstance(value, str) or "\n" not in value or value.strip() != value:
        return False
    return all(line == line.strip() and line.isprintable() for line in value.split("\n"))


def _field(name: str, value: Any, deep: str) -> list[str]:
    label = f"{deep}{name if _PLAIN.fullmatch(name) and name not in _SPECIAL else json.dumps(name)}:"
    if isinstance(value, dict):
        return [f"{label} {{}}"] if not value else [label, *_map(value, deep + "  ")]
    if isinstance(value, list):
        if any(isinstance(one, dict) or _scalar(one).startswith('"') for one in value):
            return [label, *_list(value, deep + "  ")]
        return [f"{label} [{', '.join(map(_scalar, value))}]"]
    if _in_lines(value):
        return [f"{label} |-", *(f"{deep}  {line}" if line else "" for line in value.split("\n"))]
    return [f"{label} {_scalar(value)}"]


def _map(values: Tree, deep: str) -> list[str]:
    return [line for name, value in values.items() for line in _field(name, value, deep)]


def _list(values: list[Any], deep: str) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, dict):
            inner = _map(value, deep + "  ")
            lines += [f"{deep}- {inner[0].lstrip()}", *inner[1:]]
        else:
            lines.append(f"{deep}- {_scalar(value)}")
    return lines


def write_text(scenario: Scenario) -> str:
    """The scenario as restricted YAML."""
    return "\n".join(_map(tree(scenario), "")) + "\n"
