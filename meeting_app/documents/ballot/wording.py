"""What a ballot paper says: how to mark it, and what makes it void."""

from dataclasses import dataclass

from meeting_app.domain.tally.gradient import STEPS
from meeting_app.queries.papers_ballot import RANKED, BallotOption, BallotQuestion

YES_NO = (BallotOption("同意"), BallotOption("反对"), BallotOption("弃权"))
GRADES = ("全力支持", "支持", "可以接受", "不赞成但不阻拦", "不能接受")
_FREE_RANKS = ("borda", "schulze")
STARS = 5
_AGAIN = "填错了，交回旧票，换一张再投。"
_FOREIGN = "认不出填的是什么，或者不是本次发的票，无效。"


@dataclass(frozen=True, slots=True)
class Guide:
    """The line in bold above the options, the sentence below it, and what makes a ballot void."""

    lead: str
    detail: str
    voids: tuple[str, ...]


def options_of(question: BallotQuestion) -> tuple[BallotOption, ...]:
    """The options as they are printed."""
    if question.method == "yes_no" and len(question.options) < 2:
        return YES_NO
    return question.options or (BallotOption(question.question),)


def is_table(question: BallotQuestion) -> bool:
    """Whether several matters stand below each other, each to be answered with yes, no or abstention."""
    return question.method == "yes_no" and len(question.options) > 1


def has_words(question: BallotQuestion) -> bool:
    """Whether the steps of the scale are words above the rows, not figures in them."""
    return question.method == "gradient" or is_table(question)


def scale_of(question: BallotQuestion) -> tuple[str, ...]:
    """The steps of a row's scale; empty for methods with one box a row."""
    if question.method == "gradient":
        return question.grades or GRADES
    if is_table(question):
        return tuple(option.text for option in YES_NO)
    if question.method in ("score", "star"):
        top = STARS if question.method == "star" else max(1, question.most)
        return tuple(str(step) for step in range(top + 1))
    return ()


def step_numbers(question: BallotQuestion) -> tuple[str, ...]:
    """The numbers of the usual five steps, 5 to 1, as they are typed and counted; none of other scales."""
    return tuple(map(str, STEPS)) if question.method == "gradient" and not question.grades else ()


def writes_number(question: BallotQuestion) -> bool:
    """Whether a number is written into the box, not a tick."""
    return question.method in RANKED or question.method == "dots"


def yuan(fen: int) -> str:
    """12850元, 3.5万元, 6.75万元, 1234.56元: in ten thousands where two decimals say it exactly."""
    if fen >= 1_000_000 and fen % 10_000 == 0:
        whole, rest = divmod(fen // 10_000, 100)
        return f"{whole}{f'.{rest:02d}'.rstrip('0') if rest else ''}万元"
    return f"{fen // 100}元" if fen % 100 == 0 else f"{fen // 100}.{fen % 100:02d}元"


def guide(question: BallotQuestion) -> Guide:
    """How this question is marked, and which ballots do not count (as `domain.tally` reads them)."""
    if question.method in RANKED:
        found = _ranks(question)
    elif question.method in ("budget", "equal_shares"):
        found = _money(question)
    elif question.method in ("choose_k", "election"):
        found = _several(question)
    else:
        found = _others(question)
    return Guide(found.lead, found.detail, (*found.voids, _FOREIGN, _AGAIN))


def _ranks(question: BallotQuestion) -> Guide:
    lead = "把您的先后写成数字：最想要的写1，其次写2。"
    detail = "可以只写前几个，不用全写。"
    if question.method in _FREE_RANKS:
        return Guide(lead, f"{detail}一样想要的，写一样的数字。", ("一个数字也没写，是空白票。",))
    if question.method == "stv":
        detail = f"选出{max(1, question.most)}名。{detail}"
    return Guide(lead, detail, ("没有写1，或者有两个1，无效。", "后面的数字重复或跳过，从那里起不算。"))


def _several(question: BallotQuestion) -> Guide:
    most = max(1, min(question.most, len(options_of(question))))
    voids = (f"选了{most + 1}个或更多，整张无效。", "一个也没选，是空白票。")
    return Guide(f"最多选{most}个，在方框里打√。", "可以少选，不能多选。", voids)


def _money(question: BallotQuestion) -> Guide:
    blank = "一个也没选，是空白票。"
    if question.method == "budget" and question.budget_fen:
        return Guide(
            f"在想支持的项目前打√，总共不超过{yuan(question.budget_fen)}。",
            "每个项目后面写着要花的钱，请自己加一加。",
            ("加起来超过总数，整张无效。", blank),
        )
    if question.most > 1:
        return Guide(
            f"在想支持的项目前打√，最多{question.most}个。",
            "可以少选，不能多选。",
            (f"选了{question.most + 1}个或更多，整张无效。", blank),
        )
    return Guide("在想支持的项目前打√。", "想支持几个，就打几个。", (blank,))


def _others(question: BallotQuestion) -> Guide:
    most = max(1, question.most)
    rows = ("一行打了两个，这一行不算。", "一行也没打，是空白票。")
    rings = ("一行圈了两个，这一行不算。", "一行也没圈，是空白票。")
    one = ("打了两个或更多，无效。", "一个也没打，是空白票。")
    made = {
        "choose_one": Guide("在一个方框里打√。", "只能选一个。", one),
        "dots": Guide(
            f"您有{most}个点，把点数写在方框里。",
            "可以都给一个，也可以分给几个；不给的空着。",
            (f"加起来超过{most}点，整张无效。", "一个数也没写，是空白票。"),
        ),
        "score": Guide(
            f"每一行圈一个分数，0分最低，{most}分最高。", "几行可以给一样的分；没圈的不得分。", rings
        ),
        "star": Guide(
            "每一行圈一个数：0颗星到5颗星，越多越好。", "先比总星数，前两名再比谁被更多人排在前面。", rings
        ),
        "gradient": Guide("每一行在最合您心意的一格里打√。", "不是只有同意和反对，请选最接近的一格。", rows),
    }
    if is_table(question):
        return Guide("每一行在一个方框里打√。", "不想表态的行可以空着。", rows)
    return made.get(question.method, Guide("在一个方框里打√。", "", one))
