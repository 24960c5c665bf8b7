"""Questions to set ballots from: all fiction."""

from dataclasses import replace

from meeting_app.queries.ballot_papers import SPECIMEN
from meeting_app.queries.papers_ballot import BallotOption, BallotPaper, BallotQuestion, BallotSlip
from tests.documents import samples

_WORK = ("退休教师", "电工", "护士", "快递员")
_PROJECTS = (
    ("2号楼前修缮凉亭", 5_200_000),
    ("东门装人行道闸", 3_800_000),
    ("共享花园补种", 2_100_000),
    ("健身角换器材", 6_750_000),
    ("全小区楼道灯换声控", 9_800_000),
)
_PLANS = ("方案甲：北侧外挂，入户平台", "方案乙：南侧外挂", "方案丙：楼道内改造", "方案丁：暂时不装")


def slips(count: int, holder: tuple[str, ...] = ()) -> tuple[BallotSlip, ...]:
    """Slips with serials in a row and codes that do not follow from them."""
    return tuple(
        BallotSlip(f"{at:04d}", f"YSTB:7K2Q:{at:04d}:{at * 7919 % 10**7:07d}", holder)
        for at in range(1, count + 1)
    )


def paper(question: BallotQuestion, count: int = 4, per_sheet: int = 0) -> BallotPaper:
    """Secret ballots of the residents' representatives."""
    mark = samples.mark("晨居票〔2026〕3号", "ballot")
    return BallotPaper(mark, "晨光社区居民代表会议表决票", question, slips(count), True, per_sheet)


def yes_no() -> BallotQuestion:
    """A short question that fits a quarter of a sheet."""
    return BallotQuestion("yes_no", "成立停车自治小组", ("小组由7人组成，任期一年，推选产生。",))


def by_name() -> BallotPaper:
    """An owners' vote by name, with the whole text."""
    question = BallotQuestion("yes_no", samples.QUESTION, samples.MOTION)
    mark = samples.mark("晨居票〔2026〕4号", "named")
    holder = ("2单元　85.41平方米",)
    return BallotPaper(mark, "晨光社区3号楼业主会议表决票", question, slips(4, holder), secret=False)


def specimen() -> BallotPaper:
    """The face of a secret ballot as it is filed."""
    return replace(paper(yes_no()), slips=(SPECIMEN,), specimen=True)


def persons(method: str, count: int, most: int = 1) -> BallotQuestion:
    """Persons to choose from, with where they live and what they do."""
    options = tuple(
        BallotOption(samples.NAMES[at % len(samples.NAMES)], f"{1 + at // 4}号楼，{_WORK[at % 4]}")
        for at in range(count)
    )
    return BallotQuestion(method, "推选晨光社区居民议事员", (), options, most)


def budget() -> BallotQuestion:
    """Projects with what they cost."""
    options = tuple(BallotOption(text, "", cost) for text, cost in _PROJECTS)
    text = ("社区公共收益拿出20万元，请大家选办什么。",)
    return BallotQuestion("budget", "2027年微更新项目", text, options, budget_fen=20_000_000)


def gradient() -> BallotQuestion:
    """Four plans to be graded."""
    options = tuple(BallotOption(text) for text in _PLANS)
    return BallotQuestion("gradient", "3号楼加装电梯的四个方案，您的态度", (), options)
