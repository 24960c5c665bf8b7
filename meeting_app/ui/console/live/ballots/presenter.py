"""A vote by ballots on the console, without Qt: what is said before, while and after, and what Enter does."""

from dataclasses import dataclass

from meeting_app.domain.ballot_entry import Typing, typing_of
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.vote_plan import BEFORE, OBVIOUS_METHODS, Channel, PollState
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries import vote_steps, vote_words
from meeting_app.queries.vote_result import VoteResult
from meeting_app.queries.vote_view import RestRow, RightView, VotePlan, VoteView
from meeting_app.ui.console.live import words
from meeting_app.ui.console.vote_choices import QUESTIONS
from meeting_app.wording import amounts, labels
from meeting_app.wording.tally_money import AGREEMENT
from meeting_app.wording.votes_refusals import CHANNELS

HINTS = {
    Typing.ANSWER: N_("1 for, 2 against, 3 abstain; nothing is a blank vote"),
    Typing.CHOICES: N_("numbers of what is marked, for example 1 3; nothing is a blank vote"),
    Typing.RANKING: N_("numbers in order of preference, for example 2 1 3; nothing is a blank vote"),
    Typing.STEPS: N_(
        "the step above each mark: 5 full support, 4 support, 3 can live with it, 2 will not stand in the "
        "way, 1 cannot go along; 0 for none"
    ),
    Typing.POINTS: N_("one number for each option in turn, for example 5 0 3; nothing is a blank vote"),
}
MOST_READ, MOST_LEGEND = 24, 240  # letters of a name, of all options while votes are typed
MOST_TIED = 3  # more equal ones are named in the list alone, where they stand first
MOST_SAID = 160  # letters of a sentence beside the verdict
MOST_TIE_SAID = 100  # where the equal ones stand first in the list and the lot needs room below it
ANSWERS = {1: "for", -1: "against", 0: "abstain"}


@dataclass(frozen=True, slots=True)
class MainShown:
    """The main button. Codes: open, ask_close, close, count, publish, draw, none, next."""

    code: str
    text: str
    icon: str
    enabled: bool = True


def main(view: VoteView, *, asked: bool = False) -> MainShown:
    """What the main button does now; `asked` = closing was asked for and waits for the second press."""
    state = view.state
    if state in BEFORE:
        return MainShown("open", _("Open the vote"), "vote", view.present > 0)
    if state == PollState.OPEN:
        if asked:
            return MainShown("close", _("Close for good"), "check")
        return MainShown("ask_close", _("Close the vote"), "check")
    if state == PollState.CLOSED:
        return MainShown("count", _("Count the ballots"), "list-checks")
    result = view.result
    tie = result is not None and result.verdict == "tie"
    if tie and not view.lot_drawn and state == PollState.COUNTED:
        return MainShown("draw", _("Enter the drawn number"), "list-checks")
    if state == PollState.COUNTED:
        balanced = result is not None and result.verdict != "unreconciled"
        return MainShown("publish", _("Confirm, put it on the projector"), "monitor-play", balanced)
    return MainShown("next", "", "")


def kind(plan: VotePlan) -> str:
    """What kind of vote it is, in a line."""
    secret = _("secret") if plan.secret else _("by name")
    ways = words.listed(labels.label(CHANNELS, channel) for channel in plan.channels)
    again = _("vote no. {n}").format(n=plan.round) if plan.round > 1 else ""
    return words.joined(
        labels.label(QUESTIONS, plan.question),
        vote_words.name_of(plan.method),
        secret,
        ways,
        vote_words.places(plan.scope),
        again,
    )


def option_line(number: int, text: str, cost_fen: int) -> str:
    """An option with its number as it is typed, and its cost."""
    cost = f"  {amounts.yuan(cost_fen)}" if cost_fen else ""
    return f"{number}  {text}{cost}"


def received(view: VoteView) -> str:
    """How many votes came."""
    return ngettext("{n} vote received", "{n} votes received", view.received).format(n=view.received)


def remaining(view: VoteView) -> str:
    """Who may still vote, and of whom that is."""
    if view.plan.secret:
        out = view.issued - view.replaced
        told = _("{out} papers handed out, {left} not back yet").format(out=out, left=view.remaining)
        return words.joined(told, _("the open ballot box is in no backup"))
    if view.owners:
        told = _("{left} of {present} owners who have a ballot may still vote")
        return told.format(left=view.remaining, present=view.present)
    return _("{left} of {present} present may still vote").format(left=view.remaining, present=view.present)


def closing(view: VoteView) -> str:
    """What closing means now."""
    left = view.remaining
    told = ngettext("{n} has not voted.", "{n} have not voted.", left).format(n=left) if left else ""
    after = (
        _("The ballot box is sealed, nothing can be added after it.")
        if view.plan.secret
        else _("After it nobody can vote; it can be opened again only with a reason.")
    )
    return words.sentences(told, after)


