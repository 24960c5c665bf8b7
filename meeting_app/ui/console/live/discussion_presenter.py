"""A discussion: the speaker and the clock, who waits and why, what Enter does."""

from dataclasses import dataclass, replace

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.floor_class import BREAKING_IN, COUNTED, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.floor_shares import GroupBudget
from meeting_app.domain.speaking_queue import OrderRule
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.queries.floor_rules import NOT_BEGUN
from meeting_app.ui.console.live import floor_words, words
from meeting_app.wording import floor, groups, labels, times


@dataclass(frozen=True, slots=True)
class ClockShown:
    """A running clock: the figures, what they mean, how far the bar is (per mille), its tone."""

    figures: str
    caption: str
    spent: str
    limit: str
    per_mille: int
    tone: str
    paused: bool


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """Who has the floor; without one `name` says what is waited for and `speech_id` is empty."""

    speech_id: str
    heading: str
    name: str
    place: str
    remark: str
    gist: str


def clock_shown(clock: Clock, now: Instant) -> ClockShown:
    """The figures of a clock that counts down, then up with a plus."""
    left = clock.remaining(now)
    paused = not clock.running
    caption = _("over time") if left < 0 else _("half a minute left") if left <= words.SHORT_MS else _("left")
    if paused:
        caption = _("{what}, paused").format(what=caption)
    tone = "danger" if left < 0 else "warn" if left <= words.SHORT_MS else "action"
    spent = clock.elapsed(now)
    return ClockShown(
        times.countdown(left),
        caption,
        _("spoke {span}").format(span=times.spoken(spent)),
        _("limit {span}").format(span=times.spoken(clock.limit_ms)),
        1000 if clock.limit_ms <= 0 else min(1000, spent * 1000 // clock.limit_ms),
        tone,
        paused,
    )


def of_tables(shown: ClockShown, clock: Clock, now: Instant) -> ClockShown:
    """The same for the clock of the tables, which is used and not spoken."""
    return replace(shown, spent=_("used {span}").format(span=times.spoken(clock.elapsed(now))))


def no_clock(limit_ms: int) -> ClockShown:
    """The clock while nobody speaks: the time that the next one gets."""
    return ClockShown(
        times.countdown(limit_ms), _("time to speak"), "",
        _("limit {span}").format(span=times.spoken(limit_ms)),
        0, "muted", paused=False,
    )  # fmt: skip


def _nobody(view: QueueView) -> SpeakerShown:
    heading = _("Nobody is speaking")
    if view.at_tables and view.tables:
        begun = view.plan.clock != NOT_BEGUN
        heading = _("The tables are talking") if begun else _("The tables are drawn")
        told = _("Then one of each table reports.")
        return SpeakerShown("", heading, _("{n} tables").format(n=view.tables), "", told, "")
    if view.waiting and not (view.at_tables or view.round_due):
        said = _("Call the next") if view.done else _("Call the first")
        return SpeakerShown("", heading, said, "", "", "")
    hints = {
        FloorMode.STICK: _("Press Enter and say who takes the microphone."),
        FloorMode.ROUND: _("Everybody here gets a turn; Enter begins the round."),
        FloorMode.TABLES: _("First the tables talk, then one of each reports."),
    }
    told = hints.get(view.plan.mode, "")
    if (view.plan.mode is FloorMode.ROUND and not view.round_due) or (
        view.plan.mode is FloorMode.TABLES and not view.at_tables
    ):
        told = ""  # it is over: who wants to add something raises a hand
    usual = _("Who wants to speak raises a hand; add the person with A.")
    return SpeakerShown("", heading, _("Who is next?"), "", told or usual, "")


def _heading(view: QueueView, speech: SpeechView) -> str:
    held = view.held[0].name if view.held else ""
    if speech.kind is SpeechClass.QUESTION:
        return _("Question to {name}").format(name=held) if held else _("Question")
    if speech.kind is SpeechClass.ORDER:
        return words.joined(
            labels.label(floor.CLASSES, speech.kind), labels.label(floor.CATEGORIES, speech.category)
        )
    if speech.kind is SpeechClass.REPLY:
        return _("Speaking in reply")
    if speech.label:
        return _("{table} reports").format(table=groups.table(speech.label))
    said = _("Has the microphone") if view.plan.mode is FloorMode.STICK else _("Speaking")
    side = labels.label(floor.SIDES, speech.side) if speech.side else ""
    return words.joined(said, side)


def speaker(view: QueueView) -> SpeakerShown:
    """The head of the page."""
    speech = view.speaking
    if speech is None:
        return _nobody(view)
    if view.held:
        held = view.held[0]
        left = times.countdown(held.clock.limit_ms - held.used_ms)
        remark = _("then {name}, {left} left").format(name=held.name, left=left)
    else:
        remark = _("first time on this item") if speech.first_time else words.turns(speech)
    return SpeakerShown(
        speech.id, _heading(view, speech), speech.name, words.storey(speech.place), remark, speech.gist
    )


@dataclass(frozen=True, slots=True)
class MainShown:
    """The main button: call_next, go_on, end_speech, hand_on, begin_round, draw, begin_tables, begin_reports
    or add.
    """

    code: str
    text: str
    icon: str


def _call(view: QueueView) -> MainShown:
    first = view.waiting[0]
    name = first.name
    if first.kind is SpeechClass.QUESTION and view.speaking:
        return MainShown("call_next", _("Take the question: {name}").format(name=name), "circle-help")
    if first.kind is SpeechClass.ORDER:
        return MainShown("call_next", _("Point of order: {name}").format(name=name), "flag")
    text = _("Call {name}") if view.speaking or view.done else _("Call first: {name}")
    return MainShown("call_next", text.format(name=name), "mic")


def _begin(view: QueueView) -> MainShown:
    """What begins a mode, when nobody speaks: with hands up too, since they come after it or in it."""
    mode = view.plan.mode
    if mode is FloorMode.ROUND:
        again = not view.round_due
        return MainShown("begin_round", _("Another round") if again else _("Begin the round"), "users")
    if view.at_tables:
        if view.tables == 0:
            return MainShown("draw", _("Draw the tables"), "users")
        if view.plan.clock == NOT_BEGUN:
            return MainShown("begin_tables", _("The tables begin"), "play")
        return MainShown("begin_reports", _("The reports begin"), "presentation")
    if mode is FloorMode.STICK:
        return MainShown("hand_on", _("Who takes the microphone?"), "mic")
    return MainShown("add", _("Add a speaker"), "plus")


def main(view: QueueView) -> MainShown:
    """What Enter does: lets the one go on who was broken into, calls the next by name, ends the last speech,
    or begins what the mode begins with.
    """
    breaking = bool(view.waiting) and view.waiting[0].kind in BREAKING_IN
    if view.held and not breaking:
        return MainShown("go_on", _("{name} goes on").format(name=view.held[0].name), "mic")
    if not breaking and (view.at_tables or (view.round_due and view.speaking is None)):
        return _begin(view)
    if view.waiting:
        return _call(view)
    if view.speaking and view.plan.mode is FloorMode.STICK:
        return MainShown("hand_on", _("Pass the mic on"), "mic")
    if view.speaking:
        return MainShown("end_speech", _("End this speech"), "check")
    return _begin(view)


def silent(view: QueueView) -> str:
    """For the facilitator only: how many have not been heard."""
    if view.silent == 0:
        return _("Everybody here has spoken.")
    return _("{people} here have not spoken yet.").format(people=words.people(view.silent))


def budget_now(view: QueueView, now: Instant) -> GroupBudget | None:
    """The shared time of the speaker's group, up to this moment; None when there is none."""
    speech = view.speaking
    budget = view.budget(speech.group) if speech is not None else None
    if speech is None or budget is None or speech.kind not in COUNTED:
        return budget
    return replace(budget, used_ms=budget.used_ms + speech.clock.elapsed(now) - speech.used_ms)


def course(view: QueueView, now: Instant) -> str:
    """How the mode stands at this moment: sides of a debate, the round, the time that the speaker's group has
    left.
    """
    parts = []
    if view.order is OrderRule.SIDES:
        parts.append(floor_words.sides(view, now))
    if view.plan.mode is FloorMode.ROUND and not view.round_due:
        parts.append(
            _("{done} have spoken, {passed} passed").format(done=view.round_heard, passed=len(view.passed))
        )
    budget = budget_now(view, now)
    if budget is not None:
        said = _("{group} used up its time {left}") if budget.used_up else _("{group} has {left} left")
        left = times.countdown(budget.left_ms)
        parts.append(said.format(group=groups.group(budget.group), left=left))
    return words.joined(*parts)


def advice(view: QueueView, chosen: str) -> str:
    """What speaks against calling the chosen one, or the first of the queue; hints, never locks."""
    calling = view.waiting and not (view.at_tables or view.round_due)
    speech_id = chosen or (view.waiting[0].id if calling else "")
    said = floor_words.hints(view, speech_id)
    if not said and view.texts > 1 and not view.done:
        return labels.label(floor.HINTS, "one_matter").format(texts=view.texts)
    return said


def called(view: QueueView | None, speech_id: str) -> str:
    """What spoke against somebody who was called all the same, and how to take it back; "" for nothing."""
    said = floor_words.hints(view, speech_id) if view is not None else ""
    return words.sentences(said, labels.label(floor.HINTS, "called_back")) if said else ""


def spoke_already(view: QueueView, person_id: str, name: str, kind: SpeechClass) -> str:
    """That somebody who is looked up has spoken on this while others have not; "" for nothing."""
    heard = (*view.done, *view.held, *((view.speaking,) if view.speaking else ()))
    again = kind in COUNTED and any(one.person_id == person_id and one.kind in COUNTED for one in heard)
    if not again or not view.silent or view.plan.mode is FloorMode.TABLES:
        return ""
    said = labels.label(floor.HINTS, "spoke_already")
    return said.format(name=name, people=words.people(view.silent))
