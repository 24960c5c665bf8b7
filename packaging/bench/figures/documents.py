"""How long papers take, and how large they become, beside two others in the same run."""

from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import document_peers
from bench.figures.document_peers import cpu_ms
from bench.registry import Figure, measurement
from meeting_app.documents import render
from meeting_app.documents.preview import page_picture, page_sizes
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
from meeting_app.queries.papers_ballot import BallotPaper, BallotQuestion, BallotSlip

_START = datetime(2026, 11, 28, 14, 30, tzinfo=timezone(timedelta(hours=8)))
_MARK = PaperMark("晨居记〔2026〕5号", "7K2Q-9M4D-X8TC", "ab" * 32, "晨光社区居民委员会", date(2026, 11, 28))
_RULE = VoteRule(
    "《城市居民委员会组织法》第二十八条", 200, Share(2, 3, True), 134, Share(1, 2, False), "present", 91
)
_GIST = "电费和服务费每度1.15元，差额进公共收益账户；充满后1小时内驶离，“第一次提醒”——第二次张贴通知。"
# Speeches differ, so that nothing that is remembered makes the paper quicker than it would be in a hall.
_CLAUSES = (
    "电动自行车先充电后收费，老人由志愿者帮忙扫码",
    "北门晚上十点以后只留小门，12号楼绕行200米",
    "雨棚的造价是86,400元，低层住户少出三成",
    "“谁受益谁出钱”听着公平，可一楼的墙也要开孔",
    "垃圾桶移到3号楼东侧，夏天每天清两次",
    "花坛边的座椅留下，去年冬天摔过人的台阶改坡道",
    "停车位先满足有孩子和病人的家庭，其余的抽签",
    "物业账目每季度在公示栏贴出来，随时可以查",
    "噪声测下来是58分贝，孩子晚上九点就要睡",
    "绿化补种要选不招虫的树，浇水算谁的工时",
    "我同意试行三个月，到明年2月28日再看一次数字",
)


def _gist(at: int) -> str:
    count = len(_CLAUSES)
    return f"{_CLAUSES[at % count]}，{_CLAUSES[(at * 3 + at // count + 4) % count]}。"


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
        speeches = tuple(
            MinutesSpeech("李桂芳", "for", _START, 95, _gist(at * 15 + turn)) for turn in range(15)
        )
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


def _ballots() -> BallotPaper:
    """800 ballots with a code each, four on a sheet."""
    slips = tuple(BallotSlip(f"{at:04d}", f"YSTB:7K2Q9M4DX8TC:01:{at:04d}") for at in range(1, 801))
    question = BallotQuestion("yes_no", "成立停车自治小组", ("小组由7人组成，任期一年。",))
    return BallotPaper(_MARK, "晨光社区居民代表会议表决票", question, slips)


def _warm(kind: str, content: object, rounds: int) -> tuple[float, ...]:
    return tuple(cpu_ms(lambda: render.pdf(kind, content)) for _ in range(rounds))


def _peers(paper: MinutesPaper, rounds: int) -> list[Figure]:
    """The same words by the two others; the best of their rounds, as they had time to warm up."""
    conditions = "the same words without bars, codes, tags and PDF/A"
    document_peers.stock(paper)
    platypus = tuple(cpu_ms(lambda: document_peers.stock(paper)) for _ in range(rounds))
    figures = [Figure("the same by stock ReportLab, warm", platypus, "ms CPU", None, "", conditions)]
    with TemporaryDirectory() as folder:
        setter = document_peers.typst_setter(paper, Path(folder))
        if setter is None:
            return figures
        first = cpu_ms(setter)
        again = tuple(cpu_ms(setter) for _ in range(rounds))
        figures.append(Figure("the same by typst, first", (first,), "ms CPU", None, "", conditions))
        figures.append(Figure("the same by typst, warm", again, "ms CPU", None, "", "its cache is kept"))
    return figures


@measurement("documents")
def documents(rounds: int) -> list[Figure]:
    """CPU time of minutes, ballots and badges, first and warm, and of a page's picture."""
    paper = _minutes()
    first = cpu_ms(lambda: render.pdf("minutes", paper))
    pdf = render.pdf("minutes", paper)
    warm = _warm("minutes", paper, rounds)
    ballots_first = cpu_ms(lambda: render.pdf("ballot", _ballots()))
    ballots = _warm("ballot", _ballots(), min(rounds, 5))
    badges = _warm("badges", _badges(), min(rounds, 3))
    picture = tuple(cpu_ms(lambda: page_picture(pdf, 1, 800)) for _ in range(rounds))
    conditions = f"300 speeches, 20 votes, 200 people, {len(page_sizes(pdf))} pages, tagged, PDF/A-1b"
    size, sheets = len(pdf) / 1000, "four on a sheet, PDF/A-1b"
    return [
        Figure("minutes, first of the process", (first,), "ms CPU", 500, "", f"{conditions}, fonts loaded"),
        Figure("minutes, warm", warm, "ms CPU", 150, "stock ReportLab below", conditions),
        Figure("minutes, size", (size,), "kB", 700, "typst 711", conditions),
        *_peers(paper, min(rounds, 5)),
        Figure("800 ballots with codes, first", (ballots_first,), "ms CPU", 500, "", sheets),
        Figure("800 ballots with codes, warm", ballots, "ms CPU", 300, "typst 199 without codes", sheets),
        Figure("500 badges, warm", badges, "ms CPU", 2500, "", "500 different codes"),
        Figure("picture of a page", picture, "ms CPU", 100, "", "800 pixels wide"),
    ]
