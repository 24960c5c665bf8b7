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
    "method_for_other_question": N_("This way of counting answers another question. Choose one of those offered; nothing was changed."),
    "method_unknown": N_("This way of counting is not known to this version. Choose another one; nothing was changed."),
    "channel_needed": N_("Choose at least one way to vote. Nothing was changed."),
    "channel_not_secret": N_("Raised hands, cards and votes by name show who votes how. A secret vote takes paper or phones; nothing was changed."),
    "channel_closed": N_("This vote does not take votes in that way. Nothing was changed."),
    "hands_cannot_say": N_("A raised hand can only say yes or no, or choose one. Leave raised hands out for this way of counting."),
    "hands_over_rest": N_("{hands} hands cannot be: {cast} of those present have voted another way, so at most {rest} are left. Count again; nothing was changed."),
    "hands_have_no_area": N_("Raised hands have no names, so their area is not known. Take these votes by name; nothing was changed."),
    "rest_open": N_("The raised hands are not counted to the end, or the tellers differ. Count again; all figures are kept."),
    "options_number": N_("There are {options} options; at least {least} and at most {most} are possible. Nothing was changed."),
    "option_twice": N_("“{option}” stands there twice, and a lot could not tell them apart. Change one of them."),
    "cost_unreadable": N_("“{option}”: write the text, a blank and the cost in yuan, for example “Bench 3200”."),
    "entry_not_numbers": N_("Type numbers with blanks between them."),
    "entry_no_option": N_("There are {options} options, numbered from 1."),
    "entry_twice": N_("An option stands there twice."),
    "entry_answer": N_("Type 1 for, 2 against or 3 abstain."),
    "entry_points": N_("{options} numbers are needed, one for each option; {given} are there."),
    "vote_not_counted": N_("This vote is not counted yet, so there is nothing to export."),
    "bundle_not_written": N_("Nothing can be written in {place}. The result itself is kept; free some space or plug the stick in, and export again."),
    "majority_of_abstentions": N_("An obvious majority can be for or against. Call one of these choices first."),
    "nobody_entitled": N_("Nobody is entitled to vote in this meeting, so no vote can be held. Invite members with a vote first."),
    "vote_without_rule": N_("This kind of meeting has no rule for a vote. Choose a rule in the preparation; nothing was changed."),
    "no_secret_vote": N_("The meeting has no secret vote that is prepared and not opened yet, so no slips are needed."),
    "slips_number": N_("Between 1 and {most} slips can be made at once. Nothing was changed."),
    "ballot_spoilt": N_("This ballot would be invalid: {why}. Correct it; nothing was taken."),
    "ballot_other_question": N_("The ballot has {marks} answers, the vote has {options} options. Nothing was taken."),
    "voted_already": N_("{name} has voted already ({channel}). The first vote counts, nothing was changed."),
    "serial_needed": N_("A paper needs its number, and whether it is the first or the second typing. Nothing was taken."),
    "papers_impossible": N_("These numbers of papers cannot be: below zero, or more replaced than handed out."),
    "more_issued_than_rights": N_("{issued} papers for {rights} voting rights cannot be. Correct the number; nothing was changed."),
    "papers_open": N_("{papers} papers are typed once only, or differently (the first is no. {serial}). Type them again; all typings are kept."),
    "secret_not_reopened": N_("A secret vote cannot go on after its close: the ballot box is sealed. Annul it and vote again."),
    "count_of_other_ballots": N_("The ballots changed while they were counted. Count again; nothing was changed."),
    "lot_not_needed": N_("There is no tie, so no lot is drawn."),
    "lot_drawn": N_("The lot was drawn already and stays."),
    "vote_prepared": N_("This item has a vote by ballots prepared. Open that one, or go back to a show of hands first."),
}  # fmt: skip

SPOILT: Mapping[str, str] = {
    "unreadable": N_("nothing on it can be read"),
    "other_question": N_("it belongs to another vote"),
    "outside": N_("a number on it is not allowed"),
    "too_many": N_("more is marked than allowed"),
    "too_many_dots": N_("more dots are given than there are"),
    "no_first": N_("there is no first choice"),
    "several_firsts": N_("there are several first choices"),
}
CHANNELS: Mapping[str, str] = {
    "hands": N_("raised hand"),
    "keypad": N_("by name at the desk"),
    "paper": N_("paper"),
    "card": N_("card"),
    "phone": N_("phone"),
}
