"""Which characters the built faces cover.

A: GB 2312 with its symbols, Latin letters with pinyin, the signs of forms and arithmetic.
B: A and the 8,105 of the Table of General Standard Chinese Characters (`kTGH` of the Unihan database).
C: B and everything that GBK can write. RARE: CJK Extension A, for names that not even C holds.
"""

import bz2
import re
from pathlib import Path

_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin-1 and Latin Extended-A: pinyin with tones, European names
    (0x1CD, 0x1DC),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209C),
    (0x2100, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x25FF),
    (0x2600, 0x2612),
    (0x2713, 0x2718),
    (0x2E3A, 0x2E3B),
    (0x3000, 0x303F),
    (0x3105, 0x312F),
    (0x3200, 0x32FF),
    (0x3380, 0x33DF),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE6B),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
)


def _writable(encoding: str) -> set[int]:
    """All characters of the first plane that a Chinese encoding can write."""
    found = set()
    for code in range(0x80, 0x10000):
        try:
            chr(code).encode(encoding)
        except UnicodeEncodeError:
            continue
        found.add(code)
    return found


def general_standard(unihan: Path) -> set[int]:
    """The 8,105 characters of the Table, read from Debian's `Unihan_OtherMappings.txt.bz2`."""
    text = bz2.decompress(unihan.read_bytes()).decode("utf-8")
    return {int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", text, re.MULTILINE)}


def charsets(unihan: Path) -> dict[str, set[int]]:
    """Every coverage by its letter."""
    table = general_standard(unihan)
    if len(table) != 8105:
        raise SystemExit(f"the Table of General Standard Characters has 8105 entries, found {len(table)}")
    set_a = _writable("gb2312") | {code for low, high in _RANGES for code in range(low, high + 1)}
    set_b = set_a | table
    set_c = set_b | {code for code in _writable("gbk") if code >= 0x2E80}
    rare = set(range(0x3400, 0x4DC0)) - set_c
    digits = {ord(sign) for sign in "0123456789:+-−. "}
    return {"A": set_a, "B": set_b, "C": set_c, "RARE": rare, "DIGITS": digits}
