"""The keys of the page that settles what was parked; they act while it is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import N_
from meeting_app.ui.qt.commands import Command, CommandTable

if TYPE_CHECKING:
    from meeting_app.ui.console.live.sweep import SweepPage

CONTEXT: Final = "live_sweep"
PARKED: Final = N_("Parked matters")

# method of the page, title, keys, whether holding the key acts again and again
DECLARED: Final[tuple[tuple[str, str, tuple[str, ...], bool], ...]] = (
    ("topic", N_("The matter becomes a topic"), ("1",), False),
    ("next_meeting", N_("The matter goes to the next meeting"), ("2",), False),
    ("task", N_("The matter becomes a task"), ("3",), False),
    ("answered", N_("The matter is answered here"), ("4",), False),
    ("choose_up", N_("Matter above"), ("Up",), True),
    ("choose_down", N_("Matter below"), ("Down",), True),
)


def add_to(table: CommandTable, page: "Callable[[], SweepPage]") -> None:
    """Add the page's commands; `page` answers it when a key is pressed."""
    for name, title, keys, repeats in DECLARED:
        act = _act(page, name)
        table.add(Command(f"sweep_{name}", title, act, keys, CONTEXT, group=PARKED, repeats=repeats))


def _act(page: "Callable[[], SweepPage]", name: str) -> Callable[[], None]:
    def act() -> None:
        getattr(page(), name)()

    return act
