"""The annex of the minutes: what tables came to and how opinions moved; nothing of who played whom."""

from dataclasses import fields, is_dataclass
from typing import Any

from meeting_app.actions import running as meeting_acts
from meeting_app.actions.roleplay import negotiating, polling, preparing, running
from meeting_app.domain.roleplay.texts import private_strings
from meeting_app.queries.minutes import minutes_paper
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.roleplay.annex import RoleplayAnnex
from meeting_app.scenarios import library
from tests.actions.hall import EVENING
from tests.roleplay.playing import World, cast, forward_to, now, open_meeting
from tests.storage.desks import Room

DEAL = (("half",), ("floor",), ("light",), ("card",), ("summer",))
HARD = (("level",), ("floor",), ("none",), ("card",), ("quick",))
MARK = PaperMark("1", "A", "0" * 64, "居委会", EVENING.date())


def annex(room: Room, world: World) -> tuple[RoleplayAnnex, ...]:
    """The annexes of the meeting's minutes."""
    return room.ask(minutes_paper, meeting_id=world.meeting, mark=MARK).annexes


def show(room: Room, play: str, table: int, no: tuple[str, ...] = ()) -> None:
    """Everybody at the table shows a card."""
    roles = [role for role, _name in now(room, play).tables[table - 1].roles]
    cards = {role: role not in no for role in roles}
    room.do(negotiating.show_cards, play_id=play, table=table, cards=cards)


def texts(value: Any) -> list[str]:
    """Every text in a picture."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    return (
        [text for field in fields(value) for text in texts(getattr(value, field.name))]
        if is_dataclass(value)
        else []
    )


def test_a_play_leaves_an_annex_and_no_names(stage: Room, world: World) -> None:
    open_meeting(stage, world)
    stage.do(meeting_acts.go_to_item, item_id=world.item)
    play = cast(stage, world)
    assert annex(stage, world) == (), "what did not begin is not told"
    stage.do(running.start_play, play_id=play)
    forward_to(stage, play, "negotiate", running.next_phase)
    stage.do(negotiating.propose, play_id=play, table=1, deal=DEAL)
    show(stage, play, 1)
    stage.do(negotiating.propose, play_id=play, table=2, deal=HARD)
    show(stage, play, 2, no=("tang", "qiu"))
    roles = [role for role, _name in now(stage, play).tables[1].roles]
    stage.do(negotiating.agree_on, play_id=play, table=2, issue="run", choice=("card",), roles=roles)
    stage.do(negotiating.propose, play_id=play, table=3, deal=DEAL)
    codes = stage.do(preparing.issue_codes, play_id=play, number=24)
    asked = [question.id for question in now(stage, play).poll.questions]
    for at, code in enumerate(codes[:9]):
        before = dict.fromkeys(asked, 1 + at % 3)
        stage.do(polling.type_sheet, play_id=play, wave="before", code=code, answers=before)
        after = dict.fromkeys(asked, 2 + at % 3)
        stage.do(polling.type_sheet, play_id=play, wave="after", code=code, answers=after)
    known = library.shipped("lift").scenario.minutes.suggestions[0][1]
    for kind, text, who in (
        ("quote", "我头一次算清了这笔账。", ""),
        ("suggestion", known, "赵永康"),
        ("suggestion", "先走访一层三户", "李建国"),
        ("note", "二桌声音大", ""),
    ):
        stage.do(running.add_play_note, play_id=play, kind=kind, text=text, who=who)
    (during,) = annex(stage, world)
    stage.do(running.end_play, play_id=play)
    stage.do(meeting_acts.close_meeting, meeting_id=world.meeting)
    (told,) = annex(stage, world)
    assert (during.tables, during.people, during.ended_at) == (told.tables, 24, None)
    assert (told.people, told.sheets, told.item > 0) == (24, (9, 9, 9), True)
    assert [(table.accepted, table.proposals, len(table.deal)) for table in told.tables] == [
        (True, 1, 5), (False, 1, 5), (None, 1, 5),
    ]  # fmt: skip
    assert told.tables[1].agreed == (("电费和维保", ("刷卡按次",)),)
    chosen = {option.title: option.tables for issue in told.issues for option in issue.options}
    assert (chosen["刷卡按次"], chosen["半层入户"], chosen["平层入户"]) == (2, 1, 0)
    assert all(one.shift.pairs == 9 and one.shift.orientation for one in told.shifts)
    assert [one.about_others for one in told.shifts] == [False, False, False, True]
    assert told.quotes == ("我头一次算清了这笔账。",)
    assert {one.text: one.who for one in told.suggestions}[known] == "赵永康"
    assert (told.suggestions[-1].text, len(told.suggestions)) == ("先走访一层三户", 4)
    words = "\n".join(texts(told))
    names = [f"居民{at:02}" for at in range(26)]
    hidden = (*private_strings(library.shipped("lift").scenario), *names, *codes)
    assert not [one for one in hidden if one in words]
    assert "二桌声音大" not in words
