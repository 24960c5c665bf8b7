"""The part of the scripted meeting after its decision: an opinion by ranking, typed by name, and helpers
drawn by lot.
"""

from collections.abc import Callable
from typing import Any, Protocol

from meeting_app.actions import draws, projection, running
from meeting_app.actions.votes import casting, counting, planning
from meeting_app.actions.votes import running as votes
from meeting_app.cli.script_view import Stage
from meeting_app.domain.tally.count import Marks, Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.draw_pool import Among, Feature
from meeting_app.queries.slides_draw import DRAW
from meeting_app.queries.slides_votes import HOW
from meeting_app.queries.vote_count import CountTask, count_task, work_out

RULE = "hearing_straw_poll"
VOTERS = 16


class Plan(Protocol):
    """Where the steps are laid one after the other."""

    stage: Stage

    def do(
        self,
        name: str,
        action: Callable[..., Any],
        arguments: Callable[[], dict[str, Any]] | None = None,
        *,
        after: int = 2,
        scene: str = "",
    ) -> None:
        """One more step."""

    def meeting(
        self, name: str, action: Callable[..., Any], *, after: int = 2, scene: str = "", **more: Any
    ) -> None:
        """One more step on the meeting."""


def ballots(plan: Plan) -> None:
    """Both parts."""
    _ranking(plan)
    _draw(plan)


def marks_of(voter: int, options: int) -> Marks:
    """The ranks of a voter: most put the second place first, all of them rank two or more."""
    first = (voter % 3 + voter // 7) % options
    order = [(first + step * (1 + voter % 2)) % options for step in range(options)]
    ranked = list(dict.fromkeys(order))[: 2 + voter % (options - 1)]
    return tuple(ranked.index(place) + 1 if place in ranked else None for place in range(options))


def _ranking(plan: Plan) -> None:
    stage, told = plan.stage, plan.stage.texts["ranking"]
    options = tuple((text, 0) for text in told["options"])

    how = {
        "question": Question.RANK, "method": "borda", "options": options, "setup": Setup(len(options)),
        "channels": (Channel.KEYPAD,), "rule": RULE, "reason": told["reason"],
    }  # fmt: skip
    plan.do("ranking_ready", planning.prepare_vote, lambda: {"item_id": stage.ranking_item, **how}, after=8)
    plan.do("ranking", running.next_item, after=20, scene="ranking")
    plan.meeting("how", projection.pin_slide, pinned=HOW, after=10, scene="how_to_vote")
    plan.do("ranking_open", votes.open_vote, lambda: {"poll_id": stage.ranking_id}, after=20)
    for voter in range(VOTERS):
        marks = marks_of(voter, len(options))
        scene = "received" if voter == VOTERS // 2 else ""
        plan.do(f"ranks_{voter + 1}", casting.cast, _cast(stage, voter, marks), after=5, scene=scene)
    plan.do("ranking_closed", votes.close_vote, lambda: {"poll_id": stage.ranking_id}, scene="sealed")
    plan.do("ranking_counted", counting.record_count, lambda: _counted(stage), after=6)
    shown = {"scene": "ranking_result", "after": 15}
    plan.do("ranking_shown", counting.publish_vote, lambda: {"poll_id": stage.ranking_id}, **shown)  # type: ignore[arg-type]


def _cast(stage: Stage, voter: int, marks: Marks) -> Callable[[], dict[str, Any]]:
    def arguments() -> dict[str, Any]:
        right = stage.rankers[voter]
        return {"poll_id": stage.ranking_id, "channel": Channel.KEYPAD, "marks": marks, "right_id": right}

    return arguments


def _counted(stage: Stage) -> dict[str, Any]:
    task: CountTask | None = stage.records.ask(count_task, poll_id=stage.ranking_id)
    if task is None:
        raise LookupError("the scripted ranking")
    return {
        "poll_id": task.poll_id, "sheet_hash": task.sheet_hash, "lot_number": "", "count": work_out(task),
    }  # fmt: skip


def _draw(plan: Plan) -> None:
    """Who looks after the building site: the list is frozen and shown, a resident rolls the number."""
    told = plan.stage.texts["draw"]
    listed = {
        "title": told["title"], "among": Among.REPRESENTATIVES, "seats": told["seats"],
        "features": (Feature.GENDER,),
    }  # fmt: skip
    plan.meeting("draw_listed", draws.list_people, after=40, **listed)
    plan.meeting("draw_shown", projection.pin_slide, pinned=DRAW, after=10)
    rolled = {"number": told["number"], "drawn_by": told["drawn_by"]}
    plan.do(
        "drawn", draws.draw_people, lambda: {"draw_id": plan.stage.drawn(), **rolled}, after=45, scene="drawn"
    )
    plan.meeting("draw_gone", projection.pin_slide, pinned="", after=30)
