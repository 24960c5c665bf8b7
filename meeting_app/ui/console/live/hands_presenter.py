"""A vote by hands: the rule in one sentence, what is being counted, which rows agree, what Enter does."""

from dataclasses import dataclass

from meeting_app.domain.hand_count import Choice, RowState
from meeting_app.i18n import _, ngettext
from meeting_app.queries.polls import HandRow, HandsView, RuleView
from meeting_app.ui.console.live import words
from meeting_app.wording import labels, sources


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One of the three choices: its word, and how far its count is. `state`: now, done, waiting."""

    choice: Choice
    word: str
    state: str
    remark: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of seats for the choice being counted; `state` is a RowState, `remark` says it in words."""

    position: int
    label: str
    votes: str
    first: str
    second: str
    state: RowState
    remark: str


@dataclass(frozen=True, slots=True)
class MainShown:
    """The main button: start, count_next, close or none; disabled while a row is missing."""

    code: str
    text: str
    icon: str
    enabled: bool
    choice: Choice | None = None


def rule_sentence(view: HandsView) -> str:
    """The rule with the whole number that is needed."""
    if view.rule is None:
        return _("This kind of meeting has no rule for a vote.")
    need = needed_share(view.rule)
    told = _(
        "{present} votes are present. {need}: at least {needed} for it. Abstentions stay in the {present}."
    ).format(present=view.present, need=need, needed=view.needed)
    if not view.represented:
        return told
    by_proxy = ngettext(
        "{n} of them is by proxy: whoever holds it says so when the row is counted.",
        "{n} of them are by proxy: whoever holds one says so when the row is counted.",
        view.represented,
    ).format(n=view.represented)
    return words.sentences(told, by_proxy)


def needed_share(rule: RuleView) -> str:
    """The share that is needed, in words."""
    if (rule.numerator, rule.denominator, rule.strict) == (1, 2, True):
        return _("More than half decides")
    if (rule.numerator, rule.denominator, rule.strict) == (2, 3, False):
        return _("Two thirds decide")
    return _("{numerator}/{denominator} decide").format(
        numerator=rule.numerator, denominator=rule.denominator
    )


def law(rule: RuleView) -> str:
    """Whose rule it is."""
    if not rule.law:
        return _("by our own rule")
    if not rule.articles:
        return sources.unchecked(rule.law)
    return _("{law}, arts {articles}").format(law=rule.law, articles=words.listed(rule.articles))


def choices(view: HandsView) -> tuple[ChoiceShown, ...]:
    """The three choices in the order in which they are called."""
    return tuple(_choice(view, choice) for choice in Choice)


def _choice(view: HandsView, choice: Choice) -> ChoiceShown:
    word = labels.label(labels.CHOICES, choice)
    if view.state == "open" and choice is view.choice:
        return ChoiceShown(choice, word, "now", _("counting"))
    if view.finished.get(choice):
        count = view.totals[choice]
        return ChoiceShown(choice, word, "done", ngettext("{n} hand", "{n} hands", count).format(n=count))
    return ChoiceShown(choice, word, "waiting", "")


def row_label(label: str) -> str:
    """A row's name; the one row of a hall without rows has none of its own."""
    return label or _("whole hall")


def _figure(value: int | None) -> str:
    return "" if value is None else str(value)


def _remark(row: HandRow, view: HandsView) -> str:
    count, state = row.counts[view.choice], row.states[view.choice]
    if state is RowState.AGREED:
        return _("agreed") if view.tellers == 2 else _("counted")
    if state is RowState.DIFFERENT:
        apart = abs((count.first or 0) - (count.second or 0))
        return ngettext("{n} hand apart", "{n} hands apart", apart).format(n=apart)
    if state is RowState.ONE_TELLER:
        name = view.teller2 if count.second is None else view.teller1
        return _("waiting for {name}").format(name=name or _("the other teller"))
    return _("not counted yet")


def rows(view: HandsView) -> tuple[RowShown, ...]:
    """The rows for the choice being counted."""
    return tuple(
        RowShown(
            row.position,
            row_label(row.label),
            str(row.votes),
            _figure(row.counts[view.choice].first),
            _figure(row.counts[view.choice].second),
            row.states[view.choice],
            _remark(row, view),
        )
        for row in view.rows
    )


def teller(view: HandsView, number: int) -> str:
    """The head of a teller's column."""
    name = view.teller1 if number == 1 else view.teller2
    return _("Teller {name}").format(name=name) if name else _("Teller {n}").format(n=number)


def total(view: HandsView) -> str:
    """What stands beside the sum: rows on which the tellers agree, and what is open."""
    apart = [row_label(row.label) for row in view.rows if row.states[view.choice] is RowState.DIFFERENT]
    if apart:
        return _("agreed; recount {rows}").format(rows=words.listed(apart))
    if view.finished.get(view.choice):
        return _("hands, every row agreed")
    return _("hands agreed so far")


def main(view: HandsView) -> MainShown:
    """What the main button does now."""
    if view.state == "none":
        ready = view.motion is not None and view.rule is not None and view.present > 0
        return MainShown("start", _("Start the count"), "hand", ready)
    if not view.finished.get(view.choice):
        text = _("Count {choice} first").format(choice=labels.label(labels.CHOICES, view.choice))
        return MainShown("none", text, "check", enabled=False)
    following = [choice for choice in Choice if not view.finished.get(choice)]
    if following:
        word = labels.label(labels.CHOICES, following[0])
        return MainShown(
            "count_next", _("Go on: count {choice}").format(choice=word), "arrow-right", True, following[0]
        )
    return MainShown("close", _("Finish the count"), "check", enabled=True)
