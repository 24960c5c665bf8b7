"""Painting a page into a picture while every text it sets is noted."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage, QPainter

from meeting_app.queries.slides_types import Slide
from meeting_app.ui.slides import paint_slide, scheme
from meeting_app.ui.slides.sheet import HEIGHT, WIDTH, Written
from tests.slides.samples import NOW

Note = Callable[[Slide], list[Written]]


@pytest.fixture(scope="session")
def page(qapp: object) -> QImage:
    """One picture for all tests: only what is noted matters."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)


@pytest.fixture
def note(page: QImage) -> Note:
    """Paints a slide at NOW and answers its texts."""

    def painted(slide: Slide) -> list[Written]:
        record: list[Written] = []
        painter = QPainter(page)
        paint_slide(painter, slide, NOW, scheme("light"), record)
        painter.end()
        return record

    return painted
