"""What the papers of a play show: frozen dataclasses, filled by `queries.roleplay_papers`.

No paper of a play names who plays whom. Role cards, clues and the facilitator's script hold what is secret;
all others only what everybody at the table may see. Codes are tokens of `domain.roleplay.tokens`.
"""

from dataclasses import dataclass
from datetime import datetime

from meeting_app.queries.paper_mark import PaperMark


@dataclass(frozen=True, slots=True)
class PlayHead:
    """Which play it is. `fiction` is the sentence that place and names are invented; `people` sit at
    `tables` tables.
    """

    title: str
    fiction: str
    tables: int
    people: int


@dataclass(frozen=True, slots=True)
class CardIssue:
    """What the options of an issue are worth to a role, in its points."""

    title: str
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What one seat gets. `aims` are secret aims with the role that says whether they were reached ("" = the
    host); `interests` what matters with its weight in hundredths; `questions` are an observer's, who has no
    `walk_away`.
    """

    table: int
    role: str
    party: str
    public: str
    secret: str
    opening: str
    keep: tuple[str, ...]
    give: tuple[str, ...]
    interests: tuple[tuple[str, int], ...]
    walk_away: int | None
    walk_away_text: str
    aims: tuple[tuple[str, str], ...]
    must_not: tuple[str, ...]
    issues: tuple[CardIssue, ...]
    questions: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class RoleCardPaper:
    """角色卡: a card for every seat, in the order of the tables."""

    mark: PaperMark
    head: PlayHead
    cards: tuple[RoleCard, ...]


@dataclass(frozen=True, slots=True)
class TentRole:
    """A role as everybody at the table sees it."""

    table: int
    role: str
    party: str
    public: str


@dataclass(frozen=True, slots=True)
class TentPaper:
    """桌牌: a tent for every table and a small one for every seat."""

    mark: PaperMark
    head: PlayHead
    roles: tuple[TentRole, ...]


@dataclass(frozen=True, slots=True)
class ClueCard:
    """A clue in its envelope. `to` is a role, "" for the whole table; `rule` may_share, may_keep or
    must_answer. It is opened `minute` minutes into `phase`, or when `event` happens.
    """

    table: int
    number: int
    to: str
    title: str
    text: str
    rule: str
    phase: str
    minute: int
    event: str
    code: str


@dataclass(frozen=True, slots=True)
class CluePaper:
    """线索卡 and labels for their envelopes."""

    mark: PaperMark
    head: PlayHead
    clues: tuple[ClueCard, ...]


@dataclass(frozen=True, slots=True)
class ProposalIssue:
    """What is settled: options as (title, text), from `least` to `most` of them."""

    title: str
    options: tuple[tuple[str, str], ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ProposalSheet:
    """One sheet of one table; `voices` are the roles that show a card."""

    table: int
    number: int
    voices: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class ProposalPaper:
    """方案单: as many for every table as it may propose."""

    mark: PaperMark
    head: PlayHead
    issues: tuple[ProposalIssue, ...]
    constraints: tuple[str, ...]
    sheets: tuple[ProposalSheet, ...]


@dataclass(frozen=True, slots=True)
class ObserverSheet:
    """An observer's sheet at a table."""

    table: int
    code: str


@dataclass(frozen=True, slots=True)
class ObserverPaper:
    """观察单: questions to write answers to, and what moved on which issue."""

    mark: PaperMark
    head: PlayHead
    questions: tuple[str, ...]
    issues: tuple[str, ...]
    sheets: tuple[ObserverSheet, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A phase as it is planned: when (None without a time), minutes into the play, and how long."""

    at: datetime | None
    minute: int
    minutes: int
    title: str
    kind: str
    mode: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """When a table opens which envelope; "" = the whole table."""

    number: int
    to: str
    phase: str
    minute: int
    event: str


@dataclass(frozen=True, slots=True)
class Accepting:
    """When a proposal is accepted: so many of the voices, and these roles in any case."""

    least: int
    voices: int
    vetoes: tuple[str, ...]
    proposer: str
    rounds: int
    failure: str


@dataclass(frozen=True, slots=True)
class HostSheet:
    """What the host of one table needs."""

    table: int
    roles: tuple[str, ...]
    accepting: Accepting
    envelopes: tuple[Envelope, ...]
    code: str


@dataclass(frozen=True, slots=True)
class HostPaper:
    """桌长单: a page for the host of every table. `rounds` of the debrief are (title, question, minutes)."""

    mark: PaperMark
    head: PlayHead
    steps: tuple[tuple[Step, str], ...]
    red: str
    yellow: str
    safety: str
    derole: str
    rounds: tuple[tuple[str, str, int], ...]
    sheets: tuple[HostSheet, ...]


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """What comes back from a seat: its card and so many clues."""

    table: int
    role: str
    clues: int


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """回收单: what comes back from every seat; `table_clues` are clues for whole tables, `proposals` sheets
    for each table.
    """

    mark: PaperMark
    head: PlayHead
    rows: tuple[ReturnRow, ...]
    table_clues: int
    proposals: int
    polls: int


@dataclass(frozen=True, slots=True)
class PollQuestion:
    """A question from 1 to 5 with the words of both ends."""

    text: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class PollSheetPair:
    """Both halves of one sheet share `code`; the others are what stands in the QR codes."""

    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PollPaper:
    """问卷: before and after on one page. `camps` are what people tick about themselves, `camp` its
    question.
    """

    mark: PaperMark
    head: PlayHead
    questions: tuple[PollQuestion, ...]
    camp: str
    camps: tuple[str, ...]
    sheets: tuple[PollSheetPair, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """What happens so many minutes into a phase. `kind`: say, clue, event, warn (minutes before the end),
    swap, rotate, decide; `who` are roles, empty for all.
    """

    minute: int
    kind: str
    title: str
    text: str
    who: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ScriptPhase:
    """A phase with its cues; `screen` names the projector's scene."""

    step: Step
    cues: tuple[Cue, ...]
    screen: str
    skippable: bool
    least: int


@dataclass(frozen=True, slots=True)
class ScriptEvent:
    """An event with what changes: (role, kind, issue, option or value, points)."""

    title: str
    text: str
    trigger: str
    phase: str
    minute: int
    effects: tuple[tuple[str, str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class ScriptRole:
    """A role as the facilitator knows it."""

    role: str
    party: str
    public: str
    secret: str
    walk_away: int | None
    walk_away_text: str
    aims: tuple[str, ...]
    veto: bool


@dataclass(frozen=True, slots=True)
class ScriptPaper:
    """主持稿: the running order by the clock, what to say, what comes out when, and all secrets.

    `points` are for each issue and option the points of `scored` roles in their order.
    """

    mark: PaperMark
    head: PlayHead
    meeting: str
    place: str
    minutes: int
    setting: str
    phases: tuple[ScriptPhase, ...]
    accepting: Accepting
    events: tuple[ScriptEvent, ...]
    roles: tuple[ScriptRole, ...]
    scored: tuple[str, ...]
    points: tuple[tuple[str, tuple[tuple[str, tuple[int, ...]], ...]], ...]
    constraints: tuple[str, ...]
    rounds: tuple[tuple[str, str, int], ...]
    derole: str
    safety: str
    red: str
    yellow: str
    materials: tuple[str, ...]
    reveal_scores: bool
