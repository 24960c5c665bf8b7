"""What the hall is told about how people speak: what for, for which side or table, and what comes after."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_floor import FloorState
from meeting_app.wording import floor, groups, labels, times

SIDES = ("for", "against")


def kicker(state: FloorState) -> str:
    """What stands above the name of whoever has the floor."""
    if state.kind == "order":
        return _("Point of order")
    if state.kind == "question":
        return _("Question to {name}").format(name=state.held) if state.held else _("Question")
    if state.kind == "reply":
        return _("Speaking in reply")
    if state.table:
        return _("{table} reports").format(table=groups.table(state.table))
    if state.side:
        return _("Speaking: {side}").format(side=labels.label(floor.SIDES, state.side))
    return _("Speaking now")


def invitation(state: FloorState) -> str:
    """What whoever wants to speak does; "" when the list is closed."""
    if state.begins == "round":
        return _("Everybody here speaks once")
    if state.begins == "tables":
        return _("First we talk at small tables")
    return "" if state.closed else _("To speak, raise your hand")


def order(state: FloorState) -> str:
    """Who comes first, or that the list is closed."""
    if state.begins:
        return _("Who has nothing to say passes") if state.begins == "round" else _("Then each table reports")
    if state.closed:
        return _("The list of speakers is closed")
    if state.order == "sides":
        return _("For and against take turns")
    if state.order == "asked":
        return _("Whoever raises a hand first comes first")
    return _("Whoever has not spoken on this yet comes first")


def below(state: FloorState, now: Instant) -> tuple[str, str]:
    """Two lines below the queue: who goes on afterwards, or how the round stands; empty for nothing."""
    if state.held and state.held_clock is not None:
        left = times.countdown(state.held_clock.remaining(now))
        return _("Goes on after this"), f"{state.held} {left}"
    if state.mode == "round" and not state.begins:
        heard = ngettext("{heard} has spoken", "{heard} have spoken", state.heard).format(heard=state.heard)
        return heard, _("{left} to go").format(left=state.left)
    return "", ""


def turns(state: FloorState, side: int) -> str:
    """How many turns a side has had: 0 in favour, 1 opposed."""
    count = state.turns[side]
    return ngettext("{n} turn", "{n} turns", count).format(n=count)