def sentence(result: VoteResult) -> str:
    """The result in one sentence; without the names, which stand below, where they would fill the page."""
    said = vote_words.sentence(result)
    tie = result.verdict == "tie"
    many = tie and len(result.outcome.tied) > MOST_TIED
    return vote_words.brief(result) if many or len(said) > (MOST_TIE_SAID if tie else MOST_SAID) else said


def remark(view: VoteView, *, asked: bool) -> str:
    """What stands beside the main button: what closing means, or why it waits."""
    if asked:
        return closing(view)
    result = view.result
    if view.state != PollState.COUNTED or result is None or result.verdict != "unreconciled":
        return ""
    return _("The papers do not add up. Correct their figures above; until then nothing can be confirmed.")


def hint(method: str) -> str:
    """How a ballot is typed."""
    return _(HINTS[typing_of(method)])


def short(name: str) -> str:
    """A name as it is read back while votes are typed."""
    return name if len(name) <= MOST_READ else f"{name[: MOST_READ - 1]}…"


def legend(view: VoteView) -> str:
    """The options with their numbers beside the entry; nothing where they would fill the page: the hall and
    the ballot show them.
    """
    if len(view.plan.options) < 2:
        return ""
    told = words.listed(option_line(one.number, short(one.text), one.cost_fen) for one in view.plan.options)
    return told if len(told) <= MOST_LEGEND else ""


def preview(view: VoteView, marks: Marks | None) -> str:
    """What was understood of a typed ballot."""
    if marks is None:
        return _("nothing on the paper can be read: invalid")
    if all(mark is None for mark in marks):
        return _("blank")
    if typing_of(view.plan.filled) is Typing.ANSWER:
        return labels.label(labels.CHOICES, ANSWERS.get(marks[0] or 0, ""))
    said = [
        f"{mark}. {short(option.text)}"
        if typing_of(view.plan.filled) is Typing.RANKING
        else f"{short(option.text)} {mark}"
        for mark, option in zip(marks, view.plan.options, strict=True)
        if mark is not None
    ]
    if typing_of(view.plan.filled) is Typing.STEPS:
        said = [
            f"{short(option.text)}: {_(AGREEMENT[mark])}"
            if mark in AGREEMENT
            else f"{short(option.text)} {mark}"
            for mark, option in zip(marks, view.plan.options, strict=True)
            if mark is not None
        ]
    if typing_of(view.plan.filled) is Typing.CHOICES:
        said = [short(option.text) for mark, option in zip(marks, view.plan.options, strict=True) if mark]
    return words.listed(sorted(said) if typing_of(view.plan.filled) is Typing.RANKING else said)


def found(view: VoteView, text: str) -> tuple[RightView, ...]:
    """The rights that a typed number or part of a name means; those who may vote now come first."""
    typed = text.strip().lower()
    if not typed:
        hits = view.rights
    elif typed.isdigit():
        hits = tuple(right for right in view.rights if str(right.number) == typed)
    else:
        hits = tuple(
            right
            for right in view.rights
            if typed in right.name.lower()
            or right.pinyin.startswith(typed)
            or right.initials.startswith(typed)
        )
    return tuple(sorted(hits, key=lambda right: (bool(right.voted), not right.here, right.number)))


def right_state(right: RightView) -> tuple[str, str]:
    """How a right stands, and the tone of it."""
    if right.voted:
        return labels.label(CHANNELS, right.voted), "ok"
    if right.handed and not right.here:
        return _("has a ballot"), "plain"
    return (_("here"), "plain") if right.here else (_("not here"), "flat")


def place(view: VoteView, right: RightView) -> str:
    """Where a right belongs, and the area it stands for in an owners' vote."""
    area = _("{area} m²").format(area=amounts.area(right.area_c)) if view.owners else ""
    return words.joined(words.room(right.home), area)


def handed(view: VoteView) -> str:
    """To how many owners a ballot was handed."""
    count = sum(right.handed or right.here for right in view.rights)
    told = _("{n} of {all} owners have a ballot")
    return told.format(n=count, all=len(view.rights))


def rest_word(view: VoteView, row: RestRow) -> str:
    """What the hands of a row mean."""
    if view.plan.method == "yes_no":
        return labels.label(labels.CHOICES, ANSWERS[row.mark])
    return view.plan.options[row.position - 1].text


def may_be_obvious(view: VoteView) -> bool:
    """Whether the chair may see a majority without counting: nothing was taken or counted yet."""
    untouched = not view.received and all(row.first is None and row.second is None for row in view.rest)
    return view.plan.method in OBVIOUS_METHODS and not view.plan.secret and not view.owners and untouched


def takes_hands(view: VoteView) -> bool:
    """Whether raised hands are counted as the rest."""
    return Channel.HANDS in view.plan.channels


def steps_text(view: VoteView) -> tuple[str, ...]:
    """The whole count in sentences, one a line."""
    result = view.result
    if result is None or result.outcome.voices is not None:
        return ()
    return vote_steps.told(result.count, result.names)
