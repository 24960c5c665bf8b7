"""Why a row of an imported list is as it is: what is wrong with it, what has to be asked, what it changes."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _
from meeting_app.wording.labels import label

NOTES: Mapping[str, str] = {
    # The row cannot be taken.
    "name_missing": N_("There is no name in this row"),
    "name_unclear": N_("“{name}” is not a name"),
    "several_names": N_("Several people in one cell; give each a row"),
    "building_missing": N_("The building is missing"),
    "room_missing": N_("The room is missing"),
    "room_unclear": N_("“{text}” is not a room"),
    "stairway_unclear": N_("“{text}” is not a stairway"),
    "storey_unclear": N_("“{text}” is not a storey"),
    "storey_missing": N_("The storey cannot be told from room {room}; add a column for it"),
    "sum_row": N_("This is a sum, not a person"),
    "twice_in_list": N_("The same as row {line}"),
    "shares_over": N_("The shares of this unit come to {numerator}/{denominator}, more than the whole"),
    "share_unclear": N_("“{text}” is not a share; write 1/2 or 50%"),
    # A person has to say.
    "area_unclear": N_("The area “{text}” cannot be read. Take the row without it?"),
    "area_unusual": N_("Is the area really {area}?"),
    "phone_unclear": N_("“{text}” is not a telephone number. Take the row without it?"),
    "relation_unclear": N_("“{text}” is not a known relation. Take the row without it?"),
    "birth_year_unclear": N_("“{text}” is not a year of birth. Take the row without it?"),
    "share_open": N_("{count} owners and no share said. Does each own 1/{count}?"),
    "shares_short": N_(
        "The shares of this unit come to {numerator}/{denominator} only. Take it all the same?"
    ),
    "share_of_no_owner": N_("Has a share, but is not an owner. Take the person without the share?"),
    "several_known": N_("{count} people of this name live in this unit already. One more?"),
    "known_elsewhere": N_("Somebody of this name lives in {building} {room}. Is it the same person?"),
    "namesakes_known": N_("{count} people of this name live elsewhere here. Is this another one?"),
    "similar_name": N_("“{name}” lives in the same unit. Is it the same person?"),
    "building_new": N_("There is no {building} yet. Add it?"),
    # What an import changes.
    "phone_changed": N_("The telephone number has changed"),
    "birth_year_changed": N_("The year of birth has changed"),
    "area_changed": N_("The area has changed"),
    "several_changed": N_("{count} entries have changed"),
    # Only pointed out.
    "namesake_in_list": N_("The same name as in row {line}"),
}


def note(code: str, params: Mapping[str, object]) -> str:
    """The note in the reader's language; "" when there is nothing to say."""
    return label(NOTES, code).format_map(dict(params)) if code else ""


def unused_columns(headings: tuple[str, ...]) -> str:
    """Which columns of a list are left aside; "" when all were understood."""
    if not headings:
        return ""
    return _("Left aside: {headings}").format(headings=_(", ").join(headings))
