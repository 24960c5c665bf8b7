"""What refusals around papers say."""

from collections.abc import Mapping
from typing import Final

from meeting_app.i18n import N_

SENTENCES: Final[Mapping[str, str]] = {
    "nothing_to_vote": N_("This meeting votes on nothing, so there are no ballot papers to print. Add an item of the kind “Vote” first."),
    "not_a_register": N_("“{file}” is not a register of papers. Choose the register.json that was exported with the papers."),
    "no_proxies": N_("In this kind of meeting nobody may be represented: members come in person. There is no form to print."),
    "no_tasks": N_("This meeting gave no task that is still open, so there is no slip to print."),
    "not_public": N_("No decision of this meeting is on public notice. Make the notice of the decision first."),
    "paper_empty": N_("There is nothing to print on “{title}” yet."),
    "not_for_board": N_("Only a filed public paper is put up. Nothing was noted."),
    "posting_day": N_("A day from {first} to {last}, please. Nothing was noted."),
    "nothing_drawn": N_("No lot was drawn in this meeting yet, so there is nothing to record."),
    "still_public": N_("The public notice runs until {last}. Make the report on the day after; objections are noted until then."),
    "paper_leaks": N_("This paper is for the board, and it would tell what should not hang there: {found}. Nothing was filed. Take it out of the text, or make the paper all the same if the law asks for it."),
    "objection_outside": N_("An objection is noted while the notice is public, from {first} to {last}. Nothing was noted."),
}  # fmt: skip
