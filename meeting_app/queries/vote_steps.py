"""Which steps of a count are told, and how a comparison of pairs says its figures.

With many options a table of all pairs would take a page an option and say little: then only the pairs of
those in front are told, by which anybody sees that nobody beats them. The whole table is in the bundle for
counting again (`rounds` of counts.json).
"""

from collections.abc import Sequence
from fractions import Fraction

from meeting_app.domain.tally.count import Count, Number, Step
from meeting_app.i18n import _
from meeting_app.wording import counting, tally

PAIRED = frozenset({"pairs", "paths"})
# With so many options all pairs are told; with more those of so many in front, each against the nearest.
ALL_TOLD, IN_FRONT, NEAREST = 8, 4, 8


def left_out(count: Count) -> frozenset[int]:
    """The places of the steps that are not told."""
    if len(count.standing) <= ALL_TOLD:
        return frozenset()
    front = (count.winners or (count.tie.options if count.tie else ()))[:IN_FRONT]
    return frozenset(
        place
        for place, step in enumerate(count.steps)
        if step.code in PAIRED and not set(step.about) & set(front)
    )


def pages_of(count: Count) -> tuple[tuple[int, int], ...]:
    """The pages of a count: from step to step (the second is not in it any more). A page begins at each step
    that says where all options stand; what follows belongs to it.
    """
    skipped = left_out(count)
    starts = [place for place, step in enumerate(count.steps) if step.standing and place not in skipped]
    if not starts:
        return ()
    return tuple(zip(starts, [*starts[1:], len(count.steps)], strict=True))


def other_way(count: Count, step: Step, place: int) -> Number:
    """The figure of a pair seen from the other option."""
    other = next(one for one in count.steps if one.code == step.code and one.about == (place,))
    return other.standing[step.about[0]] or 0


def told(count: Count, names: Sequence[str]) -> tuple[str, ...]:
    """The whole count in sentences for the console and for paper."""
    skipped = left_out(count)
    said = [
        _pairs(count, step, names) if step.code in PAIRED else counting.step(step, names)
        for place, step in enumerate(count.steps)
        if place not in skipped
    ]
    if skipped:
        said.append(_("The pairs of the other options stand in the export for counting again."))
    return tuple(sentence for sentence in said if sentence)


def _pairs(count: Count, step: Step, names: Sequence[str]) -> str:
    """One option against each of the others, both ways; of many those that come nearest to it."""
    ways = [
        (place, Fraction(number), Fraction(other_way(count, step, place)))
        for place, number in enumerate(step.standing)
        if number is not None
    ]
    if len(names) > ALL_TOLD:
        nearest = sorted(ways, key=lambda way: way[1] - way[2])[:NEAREST]
        ways = sorted(nearest)
    figures = _(", ").join(
        f"{names[place]} {tally.figure(ahead)} : {tally.figure(behind)}" for place, ahead, behind in ways
    )
    return _("{sentence} {following}").format(sentence=counting.step(step, names), following=figures)
