"""Packs and figures for the tests of the rules."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from meeting_app.domain.rules.figures import Papers, Turnout, Voices
from meeting_app.domain.rules.pack import (
    BodyKind,
    Electorate,
    Further,
    Participation,
    Purpose,
    RulePack,
    Source,
)
from meeting_app.domain.rules.share import Amount, Base, Measure, Share

TWO_THIRDS = Share(2, 3, strict=False, base=Base.ELIGIBLE)
HALF = Share(1, 2, strict=True, base=Base.PRESENT)
NEVER = date(1900, 1, 1)

MEETING = RulePack(
    id="meeting_2026",
    code="meeting",
    name="居民代表会议",
    body=BodyKind.REPRESENTATIVES,
    electorate=Electorate.REPRESENTATIVES,
    purpose=Purpose.DECISION,
    participation=Participation(Base.PRESENT, TWO_THIRDS),
    approval=HALF,
    sources=(Source("城市居民委员会组织法", (28, 29)),),
    effective_from=date(2026, 1, 1),
)
OWNERS = replace(
    MEETING,
    id="owners_2021",
    code="owners",
    name="业主大会（一般事项）",
    body=BodyKind.OWNERS,
    electorate=Electorate.OWNERS,
    participation=Participation(Base.CAST, TWO_THIRDS),
    approval=Share(1, 2, strict=True, base=Base.CAST),
    measures=(Measure.PERSONS, Measure.AREA),
)
ELECTION = replace(
    MEETING,
    id="election_2026",
    code="election",
    name="居委会选举",
    purpose=Purpose.ELECTION,
    participation=Participation(Base.CAST, Share(1, 2, strict=True, base=Base.ELIGIBLE)),
    approval=Share(1, 2, strict=True, base=Base.CAST),
    more_candidates=True,
    further=Further(Share(1, 3, strict=False, base=Base.CAST)),
)


def papers(persons: int, valid: int, blank: int = 0, invalid: int = 0, lost: int = 0) -> Turnout:
    """A vote on paper of `persons` electors of whom all who gave something back were there."""
    cast = valid + blank + invalid
    return Turnout(
        Amount(persons),
        Amount(cast),
        Amount(valid),
        Amount(blank),
        Amount(invalid),
        Papers(cast + lost, 0, lost),
    )


def ballots(total: Amount, *voices: Amount) -> tuple[Turnout, Voices]:
    """Owners' ballots for, against, abstaining; everything that was issued came back."""
    given = Voices(*voices)
    cast = given.total
    return Turnout(total, cast, cast, papers=Papers(cast.persons)), given


@st.composite
def shares(draw: st.DrawFn, base: Base | None = None) -> Share:
    """Any share that can be fulfilled."""
    denominator = draw(st.integers(1, 12))
    numerator = draw(st.integers(0, denominator))
    strict = draw(st.booleans()) and numerator < denominator
    return Share(numerator, denominator, strict, base or draw(st.sampled_from(Base)))
