"""When something happens in a play, in words: by the clock where the time is known, else by minutes."""

from datetime import timedelta
from typing import Final

from meeting_app.documents import words
from meeting_app.queries.papers_roleplay import Accepting, Step

MODES: Final = {
    "individual": "各人自己",
    "table": "各桌",
    "caucus": "同边的人",
    "plenary": "全场",
    "rotate": "换桌",
    "fishbowl": "里圈外圈",
}


def start(step: Step, after: int = 0) -> str:
    """14:35, or 第12分 from the beginning of the play."""
    if step.at is None:
        return f"第{step.minute + after}分"
    return words.clock(step.at + timedelta(minutes=after))


def mode(step: Step) -> str:
    """Who works with whom."""
    return MODES.get(step.mode, "")


def accepting(rule: Accepting) -> str:
    """When a proposal is accepted."""
    text = f"{rule.voices}个有分数的角色里至少{rule.least}个同意"
    if rule.vetoes:
        text += f"，其中{'、'.join(rule.vetoes)}一定要同意"
    text += f"，方案就成。每桌最多提{rule.rounds}次"
    return f"{text}，由{rule.proposer}来提。" if rule.proposer else f"{text}，谁都可以提。"
