"""The words of the floor: classes, categories, sides, orders, modes, groups, hints, verbs and refusals."""

from collections.abc import Mapping

from meeting_app.i18n import N_

CLASSES: Mapping[str, str] = {
    "speech": N_("Speech"),
    "reply": N_("Reply"),
    "question": N_("Question to the speaker"),
    "order": N_("Point of order"),
}
CATEGORIES: Mapping[str, str] = {
    "hearing": N_("cannot hear or see"),
    "breach": N_("rules are broken"),
    "procedure": N_("how to go on"),
    "enquiry": N_("asks how it works"),
}
SIDES: Mapping[str, str] = {"for": N_("In favour"), "against": N_("Opposed"), "": N_("no side")}
ORDERS: Mapping[str, str] = {
    "fair": N_("Who has spoken least"),
    "sides": N_("For and against by turns"),
    "asked": N_("As they asked"),
}
ORDER_SENTENCES: Mapping[str, str] = {
    "fair": N_("Who has not spoken comes first, then who spoke least, then who asked first."),
    "sides": N_("For and against take turns; within a side who spoke least comes first."),
    "asked": N_("Who asked first comes first."),
}
MODES: Mapping[str, str] = {
    "open": N_("Open list"),
    "stick": N_("Microphone"),
    "round": N_("Round"),
    "debate": N_("Debate"),
    "tables": N_("Small tables"),
}
MODE_SENTENCES: Mapping[str, str] = {
    "open": N_("Whoever wants to speak raises a hand and is called in the order of the list."),
    "stick": N_("A talk: only who holds the microphone speaks, then hands it on."),
    "round": N_("Everybody here is asked once; who has nothing to say passes."),
    "debate": N_("For and against speak by turns and get the same number of turns."),
    "tables": N_("People talk at small tables first; then one of each table reports."),
}
GROUPINGS: Mapping[str, str] = {
    "building": N_("Building"),
    "stairway": N_("Stairway"),
    "capacity": N_("Capacity"),
    "age": N_("Age"),
    "group": N_("Groups"),
}
AGES: Mapping[str, str] = {
    "age:0": N_("under 18"),
    "age:18": N_("18 to 34"),
    "age:35": N_("35 to 59"),
    "age:60": N_("60 to 74"),
    "age:75": N_("75 and over"),
}
HINTS: Mapping[str, str] = {
    "not_here": N_("{name} is not in the room."),
    "chair": N_("{name} chairs the meeting: who chairs stays neutral, or hands the chair over first."),
    "second_before_first": N_("{name} has spoken already; somebody who waits has not."),
    "same_side": N_("The last speaker was on the same side; the other side waits."),
    "turns_used": N_("{name} has used up the {most} turns on this item."),
    "budget_used": N_("The time of {group} is used up."),
    "left_open": N_("“{title}” was discussed and is not voted on yet. One matter at a time."),
    "called_back": N_("Ctrl+Z takes it back."),
    "spoke_already": N_("{name} has spoken on this already; {people} here have not spoken yet."),
    "one_matter": N_("{texts} texts are voted on after this: say which one is meant."),
}
VERBS: Mapping[str, str] = {
    "give_floor": N_("Microphone handed on"),
    "take_side": N_("Side noted"),
    "move_speech": N_("Moved in the queue"),
    "order_by_rule": N_("Queue ordered by the rule"),
    "speak_again": N_("Back on the list"),
    "pass_turn": N_("Turn passed"),
    "set_floor_rules": N_("Order of speakers chosen"),
    "set_floor_mode": N_("Way of speaking chosen"),
    "set_turn_limit": N_("Time to speak changed"),
    "close_list": N_("List of speakers closed"),
    "open_list": N_("List of speakers opened again"),
    "set_budget": N_("Shared time of the groups set"),
    "begin_round": N_("Round begun"),
    "draw_tables": N_("Small tables drawn"),
    "name_reporter": N_("Reporter named"),
    "start_table_work": N_("Tables began"),
    "pause_table_work": N_("Clock of the tables paused"),
    "resume_table_work": N_("Clock of the tables runs on"),
    "extend_table_work": N_("Time of the tables changed"),
    "begin_reports": N_("Reports begun"),
}
REFUSALS: Mapping[str, str] = {
    "own_speech": N_("{name} has the floor and cannot break into the own speech."),
    "list_closed": N_(
        "The list of speakers is closed. "
        "Open it with L; points of order, questions and replies still come on it."
    ),
    "nobody_spoke": N_("Nobody has spoken on this item yet."),
    "turns_out_of_range": N_("A person can have 0 (any number) to {most} turns."),
    "not_a_discussion": N_("“{title}” is not a discussion; only a discussion has a list of speakers."),
    "budget_out_of_range": N_("A group gets 1 to {most} minutes together, or none."),
    "round_empty": N_("Everybody here has a turn already."),
    "tables_out_of_range": N_("There can be {least} to {most} tables."),
    "tables_too_many": N_("That is more tables than people: {people} people are here. Nothing was changed."),
    "no_table": N_("{name} sits at no table. Draw the tables again."),
    "no_tables": N_("The tables are not drawn yet. Draw them first."),
}  # fmt: skip
