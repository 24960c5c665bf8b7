"""A picture or a page of a PDF, as large as it fits; the foot keeps its name, the page and the clock."""

from functools import lru_cache
from pathlib import PurePath

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_types_agenda import AttachmentSlide
from meeting_app.ui.slides import frame
from meeting_app.ui.slides.motion import page_words
from meeting_app.ui.slides.sheet import LARGE, LEFT, SPAN, WIDTH, Sheet, Voice
from meeting_app.wording import times

TOP, BOTTOM = 24, 936


@lru_cache(maxsize=4)
def _decoded(_digest: str, picture: bytes) -> QImage:
    """The picture; decoding takes longer than painting, so the last ones are kept."""
    return QImage.fromData(picture)


def paint(sheet: Sheet, slide: AttachmentSlide, now: Instant) -> None:
    """The page."""
    image = _decoded(slide.digest, slide.picture)
    if image.isNull():
        sheet.write(LEFT, 400, SPAN, 200, _("This picture cannot be shown."), Voice((LARGE,), most=2))
    else:
        sheet.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet.painter.drawImage(_place(image), image)
    right = page_words(slide.page, slide.pages) or times.clock(times.local(now.wall_ms))
    frame.foot_words(sheet, slide.head, title(slide), right)


def title(slide: AttachmentSlide) -> str:
    """The name of the file without its ending."""
    return PurePath(slide.name).stem


def _place(image: QImage) -> QRectF:
    """In the middle of the page above the foot, as large as its shape allows."""
    share = min(WIDTH / image.width(), (BOTTOM - TOP) / image.height())
    width, height = image.width() * share, image.height() * share
    return QRectF((WIDTH - width) / 2, TOP + (BOTTOM - TOP - height) / 2, width, height)


def say(slide: AttachmentSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [title(slide), page_words(slide.page, slide.pages)]
