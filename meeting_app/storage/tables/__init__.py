"""The tables of a community file, by subject."""

from meeting_app.storage.tables.agenda import AgendaChange, Attachment, AttachmentPage, Blob, OwnKind
from meeting_app.storage.tables.draw import DrawnPerson, PeopleDraw
from meeting_app.storage.tables.floor import FloorPlan, FloorRule, FloorSeat
from meeting_app.storage.tables.journal import ChangeRow, JournalRow, UndoImage
from meeting_app.storage.tables.meeting import (
    AgendaItem,
    Invitee,
    Meeting,
    Motion,
    Note,
    Projection,
    SeatRow,
    Speech,
    Stay,
)
from meeting_app.storage.tables.outcome import Decision, HandReport, Paper, Poll, Task
from meeting_app.storage.tables.papers import Objection
from meeting_app.storage.tables.people import (
    Body,
    Building,
    Capacity,
    Community,
    Ownership,
    Person,
    Residence,
    ResidentGroup,
    Unit,
)
from meeting_app.storage.tables.proxy import Proxy
from meeting_app.storage.tables.rule_pack import OwnRule
from meeting_app.storage.tables.topic import Plan, PlanShare, Support, Topic, TopicStage
from meeting_app.storage.tables.voting import Ballot, PollOption, PollRight, RestCount

__all__ = [
    "AgendaChange",
    "AgendaItem",
    "Attachment",
    "AttachmentPage",
    "Ballot",
    "Blob",
    "Body",
    "Building",
    "Capacity",
    "ChangeRow",
    "Community",
    "Decision",
    "DrawnPerson",
    "FloorPlan",
    "FloorRule",
    "FloorSeat",
    "HandReport",
    "Invitee",
    "JournalRow",
    "Meeting",
    "Motion",
    "Note",
    "Objection",
    "OwnKind",
    "OwnRule",
    "Ownership",
    "Paper",
    "PeopleDraw",
    "Person",
    "Plan",
    "PlanShare",
    "Poll",
    "PollOption",
    "PollRight",
    "Projection",
    "Proxy",
    "Residence",
    "ResidentGroup",
    "RestCount",
    "SeatRow",
    "Speech",
    "Stay",
    "Support",
    "Task",
    "Topic",
    "TopicStage",
    "UndoImage",
    "Unit",
]
