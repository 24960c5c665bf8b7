"""The face of a ballot: what all slips of a question share, in a room of a quarter, half or whole sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from meeting_app.documents.ballot import wording
from meeting_app.documents.ballot.corners import LARGE, MEDIUM, SMALL, Corners, draw_corners
from meeting_app.documents.ballot.options import OptionList, Row, Sizes, draw_box
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.marks import draw_mark
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.fit import draw_fitted, fitted
from meeting_app.documents.text.ink import draw_lines, draw_rule, draw_text
from meeting_app.documents.text.lines import Line, Shape, set_lines, text_width
from meeting_app.documents.text.style import INK, INK_SOFT, Span, Style
from meeting_app.queries.papers_ballot import BallotPaper

_LEADING = 1.35


@dataclass(frozen=True, slots=True)
class Format:
    """One ballot's room on the sheet: width, height, margin and code in points, sizes at full scale."""

    width: float
    height: float
    margin: float
    code: float
    title: float
    text: float
    words: float
    box: float
    smallest: tuple[float, float]
    corners: Corners


# The last pair: the smallest size of an option's words and of the text voted on that is still handed out.
WHOLE = Format(210 * MM, 297 * MM, 18 * MM, 24 * MM, 22.0, 14.0, 20.0, 10 * MM, (0.0, 0.0), LARGE)
HALF = Format(210 * MM, 148.5 * MM, 13 * MM, 22 * MM, 18.0, 12.5, 18.0, 9 * MM, (13.0, 10.5), MEDIUM)
QUARTER = Format(105 * MM, 148.5 * MM, 12 * MM, 20 * MM, 14.0, 10.5, 15.0, 7.5 * MM, (12.0, 9.9), SMALL)
FORMATS = {1: WHOLE, 2: HALF, 4: QUARTER}


