"""Where a line of Chinese may end (GB/T 15834 and the habits of official papers).

For each place between two characters there are two answers: may the line break here, and may the space here
be stretched.
"""

import re
from enum import IntEnum


class Kind(IntEnum):
    """What a character means for the line."""

    IDEOGRAPH = 0
    OPEN = 1  # may not end a line
    CLOSE = 2  # may not begin a line
    WORD = 3  # letters and digits: a word is not broken
    WORD_CLOSE = 4  # Western punctuation: closes, but inside a number or address it is part of the word
    SPACE = 5
    PAIR = 6  # —— and …… are one sign of two characters


_OPEN = "（《〈“‘「『【〔〖｛［￥＄([{$¥£€第"
_CLOSE = "，。、；：？！）》〉”’」』】〕〗｝］％‰℃·々〻ー～﹏︰㎡㎥°′″，．"
_WORD_CLOSE = ".,:;!?)]}%'"
_WORD = re.compile('[0-9A-Za-z\xc0-\u024f０-９Ａ-Ｚａ-ｚ@#&+=_~/\\\\*<>|"^`\\-−–‐‑²³]')
_PAIRS = "—…⸺─"
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


class _Kinds(dict[str, Kind]):
    """The kind of every character, found out when first asked."""

    def __missing__(self, sign: str) -> Kind:
        self[sign] = found = Kind.WORD if _WORD.match(sign) else Kind.IDEOGRAPH
        return found


_KINDS = _Kinds(
    dict.fromkeys(_OPEN, Kind.OPEN)
    | dict.fromkeys(_CLOSE, Kind.CLOSE)
    | dict.fromkeys(_WORD_CLOSE, Kind.WORD_CLOSE)
    | dict.fromkeys(_PAIRS, Kind.PAIR)
    | {" ": Kind.SPACE}
)
_WORDLIKE = (Kind.WORD, Kind.WORD_CLOSE)


def is_closing(sign: str) -> bool:
    """Whether a character may not begin a line and has room of its own at its right."""
    return _KINDS[sign] == Kind.CLOSE


def is_opening(sign: str) -> bool:
    """Whether a character may not end a line."""
    return _KINDS[sign] == Kind.OPEN


def _may_break(before: Kind, after: Kind, same: bool) -> bool:
    """Whether a line may end between two kinds; `same` says that both are the same character."""
    if after in (Kind.CLOSE, Kind.WORD_CLOSE, Kind.SPACE) or before == Kind.OPEN:
        return False
    if before in _WORDLIKE and after == Kind.WORD:
        return False
    return not (before == after == Kind.PAIR and same)


def _is_loose(before: Kind, after: Kind, same: bool) -> bool:
    """Whether the space between two kinds may be stretched: not inside words, numbers and two-character
    signs.
    """
    if before in _WORDLIKE and after in _WORDLIKE:
        return False
    return not (before == after == Kind.PAIR and same)


_BREAK = {(a, b, same): _may_break(a, b, same) for a in Kind for b in Kind for same in (True, False)}
_LOOSE = {(a, b, same): _is_loose(a, b, same) for a in Kind for b in Kind for same in (True, False)}


def closed_up(text: str) -> list[int]:
    """The places of signs whose following blank half is closed up because another sign stands there."""
    return [match.start() for match in _CLOSED_UP.finditer(text)]


def opportunities(text: str, glued: list[int]) -> tuple[list[bool], list[bool]]:
    """Where lines may begin and spaces may stretch.

    `may_break[i]`: a line may begin with character i. `loose[i]`: the space before character i may be
    stretched. Both have one entry more than the text; the last stands for its end. No line begins at the
    places `glued`.
    """
    kinds = [_KINDS[sign] for sign in text]
    may_break, loose = [False], [False]
    for index in range(1, len(text)):
        key = (kinds[index - 1], kinds[index], text[index - 1] == text[index])
        may_break.append(_BREAK[key])
        loose.append(_LOOSE[key])
    for match in _WHOLE.finditer(text):
        for index in range(match.start() + 1, match.end()):
            may_break[index] = False
    for index in glued:
        may_break[min(index, len(text) - 1)] &= index >= len(text)
    if text:
        may_break.append(True)
        loose.append(False)
    return may_break, loose
