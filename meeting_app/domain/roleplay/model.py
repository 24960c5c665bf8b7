"""What a scenario holds, as its author wrote it.

Identities are short words of a-z, 0-9 and _ that are unique among their kind. Money is in fen, areas in
0.01 m², lengths of time in whole minutes (they are typed and printed so; clocks run in ms), scores and
weights in whole points. Texts may hold the placeholders {score:issue.option}, {walk_away} and
{table:table.option.payer}, which are filled from the numbers here and from nowhere else.
"""

from dataclasses import dataclass

ALL = "all"  # instead of roles: everybody at the table


@dataclass(frozen=True, slots=True)
class Identity:
    """Which scenario this is. `fiction` is the sentence that place and names are invented; a role-play never
    decides anything real. `category` is a topic's category.
    """

    id: str
    version: int
    language: str
    title: str
    author: str
    licence: str
    category: str
    summary: str
    summary_en: str
    fiction: str


@dataclass(frozen=True, slots=True)
class Players:
    """For how many people it is, in all and at one table; whether several may play one role as a team."""

    least: int
    most: int
    table_least: int
    table_most: int
    teams: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is asked of players at check-in so that they can be cast against type: a storey, a car, a dog.

    `values` are (id, title); with `ordered` values further apart are more opposite.
    """

    id: str
    title: str
    values: tuple[tuple[str, str], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A public fact, or with `when` an entry of what happened before."""

    id: str
    title: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the dispute; several roles may belong to it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Value:
    """Something that matters (quiet, money, safety), for scoring by weights."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Interest:
    """How much a value weighs for a role; a role's weights add up to 100."""

    value: str
    text: str
    weight: int


@dataclass(frozen=True, slots=True)
class Objective:
    """A secret aim and who says whether it was reached: a role's id or `host`."""

    text: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Role:
    """A part to play. `public` at most 60 characters, `secret` 180, so that a card holds both.

    `walk_away` is the score below which the role says no; None for an observer, who has a sheet of questions
    instead. `plays` is the role's profile as (attribute, value), `avoid` whom it must not be given to. An
    optional role falls to `merge_into` when fewer people come.
    """

    id: str
    party: str
    name: str
    public: str
    secret: str = ""
    opening: str = ""
    keep: tuple[str, ...] = ()
    give: tuple[str, ...] = ()
    interests: tuple[Interest, ...] = ()
    walk_away: int | None = None
    walk_away_text: str = ""
    objectives: tuple[Objective, ...] = ()
    must_not: tuple[str, ...] = ()
    plays: tuple[tuple[str, str], ...] = ()
    avoid: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    merge_into: str = ""
    sheet: tuple[str, ...] = ()
    team: int = 1

    @property
    def observer(self) -> bool:
        """Whether the role watches and has no score."""
        return self.walk_away is None


@dataclass(frozen=True, slots=True)
class Relation:
    """What two roles have with each other; public."""

    first: str
    second: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an issue. `effects` are (value, points from -3 to 3), for scoring by weights."""

    id: str
    title: str
    text: str = ""
    cost_fen: int = 0
    area_c: int = 0
    effects: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A question that the table settles: exactly one option, or from `least` to `most` of them."""

    id: str
    title: str
    text: str
    options: tuple[Option, ...]
    least: int = 1
    most: int = 1

    @property
    def multiple(self) -> bool:
        """Whether other than exactly one option may be chosen."""
        return (self.least, self.most) != (1, 1)