class Face:
    """The face of a paper in a format, at a scale, with its options in columns; `pages` hold their rows."""

    def __init__(self, paper: BallotPaper, form: Format, scale: float, columns: int) -> None:
        self.paper, self.form = paper, form
        question = paper.question
        self.guide = wording.guide(question)
        self.voids = paper.voids or self.guide.voids
        self._width = form.width - 2 * form.margin
        self._title = Style(Voice.TITLE, form.title * (0.85 + 0.15 * scale))
        self._text = Style(Voice.SANS, form.text * scale)
        self._strong = Style(Voice.BOLD, self._text.size * 1.12)
        self._fine = Style(Voice.SANS, min(10.0, form.text * 0.8), INK_SOFT)
        self._holder_lines = max((len(slip.holder) for slip in paper.slips), default=0)
        single = question.method == "yes_no" and not wording.is_table(question)
        self._beside = single and form.width > form.height
        self._choices = 44 * MM if self._beside else 0.0
        self._titles = title_lines(one_line(paper.title), self._title, self._width)
        self._motion = self._set_motion()
        self._void_lines = self._set_voids()
        words = form.words * scale * (1.25 if self._beside else 1.0)
        sizes = Sizes(words, max(words * 0.62, 9.0), form.box * scale, max(2.0, 4.4 * scale) * MM)
        self.options = OptionList(question, self._choices or self._width, columns, sizes)
        self.pages = self._pages()

    def _pages(self) -> list[list[list[Row]]]:
        """The options by page and column, drawn apart where there is room."""
        room = self._room(0) + (self._motion_height() if self._beside else 0.0)
        if self._beside and sum(row.height for row in self.options.rows) <= room:
            return self.options.spread([[list(self.options.rows)]], room)
        return self.options.spread(self.options.pages(room, self._room(1)), room)

    def readable(self) -> bool:
        """Whether its words are large enough for a ballot of this format."""
        words, text = self.form.smallest
        return self.options.words_size >= words and (not self.paper.question.text or self._text.size >= text)

    def fits(self) -> bool:
        """Whether all of it stands on one page, with no word of an option torn."""
        room = self._room(0)
        if self._beside:
            return len(self.pages) == 1 and room >= 0
        return len(self.pages) == 1 and self.options.height(self.pages[0]) <= room

    def _set_motion(self) -> list[tuple[Line, Style]]:
        question, width = self.paper.question, self._width - (self._choices + 8 * MM if self._choices else 0)
        large = Style(Voice.BOLD, self._strong.size * 1.12)
        found = [(line, large) for line in set_lines([Span(question.question, large)], width)]
        for paragraph in question.text:
            found += [(line, self._text) for line in set_lines([Span(paragraph, self._text)], width, Shape())]
        return found

    def _set_voids(self) -> list[Line]:
        room = self._width - self.form.code - 5 * MM
        text = "".join(self.voids)
        secret = "不记名，票号和领票人没有任何登记联系。" if self.paper.secret else "记名表决，请签名。"
        spans = [Span(text, self._fine), Span(secret, self._fine)]
        return [line for span in spans for line in set_lines([span], room)]

    def _head_height(self) -> float:
        lead = self._strong.size * 1.9 + (self._text.size * 1.5 if self.guide.detail else 0)
        return len(self._titles) * self._title.size * 1.4 + lead + 5 * MM

    def _motion_height(self) -> float:
        return sum(style.size * _LEADING for _, style in self._motion) + 2 * MM

    def _foot_height(self) -> float:
        holder = self._holder_lines
        signed = 0.0 if self.paper.secret else 9 * MM
        lines = len(self._void_lines) + holder + len(self._issued()) - 1
        text = lines * self._fine.size * 1.4 + signed + 9.5 * MM
        return max(self.form.code + 5 * MM, text)

    def _room(self, page: int) -> float:
        """Height for the options on the first and on later pages."""
        taken = self._head_height() + self._foot_height()
        if page == 0:
            taken += self._motion_height()
        return self.form.height - 2 * self.form.margin - taken

    def draw(self, canvas: Any, page: int) -> None:
        """Draws one page of the face with its lower left corner at the origin."""
        form = self.form
        draw_corners(canvas, form.corners, form.width, form.height)
        left, y = form.margin, form.height - form.margin
        y = self._draw_head(canvas, left, y, page)
        if page == 0:
            y = self._draw_motion(canvas, left, y)
        if self._beside:
            self._draw_beside(canvas, y + self._motion_height())
        else:
            self.options.draw(canvas, left, y, self.pages[page])
        self._draw_foot(canvas, page)

    def _draw_head(self, canvas: Any, left: float, y: float, page: int) -> float:
        middle = self.form.width / 2
        for line in self._titles:
            y -= self._title.size * 1.4
            draw_text(canvas, middle, y + self._title.size * 0.32, line, self._title, "center")
        y -= 1.5 * MM
        draw_rule(canvas, (left, y, left + self._width, y), 0.5 * MM, INK)
        y -= self._strong.size * 1.6
        lead = self.guide.lead + (f"（第{page + 1}页，共{len(self.pages)}页）" if len(self.pages) > 1 else "")
        sample = self._draw_sample(canvas, left + self._width, y) if self.form is not QUARTER else 0.0
        _draw_lead(canvas, left, y, lead, fitted(lead, self._strong, self._width - sample))
        if self.guide.detail:
            y -= self._text.size * 1.45
            draw_fitted(canvas, left, y, self.guide.detail, self._text, self._width)
        y -= self._strong.size * 0.5
        draw_rule(canvas, (left, y, left + self._width, y), 0.2 * MM, INK)
        return y - 2 * MM

    def _draw_sample(self, canvas: Any, right: float, y: float) -> float:
        """甲 乙 丙 with 乙 marked, or three figures with one ringed; answers the room taken. A real option is
        never shown marked.
        """
        size = min(self._text.size * 0.9, 13.0)
        style, side = Style(Voice.SANS, size), size * 1.05
        scaled = wording.scale_of(self.paper.question) and not wording.has_words(self.paper.question)
        step = side * 1.9 if scaled else side + size * 1.9
        x = right - 3 * step + size * 0.4
        for word, mark in zip("甲乙丙", self._sample_marks(), strict=True):
            if scaled:
                _draw_ring(canvas, x + side / 2, y + 0.36 * size, side * 0.62, mark)
            else:
                draw_box(canvas, x, y - 0.15 * size, side)
                if mark == "√":
                    draw_mark(canvas, "for", x + 0.15 * side, y, side * 0.75, INK)
                elif mark:
                    draw_text(canvas, x + side / 2, y, mark, Style(Voice.KAI, size), "center")
                draw_text(canvas, x + side + 0.25 * size, y, word, style)
            x += step
        label = draw_text(
            canvas, right - 3 * step - 0.1 * size, y, "样子：", Style(Voice.SANS, size, INK_SOFT), "right"
        )
        return 3 * step + label + 4 * MM

    def _sample_marks(self) -> tuple[str, str, str]:
        method = self.paper.question.method
        if method == "dots":
            return "", "2", "1"
        if wording.writes_number(self.paper.question):
            return "2", "1", "3"
        if wording.scale_of(self.paper.question) and not wording.has_words(self.paper.question):
            return "1", "2", "3"
        return "", "√", ""

    def _draw_motion(self, canvas: Any, left: float, y: float) -> float:
        placed = []
        for line, style in self._motion:
            y -= style.size * _LEADING
            placed.append((left, y + style.size * (_LEADING / 2 - MIDDLE), line))
        draw_lines(canvas, placed)
        return y - 2 * MM

    def _draw_beside(self, canvas: Any, top: float) -> None:
        """For, against, abstain below each other at the right of the text, all of one size."""
        x = self.form.width - self.form.margin - self._choices
        self.options.draw(canvas, x, top, self.pages[0])

    def _issued(self) -> tuple[str, ...]:
        """Who issued the paper and its code; on a quarter of a sheet one line of it would be too small."""
        mark = self.paper.mark
        lines = (f"{one_line(mark.issuer)}　{one_line(mark.number)}", f"核对码 {mark.code}　盖章有效")
        return lines if self.form is QUARTER else ("　".join(lines),)

    def _draw_foot(self, canvas: Any, page: int) -> None:
        form = self.form
        left, bottom = form.margin, form.margin
        top = bottom + self._foot_height() - 2 * MM
        # The code above which it would end has to have white around it.
        draw_rule(canvas, (left, top, left + self._width - form.code - 4 * MM, top), 0.2 * MM, INK)
        step = self._fine.size * 1.4
        issued = self._issued()
        for at, line in enumerate(reversed(issued)):
            y = bottom + 0.5 * MM + at * step
            draw_fitted(canvas, left, y, line, self._fine, self._width - form.code - 5 * MM)
        y = bottom + (len(self._void_lines) - 0.5 + len(issued)) * step + 1.5 * MM
        placed = [(left, y - at * step, line) for at, line in enumerate(self._void_lines)]
        draw_lines(canvas, placed)
        if not self.paper.secret:
            x, y = left + self._width - form.code - 5 * MM, top - 7 * MM
            label = "签名"
            wide = text_width(label, self._text)
            draw_text(canvas, x - 48 * MM - wide, y, label, self._text)
            draw_rule(canvas, (x - 46 * MM, y - MM, x, y - MM), 0.3 * MM, INK)


