"""Chinese words of the papers: dates, times, shares, percentages, names of codes.

Papers are Chinese whatever the window's language is, so these words do not go through the catalogue.
Percentages are for reading only and are rounded half up to hundredths; every judgement was made on whole
numbers before.
"""

from collections.abc import Callable
from datetime import date, datetime

from meeting_app.documents.text.clean import JOINER
from meeting_app.queries.papers import Contact, Share, VoteRule, VoteTotals, WorkingStep
from meeting_app.wording import amounts

_WEEKDAYS = "一二三四五六日"
_DIGITS = "零一二三四五六七八九"

OUTCOMES = {
    "adopted": "通过",
    "not_adopted": "未通过",
    "no_quorum": "未成会",
    "void": "无效",
    "tie": "票数相等",
    "elected": "当选",
}
METHODS = {
    "hands": "举手",
    "paper": "纸票",
    "card": "票卡",
    "phone": "手机",
    "keypad": "工作人员代录",
    "mixed": "多种方式",
}
STANCES = {
    "for": "赞成",
    "against": "反对",
    "question": "提问",
    "information": "说明",
    "order": "程序问题",
    "order:hearing": "程序问题：听不清、看不见",
    "order:breach": "程序问题：违反规则",
    "order:procedure": "程序问题：会议怎么往下开",
    "order:enquiry": "程序问题：询问程序",
    "reply": "回应",
    "neutral": "意见",
}
CHOICES = (("for", "同意"), ("against", "反对"), ("abstain", "弃权"))
_BASES = {
    "present": "到会成员",
    "members": "全体成员",
    "eligible": "全体成员",
    "cast": "投票人数",
    "valid": "有效票",
    "yes_no": "同意票与反对票之和",
}
_STEPS = {
    "composition": "代表占比",
    "notice": "通知期",
    "notice_period": "通知期",
    "entitled": "应到人数",
    "quorum": "到会人数",
    "tellers_agree": "两人计票相符",
    "reconciliation": "票数相符",
    "adds_up": "票数相符",
    "validity": "票的效力",
    "threshold": "同意票数",
    "majority": "同意票数",
    "tie": "票数相等",
}
_SHORT = {"quorum": "到会", "threshold": "同意", "majority": "同意"}


def day(value: date) -> str:
    """2026年11月28日."""
    return f"{value.year}年{value.month}月{value.day}日"


def short_day(value: date) -> str:
    """11月28日."""
    return f"{value.month}月{value.day}日"


def weekday(value: date) -> str:
    """星期六."""
    return f"星期{_WEEKDAYS[value.weekday()]}"


def clock(value: datetime) -> str:
    """14:30."""
    return f"{value.hour}:{value.minute:02d}"


def span(start: datetime, end: datetime | None) -> str:
    """2026年11月28日14:32至16:31; with the second day where the meeting ran past midnight."""
    text = f"{day(start)}{clock(start)}"
    if end is None:
        return f"{text}开始"
    tail = clock(end) if end.date() == start.date() else f"{short_day(end)}{clock(end)}"
    return f"{text}至{tail}"


