"""Repairs the map from glyphs back to characters that ReportLab writes.

ReportLab 5.1 writes characters above U+FFFF as five hexadecimal digits, which readers take for another
character (郑𬱖 is copied as 郑ⳅ), and puts up to 256 entries into one block where the format allows 100.
The replacement writes UTF-16 pairs in blocks of at most 100. `tests/documents/test_reportlab_faults.py`
notices when a new ReportLab is right by itself.
"""

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_BLOCK = 100
original = ttfonts.makeToUnicodeCMap


def to_unicode_cmap(fontname: str, subset: Sequence[int]) -> str:
    """The CMap of one subset: `subset[i]` is the character that byte i prints, 0 is no character."""
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset) if char]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{fontname}-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def install() -> None:
    """Puts the repaired function in place; calling it again does nothing."""
    ttfonts.makeToUnicodeCMap = to_unicode_cmap


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be", "surrogatepass").hex().upper()
