"""The steps of the scripted meeting in their order: doors, opening, report, discussion and small tables,
break, vote, an opinion and a draw, closing. Every page that the hall can see comes once, but a role-play's.

Every step changes something and is one action; what it needs is looked up when it is done (see `script`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from meeting_app.actions import attendance, floor, floor_modes, notes, polls, projection, running, undo
from meeting_app.actions.attachments import add_attachment, show_attachment
from meeting_app.cli.script_ballots import ballots
from meeting_app.cli.script_picture import site_plan
from meeting_app.cli.script_view import Stage
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.hand_count import Choice

SECOND_MS = 1000
MINUTE_MS = 60_000
# After a speech somebody answers, or the chair sums up.
ANSWER_S = 66
Arguments = Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Planned:
    """One action to come: `at_ms` after the planned beginning, arguments looked up when it is done."""

    name: str
    action: Callable[..., Any]
    arguments: Arguments
    at_ms: int
    scene: str = ""


class _Plan:
    """Lays steps one after the other; the time goes on with each."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.steps: list[Planned] = []
        self.now_ms = 0

    def to(self, minute: int, second: int = 0) -> None:
        """Let the time come to a minute of the meeting; never back."""
        self.now_ms = max(self.now_ms, minute * MINUTE_MS + second * SECOND_MS)

    def do(
        self,
        name: str,
        action: Callable[..., Any],
        arguments: Arguments | None = None,
        *,
        after: int = 2,
        scene: str = "",
    ) -> None:
        """One more step, so many seconds after the one before; for the meeting when nothing else is said."""
        self.now_ms += after * SECOND_MS
        meeting = {"meeting_id": self.stage.meeting_id}
        self.steps.append(Planned(name, action, arguments or (lambda: meeting), self.now_ms, scene))

    def meeting(
        self, name: str, action: Callable[..., Any], *, after: int = 2, scene: str = "", **more: Any
    ) -> None:
        """One more step on the meeting with fixed arguments."""
        self.do(name, action, lambda: {"meeting_id": self.stage.meeting_id, **more}, after=after, scene=scene)

    def hold(self, page: str, *, after: int) -> None:
        """The hall is shown a page of its own for a while."""
        self.meeting(f"{page}_shown", projection.pin_slide, pinned=page, after=after, scene=page)
        self.meeting(f"{page}_gone", projection.pin_slide, pinned="", after=20)


def planned_steps(stage: Stage) -> list[Planned]:
    """The whole meeting."""
    plan = _Plan(stage)
    for part in (_doors, _opening, _report, _discussion, _break, _vote, ballots, _closing):
        part(plan)
    return plan.steps


def _doors(plan: _Plan) -> None:
    """Check-in of all who come but one; a wrong name is taken back."""
    stage = plan.stage
    coming, away = stage.members()
    plan.now_ms = -30 * MINUTE_MS
    plan.do("open_check_in", attendance.open_check_in, scene="welcome")
    for number, person_id in enumerate(stage.guests, start=1):
        plan.meeting(f"guest_{number}", attendance.check_in, person_id=person_id, after=75)
    for number, hit in enumerate(coming[:-1], start=1):
        scene = {20: "check_in", len(coming) - 1: "quorum"}.get(number, "")
        if number % 5 in (0, 3):
            plan.meeting(f"badge_{number}", attendance.check_in_badge, code=hit.badge, after=11, scene=scene)
        else:
            plan.meeting(
                f"arrival_{number}", attendance.check_in, person_id=hit.person_id, after=37, scene=scene
            )
        if number == 11:
            plan.meeting("wrong_arrival", attendance.check_in, person_id=away[0].person_id, after=20)
            plan.do("take_back", undo.undo_last, dict, after=6, scene="taken_back")
    last = {"person_id": away[-1].person_id, "reason": stage.texts["excuse"]}
    plan.meeting("excuse", attendance.excuse, after=30, **last)


def _opening(plan: _Plan) -> None:
    plan.to(0, 20)
    plan.meeting("agenda_shown", projection.pin_slide, pinned="agenda", scene="agenda")
    plan.meeting("agenda_gone", projection.pin_slide, pinned="", after=50)
    plan.to(1, 40)
    plan.do("open_meeting", running.open_meeting, scene="opening")
    plan.hold("rules", after=20)


