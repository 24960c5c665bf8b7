"""How the floor is said in the console: the reason for a place, a group's name, a hint, a share."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from meeting_app.domain.clock import Instant
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.floor_hints import Hint
from meeting_app.domain.floor_mode import ROUND_HAND
from meeting_app.domain.speaking_queue import Why
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.ui.console.live import words
from meeting_app.wording import floor as codes
from meeting_app.wording import groups, labels, times

ICONS = {SpeechClass.ORDER: "flag", SpeechClass.QUESTION: "circle-help", SpeechClass.REPLY: "arrow-left"}
WHY = {
    Why.BY_HAND: N_("moved by hand"),
    Why.ITS_TURN: N_("its turn"),
    Why.OTHER_SIDE_EMPTY: N_("nobody waits on the other side"),
    Why.NO_SIDE: N_("takes no side"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The icon before a reason, its tone, and whether the words stand out."""

    icon: str
    tone: str
    strong: bool


def mark(row: SpeechView) -> Mark:
    """What a place in the queue is marked with."""
    if row.kind in ICONS:
        return Mark(ICONS[row.kind], "warn" if row.kind is SpeechClass.ORDER else "muted", strong=True)
    if row.why is Why.BY_HAND:
        return Mark("hand", "muted", strong=False)
    return Mark(
        "star" if row.first_time else "mic", "ok" if row.first_time else "muted", strong=row.first_time
    )


def reason(row: SpeechView) -> str:
    """Why somebody stands where he stands, in a few words."""
    if row.kind is not SpeechClass.SPEECH:
        about = labels.label(codes.CATEGORIES, row.category) if row.kind is SpeechClass.ORDER else ""
        moved = _(WHY[Why.BY_HAND]) if row.why is Why.BY_HAND else ""
        return words.joined(labels.label(codes.CLASSES, row.kind), about, moved)
    parts = [groups.table(row.label)] if row.label else []
    if row.side is not Side.NONE:
        parts.append(labels.label(codes.SIDES, row.side))
    if row.why in WHY:
        parts.append(_(WHY[row.why]))
    elif row.category == ROUND_HAND:
        parts.append(_("in the round"))
    elif row.why is Why.ASKED and not row.label:
        parts.append(_("asked at {time}").format(time=times.clock(row.asked_at)))
    if row.why in (Why.FIRST_TIME, Why.SPOKE_LESS) or (row.why is Why.BY_HAND and not parts[:-1]):
        parts.append(words.turns(row))
    return words.joined(*parts)


def hint(found: Hint, name: str, most: int, of: str) -> str:
    """A hint as a sentence about somebody."""
    return labels.label(codes.HINTS, found).format(name=name, most=most, group=groups.group(of))


def hints(view: QueueView, speech_id: str) -> str:
    """What speaks against calling somebody who waits, the weightiest first; "" for nothing."""
    row = next((one for one in view.waiting if one.id == speech_id), None)
    if row is None:
        return ""
    said = [hint(one, row.name, view.rules.most_turns, row.group) for one in view.hints(speech_id)]
    return words.sentences(*said[:2])


def percent(share: Fraction | None) -> str:
    """A share in whole per cent, halves upwards; a dash when there is none."""
    if share is None:
        return "\u2013"
    return f"{(200 * share.numerator + share.denominator) // (2 * share.denominator)}%"


def turns(count: int) -> str:
    """A number of turns."""
    return ngettext("{n} turn", "{n} turns", count).format(n=count)


def sides(view: QueueView, now: Instant) -> str:
    """How the two sides stand in a debate at this moment: turns and time."""
    spent = {Side.FOR: 0, Side.AGAINST: 0}
    rows: Sequence[SpeechView] = [*view.done, *view.held, *([view.speaking] if view.speaking else [])]
    for row in rows:
        if row.side in spent and row.kind in (SpeechClass.SPEECH, SpeechClass.REPLY):
            spent[row.side] += row.clock.elapsed(now)
    return words.joined(
        *(
            _("{side} {turns} {span}").format(
                side=labels.label(codes.SIDES, side),
                turns=turns(view.sides.turns.get(side, 0)),
                span=times.spoken(ms),
            )
            for side, ms in spent.items()
        )
    )
