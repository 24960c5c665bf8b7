"""What a refusal says: what happened, what was kept, what to do next."""

from collections.abc import Mapping
from datetime import date

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import N_, _
from meeting_app.wording import (
    agenda_refusals,
    amounts,
    floor,
    labels,
    paper_refusals,
    people_refusals,
    proxies,
    roleplay_refusals,
    rule_refusals,
    tally_refusals,
    times,
    votes_refusals,
)

SENTENCES: Mapping[str, str] = {
    **votes_refusals.SENTENCES,
    **paper_refusals.SENTENCES,
    **roleplay_refusals.SENTENCES,
    "gone": N_("That entry is no longer there. Nothing was changed; look at the list again."),
    "text_needed": N_("Something is missing here: please fill in “{what}”. Nothing was changed."),
    "text_too_long": N_("“{what}” has {length} characters, {most} fit. Please shorten it; nothing was changed."),
    "stage_backwards": N_("A topic only goes forward. It stands at “{present}”; to go on, choose a later stage."),
    "stage_skip_needs_reason": N_("This leaves a stage out. Write the reason in a sentence; it is shown on the topic's passport."),
    "topic_not_at_end": N_("The topic is not at its last stage yet, so it cannot be ended."),
    "already_supports": N_("{name} backs this topic already; nobody counts twice."),
    "money_negative": N_("An amount below zero is not possible. Nothing was changed."),
    "money_too_large": N_("An amount above {total} is not possible. Nothing was changed."),
    "shares_do_not_add_up": N_("The shares come to {total}, the plan costs {cost}. Correct one of them; nothing was changed."),
    "shares_not_one": N_("The owners' shares come to {numerator}/{denominator}, not to one. Nothing was changed."),
    "person_not_active": N_("This record was merged or deleted. Look for the person again."),
    "capacity_held": N_("The person holds this capacity already."),
    "merge_same": N_("Choose two different records to merge."),
    "community_exists": N_("This file has its community already."),
    "meeting_kind_unknown": N_("This kind of meeting is not known to this version."),
    "meeting_state": N_("That does not fit the state of the meeting now: {state}. Nothing was changed."),
    "minutes_out_of_range": N_("An item takes at least 1 minute and at most a day."),
    "speech_limit_out_of_range": N_("A speech takes at least 10 seconds and at most an hour."),
    "item_begun": N_("“{title}” was begun already and stays as it is."),
    "item_not_current": N_("“{title}” is not the current item. Take it first."),
    "motion_needs_vote_item": N_("A text for the vote belongs to an item of the kind “Vote”."),
    "motion_announced": N_("The text was announced in the notice and is fixed. To change it, change the meeting's time and post a new notice."),
    "vote_without_motion": N_("“{title}” has no text to vote on. Write it first."),
    "tellers_not_distinct": N_("The two tellers must be two persons, and neither of them the chair."),
    "posted_in_future": N_("The day of posting cannot lie after today or after the meeting."),
    "agenda_empty": N_("The agenda has no item. Add one first."),
    "no_quorum": N_("{present} members with a vote are here, {needed} are needed: {short} short. Wait, or open with a reason for the minutes."),
    "no_next_item": N_("This is the last item. Close the meeting when it is done."),
    "no_previous_item": N_("This is the first item."),
    "already_present": N_("{name} is checked in already."),
    "not_present": N_("{name} is not checked in. Check in first."),
    "badge_unknown": N_("No badge has the code {badge}. Look for the person by name."),
    "speaking_now": N_("{name} is speaking. End the speech first."),
    "already_waiting": N_("{name} is on the list already."),
    "speech_state": N_("This speech has gone on meanwhile. Look at the list again."),
    "nobody_waiting": N_("Nobody is waiting to speak."),
    "nobody_speaking": N_("Nobody is speaking."),
    "poll_open": N_("A count is under way. Finish or annul it first; all figures are kept."),
    "result_unconfirmed": N_("The result of “{title}” is not confirmed yet. Confirm it or count again."),
    "poll_exists": N_("This item was voted on already. For another count choose “recount” and give the reason."),
    "poll_state": N_("The vote has gone on meanwhile. Look at it again; nothing was changed."),
    "rows_do_not_add_up": N_("The rows hold {rows} votes, {present} are present. Correct the rows; nothing was changed."),
    "row_too_many_hands": N_("{hands} hands in a row with {votes} votes cannot be. Please count this row again."),
    "row_hands_over_choices": N_("With the {others} hands already counted, this row would have more than its {votes} votes. Please count it again."),
    "count_incomplete": N_("“{choice}” is not counted to the end: a row is missing, or the tellers differ."),
    "count_impossible": N_("These numbers cannot be: no more can be present than are entitled, and none is below zero."),
    "more_hands_than_present": N_("{hands} hands of {present} present cannot be: everybody raises a hand once. Please count again."),
    "undo_nothing": N_("There is nothing to take back."),
    "undo_final": N_("“{verb}” cannot be taken back."),
    "undo_changed_since": N_("This was changed since by somebody else, so it is not taken back."),
    "disk_full": N_("The disk is full. What was shown as done is kept; this was not saved. Free some space and do it again."),
    "disk_error": N_("The disk or stick cannot be read or written. What was shown as done is kept. Check the plug, then do it again."),
    "read_only_place": N_("Nothing may be written in this place. Copy the file to the laptop and open the copy."),
    "picture_taker_ended": N_("The second process, which takes pictures, ended before it was done. What is there so far stays; run the command again."),
    "cannot_open": N_("The file cannot be opened. Check that the place is there and may be read and written."),
    "not_a_community": N_("This is not a community file of this program. Nothing was changed in it."),
    "file_damaged": N_("The file is damaged. It was not touched. Choose “Restore a backup” on the start page; the newest one is at the top."),
    "file_newer": N_("The file was made by a newer version. It was not touched. Install the newer version to open it."),
    "file_missing": N_("The file is not there. If it lies on a stick, plug it in and try again."),
    "file_gone": N_("The community's file is not in its place any more: a stick was pulled, or the file was moved. What was shown as done is kept in it; this was not saved. Put it back and do it again."),
    "folder_missing": N_("The folder {folder} is not there, so no file was made. Plug the stick in, or choose another place."),
    "file_exists": N_("There is a file of that name already. Choose another name; the old one stays as it is."),
    "file_in_use": N_("This community is open in another window of this laptop. Go on there, or close it first."),
    "no_demonstration": N_("The demonstration could not be made: nothing can be written in {place}. Make room there, or start the program with --profile and another folder."),
    "not_a_server": N_("This address does not name a database server."),
    "may_sleep": N_(
        "This computer may go to sleep or lock itself during the meeting: turn that off in its power settings."
    ),
    "clock_set_back": N_(
        "The laptop's clock was set back by {minutes} min. Order and durations stay right; check date and time."
    ),
    "clock_set_on": N_(
        "The laptop's clock was set forward by {minutes} min. Order and durations stay right; check date and time."
    ),
    "store_busy": N_("Another program is holding the file. Nothing was changed; try again in a moment."),
    "used_elsewhere": N_("Other records rest on this by now, so it stays. Nothing was changed."),
    "database_gone": N_("The database server does not answer. What was shown as done is kept; try again."),
    "file_not_saved": N_("“{place}” could not be written. Nothing was lost here; choose another place and save again."),
    "backup_failed": N_("No backup could be written in {place}. The records themselves are safe. Choose another folder in the settings."),
    "backup_damaged": N_("This backup is damaged, so nothing was restored. Choose an older one."),
    "not_restored": N_("No file could be written in {place}, so nothing was restored. The backup stays as it is; make room, or restore it in another place."),
    "migration_failed": N_("The file could not be brought to this version. It stands as it was, and a copy lies in the folder of backups beside it. Please report this."),
    "no_glyph": N_("No face of the program has the character {characters}. Nothing was printed; write it another way."),
    "not_a_pdf": N_("This file is not a paper that can be shown. Choose another one."),
    "paper_moved": N_("The records changed while the paper was set. It was not filed; print it again."),
    "paper_unopened": N_("The meeting has not begun, so there are no minutes yet."),
    "paper_too_long": N_("The text does not fit this paper. Nothing was printed; shorten it."),
    "nothing_decided": N_("No confirmed result yet, so there is nothing to announce."),
    "printer_missing": N_("The printer does not answer. The paper is filed and can be printed again at any time."),
    "roster_unreadable": N_("This file cannot be read as a list. Save it as XLSX or CSV and try again; nothing was changed."),
    "roster_columns": N_("The list has no column for {columns}. Nothing was changed; add the heading and try again."),
    **floor.REFUSALS,
    "roster_too_large": N_("The list has more than {most} rows. Split it; nothing was changed."),
    **tally_refusals.SENTENCES,
    **agenda_refusals.SENTENCES,
    **rule_refusals.SENTENCES,
    **people_refusals.SENTENCES,
}  # fmt: skip

