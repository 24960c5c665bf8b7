"""Pages of a PDF as pictures: for the preview, for printing page by page, and for the folder of pictures.

PDFium draws them; it is not made for two threads at once, so calls wait for each other. Nothing of Qt is
used here: a picture is bytes of red, green and blue, row by row, as QImage's RGB888 takes them.
"""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from meeting_app.domain.refusal import Refusal

_DRAWING = threading.RLock()
_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: `rgb` holds `height` rows of `stride` bytes, three to a pixel, `width` pixels used of each
    row.
    """

    width: int
    height: int
    stride: int
    rgb: bytes


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed again afterwards; refuses with `not_a_pdf` what PDFium cannot read."""
    with _DRAWING:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise Refusal("not_a_pdf") from error
        try:
            yield document
        finally:
            document.close()


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page in points."""
    with opened(pdf) as document:
        return [document.get_page_size(at) for at in range(len(document))]


def page_picture(pdf: bytes, page: int, width: int) -> Picture:
    """One page (the first is 0), `width` pixels wide."""
    with opened(pdf) as document:
        return _draw(document[page], width / document.get_page_size(page)[0])


def page_pictures(pdf: bytes, dpi: int) -> list[Picture]:
    """All pages at a resolution; 300 is right for a printer."""
    with opened(pdf) as document:
        return [_draw(document[page], dpi / _POINTS) for page in range(len(document))]


def png(picture: Picture) -> bytes:
    """The picture as a PNG file."""
    image = Image.frombuffer(
        "RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", picture.stride, 1
    )
    target = io.BytesIO()
    image.save(target, "PNG", optimize=False, compress_level=6)
    return target.getvalue()


def write_pictures(pdf: bytes, folder: Path, stem: str, dpi: int = 110) -> list[Path]:
    """Writes every page as `stem-1.png`, `stem-2.png` ... into an existing folder; answers the files."""
    files = []
    for at, picture in enumerate(page_pictures(pdf, dpi), 1):
        file = folder / f"{stem}-{at}.png"
        file.write_bytes(png(picture))
        files.append(file)
    return files


def _draw(page: pypdfium2.PdfPage, scale: float) -> Picture:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
