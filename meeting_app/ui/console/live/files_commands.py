"""The keys of the page with the pictures and PDFs of the current item; they act while it is shown."""

from typing import Final

from meeting_app.i18n import N_
from meeting_app.ui.console.live.page_commands import Declared

CONTEXT: Final = "live_files"
FILES: Final = N_("Pictures and PDFs")

DECLARED: Final[tuple[Declared, ...]] = (
    ("choose", N_("Choose a picture or PDF from a folder or a stick"), ("N", "Ins"), False),
    ("paste", N_("Add what was copied: a picture, or a file"), ("Ctrl+V",), False),
    ("remove", N_("Take the chosen one off the item"), ("Del",), False),
    ("choose_up", N_("Picture or PDF above"), ("Up",), True),
    ("choose_down", N_("Picture or PDF below"), ("Down",), True),
)
