"""What stands at the end of papers: issuer and date, signatures, the box by which a paper is checked."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.code import draw_code, verification_payload
from meeting_app.documents.flow.measures import AREA_HEIGHT, AREA_WIDTH, BODY, FRESH, LEADING, MM, PITCH
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.fit import draw_fitted
from meeting_app.documents.text.ink import draw_lines, draw_text
from meeting_app.documents.text.lines import LEFT, set_lines, text_width
from meeting_app.documents.text.style import INK, INK_SOFT, Span, Style
from meeting_app.queries.papers import PaperMark

_CODE_SIDE = 22 * MM
_TIED = 6
_BETWEEN = 8 * MM
_STRONG = Style(Voice.BOLD, 10.5)
_PLAIN = Style(Voice.SANS, 10.5)
_FINE = Style(Voice.SANS, 7.0, INK_SOFT)
_HINT = "凭核对码可以向发文单位查对；内容摘要和归档的一致，才是同一份文书。"


class Issued(Flowable):
    """Issuer and date at the lower right, with room above them for the real seal (none is ever printed).

    The date ends four characters from the right, the issuer is centred over it.
    """

    def __init__(self, issuer: str, day: date, before: float = 2 * LEADING) -> None:
        super().__init__()
        self._issuer, self._day, self._before = one_line(issuer), words.day(day), before

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Platypus: its size; on a full page the room above is one line."""
        before = self._before if height >= self._before + 2 * LEADING else min(self._before, LEADING)
        self.width, self.height = width, before + 2 * LEADING
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        middle = self.width - 4 * PITCH - text_width(self._day, BODY) / 2
        wide = text_width(self._issuer, BODY)
        baseline = LEADING / 2 - MIDDLE * BODY.size
        draw_text(self.canv, middle, baseline, self._day, BODY, "center")
        if wide > self.width:
            (line, *_) = set_lines(
                [Span(self._issuer, Style(Voice.FANG, 16 * self.width / wide - 0.1))], self.width
            )
            draw_lines(self.canv, [(0, baseline + LEADING, line)])
        else:
            left = max(0.0, min(middle - wide / 2, self.width - wide))
            draw_text(self.canv, left, baseline + LEADING, self._issuer, BODY)


class Signatures(Flowable):
    """Lines to sign on, two beside each other: "主持人 ______   记录员 ______"."""

    def __init__(self, labels: Sequence[str], before: float = 10 * MM) -> None:
        super().__init__()
        self._labels, self._before = tuple(labels), before
        self._row = 12 * MM

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self.width = width
        self.height = self._before + self._row * ((len(self._labels) + 1) // 2)
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        style = Style(Voice.SANS, 14.0)
        wide_each = (self.width - _BETWEEN) / 2
        self.canv.setStrokeColorRGB(*INK)
        self.canv.setLineWidth(0.3 * MM)
        for index, label in enumerate(self._labels):
            x = (wide_each + _BETWEEN) * (index % 2)
            y = self.height - self._before - self._row * (index // 2 + 1) + 3 * MM
            room = wide_each - 34 * MM
            wide = min(text_width(label, style), room)
            draw_fitted(self.canv, x, y, label, style, room)
            self.canv.line(x + wide + 3 * MM, y - 1.2 * MM, x + wide_each, y - 1.2 * MM)


def digest_line(digest: str) -> str:
    """The content digest in groups that can be compared by eye."""
    return f"内容摘要 {' '.join(digest[at : at + 8] for at in range(0, len(digest), 8))}"


class Verification(Flowable):
    """The strip by which a paper is checked: number, code to type, digest, and the same as a QR code.

    `notes` are lines above (where it is posted, how many were delivered). In a `letter` the closing double
    rule of the first page takes the place of its own lower one.
    """

    def __init__(self, mark: PaperMark, notes: Sequence[str] = (), *, letter: bool = False) -> None:
        super().__init__()
        self._mark, self._letter = mark, letter
        self._notes = tuple(one_line(note) for note in notes if note)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self.width = width
        room = width - _CODE_SIDE - 10 * MM
        self._lines = [line for span in self._spans() for line in set_lines([span], room, LEFT)]
        self.height = max(_CODE_SIDE + 5 * MM, len(self._lines) * 5.4 * MM + 5 * MM)
        return self.width, self.height

    def _spans(self) -> list[Span]:
        mark = self._mark
        return [
            *(Span(note, _PLAIN) for note in self._notes),
            Span(f"{one_line(mark.number)}　核对码 {mark.code}", _STRONG),
            Span(_HINT, Style(Voice.SANS, 9.0, INK_SOFT)),
            Span(digest_line(mark.digest), _FINE),
        ]

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        canvas = self.canv
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(0.35 * MM)
        canvas.line(0, self.height, self.width, self.height)
        if not self._letter or canvas.getPageNumber() > 1:
            canvas.line(0, 0, self.width, 0)
        step = 5.4 * MM
        top = (self.height + len(self._lines) * step) / 2
        placed = [(2 * MM, top - (at + 0.5) * step - 3.6, line) for at, line in enumerate(self._lines)]
        draw_lines(canvas, placed)
        payload = verification_payload(self._mark.code, self._mark.digest)
        x, y = self.width - _CODE_SIDE - 2 * MM, (self.height - _CODE_SIDE) / 2
        draw_code(canvas, x, y, _CODE_SIDE, payload)


class Ending(Flowable):
    """The end of a paper in one piece: its last parts, and the strip at the bottom of the same page.

    When they do not fit any more, all of it goes to the next page, so that no seal and no strip stands
    there alone.
    """

    def __init__(self, parts: Sequence[Flowable], strip: Flowable | None, gap: float = 4 * MM) -> None:
        super().__init__()
        self._parts, self._strip, self._gap = tuple(parts), strip, gap
        self._heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Platypus: all that is left of the page, or what is needed when that is more."""
        left = height
        if self._strip is not None:
            left -= self._strip.wrap(width, height)[1] + self._gap
        self._heights = []
        for part in self._parts:
            setattr(part, FRESH, height > AREA_HEIGHT - 1)
            self._heights.append(part.wrap(width, left)[1] + part.getSpaceBefore())
            left -= self._heights[-1]
        self.width, self.height = width, height - min(left, 0.0) - 0.1
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        y = self.height
        for part, tall in zip(self._parts, self._heights, strict=True):
            y -= tall
            part.drawOn(self.canv, 0, y)
        if self._strip is not None:
            self._strip.drawOn(self.canv, 0, 0)


def ended(
    story: Sequence[Flowable], closing: Sequence[Flowable], strip: Flowable | None, tied: int = 1
) -> list[Flowable]:
    """A story with its closing parts and the strip, tied to its last `tied` parts if these are short."""
    head, last = list(story[:-tied]), list(story[-tied:])
    if sum(part.wrap(AREA_WIDTH, 0.0)[1] for part in last) > _TIED * LEADING:
        return [*story, Ending(closing, strip)]
    return [*head, Ending([*last, *closing], strip)]
