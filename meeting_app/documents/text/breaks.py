"""Where a line of Chinese may end (GB/T 15834 and the habits of official papers).

For each place between two characters there are two answers: may the line break here, and may the space here
be stretched.
"""

import re

_OPEN = "（《〈“‘「『【〔〖｛［￥＄([{$¥£€第"
_CLOSE = "，。、；：？！）》〉”’」』】〕〗｝］％‰℃·々〻ー～﹏︰㎡㎥°′″，．"
_WORD_CLOSE = ".,:;!?)]}%'"
_WORD = '0-9A-Za-z\xc0-\u024f０-９Ａ-Ｚａ-ｚ@#&+=_~/\\\\*<>|"^`\\-−–‐‑²³'
# Signs of a full em with ink in one half only: where two meet, half an em between them is closed up.
_BLANK_RIGHT = "，。、；：）》〉”’」』】〕〗"
_BLANK_LEFT = "（《〈“‘「『【〔〖"
_CLOSED_UP = re.compile(
    f"[{_BLANK_RIGHT}](?=[{_BLANK_RIGHT}！？{_BLANK_LEFT}])|[{_BLANK_LEFT}](?=[{_BLANK_LEFT}])"
)

_UNITS = (
    "平方公里|万平方米|平方千米|个工作日|个自然日|个百分点|平方米|立方米|工作日|公里|"
    "厘米|毫米|千米|千克|公斤|小时|分钟|秒钟|个月|万元|亿元|万人|号楼|单元|层楼|"
    "人次|周年|年度|年|月|日|号|楼|层|户|人|票|元|角|分|秒|时|点|米|名|项|"
    "条|款|页|份|张|次|万|亿|天|周|室|岁|倍|成|届|字|部|台|座|栋|桌|席|个|"
    "位|家|棵|盏|件|批|组|期|轮|步|级|度|吨|克|斤|里|亩|折"
)
# What stays on one line: a number with what it counts, an ordinal, the year of a reference number.
_WHOLE = re.compile(
    rf"第?[0-9０-９][0-9０-９.,:：]{{0,11}} ?(?:[%％‰℃㎡]|{_UNITS})"
    r"|〔[0-9]{4}〕[0-9]{1,5}号|[0-9]{3,4} [0-9]{4}"
)


_CLOSING, _OPENING = frozenset(_CLOSE), frozenset(_OPEN)
_LETTERS = f"[{_WORD}{re.escape(_WORD_CLOSE)}]"
# —— and …… are one sign of two characters.
_PAIR = "(?<=—)—|(?<=…)…|(?<=⸺)⸺|(?<=─)─"
# The characters that no line begins with where they stand: closing signs, spaces, what follows an opening
# sign, the inside of words and of signs of two characters.
_HELD = re.compile(
    f"[{re.escape(_CLOSE + _WORD_CLOSE)} ]|(?<=[{re.escape(_OPEN)}]).|(?<={_LETTERS})[{_WORD}]|{_PAIR}"
)
# The characters before which no space is stretched.
_TIGHT = re.compile(f"(?<={_LETTERS}){_LETTERS}|{_PAIR}")


def is_closing(sign: str) -> bool:
    """Whether a character may not begin a line and has room of its own at its right."""
    return sign in _CLOSING


def is_opening(sign: str) -> bool:
    """Whether a character may not end a line."""
    return sign in _OPENING


def closed_up(text: str) -> list[int]:
    """The places of signs whose following blank half is closed up because another sign stands there."""
    return [match.start() for match in _CLOSED_UP.finditer(text)]


def opportunities(text: str, glued: list[int]) -> tuple[bytearray, bytearray]:
    """Where lines may begin and spaces may stretch, as one byte of 1 or 0 for each place.

    `may_break[i]`: a line may begin with character i. `loose[i]`: the space before character i may be
    stretched. Both have one entry more than the text; the last stands for its end. No line begins at the
    places `glued`.
    """
    may_break, loose = bytearray(b"\1" * len(text)), bytearray(b"\1" * len(text))
    may_break[:1] = loose[:1] = bytes(len(text[:1]))
    for match in _HELD.finditer(text):
        may_break[match.start()] = 0
    for match in _TIGHT.finditer(text):
        loose[match.start()] = 0
    for match in _WHOLE.finditer(text):
        first, end = match.span()
        may_break[first + 1 : end] = bytes(end - first - 1)
    for index in glued:
        if index < len(text):
            may_break[index] = 0
    return may_break + b"\1", loose + b"\0"
