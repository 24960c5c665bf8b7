"""What a role-play refuses, in words."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "roleplay_too_many_choices": N_(
        "“{issue}” can be settled in more than {most} ways, which nobody can weigh. Take away options, or allow fewer of them together; nothing was changed."
    ),
    "roleplay_no_tables": N_(
        "{count} players make no tables of this scenario. Ask some to watch, or choose another scenario; nothing was changed."
    ),
    "package_unreadable": N_(
        "This is no scenario package, or it is damaged. Get the file again; nothing was taken over."
    ),
    "package_too_large": N_(
        "The package is larger than {most} MB unpacked. Make the pictures smaller; nothing was taken over."
    ),
    "package_name": N_(
        "“{name}” does not belong into a scenario package. Only the scenario, its manifest and PNG or JPEG pictures under pictures/ may be in it; nothing was taken over."
    ),
    "package_manifest": N_(
        "The package has no readable list of its contents (manifest.json). Export it anew; nothing was taken over."
    ),
    "package_newer": N_(
        "The package was made by a newer version of the program (format {version}). Update the program; nothing was taken over."
    ),
    "package_other_files": N_(
        "The list of contents and the package do not agree about “{name}”. Export it anew; nothing was taken over."
    ),
    "package_changed": N_(
        "“{name}” was changed after the package was made. Export it anew; nothing was taken over."
    ),
    "package_one_text": N_(
        "The package has to hold exactly one scenario (scenario.yaml or scenario.json). Export it anew; nothing was taken over."
    ),
    "cast_fixed_clash": N_(
        "The seats that were set by hand cannot all be kept: two people have the same one, or there is no such seat. Free one of them; the cast stays as it was."
    ),
    "cast_redrawn": N_(
        "This player has drawn again already; once is possible. The facilitator can still exchange two players."
    ),
    "cast_no_other_role": N_(
        "There is no other role for this player. The facilitator can exchange two players, or the player watches."
    ),
    "merge_in_play": N_(
        "“{name}” is in the role-play “{title}”, as a player or in a pair kept apart. What is kept there is private and could not be taken back: take them out there first, or merge when it is over."
    ),
    "play_no_table": N_("There is no such table. Look at the list again; nothing was changed."),
    "play_over": N_("The play has ended. Go back a phase to go on."),
    "play_at_start": N_("This is the first phase already."),
    "play_not_running": N_("No phase is running. Start the play first."),
    "play_not_skippable": N_("“{phase}” cannot be left out. Shorten it, or go on when it is done."),
    "play_allowance": N_(
        "One table may be at most {most} minutes ahead or behind. The allowance stays as it was."
    ),
    "play_colour": N_("There are only a yellow and a red card."),
    "play_no_clue": N_("There is no such clue in this scenario."),
    "play_clue_out": N_("This clue is out already."),
    "play_no_event": N_("There is no such event in this scenario."),
    "play_event_past": N_("This event has happened already."),
    "play_no_round_left": N_(
        "The table has used its {rounds} proposals. Record what it agrees on, issue by issue."
    ),
    "play_incomplete": N_(
        "The proposal is not complete or chooses what is not offered. Settle every issue; nothing was recorded."
    ),
    "play_constraint": N_("The proposal breaks a constraint: {text}. Change it; nothing was recorded."),
    "play_no_proposal": N_("The table has not proposed anything yet. Key in the proposal first."),
    "play_no_role": N_("This role is not played at that table. Choose another; nothing was recorded."),
    "scenario_nothing_to_try": N_(
        "There is nothing to try out yet. Write roles and a plan of phases first; everything stays as it was."
    ),
    "scenario_book_unreadable": N_(
        "This is no table of a scenario, or it is damaged. Save it anew from the editor and fill that one; nothing was taken over."
    ),
    "scenario_book_unfit": N_(
        "The table makes no scenario: {n} entries are missing or stand in the wrong place. Leave the first columns and the short names as they were; nothing was taken over."
    ),
    "scenario_unreadable": N_(
        "The scenario cannot be understood: {n} faults, the first in line {line}. Nothing was taken over; correct them and try again."
    ),
    "scenario_not_ready": N_(
        "“{title}” cannot be played yet. Correct what the editor marks red; everything was kept."
    ),
    "scenario_only_draft": N_(
        "“{title}” was never complete, so there is nothing to go back to. It stays as it is."
    ),
    "card_too_long": N_(
        "The card of {role} holds more than fits on one side in letters that everybody can read. Shorten its texts in the scenario; nothing was printed."
    ),
    "play_not_cast": N_(
        "The seats of this play are not given out yet, so there is nothing to print for them. Cast it first."
    ),
    "play_printed": N_(
        "A copy with secrets went out already ({number}). Make sure where it is before you print one more."
    ),
    "no_clues": N_("This scenario has no clues, so there are no clue cards to print."),
    "no_observer_sheet": N_(
        "This scenario asks its observers nothing, so there is no sheet to print. Add an observer with questions in the scenario."
    ),
    "scenario_no_file": N_("“{name}” cannot be read. Check the stick or the folder; nothing was taken over."),
    "play_state": N_("The play is {play}, so this is not possible now. Nothing was changed."),
    "play_no_plan": N_("The scenario has no plan of {minutes} minutes. Choose one of its lengths."),
    "play_attribute": N_(
        "This answer is not offered by the scenario. Choose one of the list; nothing was changed."
    ),
    "play_pair_same": N_("Choose two different people."),
    "play_codes": N_("From 1 to {most} sheets can be made. Nothing was changed."),
    "play_seed": N_("A seed is a number from 0 to {most}. The cast stays as it was."),
    "play_no_player": N_("This person does not take part in the play. Look at the list again."),
    "play_has_player": N_("This person takes part already."),
    "play_other_running": N_("Another play is running. End it first; this one stays as it is."),
    "play_phase": N_("A further phase takes from 1 to {most} minutes. Nothing was put in."),
    "play_hint": N_("There are hints of three strengths."),
    "play_note_kind": N_("Only notes, quotes and suggestions can be written down here."),
    "cast_no_such_seat": N_("There is no such seat at that table now. The cast stays as it was."),
    "cast_role_needed": N_(
        "Table {table} cannot do without “{role}”. Exchange two players instead; the cast stays as it was."
    ),
    "sheet_code": N_(
        "“{sheet}” is no code of this play's sheets. Look at the sheet again; nothing was kept."
    ),
    "sheet_answers": N_("An answer is a number from 1 to 5. Type the sheet again; nothing was kept."),
    "sheet_twice": N_(
        "The sheet {sheet} was typed already. If that was wrong, take it out first; the first one is kept."
    ),
    "play_not_ended": N_(
        "“{title}” is not ended yet. Press Enter to end it; then who played whom is forgotten."
    ),
}
PLAY_STATES: Mapping[str, str] = {
    "prepared": N_("being prepared"),
    "cast": N_("cast and not begun"),
    "running": N_("under way"),
    "ended": N_("over"),
}
