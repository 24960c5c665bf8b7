"""How long papers take, and how large they become.

The peers are figures of minutes with 300 speeches, 20 votes and 200 people on such a machine, there 14 to
27 pages and here 72: ReportLab's own paragraphs 191 ms and typst 50 ms of CPU warm, WeasyPrint 2,604 ms.
"""

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import cache

from bench.registry import Figure, measurement
from meeting_app.documents.badges import badge_sheet
from meeting_app.documents.minutes import minutes
from meeting_app.documents.preview import page_picture
from meeting_app.queries.papers import (
    Attendee,
    Badge,
    BadgeSheet,
    MinutesItem,
    MinutesPaper,
    MinutesSpeech,
    MinutesVote,
    PaperMark,
    Presence,
    Share,
    TellerCount,
    VoteRule,
    VoteTotals,
    WorkingStep,
)

_START = datetime(2026, 11, 28, 14, 30, tzinfo=timezone(timedelta(hours=8)))
_MARK = PaperMark("晨居记〔2026〕5号", "7K2Q-9M4D-X8TC", "ab" * 32, "晨光社区居民委员会", date(2026, 11, 28))
_RULE = VoteRule(
    "《城市居民委员会组织法》第二十八条", 200, Share(2, 3, True), 134, Share(1, 2, False), "present", 91
)
_GIST = "电费和服务费每度1.15元，差额进公共收益账户；充满后1小时内驶离，“第一次提醒”——第二次张贴通知。"


def _vote(at: int) -> MinutesVote:
    step = WorkingStep("threshold", 120, 180, 91, 120, True, _RULE.decision)
    tellers = (TellerCount("赵永康", 120, 40, 20), TellerCount("王秀兰", 120, 40, 20))
    return MinutesVote(
        f"第{at}项办法",
        (_GIST,),
        "hands",
        _START,
        200,
        180,
        VoteTotals(120, 40, 20),
        tellers,
        _RULE,
        (step, step, step),
        "adopted",
    )


@cache
def _minutes() -> MinutesPaper:
    """300 speeches and 20 votes in 20 items, 200 people."""
    items = []
    for at in range(1, 21):
        speeches = tuple(MinutesSpeech("李桂芳", "for", _START, 95, _GIST) for _ in range(15))
        items.append(MinutesItem(at, f"第{at}项办法", _START, _START, "周敏", (), speeches, (_vote(at),)))
    stay = (Presence(_START, None),)
    people = tuple(Attendee(at, "欧阳秀兰", "居民代表", "present", "3号楼", stay) for at in range(1, 201))
    return MinutesPaper(
        _MARK,
        "record",
        "晨光社区居民代表会议记录",
        _START,
        _START,
        "议事厅",
        "周敏",
        "何晓雯",
        (),
        200,
        180,
        134,
        people,
        tuple(items),
    )


def _badges() -> BadgeSheet:
    badges = tuple(Badge(at, "欧阳秀兰", f"YST*A{at:05d}", "居民代表", "3号楼") for at in range(1, 501))
    return BadgeSheet(_MARK, "晨光社区居民代表会议", _START.date(), badges)


def _cpu_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


@measurement("documents")
def documents(rounds: int) -> list[Figure]:
    """CPU time of minutes and badges, first and warm, and of a page's picture."""
    paper = _minutes()
    first = _cpu_ms(lambda: minutes(paper))
    pdf = minutes(paper)
    warm = tuple(_cpu_ms(lambda: minutes(paper)) for _ in range(rounds))
    badges = tuple(_cpu_ms(lambda: badge_sheet(_badges())) for _ in range(min(rounds, 3)))
    picture = tuple(_cpu_ms(lambda: page_picture(pdf, 1, 800)) for _ in range(rounds))
    conditions = "300 speeches, 20 votes, 200 people, 64 pages"
    return [
        Figure(
            "minutes, first of the process",
            (first,),
            "ms CPU",
            900,
            "",
            f"{conditions}, with loading of fonts",
        ),
        Figure("minutes, warm", warm, "ms CPU", 400, "stock ReportLab 191, typst 50", conditions),
        Figure("minutes, size", (len(pdf) / 1000,), "kB", 700, "typst 711", conditions),
        Figure("500 badges, warm", badges, "ms CPU", 2500, "", "500 different codes"),
        Figure("picture of a page", picture, "ms CPU", 100, "", "800 pixels wide"),
    ]
