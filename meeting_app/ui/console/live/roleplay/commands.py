"""The keys of the role-play's page: a number for a table and five letters, beside those of the meeting."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import N_
from meeting_app.ui.qt.commands import Command, CommandTable

if TYPE_CHECKING:
    from meeting_app.ui.console.live.roleplay.board import PlayBoard

CONTEXT: Final = "live_roleplay"
NUMBERS: Final = "live_roleplay_tables"  # the other numbers: one line on the page of keys is enough
GROUP: Final = N_("Role-play")

# method of the board, title, keys
DECLARED: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("propose", N_("Key in a proposal of the chosen table, then its cards"), ("P",)),
    ("coming", N_("Let a clue or an event out"), ("C",)),
    ("hint", N_("A hint for the chosen table"), ("H",)),
    ("scenes", N_("What the hall sees: follow, or hold a scene"), ("V",)),
    ("course", N_("Change the course: repeat, leave out, put in, end"), ("N",)),
)
TABLES: Final = tuple(str(number) for number in range(1, 10))
ALL_TABLES: Final = "0"


def add_to(table: CommandTable, page: "Callable[[], PlayBoard]") -> None:
    """Add the board's commands; `page` answers it when a key is pressed."""
    for name, title, keys in DECLARED:
        table.add(Command(f"play_{name}", title, _act(page, name), keys, CONTEXT, group=GROUP))
    for number in TABLES:
        first = number == TABLES[0]
        title = N_("What can be done at table 1 (2 to 9 likewise)") if first else ""
        name, act = f"play_table_{number}", _table(page, int(number))
        where = CONTEXT if first else NUMBERS
        table.add(Command(name, title, act, (number,), where, group=GROUP if first else ""))
    title = N_("Move among the tables by the arrow keys")
    table.add(Command("play_tables", title, _act(page, "to_tables"), (ALL_TABLES,), CONTEXT, group=GROUP))


def _act(page: "Callable[[], PlayBoard]", name: str) -> Callable[[], None]:
    def act() -> None:
        getattr(page(), name)()

    return act


def _table(page: "Callable[[], PlayBoard]", number: int) -> Callable[[], None]:
    return lambda: page().open_table(number)
