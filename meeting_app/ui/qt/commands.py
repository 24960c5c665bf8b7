"""Commands as data: what can be done, what it is called, which keys do it, when.

Menus, buttons, the page of keys and the key router all read the same table, so what a button shows is what
the key does. Two commands with one key in one context are an error when the table is made, not a surprise
in a meeting.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QKeySequence

from meeting_app.i18n import N_, _

EVERYWHERE: Final = "everywhere"
# How keys are written on caps: words for those that no cap shows by its own name.
KEY_NAMES: Final = {
    "Return": N_("Enter"),
    "Enter": N_("Enter"),
    "Space": N_("Space"),
    "Esc": N_("Esc"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgDown": "PgDn",
    "PgUp": "PgUp",
}


class CommandClash(Exception):
    """Two commands want the same key, or the same name, in one context."""


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Command:
    """One thing that can be done.

    `title` is a msgid. `keys` are written as Qt writes them ("Ctrl+K", "PgDown", "."); the first is shown
    on buttons. `context` says where the keys act ("everywhere" or the name of a page). `group` is the
    menu's heading (a msgid). `repeats` = a key that is held down acts again and again.
    """

    id: str
    title: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    context: str = EVERYWHERE
    enabled: Callable[[], bool] = _always
    group: str = ""
    repeats: bool = False

    def name(self) -> str:
        """The title in the reader's language."""
        return _(self.title)

    def cap(self) -> str:
        """What its key cap shows, "" without a key."""
        return key_name(self.keys[0]) if self.keys else ""

    def go(self) -> bool:
        """Do it if it is enabled; answers whether it was."""
        if not self.enabled():
            return False
        self.run()
        return True


def key_name(key: str) -> str:
    """A key as people read it on a cap, e.g. Enter, Space, Ctrl+K, ↑."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    named = KEY_NAMES.get(last)
    return "+".join([*modifiers, _(named) if named else last])


def canonical(key: str) -> str:
    """A key in Qt's own spelling, so that two ways of writing one key are seen as one; raises ValueError."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    if not text:
        raise ValueError(f"no such key: {key!r}")
    return "Return" if text == "Enter" else text


@dataclass
class CommandTable:
    """All commands of a window, in the order of the menus."""

    _commands: dict[str, Command] = field(default_factory=dict)
    _keys: dict[tuple[str, str], Command] = field(default_factory=dict)

    def add(self, *commands: Command) -> None:
        """Take up commands; raises CommandClash or ValueError."""
        for command in commands:
            if command.id in self._commands:
                raise CommandClash(f"two commands are called {command.id}")
            for key in command.keys:
                self._take_key(canonical(key), command)
            self._commands[command.id] = command

    def _take_key(self, key: str, command: Command) -> None:
        for (taken, context), other in self._keys.items():
            shared = EVERYWHERE in (context, command.context) or context == command.context
            if taken == key and shared:
                raise CommandClash(f"{key}: {other.id} and {command.id} in {command.context}")
        self._keys[key, command.context] = command

    def remove_context(self, context: str) -> None:
        """Forget the commands of a page that is left."""
        for command in [one for one in self._commands.values() if one.context == context]:
            del self._commands[command.id]
        self._keys = {place: one for place, one in self._keys.items() if place[1] != context}

    def get(self, command_id: str) -> Command:
        """A command by its name; raises KeyError."""
        return self._commands[command_id]

    def find(self, key: str, contexts: Iterable[str]) -> Command | None:
        """The command of a key in these contexts, the nearest first; "everywhere" is always one of them."""
        for context in (*contexts, EVERYWHERE):
            command = self._keys.get((key, context))
            if command is not None:
                return command
        return None

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def groups(self, contexts: Iterable[str]) -> dict[str, list[Command]]:
        """Commands of these contexts by group, for menus and the page of keys."""
        wanted = {*contexts, EVERYWHERE}
        found: dict[str, list[Command]] = {}
        for command in self:
            if command.context in wanted:
                found.setdefault(command.group, []).append(command)
        return found
