"""Nasty texts, and contents in which everything that people type is one of them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from meeting_app.queries.papers import PaperMark

LONG = "关于" + "进一步加强和改进小区公共区域车辆停放以及充电设施建设管理工作" * 4
RARE = "梁㛃冯䶮郑𬱖"
MARKUP = "A&B <甲></w:t><b>乙&amp;{name}%s"
NASTY: dict[str, str] = {
    "title of 120": LONG,
    "rare names, control characters, markup": f"{RARE}\x00\u202e\u200b\r\n{MARKUP}",
    "right to left": "שלום عليكم",
    "emoji": "好👍🏽的",
    "one long word": "W" * 90,
    "only spaces": " \u3000\t ",
    "nothing": "",
}
# Fields whose words are codes of the domain, not what people type.
_CODES = frozenset(
    "mark form state outcome method stance kind code base serial check_in law distribution "
    "trigger effects before after".split()
)


def dirtied(value: Any, text: str, name: str = "") -> Any:
    """The content with every text that people type replaced."""
    if name in _CODES or isinstance(value, PaperMark):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(dirtied(one, text, name) for one in value[:3])
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: dirtied(getattr(value, one.name), text, one.name) for one in fields(value)}
        return replace(value, **changed)
    return value
