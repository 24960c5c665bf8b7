"""A law as official papers cite it: 《…法》第二十八条、第二十九条."""

from meeting_app.domain.rules.pack import RulePack

_LAWS = {"城市居民委员会组织法": "《中华人民共和国城市居民委员会组织法》"}
# A pack without articles: the new numbering was not at hand, and none is made up.
UNCHECKED = "（条号未核对）"
_DIGITS = "零一二三四五六七八九"


def article(number: int) -> str:
    """An article as it is cited, 1 to 9,999: 第十条, 第二百七十八条, 第一千一百六十五条."""
    said, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            said += ("零" if gap else "") + _DIGITS[digit] + unit
        gap = bool(said) and not digit
    return f"第{said.removeprefix('一') if 10 <= number < 20 else said}条"


def law_of(pack: RulePack) -> str:
    """The law with its articles as they are cited: 《…法》第二十八条、第二十九条; empty for an own rule."""
    if not pack.law:
        return ""
    named = "、".join(article(number) for number in pack.articles)
    return _LAWS.get(pack.law, f"《{pack.law}》") + (named or UNCHECKED)
