"""What refusals about agendas, kinds of meetings and attachments say."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "data_json": N_("{file}, line {line}: this is not valid JSON. Check the commas and quotation marks there."),
    "data_object": N_("{file}: “{field}” must be a group of fields in braces."),
    "data_missing": N_("{file}: “{field}” is missing. Add it."),
    "data_unknown": N_("{file}: “{field}” is not known here. Correct its name or take it out."),
    "data_twice": N_("{file}: “{field}” stands twice. Take one of them out."),
    "data_text": N_("{file}: “{field}” must be text and not empty."),
    "data_long": N_("{file}: “{field}” may have at most {most} characters."),
    "data_whole": N_("{file}: “{field}” must be a whole number from {least} to {most}."),
    "data_flag": N_("{file}: “{field}” must be true or false."),
    "data_choice": N_("{file}: “{field}” must be one of: {allowed}."),
    "data_list": N_("{file}: “{field}” must be a list in square brackets."),
    "data_items": N_("The agenda of {file} must have between 1 and {most} items. Nothing was changed."),
    "data_rule_without_votes": N_("{file} decides by a rule, so those who are called must have a vote."),
    "agenda_full": N_("An agenda has at most {most} items. Take one off first; nothing was changed."),
    "minimum_out_of_range": N_("{minutes} min cannot be the least of an item of {planned} min. Nothing was changed."),
    "fixed_start_out_of_range": N_("A fixed start is a time of day from 00:00 to 23:59."),
    "nothing_to_win": N_("Nothing can be won this way. Choose another way, or extend the meeting."),
    "extension_out_of_range": N_("A meeting is extended by 1 to {most} minutes. Nothing was changed."),
    "taken_up_already": N_("This matter was taken up already. Look at the list again."),
    "attachment_unreadable": N_("“{name}” is no picture or PDF that can be read. Nothing was added; save it as JPG, PNG or PDF."),
    "attachment_large": N_("“{name}” is larger than {most} MB. Nothing was added; make it smaller."),
    "attachment_pages": N_("“{name}” has {n} pages, at most {most} can be kept. Nothing was added; take the ones that are needed."),
    "attachments_full": N_("An item has at most {most} pictures and PDFs. Take one off first."),
    "kind_name_taken": N_("There is a kind of meeting called “{name}” already. Choose another name."),
    "kind_announced": N_("The notice of “{title}” was posted as “{name}”, so how many must be there stays as it is until that meeting is over. Change a copy of the kind; nothing was changed."),
    "kind_in_use": N_("“{name}” is the kind of {n} meetings, so it stays. It can be changed."),
}  # fmt: skip