def _draw_ring(canvas: Any, x: float, middle: float, radius: float, figure: str) -> None:
    """A figure of a sample's scale; the second is ringed by hand."""
    style = Style(Voice.SANS, radius)
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(0.25 * MM)
    canvas.circle(x, middle, radius * 0.85, stroke=1, fill=0)
    draw_text(canvas, x, middle - MIDDLE * style.size, figure, style, "center")
    if figure == "2":
        canvas.setLineWidth(0.6 * MM)
        canvas.ellipse(x - radius * 1.35, middle - radius * 1.15, x + radius * 1.35, middle + radius * 1.2)


def _draw_lead(canvas: Any, x: float, y: float, text: str, style: Style) -> None:
    """A line with √ drawn, never typed: the faces' own sign is that of a root."""
    for at, piece in enumerate(text.split("√")):
        if at:
            draw_mark(canvas, "for", x + 0.1 * style.size, y, style.size * 0.72, INK)
            canvas._code.append("q 3 Tr")  # the sign itself unseen below it, for who searches or listens
            draw_text(canvas, x, y, "√", style)
            canvas._code.append("Q")
            x += style.size
        x += draw_text(canvas, x, y, piece, style) if piece else 0.0


def slip_lines(face: Face, serial: str, holder: Sequence[str]) -> list[tuple[str, float, float]]:
    """The lines of one slip that differ from the next: text, x and baseline in the ballot's room."""
    form = face.form
    top = form.margin + face._foot_height() - 2 * MM
    x = form.width - form.margin - form.code
    lines = [(f"票号 {serial}", x, form.margin - 1.2 * MM)]
    step = face._fine.size * 1.4
    for at, line in enumerate(holder):
        lines.append((line, form.margin, top - 4.5 * MM - at * step))
    return lines