@dataclass(frozen=True, slots=True)
class Payer:
    """A line of a money table: what one of `count` households pays."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """What an option costs each payer of the table, in their order; the counts times the shares add up to the
    total.
    """

    issue: str
    option: str
    total_fen: int
    shares_fen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Who pays how much; public."""

    id: str
    title: str
    payers: tuple[Payer, ...]
    columns: tuple[MoneyColumn, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The points of one option for one role, for scoring by matrix."""

    role: str
    issue: str
    option: str
    points: int


@dataclass(frozen=True, slots=True)
class Constraint:
    """What deals are possible. `options` are (issue, option).

    Kinds: forbid (not all of these together), require (the first only with one of the others), include (at
    least one), budget (costs at most `limit` fen), area (at most `limit` of 0.01 m²).
    """

    id: str
    kind: str
    text: str
    options: tuple[tuple[str, str], ...] = ()
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """When a proposal is accepted at a table: at least `accept` scored roles, and all of `vetoes`.

    `proposer` is a role ("" = anybody), `rounds` how many proposals are voted on, `failure` what then
    happens in the story.
    """

    accept: int
    vetoes: tuple[str, ...] = ()
    proposer: str = ""
    rounds: int = 3
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """What the facilitator says or does, so many minutes into the phase."""

    minute: int
    text: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the play.

    Kinds: welcome, poll_before, cast, read, act, caucus, negotiate, gallery, sign, derole, debrief,
    poll_after, slack. Modes: individual, table, caucus, plenary, rotate, fishbowl. `screen` names a scene of
    the projector, `sound` start, warn, end or "". `decision` is "", interim or final. `warnings` are minutes
    before the end.
    """

    id: str
    kind: str
    title: str
    mode: str
    minutes: int
    least: int
    cues: tuple[Cue, ...] = ()
    warnings: tuple[int, ...] = ()
    screen: str = ""
    sound: str = ""
    decision: str = ""
    skippable: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The phases for one length of the play, in minutes."""

    minutes: int
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """When a clue comes out: in a phase, so many minutes into it, or by an event."""

    phase: str = ""
    minute: int = 0
    event: str = ""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that comes to light. `to` are roles or (ALL,). Rules: may_share, may_keep, must_answer (when
    asked).
    """

    id: str
    title: str
    text: str
    to: tuple[str, ...]
    release: Release
    rule: str = "may_share"


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event changes for a role: its walk_away, the score of an option, or the weight of a value, by
    so many points.
    """

    kind: str
    role: str
    by: int
    issue: str = ""
    option: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A turn of the story. Triggers: time (`minute` of `phase`), deadlock (no new proposal for `minute`
    minutes), manual.
    """

    id: str
    title: str
    text: str
    trigger: str
    phase: str = ""
    minute: int = 0
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Swap:
    """Roles that change hands when a phase begins."""

    phase: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rotation:
    """When a phase begins, everybody but these roles goes to the next table."""

    phase: str
    stay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question answered from 1 to 5 before and after."""

    id: str
    text: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class StancePoll:
    """The same questions before and after; `understanding` names the one about the other side, `camps` the
    attribute by which real-life camps are told apart ("" = none).
    """

    questions: tuple[Question, ...]
    understanding: str = ""
    camps: str = ""


@dataclass(frozen=True, slots=True)
class DebriefRound:
    """A round of the talk afterwards; everybody may pass."""

    title: str
    text: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """The sentence that ends the roles, the rounds, and whether scores are revealed (off by default: people
    take points for a verdict).
    """

    derole: str
    rounds: tuple[DebriefRound, ...]
    reveal_scores: bool = False


@dataclass(frozen=True, slots=True)
class Safety:
    """What protects the players: shown before casting when the matter is sensitive."""

    sensitive: bool
    text: str
    red: str
    yellow: str
    children: bool = False


@dataclass(frozen=True, slots=True)
class MinutesMap:
    """What goes into the annex of the minutes, what never does, and which issue leads to which suggestion for
    the real agenda, as (issue, text).
    """

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    suggestions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario. Scored either by `scores` (the matrix) or, when that is empty, by interests times
    effects.
    """

    identity: Identity
    players: Players
    setting: str
    facts: tuple[Fact, ...]
    parties: tuple[Party, ...]
    roles: tuple[Role, ...]
    issues: tuple[Issue, ...]
    rule: Rule
    plans: tuple[Plan, ...]
    poll: StancePoll
    debrief: Debrief
    safety: Safety
    minutes: MinutesMap
    attributes: tuple[Attribute, ...] = ()
    values: tuple[Value, ...] = ()
    scores: tuple[Score, ...] = ()
    relations: tuple[Relation, ...] = ()
    clues: tuple[Clue, ...] = ()
    tables: tuple[MoneyTable, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    events: tuple[Event, ...] = ()
    swap: Swap | None = None
    rotation: Rotation | None = None
    materials: tuple[str, ...] = ()

    @property
    def scored(self) -> tuple[Role, ...]:
        """The roles that have a score, in order."""
        return tuple(role for role in self.roles if not role.observer)
