"""Why a vote cannot be counted or lots cannot be drawn as asked."""

from collections.abc import Mapping

from meeting_app.i18n import N_
from meeting_app.wording import draw_refusals

SENTENCES: Mapping[str, str] = {
    **draw_refusals.SENTENCES,
    "tally_no_options": N_("The vote has no option to choose. Add at least one; nothing was counted."),
    "tally_seats": N_(
        "{seats} places cannot be filled from {options} options. Correct one of the two; nothing was counted."
    ),
    "tally_one_seat": N_(
        "This way of counting finds one winner, but {seats} places are to be filled. "
        "Choose another way of counting; nothing was counted."
    ),
    "tally_limit": N_(
        "A limit of {limit} on each ballot cannot be used here. Correct the number; nothing was counted."
    ),
    "tally_variant": N_(
        "This version does not know the rule “{variant}”. "
        "Choose another way of counting; nothing was counted."
    ),
    "budget_figures": N_(
        "The budget and the cost of each project must be more than nothing. "
        "Correct the amounts; nothing was counted."
    ),
    "tally_lot": N_(
        "The lot does not name every option exactly once. Draw lots again; the ballots are kept."
    ),
    "lot_number": N_(
        "“{number}” is not a number made of digits. Type the number that was drawn; the ballots are kept."
    ),
    "lot_names": N_(
        "Two options have the same text, so a lot cannot tell them apart. "
        "Give each its own text; nothing was drawn."
    ),
}
