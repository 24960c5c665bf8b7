"""The shell of every PDF: canvas, metadata, page furniture, and the one way from a story to bytes.

The same story gives the same bytes: dates inside the file come from the paper, not from the clock.
ReportLab's face state is not made for two documents at once, so papers are set one after the other under a
lock.
"""

import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from meeting_app.documents.flow.archive import PRODUCER, PaperCanvas
from meeting_app.documents.flow.measures import AREA_LEFT, AREA_TOP, AREA_WIDTH, MM, SHEET, SMALL
from meeting_app.documents.preview import page_sizes
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice, load
from meeting_app.documents.text.ink import draw_text
from meeting_app.documents.text.lines import text_width
from meeting_app.documents.text.style import INK, INK_SOFT, VERMILION, Style
from meeting_app.documents.text.tags import artifact
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers import PaperMark

_SETTING = threading.Lock()
# Names a font at the beginning of every page; it is embedded only when it is used.
_FIRST_FACE = Voice.SERIF
_INSIDE = "内部使用，不张贴"
FOLIO = Style(Voice.SERIF, 14.0)

Furniture = Callable[[Canvas, int], None]


@dataclass(frozen=True, slots=True)
class PageForm:
    """A kind of page: the frame's left, top, width and height in points from the upper left, what is drawn
    around it before its content and after, and the size of the sheet, the same for all forms of a paper.
    """

    name: str
    left: float
    top: float
    width: float
    height: float
    furniture: Furniture
    ending: Furniture = lambda _canvas, _page: None
    sheet: tuple[float, float] = SHEET


class _Document(BaseDocTemplate):
    """Platypus' document with our page forms: the first page may have its own, all others share the last."""

    def __init__(self, target: io.BytesIO, forms: Sequence[PageForm], **settings: Any) -> None:
        super().__init__(
            target, pagesize=forms[0].sheet, pageTemplates=[_template(form) for form in forms], **settings
        )
        self._last_form = forms[-1].name

    def afterPage(self) -> None:  # noqa: N802 - Platypus calls it so
        """Platypus: from the second page on the last form holds."""
        self.handle_nextPageTemplate(self._last_form)


def _template(form: PageForm) -> PageTemplate:
    bottom = form.sheet[1] - form.top - form.height
    frame = Frame(form.left, bottom, form.width, form.height, 0, 0, 0, 0, id=form.name)
    return PageTemplate(
        form.name,
        [frame],
        onPage=lambda canvas, _doc: form.furniture(canvas, canvas.getPageNumber()),
        onPageEnd=lambda canvas, _doc: form.ending(canvas, canvas.getPageNumber()),
        pagesize=form.sheet,
    )


def _canvas_maker(mark: PaperMark) -> Callable[..., PaperCanvas]:
    """A canvas without Helvetica, with the paper's day."""

    def make(target: io.BytesIO, **settings: Any) -> PaperCanvas:
        return PaperCanvas(target, day=mark.issued_on, **settings)

    return make


def _inside(form: PageForm) -> PageForm:
    """The same page with the stamp of what is not for the board, at its upper left."""

    def furniture(canvas: Canvas, page: int) -> None:
        form.furniture(canvas, page)
        style = Style(Voice.BOLD, 10.0, INK_SOFT)
        x, y = 20 * MM, form.sheet[1] - 10 * MM
        canvas.setStrokeColorRGB(*INK_SOFT)
        canvas.setLineWidth(0.3 * MM)
        canvas.rect(x - 1.8 * MM, y - 1.7 * MM, text_width(_INSIDE, style) + 3.6 * MM, 6 * MM)
        draw_text(canvas, x, y, _INSIDE, style)

    return replace(form, furniture=furniture)


def render(
    mark: PaperMark, title: str, forms: Sequence[PageForm], story: list[Flowable], *, inside: bool = False
) -> bytes:
    """The PDF of a story; with `inside` every page says that it is not for the board.

    Refuses with `paper_too_long` when something is larger than a page and cannot be divided, and with
    `paper_empty` when there is nothing to set: a file without pages is none.
    """
    if not story:
        raise Refusal("paper_empty", title=one_line(title))
    load(_FIRST_FACE.first)
    target = io.BytesIO()
    forms = [_inside(form) for form in forms] if inside else forms
    with _SETTING:
        document = _Document(
            target,
            forms,
            title=one_line(title),
            author=one_line(mark.issuer),
            subject=one_line(mark.number),
            keywords=f"code={mark.code}, digest={mark.digest}",
            creator=PRODUCER,
            producer=PRODUCER,
            lang="zh-CN",
            invariant=1,
            pageCompression=1,
            initialFontName=_FIRST_FACE.first,
            initialFontSize=16,
        )
        try:
            document.build(story, canvasmaker=_canvas_maker(mark))
        except LayoutError as error:
            raise Refusal("paper_too_long", title=one_line(title)) from error
    return target.getvalue()


