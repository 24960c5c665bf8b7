"""QR codes as one filled path, always the same for the same text."""

from functools import lru_cache
from typing import Literal

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import QRData
from reportlab.pdfgen.canvas import Canvas

from meeting_app.documents.text.style import INK
from meeting_app.documents.text.tags import figure
from meeting_app.domain.refusal import Refusal

_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
# Which mask is used does not change how well a code is read; choosing by trial costs eight times as much.
_MASK = 3
_LONGEST = 400
_PREFIX = "YST1"
_ALPHANUMERIC_MODE: Literal[2] = 2

Module = tuple[int, int, int]


def verification_payload(code: str, digest: str) -> str:
    """What the code on a paper says: version, random code and content digest, in signs that keep the QR
    code small.
    """
    return f"{_PREFIX}:{code.upper()}:{digest.upper()}"


def read_payload(text: str) -> tuple[str, str] | None:
    """Random code and digest (lower case) of a scanned text; None when it is not from one of our papers."""
    parts = text.strip().split(":")
    if len(parts) != 3 or parts[0] != _PREFIX or not parts[1]:
        return None
    digest = parts[2].lower()
    if len(digest) != 64 or any(sign not in "0123456789abcdef" for sign in digest):
        return None
    return parts[1], digest


@lru_cache(maxsize=1024)
def modules(text: str, version: int) -> tuple[int, tuple[Module, ...]]:
    """Side in modules and the dark runs (column, row from the top, length) of a QR code, level M.

    `version` is the smallest one used; the code grows when the text needs it. Refuses what no code can hold
    well.
    """
    strange = sorted(set(text) - _ALPHANUMERIC)
    if strange:
        raise Refusal("no_glyph", characters="".join(strange))
    if len(text) > _LONGEST:
        raise Refusal("paper_too_long")
    maker = qrcode.QRCode(version=version, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    maker.add_data(QRData(text, mode=_ALPHANUMERIC_MODE), optimize=0)
    maker.make(fit=True)
    runs = []
    for row, cells in enumerate(maker.modules):
        start = None
        for column, dark in enumerate((*cells, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((start, row, column - start))
                start = None
    return len(maker.modules), tuple(runs)


def draw_code(canvas: Canvas, x: float, y: float, side: float, text: str, version: int = 4) -> None:
    """Draws a code of the given side with its lower left corner at x, y.

    The caller leaves four modules of quiet around.
    """
    count, runs = modules(text, version)
    unit = side / count
    red, green, blue = INK
    squares = [
        f"{x + column * unit:.3f} {y + side - (row + 1) * unit:.3f} {length * unit:.3f} {unit:.3f} re"
        for column, row, length in runs
    ]
    code = f"q {red:.3f} {green:.3f} {blue:.3f} rg {' '.join(squares)} f Q"
    with figure(canvas, _described(text)):
        canvas._code.append(code)  # type: ignore[attr-defined]


def _described(text: str) -> str:
    """What a reader that speaks says of a code."""
    read = read_payload(text)
    return f"核对用的二维码，核对码{read[0]}" if read else f"二维码{text}"
