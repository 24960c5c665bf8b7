"""Files and functions stay small, so that one reading is enough."""

import ast
from statistics import median

import pytest

from tests.house import sources

MAX_FILE, P95_FILE, MEDIAN_FILE = 700, 450, 150
MAX_FUNCTION, P95_FUNCTION, MEDIAN_FUNCTION = 80, 32, 9


def _p95(lengths: list[int]) -> int:
    return sorted(lengths)[min(len(lengths) - 1, int(0.95 * len(lengths)))]


def _file_lengths(top: str) -> dict[str, int]:
    return {source.name: source.text.count("\n") for source in sources.python(top)}


def _function_lengths(top: str) -> dict[str, int]:
    return {
        f"{source.line(node)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for source in sources.python(top)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


@pytest.mark.parametrize("top", ["meeting_app", "packaging", "tests"])
def test_nothing_is_too_long(top: str) -> None:
    long_files = {name: length for name, length in _file_lengths(top).items() if length > MAX_FILE}
    long_functions = {
        name: length for name, length in _function_lengths(top).items() if length > MAX_FUNCTION
    }
    assert long_files == {}
    assert long_functions == {}


def test_files_are_short_as_a_rule() -> None:
    lengths = _file_lengths("meeting_app")
    longest = sorted(lengths.items(), key=lambda item: -item[1])[:10]
    assert median(lengths.values()) <= MEDIAN_FILE, longest
    assert _p95(list(lengths.values())) <= P95_FILE, longest


def test_functions_are_short_as_a_rule() -> None:
    lengths = _function_lengths("meeting_app")
    longest = sorted(lengths.items(), key=lambda item: -item[1])[:20]
    assert median(lengths.values()) <= MEDIAN_FUNCTION, longest
    assert _p95(list(lengths.values())) <= P95_FUNCTION, longest
