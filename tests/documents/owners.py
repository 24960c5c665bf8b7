"""A vote of owners by name and area, and an opinion by ranking, as the office confirmed them."""

from dataclasses import replace
from datetime import timedelta

from meeting_app.queries.papers import DecisionNoticePaper, MinutesPaper, VoteTotals
from meeting_app.queries.papers_vote import BallotOption, BallotVote, BallotWorking, Ratio
from tests.documents import samples

_LIFT = (
    "同意3号楼四个单元各加装一部电梯，总价192万元。",
    "（一）一层不出钱，二层以上按楼层系数分摊；政府补贴每部20万元。",
    "（二）电费和维保由使用的住户按户分摊，一层不摊。",
)


def lift() -> BallotVote:
    """72 owners of 6,148.32 m²: 53 for, 8 against, 2 abstaining, 9 did not vote."""
    parts = (("同意", "53", "4,512.60"), ("反对", "8", "—"), ("弃权", "2", "—"))
    sums = (("参加表决", "63", "5,386.04"), ("全体", "72", "6,148.32"))
    return BallotVote(
        item_id="lift", question="3号楼加装电梯", motion=_LIFT, method="记名，是否同意",
        counted="每一项分别计票：同意、反对、弃权。", taken_at=samples.START + timedelta(hours=1),
        verdict="通过", good=True,
        sentence="同意 53（投票数 63 人），四分之三为 48，达到。"
        "同意 4,512.60（投票数 5,386.04平方米），四分之三为 4,039.53，达到。",
        turnout="应到 72 人，到会 63 人。共 63 票：有效 63，空白 0，废票 0。",
        options=tuple(BallotOption(name, figure, "", False, area) for name, figure, area in parts),
        working=(
            BallotWorking("参加", "全体 72 人的三分之二以上", "需 48，实有 63", True),
            BallotWorking("同意", "投票 63 人的四分之三以上", "需 48，实有 53", True),
        ),
        rounds=(), code="37DF 07C8 047A DD0C", lot="", law="《中华人民共和国民法典》第二百七十八条",
        scope="3号楼", without_silent="", figures="得票",
        sums=tuple(BallotOption(name, figure, "", False, area) for name, figure, area in sums),
        ratios=(
            Ratio("参加", 63, 72, False), Ratio("参加", 538_604, 614_832, True),
            Ratio("同意", 53, 63, False), Ratio("同意", 451_260, 538_604, True),
        ),
    )  # fmt: skip


def ranking() -> BallotVote:
    """Four places in an order of preference; the third was chosen."""
    figures = (
        ("2号楼北侧", "26"),
        ("5号楼东侧", "23.5"),
        ("9号楼和10号楼之间", "27.5"),
        ("12号楼南侧", "19"),
    )
    options = tuple(BallotOption(name, figure, "", figure == "27.5") for name, figure in figures)
    return replace(
        lift(), question="先建哪一处充电棚", motion=(), method="记名，按名次记分",
        verdict="意见已听取", good=False, sentence="选出：9号楼和10号楼之间27.5。",
        options=options, sums=(), ratios=(), scope="", figures="分数",
        rounds=("收到16张票：有效16张，空白0张，无效0张。",),
    )  # fmt: skip


def notice() -> DecisionNoticePaper:
    """The public notice of both."""
    return replace(
        samples.decision_notice(),
        mark=samples.mark("晨居公示〔2026〕23号", "owners", samples.decision_notice().mark.issued_on),
        title="关于3号楼加装电梯表决结果的公示", meeting_title="3号楼业主会议", question="", motion=(),
        totals=VoteTotals(0, 0, 0), ballots=(lift(), ranking()),
    )  # fmt: skip


def record() -> MinutesPaper:
    """The minutes with both."""
    paper = samples.minutes()
    first, second, third = paper.items
    return replace(paper, items=(first, replace(second, ballots=(lift(), ranking())), third))
