"""表决票 as a PDF: the largest face that can be read well, drawn once and put under every slip."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable

from meeting_app.documents.ballot import wording
from meeting_app.documents.ballot.face import FORMATS, Face, slip_lines
from meeting_app.documents.flow.code_series import CodeSeries
from meeting_app.documents.flow.measures import MM, SHEET
from meeting_app.documents.flow.sheet import PageForm, render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.fit import draw_fitted
from meeting_app.documents.text.ink import draw_rule, draw_text
from meeting_app.documents.text.style import INK, RULE, VERMILION, Style
from meeting_app.documents.text.tags import artifact, claimed
from meeting_app.queries.papers_ballot import BallotPaper, BallotSet, BallotSlip

_SCALES = (1.3, 1.15, 1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6)
_SERIAL = Style(Voice.BOLD, 9.0)
_HOLDER = Style(Voice.SANS, 10.5)


def ballots(paper: BallotPaper | BallotSet) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character, or a sign of a code, cannot be printed."""
    require_printable(paper)
    papers = (paper,) if isinstance(paper, BallotPaper) else paper.papers
    title = paper.title if isinstance(paper, BallotPaper) else f"{paper.meeting_title}表决票"
    story = [sheet for at, one in enumerate(papers) for sheet in _sheets(one, at)]
    form = PageForm("ballots", 0.0, 0.0, SHEET[0], SHEET[1], lambda _canvas, _page: None)
    return render(paper.mark, title, [form], story)


def _sheets(paper: BallotPaper, place: int) -> list[Flowable]:
    """The sheets of one question."""
    face = chosen_face(paper)
    slips = paper.slips or (BallotSlip("", ""),)
    codes = CodeSeries([slip.code for slip in slips]) if slips[0].code else None
    per = next(count for count, form in FORMATS.items() if form is face.form)
    groups = [slips[at : at + per] for at in range(0, len(slips), per)]
    return [
        _Sheet(face, f"face{place}-{page}", page, group, codes)
        for group in groups
        for page in range(len(face.pages))
    ]


def chosen_face(paper: BallotPaper) -> Face:
    """The face: as many ballots on a sheet as were asked for or as stay readable, in the largest words."""
    # A scale needs the width of the sheet; a quarter has room for boxes only.
    every = (2, 1) if wording.scale_of(paper.question) else (4, 2, 1)
    for per in (paper.per_sheet,) if paper.per_sheet in FORMATS else every:
        good: list[Face] = []
        for face in _tries(paper, per):
            if not face.readable():
                break
            if face.fits():
                good.append(face)
                if face.options.is_even():
                    return face
        if good:
            return good[0]
    # What fits no page goes on to the next: all of it is printed, in words that can be read.
    columns = 2 if len(paper.question.options) > 12 else 1
    return Face(paper, FORMATS[1], 0.72, columns)


def _tries(paper: BallotPaper, per: int) -> Iterator[Face]:
    form = FORMATS[per]
    count = len(paper.question.options)
    most = 1 if per == 4 else 3
    for scale in _SCALES:
        for columns in range(1, most + 1):
            if columns == 1 or count > 2 * columns - 1:
                yield Face(paper, form, scale, columns)


class _Sheet(Flowable):
    """One side of a sheet: the same page of the face for up to four slips."""

    def __init__(
        self, face: Face, name: str, page: int, slips: Sequence[BallotSlip], codes: CodeSeries | None
    ) -> None:
        super().__init__()
        self._name = name
        self._face, self._page, self._slips, self._codes = face, page, slips, codes

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: the whole page."""
        self.width, self.height = SHEET[0], SHEET[1] - 1
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin, which is a point above the sheet's lower left corner."""
        canvas: Any = self.canv
        canvas.translate(0, self.height - SHEET[1])
        form = self._face.form
        name = self._name
        if not canvas.hasForm(name):
            canvas.beginForm(name, 0, 0, form.width, form.height)
            with artifact(canvas):
                self._face.draw(canvas, self._page)
            canvas.endForm()
        across = round(SHEET[0] / form.width)
        for at, slip in enumerate(self._slips):
            x = form.width * (at % across)
            y = SHEET[1] - form.height * (at // across + 1)
            canvas._code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm")
            self._slip(canvas, name, slip)
            canvas._code.append("Q")
        self._cuts(canvas, across)

    def _slip(self, canvas: Any, name: str, slip: BallotSlip) -> None:
        """One ballot as one part; its code says nothing that its serial does not."""
        if self._codes is not None:
            _draw_mask(canvas, self._face, self._codes, slip.code)
        elif self._face.paper.specimen:
            _draw_specimen(canvas, self._face)
        with claimed(canvas, "P"), artifact(canvas):
            canvas.doForm(name)
            for line, x, y in slip_lines(self._face, slip.serial, slip.holder):
                own = x > self._face.form.margin
                room = self._face.form.code if own else self._face.form.width / 2
                draw_fitted(canvas, x, y, line, _SERIAL if own else _HOLDER, room)

    def _cuts(self, canvas: Any, across: int) -> None:
        """Dotted hairlines to cut along, away from the edge."""
        form, edge = self._face.form, 6 * MM
        if form.height < SHEET[1]:
            draw_rule(canvas, (edge, form.height, SHEET[0] - edge, form.height), 0.15 * MM, RULE)
        if across > 1:
            draw_rule(canvas, (form.width, edge, form.width, SHEET[1] - edge), 0.15 * MM, RULE)


def _draw_specimen(canvas: Any, face: Face) -> None:
    """样票 in a frame where the code would be: this paper cannot be cast."""
    form = face.form
    x, y = form.width - form.margin - form.code, form.margin + 2.6 * MM
    with artifact(canvas):
        canvas.setStrokeColorRGB(*VERMILION)
        canvas.setLineWidth(0.6 * MM)
        canvas.rect(x, y, form.code, form.code, stroke=1, fill=0)
        style = Style(Voice.TITLE, form.code * 0.36, VERMILION)
        draw_text(canvas, x + form.code / 2, y + form.code * 0.37, "样票", style, "center")


def _draw_mask(canvas: Any, face: Face, codes: CodeSeries, code: str) -> None:
    """The code as a picture of one bit a module: a tenth of the bytes of its squares."""
    form = face.form
    x, y = form.width - form.margin - form.code, form.margin + 2.6 * MM
    red, green, blue = INK
    canvas._code.append(
        f"q {red:.3f} {green:.3f} {blue:.3f} rg {form.code:.2f} 0 0 {form.code:.2f} {x:.2f} {y:.2f} cm "
        f"BI /W {codes.side} /H {codes.side} /IM true /BPC 1 /D [1 0] /F /AHx ID "
        f"{codes.rows(code).hex()}> EI Q"
    )
