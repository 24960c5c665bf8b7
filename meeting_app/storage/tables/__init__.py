"""The tables of a community file, by subject.

A subject's classes are mapped when the first of them is asked for: mapping costs about two milliseconds a
table, and the start page needs a third of them. `load_all` maps the rest, before the first write.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from meeting_app.storage.tables.papers import Objection, Posting
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
    from meeting_app.storage.tables.plan import Plan, PlanShare, Support
    from meeting_app.storage.tables.proxy import Proxy
    from meeting_app.storage.tables.roleplay import (
        ApartPair,
        PlayAgreement,
        PlayCard,
        PlayerRow,
        PlayNote,
        PlayPhase,
        PlayProposal,
        PlayRow,
        PlayTable,
        PlayTurn,
        PollSheet,
        ScenarioPicture,
        ScenarioRow,
    )
    from meeting_app.storage.tables.rule_pack import OwnRule
    from meeting_app.storage.tables.topic import Topic, TopicStage
    from meeting_app.storage.tables.voting import Ballot, PollOption, PollRight, RestCount

__all__ = [
    "AgendaChange",
    "AgendaItem",
    "ApartPair",
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
    "PlayAgreement",
    "PlayCard",
    "PlayNote",
    "PlayPhase",
    "PlayProposal",
    "PlayRow",
    "PlayTable",
    "PlayTurn",
    "PlayerRow",
    "Poll",
    "PollOption",
    "PollRight",
    "PollSheet",
    "Posting",
    "Projection",
    "Proxy",
    "Residence",
    "ResidentGroup",
    "RestCount",
    "ScenarioPicture",
    "ScenarioRow",
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

_SUBJECTS = {
    "agenda": "AgendaChange Attachment AttachmentPage Blob OwnKind",
    "draw": "DrawnPerson PeopleDraw",
    "floor": "FloorPlan FloorRule FloorSeat",
    "journal": "ChangeRow JournalRow UndoImage",
    "meeting": "AgendaItem Invitee Meeting Motion Note Projection SeatRow Speech Stay",
    "outcome": "Decision HandReport Paper Poll Task",
    "papers": "Objection Posting",
    "people": "Body Building Capacity Community Ownership Person Residence ResidentGroup Unit",
    "plan": "Plan PlanShare Support",
    "proxy": "Proxy",
    "roleplay": "ApartPair PlayAgreement PlayCard PlayerRow PlayNote PlayPhase PlayProposal "
    "PlayRow PlayTable PlayTurn PollSheet ScenarioPicture ScenarioRow",
    "rule_pack": "OwnRule",
    "topic": "Topic TopicStage",
    "voting": "Ballot PollOption PollRight RestCount",
}
_SUBJECT_OF = {name: subject for subject, names in _SUBJECTS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _SUBJECT_OF:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_SUBJECT_OF[name]}"), name)
    globals()[name] = found
    return found


@cache
def load_all() -> None:
    """Map every table: what creates, compares, writes or takes back rows must know them all."""
    for subject in iter_modules(__path__):
        import_module(f"{__name__}.{subject.name}")
