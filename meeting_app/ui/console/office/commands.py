"""What can be done from every page of the office by a key.

The shell binds them, the page of keys lists them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from meeting_app.i18n import N_
from meeting_app.ui.qt.commands import Command, CommandTable

CONTEXT: Final = "office"


@dataclass(frozen=True, slots=True)
class Declared:
    """A command without what it does."""

    id: str
    title: str
    keys: tuple[str, ...]
    group: str


GO: Final = N_("Going about")
DO: Final = N_("On a page")
LIST: Final = N_("In lists and fields")
DECLARED: Final = (
    Declared("today", N_("Today"), ("Alt+1",), GO),
    Declared("topics", N_("Topics"), ("Alt+2",), GO),
    Declared("meetings", N_("Meetings"), ("Alt+3",), GO),
    Declared("tasks", N_("Tasks"), ("Alt+4",), GO),
    Declared("roster", N_("Roster"), ("Alt+5",), GO),
    Declared("papers", N_("Papers"), ("Alt+6",), GO),
    Declared("draws", N_("Draws"), ("Alt+7",), GO),
    Declared("scenarios", N_("Role-play"), ("Alt+8",), GO),
    Declared("settings", N_("Settings"), ("Alt+9",), GO),
    Declared("find", N_("Find people, topics, meetings, papers"), ("Ctrl+F",), GO),
    Declared("keys", N_("Keys and help"), ("F1",), GO),
    Declared("new", N_("Add something to this page"), ("Ctrl+N",), DO),
    Declared("print", N_("Print what this page prints"), ("Ctrl+P",), DO),
    Declared("undo", N_("Take back what was done last"), ("Ctrl+Z",), DO),
)
# Keys that the controls themselves understand.
OF_CONTROLS: Final = (
    Declared("main", N_("The main button, or the chosen row is opened"), ("Enter",), LIST),
    Declared("escape", N_("Leave without change"), ("Esc",), LIST),
    Declared("next", N_("To the next control"), ("Tab",), LIST),
    Declared("tick", N_("Tick a box, press a button"), ("Space",), LIST),
    Declared("shift", N_("Move an item of the agenda"), ("Alt+Up",), LIST),
    Declared("minutes", N_("A minute more or less for the chosen item"), ("+",), LIST),
    Declared("remove", N_("Take the chosen item off the agenda"), ("Del",), LIST),
)


def table(acts: Mapping[str, Callable[[], None]]) -> CommandTable:
    """The commands with what they do; raises CommandClash when two want one key."""
    made = CommandTable()
    for one in DECLARED:
        made.add(Command(one.id, one.title, acts[one.id], one.keys, CONTEXT, group=one.group))
    return made
