"""What a ballot paper says: how to mark it, and what makes it void."""

from dataclasses import dataclass

from meeting_app.queries.papers_ballot import RANKED, BallotOption, BallotQuestion

YES_NO = (BallotOption("同意"), BallotOption("反对"), BallotOption("弃权"))
GRADES = ("完全同意", "同意", "可以接受", "有顾虑", "不同意")
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
    if question.options:
        return question.options
    return YES_NO if question.method == "yes_no" else (BallotOption(question.question),)


def scale_of(question: BallotQuestion) -> tuple[str, ...]:
    """The steps of a row's scale; empty for methods with one box a row."""
    if question.method == "gradient":
        return question.grades or GRADES
    if question.method in ("score", "star"):
        top = STARS if question.method == "star" else max(1, question.most)
        return tuple(str(step) for step in range(top + 1))
    return ()


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
    """How this question is marked."""
    count = len(options_of(question))
    most = max(1, min(question.most, count))
    one = Guide("在一个方框里打√。", "只能选一个。", ("打了两个或更多，无效。", "一个也没打，是空白票。"))
    ranked = Guide(
        "把您的先后写成数字：最想要的写1，其次写2。",
        "可以只写前几个，不用全写。",
        ("没有写1，或者有两个1，无效。", "后面的数字重复或跳过，从那里起不算。"),
    )
    made = {
        "yes_no": Guide("在一个方框里打√。", "", one.voids),
        "choose_one": one,
        "choose_k": Guide(
            f"最多选{most}个，在方框里打√。",
            "可以少选，不能多选。",
            (f"选了{most + 1}个或更多，整张无效。", "一个也没选，是空白票。"),
        ),
        "dots": Guide(
            f"您有{question.most}个点，把点数写在方框里。",
            "可以都给一个，也可以分给几个；不给的空着。",
            (f"加起来超过{question.most}点，整张无效。", "一个数也没写，是空白票。"),
        ),
        "score": Guide(
            f"每一行圈一个分数，0分最低，{max(1, question.most)}分最高。",
            "几行可以给一样的分。",
            ("一行圈了两个，这一行不算。", "一行也没圈，是空白票。"),
        ),
        "star": Guide(
            "每一行圈一个数：0颗星到5颗星，越多越好。",
            "先比总星数，前两名再比谁被更多人排在前面。",
            ("一行圈了两个，这一行不算。", "一行也没圈，是空白票。"),
        ),
        "stv": Guide(ranked.lead, f"选出{max(1, question.most)}名。可以只写前几个，不用全写。", ranked.voids),
        "budget": Guide(
            f"在想支持的项目前打√，总共不超过{yuan(question.budget_fen)}。",
            "每个项目后面写着要花的钱，请自己加一加。",
            ("加起来超过总数，整张无效。", "一个也没选，是空白票。"),
        ),
        "gradient": Guide(
            "每一行在最合您心意的一格里打√。",
            "不是只有同意和反对，请选最接近的一格。",
            ("一行打了两个，这一行不算。", "一行也没打，是空白票。"),
        ),
    }
    found = made.get(question.method, ranked)
    return Guide(found.lead, found.detail, (*found.voids, _FOREIGN, _AGAIN))
