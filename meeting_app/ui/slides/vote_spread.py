"""How far people go along: for each proposal five bars, one a step, with how many stand there. No threshold,
no winner: it is a picture of the hall.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from meeting_app.i18n import N_, _
from meeting_app.queries.vote_spread import Spread
from meeting_app.ui.slides import marks, vote_bars
from meeting_app.ui.slides.sheet import LEFT, SMALL, SPAN, TEXT, Sheet, Voice

# In the order of the bars: 5, 4, 3, 2, 1.
WORDS = (
    N_("full support"), N_("support"), N_("can live with it"), N_("will not stand in the way"),
    N_("cannot go along"),
)  # fmt: skip
TOP, BOTTOM, GAP = 460, 936, 48
MOST_CELLS, ONE_ROW, A_ROW = 6, 4, 3
LEGEND = 56


def fits(spreads: Sequence[Spread]) -> bool:
    """Whether there is room for the bars of all proposals."""
    return 0 < len(spreads) <= MOST_CELLS


def paint(sheet: Sheet, spreads: Sequence[Spread]) -> None:
    """One proposal as five bars that lie; several as small pictures side by side with a line that says what
    the steps mean.
    """
    if len(spreads) == 1:
        one = spreads[0]
        rows = [
            vote_bars.Row(f"{5 - at}  {_(word)}", str(count), float(count))
            for at, (word, count) in enumerate(zip(WORDS, one.voices, strict=True))
        ]
        vote_bars.paint(sheet, rows, TOP, BOTTOM - TOP)
        return
    most = max(1, *(count for one in spreads for count in one.voices))
    across = len(spreads) if len(spreads) <= ONE_ROW else A_ROW
    lines = -(-len(spreads) // across)
    wide = (SPAN - GAP * (across - 1)) / across
    high = (BOTTOM - LEGEND - TOP) / lines
    for place, one in enumerate(spreads):
        left = LEFT + place % across * (wide + GAP)
        _cell(sheet, one, QRectF(left, TOP + place // across * high, wide, high - 12), lines, most)
    told = "  ".join(f"{5 - at} {_(word)}" for at, word in enumerate(WORDS))
    sheet.write(LEFT, BOTTOM - LEGEND + 4, SPAN, LEGEND, told, Voice((SMALL,), "ink2", stand="middle"))


def _cell(sheet: Sheet, one: Spread, box: QRectF, lines: int, most: int) -> None:
    """A proposal: its name, five bars that stand on a scale that all share, counts above, steps below."""
    above = 56 if lines > 1 else 116
    name = Voice((TEXT, SMALL), bold=True, most=1 if lines > 1 else 2, stand="middle", leading=112)
    sheet.write(box.left(), box.top(), box.width(), above, one.text, name)
    foot = box.bottom() - 50
    room = foot - box.top() - above - 52
    step = box.width() / 5
    centre = Voice((SMALL,), align="centre", stand="middle")
    for at, count in enumerate(one.voices):
        left, tall = box.left() + at * step, room * count / most
        if count:
            sheet.fill(left + step * 0.14, foot - tall, step * 0.72, tall, "data")
        sheet.write(left, foot - tall - 52, step, 50, str(count), centre.but(bold=True))
        sheet.write(left, foot + 2, step, 48, str(5 - at), centre.but(colour="ink2"))
    marks.hairline(sheet, box.left(), foot, box.width(), "ink")


def say(spreads: Sequence[Spread]) -> list[str]:
    """What a screen reader says: every proposal with its five counts."""
    return [
        f"{one.text}: "
        + _(", ").join(f"{_(word)} {count}" for word, count in zip(WORDS, one.voices, strict=True))
        for one in spreads
    ]
