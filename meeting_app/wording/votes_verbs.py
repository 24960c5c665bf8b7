"""What the journal calls the steps of a vote."""

from collections.abc import Mapping

from meeting_app.i18n import N_

VERBS: Mapping[str, str] = {
    "declare_choice": N_("Obvious majority declared"),
    "declare_majority": N_("Obvious majority declared"),
    "prepare_vote": N_("Vote prepared"),
    "drop_vote": N_("Prepared vote dropped"),
    "make_slips": N_("Slips made"),
    "make_paper_slips": N_("Codes of papers made"),
    "replace_paper": N_("Spoilt paper replaced"),
    "exchange_slip": N_("Slip exchanged for a paper"),
    "open_vote": N_("Vote by ballots opened"),
    "cast": N_("Vote taken"),
    "take_back_ballot": N_("Vote taken out again"),
    "deliver_ballots": N_("Ballots handed to owners noted"),
    "report_rest": N_("Remaining hands reported"),
    "hand_out": N_("Papers handed out noted"),
    "close_vote": N_("Vote closed"),
    "record_count": N_("Ballots counted"),
    "draw_lot": N_("Lot drawn"),
    "recount_vote": N_("Ballots to be counted again"),
    "publish_vote": N_("Result confirmed"),
    "reopen_vote": N_("Vote opened again"),
    "vote_on_the_rest": N_("Next vote of an election prepared"),
    "annul_vote": N_("Vote annulled"),
}
