"""参会证: ten badges on a sheet of A4 to be cut, each with the person's code for checking in."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.code import draw_code, verification_payload
from meeting_app.documents.flow.measures import MM, SHEET
from meeting_app.documents.flow.sheet import PageForm, render
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.fit import draw_fitted
from meeting_app.documents.text.ink import draw_text
from meeting_app.documents.text.style import INK, INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers import Badge, BadgeSheet

_PER_SHEET, _COLUMNS = 10, 2
_CARD = (90 * MM, 51 * MM)
_LEFT, _TOP = 15 * MM, 10 * MM
_CODE = 26 * MM

_MEETING = Style(Voice.BOLD, 10.5, VERMILION)
_NAME = Style(Voice.KAI, 32.0)
_NUMBER = Style(Voice.BOLD, 20.0)
_NOTE = Style(Voice.SANS, 12.0, INK_SOFT)
_TYPED = Style(Voice.SANS, 10.0)
_FINE = Style(Voice.SANS, 8.5, INK_SOFT)


class _Sheet(Flowable):
    """Up to ten badges and, below the cut, what the sheet is."""

    def __init__(self, paper: BadgeSheet, badges: Sequence[Badge]) -> None:
        super().__init__()
        self._paper, self._badges = paper, badges

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: the whole page."""
        self.width, self.height = SHEET[0], SHEET[1] - 1
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin, which is the sheet's lower left corner."""
        canvas = self.canv
        rows = (len(self._badges) + _COLUMNS - 1) // _COLUMNS
        _cuts(canvas, rows)
        for index, badge in enumerate(self._badges):
            x = _LEFT + _CARD[0] * (index % _COLUMNS)
            y = SHEET[1] - _TOP - _CARD[1] * (index // _COLUMNS + 1)
            self._card(canvas, x, y, badge)
        self._strip(canvas)

    def _card(self, canvas: Canvas, x: float, y: float, badge: Badge) -> None:
        width, height = _CARD
        left = x + 6 * MM
        room = width - _CODE - 17 * MM
        draw_fitted(canvas, left, y + height - 9 * MM, self._paper.meeting_title, _MEETING, width - 12 * MM)
        draw_fitted(canvas, left, y + 24.5 * MM, badge.name, _NAME, room)
        note = "　".join(part for part in (badge.place, badge.capacity) if part)
        draw_fitted(canvas, left, y + 15.5 * MM, note, _NOTE, room)
        draw_text(canvas, left, y + 6.5 * MM, f"{badge.number}号" if badge.number else "来宾", _NUMBER)
        edge = x + width - _CODE - 6 * MM
        draw_code(canvas, edge, y + 11 * MM, _CODE, badge.code, version=1)
        draw_fitted(canvas, edge + _CODE / 2, y + 6.5 * MM, badge.code, _TYPED, _CODE + 8 * MM, "center")

    def _strip(self, canvas: Canvas) -> None:
        """Below the badges: number, code, digest, issuer and date of the sheet."""
        mark = self._paper.mark
        side, issued = 17 * MM, words.day(mark.issued_on)
        draw_code(
            canvas, SHEET[0] - _LEFT - side, 8.5 * MM, side, verification_payload(mark.code, mark.digest)
        )
        held = words.day(self._paper.held_on)
        lines = (
            f"参会证　{one_line(self._paper.meeting_title)}　{held}。沿细线裁开，扫码或输入码下的字签到。",
            f"{one_line(mark.number)}　核对码 {mark.code}　{one_line(mark.issuer)}　{issued}",
            f"内容摘要 {mark.digest}",
        )
        for index, line in enumerate(lines):
            style = _FINE if index < 2 else Style(Voice.SANS, 7.0, INK_SOFT)
            draw_fitted(
                canvas, _LEFT, (21 - 5 * index) * MM, line, style, SHEET[0] - 2 * _LEFT - side - 6 * MM
            )


def badge_sheet(paper: BadgeSheet) -> bytes:
    """The PDF.

    Refuses with `no_glyph`, also when a badge's code does not suit a scanner.
    """
    require_printable(paper)
    parts = [paper.badges[at : at + _PER_SHEET] for at in range(0, len(paper.badges), _PER_SHEET)] or [()]
    story: list[Flowable] = [_Sheet(paper, part) for part in parts]
    form = PageForm("badges", 0.0, 0.0, SHEET[0], SHEET[1], lambda _canvas, _page: None)
    return render(paper.mark, f"参会证　{paper.meeting_title}", [form], story)


def _cuts(canvas: Canvas, rows: int) -> None:
    """Hairlines to cut along."""
    canvas.setStrokeColorRGB(*RULE)
    canvas.setLineWidth(0.15 * MM)
    width, height = _CARD
    top = SHEET[1] - _TOP
    for row in range(rows + 1):
        canvas.line(_LEFT, top - row * height, _LEFT + _COLUMNS * width, top - row * height)
    for column in range(_COLUMNS + 1):
        x = _LEFT + column * width
        canvas.line(x, top, x, top - rows * height)
    canvas.setStrokeColorRGB(*INK)
