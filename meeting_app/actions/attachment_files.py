"""Pictures and PDFs as they are kept: photos scaled down and without their places, pages as pictures.

Pure reading and drawing, to be done away from the writer's thread; `attachments.add_attachment` keeps what
comes out of it. Metadata of photos (where and when they were taken) is dropped.
"""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from meeting_app.domain.refusal import Refusal

MOST_BYTES = 30 * 1024 * 1024
MOST_PAGES = 60
LONGEST = 2400  # pixels of the longer side: enough for a projector and for A4
PAGE_WIDTH = 1920
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")
JPEG = "image/jpeg"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file as it will be kept: `content` of its `media` type, and each page as a JPEG for the hall."""

    kind: str
    name: str
    media: str
    content: bytes
    pages: tuple[bytes, ...]


def prepare(path: Path) -> Prepared:
    """Read a picture or a PDF. Raises Refusal for what is neither, too large, or has too many pages."""
    try:
        size = path.stat().st_size
        body = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise Refusal("attachment_unreadable", name=path.name) from error
    if size > MOST_BYTES:
        raise Refusal("attachment_large", name=path.name, most=MOST_BYTES // 1024 // 1024)
    return prepare_bytes(path.name, body)


def prepare_bytes(file_name: str, body: bytes) -> Prepared:
    """The same for bytes that are at hand."""
    name = file_name[-120:]
    return _pdf(name, body) if body[:5] == b"%PDF-" else _picture(name, body)


def _picture(name: str, body: bytes) -> Prepared:
    try:
        with Image.open(io.BytesIO(body)) as opened:
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refusal("attachment_unreadable", name=name) from error
    content = _jpeg(picture, LONGEST)
    return Prepared("picture", name, JPEG, content, (content,))


def _jpeg(picture: Image.Image, longest: int) -> bytes:
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()


def _pdf(name: str, body: bytes) -> Prepared:
    from meeting_app.documents.preview import page_picture, page_sizes

    try:
        count = len(page_sizes(body))
    except Refusal as refusal:
        raise Refusal("attachment_unreadable", name=name) from refusal
    if not 1 <= count <= MOST_PAGES:
        raise Refusal("attachment_pages", name=name, n=count, most=MOST_PAGES)
    pages = []
    for place in range(count):
        drawn = page_picture(body, place, PAGE_WIDTH)
        size = (drawn.width, drawn.height)
        picture = Image.frombuffer("RGB", size, drawn.rgb, "raw", "RGB", drawn.stride, 1)
        pages.append(_jpeg(picture.copy(), PAGE_WIDTH))
    return Prepared("pdf", name, PDF, body, tuple(pages))
