"""A scenario as an XLSX file and back: the points as a matrix, every text with its place, everything else.

A place is written as roles[wu].public, plans[1].phases[talk].cues[2].text, attributes[storey].values{low}:
parts by their short names, else by their number, what has a name of its own in braces.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.scenarios import read_text
from meeting_app.scenarios.writing import tree
from meeting_app.yaml_text import YamlError

POINTS, TEXTS, REST = "分数", "文字", "其他"
_FACE: Final = "微软雅黑"
_UNFIT: Final = dict.fromkeys([*range(9), 11, 12, *range(13, 32)])
_STEP: Final = re.compile(r"([^.\[\]{}]+)|\[([^\]]*)\]|\{([^}]*)\}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
# Words with a fixed meaning are no texts to be worded anew.
_CODES: Final = frozenset(
    "id language category party value verifier merge_into issue option role kind mode screen sound decision "
    "trigger phase event rule proposer understanding camps first second vetoes to stay pairs plays avoid "
    "options".split()
)
MOST_BYTES: Final = 20 * 1024 * 1024
MOST_UNPACKED: Final = 100 * 1024 * 1024
MOST_ROWS: Final = 5_000
WALK_AWAY: Final = "底线"


def _key(items: list[Any], at: int) -> str:
    """A part's short name when it tells it apart, else its number."""
    names = [one.get("id", "") if isinstance(one, dict) else "" for one in items]
    good = _NAME.fullmatch(names[at]) and names.count(names[at]) == 1
    return names[at] if good else str(at + 1)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            mapped = path.endswith((".values", ".suggestions", ".effects")) and not isinstance(inner, dict)
            yield from _leaves(inner, f"{path}{{{name}}}" if mapped else f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            key = _key(value, at)
            named = isinstance(inner, dict) and key == inner.get("id")
            kept = {name: one for name, one in inner.items() if name != "id"} if named else inner
            yield from _leaves(kept, f"{path}[{key}]")
    else:
        yield path, value


def _is_text(path: str, value: Any) -> bool:
    name = re.split(r"[\[{]", path.rsplit(".", 1)[-1])[0]
    return isinstance(value, str) and name not in _CODES


def scenario_book(scenario: Scenario) -> bytes:
    """The file's bytes."""
    whole = tree(scenario)
    matrix: dict[str, dict[str, int]] = whole.pop("scores", {})
    leaves = list(_leaves(whole, ""))
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    _points(book, scenario, matrix)
    texts = [(path, value) for path, value in leaves if _is_text(path, value)]
    rest = [(path, value) for path, value in leaves if not _is_text(path, value)]
    _rows(book, TEXTS, ("位置", "文字"), texts, (36, 90))
    _rows(book, REST, ("位置", "内容"), rest, (44, 30))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: Any, row: int, column: int, value: Any, *, bold: bool = False) -> Any:
    cell = sheet.cell(row, column)
    cell.value = value.translate(_UNFIT) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = + - @ is no formula
    cell.font = Font(name=_FACE, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _points(book: Any, scenario: Scenario, matrix: dict[str, dict[str, int]]) -> None:
    """Options down, scored roles across; short names stand in the second row and column, for reading back."""
    sheet = book.create_sheet(POINTS)
    roles = [role for role in scenario.roles if not role.observer or role.id in matrix]
    for column, head in enumerate(("议题与选项", "代号", *(role.name for role in roles)), 1):
        _cell(sheet, 1, column, head, bold=True)
    for column, role in enumerate(roles, 3):
        _cell(sheet, 2, column, role.id)
    row = 3
    for issue in scenario.issues:
        _cell(sheet, row, 1, issue.title, bold=True).fill = PatternFill("solid", fgColor="F4F1EA")
        for option in issue.options:
            row += 1
            _cell(sheet, row, 1, option.title)
            _cell(sheet, row, 2, f"{issue.id}.{option.id}")
            for column, role in enumerate(roles, 3):
                points = matrix.get(role.id, {}).get(f"{issue.id}.{option.id}")
                if points is not None:
                    _cell(sheet, row, column, points)
        row += 1
    _cell(sheet, row, 1, WALK_AWAY, bold=True)
    _cell(sheet, row, 2, WALK_AWAY)
    for column, role in enumerate(roles, 3):
        if role.walk_away is not None:
            _cell(sheet, row, column, role.walk_away, bold=True)
    sheet.column_dimensions["A"].width = 30
    for column in range(2, len(roles) + 3):
        sheet.column_dimensions[get_column_letter(column)].width = 13
    sheet.freeze_panes = "C3"


def _rows(
    book: Any, name: str, heads: tuple[str, str], rows: list[tuple[str, Any]], widths: tuple[int, int]
) -> None:
    sheet = book.create_sheet(name)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        _cell(sheet, 1, column, head, bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, (path, value) in enumerate(rows, 2):
        _cell(sheet, row, 1, path)
        _cell(sheet, row, 2, value)
    sheet.freeze_panes = "A2"


def is_book(data: bytes) -> bool:
    """Whether it is an XLSX file, not a scenario's package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "xl/workbook.xml" in packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def scenario_of_book(data: bytes) -> Scenario:
    """The scenario in an XLSX file that was made here and perhaps changed. Raises Refusal."""
    points, texts, rest = _sheets(data)
    root: dict[str, Any] = {}
    for path, value in (*texts, *rest):
        _put(root, path, value)
    _take_points(root, points)
    plain = json.dumps(_plain(root), ensure_ascii=False)
    try:
        return read_text(plain.encode(), "scenario.json").scenario
    except YamlError as error:
        raise Refusal("scenario_book_unfit", n=len(error.problems)) from error


Row = tuple[Any, ...]


def _sheets(data: bytes) -> tuple[list[Row], list[tuple[str, str]], list[tuple[str, Any]]]:
    if len(data) > MOST_BYTES:
        raise Refusal("scenario_book_unreadable")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise Refusal("scenario_book_unreadable")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        found = {name: _values(book[name]) for name in (POINTS, TEXTS, REST)}
    except (
        zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError, TypeError,
        AttributeError, IndexError, RuntimeError, SyntaxError,
    ) as error:  # fmt: skip
        raise Refusal("scenario_book_unreadable") from error
    texts = [(str(row[0]), "" if row[1] is None else str(row[1])) for row in found[TEXTS][1:] if row[0]]
    rest = [(str(row[0]), "" if row[1] is None else row[1]) for row in found[REST][1:] if row[0]]
    return found[POINTS], texts, rest


def _values(sheet: Any) -> list[Row]:
    rows = [(*row, None, None)[: max(2, len(row))] for row in sheet.iter_rows(values_only=True)]
    if len(rows) > MOST_ROWS:
        raise ValueError(len(rows))
    return rows


def _put(root: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at a place; lists are maps from their keys until `_plain`."""
    steps = [(kind, name) for one in _STEP.finditer(path) for kind, name in enumerate(one.groups()) if name]
    node = root
    for at, (_kind, name) in enumerate(steps):
        if at == len(steps) - 1:
            node[name] = value
            return
        is_list = steps[at + 1][0] == 1
        node = node.setdefault(name, {_LIST: True} if is_list else {})
        if not isinstance(node, dict):
            raise Refusal("scenario_book_unfit", n=1)


_LIST: Final = ""  # no step is called so


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        inner = {name: _plain(one) for name, one in value.items() if name != _LIST}
        if _LIST not in value:
            return inner
        return [
            {"id": name, **one} if isinstance(one, dict) and _NAME.fullmatch(name) else one
            for name, one in _in_order(inner)
        ]
    if isinstance(value, float):
        exact = Decimal(str(value))
        return int(exact) if exact == int(exact) else value
    return value


def _in_order(parts: dict[str, Any]) -> list[tuple[str, Any]]:
    """Parts with numbers by their numbers, others as they stand."""
    if all(name.isdecimal() for name in parts):
        return sorted(parts.items(), key=lambda one: int(one[0]))
    return list(parts.items())


def _take_points(root: dict[str, Any], rows: list[Row]) -> None:
    """The matrix and the walk-aways as they stand on the first sheet."""
    names = [str(cell) if cell else "" for cell in rows[1][2:]] if len(rows) > 1 else []
    roles = root.get("roles", {})
    scores: dict[str, dict[str, Any]] = {}
    for row in rows[2:]:
        for name, points in zip(names, row[2:], strict=False):
            if not name or points is None or not row[1]:
                continue
            if row[1] == WALK_AWAY:
                roles.get(name, {})["walk_away"] = points
            else:
                scores.setdefault(name, {})[str(row[1])] = points
    if scores:
        root["scores"] = scores
