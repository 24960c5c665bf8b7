"""What the top bar says: meeting and item, the plan against the clock, who is here, the projector."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from meeting_app.domain.clock import Instant
from meeting_app.i18n import N_, _
from meeting_app.queries.live import LiveView
from meeting_app.queries.slides_roleplay import PIN, SCENES
from meeting_app.ui.console.live import words
from meeting_app.wording import labels, sources, times

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import ProjectorStatus

COUNTED_MIN = 120  # nobody counts more minutes than these in the head; before that the hour is told
MODES = {
    "content": N_("Content"),
    "backdrop": N_("Backdrop"),
    "black": N_("Black"),
    "desktop": N_("Desktop"),
}
PINNED = {
    "welcome": N_("Welcome"),
    "agenda": N_("Agenda"),
    "motion": N_("Motion"),
    "item": N_("Item"),
    "draw": N_("Drawing by lot"),
    "readback": N_("What was written down"),
}
# Pages that are held by a key of their own and are no entry of the menu.
HELD = {
    **PINNED,
    "attachment": N_("Picture or PDF"),
    "rules": N_("Rules of order"),
    "shares": N_("Who has spoken how long"),
    "how": N_("How to vote"),
    **{PIN + scene: N_("a scene of the role-play") for scene in SCENES},
}


@dataclass(frozen=True, slots=True)
class TimeShown:
    """The clock of the top bar: local time, when it will end, and how late that is."""

    clock: str
    ends: str
    late: str
    tone: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A cell of the top bar: a line, a second line in a tone, whether all is well."""

    line: str
    second: str
    tone: str


def place_line(view: LiveView) -> str:
    """Under the title: the item that runs, or what the meeting waits for."""
    if view.state == "closed":
        return _("Closed at {time}").format(time=times.clock(view.closed_at)) if view.closed_at else ""
    if view.state != "live" or view.current is None:
        return _("Check-in, begins at {time}").format(time=times.clock(view.starts_at))
    return _("Item {number}: {title}").format(number=view.current.number, title=view.current.title)


def time_shown(view: LiveView, now: Instant) -> TimeShown:
    """The clock against the plan at this moment."""
    clock = times.clock(times.local(now.wall_ms))
    if view.state == "live":
        plan = words.plan_now(view, now)
        ends = view.starts_at + timedelta(milliseconds=plan.projected_end_ms)
        late, tone = words.lateness(plan.late_ms)
        return TimeShown(clock, _("ends about {time}").format(time=times.clock(ends)), late, tone)
    if view.state == "closed":
        return TimeShown(clock, labels.label(labels.MEETING_STATES, "closed"), "", "ok")
    left = times.minutes(round(view.starts_at.timestamp() * 1000) - now.wall_ms)
    if left > 24 * 60:
        return TimeShown(clock, times.day(view.starts_at.date()), "", "ok")
    if left > COUNTED_MIN:
        return TimeShown(clock, _("begins at {time}").format(time=times.clock(view.starts_at)), "", "ok")
    if left > 0:
        return TimeShown(clock, _("begins in {n} min").format(n=left), "", "ok")
    if left < 0:
        late, tone = words.lateness(-left * words.MINUTE_MS)
        return TimeShown(
            clock, _("was to begin at {time}").format(time=times.clock(view.starts_at)), late, tone
        )
    return TimeShown(clock, _("time to begin"), "", "ok")


def presence(view: LiveView) -> Fact:
    """Who is here against who is called, and whether that is enough."""
    here, voters, houses = view.present_voters, view.voters, ""
    if view.quorum is not None and view.quorum.owners:  # who counts as one is a voting right
        here, voters = view.quorum.present, view.quorum.eligible
        houses = sources.places(view.quorum.scope)
    line = _("{present} of {voters} here").format(present=here, voters=voters)
    if houses:
        line = _("{places}: {line}").format(places=houses, line=line)
    guests = _("guests {n}").format(n=view.guests) if view.guests else ""
    if view.quorum is None:
        return Fact(line, guests, "muted")
    if view.quorum.represented:
        guests = words.joined(_("represented {n}").format(n=view.quorum.represented), guests)
    if view.quorum.holds:
        return Fact(line, words.joined(_("Quorum reached"), guests), "ok")
    short = _("{n} short").format(n=view.quorum.short_by) if view.quorum.short_by else _("area short")
    return Fact(line, words.joined(short, guests), "warn")


def projector(view: LiveView, status: "ProjectorStatus") -> Fact:
    """What the hall sees and where."""
    if status.since_ms is not None and not status.connected and not status.windowed:
        since = _("since {time}").format(time=times.clock_seconds(status.since_ms))
        return Fact(_("Projector: unplugged"), since, "warn")
    mode = status.held or view.projection.mode
    shown = labels.label(MODES, mode)
    if mode == "content" and view.projection.pinned:
        shown = labels.label(HELD, view.projection.pinned)
    if status.mirrored:
        return Fact(_("Projector: {what}").format(what=shown), _("same picture on both screens"), "warn")
    if status.windowed:
        where = _("in a window on this laptop")
    else:
        where = status.screen if status.connected else _("no projector yet")
    return Fact(_("Projector: {what}").format(what=shown), where, "muted")
