"""Writes pictures of flat surfaces as PNG: half of Qt's own time, and smaller.

Qt tries five filters on every line, which pays for photographs only. A page of the console took 17 ms instead
of 33 and 174 KB instead of 212.
"""

import struct
import zlib
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
EIGHT_BITS_RGB: Final = (8, 2, 0, 0, 0)
NO_FILTER: Final = b"\0"
PIXEL: Final = 3  # bytes


def write_png(picture: QImage, place: Path) -> None:
    """Write a picture without transparency, with what `QImage.setText` says of it (Latin). Raises OSError."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    width, height, step = plain.width(), plain.height(), plain.bytesPerLine()
    bits = memoryview(plain.constBits())
    lines = (bits[line * step : line * step + width * PIXEL] for line in range(height))
    body = zlib.compress(b"".join(part for line in lines for part in (NO_FILTER, line)), 1)
    head = struct.pack(">IIBBBBB", width, height, *EIGHT_BITS_RGB)
    said = b"".join(
        _chunk(b"tEXt", f"{key}\0{picture.text(key)}".encode("latin-1")) for key in picture.textKeys()
    )
    place.write_bytes(SIGNATURE + _chunk(b"IHDR", head) + said + _chunk(b"IDAT", body) + _chunk(b"IEND", b""))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
