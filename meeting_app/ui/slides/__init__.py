"""Painters of the projector's pages, used by the projector and by every preview.

`paint_slide` paints on a virtual page of 1920 x 1080, `slide_image` makes a picture of any size,
`accessible_text` says the page in words.
"""

from meeting_app.ui.slides.paint import (
    accessible_text,
    next_change_ms,
    page_area,
    paint_slide,
    scheme,
    slide_image,
    ticks,
)

__all__ = [
    "accessible_text",
    "next_change_ms",
    "page_area",
    "paint_slide",
    "scheme",
    "slide_image",
    "ticks",
]
