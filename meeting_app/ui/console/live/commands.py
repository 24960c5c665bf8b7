"""The keys of a live meeting, as one table: buttons, menu, the page of keys and the key router read it."""

from collections.abc import Callable, Mapping
from typing import Final

from meeting_app.i18n import N_
from meeting_app.ui.console.live import floor_commands
from meeting_app.ui.qt.commands import Command, CommandTable

CONTEXT: Final = "live"
MEETING, CLOCK, HALL, NOTES, HELP = (
    N_("Meeting"), N_("Clock"), N_("Projector"), N_("Writing down"), N_("Keys and undo"),
)  # fmt: skip

# id, title, keys, group, whether holding the key acts again and again
DECLARED: Final[tuple[tuple[str, str, tuple[str, ...], str, bool], ...]] = (
    ("main", N_("The main button of the page"), ("Return",), MEETING, False),
    ("next", N_("Next step: the next speaker or the next item"), ("PgDown", "Right"), MEETING, False),
    ("back", N_("Item before"), ("PgUp", "Left"), MEETING, False),
    ("add", N_("Add a speaker"), ("A",), MEETING, False),
    ("check_in", N_("Check-in desk"), ("Ctrl+I",), MEETING, False),
    ("plan", N_("Agenda and time: change the agenda, end in time"), ("T",), MEETING, False),
    ("find", N_("Find a person"), ("Ctrl+F",), MEETING, False),
    ("clock", N_("Start or pause the clock"), ("Space",), CLOCK, False),
    ("more", N_("30 seconds more"), ("Up",), CLOCK, True),
    ("less", N_("30 seconds less"), ("Down",), CLOCK, True),
    ("black", N_("Black picture, and back"), (".",), HALL, False),
    ("turn", N_("Turn the page of the text that the hall reads"), ("Ctrl+PgDown",), HALL, False),
    ("view", N_("Show the next picture or PDF of the item"), ("V",), HALL, False),
    ("files", N_("Pictures and PDFs of the item: add, show, take off"), ("F",), HALL, False),
    ("read_back", N_("Show what was written down, and back"), ("W",), HALL, False),
    ("capture", N_("Write a line down"), ("Ctrl+K",), NOTES, False),
    ("note_decision", N_("Write a decision down"), ("Alt+1",), NOTES, False),
    ("note_task", N_("Write a task down"), ("Alt+2",), NOTES, False),
    ("note_parking", N_("Park a matter for later"), ("Alt+3",), NOTES, False),
    ("note_banner", N_("Write a line for the hall"), ("Alt+4",), NOTES, False),
    ("undo", N_("Take back the last thing done"), ("Ctrl+Z",), HELP, False),
    ("keys", N_("All keys"), ("F1",), HELP, False),
    ("deck", N_("Back to the deck; close what is open"), ("Esc",), HELP, False),
)

NAMES: Final = (*(row[0] for row in DECLARED), *floor_commands.NAMES)


def table(acts: Mapping[str, Callable[[], None]]) -> CommandTable:
    """The commands of a live window; `acts` does each of them. Raises KeyError when one is missing."""
    made = CommandTable()
    for name, title, keys, group, repeats in (*DECLARED, *floor_commands.DECLARED):
        made.add(Command(name, title, acts[name], keys, CONTEXT, group=group, repeats=repeats))
    for number in floor_commands.OTHER_NUMBERS:
        name = f"floor_{number}"
        made.add(Command(name, "", acts[name], (number,), floor_commands.NUMBERS))
    return made
