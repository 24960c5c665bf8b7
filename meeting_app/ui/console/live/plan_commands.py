"""The keys of the page of agenda and time; they act while it is shown, before those of the meeting."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import N_
from meeting_app.ui.qt.commands import Command, CommandTable

if TYPE_CHECKING:
    from meeting_app.ui.console.live.plan import PlanPage

CONTEXT: Final = "live_plan"
PLAN: Final = N_("Agenda and time")

# method of the page, title, keys, whether holding the key acts again and again
DECLARED: Final[tuple[tuple[str, str, tuple[str, ...], bool], ...]] = (
    ("spread", N_("Take the missing time evenly from what is to come"), ("1",), False),
    ("from_item", N_("Take it from the chosen item alone"), ("2",), False),
    ("move_out", N_("Move items out"), ("3",), False),
    ("extend", N_("Extend the meeting; a decision for the minutes"), ("4",), False),
    ("choose_up", N_("Item above"), ("Up",), True),
    ("choose_down", N_("Item below"), ("Down",), True),
    ("shift_up", N_("Move the item up"), ("Alt+Up",), True),
    ("shift_down", N_("Move the item down"), ("Alt+Down",), True),
    ("insert", N_("Insert an item before the chosen one"), ("Ins", "N"), False),
    ("skip", N_("Leave the item out, or take it in again"), ("S",), False),
    ("repeat", N_("Take the item once more"), ("R",), False),
    ("protect", N_("Protect the item, or no longer"), ("P",), False),
    ("drop", N_("The item may be moved out, or no longer"), ("D",), False),
    ("more_minutes", N_("A minute more for the item"), ("+", "="), True),
    ("less_minutes", N_("A minute less for the item"), ("-",), True),
)


def add_to(table: CommandTable, page: "Callable[[], PlanPage]") -> None:
    """Add the page's commands; `page` answers it when a key is pressed."""
    for name, title, keys, repeats in DECLARED:
        table.add(
            Command(f"plan_{name}", title, _act(page, name), keys, CONTEXT, group=PLAN, repeats=repeats)
        )


def _act(page: "Callable[[], PlanPage]", name: str) -> Callable[[], None]:
    def act() -> None:
        getattr(page(), name)()

    return act
