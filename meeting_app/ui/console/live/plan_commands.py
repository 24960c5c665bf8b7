"""The keys of the page of agenda and time; they act while it is shown, before those of the meeting."""

from typing import Final

from meeting_app.i18n import N_
from meeting_app.ui.console.live.page_commands import Declared

CONTEXT: Final = "live_plan"
PLAN: Final = N_("Agenda and time")

DECLARED: Final[tuple[Declared, ...]] = (
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
