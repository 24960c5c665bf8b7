"""What a ballot paper shows: frozen dataclasses, filled by whoever opens a vote.

`method` is one of METHODS, the codes of `domain.tally`. What `most` means depends on it: how many may be
chosen (choose_k, election), how many dots there are to give (dots), the highest mark (score; star always has
five), how many seats there are (stv), how many projects may be marked (budget, equal_shares; 0 or 1 = any
number). The printed code of a slip is what the office scans: only 0-9 A-Z space $ % * + - . / : and the same
length on all slips of a paper, which makes thousands of codes quick.
"""

from dataclasses import dataclass

from meeting_app.queries.paper_mark import PaperMark

METHODS = (
    "yes_no", "choose_one", "choose_k", "election", "dots", "score", "star", "borda", "irv", "schulze", "stv",
    "budget", "equal_shares", "gradient",
)  # fmt: skip
RANKED = frozenset(("borda", "irv", "schulze", "stv"))


@dataclass(frozen=True, slots=True)
class BallotOption:
    """What can be chosen; `note` stands small below it, `cost_fen` is what a project of a budget costs."""

    text: str
    note: str = ""
    cost_fen: int = 0


@dataclass(frozen=True, slots=True)
class BallotQuestion:
    """The question with the text that is voted on, word for word.

    Without options yes_no and gradient ask the question itself; with several, yes_no asks each of them.
    `budget_fen` is the sum that a voter may not go over, 0 where nothing is added up. `grades` are the steps
    of gradient from agreement to refusal, empty for the usual five.
    """

    method: str
    question: str
    text: tuple[str, ...] = ()
    options: tuple[BallotOption, ...] = ()
    most: int = 1
    budget_fen: int = 0
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotSlip:
    """One paper: its serial as it is typed and its code as it is scanned.

    `holder` are lines about the voting right, only for votes by name (building and stairway, area); a secret
    ballot has none, and nothing joins its serial to a person once it is handed out. Of a secret vote both are
    the codes of a slip of its urn (actions/votes/slips.py).
    """

    serial: str
    code: str
    holder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """表决票: all slips of one question.

    `per_sheet` is 1, 2 or 4 on a sheet of A4, 0 for as many as can be read well. `voids` overrides what makes
    a ballot void, where a rule pack says it in its own way. A `specimen` shows the face alone and cannot be
    cast: of a secret vote only this is filed, because what is filed is kept for ever.
    """

    mark: PaperMark
    title: str
    question: BallotQuestion
    slips: tuple[BallotSlip, ...]
    secret: bool = True
    per_sheet: int = 0
    voids: tuple[str, ...] = ()
    specimen: bool = False


@dataclass(frozen=True, slots=True)
class BallotSet:
    """The ballots of all questions of a meeting, in the order of the votes."""

    mark: PaperMark
    meeting_title: str
    papers: tuple[BallotPaper, ...]
