"""The check-in desk: finding a person, what Enter would do, the live quorum and who is not here yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meeting_app.i18n import _
from meeting_app.queries.live import CheckInView, QuorumView
from meeting_app.queries.people import PersonHit
from meeting_app.ui.console.live import words
from meeting_app.wording import amounts, labels, sources, times

# The order in which people of different states are offered.
ORDER = {"absent": 0, "left": 0, "present": 1, "not_invited": 2}


@dataclass(frozen=True, slots=True)
class HitShown:
    """A row of the results: name, number, place, capacity how the person stands, with tone and icon."""

    person_id: str
    name: str
    number: str
    place: str
    capacity: str
    state: str
    tone: str
    icon: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the main button does: code check_in, check_out, guest, new_guest or none."""

    code: str
    text: str
    icon: str
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A member with a vote as a square: filled when here. `told` is said by a screen reader."""

    person_id: str
    number: str
    name: str
    state: str
    told: str


@dataclass(frozen=True, slots=True)
class QuorumShown:
    """The quorum as sentence and bar; parts of `base`, `threshold` in the same measure. `source` says whose
    owners count, and who asks for the number.
    """

    heading: str
    tone: str
    present: int
    of: str
    base: int
    threshold: int
    short: str
    rule: str
    guests: str
    area: "AreaShown | None" = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class AreaShown:
    """The floor area as words and bar; `here`, `whole` and `threshold` in 0.01 m²."""

    text: str
    of: str
    here: int
    whole: int
    threshold: int
    short: str


def _state(hit: PersonHit) -> tuple[str, str, str]:
    at = times.clock(hit.came_at) if hit.came_at else ""
    if hit.state == "present":
        return _("here since {time}").format(time=at), "ok", "check"
    if hit.state == "left":
        return _("was here, has left"), "muted", "log-out"
    if hit.state == "not_invited":
        return _("not on the list, guest without a vote"), "warn", "circle-alert"
    return (
        (_("excused: {reason}").format(reason=hit.excused), "muted", "info")
        if hit.excused
        else (
            _("not here yet"),
            "muted",
            "circle",
        )
    )


def hit_shown(hit: PersonHit, remark: str = "") -> HitShown:
    """A found person as a row; `remark` stands before the capacity."""
    state, tone, icon = _state(hit)
    capacity = labels.label(labels.CAPACITIES, hit.capacity) if hit.capacity else ""
    vote = "" if hit.votes or hit.state == "not_invited" else _("no vote")
    return HitShown(
        hit.person_id, hit.name, str(hit.number), words.room(hit.place),
        words.joined(remark, capacity, vote), state, tone, icon, remark,
    )  # fmt: skip


def hits_shown(hits: Sequence[PersonHit], proxies: Mapping[str, str] | None = None) -> tuple[HitShown, ...]:
    """The results in order; `proxies` says for whom somebody acts, by person."""
    return tuple(hit_shown(hit, (proxies or {}).get(hit.person_id, "")) for hit in hits)


def offer(hit: PersonHit | None, text: str) -> Offer:
    """What Enter does for the chosen person, or for a text that finds nobody."""
    name = text.strip()
    if hit is None:
        # A number or a code that finds nobody is a slip of the hand, not a stranger's name.
        if len(name) >= 2 and not any(c.isdigit() for c in name):
            return Offer("new_guest", _("Walked in: {name}").format(name=name), "user-plus")
        return Offer("none", _("Check in"), "user-check")
    if hit.state == "present":
        return Offer("check_out", _("Check out: {name}").format(name=hit.name), "log-out", hit.person_id)
    if hit.state == "not_invited":
        text = _("Check in as a guest: {name}").format(name=hit.name)
        return Offer("guest", text, "user-plus", hit.person_id)
    return Offer("check_in", _("Check in: {name}").format(name=hit.name), "user-check", hit.person_id)


def nobody(text: str) -> str:
    """The sentence under a search that finds nobody."""
    return _("Nobody on the roster fits “{text}”.").format(text=text.strip())


def share(quorum: QuorumView) -> str:
    """The quorum's rule in words with its whole number."""
    if (quorum.numerator, quorum.denominator) == (2, 3) and not quorum.strict:
        return _("two thirds, at least {n}").format(n=quorum.needed)
    if (quorum.numerator, quorum.denominator) == (1, 2) and quorum.strict:
        return _("more than half, at least {n}").format(n=quorum.needed)
    return _("at least {n}").format(n=quorum.needed)


def quorum_shown(view: CheckInView) -> QuorumShown:
    """The quorum of the desk."""
    guests = _("{n} guests without a vote").format(n=view.guests) if view.guests else ""
    of = _("of {n}").format(n=view.voters)
    quorum = view.quorum
    if quorum is None:
        return QuorumShown(
            _("no quorum asked"), "plain", view.present, of, max(1, view.voters), 0, "", "", guests
        )
    heading = _("the meeting may open") if quorum.holds else _("cannot decide yet")
    short = _("{n} short").format(n=quorum.short_by) if quorum.short_by else ""
    of = _("of {n}").format(n=quorum.eligible)
    if quorum.represented:
        guests = words.joined(_("{n} of them represented").format(n=quorum.represented), guests)
    return QuorumShown(
        heading, "ok" if quorum.holds else "warn", quorum.present, of, max(1, quorum.eligible),
        quorum.needed, short, share(quorum), guests, area_shown(quorum),
        _source(quorum),
    )  # fmt: skip


def _source(quorum: QuorumView) -> str:
    """Whose owners are counted, and who asks for the number."""
    source = sources.who_asks(quorum.by, quorum.law, quorum.articles)
    if not quorum.scope:
        return source
    counted = _("counted: owners of {places}").format(places=sources.places(quorum.scope))
    return _("{text} ({source})").format(text=counted, source=source)


def area_shown(quorum: QuorumView) -> AreaShown | None:
    """The second measure of an owners' meeting; None where only persons count."""
    area = quorum.area
    if area is None:
        return None
    short = _("{area} short").format(area=amounts.area(area.short_c)) if area.short_c else ""
    return AreaShown(
        amounts.area(area.here_c),
        _("of {area}").format(area=amounts.area(area.whole_c)),
        area.here_c, max(1, area.whole_c), area.needed_c, short,
    )  # fmt: skip


def tiles(view: CheckInView) -> tuple[Tile, ...]:
    """The members with a vote, by number."""
    return tuple(
        Tile(
            hit.person_id,
            str(hit.number),
            hit.name,
            "present" if hit.state == "present" else "excused" if hit.excused else hit.state,
            words.joined(str(hit.number), hit.name, words.room(hit.place), _state(hit)[0]),
        )
        for hit in view.members
    )
