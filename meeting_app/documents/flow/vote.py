"""How a vote is shown on paper: verdict, bar with the threshold, table of votes, the working step by step."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.marks import fill_pattern
from meeting_app.documents.flow.measures import AREA_WIDTH, MM
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.ink import draw_lines, draw_text
from meeting_app.documents.text.lines import LEFT, set_lines, text_width
from meeting_app.documents.text.style import INK, PAPER, VERMILION, Span, Style
from meeting_app.documents.text.tags import figure
from meeting_app.queries.papers import TellerCount, VoteRule, VoteTotals, WorkingStep

_LABEL = Style(Voice.SANS, 12.0)
_BOLD = Style(Voice.BOLD, 12.5)
_FAILED = Style(Voice.BOLD, 11.0)


class Verdict(Flowable):
    """The verdict in large vermilion letters and beside it the sentence why.

    Whatever was not adopted is in ink.
    """

    def __init__(self, outcome: str, sentence: str, word: str = "") -> None:
        super().__init__()
        self._word = word or words.outcome(outcome)
        self._style = Style(
            Voice.TITLE, 44.0 if len(self._word) <= 2 else 36.0, VERMILION if outcome == "adopted" else INK
        )
        self._sentence = sentence
        self.keepWithNext = True

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self._left = text_width(self._word, self._style) + 8 * MM
        self._lines = set_lines([Span(self._sentence, Style(Voice.FANG, 16.0))], width - self._left, LEFT)
        self.width, self.height = width, max(54.0, len(self._lines) * 25.0) + 4 * MM
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        middle = (self.height - 4 * MM) / 2 + 4 * MM
        draw_text(self.canv, 0, middle - MIDDLE * self._style.size, self._word, self._style)
        top = middle + len(self._lines) * 25.0 / 2
        placed = [
            (self._left, top - (at + 0.5) * 25.0 - MIDDLE * 16.0, line) for at, line in enumerate(self._lines)
        ]
        draw_lines(self.canv, placed)


class VoteBar(Flowable):
    """All voices present as one bar: for, against, abstain, and white for the rest; a line marks the
    threshold.
    """

    def __init__(self, totals: VoteTotals, present: int, needed: int | None, label: str) -> None:
        super().__init__()
        rest = max(0, present - totals.in_favour - totals.against - totals.abstain)
        self._parts = (
            ("for", totals.in_favour),
            ("against", totals.against),
            ("abstain", totals.abstain),
            ("none", rest),
        )
        self._all = max(1, sum(count for _, count in self._parts))
        self._needed, self._label = needed, label

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self.width, self.height = width, 22 * MM
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        x, y, tall = 0.3 * MM, 4 * MM, 10 * MM
        room = self.width - 0.6 * MM
        names = {**dict(words.CHOICES), "none": "没有表示"}
        described = "、".join(f"{names[choice]}{count}" for choice, count in self._parts)
        with figure(self.canv, f"票数条：{described}"):
            for choice, count in self._parts:
                wide = room * count / self._all
                fill_pattern(self.canv, choice, x, y, wide, tall)
                x += wide
        if self._needed is not None and self._needed <= self._all:
            self._threshold(0.3 * MM + room * self._needed / self._all, y, tall)

    def _threshold(self, x: float, y: float, tall: float) -> None:
        """A black line with a white edge through the bar, its label above."""
        canvas = self.canv
        for colour, width in ((PAPER, 2.0), (INK, 0.8)):
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(width * MM)
            canvas.line(x, y - 1.6 * MM, x, y + tall + 1.6 * MM)
        half = text_width(self._label, _LABEL) / 2
        middle = min(max(x, half), self.width - half)
        draw_text(canvas, middle, y + tall + 3.2 * MM, self._label, _LABEL, "center")


def votes_table(totals: VoteTotals, present: int, tellers: Sequence[TellerCount]) -> Rows:
    """The votes by choice with what each teller counted; it adds up to the voices present."""
    agreed = (totals.in_favour, totals.against, totals.abstain)
    counted = [(one.in_favour, one.against, one.abstain) for one in tellers]
    shown = len(counted) if len(counted) <= 3 else 0
    narrow = 26 * MM if shown else 0.0
    columns = [Column(AREA_WIDTH - shown * narrow - 62 * MM), *[Column(narrow, "right")] * shown]
    columns += [Column(26 * MM, "right"), Column(36 * MM, "right")]
    names = [one.name for one in tellers[:shown]]
    rows: list[list[Cell | str]] = []
    for at, (choice, label) in enumerate(words.CHOICES):
        parts = [str(count[at]) for count in counted[:shown]]
        rows.append(
            [
                Cell(label, choice),
                *parts,
                Cell(str(agreed[at]), style=_BOLD),
                words.percent(agreed[at], present),
            ]
        )
    for label, value in (("未举手", totals.not_voting), ("废票", totals.invalid)):
        if value:
            rows.append([Cell(label, "none"), *["—"] * shown, str(value), words.percent(value, present)])
    total = sum(agreed) + totals.not_voting + totals.invalid
    sums = [str(sum(count)) for count in counted[:shown]]
    bold = [Cell(text, style=_BOLD) for text in ("合计", *sums, str(total), words.percent(total, present))]
    rows.append(list(bold))
    return Rows(
        columns, ["", *(f"{name}数" for name in names), "认定", "占到会成员"], rows, after=4 * MM, whole=True
    )


def working_table(steps: Sequence[WorkingStep], totals: VoteTotals, tellers: int) -> Rows:
    """The numbered steps from numbers to verdict."""
    columns = [Column(8 * MM), Column(37 * MM), Column(73 * MM), Column(22 * MM), Column(16 * MM, "right")]
    rows: list[list[Cell | str]] = []
    for at, step in enumerate(steps, 1):
        label, total, asked = words.working(step, totals, tellers)
        rows.append([str(at), label, total, asked, "符合" if step.holds else Cell("不符合", style=_FAILED)])
    return Rows(
        columns, ["", "查什么", "算式", "要求", ""], rows, Style(Voice.SANS, 11.0), after=4 * MM, whole=True
    )


def threshold_label(rule: VoteRule) -> str:
    """过半数：21票."""
    return f"{words.share(rule.decision)}：{rule.needed}票"
