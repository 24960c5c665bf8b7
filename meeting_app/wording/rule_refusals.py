"""What the rules of decision refuse, in words: impossible figures, and rules that cannot be or are not in
force.
"""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "rule_unknown": N_(
        "There is no rule of the name “{rule}” here. Choose another rule; nothing was changed."
    ),
    "rule_not_yet": N_(
        "“{rule}” is in force only since {since}, the meeting is on {day}. Choose another day or another rule."
    ),
    "rule_no_longer": N_(
        "“{rule}” was in force until {until}, the meeting is on {day}. Choose another day or another rule."
    ),
    "hands_without_area": N_(
        "“{rule}” also counts the floor area, and a raised hand shows none. "
        "Take the vote by keypad or paper; nothing was opened."
    ),
    "hands_other_base": N_(
        "“{rule}” does not take its share of those present. Prepare the vote and choose how votes "
        "come in; hands can be one of the ways. Nothing was opened."
    ),
    "rule_name_taken": N_(
        "There is a rule named “{name}” already. Choose another name; nothing was changed."
    ),
    "rule_in_use": N_(
        "“{name}” is named by {n} meetings or kinds of meetings. Choose another rule there first; it stays."
    ),
    "rule_announced": N_(
        "The notice of “{title}” was posted under the rule “{name}”, so the rule stays as it is. Change a copy of it, and choose the copy for a vote with a reason for the minutes."
    ),
    "rule_impossible": N_(
        "The parts of the rule “{rule}” do not fit together: {part}. Correct it; nothing was changed."
    ),
    "share_impossible": N_(
        "A share of {numerator}/{denominator} cannot be reached or says nothing. "
        "Write a fraction between 0 and 1; more than all is not possible."
    ),
    "count_below_zero": N_("Under the rule “{rule}” no figure can lie below zero. Please count again."),
    "area_above_total": N_(
        "Under the rule “{rule}” {area_c} m² voted, but all units together have {total_c} m². "
        "Please look for the ballot that counts twice."
    ),
    "voices_do_not_add_up": N_(
        "For, against and abstentions come to {voices}, but {valid} ballots are valid. Please count again."
    ),
    "seats_below_one": N_("An election fills at least one seat. Say how many."),
    "votes_above_ballots": N_(
        "{votes} votes on {ballots} valid ballots for {seats} seats cannot be. Please count again."
    ),
}
# What can be wrong in a rule's file beside what can be wrong in any file (wording.yaml_problems).
FILE_CAUSES: Mapping[str, str] = {
    **SENTENCES,
    "rule_code": N_("“{word}” is no code. Write small letters, digits and _ , for example own_rule_2026."),
    "rule_fraction": N_("“{word}” is not a fraction. Write it like 2/3."),
    "rule_operator": N_(
        "Write exactly one of at_least (the number itself is enough) and more_than (it is not), "
        "for example at_least: 2/3."
    ),
}
PARTS: Mapping[str, str] = {
    "name": N_("the name is missing"),
    "dates": N_("it ends before it begins"),
    "participation": N_("who must take part is a share of all entitled, of those present or voting"),
    "approval": N_("a proposal needs at least one voice for it"),
    "measures": N_("persons and area each once; an election counts persons only"),
    "days": N_("days and limits cannot lie below zero"),
    "further": N_("a further election and more candidates than seats belong to elections only"),
}
