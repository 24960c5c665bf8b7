"""What is said when the program finds a meeting under way: where it stands, to the second."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView
from meeting_app.queries.live import LiveView
from meeting_app.ui.console.live import words
from meeting_app.wording import times


def _floor(floor: QueueView, now: Instant) -> str:
    speech = floor.speaking
    if speech is None:
        return ""
    spoken = times.spoken(speech.clock.elapsed(now))
    said = _("{name} has the floor and has used {span}.").format(name=speech.name, span=spoken)
    if not speech.clock.running:
        said = _("{name} has the floor, paused after {span}.").format(name=speech.name, span=spoken)
    held = floor.held[0] if floor.held else None
    if held is None:
        return said
    used = times.spoken(held.clock.elapsed(now))
    return words.sentences(said, _("{name} goes on afterwards at {span}.").format(name=held.name, span=used))


def sentence(view: LiveView, floor: QueueView | None, now: Instant, play: str = "") -> str:
    """The meeting goes on at item 3 “Discussion”: who speaks, and how long the speech has lasted; `play` says
    where a role-play stands.
    """
    item = view.current
    if item is None:
        return ""
    where = _("The meeting goes on where it stood: item {number}, {title}.").format(
        number=item.number, title=item.title
    )
    return words.sentences(where, _floor(floor, now) if floor is not None else play)
