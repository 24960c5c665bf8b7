"""Why people cannot be drawn by lot as asked."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "lot_number_short": N_(
        "“{number}” is too short: at least {least} digits are drawn in public. "
        "Type all of them; nothing was drawn."
    ),
    "draw_numbers": N_(
        "The list is not numbered from 1 without gaps. Make the list again; nothing was drawn."
    ),
    "draw_name": N_(
        "Number {number} has no name, or a comma or quotation mark in the name or a group. "
        "Correct the record; nothing was drawn."
    ),
    "draw_group_missing": N_(
        "“{name}” (number {number}) lacks one of the groups that have places. "
        "Fill it in or leave the person out; nothing was drawn."
    ),
    "draw_group_unknown": N_(
        "Somebody on the list belongs to a group without a number of places. Give it one, even if it is 0."
    ),
    "draw_sizes": N_("Places cannot be shared out in proportion to {total} people. Look at the list again."),
    "draw_quotas": N_(
        "The places of the groups come to {places}, but {seats} people are to be drawn. "
        "Correct one of them; nothing was drawn."
    ),
    "draw_features": N_(
        "A feature is named twice, or has no places. Choose each one once; nothing was drawn."
    ),
    "draw_seats": N_(
        "{seats} people cannot be drawn from a list of {people}. Correct the number; nothing was drawn."
    ),
    "draw_impossible": N_(
        "There is no way to hold all places with the people of this list. "
        "Take over the change that is suggested, or choose other places; nothing was drawn."
    ),
    "draw_too_large": N_(
        "It could not be found out in time whether all places can be held. "
        "Take fewer features or larger groups; nothing was drawn."
    ),
}
