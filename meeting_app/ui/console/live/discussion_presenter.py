"""A discussion: the speaker and the clock, who waits and why, what Enter does."""

from dataclasses import dataclass

from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.ui.console.live import words
from meeting_app.wording import times


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


@dataclass(frozen=True, slots=True)
class WaitingShown:
    """A place in the queue with its reason."""

    speech_id: str
    number: str
    name: str
    place: str
    reason: str
    first_time: bool
    next: bool


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


def no_clock(limit_ms: int) -> ClockShown:
    """The clock while nobody speaks: the time that the next one gets."""
    return ClockShown(
        times.countdown(limit_ms), _("time to speak"), "",
        _("limit {span}").format(span=times.spoken(limit_ms)),
        0, "muted", paused=False,
    )  # fmt: skip


def speaker(view: QueueView) -> SpeakerShown:
    """The head of the page."""
    speech = view.speaking
    if speech is None:
        heading = _("Nobody is speaking")
        if view.waiting:
            return SpeakerShown("", heading, _("Call the first"), "", "", "")
        hint = _("Who wants to speak raises a hand; add the person with A.")
        return SpeakerShown("", heading, _("Who is next?"), "", hint, "")
    remark = _("first time on this item") if speech.first_time else words.turns(speech)
    return SpeakerShown(
        speech.id, _("Speaking"), speech.name, words.storey(speech.place), remark, speech.gist
    )


def _waiting(speech: SpeechView, place: int) -> WaitingShown:
    return WaitingShown(
        speech.id,
        str(place),
        speech.name,
        words.storey(speech.place),
        words.turns(speech),
        speech.first_time,
        place == 1,
    )


def waiting(view: QueueView) -> tuple[WaitingShown, ...]:
    """The queue in the order in which people are called."""
    return tuple(_waiting(speech, place) for place, speech in enumerate(view.waiting, start=1))


@dataclass(frozen=True, slots=True)
class MainShown:
    """The main button: call_next, end_speech or none."""

    code: str
    text: str
    icon: str


def main(view: QueueView) -> MainShown:
    """What Enter does: calls the next by name, ends the last speech, or there is nothing to do."""
    if view.waiting:
        first = view.waiting[0].name
        text = _("Call {name}") if view.speaking else _("Call first: {name}")
        return MainShown("call_next", text.format(name=first), "mic")
    if view.speaking:
        return MainShown("end_speech", _("End this speech"), "check")
    return MainShown("add", _("Add a speaker"), "plus")


def silent(view: QueueView) -> str:
    """For the facilitator only: how many have not been heard."""
    if view.silent == 0:
        return _("Everybody here has spoken.")
    return _("{people} here have not spoken yet.").format(people=words.people(view.silent))