def _report(plan: _Plan) -> None:
    coming, _away = plan.stage.members()
    plan.to(6)
    plan.do("report", running.next_item, scene="report")
    plan.meeting("late_arrival", attendance.check_in_badge, code=coming[-1].badge, after=190)
    plan.meeting(
        "banner", projection.show_banner, text=plan.stage.texts["banner"], lasting_ms=2 * MINUTE_MS,
        after=120, scene="banner",
    )  # fmt: skip
    plan.do("picture", add_attachment, lambda: _picture(plan), after=20)
    picture = lambda: {"attachment_id": plan.stage.picture()}  # noqa: E731
    plan.do("picture_shown", show_attachment, picture, after=8, scene="picture")
    plan.meeting("picture_gone", projection.pin_slide, pinned="", after=90)
    plan.meeting("late_note", notes.add_note, kind="note", text=plan.stage.texts["late_note"], after=142)


def _picture(plan: _Plan) -> dict[str, Any]:
    return {"item_id": plan.stage.item("report"), "prepared": site_plan(plan.stage.texts["picture"])}


def _discussion(plan: _Plan) -> None:
    """Hands go up in three waves; one comes down again, one speech runs over and is given more time."""
    speeches = plan.stage.texts["speech"]
    plan.to(21, 10)
    plan.do("discussion", running.next_item, scene="discussion")
    for number in range(4):
        _hand(plan, number, scene="queue" if number == 3 else "")
    _hand(plan, 4)
    plan.do("hand_down", floor.withdraw_speech, _speech(plan, speeches[4]["who"]), after=8)
    for number in range(4):
        _say(plan, number)
        if number == 1:
            plan.meeting("note", notes.add_note, kind="note", text=plan.stage.texts["note"], after=9)
            _hand(plan, 4)
            _hand(plan, 5)
    _hand(plan, 6)
    for number in range(4, 7):
        _say(plan, number)
    plan.do("more_time", running.extend_item, lambda: {**_item(plan, "discussion")(), "by_ms": 3 * MINUTE_MS})
    _hand(plan, 7)
    _say(plan, 7)
    plan.meeting("parking", notes.add_note, kind="parking", text=plan.stage.texts["parking"], scene="parking")
    plan.hold("shares", after=12)
    _tables(plan)


def _tables(plan: _Plan) -> None:
    """Four minutes at small tables, so that everybody has said something before the vote."""
    item = _item(plan, "discussion")
    tables = {"mode": FloorMode.TABLES}
    plan.do("tables", floor_modes.set_floor_mode, lambda: {**item(), **tables}, after=15)
    plan.do("seated", floor_modes.draw_tables, lambda: {**item(), "tables": 6})
    plan.do("work", floor_modes.start_table_work, item, after=40)
    longer = {"by_ms": MINUTE_MS}
    plan.do(
        "more_work", floor_modes.extend_table_work, lambda: {**item(), **longer}, after=150, scene="tables"
    )
    open_floor = {"mode": FloorMode.OPEN}
    plan.do("floor_again", floor_modes.set_floor_mode, lambda: {**item(), **open_floor}, after=90)


def _item(plan: _Plan, kind: str) -> Arguments:
    return lambda: {"item_id": plan.stage.item(kind)}


def _speech(plan: _Plan, name: str, **more: Any) -> Arguments:
    return lambda: {"speech_id": plan.stage.speech(name).id, **more}


def _hand(plan: _Plan, number: int, scene: str = "") -> None:
    """Somebody of the speeches raises a hand."""
    name = plan.stage.texts["speech"][number]["who"]
    who = {"person_id": plan.stage.invited[name]}
    plan.do(
        f"hand_{number + 1}",
        floor.ask_to_speak,
        lambda: {**_item(plan, "discussion")(), **who},
        after=4,
        scene=scene,
    )


