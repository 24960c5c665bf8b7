"""A Word file of official text: paragraphs, headings, tables with their East Asian faces.

Every style names its face for East Asian text, because Word and LibreOffice otherwise take whatever is there.
The faces are those that offices have (仿宋, 黑体, 楷体, 宋体). Lines have an exact pitch of 28.95 pt and
letters stand 0.2 pt closer, which gives 28 characters to a line; a document grid would tear tables apart in
LibreOffice. Text is written through the library, which escapes it, so that "</w:t>" is text.
"""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from meeting_app.documents.office.plain import plain

FANG, HEI, KAI, SONG = "仿宋", "黑体", "楷体", "宋体"
_LATIN = "Times New Roman"
_BODY, _PITCH = 16.0, 28.95
_RED = RGBColor(0xB2, 0x3A, 0x2E)
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
Piece = tuple[str, str]  # face, text


class WordFile:
    """A Word file in the making; `day` is its date, so that the same content gives the same file."""

    def __init__(self, title: str, author: str, day: date) -> None:
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        _dress(self._document.styles["Normal"], FANG, _BODY)
        for level, face in ((1, HEI), (2, KAI)):
            _dress(self._document.styles[f"Heading {level}"], face, _BODY)
        facts = self._document.core_properties
        facts.title, facts.author, facts.language = plain(title), plain(author), "zh-CN"
        facts.created = facts.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)

    def title(self, text: str, *, red: bool = False) -> None:
        """The title: large Song, centred."""
        paragraph = self._paragraph("Title" if not red else "Normal", "center", 0.0)
        run = paragraph.add_run(plain(text))
        _face(run, SONG, 22.0)
        run.bold = True
        run.font.color.rgb = _RED if red else RGBColor(0x11, 0x14, 0x17)
        paragraph.paragraph_format.space_after = Pt(14)

    def text(
        self, pieces: Sequence[Piece] | str, *, align: str = "justify", indent: float = 2.0, level: int = 0
    ) -> None:
        """A paragraph of pieces in their faces; with `level` a heading that Word lists."""
        parts = [(FANG, pieces)] if isinstance(pieces, str) else pieces
        paragraph = self._paragraph(f"Heading {level}" if level else "Normal", align, indent)
        for face, words in parts:
            _face(paragraph.add_run(plain(words)), face, _BODY)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table with repeated head; widths in mm."""
        table = self._document.add_table(rows=1, cols=len(heads))
        table.style, table.autofit = "Table Grid", False
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for row in (heads, *rows):
            cells = table.rows[0].cells if row is heads else table.add_row().cells
            for cell, words, width in zip(cells, row, widths, strict=True):
                cell.width = Mm(width)
                paragraph = cell.paragraphs[0]
                _plain(paragraph)
                _face(paragraph.add_run(plain(words)), HEI if row is heads else FANG, 11.0, 0.0)

    def _paragraph(self, style: str, align: str, indent: float) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        form = paragraph.paragraph_format
        form.alignment = _ALIGN[align]
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_PITCH)
        form.space_before = form.space_after = Pt(0)
        if indent:
            marks = paragraph._p.get_or_add_pPr().get_or_add_ind()
            marks.set(qn("w:firstLineChars"), str(round(indent * 100)))
            marks.set(qn("w:firstLine"), str(round(indent * _BODY * 20)))
        return paragraph

    def done(self) -> bytes:
        """The file's bytes."""
        target = io.BytesIO()
        self._document.save(target)
        return target.getvalue()


def _dress(style: Any, face: str, size: float) -> None:
    """A style with its face for East Asian text, its size, and ink for a colour."""
    style.font.name, style.font.size = _LATIN, Pt(size)
    style.font.color.rgb = RGBColor(0x11, 0x14, 0x17)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    fonts.set(qn("w:eastAsia"), face)


def _face(run: Any, face: str, size: float, closer: float = -0.2) -> None:
    """A run in an East Asian face, `closer` points between letters."""
    run.font.name, run.font.size = _LATIN, Pt(size)
    properties = run._r.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if closer:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(round(closer * 20)))
        properties.append(spacing)


def _plain(paragraph: Any) -> None:
    """A paragraph in a cell: no indent, not on the grid."""
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(snap)
