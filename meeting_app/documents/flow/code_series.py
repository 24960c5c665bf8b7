"""Many codes of one form at once: 800 ballots are set in the time of a page.

With version, level and mask fixed, every module of a QR code is the sum modulo two of some of its data bits
and a constant. So one code is made by the library for each data bit that differs, once for the whole series,
and every further code is the sum of those of its bits (a sum modulo two of whole numbers).
"""

from collections.abc import Sequence
from typing import Any, Literal

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import QRData

from meeting_app.domain.refusal import Refusal

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_BASE = len(_SIGNS)
_MASK = 3
_LONGEST = 200
_ALPHANUMERIC: Literal[2] = 2


class CodeSeries:
    """Codes of texts that are equally long and begin alike; `side` is their width in modules."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Refuses with `no_glyph` what no code holds well, with `paper_too_long` what would be too fine."""
        strange = sorted({sign for text in texts for sign in text if sign not in _VALUES})
        if strange:
            raise Refusal("no_glyph", characters="".join(strange))
        self._length = len(texts[0]) if texts else 0
        if any(len(text) != self._length for text in texts) or not 0 < self._length <= _LONGEST:
            raise Refusal("paper_too_long", title=texts[0] if texts else "")
        self._same = _common(texts) // 2 * 2
        zero = texts[0][: self._same] + "0" * (self._length - self._same)
        self._version = _maker(zero, 1).version
        self._zero_text = zero
        self.side = 17 + 4 * self._version
        self._stride = -(-self.side // 8) * 8
        self._zero = self._picture(zero)
        self._known: dict[tuple[int, str], int] = {}
        self._bits: dict[tuple[int, int], int] = {}

    def rows(self, text: str) -> bytes:
        """The code's rows from the top, each filled up to whole bytes; a dark module is 1."""
        found = self._zero
        for at in range(self._same, self._length, 2):
            key = (at, text[at : at + 2])
            part = self._known.get(key)
            if part is None:
                part = self._known[key] = self._sum(at, key[1])
            found ^= part
        return found.to_bytes(self._stride * self.side // 8, "big")

    def _sum(self, at: int, signs: str) -> int:
        """What two signs at this place change."""
        value = _VALUES[signs[0]] if len(signs) == 1 else _VALUES[signs[0]] * _BASE + _VALUES[signs[1]]
        found = 0
        for bit in range(value.bit_length()):
            if value >> bit & 1:
                found ^= self._bit(at, bit, len(signs))
        return found

    def _bit(self, at: int, bit: int, width: int) -> int:
        """What one data bit changes; asked of the library once."""
        if (at, bit) not in self._bits:
            high, low = divmod(1 << bit, _BASE)
            signs = _SIGNS[low] if width == 1 else _SIGNS[high] + _SIGNS[low]
            text = self._zero_text[:at] + signs + self._zero_text[at + width :]
            self._bits[at, bit] = self._picture(text) ^ self._zero
        return self._bits[at, bit]

    def _picture(self, text: str) -> int:
        """All modules of a code as one number."""
        number, fill = 0, self._stride - self.side
        for cells in _maker(text, self._version).modules:
            for dark in cells:
                number = number << 1 | bool(dark)
            number <<= fill
        return number


def _maker(text: str, version: int) -> Any:
    """The library's code of a text in the mode and mask that the series keeps."""
    maker = qrcode.QRCode(version=version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    maker.add_data(QRData(text, mode=_ALPHANUMERIC), optimize=0)
    maker.make(fit=True)
    return maker


def _common(texts: Sequence[str]) -> int:
    """How many signs all texts begin with."""
    first, last = min(texts), max(texts)
    return next((at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
