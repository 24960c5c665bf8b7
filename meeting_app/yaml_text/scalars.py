"""What an unquoted word means: a whole number, a decimal, true, false, null or a text - and which words are
refused because other readers take them for something else.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from meeting_app.yaml_text.nodes import Kind, Scalar

MOST_DIGITS: Final = 18
_WORDS: Final[dict[str, tuple[Kind, Scalar]]] = {
    "": (Kind.NOTHING, None),
    "null": (Kind.NOTHING, None),
    "true": (Kind.FLAG, True),
    "false": (Kind.FLAG, False),
}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
# Words that YAML 1.1 reads as yes, no or nothing.
_YES_NO: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false"))
_NOTHING: Final = frozenset(("null", "~"))
_CLOCK: Final = re.compile(r"[-+]?[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?")
# Octal, hexadecimal, binary, signs, underscores, exponents, bare points, infinities.
_ODD_NUMBER: Final = re.compile(
    r"[-+]?(?:0[0-9_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


def refused(word: str) -> str:
    """The code of what is wrong with an unquoted word; "" when it is clear."""
    if word in _WORDS:
        return ""
    if word.lower() in _YES_NO:
        return "yes_no"
    if word.lower() in _NOTHING:
        return "nothing"
    if _CLOCK.fullmatch(word):
        return "clock"
    if _NUMBER.fullmatch(word) or _DECIMAL.fullmatch(word):
        return "number_too_long" if len(word) > MOST_DIGITS + 1 else ""
    if _ODD_NUMBER.fullmatch(word):
        return "odd_number"
    return "wide_number" if _wide_number(word) else ""


def _wide_number(word: str) -> bool:
    """Whether it would be a number or a clock time in half-width characters."""
    narrow = unicodedata.normalize("NFKC", word)
    return narrow != word and any(form.fullmatch(narrow) for form in (_ODD_NUMBER, _CLOCK))


def meaning(word: str) -> tuple[Kind, Scalar]:
    """Kind and value of an unquoted word that is not refused."""
    if word in _WORDS:
        return _WORDS[word]
    if _NUMBER.fullmatch(word):
        return Kind.NUMBER, int(word)
    if _DECIMAL.fullmatch(word):
        return Kind.DECIMAL, Decimal(word)
    return Kind.TEXT, word
