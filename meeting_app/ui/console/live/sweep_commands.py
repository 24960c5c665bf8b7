"""The keys of the page that settles what was parked; they act while it is shown."""

from typing import Final

from meeting_app.i18n import N_
from meeting_app.ui.console.live.page_commands import Declared

CONTEXT: Final = "live_sweep"
PARKED: Final = N_("Parked matters")

DECLARED: Final[tuple[Declared, ...]] = (
    ("topic", N_("The matter becomes a topic"), ("1",), False),
    ("next_meeting", N_("The matter goes to the next meeting"), ("2",), False),
    ("task", N_("The matter becomes a task"), ("3",), False),
    ("answered", N_("The matter is answered here"), ("4",), False),
    ("choose_up", N_("Matter above"), ("Up",), True),
    ("choose_down", N_("Matter below"), ("Down",), True),
)
