"""签到表: rows to sign, large enough for unsteady hands; no ID numbers, no phones."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.closing import digest_line
from meeting_app.documents.flow.code import draw_code, verification_payload
from meeting_app.documents.flow.measures import MM, SHEET
from meeting_app.documents.flow.sheet import PageForm, render
from meeting_app.documents.text.clean import one_line, titled
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.fit import draw_fitted, fitted
from meeting_app.documents.text.ink import draw_rule, draw_text
from meeting_app.documents.text.style import INK, INK_SOFT, RULE, Style
from meeting_app.queries.papers import SignInGroup, SignInPaper, SignInRow

_ROWS = 15
_ROW, _TALLEST = 13 * MM, 16 * MM
_LEFT, _WIDTH, _TOP = 18 * MM, 174 * MM, 41.5 * MM
# Left edge and width in mm of: number, name, place, capacity, signature, in, out.
_COLUMNS = ((0, 11), (11, 38), (49, 26), (75, 27), (102, 42), (144, 15), (159, 15))
_KIND = "签到表"
_HEADS = ("号", "姓名", "楼室", "身份", "签名", "到场", "离场")

_TITLE = Style(Voice.TITLE, 24.0)
_SUB = Style(Voice.SANS, 12.0, INK_SOFT)
_GROUP = Style(Voice.BOLD, 17.0)
_HEAD = Style(Voice.BOLD, 12.5)
_NUMBER = Style(Voice.BOLD, 15.0)
_NAME = Style(Voice.KAI, 20.0)
_PLACE = Style(Voice.SANS, 15.0)
_NAME_ROOM, _PLACE_ROOM = 34 * MM, 24 * MM
# Below this size a place no longer sets the size of all others.
_EVEN = 11.0
_NOTE = Style(Voice.SANS, 12.0)
_SUMS = Style(Voice.BOLD, 12.5)
_FINE = Style(Voice.SANS, 9.5, INK_SOFT)


class _Page(Flowable):
    """One sheet: up to fifteen rows of one group."""

    def __init__(
        self, paper: SignInPaper, title: str, rows: Sequence[SignInRow | None], at: int, count: int
    ) -> None:
        super().__init__()
        self._paper, self._title, self._rows, self._at, self._count = paper, title, rows, at, count
        self._row = min(_TALLEST, _ROWS * _ROW / max(1, len(rows)))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: the whole page."""
        self.width, self.height = SHEET[0], SHEET[1] - 1
        return self.width, self.height

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin, which is the sheet's lower left corner."""
        canvas = self.canv
        self._head(canvas)
        self._grid(canvas)
        place = _place_style(self._rows)
        for index, row in enumerate(self._rows):
            if row is not None:
                _draw_row(canvas, _y(_TOP + 9 * MM + self._row * (index + 0.5)), row, place)
        self._foot(canvas)

    def _head(self, canvas: Canvas) -> None:
        paper = self._paper
        right = _LEFT + _WIDTH
        draw_fitted(canvas, _LEFT, _y(23 * MM), titled(paper.title, _KIND), _TITLE, _WIDTH - 34 * MM)
        when = (
            f"{words.day(paper.starts_at)}（{words.weekday(paper.starts_at)}）{words.clock(paper.starts_at)}"
        )
        draw_fitted(canvas, _LEFT, _y(33 * MM), f"{when}，{paper.place}", _SUB, _WIDTH - 62 * MM)
        draw_text(canvas, right, _y(20 * MM), f"第{self._at}页，共{self._count}页", _SUB, "right")
        draw_fitted(canvas, right, _y(33.5 * MM), self._title, _GROUP, 60 * MM, "right")

    def _grid(self, canvas: Canvas) -> None:
        """Rules, heads and the columns to write in."""
        bottom = _TOP + 9 * MM + self._row * len(self._rows)
        _rule(canvas, _TOP, 0.5)
        _rule(canvas, _TOP + 9 * MM, 0.5)
        for (left, width), head in zip(_COLUMNS, _HEADS, strict=True):
            centred = head in ("号", "楼室", "到场", "离场")
            x = _LEFT + (left + (width / 2 if centred else 2)) * MM
            draw_text(canvas, x, _y(_TOP + 4.5 * MM) - 4.5, head, _HEAD, "center" if centred else "left")
        canvas.setStrokeColorRGB(*RULE)
        canvas.setLineWidth(0.2 * MM)
        for index in range(1, len(self._rows)):
            y = _y(_TOP + 9 * MM + self._row * index)
            canvas.line(_LEFT, y, _LEFT + _WIDTH, y)
        for left in (102, 144, 159):
            canvas.line(_LEFT + left * MM, _y(_TOP + 9 * MM), _LEFT + left * MM, _y(bottom))
        _rule(canvas, bottom, 0.5)

    def _foot(self, canvas: Canvas) -> None:
        """Sums to fill in, what is not asked, how the sheet is checked."""
        paper, mark = self._paper, self._paper.mark
        issued = f"{one_line(mark.issuer)}　{words.day(mark.issued_on)}"
        top = 252 * MM
        here = sum(row is not None for row in self._rows)
        # What is written by hand: label, left edge, end of its line (mm); the first says what is known.
        sums: tuple[tuple[str, int, int], ...] = (
            ("实到", 34, 56),
            ("请假", 61, 83),
            ("缺席", 88, 110),
            ("统计人签名", 115, 174),
        )
        if here:
            draw_text(canvas, _LEFT, _y(top + 4 * MM), f"本页应到 {here}", _SUMS)
        else:
            sums = (("本页到场人数", 0, 56), ("统计人签名", 115, 174))
        for label, left, end in sums:
            wide = draw_text(canvas, _LEFT + left * MM, _y(top + 4 * MM), label, _SUMS)
            y = _y(top + 5.2 * MM)
            draw_rule(canvas, (_LEFT + left * MM + wide + 2 * MM, y, _LEFT + end * MM, y), 0.25 * MM, INK)
        _rule(canvas, top + 9 * MM, 0.3)
        enough = f"，{paper.quorum_needed}人到会才能开会" if paper.quorum_needed else ""
        lines = (
            f"全场应到{paper.expected}人{enough}。只记楼室、姓名和时间，不记证件号码和电话。",
            f"{one_line(mark.number)}　核对码 {mark.code}　{issued}",
            digest_line(mark.digest),
        )
        for index, line in enumerate(lines):
            style = _FINE if index < 2 else Style(Voice.SANS, 7.5, INK_SOFT)
            draw_fitted(canvas, _LEFT, _y(top + (16 + 6 * index) * MM), line, style, 146 * MM)
        side = 20 * MM
        payload = verification_payload(mark.code, mark.digest)
        draw_code(canvas, _LEFT + _WIDTH - side, _y(top + 11 * MM + side), side, payload)


