"""Why a row of an imported list is as it is: what is wrong with it, what has to be asked, what it changes."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _
from meeting_app.wording.labels import label

NOTES: Mapping[str, str] = {
    # The row cannot be taken.
    "name_missing": N_("There is no name in this row; write one, or take the row out"),
    "name_unclear": N_("“{name}” is not a name; correct it in the file"),
    "building_missing": N_("The building is missing; write it in its column, or write the place as 3-2-501"),
    "room_missing": N_("The room is missing; write it, as 501 or 3-2-501"),
    "room_unclear": N_("“{text}” is not a room; write it as 501 or 3-2-501"),
    "rooms_several": N_("There are {count} rooms in one cell; write each in a row of its own"),
    "formula_failed": N_(
        "“{text}” is a formula without a result; open the list in Excel or WPS, save it, and choose it again"
    ),
    "stairway_unclear": N_("“{text}” is not a stairway; write a number"),
    "storey_unclear": N_("“{text}” is not a storey; write a number"),
    "storey_missing": N_("The storey cannot be told from room {room}; add a column for it"),
    "twice_in_list": N_("The same as row {line}; take one of them out"),
    "shares_over": N_("The shares of this unit come to {numerator}/{denominator}, more than the whole"),
    "share_unclear": N_("“{text}” is not a share; write 1/2 or 50%"),
    # The row is no person.
    "sum_row": N_("This is a sum, not a person"),
    "heading_again": N_("The headings once more"),
    "house_line": N_("Names the house of the rows below"),
    "no_row": N_("Not a row of the list"),
    # A person has to say.
    "owner_missing": N_("There is no name in this row. Take the unit without an owner?"),
    "row_hidden": N_("This row is hidden in the file. Take it over?"),
    "formula_open": N_("“{text}” is a formula without a result. Take the row without it?"),
    "building_above": N_("There is no building in this row. Is it {building}, as in the row above?"),
    "stairway_above": N_(
        "There is no stairway in this row. Is it {building}, stairway {stairway}, as above?"
    ),
    "room_above": N_("There is no room in this row. Does it belong to {building} {room}, the row above?"),
    "name_aside": N_("Take “{name}”, and leave out “{aside}” behind it?"),
    "name_long": N_("Is “{name}” the name of one person?"),
    "area_differs": N_("The area is not the same as in row {line}. Is this one right?"),
    "gender_unclear": N_("“{text}” is neither female nor male. Take the row without it?"),
    "state_unclear": N_("“{text}” does not say whether the unit is sold. Take the row without it?"),
    "purpose_unclear": N_("“{text}” is not a known use of a unit. Take it as a home?"),
    "number_unclear": N_("“{text}” is not a number of a person. Take the row without it?"),
    "capacity_unclear": N_("“{text}” is not a known capacity. Take the row without capacities?"),
    "body_unknown": N_("There is no organisation “{body}” yet. Take the capacity without it?"),
    "changes_hands": N_("{name} owns this unit so far. Has it changed hands?"),
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
    "gender_changed": N_("The gender has changed"),
    "groups_changed": N_("Belongs to more groups"),
    "capacities_changed": N_("Has more capacities"),
    "share_changed": N_("The share has changed"),
    "owns_now": N_("Owns the unit now"),
    "area_changed": N_("The area has changed"),
    "unit_changed": N_("The unit's state or use has changed"),
    "another_home": N_("Has this home besides the one on the roster"),
    "several_changed": N_("{count} entries have changed"),
    # Only pointed out.
    "namesake_in_list": N_("The same name as in row {line}"),
    "same_person_in_list": N_("The same person as in row {line}, with another home"),
    "shares_equal": N_("{count} owners in one cell: each owns 1/{count} (Civil Code, art. 309)"),
    "phone_second": N_("A second telephone number, {text}, is left aside"),
    "group_new": N_("“{group}” becomes a new group"),
    "unsold_unit": N_("A unit without anybody"),
}


def note(code: str, params: Mapping[str, object]) -> str:
    """The note in the reader's language; "" when there is nothing to say."""
    return label(NOTES, code).format_map(dict(params)) if code else ""


def unused_columns(headings: tuple[str, ...]) -> str:
    """Which columns of a list are left aside; "" when all were understood."""
    if not headings:
        return ""
    return _("Left aside: {headings}").format(headings=_(", ").join(headings))
