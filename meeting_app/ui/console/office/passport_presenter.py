"""A topic's passport without its widgets.

The walk through the stages, plans with costs to the fen, the next step.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from meeting_app.domain.stage import ORDER, Stage
from meeting_app.i18n import _, ngettext
from meeting_app.queries import topics as topic_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import amounts, labels, times

if TYPE_CHECKING:
    from meeting_app.queries.topics import PlanView, StageView, TopicPassport
    from meeting_app.ui.qt.office import Office

# Stages in which a meeting is the natural next step.
BEFORE_MEETING = (Stage.COLLECTED, Stage.DRAFTING, Stage.DELIBERATION)


@dataclass(frozen=True, slots=True)
class StageStop:
    """One stop of the stage line; `state` is done, now, ahead or skipped."""

    label: str
    state: str
    lines: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class ShareLine:
    """Who bears how much of a plan: each of `count` payers."""

    payer: str
    count: int
    each: str


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A plan with its shares; `remainder` says by how much the shares miss the cost, "" when they add up."""

    plan_id: str
    title: str
    text: str
    cost: str
    chosen: bool
    shares: tuple[ShareLine, ...]


@dataclass(frozen=True, slots=True)
class PassportPicture:
    """All that the passport page shows."""

    topic: "TopicPassport"
    title: str
    line: str
    summary: str
    stops: tuple[StageStop, ...]
    plans: tuple[PlanColumn, ...]
    notes: tuple[str, ...]
    supporters: str
    next_sentence: str
    main: str
    main_goes: str  # "enter", "call", "move" or "" at the end
    main_target: str  # a meeting's id for "enter" and "call"


class PassportPresenter:
    """Asks for one topic."""

    def __init__(self, office: "Office", topic_id: str) -> None:
        self._office = office
        self.topic_id = topic_id

    def today(self) -> date:
        """The legal date of now."""
        return self._office.today()

    def picture(self) -> PassportPicture | None:
        """The topic as it stands; None when there is none."""
        topic = self._office.records.ask(
            topic_queries.topic_passport, topic_id=self.topic_id, today=self.today()
        )
        if topic is None:
            return None
        sentence, main, goes, target = next_step(topic)
        return PassportPicture(
            topic=topic,
            title=topic.title,
            line=_first_line(topic),
            summary=topic.summary,
            stops=tuple(stage_stop(view, topic.stage) for view in topic.stages),
            plans=tuple(plan_column(plan) for plan in topic.plans),
            notes=tuple(note for view in topic.stages if (note := stage_note(view))),
            supporters=_supporters(topic),
            next_sentence=sentence,
            main=main,
            main_goes=goes,
            main_target=target,
        )


def _first_line(topic: "TopicPassport") -> str:
    by = words.joined((topic.proposer, words.place(topic.proposer_place))) or topic.body
    return words.joined(
        (
            topic.number_label,
            _("raised by {name}").format(name=by) if by else "",
            _("contact point: {place}").format(place=topic.contact_point) if topic.contact_point else "",
        )
    )


def _supporters(topic: "TopicPassport") -> str:
    if not topic.supporters:
        return _("Nobody backs it yet.")
    count = len(topic.supporters)
    return ngettext("{n} person backs it", "{n} people back it", count).format(n=count)


def stage_stop(view: "StageView", present: str) -> StageStop:
    """A stage as a stop of the line, with its dates, its due date and the reason why it was left out."""
    lines: list[str] = []
    if view.skipped_reason:
        state = "skipped"
        lines.append(_("left out: {reason}").format(reason=view.skipped_reason))
    elif view.stage == present:
        state = "done" if view.left_on else "now"
    elif view.entered_on is not None:
        state = "done"
    else:
        state = "ahead"
    if view.entered_on is not None:
        lines.insert(0, _stay(view))
    if view.due_on is not None and view.left_on is None:
        lines.append(
            (_("late since {day}") if view.overdue else _("until {day}")).format(day=times.day(view.due_on))
        )
    if view.note:
        lines.append(view.note)
    return StageStop(labels.label(labels.STAGES, view.stage), state, tuple(lines), view.overdue)


def stage_note(view: "StageView") -> str:
    """What was noted at a stage, or why it was left out, in full; "" when nothing was."""
    text = _("left out: {reason}").format(reason=view.skipped_reason) if view.skipped_reason else view.note
    stage = labels.label(labels.STAGES, view.stage)
    return _("{stage}: {text}").format(stage=stage, text=text) if text else ""


def _stay(view: "StageView") -> str:
    assert view.entered_on is not None
    if view.left_on is None or view.left_on == view.entered_on:
        return times.day(view.entered_on)
    return _("{first} to {last}").format(first=times.day(view.entered_on), last=times.day(view.left_on))


def plan_column(plan: "PlanView") -> PlanColumn:
    """A plan with its cost and shares as they are read."""
    shares = tuple(
        ShareLine(share.payer, share.count, amounts.money(share.amount_fen)) for share in plan.shares
    )
    return PlanColumn(plan.id, plan.title, plan.text, amounts.money(plan.cost_fen), plan.put_to_vote, shares)


def next_step(topic: "TopicPassport") -> tuple[str, str, str, str]:
    """(sentence, words of the main button, where it goes, with which meeting)."""
    coming = next((card for card in topic.meetings if card.state in ("draft", "convened", "live")), None)
    if coming is not None:
        live = coming.state == "live"
        sentence = _("Next: {title}, {moment}").format(
            title=coming.title, moment=words.moment(coming.starts_at)
        )
        return (
            sentence,
            _("Go to the meeting") if live else _("Prepare the meeting"),
            "enter" if live else "call",
            coming.id,
        )
    if topic.stage in BEFORE_MEETING and topic.plans:
        return _("Next: put the plan before a meeting"), _("Make a meeting of it"), "new_meeting", ""
    if not topic.plans and topic.stage in BEFORE_MEETING:
        return _("Next: write a first plan with its costs"), _("Write a plan"), "plan", ""
    if topic.next_stage is None:
        return _("The topic is at its last stage."), "", "", ""
    name = labels.label(labels.STAGES, topic.next_stage)
    return _("Next stage: {stage}").format(stage=name), _("Go on to: {stage}").format(stage=name), "move", ""


def stages_after(present: str) -> tuple[tuple[str, str], ...]:
    """The stages to which a topic can still go, with their names."""
    place = ORDER.index(Stage(present)) + 1
    return tuple((str(stage), labels.label(labels.STAGES, stage)) for stage in ORDER[place:])


def shares_sum(shares: tuple[tuple[int, int], ...], cost_fen: int) -> tuple[str, bool]:
    """(sentence, whether it adds up) for shares of (count, fen each) against the plan's cost."""
    total = sum(count * each for count, each in shares)
    if not shares:
        return _("No shares: the cost stands alone."), True
    if total == cost_fen:
        return _("The shares come to {total}, exactly the cost.").format(total=amounts.money(total)), True
    short = amounts.money(abs(cost_fen - total))
    text = (
        _("The shares come to {total}: {rest} too little.")
        if total < cost_fen
        else _("The shares come to {total}: {rest} too much.")
    )
    return text.format(total=amounts.money(total), rest=short), False
