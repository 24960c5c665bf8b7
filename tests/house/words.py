"""Finds the words of the product: what the code asks the catalogue for, and what the catalogue answers."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import catalogues
from babel.messages.catalog import Message

from tests.house import sources

# Function: places of the context, the singular and the plural among its arguments (-1: has none).
ASKERS = {"_": (-1, 0, -1), "N_": (-1, 0, -1), "ngettext": (-1, 0, 1), "pgettext": (0, 1, -1)}
Key = tuple[str | None, str]


@dataclass(frozen=True)
class Asked:
    """One message in the code."""

    place: str
    context: str | None
    singular: str
    plural: str | None
    given: frozenset[str] = frozenset()  # what the code gives to `.format` at the spot

    @property
    def key(self) -> Key:
        """What the catalogue files it under."""
        return self.context, self.singular


def _text(node: ast.Call, index: int) -> str | None:
    if index < 0 or index >= len(node.args):
        return None
    part = node.args[index]
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None


@cache
def _given(source: sources.Source) -> dict[int, frozenset[str]]:
    """For each call inside `call(...).format(a=..., b=...)`: the names that are filled in."""
    return {
        id(node.func.value): frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    }


@cache
def asked() -> tuple[Asked, ...]:
    """Every message that stands literally in a call of a function of `i18n`."""
    found = []
    for source in sources.python("meeting_app"):
        for node, _owner, name in sources.calls(source):
            if name not in ASKERS:
                continue
            context, singular, plural = (_text(node, index) for index in ASKERS[name])
            if singular:
                given = _given(source).get(id(node), frozenset())
                found.append(Asked(source.line(node), context, singular, plural, given))
    return tuple(found)


@cache
def answered() -> dict[Key, tuple[str, Message]]:
    """Every message of the Chinese parts with the part's name."""
    return {
        (message.context, message.id if isinstance(message.id, str) else message.id[0]): (part.name, message)
        for part in catalogues.parts("zh_CN")
        for message in catalogues.messages(part, "zh_CN")
    }


def translations(message: Message) -> tuple[str, ...]:
    """The forms of a translation: Chinese has one, also for counts."""
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def fields(text: str) -> Iterator[str]:
    """The names in braces; raises ValueError for a brace that does not close."""
    return (name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)
