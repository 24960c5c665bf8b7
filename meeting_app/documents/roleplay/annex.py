"""换位体验（非表决） as the last part of the minutes."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from meeting_app.documents.flow.block import Text, body
from meeting_app.documents.flow.measures import AREA_WIDTH, HEAD_1, HEAD_2, LEADING, MM
from meeting_app.documents.flow.table import Column, Rows
from meeting_app.documents.roleplay import annex_words as said
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.roleplay.annex import RoleplayAnnex

_SMALL = Style(Voice.SANS, 11.5)


def annex_story(annex: RoleplayAnnex) -> Iterator[Flowable]:
    """The annex; it begins with the sentence that nothing was decided."""
    title = f"附：{said.TITLE}"
    yield Text([Span(title, HEAD_1)], before=11.0, keep=3 * LEADING, outline=(title, 1))
    yield body(said.NO_DECISION)
    yield body(said.about(annex))
    if annex.tables:
        columns = (Column(16 * MM), Column(16 * MM), Column(24 * MM), Column(AREA_WIDTH - 56 * MM))
        told = [said.table_row(table) for table in annex.tables]
        yield Rows(columns, said.TABLE_HEAD, told, _SMALL, before=2 * MM, after=3 * MM)
    yield from _list("各桌选了什么", said.chosen(annex))
    if annex.shifts:
        yield _head("看法的变化")
        yield from map(body, said.shift_notes(annex))
        if any(one.shift.mean_before is not None or one.shift.mean_after is not None for one in annex.shifts):
            widths = (52 * MM, 22 * MM, 22 * MM, 38 * MM, AREA_WIDTH - 134 * MM)
            yield _table(widths, said.SHIFT_HEAD, [said.shift_row(one) for one in annex.shifts])
        head, rows = said.camp_table(annex)
        if rows:
            each = (AREA_WIDTH - 52 * MM) / (len(head) - 1)
            yield _table((52 * MM, *(each,) * (len(head) - 1)), head, rows)
    yield from _list("大家说的（本人同意写进来）", (f"“{quote}”" for quote in annex.quotes))
    if annex.suggestions:
        yield _head("转到正式议程的建议")
        halves = (Column(AREA_WIDTH - 44 * MM), Column(44 * MM))
        yield Rows(halves, ("建议", "谁来办"), said.suggestions(annex), before=2 * MM, after=3 * MM)
    yield body(said.LEFT_OUT)


def _table(widths: Sequence[float], head: Sequence[str], rows: Sequence[Sequence[str]]) -> Rows:
    """Figures in the middle of their columns, all on one page."""
    columns = [Column(width, "center" if at else "left") for at, width in enumerate(widths)]
    return Rows(columns, head, rows, _SMALL, before=2 * MM, after=3 * MM, whole=True)


def _head(text: str) -> Text:
    return Text([Span(text, HEAD_2)], before=4.0, keep=2 * LEADING)


def _list(title: str, lines: Iterator[str]) -> Iterator[Flowable]:
    """A heading with lines, when there are any."""
    found = list(lines)
    if found:
        yield _head(title)
        yield from map(body, found)