def talk(seconds: int) -> str:
    """2分05秒, 45秒."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes}分{rest:02d}秒" if minutes else f"{rest}秒"


def number(value: int) -> str:
    """A small number in Chinese, for headings: 一, 十二, 三十; digits from one hundred on."""
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def percent(part: int, whole: int) -> str:
    """79.69%, with more decimals where two would show a share that was missed; a dash where there is nothing
    to divide by.
    """
    return amounts.percent(part, whole, 2, "—")


def fraction(part: int, whole: int, shown: Callable[[int], str] = str) -> str:
    """29/41＝70.73%, never broken over two lines."""
    return JOINER.join(f"{shown(part)}/{shown(whole)}＝{percent(part, whole)}")


def share(value: Share) -> str:
    """三分之二以上 (includes the number), 过半数, 超过三分之二 (does not)."""
    text = _fraction(value)
    if value.inclusive:
        return f"{text}以上"
    return "过半数" if text == "半数" else f"超过{text}"


def base(rule: VoteRule) -> str:
    """Of whom the share is taken."""
    return _BASES.get(rule.base, "到会成员")


def _whole(members: int, present: int, totals: VoteTotals, rule: VoteRule) -> int:
    """How many the share of a decision is taken of."""
    if rule.base in ("members", "eligible"):
        return members
    voices = totals.in_favour + totals.against
    if rule.base == "yes_no":
        return voices
    if rule.base == "valid":
        return voices + totals.abstain
    return voices + totals.abstain + totals.invalid if rule.base == "cast" else present


def agreed(members: int, present: int, totals: VoteTotals, rule: VoteRule) -> str:
    """Who agreed of all whom the rule counts: 29/41＝70.73%."""
    return fraction(totals.in_favour, _whole(members, present, totals, rule))


OBVIOUS = {
    "adopted": "主持人确认明显多数同意，没有逐一计数。",
    "not_adopted": "主持人确认明显多数反对，没有逐一计数。",
}


def outcome(code: str) -> str:
    """The verdict in the official voice."""
    return OUTCOMES.get(code, "已表决")


def contact(value: Contact) -> str:
    """居委会一楼窗口，周敏，电话5550 0128，工作日9:00至17:00."""
    phone = f"电话{value.phone}" if value.phone else ""
    return "，".join(part for part in (value.place, value.name, phone, value.hours) if part)


def sentence(members: int, present: int, totals: VoteTotals, rule: VoteRule, result: str) -> str:
    """Why the verdict is what it is, in one or two sentences of whole numbers."""
    text = f"应到{members}人，到会{present}人"
    if rule.quorum is not None:
        enough = present >= rule.quorum_needed
        text += f"，{_reached(rule.quorum, enough)}{_fraction(rule.quorum)}（{rule.quorum_needed}人）"
        if not enough:
            return f"{text}，差{rule.quorum_needed - present}人，不能表决。"
    text += f"；{totals.in_favour}人同意"
    if rule.needed is None or result == "no_quorum":
        return f"{text}。"
    short = rule.needed - totals.in_favour
    text += f"，{_reached(rule.decision, short <= 0)}{base(rule)}的{_fraction(rule.decision)}"
    return f"{text}（要{rule.needed}票，差{short}票）。" if short > 0 else f"{text}（要{rule.needed}票）。"


def _fraction(value: Share) -> str:
    """三分之二, 半数."""
    if (value.numerator, value.denominator) == (1, 2):
        return "半数"
    return f"{number(value.denominator)}分之{number(value.numerator)}"


def _reached(value: Share, holds: bool) -> str:
    """达到 takes the number in, 超过 does not."""
    if value.inclusive:
        return "达到" if holds else "不到"
    return "超过" if holds else "没有超过"


def working(step: WorkingStep, totals: VoteTotals, tellers: int) -> tuple[str, str, str]:
    """What is tested, the sum, and what is asked for."""
    label = _STEPS.get(step.code, "核对")
    if step.code in ("adds_up", "reconciliation"):
        names = ("同意", "反对", "弃权", "未举手", "废票")
        values = (totals.in_favour, totals.against, totals.abstain, totals.not_voting, totals.invalid)
        parts = [
            f"{name}{value}" for name, value in zip(names, values, strict=True) if value or name in names[:3]
        ]
        return label, f"{'＋'.join(parts)}＝{sum(values)}", f"到会{step.needed}人"
    if step.code == "tellers_agree":
        return (
            label,
            f"{step.numerator}＝{step.denominator}" if step.holds else "两人数的不同",
            f"{tellers}人一致",
        )
    if step.code in ("notice", "notice_period"):
        return label, f"提前{step.actual}天", f"{step.needed}天以上"
    unit = "人" if step.code in ("quorum", "entitled", "composition") else "票"
    total = f"{step.actual}"
    if step.denominator:
        total = f"{step.actual}/{step.denominator}＝{percent(step.actual, step.denominator)}"
    if step.share is not None and step.code in _SHORT:
        label = f"{_SHORT[step.code]}{share(step.share)}"
    return label, total, f"{step.needed}{unit}以上"
