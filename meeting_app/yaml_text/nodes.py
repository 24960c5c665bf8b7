"""A document as values that remember where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Scalar = str | int | Decimal | bool | None


class Kind(StrEnum):
    """What a node is."""

    TEXT = "text"
    NUMBER = "number"
    DECIMAL = "decimal"
    FLAG = "flag"
    NOTHING = "nothing"
    LIST = "list"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a map and what it stands for; the place is the name's."""

    name: str
    node: "Node"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place: a scalar, the `items` of a list, or the `entries` of a map in their order."""

    kind: Kind
    line: int
    column: int
    scalar: Scalar = None
    items: tuple["Node", ...] = ()
    entries: tuple[Entry, ...] = ()
    file: str = ""

    def get(self, name: str) -> "Node | None":
        """The value of a name in a map; None when it is not there."""
        return next((entry.node for entry in self.entries if entry.name == name), None)

    def walk(self) -> Iterator["Node"]:
        """This node and all in it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [*node.items, *(entry.node for entry in node.entries)]
