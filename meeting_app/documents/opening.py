"""How many came to the opening, whether that was enough, and why the meeting opened all the same."""

from meeting_app.queries.paper_opening import OpeningQuorum
from meeting_app.queries.papers import MinutesPaper


def came(paper: MinutesPaper) -> str:
    """The sentences of the minutes on who came."""
    if paper.opening is not None:
        return _by_kind(paper, paper.opening)
    if not paper.expected:
        return f"先后到会{sum(bool(one.stays) for one in paper.attendance)}人，名单附后。"
    text = f"应到{paper.expected}人，开会时实到{paper.present}人"
    return f"{text}，{_enough(paper.quorum_needed - paper.present, paper.quorum_needed, '法定')}"


def _by_kind(paper: MinutesPaper, quorum: OpeningQuorum) -> str:
    """The quorum of the meeting's kind: by persons, and for owners by area."""
    asked = "法定" if quorum.legal else "规定"
    if quorum.area_needed_c:
        whole = f"{quorum.houses}业主{quorum.eligible}人，专有部分{_metres(quorum.area_whole_c)}平方米"
        here = f"开会时参加{quorum.present}人，{_metres(quorum.area_here_c)}平方米"
        text = f"{whole}；{here}"
    else:
        text = f"应到{quorum.eligible}人，开会时{'参加' if quorum.represented else '实到'}{quorum.present}人"
    if quorum.represented:
        text += f"（其中委托代表{quorum.represented}人）"
    return f"{text}，{_judged(quorum, asked)}{_because(quorum)}"


def _judged(quorum: OpeningQuorum, asked: str) -> str:
    if not quorum.area_needed_c or quorum.short:
        return _enough(quorum.short, quorum.needed, asked)
    if quorum.short_area_c:
        least = _metres(quorum.area_needed_c)
        return f"面积差{_metres(quorum.short_area_c)}平方米，不够{asked}的{least}平方米。"
    return f"人数和面积都达到{asked}的数，会议有效。"


def _enough(short: int, needed: int, asked: str) -> str:
    if not needed:
        return "名单附后。"
    if short > 0:
        return f"差{short}人，不够{asked}的{needed}人。"
    return f"达到{asked}的{needed}人，会议有效。"


def _because(quorum: OpeningQuorum) -> str:
    return f"人数不够仍然开会，理由：{quorum.short_reason.rstrip('。')}。" if quorum.short_reason else ""


def _metres(area_c: int) -> str:
    """Square metres from hundredths, without needless noughts: 6148.32, 88.6, 90."""
    whole, rest = divmod(area_c, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
