"""Questions that the page asks one after the other, answered with a number each; Qt-free.

A flow is a value: its question, and what an answer leads to: another flow, an order for the desk, or the end.
So a proposal takes one key an issue, and nothing is written before the last answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from meeting_app.queries.roleplay.types import PlayNow


@dataclass(frozen=True, slots=True)
class Option:
    """An answer. `marked`: it is chosen already, where several may be."""

    id: str
    text: str
    detail: str = ""
    chip: str = ""
    tone: str = "plain"
    marked: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, a line beside it, and the answers in the order of their numbers."""

    title: str
    note: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """The hall is to see this scene whatever the play does; "" follows the play again."""

    scene: str


class Flow(Protocol):
    """One question of a chain."""

    def question(self) -> Question:
        """What is asked now."""

    def choose(self, option: str) -> "Flow | Order | Hold | None":
        """What an answer leads to; None ends it."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something to be done. `then` makes the next question from the play as it is afterwards."""

    action: Callable[..., Any]
    arguments: Mapping[str, Any] = field(default_factory=dict)
    then: "Callable[[PlayNow], Flow | None] | None" = None


Answer = Flow | Order | Hold | None
