"""The beginnings of a scenario: what every play needs is there at once, in plain words to be changed."""

from dataclasses import replace
from typing import Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.i18n import _, language

LICENCE: Final = "CC-BY-4.0"
LENGTHS: Final = (75, 60, 90)


def _phase(
    kind: str, title: str, mode: str, minutes: int, least: int, say: str, screen: str, **more: object
) -> m.Phase:
    made = m.Phase(kind, kind, title, mode, minutes, least, (m.Cue(0, say),), screen=screen)
    return replace(made, **more)  # type: ignore[arg-type]


def _plan() -> m.Plan:
    """75 minutes, of which 20 are negotiation and 10 the talk afterwards."""
    phases = (
        _phase("welcome", _("Welcome"), "plenary", 3, 1,
               _("Read out: place and people are invented, nothing real is decided today; everybody may just "
                 "watch."), "welcome", sound="start"),
        _phase("poll_before", _("A few questions first"), "individual", 4, 2,
               _("Hand out the sheets. Only the number goes on them, no name."), "title"),
        _phase("cast", _("Handing out the roles"), "plenary", 6, 3,
               _("Hand out the cards table by table. Whoever wants another role may change once now."),
               "roles"),
        _phase("read", _("Reading one's card"), "individual", 6, 2,
               _("Read in silence. Whoever cannot read the card well comes to me."), "title"),
        _phase("act", _("One sentence each"), "table", 7, 3,
               _("Everybody reads out the opening line, half a minute at most."), "facts", sound="start"),
        _phase("caucus", _("Each side among itself"), "caucus", 9, 4,
               _("Sit down with your own side. Hand out the clue envelopes."), "issues",
               warnings=(2,), sound="warn", skippable=True),
        _phase("negotiate", _("Negotiation"), "table", 20, 10,
               _("Agree first on who writes the sheet. One issue after the other."), "proposals",
               warnings=(5, 1), sound="start", decision="final"),
        _phase("sign", _("Showing the cards"), "table", 3, 1,
               _("All cards at once: green agrees, red does not. Who does not says what is missing."),
               "cards", sound="end"),
        _phase("derole", _("Leaving the roles"), "plenary", 2, 1,
               _("Turn the card over, change your seat, say: I am myself again."), "derole", sound="end"),
        _phase("poll_after", _("The same questions again"), "individual", 5, 2,
               _("The same number, the same questions."), "title"),
        _phase("debrief", _("Looking back"), "table", 10, 6,
               _("Circles of four to eight. Everybody may pass."), "shift", warnings=(2,)),
    )  # fmt: skip
    return m.Plan(75, phases)


def plans() -> tuple[m.Plan, ...]:
    """The three usual lengths."""
    first = _plan()
    return tuple(first if minutes == first.minutes else editing.stretched(first, minutes)
                 for minutes in sorted(LENGTHS))  # fmt: skip


def empty_scenario(name: str, title: str, author: str = "") -> m.Scenario:
    """A scenario without a story. `name` is its identity."""
    return m.Scenario(
        identity=m.Identity(name, 1, "zh-CN" if language() == "zh_CN" else "en", title, author, LICENCE, "",
                            "", "", ""),
        players=m.Players(4, 24, 4, 8),
        setting="",
        facts=(),
        parties=(m.Party("party_1", _("One side")), m.Party("party_2", _("The other side"))),
        roles=(),
        issues=(),
        rule=m.Rule(accept=1, rounds=3),
        plans=plans(),
        poll=m.StancePoll(
            (m.Question("question_1", _("I understand what those who think otherwise are afraid of"),
                        _("not at all"), _("very well")),),
            understanding="question_1",
        ),
        debrief=m.Debrief(
            _("I am not that person any more, I am myself."),
            (m.DebriefRound(_("Feelings"), _("Which moment was the hardest? You may pass."), 3),
             m.DebriefRound(_("Discoveries"), _("What did the person you played care about most?"), 3),
             m.DebriefRound(_("Taken home"), _("What of today could we use in our own place?"), 4)),
        ),
        safety=m.Safety(
            False, _("Anybody may become an observer at any time, without a reason."),
            _("Red card: stop, change the role or take a break."),
            _("Yellow card: slower, and softer words."),
        ),
        minutes=m.MinutesMap(
            (_("tables and people"), _("how many issues each table agreed on"), _("the ways chosen most"),
             _("how views changed"), _("suggestions for the real agenda")),
            (_("who played whom"), _("the secrets on the cards"), _("anybody's own answers"),
             _("anybody's own points")),
            (),
        ),
    )  # fmt: skip
