"""Why people cannot be drawn by lot as asked, and why the papers of a vote do not balance."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "tally_unread": N_("{unread} unreadable papers cannot be. Correct the number; nothing was counted."),
    "vote_settled": N_(
        "This vote leads to no other: nobody is tied, no seat is open, or the next vote is there already."
    ),
    "turnout_impossible": N_(
        "Numbers below zero, or more exchanged papers than were given out ({issued}), cannot be. "
        "Correct them; nothing was changed."
    ),
    "turnout_papers_missing": N_(
        "{left} papers were given out and kept, {right} were cast or not returned: {difference} are missing. "
        "Look for them or record them as not returned; the result is not published before."
    ),
    "turnout_papers_extra": N_(
        "{left} papers were given out and kept, {right} were cast or not returned: {difference} too many. "
        "Check both numbers; the result is not published before."
    ),
    "turnout_ballots_missing": N_(
        "{left} ballots were cast, {right} are counted as valid, blank or invalid: {difference} are missing. "
        "Count again; the result is not published before."
    ),
    "turnout_ballots_extra": N_(
        "{left} ballots were cast, {right} are counted as valid, blank or invalid: {difference} too many. "
        "Count again; the result is not published before."
    ),
    "turnout_more_than_issued": N_(
        "{left} ballots were cast but only {right} were given out: {difference} too many. "
        "An election like this is void; a recount must clear it up before anything is published."
    ),
    "lot_number_short": N_(
        "“{number}” is too short: at least {least} digits are drawn in public. "
        "Type all of them; nothing was drawn."
    ),
    "draw_made": N_("“{title}” was drawn already and stays as it is. For another draw freeze a new list."),
    "draw_not_made": N_("Nobody was drawn yet, so there is nothing to save. Make the draw first."),
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
