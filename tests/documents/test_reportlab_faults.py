"""The faults of ReportLab that the text layer works around, each with the repair.

A test whose name ends in `still_there` fails when a new ReportLab is right by itself: then the
workaround can go.
"""

import io
from typing import Any

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from meeting_app import resources
from meeting_app.documents.text import tounicode
from meeting_app.documents.text.faces import Voice, load, look_up, require_printable
from meeting_app.documents.text.ink import draw_text
from meeting_app.documents.text.style import Style
from meeting_app.domain.refusal import Refusal
from tests.documents import tools

_SERIF = "YishitingSerif-Regular"


def _page(text: str, voice: Voice = Voice.FANG) -> bytes:
    target = io.BytesIO()
    load(voice.first)
    canvas = _canvas(target, initialFontName=voice.first, invariant=1, lang="zh-CN")
    draw_text(canvas, 72, 700, text, Style(voice, 16.0))
    canvas.save()
    return target.getvalue()


def _stock(text: str, width: float, alignment: Any = 0) -> Any:
    """A paragraph of ReportLab's own in its Chinese mode."""
    load(_SERIF)
    style = ParagraphStyle("x", fontName=_SERIF, fontSize=10, leading=14, wordWrap="CJK", alignment=alignment)
    paragraph = Paragraph(text, style)
    paragraph.wrap(width, 1000)
    return paragraph


def _canvas(target: io.BytesIO, **settings: Any) -> Any:
    return Canvas(target, **settings)


def _stock_lines(text: str) -> list[tuple[str, float]]:
    """The lines of the stock paragraph of ten characters' width, each with the room left in it."""
    found = _stock(text, 100).blPara.lines
    return [("".join(getattr(word, "text", str(word)) for word in line[1]), line[0]) for line in found]


def test_1_stock_lines_begin_with_a_comma_still_there() -> None:
    """Fault 1: the list of signs that begin no line lacks ，：；？！”’》. Ours: test_breaks."""
    assert _stock_lines("国" * 10 + "，" + "国" * 8)[1][0].startswith("，")


def test_1_stock_lines_end_with_a_bracket_still_there() -> None:
    """Fault 1: no sign is kept from the end of a line. Ours: test_breaks."""
    assert _stock_lines("国" * 9 + "（" + "国" * 12)[0][0].endswith("（")


def test_3_stock_stops_hang_in_the_margin_still_there() -> None:
    """Fault 3: what may not begin a line stands outside of it. Ours: test_breaks."""
    line, left = _stock_lines("国" * 10 + "。" + "国" * 12)[0]
    assert line.endswith("。")
    assert left < 0


def test_3_stock_tears_dots_from_their_sentence_still_there() -> None:
    """Fault 3: …… is taken for a Western word and begins a line. Ours: test_breaks."""
    assert _stock_lines("国" * 9 + "……" + "国" * 12)[1][0].startswith("……")


def test_2_stock_justification_still_there() -> None:
    """Fault 2: only spaces of the Western kind are widened. Ours: test_breaks."""
    paragraph = _stock("国" * 25, 104, alignment=4)
    canvas = _canvas(io.BytesIO(), initialFontName=_SERIF, pageCompression=0)
    paragraph.drawOn(canvas, 0, 0)
    assert " Tc" not in "".join(map(str, canvas._code))


def test_4_characters_above_ffff_are_read_back() -> None:
    assert "郑𬱖和㛃" in tools.text(_page("郑𬱖和㛃"))
    assert "<D873DC56>" in tounicode.to_unicode_cmap("x", [0, 0x2CC56])


def test_4_stock_tounicode_still_there() -> None:
    assert "<2CC56>" in tounicode.original("x", [0, 0x2CC56])


def test_4_no_block_of_the_map_is_larger_than_the_format_allows() -> None:
    cmap = tounicode.to_unicode_cmap("x", list(range(0x4E00, 0x4F00)))
    sizes = [int(line.split()[0]) for line in cmap.splitlines() if line.endswith("beginbfchar")]
    assert sizes == [100, 100, 56]


def test_5_a_face_without_the_character_hands_it_on() -> None:
    faces, _ = look_up(Voice.FANG, "国𬱖囍㼆")
    # The Kai is nearly as light as the FangSong, so a rare character does not stand out in a name.
    assert faces == [f"Yishiting{one}-Regular" for one in ("Fang", "Kai", "Sans", "Rare")]
    assert look_up(Voice.TITLE, "𬱖囍")[0] == ["YishitingSerif-Bold", "YishitingSans-Regular"]
    assert tools.missing_glyphs(_page("国𬱖囍㼆")) == 0


def test_5_what_no_face_has_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as told:
        require_printable("好😀的\U00030001")
    assert told.value.code == "no_glyph"
    assert told.value.params["characters"] == "😀\U00030001"
    assert told.value.params["codes"] == "U+1F600 U+30001"
    with pytest.raises(Refusal):
        _page("好😀")


def test_5_stock_draws_boxes_still_there() -> None:
    target = io.BytesIO()
    load("YishitingFang-Regular")
    canvas = _canvas(target, initialFontName="YishitingFang-Regular")
    canvas.drawString(72, 700, "\U0002cc56")
    canvas.save()
    assert tools.missing_glyphs(target.getvalue()) == 1


def test_6_no_font_is_missing_from_the_file() -> None:
    found = tools.fonts(_page("国abc"))
    assert found
    assert all(embedded and subset and mapped for _, embedded, subset, mapped in found)


def test_6_stock_helvetica_still_there() -> None:
    target = io.BytesIO()
    canvas = _canvas(target)
    canvas.showPage()
    canvas.save()
    assert b"Helvetica" in target.getvalue()


def _digits(signs: str) -> io.BytesIO:
    """A file of the digits' face with these signs only, under the name that all such files have."""
    target = io.BytesIO()
    with TTFont(resources.path("fonts", "YishitingDigits-Regular.ttf")) as font:
        part = subset.Subsetter(subset.Options())
        part.populate(text=signs)
        part.subset(font)
        font.save(target)
    target.seek(0)
    return target


def test_7_a_second_file_of_the_same_name_still_there() -> None:
    """Fault 7: it is taken for the first, and its signs are boxes; so every shipped face has a name of its
    own (test_fonts).
    """
    target = io.BytesIO()
    canvas = _canvas(target)
    for name, signs in (("first", "01"), ("second", "56")):
        pdfmetrics.registerFont(ttfonts.TTFont(name, _digits(signs)))
        canvas.setFont(name, 12)
        canvas.drawString(72, 700, signs)
    canvas.save()
    kept: Any = pdfmetrics
    for name in ("first", "second"):
        del kept._fonts[name]
    kept._dynFaceNames.pop(b"YishitingDigits-Regular", None)
    assert tools.missing_glyphs(target.getvalue()) == 2


def test_the_same_page_gives_the_same_bytes() -> None:
    assert _page("国abc𬱖") == _page("国abc𬱖")
