"""A very small scenario for the rules' tests: three neighbours, an observer, two issues."""

from meeting_app.domain.roleplay import model as m

_ROLES = (
    m.Role("old", "above", "Old Mr Qin", "lives on top", "cannot climb", walk_away=40,
           plays=(("storey", "high"),), avoid=(("storey", "high"),)),
    m.Role("young", "above", "Young Ms Tao", "works at night", "wants quiet", walk_away=30,
           plays=(("storey", "high"),)),
    m.Role("ground", "below", "Mrs Jiang", "lives below", "fears the dark", walk_away=35,
           plays=(("storey", "low"),), avoid=(("storey", "low"),)),
    m.Role("watch", "below", "Observer", "watches", sheet=("Who asked questions?",), optional=True,
           merge_into="ground"),
)  # fmt: skip

_POINTS = {
    "old": (60, 20, 0, 40, 10), "young": (30, 40, 10, 20, 40), "ground": (0, 50, 30, 50, 0),
}  # fmt: skip


def _scores() -> tuple[m.Score, ...]:
    places = (("where", "front"), ("where", "back"), ("where", "none"), ("pay", "equal"), ("pay", "storey"))
    return tuple(
        m.Score(role, issue, option, points)
        for role, row in _POINTS.items()
        for (issue, option), points in zip(places, row, strict=True)
    )


def _plan() -> m.Plan:
    return m.Plan(
        60,
        (
            m.Phase("before", "poll_before", "Before", "individual", 5, 3),
            m.Phase("read", "read", "Read", "individual", 5, 3, cues=(m.Cue(0, "Hand out the cards"),)),
            m.Phase("talk", "negotiate", "Negotiate", "table", 30, 15, warnings=(5, 1), decision="final"),
            m.Phase("out", "derole", "Cards away", "plenary", 2, 1),
            m.Phase("debrief", "debrief", "Look back", "plenary", 13, 8),
            m.Phase("after", "poll_after", "After", "individual", 5, 3),
        ),
    )


def sample() -> m.Scenario:
    """A scenario without faults."""
    return m.Scenario(
        identity=m.Identity("bench", 1, "en", "A bench", "The hall", "CC-BY-4.0", "space", "s", "s",
                            "Fiction."),
        players=m.Players(3, 24, 3, 5),
        setting="A yard.",
        facts=(m.Fact("size", "Size", "Two metres"),),
        parties=(m.Party("above", "Upstairs"), m.Party("below", "Downstairs")),
        roles=_ROLES,
        issues=(
            m.Issue("where", "Where?", "", (m.Option("front", "In front", cost_fen=100_000),
                                            m.Option("back", "Behind", cost_fen=50_000),
                                            m.Option("none", "Nowhere"))),
            m.Issue("pay", "Who pays?", "", (m.Option("equal", "All alike"),
                                             m.Option("storey", "By storey"))),
        ),
        rule=m.Rule(accept=2, vetoes=("ground",), rounds=3, failure="No bench."),
        plans=(_plan(),),
        poll=m.StancePoll((m.Question("need", "We need a bench", "no", "yes"),
                           m.Question("other", "I understand the others", "no", "yes")), "other", "storey"),
        debrief=m.Debrief("I am myself again.", (m.DebriefRound("Round", "How was it?", 8),)),
        safety=m.Safety(False, "Anyone may stop.", "Stop", "Slower"),
        minutes=m.MinutesMap(("agreed",), ("who played whom",), (("where", "Look for a place"),)),
        attributes=(m.Attribute("storey", "Storey", (("low", "Low"), ("high", "High")), ordered=True),),
        scores=_scores(),
        constraints=(m.Constraint("cap", "budget", "Little money", limit=90_000),),
    )  # fmt: skip
