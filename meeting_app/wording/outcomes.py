"""The working of a result in words, line by line in the order of the law: what is tested, what the rule asks,
what there is ("needs 41, has 40, short by 1"). Console, projector, papers and minutes say these very lines.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from meeting_app.domain.rules.share import Base, Measure
from meeting_app.domain.rules.trace import Outcome, Step, StepCode
from meeting_app.i18n import N_, _, ngettext, pgettext
from meeting_app.wording import amounts, labels
from meeting_app.wording.rules import measured, share_words

TITLES: Mapping[str, str] = {
    "composition": N_("Composition"),
    "candidates": N_("Candidates"),
    "notice": N_("Notice"),
    "reconciliation": N_("Ballots"),
    "silent": N_("Silent owners"),
    "quorum": N_("Taking part"),
    "validity": N_("Valid ballots"),
    "threshold": N_("Agreeing"),
    "seats": N_("Seats"),
    "tie": N_("Equal votes"),
    "further": N_("Further election"),
}
_OF: Mapping[str, str] = {
    "eligible": N_("{share} of {base} entitled"),
    "present": N_("{share} of {base} present"),
    "cast": N_("{share} of {base} who voted"),
    "valid": N_("{share} of {base} with a valid vote"),
    "yes_no": N_("{share} of {base} for or against"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the working: what is tested, what the rule asks, what there is."""

    code: str
    title: str
    rule: str
    figure: str
    holds: bool


def compared(step: Step) -> str:
    """Needs 41, has 40, short by 1."""
    area = step.measure is Measure.AREA
    needed, actual, apart = (
        amounts.area(one) if area else str(one) for one in (step.needed, step.actual, abs(step.surplus))
    )
    if step.surplus < 0:
        form = _("needs {needed}, has {actual}, short by {apart}")
    else:
        form = _("needs {needed}, has {actual}")
    text = form.format(needed=needed, actual=actual, apart=apart)
    return pgettext("rule", "{figures} m²").format(figures=text) if area else text


def _shared(step: Step) -> str:
    """The share and what it is taken of."""
    if step.share is None:
        return ""
    form = _OF.get(step.share.base, _OF[Base.ELIGIBLE])
    return _(form).format(share=share_words(step.share), base=measured(step.measure, step.base))


def _names(step: Step, options: Sequence[str]) -> str:
    return _(", ").join(options[one] if one < len(options) else str(one + 1) for one in step.about)


