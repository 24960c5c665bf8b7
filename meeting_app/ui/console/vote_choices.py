"""What the organiser may choose for a vote, without Qt: by the question, not by the name of a method."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from meeting_app.actions.votes.planning import drop_vote, prepare_vote
from meeting_app.domain.ballot_entry import filled_as
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.tally.budget import DOTS, KNAPSACK
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.tally.election import VALID
from meeting_app.domain.tally.equal_shares import ADD_ONE, ADD_ONE_BY_VOTES, BY_VOTES
from meeting_app.domain.tally.methods import METHODS
from meeting_app.domain.tally.stv import EXACT
from meeting_app.domain.vote_plan import METHODS_FOR, Channel, Question
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries import vote_words
from meeting_app.queries.vote_scope import Place, concerned, owners_rules
from meeting_app.queries.vote_view import VotePlan
from meeting_app.wording import amounts, labels, refusals

QUESTIONS: Mapping[str, str] = {
    Question.AGREE: N_("Agree?"),
    Question.ONE: N_("One of several"),
    Question.SEVERAL: N_("Several of them"),
    Question.PEOPLE: N_("Elect people"),
    Question.RATE: N_("Rate each"),
    Question.RANK: N_("Put in order"),
    Question.MONEY: N_("Share money"),
}
# What the one number of a method means, where it has one.
LIMITS = {
    "choose_k": N_("Marks at most"),
    "dots": N_("Dots for each"),
    "score": N_("Points at most"),
    "star": N_("Points at most"),
    "budget": N_("Marks at most"),
}
# The printed variants of a method, the usual one first; what each means is told by the sentence of the count.
VARIANTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "budget": (
        ("", N_("Marks, the most votes first")),
        (DOTS, N_("Dots, several may go to one")),
        (KNAPSACK, N_("Marks within the budget")),
    ),
    "equal_shares": (
        (ADD_ONE_BY_VOTES, N_("Raise the shares, the rest by votes")),
        (ADD_ONE, N_("Raise the shares step by step")),
        (BY_VOTES, N_("What stays over by votes")),
        ("", N_("What stays over is not spent")),
    ),
    "stv": (("", N_("Cut to five decimals, to follow by hand")), (EXACT, N_("Exact fractions"))),
    "election": (("", N_("Half of the ballots cast")), (VALID, N_("Half of the valid ballots"))),
}
SEATED = frozenset({"choose_k", "dots", "score", "stv", "election", "borda"})
USUAL_LIMITS = {"choose_k": 3, "dots": 5, "score": 5, "star": 5, "budget": 5}
OPEN, SECRET = "open", "secret"
OPEN_CHANNELS = (Channel.KEYPAD, Channel.HANDS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is chosen: the arguments of `prepare_vote` without the item and the reason."""

    question: Question
    method: str
    options: tuple[tuple[str, int], ...]
    setup: Setup
    secret: bool
    channels: tuple[Channel, ...]
    rule: str
    scope: str


@dataclass(frozen=True, slots=True)
class OwnersLook:
    """What the form asks about owners' votes: under which rules owners vote, and whom a scope concerns."""

    rules: frozenset[str]
    ask: Callable[[str, str], Amount | None]

    def told(self, rule: str, places: str) -> tuple[str, str]:
        """(voices and area, or what is wrong; the tone)."""
        try:
            found = self.ask(rule, places)
        except Refusal as refusal:
            return refusals.sentence(refusal), "danger"
        if found is None:
            return "", "muted"
        voices = ngettext("{n} voice", "{n} voices", found.persons).format(n=found.persons)
        area = _("{area} m²").format(area=amounts.area(found.area_c))
        return _("{persons}, {area}").format(persons=voices, area=area), "muted"


def owners_look(ask: Callable[..., Any], meeting_id: str) -> OwnersLook:
    """The form's questions about owners, put to the records by `ask`."""
    rules = ask(owners_rules, meeting_id=meeting_id)
    return OwnersLook(
        rules, lambda rule, places: ask(concerned, meeting_id=meeting_id, rule=rule, places=places)
    )


