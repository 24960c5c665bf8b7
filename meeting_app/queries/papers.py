"""What each printed paper shows: frozen dataclasses without rows, sessions or functions.

The queries fill them from the records, `meeting_app.documents` sets them. Conventions that hold in the
whole file:

* Instants arrive as local `datetime` (Asia/Shanghai, naive or aware makes no difference to the paper),
  legal days as `date`.
* Counts are whole numbers of persons or voices, durations whole seconds or minutes as the name says.
* Texts are what the records hold, unshortened. Codes (`outcome`, `stance`, `state` ...) are the words of
  the domain in lower case; the documents turn them into Chinese. The codes that the documents know stand
  beside each field.
* Names on public papers (`DecisionNoticePaper`) are masked before they get here; the papers never mask and
  never unmask.
"""

from dataclasses import dataclass
from datetime import date, datetime

from meeting_app.queries.paper_mark import PaperMark as PaperMark
from meeting_app.queries.paper_opening import OpeningQuorum
from meeting_app.queries.papers_vote import BallotVote
from meeting_app.queries.roleplay.annex import RoleplayAnnex


@dataclass(frozen=True, slots=True)
class Contact:
    """Where questions and objections go: a window of the office, never a resident's own phone."""

    place: str
    name: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A legal share: 2/3 with `inclusive` is "at least two thirds", 1/2 without it "more than half"."""

    numerator: int
    denominator: int
    inclusive: bool


@dataclass(frozen=True, slots=True)
class VoteRule:
    """The rule of a vote as it is told to people.

    `base` says of whom the deciding share is taken: "present" (members present), "members" (all members),
    "cast" (ballots cast), "valid" (valid ballots). `quorum_needed` and `needed` are the least whole
    numbers; `needed` is None before the base is known, for example on the notice. `law` names the articles
    as they are cited. `quorum_by_kind`: the rule names no quorum, the community's kind of meeting does.
    """

    law: str
    members: int
    quorum: Share | None
    quorum_needed: int
    decision: Share
    base: str
    needed: int | None = None
    quorum_by_kind: bool = False


@dataclass(frozen=True, slots=True)
class WorkingStep:
    """One numbered step of the working.

    `code`: "notice_period", "entitled", "quorum", "tellers_agree", "adds_up", "validity", "majority", "tie"
    or another code of the rule's trace. The fraction looked at is `numerator` of `denominator` (0 where the
    step has no fraction), `actual` the whole number reached, `needed` the least whole number that holds,
    `share` the legal share where there is one.
    """

    code: str
    numerator: int
    denominator: int
    needed: int
    actual: int
    holds: bool
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class VoteTotals:
    """Voices of one vote.

    `not_voting` are those present who raised no hand; all five add up to the voices present.
    """

    in_favour: int
    against: int
    abstain: int
    not_voting: int = 0
    invalid: int = 0


@dataclass(frozen=True, slots=True)
class TellerCount:
    """What one teller counted, kept apart from what the other counted."""

    name: str
    in_favour: int
    against: int
    abstain: int


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """One agenda item on the notice.

    `motion` holds the text that is voted on, word for word, a paragraph or clause each; empty when the item
    is not voted on. `kind` is that of `AgendaRow`, "" when it does not matter: boards leave out openings,
    breaks and closings. `vote` says how a vote by ballots is held, a sentence each: what is asked, the
    options, how they are counted, what a tie leads to.
    """

    title: str
    minutes: int
    presenter: str = ""
    motion: tuple[str, ...] = ()
    kind: str = ""
    vote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """会议通知.

    `check_in`: the ways to check in, any of "list", "code", "badge". `proxy_allowed` False prints that
    members come in person. `posted_at` names the boards; `delivered` is how many were handed out, None when
    nothing is printed.
    """

    mark: PaperMark
    title: str
    addressee: str
    meeting_title: str
    called_by: str
    starts_at: datetime
    check_in_from: datetime
    place: str
    attendees: str
    items: tuple[NoticeItem, ...]
    rule: VoteRule | None
    contact: Contact
    place_note: str = ""
    check_in: tuple[str, ...] = ("list",)
    proxy_allowed: bool = False
    bring: str = ""
    attachments: tuple[str, ...] = ()
    posted_at: tuple[str, ...] = ()
    delivered: int | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """One stay in the hall; `until` None means to the end."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of the attendance.

    `state`: "present", "excused", "absent", "observer". `place` is the building or body.
    """

    number: int
    name: str
    capacity: str
    state: str
    place: str = ""
    stays: tuple[Presence, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesSpeech:
    """One speech.

    `stance`: "for", "against", "question", "reply", "information", "order" (with its category "order:breach")
    or "" for none said; `gist` may be empty.
    """

    speaker: str
    stance: str
    started_at: datetime
    seconds: int
    gist: str


@dataclass(frozen=True, slots=True)
class MinutesVote:
    """One vote with everything that led from hands to result.

    `method`: "hands", "paper", "card", "phone", "mixed". `outcome`: "adopted", "not_adopted", "no_quorum",
    "void", "tie". `present` is the number of voices present when it was taken; `objections` are recorded
    word for word.
    """

    question: str
    motion: tuple[str, ...]
    method: str
    taken_at: datetime
    members: int
    present: int
    totals: VoteTotals
    tellers: tuple[TellerCount, ...]
    rule: VoteRule
    steps: tuple[WorkingStep, ...]
    outcome: str
    moved_by: str = ""
    objections: tuple[str, ...] = ()
    declared: bool = False


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One agenda item as it ran.

    `notes` are the recorder's paragraphs. Times are None when the item was not reached.
    """

    number: int
    title: str
    started_at: datetime | None
    ended_at: datetime | None
    presenter: str = ""
    notes: tuple[str, ...] = ()
    speeches: tuple[MinutesSpeech, ...] = ()
    votes: tuple[MinutesVote, ...] = ()
    ballots: tuple[BallotVote, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision in the words in which it was taken; `item` is the agenda item's number, 0 for none."""

    text: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Who does what by when; `due` None prints a dash."""

    text: str
    assignee: str
    due: date | None
    supervisor: str = ""


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """A question that was put aside, so that it is not forgotten."""

    text: str
    raised_by: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """会议记录 or 会议纪要.

    `form` "record" is the whole course; "minutes" has agreed points only, no speeches, no signatures.

    `expected` are those entitled to a voice, `present` those of them counted at the opening,
    `quorum_needed` the least number. `attendance` holds everybody once, observers too. `ended_at` is None
    while the meeting is still running. `distribution` says to whom the paper goes. `annexes` are role-plays
    of the meeting, which decided nothing. `beforehand` was noted before the meeting was opened.
    """

    mark: PaperMark
    form: str
    heading: str
    started_at: datetime
    ended_at: datetime | None
    place: str
    chair: str
    recorder: str
    tellers: tuple[str, ...]
    expected: int
    present: int
    quorum_needed: int
    attendance: tuple[Attendee, ...]
    items: tuple[MinutesItem, ...]
    decisions: tuple[DecisionLine, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    parked: tuple[ParkedLine, ...] = ()
    distribution: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    annexes: tuple[RoleplayAnnex, ...] = ()
    opening: OpeningQuorum | None = None
    beforehand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicityPeriod:
    """Days of publicity, both ends included, and how long an answer to an objection may take."""

    first_day: date
    last_day: date
    days: int
    answer_workdays: int


@dataclass(frozen=True, slots=True)
class DecidedQuestion:
    """A further question that the same meeting decided."""

    question: str
    motion: tuple[str, ...]
    members: int
    present: int
    totals: VoteTotals
    rule: VoteRule
    outcome: str
    declared: bool = False


@dataclass(frozen=True, slots=True)
class DecisionNoticePaper:
    """表决结果公示 (with `publicity`) or 公告 (without). `tellers` are masked already ("王*兰（3号楼）").

    `more` holds what the meeting decided besides the first question, in its order; `ballots` the votes by
    ballots. `question` is empty when there are only those.
    """

    mark: PaperMark
    title: str
    meeting_title: str
    held_on: date
    question: str
    motion: tuple[str, ...]
    method: str
    members: int
    present: int
    totals: VoteTotals
    rule: VoteRule
    steps: tuple[WorkingStep, ...]
    outcome: str
    tellers: tuple[str, ...]
    objections_to: Contact
    publicity: PublicityPeriod | None = None
    records_note: str = ""
    posted_at: tuple[str, ...] = ()
    more: tuple[DecidedQuestion, ...] = ()
    ballots: tuple[BallotVote, ...] = ()
    declared: bool = False


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One line to sign. `note` is printed small under the capacity (who is represented)."""

    number: int
    name: str
    place: str
    capacity: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignInGroup:
    """Rows that start on a page of their own ("3号楼", "来宾")."""

    title: str
    rows: tuple[SignInRow, ...]
    blank_rows: int = 0


@dataclass(frozen=True, slots=True)
class SignInPaper:
    """签到表."""

    mark: PaperMark
    title: str
    starts_at: datetime
    place: str
    expected: int
    quorum_needed: int
    groups: tuple[SignInGroup, ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the programme.

    `kind`: "opening", "information", "discussion", "vote", "roleplay", "break", "closing".
    """

    number: int
    title: str
    kind: str
    starts_at: datetime
    minutes: int
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """议程, one page. `house_rules` are short sentences ("每人发言2分钟")."""

    mark: PaperMark
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    chair: str
    items: tuple[AgendaRow, ...]
    house_rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Badge:
    """One person's badge.

    `code` is exactly what the scanner types (letters, digits and -./: keep it small).
    """

    number: int
    name: str
    code: str
    capacity: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BadgeSheet:
    """Badges, ten on a sheet of A4, to be cut."""

    mark: PaperMark
    meeting_title: str
    held_on: date
    badges: tuple[Badge, ...]
