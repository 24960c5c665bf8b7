"""The box of a public notice: its dates, where objections go, the code to check it by."""

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.code import draw_code, verification_payload
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.fit import draw_fitted
from meeting_app.documents.text.ink import draw_lines
from meeting_app.documents.text.lines import LEFT, Line, set_lines
from meeting_app.documents.text.style import INK, Span, Style
from meeting_app.queries.papers import Contact, PaperMark, PublicityPeriod

_SIDE = 25 * MM
_RIGHT = 37 * MM
_PAD = 4 * MM
_DATES = Style(Voice.BOLD, 19.0)
_TEXT = Style(Voice.SANS, 14.0)
_CODE = Style(Voice.SANS, 9.5)


class ObjectionBox(Flowable):
    """Dates in bold, the channel of objections, the code to the right."""

    def __init__(self, period: PublicityPeriod, contact: Contact, mark: PaperMark) -> None:
        super().__init__()
        first, last = words.short_day(period.first_day), words.short_day(period.last_day)
        if period.first_day.year != period.last_day.year:
            last = words.day(period.last_day)
        self._dates = f"公示　{first}至{last}"
        answer = f"{period.answer_workdays}个工作日内答复。" if period.answer_workdays else ""
        self._text = (
            f"有不同意见，请在{period.days}天内写明姓名和理由，交到：{words.contact(contact)}。{answer}"
        )
        self._mark = mark

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        room = width - _RIGHT - 2 * _PAD
        dates = [(line, 28.0, 19.0) for line in set_lines([Span(self._dates, _DATES)], room, LEFT)]
        text = [(line, 22.0, 14.0) for line in set_lines([Span(self._text, _TEXT)], room, LEFT)]
        self._lines: list[tuple[Line, float, float]] = dates + text
        self._tall = sum(leading for _, leading, _ in self._lines)
        self.width, self.height = width, max(self._tall + 2 * _PAD, _SIDE + 6 * MM + 2 * _PAD)
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        canvas = self.canv
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(0.6 * MM)
        canvas.rect(0, 0, self.width, self.height)
        y = (self.height + self._tall) / 2
        placed = []
        for line, leading, size in self._lines:
            placed.append((_PAD, y - leading / 2 - MIDDLE * size, line))
            y -= leading
        draw_lines(canvas, placed)
        middle = self.width - _PAD - _RIGHT / 2
        bottom = (self.height - _SIDE - 6 * MM) / 2 + 6 * MM
        payload = verification_payload(self._mark.code, self._mark.digest)
        draw_code(canvas, middle - _SIDE / 2 + 2 * MM, bottom, _SIDE, payload)
        code = f"核对码 {self._mark.code}"
        draw_fitted(canvas, middle + 2 * MM, bottom - 5 * MM, code, _CODE, _RIGHT - 2 * MM, "center")
