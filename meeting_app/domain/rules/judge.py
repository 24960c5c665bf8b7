"""One question with for, against and abstain under a pack."""

from dataclasses import replace

from meeting_app.domain.rules.figures import Turnout, Voices, base_of, check_voices
from meeting_app.domain.rules.pack import Purpose, RulePack
from meeting_app.domain.rules.share import Amount, Measure
from meeting_app.domain.rules.trace import Outcome, Step, StepCode, Verdict
from meeting_app.domain.rules.turnout import check_vote


def threshold_step(pack: RulePack, turnout: Turnout, voices: Voices, measure: Measure) -> Step:
    """Whether enough agree in one measure; nothing is reached where nobody is counted."""
    share = pack.approval
    base = base_of(pack, turnout, share.base, voices).of(measure)
    actual = voices.for_.of(measure)
    holds = base > 0 and share.holds(actual, base)
    return Step(StepCode.THRESHOLD, actual, share.needed(base), base, share, holds, measure)


def _tie_step(pack: RulePack, voices: Voices) -> tuple[Step, ...]:
    for_, against = voices.for_.persons, voices.against.persons
    if for_ != against or for_ == 0 or pack.measures != (Measure.PERSONS,):
        return ()
    return (Step(StepCode.TIE, for_, for_ + 1, for_ + against, None, holds=False),)


def _judged(pack: RulePack, turnout: Turnout, voices: Voices, early: tuple[Step, ...] = ()) -> Outcome:
    checked = check_vote(pack, turnout, early)
    check_voices(pack, turnout, voices)
    if checked.verdict is not None:
        return Outcome(checked.verdict, pack.code, turnout, checked.steps, voices)
    threshold = tuple(threshold_step(pack, turnout, voices, measure) for measure in pack.measures)
    adopted = all(step.holds for step in threshold)
    steps = checked.steps + threshold
    if not adopted:
        steps += _tie_step(pack, voices)
    verdict = Verdict.ADOPTED if adopted else Verdict.NOT_ADOPTED
    if pack.purpose is Purpose.STRAW_POLL:
        verdict = Verdict.NOTED
    return Outcome(verdict, pack.code, turnout, steps, voices)


def _joined(turnout: Turnout, voices: Voices) -> tuple[Turnout, Voices] | None:
    """The figures with the silent owners on the side that leads in heads and in area; None when neither
    leads.
    """
    heads = voices.for_.persons - voices.against.persons
    area = voices.for_.area_c - voices.against.area_c
    silent = turnout.silent
    if heads > 0 and area > 0:
        voices = replace(voices, for_=voices.for_ + silent)
    elif heads < 0 and area < 0:
        voices = replace(voices, against=voices.against + silent)
    else:
        return None
    present, eligible = turnout.present + silent, turnout.eligible
    within = Amount(min(present.persons, eligible.persons), min(present.area_c, eligible.area_c))
    return replace(turnout, present=within, valid=turnout.valid + silent, silent=Amount()), voices


def judge_question(pack: RulePack, turnout: Turnout, voices: Voices) -> Outcome:
    """Apply the pack. Refuses figures that cannot be; see the package for what is refused and what is void.

    Where the pack lets silent owners join the majority, `plain` holds the result without them.
    """
    plain = _judged(pack, turnout, voices)
    silent = turnout.silent
    if not pack.owners.silent_join or silent == Amount():
        return plain
    joined = _joined(turnout, voices)
    papers = turnout.papers
    if joined is None or papers is None or plain.verdict in (Verdict.VOID, Verdict.UNRECONCILED):
        return plain
    counted, with_them = joined
    # They gave nothing back, but are counted as if they had.
    left = replace(papers, not_returned=papers.not_returned - silent.persons)
    note = Step(
        StepCode.SILENT, silent.persons, 0, turnout.eligible.persons, None, holds=True,
        figures=(("area_c", silent.area_c), ("for", with_them.for_.persons - voices.for_.persons)),
    )  # fmt: skip
    judged = _judged(pack, replace(counted, papers=left), with_them, (note,))
    # What was handed out and came back is told as it was, without those who gave nothing back.
    as_it_was: dict[StepCode, Step] = {step.code: step for step in plain.found(StepCode.RECONCILIATION)}
    return replace(judged, steps=tuple(as_it_was.get(step.code, step) for step in judged.steps), plain=plain)