def questions() -> list[tuple[str, str]]:
    """The questions with their words."""
    return [(str(question), _(word)) for question, word in QUESTIONS.items()]


def methods(question: Question) -> list[tuple[str, str]]:
    """The ways to count the answers, the usual one first."""
    return [(code, vote_words.name_of(code)) for code in METHODS_FOR[question] if code in METHODS]


def variants(method: str) -> list[tuple[str, str]]:
    """The printed variants of a method; none where there is only one way."""
    return [(code, _(word)) for code, word in VARIANTS.get(method, ())]


def limit_word(method: str, variant: str = "") -> str:
    """What the number of a ballot is called; "" where there is none."""
    if variant == KNAPSACK:
        return ""
    filled = filled_as(method, variant)
    return labels.label(LIMITS, filled) if filled in LIMITS else ""


def option_text(text: str, cost_fen: int) -> str:
    """An option as it is typed: with its cost in yuan after it where money is shared."""
    return f"{text}  {money_typed(cost_fen)}" if cost_fen else text


def money_typed(fen: int) -> str:
    """An amount as it is typed, in yuan without signs: 3200, 88.60."""
    return amounts.money(fen).replace(",", "").removesuffix(".00")


def read_options(text: str, question: Question) -> tuple[tuple[str, int], ...]:
    """The options of the lines. Refuses a cost that cannot be read."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if question is not Question.MONEY:
        return tuple((line, 0) for line in lines)
    return tuple(_priced(line) for line in lines)


def _priced(line: str) -> tuple[str, int]:
    name, _blank, cost = line.replace("\u3000", " ").rpartition(" ")
    fen = read_fen(cost)
    if not name.strip() or fen is None:
        raise Refusal("cost_unreadable", option=line)
    return name.strip(), fen


def read_fen(text: str) -> int | None:
    """An amount in yuan with at most two decimals; None when it is none."""
    whole, _point, decimals = text.strip().replace(",", "").replace("\uff0c", "").partition(".")
    if (
        not whole.isascii()
        or not whole.isdigit()
        or len(decimals) > 2
        or (decimals and not (decimals.isascii() and decimals.isdigit()))
    ):
        return None
    return int(whole) * 100 + int((decimals or "0").ljust(2, "0"))


def channels(secrecy: str, *, hands: bool) -> tuple[Channel, ...]:
    """By which ways votes come in: what works here and now."""
    if secrecy == SECRET:
        return (Channel.PAPER,)
    return OPEN_CHANNELS if hands else (Channel.KEYPAD,)


def summary(plan: VotePlan | None) -> str:
    """How an item's vote is held, in a line."""
    if plan is None:
        return _("By show of hands, rows and tellers")
    secret = _("secret") if plan.secret else _("by name")
    return f"{labels.label(QUESTIONS, plan.question)} · {vote_words.name_of(plan.method)} · {secret}"


def scope_typed(scope: Sequence[Place]) -> str:
    """The houses of a vote as they can be typed again."""
    return " ".join(building + (f"-{stairway}" if stairway else "") for building, stairway in scope)


def complaint(refusal: Refusal) -> str:
    """Why the choice cannot be."""
    return refusals.sentence(refusal)


def order(wanted: Wanted | None, item_id: str, reason: str) -> tuple[Callable[..., Any], dict[str, Any]]:
    """The action that keeps what is chosen, with its arguments; None = by show of hands after all."""
    if wanted is None:
        return drop_vote, {"item_id": item_id, "reason": reason}
    return prepare_vote, {
        "item_id": item_id, "question": wanted.question, "method": wanted.method, "options": wanted.options,
        "setup": wanted.setup, "secret": wanted.secret, "channels": wanted.channels, "rule": wanted.rule,
        "scope": wanted.scope, "reason": reason,
    }  # fmt: skip
