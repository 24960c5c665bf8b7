"""What a vote says when it cannot take something: what happened, what was kept, what to do next."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "urn_exists": N_("This vote has its ballot box already. Nothing was changed."),
    "urn_missing": N_("The ballot box of this vote is not on this laptop. Go on at the laptop where the vote was opened; nothing was changed."),
    "slip_unknown": N_("This code belongs to no slip of this vote. Type it again; nothing was changed."),
    "slip_spent": N_("This slip has been used already. The first vote counts, nothing was changed."),
    "paper_counted": N_("Paper no. {serial} is counted already. Check the number; nothing was changed."),
    "more_papers_than_issued": N_("Only {papers} papers were handed out, this would be one more. Check the number, or note that more were handed out."),
}  # fmt: skip