def _composition(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    rule = _("{share} of the {base} members are elected representatives") if step.share else ""
    share = share_words(step.share) if step.share else ""
    return rule.format(share=share, base=step.base), compared(step)


def _candidates(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    rule = ngettext("more candidates than {n} seat", "more candidates than {n} seats", step.base)
    return rule.format(n=step.base), compared(step)


def _notice(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    rule = ngettext("at least {n} full day before", "at least {n} full days before", step.needed)
    return rule.format(n=step.needed), compared(step)


def _reconciliation(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    if not step.figure("issued"):
        rule = _("{cast} voted + {rest} did not = {present} present").format(
            cast=step.figure("cast"), rest=step.figure("not_voting"), present=step.base
        )
        return rule, _("nobody counted twice")
    rule = _("{issued} given out - {replaced} replaced = {cast} cast + {left} not returned").format(
        issued=step.figure("issued"), replaced=step.figure("replaced"), cast=step.figure("cast"),
        left=step.figure("not_returned"),
    )  # fmt: skip
    return rule, _balance(step)


def _balance(step: Step) -> str:
    if step.holds:
        return _("it balances")
    if step.surplus > 0:
        return ngettext("{n} too many", "{n} too many", step.surplus).format(n=step.surplus)
    if step.surplus < 0:
        return ngettext("{n} missing", "{n} missing", -step.surplus).format(n=-step.surplus)
    over = step.figure("cast") - step.base
    return ngettext(
        "{n} ballot more than voters", "{n} ballots more than voters", over
    ).format(n=over)  # fmt: skip


def _silent(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    side = _("join those in favour") if step.figure("for") else _("join those against")
    return side, _("{persons}, {area}").format(
        persons=measured(Measure.PERSONS, step.actual), area=measured(Measure.AREA, step.figure("area_c"))
    )


def _quorum(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    told = _shared(step)
    if step.figure("by_kind"):
        told = _("{rule} ({source})").format(rule=told, source=_("as this kind of meeting asks"))
    return told, compared(step)


def _validity(step: Step, _options: Sequence[str]) -> tuple[str, str]:
    rule = _("{valid} of {cast} ballots").format(valid=step.actual, cast=step.base)
    return rule, _("{blank} blank, {invalid} invalid").format(
        blank=step.figure("blank"), invalid=step.figure("invalid")
    )


def _threshold(step: Step, options: Sequence[str]) -> tuple[str, str]:
    name = _names(step, options)
    return (_("{name}: {rule}").format(name=name, rule=_shared(step)) if name else _shared(step)), compared(
        step
    )


def _seats(step: Step, options: Sequence[str]) -> tuple[str, str]:
    rule = ngettext("{n} seat to fill", "{n} seats to fill", step.needed).format(n=step.needed)
    names = _names(step, options) or _("nobody")
    return rule, _("{figures}: {names}").format(figures=compared(step), names=names)


def _selected(step: Step, options: Sequence[str]) -> Line:
    """The same where no persons are elected: so many options are looked for, or what the money pays."""
    rule = ngettext("{n} option to choose", "{n} options to choose", step.needed).format(n=step.needed)
    names = _names(step, options) or _("none")
    told = _("{figures}: {names}").format(figures=compared(step), names=names)
    if step.figure("open"):
        rule, told = _("as many as the money pays for"), names
    return Line(step.code.value, _("Selected"), rule, told, step.holds)


def _tie(step: Step, options: Sequence[str]) -> tuple[str, str]:
    if not step.about:
        return _("more for than against"), _("{n} for, {n} against").format(n=step.actual)
    if step.figure("leaving"):
        return _("equal last, one of them leaves"), _names(step, options)
    rule = ngettext(
        "{n} place for those with equal votes", "{n} places for those with equal votes", step.needed
    )
    return rule.format(n=step.needed), _names(step, options)


def _further(step: Step, options: Sequence[str]) -> tuple[str, str]:
    rule = ngettext("{n} seat is left", "{n} seats are left", step.needed).format(n=step.needed)
    if not step.about:
        return rule, _("nobody stands again")
    return rule, _("standing again: {names}").format(names=_names(step, options))


_LINES: Final[Mapping[StepCode, Callable[[Step, Sequence[str]], tuple[str, str]]]] = {
    StepCode.COMPOSITION: _composition,
    StepCode.CANDIDATES: _candidates,
    StepCode.NOTICE: _notice,
    StepCode.RECONCILIATION: _reconciliation,
    StepCode.SILENT: _silent,
    StepCode.QUORUM: _quorum,
    StepCode.VALIDITY: _validity,
    StepCode.THRESHOLD: _threshold,
    StepCode.SEATS: _seats,
    StepCode.TIE: _tie,
    StepCode.FURTHER: _further,
}


def line(step: Step, options: Sequence[str] = ()) -> Line:
    """A line of the working; `options` are the names on the ballot paper."""
    rule, figure = _LINES[step.code](step, options)
    return Line(step.code.value, labels.label(TITLES, step.code), rule, figure, step.holds)


def working(outcome: Outcome, options: Sequence[str] = (), *, persons: bool = True) -> tuple[Line, ...]:
    """All lines in the order of the law; `persons` are elected, else one of several things is chosen."""
    return tuple(
        line(step, options) if persons or step.code is not StepCode.SEATS else _selected(step, options)
        for step in outcome.steps
    )
