"""The fixed words of a scenario as its author reads them."""

from collections.abc import Mapping
from typing import Final

from meeting_app.i18n import N_

VOCABULARY: Final[Mapping[str, Mapping[str, str]]] = {
    "phase": {
        "welcome": N_("welcome"),
        "poll_before": N_("questions before"),
        "cast": N_("handing out roles"),
        "read": N_("reading the cards"),
        "act": N_("opening lines"),
        "caucus": N_("each side alone"),
        "negotiate": N_("negotiating"),
        "gallery": N_("looking at the other tables"),
        "sign": N_("showing the cards"),
        "derole": N_("leaving the roles"),
        "debrief": N_("looking back"),
        "poll_after": N_("questions afterwards"),
        "slack": N_("time in hand"),
    },
    "mode": {
        "individual": N_("each alone"),
        "table": N_("at the tables"),
        "caucus": N_("by sides"),
        "plenary": N_("all together"),
        "rotate": N_("changing tables"),
        "fishbowl": N_("inner and outer circle"),
    },
    "screen": {
        "": N_("leave it as it is"),
        "welcome": N_("welcome and notice of fiction"),
        "roles": N_("who takes part"),
        "title": N_("title of the phase"),
        "facts": N_("facts and timeline"),
        "tables": N_("who pays how much"),
        "issues": N_("issues and options"),
        "clue": N_("the clue that came out"),
        "event": N_("the event that happened"),
        "proposals": N_("proposals of the tables"),
        "cards": N_("red and green cards"),
        "derole": N_("leaving the roles"),
        "shift": N_("before and after"),
        "thanks": N_("thanks"),
    },
    "sound": {
        "": N_("no sound"),
        "start": N_("soft start"),
        "warn": N_("one bell"),
        "end": N_("two bells"),
    },
    "decision": {"": N_("nothing"), "interim": N_("an interim proposal"), "final": N_("the final proposal")},
    "clue_rule": {
        "may_share": N_("may be told"),
        "may_keep": N_("may be kept secret"),
        "must_answer": N_("must be told when asked"),
    },
    "constraint": {
        "budget": N_("costs at most"),
        "area": N_("takes at most"),
        "forbid": N_("not all of these together"),
        "require": N_("the first only with one of the others"),
        "include": N_("at least one of these"),
    },
    "trigger": {
        "time": N_("at a minute of a phase"),
        "deadlock": N_("when nothing is proposed for so many minutes"),
        "manual": N_("when the facilitator wants it"),
    },
    "effect": {
        "walk_away": N_("the walk-away"),
        "score": N_("the points of an option"),
        "weight": N_("the weight of a value"),
    },
}
