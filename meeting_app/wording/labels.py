"""Names of codes in the reader's language: stages, kinds of meetings and items, capacities, bodies, verbs of
the journal.
"""

from collections.abc import Mapping

from meeting_app.i18n import N_, _
from meeting_app.wording import draws, floor, roleplay_verbs, votes_verbs

STAGES: Mapping[str, str] = {
    "collected": N_("Collecting"),
    "drafting": N_("Drafting"),
    "deliberation": N_("Deliberation"),
    "publicity": N_("Public notice"),
    "execution": N_("Execution"),
    "feedback": N_("Feedback"),
}
MEETING_KINDS: Mapping[str, str] = {
    "representatives_meeting": N_("Residents' representatives' meeting"),
    "residents_assembly": N_("Residents' assembly"),
    "residents_council": N_("Residents' council"),
    "hearing": N_("Hearing"),
    "joint_conference": N_("Joint conference"),
    "owners_meeting": N_("Owners' meeting"),
    "topic_consultation": N_("Consultation on one matter"),
    "on_site_meeting": N_("Office on the spot"),
    "family_council": N_("Parents and children's council"),
}
MEETING_STATES: Mapping[str, str] = {
    "draft": N_("Being prepared"),
    "convened": N_("Notice posted"),
    "live": N_("In session"),
    "closed": N_("Closed"),
    "cancelled": N_("Called off"),
}
ITEM_KINDS: Mapping[str, str] = {
    "opening": N_("Opening"),
    "report": N_("Report"),
    "discussion": N_("Discussion"),
    "role_play": N_("Role-play"),
    "vote": N_("Vote"),
    "break": N_("Break"),
    "closing": N_("Closing"),
}
LAWS: Mapping[str, str] = {
    "committee_law": N_("organic law of the residents' committees"),
    "property_rules": N_("regulations on property management"),
    "civil_code": N_("Civil Code"),
}
FATES: Mapping[str, str] = {
    "": N_("not settled yet"),
    "topic": N_("becomes a topic"),
    "next_meeting": N_("to the next meeting"),
    "task": N_("becomes a task"),
    "answered": N_("answered here"),
}
CAPACITIES: Mapping[str, str] = {
    "representative": N_("residents' representative"),
    "committee_member": N_("committee member"),
    "owner": N_("owner"),
    "household": N_("household"),
    "guest": N_("guest"),
    "walk_in": N_("walked in"),
    "candidate": N_("candidate"),
    "developer": N_("for the developer"),
    "secretary": N_("party secretary"),
    "director": N_("committee director"),
    "manager": N_("property manager"),
    "building_head": N_("head of building"),
    "supervisor": N_("supervisor"),
    "expert": N_("expert"),
    "delegate": N_("delegate"),
}
BODIES: Mapping[str, str] = {
    "party": N_("Party organisation"),
    "committee": N_("Residents' committee"),
    "owners_committee": N_("Owners' committee"),
    "property": N_("Property company"),
    "social": N_("Social organisation"),
    "department": N_("Department"),
}
GROUPS: Mapping[str, str] = {
    "child": N_("children"),
    "youth": N_("young people"),
    "elderly": N_("old people"),
    "tenant": N_("tenants"),
    "parent": N_("parents"),
    "new_resident": N_("new residents"),
    "party_member": N_("party members"),
    "volunteer": N_("volunteers"),
    "disabled": N_("people with a disability"),
}
UNIT_STATES: Mapping[str, str] = {
    "sold": N_("sold"),
    "unsold": N_("unsold, the developer's"),
    "undelivered": N_("sold, not delivered"),
}
PURPOSES: Mapping[str, str] = {
    "home": N_("home"),
    "shop": N_("shop or office"),
    "parking": N_("parking space"),
    "storage": N_("storage room"),
}
RELATIONS: Mapping[str, str] = {
    "owner": N_("owner"),
    "family": N_("family"),
    "tenant": N_("tenant"),
}
PAPERS: Mapping[str, str] = {
    "notice": N_("Meeting notice"),
    "agenda": N_("Agenda"),
    "sign_in": N_("Sign-in sheet"),
    "badges": N_("Badges"),
    "minutes": N_("Minutes"),
    "decision_notice": N_("Notice of the decision"),
    "notice_large": N_("Notice in large print"),
    "notice_children": N_("Notice for children"),
    "notice_poster": N_("Poster (A3)"),
    "rules": N_("Card of the rules of order"),
    "delivery": N_("Proof of delivery"),
    "proxy": N_("Proxy forms"),
    "plates": N_("Name plates"),
    "ballot": N_("Ballot papers"),
    "summary": N_("Summary of the minutes"),
    "announcement": N_("Announcement of the decision"),
    "publicity_report": N_("Report on the public notice"),
    "tasks": N_("Task slips"),
    "play_cards": N_("Role cards (A5)"),
    "play_cards_large": N_("Role cards in large print (A4)"),
    "play_tents": N_("Tents for tables and seats"),
    "play_clues": N_("Clue cards and envelope labels"),
    "play_proposals": N_("Proposal sheets"),
    "play_observers": N_("Observers' sheets"),
    "play_hosts": N_("Sheets for table hosts"),
    "play_polls": N_("Poll sheets before and after"),
    "play_script": N_("Facilitator's script"),
    "play_returns": N_("Sheet of returned cards"),
}
CHOICES: Mapping[str, str] = {"for": N_("For"), "against": N_("Against"), "abstain": N_("Abstain")}
VERDICTS: Mapping[str, str] = {
    "adopted": N_("Adopted"),
    "not_adopted": N_("Not adopted"),
    "no_quorum": N_("No quorum"),
}
VERBS: Mapping[str, str] = {
    "create_community": N_("Community created"),
    "edit_community": N_("Community changed"),
    "plant_demonstration": N_("Demonstration made"),
    "add_body": N_("Organisation added"),
    "edit_body": N_("Organisation changed"),
    "add_person": N_("Person added"),
    "edit_person": N_("Person changed"),
    "set_owners": N_("Owners changed"),
    "give_capacity": N_("Capacity given"),
    "end_capacity": N_("Capacity ended"),
    "forget_person": N_("Person forgotten"),
    "merge_people": N_("Two records merged"),
    "import_roster": N_("Roster imported"),
    "name_voter": N_("Voter of a unit named"),
    "edit_unit": N_("Unit corrected"),
    "keep_unit": N_("Unit corrected"),
    "set_groups": N_("Groups of a person set"),
    "add_group": N_("Group added"),
    "retire_group": N_("Group withdrawn"),
    "give_proxy": N_("Proxy entered"),
    "withdraw_proxy": N_("Proxy withdrawn"),
    "walk_in": N_("Walked in"),
    "recognise": N_("Walk-in recognised"),
    "recognise_as": N_("Walk-in recognised"),
    "add_topic": N_("Topic added"),
    "edit_topic": N_("Topic changed"),
    "support_topic": N_("Support noted"),
    "withdraw_support": N_("Support withdrawn"),
    "add_plan": N_("Plan added"),
    "edit_plan": N_("Plan changed"),
    "put_plan_to_vote": N_("Plan chosen for the vote"),
    "move_topic": N_("Topic moved to another stage"),
    "close_topic": N_("Topic ended"),
    "draft_meeting": N_("Meeting drafted"),
    "edit_meeting": N_("Meeting changed"),
    "add_item": N_("Item added"),
    "edit_item": N_("Item changed"),
    "move_item": N_("Item moved"),
    "remove_item": N_("Item removed"),
    "mark_item": N_("Item marked"),
    "allot_item": N_("Minutes of the item changed"),
    "repeat_item": N_("Item taken once more"),
    "replan": N_("Remaining time planned anew"),
    "extend_meeting": N_("Meeting extended"),
    "set_motion": N_("Motion written"),
    "invite": N_("Invitations added"),
    "uninvite": N_("Invitation taken back"),
    "name_officers": N_("Officers named"),
    "post_notice": N_("Notice posted"),
    "cancel_meeting": N_("Meeting called off"),
    "copy_kind": N_("Kind of meeting copied"),
    "change_kind": N_("Kind of meeting changed"),
    "remove_kind": N_("Kind of meeting taken away"),
    "open_check_in": N_("Check-in opened"),
    "check_in": N_("Checked in"),
    "check_in_badge": N_("Checked in by badge"),
    "check_out": N_("Checked out"),
    "excuse": N_("Excuse noted"),
    "add_guest": N_("Guest added"),
    "open_meeting": N_("Meeting opened"),
    "go_to_item": N_("Item taken"),
    "next_item": N_("Next item"),
    "previous_item": N_("Previous item"),
    "skip_item": N_("Item left out"),
    "start_item_clock": N_("Clock started"),
    "pause_item_clock": N_("Clock paused"),
    "extend_item": N_("Time of the item changed"),
    "close_meeting": N_("Meeting closed"),
    "ask_to_speak": N_("Hand raised"),
    "withdraw_speech": N_("Hand lowered"),
    "call_speaker": N_("Speaker called"),
    "call_next": N_("Next speaker called"),
    "end_speech": N_("Speech ended"),
    "pause_speech": N_("Speech paused"),
    "resume_speech": N_("Speech resumed"),
    "extend_speech": N_("Speaking time changed"),
    **floor.VERBS,
    **votes_verbs.VERBS,
    **draws.VERBS,
    **roleplay_verbs.VERBS,
    "write_gist": N_("Gist noted"),
    "set_seat_rows": N_("Rows typed"),
    "open_poll": N_("Vote opened"),
    "report_hands": N_("Hands reported"),
    "count_choice": N_("Choice called"),
    "close_poll": N_("Count finished"),
    "recount": N_("Recount begun"),
    "publish_result": N_("Result confirmed"),
    "add_note": N_("Note taken"),
    "add_attachment": N_("Picture or PDF added"),
    "remove_attachment": N_("Picture or PDF taken off"),
    "show_attachment": N_("Picture or PDF shown"),
    "remove_note": N_("Note struck"),
    "settle_parked": N_("Parked matter settled"),
    "park_item": N_("Item parked"),
    "take_up": N_("Matter taken up"),
    "add_decision": N_("Decision noted"),
    "add_task": N_("Task noted"),
    "edit_task": N_("Task changed"),
    "finish_task": N_("Task done"),
    "reopen_task": N_("Task reopened"),
    "show_mode": N_("Projector switched"),
    "pin_slide": N_("Page held on the projector"),
    "show_banner": N_("Line on the projector"),
    "undo_last": N_("Taken back"),
    "copy_rule": N_("Rule copied"),
    "change_rule": N_("Rule changed"),
    "remove_rule": N_("Rule taken away"),
    "reserve_paper": N_("Number of a paper reserved"),
    "file_paper": N_("Paper filed"),
}


def label(table: Mapping[str, str], code: str) -> str:
    """The name of a code in the reader's language; an unknown code is shown as it is (a record of a later
    version).
    """
    message = table.get(code)
    return _(message) if message else code


def meeting_kind(code: str, name: str) -> str:
    """The kind of a meeting: the name of an own kind as it was written, else the catalogue's."""
    return name or label(MEETING_KINDS, code)
