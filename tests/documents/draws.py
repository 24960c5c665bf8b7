"""The record of two lots: people drawn from a list by age, and equal votes."""

import hashlib
from datetime import datetime

from meeting_app.domain.privacy import mask_name
from meeting_app.queries.papers_draw import DrawnLot, DrawPaper, TicketLine
from tests.documents import samples
from tests.documents.samples import MEETING, NAMES, START

_FROZEN = hashlib.sha256(b"frozen").hexdigest()
_NUMBER = "381947"


def _lot(
    title: str, told: str, texts: tuple[str, ...], chosen: int, listed_at: datetime | None = None
) -> DrawnLot:
    """Tickets that anyone can work out again."""
    draw = hashlib.sha256(title.encode()).hexdigest()[:32]
    tickets = sorted(
        (hashlib.sha256(f"{draw}|{_FROZEN}|{_NUMBER}|{text}".encode()).hexdigest(), text) for text in texts
    )
    lines = tuple(
        TicketLine(
            at, text, ("60岁以上", "35岁以下")[at % 2] if listed_at else "", digest,
            _fate(at <= chosen, listed_at is not None), at <= chosen,
        )
        for at, (digest, text) in enumerate(tickets, 1)
    )  # fmt: skip
    places = ("60岁以上3人", "35岁以下3人") if listed_at else ()
    return DrawnLot(title, told, draw, _FROZEN, _NUMBER, "赵*康", places, listed_at, lines)


def _fate(chosen: bool, people: bool) -> str:
    """What the product says of a ticket."""
    if people:
        return "抽中" if chosen else "候补"
    return "排在前面的胜出" if chosen else ""


def paper() -> DrawPaper:
    """Six of twelve residents for a table, and one of two plans with equal votes."""
    people = tuple(f"{at:03d} {mask_name(name)}" for at, name in enumerate(NAMES[:12], 1))
    return DrawPaper(
        samples.mark("晨居抽〔2026〕1号", "draw"), f"{MEETING}抽签记录", MEETING,
        (
            _lot("抽选居民代表列席", "从12人里抽6人，按年龄分组。", people, 6, START),
            _lot("两个方案票数相等", "方案甲和方案乙各17票。", ("方案甲：北侧外挂", "方案乙：南侧外挂"), 1),
        ),
    )  # fmt: skip