def sign_in_sheet(paper: SignInPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    sheets = [(title, rows) for group in paper.groups for title, rows in _sheets(group)] or [
        ("", _padded((), 15))
    ]
    story: list[Flowable] = [
        _Page(paper, title, rows, at, len(sheets)) for at, (title, rows) in enumerate(sheets, 1)
    ]
    form = PageForm("sign-in", 0.0, 0.0, SHEET[0], SHEET[1], lambda _canvas, _page: None)
    return render(paper.mark, titled(paper.title, _KIND), [form], story, inside=True)


def _sheets(group: SignInGroup) -> list[tuple[str, tuple[SignInRow | None, ...]]]:
    """The group's sheets, evenly filled, with their titles: 3号楼（一）, 3号楼（二）."""
    rows = _padded(group.rows, len(group.rows) + group.blank_rows)
    sheets = max(1, -(-len(rows) // _ROWS))
    each = -(-len(rows) // sheets)
    parts = [rows[at : at + each] for at in range(0, len(rows), each or 1)]
    if len(parts) < 2:
        return [(group.title, part) for part in parts]
    return [(f"{group.title}（{words.number(at)}）", part) for at, part in enumerate(parts, 1)]


def _padded(rows: tuple[SignInRow, ...], count: int) -> tuple[SignInRow | None, ...]:
    return (*rows, *[None] * max(0, count - len(rows)))


def _place_style(rows: Sequence[SignInRow | None]) -> Style:
    """One size for all places of a sheet; a place that would make it small is set smaller by itself."""
    sizes = [fitted(row.place, _PLACE, _PLACE_ROOM) for row in rows if row is not None and row.place]
    return min((one for one in sizes if one.size >= _EVEN), key=lambda one: one.size, default=_PLACE)


def _draw_row(canvas: Canvas, middle: float, row: SignInRow, place: Style) -> None:
    """One person; long names and places are set smaller, never cut."""
    if row.number:
        draw_text(canvas, _LEFT + 5.5 * MM, middle - 5.5, str(row.number), _NUMBER, "center")
    draw_fitted(canvas, _LEFT + 13 * MM, middle - 7.5, row.name, _NAME, _NAME_ROOM)
    draw_fitted(canvas, _LEFT + 62 * MM, middle - 0.38 * place.size, row.place, place, _PLACE_ROOM, "center")
    lines = [line for line in (row.capacity, row.note) if line]
    for index, line in enumerate(lines):
        y = middle + (len(lines) - 1) * 8 - index * 16 - 4.5
        draw_fitted(canvas, _LEFT + 77 * MM, y, line, _NOTE, 24 * MM)


def _rule(canvas: Canvas, top: float, width: float) -> None:
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(width * MM)
    canvas.line(_LEFT, _y(top), _LEFT + _WIDTH, _y(top))


def _y(top: float) -> float:
    """From the sheet's top to its bottom."""
    return SHEET[1] - top
