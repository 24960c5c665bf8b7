"""The same minutes set by others in the same run: stock ReportLab (Platypus) and typst, if it is there.

They get the same words in the same faces and sizes: 300 speeches, 20 tables of votes, the list of 200 people.
Both leave out what ours has besides: bars, codes, tags, PDF/A.
"""

import importlib.util
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from meeting_app import resources
from meeting_app.documents.text.faces import load
from meeting_app.queries.papers import MinutesPaper

_FACE = "YishitingSerif-Regular"
_SIZE, _LEADING = 16, 25
_HEADS = ("", "同意", "反对", "弃权")


def cpu_ms(work: Callable[[], object]) -> float:
    """CPU time of all threads of this process."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def stock(paper: MinutesPaper) -> bytes:
    """The minutes by ReportLab's own paragraphs and tables."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    load(_FACE)
    body = ParagraphStyle(
        "body", fontName=_FACE, fontSize=_SIZE, leading=_LEADING, wordWrap="CJK", alignment=4
    )
    story: list[Any] = [Paragraph(paper.heading, body)]
    for item in paper.items:
        story.append(Paragraph(item.title, body))
        story += [Paragraph(f"{one.speaker}：{one.gist}", body) for one in item.speeches]
        for vote in item.votes:
            totals = (str(vote.totals.in_favour), str(vote.totals.against), str(vote.totals.abstain))
            style = [("FONT", (0, 0), (-1, -1), _FACE, 12)]
            story.append(Table([_HEADS, ("认定", *totals)], style=style, repeatRows=1))
    rows = [(str(one.number), one.name, one.capacity) for one in paper.attendance]
    story.append(Table(rows, style=[("FONT", (0, 0), (-1, -1), _FACE, 10)], repeatRows=0))
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build(story)
    return target.getvalue()


def typst_source(paper: MinutesPaper) -> bytes:
    """The minutes in typst's own language."""
    parts = [
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))',
        f'#set text(font: "Yishiting Serif", size: {_SIZE}pt, lang: "zh")',
        f"#set par(justify: true, leading: {_LEADING - _SIZE}pt, first-line-indent: 2em)",
        f"= {_plain(paper.heading)}",
    ]
    for item in paper.items:
        parts.append(f"== {_plain(item.title)}")
        parts += [f"{_plain(one.speaker)}：{_plain(one.gist)}\n" for one in item.speeches]
        for vote in item.votes:
            votes = ("认定", vote.totals.in_favour, vote.totals.against, vote.totals.abstain)
            parts.append("#table(columns: 4, " + ", ".join(f"[{cell}]" for cell in (*_HEADS, *votes)) + ")")
    cells = [f"[{part}]" for one in paper.attendance for part in (one.number, one.name, one.capacity)]
    parts.append(f"#table(columns: 3, {', '.join(cells)})")
    return "\n".join(parts).encode()


def _plain(text: str) -> str:
    """Text without signs that typst would take for markup."""
    return "".join(f"\\{sign}" if sign in "\\#$*_`<>@[]~" else sign for sign in text)


def typst_setter(paper: MinutesPaper, folder: Path) -> Callable[[], bytes] | None:
    """Sets the minutes with typst, whose source lies in the folder; None where it is not installed."""
    if importlib.util.find_spec("typst") is None:
        return None
    import typst

    source = folder / "minutes.typ"
    source.write_bytes(typst_source(paper))
    fonts = [str(resources.path("fonts"))]
    compiler: Any = typst.Compiler(str(source), font_paths=fonts, ignore_system_fonts=True)
    return lambda: bytes(compiler.compile(format="pdf"))
