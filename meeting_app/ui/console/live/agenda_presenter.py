"""The left column: the plan, what became of it, and what the one big step is."""

from dataclasses import dataclass
from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.domain.floor_hints import left_open
from meeting_app.i18n import N_, _
from meeting_app.queries.live import LiveItem, LiveView, NextStep
from meeting_app.ui.console.live import words
from meeting_app.wording import floor, labels, times


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A row: number, title, planned and used minutes, deviation. `state`: waiting, current, done, skipped."""

    id: str
    number: str
    title: str
    minutes: str
    deviation: str
    state: str


@dataclass(frozen=True, slots=True)
class StepShown:
    """The big button: what it does, whom or what it is about, and why it does not when it does not."""

    code: str
    text: str
    sub: str
    enabled: bool
    icon: str


def _minutes(item: LiveItem, now: Instant) -> str:
    planned, used = times.minutes(item.planned_ms), times.minutes(item.clock.elapsed(now))
    if item.state == "current":
        return _("planned {planned}, used {used}").format(planned=planned, used=used)
    if item.state == "done":
        return _("planned {planned}, took {used}").format(planned=planned, used=used)
    if item.state == "skipped":
        return _("left out")
    given = times.minutes(item.clock.limit_ms)
    if item.state == "waiting" and given != planned:
        return _("planned {planned}, now {given}").format(planned=planned, given=given)
    return _("planned {planned} min").format(planned=planned)


def own_note(view: LiveView) -> str:
    """The note that the facilitator wrote on the current item for himself; the hall never sees it."""
    if view.current is None or not view.current.internal_note:
        return ""
    return _("For you alone: {note}").format(note=view.current.internal_note)


def lines(view: LiveView, now: Instant) -> tuple[AgendaLine, ...]:
    """The rows of the agenda at this moment."""
    return tuple(
        AgendaLine(
            item.id,
            str(item.number),
            item.title,
            _minutes(item, now),
            words.deviation(item.deviation_ms),
            item.state,
        )
        for item in view.items
    )


def _why(step: NextStep) -> str:
    reasons = {
        "poll_open": _("count first"),
        "result_unconfirmed": _("confirm the result first"),
        "no_quorum": _("not enough are here yet"),
        "agenda_empty": _("the agenda has no item"),
        "meeting_state": _("the meeting is over"),
        "play_not_ended": _("end the role-play first"),
    }
    return reasons.get(step.why, "")


PLAY_STEPS: Final = {
    "play_start": (N_("Begin role-play"), "play"),
    "play_next": (N_("Next part"), "skip-forward"),
    "play_finish": (N_("Last part over"), "flag"),
}


def step(view: LiveView) -> StepShown:
    """The words of the big button, from what the records say is next."""
    found = view.next_step
    if not found.enabled:
        title = _("Open the meeting") if found.code == "open_meeting" else _("Next item")
        icon = "play" if found.code == "open_meeting" else "skip-forward"
        return StepShown(found.code, title, _why(found), enabled=False, icon=icon)
    if found.code == "open_meeting":
        return StepShown("open_meeting", _("Open the meeting"), found.subject, enabled=True, icon="play")
    if found.code == "go_on":
        return StepShown("go_on", _("Let go on"), found.subject, enabled=True, icon="mic")
    if found.code == "call_next":
        return StepShown("call_next", _("Call next"), found.subject, enabled=True, icon="mic")
    if found.code in PLAY_STEPS:
        text, icon = PLAY_STEPS[found.code]
        return StepShown(found.code, _(text), found.subject, enabled=True, icon=icon)
    if found.code == "close_meeting":
        return StepShown("close_meeting", _("Close meeting"), _("asks once more"), enabled=True, icon="flag")
    return StepShown("next_item", _("Next item"), found.subject, enabled=True, icon="skip-forward")


def in_a_line(shown: StepShown) -> str:
    """The step as one line, for a main button."""
    if shown.enabled and shown.code == "next_item":
        return _("{verb}: {subject}").format(verb=shown.text, subject=shown.sub)
    return shown.text


def open_matter(view: LiveView, to: str | None = None) -> str:
    """What one matter at a time has against taking an item (None: the next one); "" for nothing."""
    if to is None and view.current is not None and view.following is not None:
        to = view.following.id
    due = left_open(view.items, to) if to else None
    title = next((item.title for item in view.items if item.id == due), "")
    return labels.label(floor.HINTS, "left_open").format(title=title) if due else ""