def draw_folio(canvas: Canvas, page: int, mark: PaperMark) -> None:
    """Page number between dashes 7 mm below the type area, odd pages right, even left; number and code
    opposite.
    """
    baseline = SHEET[1] - AREA_TOP - 225 * MM - 7 * MM - 0.76 * FOLIO.size
    left, right = AREA_LEFT, AREA_LEFT + AREA_WIDTH
    text, note = f"— {page} —", f"{one_line(mark.number)}　核对码 {mark.code}"
    with artifact(canvas):
        if page % 2:
            draw_text(canvas, right - 5 * MM, baseline, text, FOLIO, "right")
            draw_text(canvas, left, baseline, note, SMALL)
        else:
            draw_text(canvas, left + 5 * MM, baseline, text, FOLIO)
            draw_text(canvas, right, baseline, note, SMALL, "right")


def official_page(mark: PaperMark, name: str = "official") -> PageForm:
    """A page of official text: type area 156 x 225 mm and a page number."""
    return PageForm(
        name,
        AREA_LEFT,
        AREA_TOP,
        AREA_WIDTH,
        225 * MM + 0.5,
        lambda canvas, page: draw_folio(canvas, page, mark),
    )


def draw_rules(canvas: Canvas, top: float, thick_first: bool) -> None:
    """The double rule of a letter: 170 mm long, a thick and a thin line, `top` points from the top."""
    canvas.setStrokeColorRGB(*VERMILION)
    y = SHEET[1] - top
    for width, offset in ((1.4, 0.7), (0.35, 2.025)) if thick_first else ((0.35, 0.175), (1.4, 1.5)):
        canvas.setLineWidth(width * MM)
        canvas.line(20 * MM, y - offset * MM, 190 * MM, y - offset * MM)
    canvas.setStrokeColorRGB(*INK)


def letter_page(mark: PaperMark, height: float = 198 * MM, foot: Sequence[str] = ()) -> PageForm:
    """The first page of a notice: issuer at 30 mm, double rules, number flush right, no page number.

    `height` is that of the text, in points; `foot` are small lines below the closing rule.
    """

    def furniture(canvas: Canvas, _page: int) -> None:
        issuer = Style(Voice.TITLE, 34.0, VERMILION, pitch=3.0)
        draw_fitting(canvas, SHEET[0] / 2, SHEET[1] - 40.5 * MM, mark.issuer, issuer, 166 * MM)
        draw_rules(canvas, 46.5 * MM, True)
        draw_rules(canvas, 274.8 * MM, False)
        draw_text(
            canvas, 184 * MM, SHEET[1] - 58 * MM, one_line(mark.number), Style(Voice.FANG, 16.0), "right"
        )

    def ending(canvas: Canvas, _page: int) -> None:
        for index, line in enumerate(foot):
            draw_fitting(canvas, SHEET[0] / 2, SHEET[1] - (281.5 + 4.2 * index) * MM, line, SMALL, 166 * MM)

    return PageForm("letter", AREA_LEFT, 64 * MM, AREA_WIDTH, height + 0.5, furniture, ending)


def draw_fitting(canvas: Canvas, x: float, y: float, text: str, style: Style, room: float) -> None:
    """One centred line, made smaller when it is wider than the room."""
    text = one_line(text)
    wide = text_width(text, style)
    if wide > room:
        scale = room / wide
        style = Style(style.voice, style.size * scale, style.colour, style.pitch * scale)
    draw_text(canvas, x, y, text, style, "center")


def on_one_page(make: Callable[[float], bytes], leadings: Sequence[float]) -> bytes:
    """The paper on the widest of these line pitches that fits one page; on the first when none does.

    A notice is read best on one page, so lines come a little closer if that helps.
    """
    widest = made = make(leadings[0])
    for leading in leadings[1:]:
        if len(page_sizes(made)) == 1:
            return made
        made = make(leading)
    return made if len(page_sizes(made)) == 1 else widest


def on_fewer_pages(make: Callable[[float], bytes], leadings: Sequence[float]) -> bytes:
    """The paper on the first of these line pitches that saves a page against the widest, else on the widest:
    nobody turns a page for the last three lines.
    """
    widest = make(leadings[0])
    pages = len(page_sizes(widest))
    for leading in leadings[1:] if pages > 1 else ():
        made = make(leading)
        if len(page_sizes(made)) < pages:
            return made
    return widest