def _say(plan: _Plan, number: int) -> None:
    """The next of the fair order speaks; the recorder writes the gist while the speech goes on."""
    told = plan.stage.texts["speech"][number]
    seconds = told["seconds"]
    label = f"speech_{number + 1}"
    plan.do(
        label,
        floor.call_next,
        _item(plan, "discussion"),
        after=ANSWER_S,
        scene="speaker" if number == 1 else "",
    )
    gist = _speech(plan, told["who"], text=told["gist"])
    over = seconds > 180
    plan.do(f"{label}_gist", floor.write_gist, gist, after=seconds - 8, scene="over_time" if over else "gist")
    if over:
        plan.do(f"{label}_longer", floor.extend_speech, _speech(plan, told["who"], by_ms=30 * SECOND_MS))
    plan.do(f"{label}_end", floor.end_speech, _item(plan, "discussion"), after=8)


def _break(plan: _Plan) -> None:
    plan.do("break", running.next_item, after=20, scene="break")
    plan.meeting("backdrop", projection.show_mode, mode="backdrop", after=100, scene="backdrop")
    plan.meeting("black", projection.show_mode, mode="black", after=120, scene="black")
    plan.meeting("content", projection.show_mode, mode="content", after=30)


def _vote(plan: _Plan) -> None:
    """The motion is shown and read, the rows are counted by two tellers, one figure is put right."""
    stage = plan.stage
    rows = stage.texts["row"]
    plan.do("vote", running.next_item, after=40, scene="vote")
    plan.meeting("motion_shown", projection.pin_slide, pinned="motion", scene="motion", after=10)
    seats = tuple((row["label"], row["seats"]) for row in rows)
    plan.meeting("rows", polls.set_seat_rows, rows=seats, after=70)
    plan.meeting("motion_gone", projection.pin_slide, pinned="", after=30)
    plan.do("poll", polls.open_poll, _item(plan, "vote"), scene="count", after=10)
    for place, choice in enumerate(Choice):
        if place:
            plan.do(f"call_{choice}", polls.count_choice, _poll(plan, choice=choice), after=12)
        for position, row in enumerate(rows, start=1):
            _count_row(plan, position, choice, row["votes"][place])
    plan.do("count_closed", polls.close_poll, _poll(plan), after=15, scene="counted")
    plan.do("published", polls.publish_result, _poll(plan), after=20, scene="result")


def _poll(plan: _Plan, **more: Any) -> Arguments:
    return lambda: {"poll_id": plan.stage.poll_id, **more}


def _count_row(plan: _Plan, position: int, choice: Choice, hands: int) -> None:
    label = f"{choice}_{position}"
    report: dict[str, Any] = {"position": position, "choice": choice}
    plan.do(f"{label}_first", polls.report_hands, _poll(plan, **report, teller=1, hands=hands), after=6)
    second = hands
    if choice is Choice.FOR and position == 3:
        second = hands - 1
    scene = "disagreement" if second != hands else ""
    plan.do(
        f"{label}_second",
        polls.report_hands,
        _poll(plan, **report, teller=2, hands=second),
        after=3,
        scene=scene,
    )
    if second != hands:
        corrected = _poll(plan, **report, teller=2, hands=hands)
        plan.do(f"{label}_corrected", polls.report_hands, corrected, after=25, scene="agreed")


def _closing(plan: _Plan) -> None:
    stage = plan.stage
    plan.do("closing", running.next_item, after=60, scene="closing")
    plan.meeting("decision", notes.add_decision, text=stage.texts["decision"], after=25)
    for number, task in enumerate(_tasks(stage), start=1):
        plan.meeting(f"task_{number}", notes.add_task, **task, after=40, scene="task")
    plan.hold("readback", after=20)
    plan.do("close_meeting", running.close_meeting, after=90, scene="closed")


def _tasks(stage: Stage) -> Iterator[dict[str, Any]]:
    day = stage.live().starts_at.date()
    for told in stage.texts["task"]:
        yield {
            "text": told["text"],
            "assignee": told["assignee"],
            "supervisor": told["supervisor"],
            "body_id": stage.body(told["body"]),
            "due_on": day + timedelta(days=told["days"]),
        }