_TABLES: Mapping[str, Mapping[str, str]] = {
    "stages": labels.STAGES,
    "present": labels.STAGES,
    "target": labels.STAGES,
    "stage": labels.STAGES,
    "state": labels.MEETING_STATES,
    "verb": labels.VERBS,
    "choice": labels.CHOICES,
    "play": roleplay_refusals.PLAY_STATES,
    "proxy_rule": proxies.RULES,
    "part": rule_refusals.PARTS,
    "channel": votes_refusals.CHANNELS,
    "why": votes_refusals.SPOILT,
}
FIELDS: Mapping[str, str] = {
    "option": N_("Option"),
    "objection": N_("Objection"),
    "number": N_("Number"),
    "name": N_("Name"),
    "answer": N_("Answer"),
    "title": N_("Title"),
    "text": N_("Text"),
    "place": N_("Place"),
    "reason": N_("Reason"),
    "short": N_("Short name"),
    "committee": N_("Committee"),
    "banner": N_("Line on the projector"),
    "payer": N_("Who pays"),
    "label": N_("Row"),
    "phone": N_("Phone"),
    "summary": N_("Summary"),
    "gist": N_("Gist"),
    "assignee": N_("Who does it"),
    "supervisor": N_("Who supervises"),
    "presenter": N_("Presenter"),
    "contact_point": N_("Contact point"),
    "category": N_("Category"),
    "district": N_("District"),
    "address": N_("Address"),
    "contact": N_("Contact"),
    "claim": N_("Building and room"),
    "limits": N_("Bound to"),
    "document": N_("Written paper"),
    "duties": N_("Duties"),
}
_GENERAL = N_("This could not be done. Nothing was changed.")


def _word(name: str, value: object) -> object:
    if name == "what":
        return labels.label(FIELDS, str(value))
    if isinstance(value, date):
        return times.full_day(value) if name in ("since", "until", "day") else times.day(value)
    if name in ("area_c", "total_c", "here_c", "needed_c", "short_c") and isinstance(value, int):
        return amounts.area(value)
    if name in _TABLES and isinstance(value, str):
        return labels.label(_TABLES[name], value)
    if name in ("total", "cost") and isinstance(value, int):
        return f"{value // 100:,}.{value % 100:02d}"
    return value


def sentence(refusal: Refusal) -> str:
    """The refusal in words of the reader's language."""
    message = SENTENCES.get(refusal.code, _GENERAL)
    return _(message).format_map({name: _word(name, value) for name, value in refusal.params.items()})
