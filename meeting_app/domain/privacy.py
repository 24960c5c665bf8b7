"""What of a person may stand on a public paper (decisions.md 11; 个人信息保护法 arts 6, 25).

Two characters: 张*; three and more: first and last, 王*兰; compound surnames keep both characters; a name
with · keeps its first part masked by the same rule. Never a room number: the stairway instead.
"""

COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 "
    "太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 "
    "漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门".split()
)

# The dot inside a name is typed in many ways; all of them part it.
_DOTS = str.maketrans(dict.fromkeys("•‧・･∙⋅", "·"))


def mask_name(name: str) -> str:
    """The name as it may be printed in public; a name of one character is left out altogether as *."""
    name = name.strip().translate(_DOTS)
    if "·" in name:
        return mask_name(name.split("·", 1)[0]) + "·*"
    surname = 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1
    given = len(name) - surname
    if len(name) <= 1:
        return "*"
    if given <= 1:
        return name[:surname] + "*"
    return name[:surname] + "*" * (given - 1) + name[-1]
