"""The product's source files as git sees them, parsed once."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, eq=False)
class Source:
    """One Python file: its path from the root of the clone, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    def within(self, *places: str) -> bool:
        """Whether the file is one of the places or lies under one of them."""
        return any(self.name == place or self.name.startswith(place.rstrip("/") + "/") for place in places)

    def line(self, node: ast.expr | ast.stmt | ast.ExceptHandler) -> str:
        """Where a node stands, in the form that editors jump to."""
        return f"{self.name}:{node.lineno}"


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the clone that git knows or would add, as paths with slashes."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


@cache
def python(top: str) -> tuple[Source, ...]:
    """The Python files under a folder of the root."""
    names = [name for name in tracked() if name.startswith(f"{top}/") and name.endswith(".py")]
    texts = [(name, (ROOT / name).read_text("utf-8")) for name in names]
    return tuple(Source(name, text, ast.parse(text, name)) for name, text in texts)


@cache
def calls(source: Source) -> tuple[tuple[ast.Call, str, str], ...]:
    """Every call with the last names of object and function: `a.b.c()` is ("b", "c"), `c()` is ("", "c")."""
    return tuple(_calls(source))


def _calls(source: Source) -> Iterator[tuple[ast.Call, str, str]]:
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute):
            yield node, _last_name(node.func.value), node.func.attr
        elif isinstance(node.func, ast.Name):
            yield node, "", node.func.id


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def literals(source: Source) -> Iterator[ast.Constant]:
    """Every text in the code that is not a docstring."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(source.tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node
