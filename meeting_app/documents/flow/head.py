"""Heads of papers: the title of a notice, the red head of the minutes."""

from datetime import date

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.measures import AREA_WIDTH, MM, TITLE, TITLE_LEADING
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.ink import draw_text
from meeting_app.documents.text.style import VERMILION, Style
from meeting_app.documents.text.tags import part


class Title(Flowable):
    """A centred title, broken by sense, with room above and below."""

    def __init__(
        self, text: str, style: Style = TITLE, leading: float = TITLE_LEADING, after: float = 9 * MM
    ) -> None:
        super().__init__()
        self._text, self._style, self._leading, self._after = one_line(text), style, leading, after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self._lines = title_lines(self._text, self._style, width)
        self.width, self.height = width, len(self._lines) * self._leading + self._after
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        y = self.height - self._leading / 2 - MIDDLE * self._style.size
        with part(self.canv, "H1"):
            for line in self._lines:
                draw_text(self.canv, self.width / 2, y, line, self._style, "center")
                y -= self._leading
        self.canv.bookmarkHorizontal("title", 0, self.height)
        self.canv.addOutlineEntry(self._text, "title", 0)


class RecordHead(Flowable):
    """The red head of minutes: name of the meeting, number and date, red rule."""

    def __init__(self, heading: str, number: str, day: date) -> None:
        super().__init__()
        self._heading, self._number, self._day = one_line(heading), one_line(number), words.day(day)
        self._lines: list[str] = []
        self._style = Style(Voice.TITLE, 30.0, VERMILION, pitch=1.0)
        self._leading = 42.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size; a long heading is set smaller."""
        self._lines = title_lines(self._heading, self._style, AREA_WIDTH)
        if len(self._lines) > 2:
            self._style, self._leading = Style(Voice.TITLE, 22.0, VERMILION), 34.0
            self._lines = title_lines(self._heading, self._style, AREA_WIDTH)
        self.width, self.height = width, 5 * MM + len(self._lines) * self._leading + 20 * MM
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        canvas = self.canv
        y = self.height - 5 * MM - self._leading / 2 - MIDDLE * self._style.size
        with part(canvas, "H1"):
            for line in self._lines:
                draw_text(canvas, self.width / 2, y, line, self._style, "center")
                y -= self._leading
        plain = Style(Voice.FANG, 16.0)
        draw_text(canvas, 0, 9 * MM, self._number, plain)
        draw_text(canvas, self.width, 9 * MM, self._day, plain, "right")
        canvas.setStrokeColorRGB(*VERMILION)
        canvas.setLineWidth(0.7 * MM)
        canvas.line(0, 5 * MM, self.width, 5 * MM)
        canvas.bookmarkHorizontal("title", 0, self.height)
        canvas.addOutlineEntry(self._heading, "title", 0)
