"""A small schema over nodes: what fields a map has, of which type, within which bounds.

Every fault is collected with its place, so that a writer sees all of them at once; whoever reads goes on with
a stand-in and calls `Reading.check` before using anything.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from meeting_app.yaml_text.nodes import Kind, Node
from meeting_app.yaml_text.problem import Problem, YamlError

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Unfit(Exception):
    """A value that a reader of one's own cannot take; `code` and `params` as in a Problem."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


class Reading:
    """Collects what is wrong while a document is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def report(self, node: Node, code: str, **params: object) -> None:
        """Note a fault at a node."""
        self.problems.append(Problem(self.file, node.line, node.column, code, params))

    def check(self) -> None:
        """Raise YamlError when anything was wrong."""
        if self.problems:
            raise YamlError(self.problems)


class Fields:
    """The fields of a map; a field that is never asked for is unknown. `done` says so with the nearest name.

    A default of None means that the field has to be there.
    """

    def __init__(self, reading: Reading, node: Node) -> None:
        self.reading, self.node = reading, node
        self._asked: list[str] = []
        self._map = self._is(node, Kind.MAP)

    def _is(self, node: Node, *kinds: Kind) -> bool:
        if node.kind in kinds:
            return True
        code = "wrong_kind"
        if node.kind is Kind.TEXT and kinds[0] is Kind.MAP:
            text = str(node.scalar)
            code = "wide_colon" if "：" in text else "colon_space" if ":" in text else code
        elif node.kind is Kind.TEXT and kinds[0] is Kind.LIST:
            code = "list_wanted"
        self.reading.report(node, code, wanted=kinds[0].value, found=node.kind.value)
        return False

    def maybe(self, name: str) -> Node | None:
        """The node of a field; None when it is left out or empty."""
        self._asked.append(name)
        found = self.node.get(name) if self._map else None
        return None if found is None or found.kind is Kind.NOTHING else found

    def _found(self, name: str, needed: bool) -> Node | None:
        found = self.maybe(name)
        if found is None and needed and self._map:
            self.reading.report(self.node, "missing", name=name)
        return found

    def _one(self, name: str, kind: Kind, default: T | None, stand_in: T, take: Callable[[Node], T]) -> T:
        found = self._found(name, default is None)
        if found is None:
            return stand_in if default is None else default
        if not self._is(found, kind):
            return stand_in
        try:
            return take(found)
        except Unfit as problem:
            self.reading.report(found, problem.code, **problem.params)
            return stand_in

    def text(self, name: str, default: str | None = None, *, most: int = 200) -> str:
        """A text of at most so many characters, without blanks around it."""

        def take(node: Node) -> str:
            text = str(node.scalar).strip()
            if len(text) > most:
                raise Unfit("longer", length=len(text), most=most)
            if not text and default is None:
                raise Unfit("missing", name=name)
            return text

        return self._one(name, Kind.TEXT, default, "", take)

    def number(
        self, name: str, default: int | None = None, *, least: int = 0, most: int = 1_000_000_000
    ) -> int:
        """A whole number within bounds, both included."""
        return self._one(name, Kind.NUMBER, default, least, lambda node: bounded(node, least, most))

    def decimal(self, name: str, default: Decimal | None = None) -> Decimal:
        """An exact decimal; a whole number will do."""
        found = self._found(name, default is None)
        if found is None or not self._is(found, Kind.DECIMAL, Kind.NUMBER):
            return default if default is not None else Decimal()
        return Decimal(str(found.scalar))

    def flag(self, name: str, default: bool | None = None) -> bool:
        """True or false."""
        return self._one(name, Kind.FLAG, default, False, lambda node: bool(node.scalar))

    def choice(self, name: str, of: type[E], default: E | None = None) -> E:
        """One of a list of words."""
        return self._one(name, Kind.TEXT, default, next(iter(of)), lambda node: chosen(node, of))

    def day(self, name: str, default: date | None = None) -> date:
        """A day as 2026-01-31."""
        return self._one(name, Kind.TEXT, default, date.min, day_of)

    def own(
        self, name: str, kind: Kind, take: Callable[[Node], T], stand_in: T, default: T | None = None
    ) -> T:
        """A value that the caller reads from the node; raise Unfit for one that cannot be."""
        return self._one(name, kind, default, stand_in, take)

    def map(self, name: str) -> "Fields | None":
        """The fields of an inner map; None when it is left out."""
        found = self.maybe(name)
        return None if found is None else Fields(self.reading, found)

    def needed_map(self, name: str) -> "Fields":
        """The fields of an inner map that has to be there; an empty one stands in."""
        found = self._found(name, needed=self._map)
        if found is None:
            aside = Reading(self.reading.file)
            return Fields(aside, Node(Kind.MAP, self.node.line, self.node.column))
        return Fields(self.reading, found)

    def each(self, name: str, *, least: int = 0, most: int = 1000) -> tuple[Node, ...]:
        """The members of a list of so many; left out, it is empty."""
        found = self._found(name, least > 0)
        if found is None or not self._is(found, Kind.LIST):
            return ()
        if not least <= len(found.items) <= most:
            self.reading.report(found, "how_many", count=len(found.items), least=least, most=most)
        return found.items

    def maps(self, name: str, *, least: int = 0, most: int = 1000) -> Iterator["Fields"]:
        """The members of a list of maps."""
        for node in self.each(name, least=least, most=most):
            yield Fields(self.reading, node)

    def numbers(self, name: str, *, least: int = 0, most: int = 1_000_000_000) -> tuple[int, ...]:
        """A list of whole numbers within bounds."""
        return self._list(name, Kind.NUMBER, lambda node: bounded(node, least, most))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return self._list(name, Kind.TEXT, lambda node: str(node.scalar).strip())

    def choices(self, name: str, of: type[E], default: tuple[E, ...] = ()) -> tuple[E, ...]:
        """A list of at least one word out of a list; `default` when it is left out."""
        if self.maybe(name) is None:
            return default
        self.each(name, least=1)
        return self._list(name, Kind.TEXT, lambda node: chosen(node, of)) or default

    def _list(self, name: str, kind: Kind, take: Callable[[Node], T]) -> tuple[T, ...]:
        found: list[T] = []
        for node in self.each(name):
            try:
                if self._is(node, kind):
                    found.append(take(node))
            except Unfit as problem:
                self.reading.report(node, problem.code, **problem.params)
        return tuple(found)

    def done(self) -> None:
        """Report every field that nobody asked for."""
        for entry in self.node.entries:
            if entry.name not in self._asked:
                near = get_close_matches(entry.name, self._asked, n=1, cutoff=0.5)
                params: dict[str, Any] = {"name": entry.name[:40], "near": near[0] if near else ""}
                code = "unknown_near" if near else "unknown"
                params["known"] = ", ".join(self._asked)
                self.reading.problems.append(
                    Problem(self.reading.file, entry.line, entry.column, code, params)
                )


def bounded(node: Node, least: int, most: int) -> int:
    """A whole number within bounds."""
    value = int(str(node.scalar))
    if not least <= value <= most:
        raise Unfit("out_of_range", value=value, least=least, most=most)
    return value


def chosen(node: Node, of: type[E]) -> E:
    """A word out of a list."""
    word = str(node.scalar)
    try:
        return of(word)
    except ValueError:
        raise Unfit("not_offered", word=word[:40], offered=", ".join(one.value for one in of)) from None


def day_of(node: Node) -> date:
    """A day as 2026-01-31."""
    text = str(node.scalar)
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Unfit("not_a_day", word=text[:40]) from None
