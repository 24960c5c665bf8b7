"""Makes any text printable as far as that is possible without changing what it says.

Control characters, zero-width signs, byte-order marks and variation selectors go; line ends of all kinds
become "\\n"; letters with separate accents are composed. U+2060 (word joiner) stays: it is our own sign for
"do not break the line here".
"""

import re
import unicodedata

JOINER = "\u2060"

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2061-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SPACE = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Normalising would turn compatibility ideographs, which occur in names, into other characters.
_COMPOSABLE = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
# Papers set numbers close to the words beside them, whatever a screen does: 48人, not 48 人. Codes stay
# apart.
_LOOSE = re.compile(
    "(?<=[\u4e00-\u9fff]) (?=[0-9][0-9.,:]*(?![0-9.,:A-Za-z-]))|(?<=[0-9]) (?=[\u4e00-\u9fff])"
)
_PLAIN = re.compile("[\n -~\u2014\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*")


def clean(text: str) -> str:
    """The text as it can be set; empty in, empty out."""
    if _PLAIN.fullmatch(text):
        return _LOOSE.sub("", text) if " " in text else text
    text = _LINE_END.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACE.sub(" ", text)
    return _COMPOSABLE.sub(lambda part: unicodedata.normalize("NFC", part[0]), _LOOSE.sub("", text))


def one_line(text: str) -> str:
    """The text without line ends, for places that have one line."""
    return " ".join(clean(text).split("\n")).strip()


def titled(title: str, kind: str) -> str:
    """The title of a paper, which ends with what the paper is: 居民代表会议 becomes 居民代表会议签到表."""
    title = one_line(title)
    return title if title.endswith(kind) else f"{title}{kind}"


def whole(text: str) -> str:
    """The text with the request never to break it: for names, codes and numbers.

    Very long text is left as it is, since it could not fit a line.
    """
    text = one_line(text)
    return JOINER.join(text) if len(text) <= 12 else text
