"""The hall's page in small: painted when it looks different, and only then."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from meeting_app import i18n
from meeting_app.domain.clock import Instant
from meeting_app.ui.widgets import SlideThumb
from tests.slides import samples

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Instant]:
    """The moments at which a picture was made."""
    moments: list[Instant] = []
    make = SlideThumb._picture

    def noting(thumb: SlideThumb, slide: object, now: Instant) -> object:
        moments.append(now)
        return make(thumb, slide, now)  # type: ignore[arg-type]

    monkeypatch.setattr(SlideThumb, "_picture", noting)
    return moments


def _later(ms: int) -> Instant:
    return replace(samples.NOW, wall_ms=samples.NOW.wall_ms + ms, mono_ms=samples.NOW.mono_ms + ms)


def test_it_is_painted_once_while_nothing_changes(shown: Show, painted: list[Instant]) -> None:
    thumb = SlideThumb("What the hall sees")
    shown(thumb)
    slide = samples.SAMPLES["agenda"]
    for ms in (0, 50, 100):
        thumb.show_slide(slide, _later(ms))
    assert len(painted) == 1
    i18n.set_language("zh_CN")
    thumb.show_slide(slide, _later(150))
    assert len(painted) == 2
    assert thumb.slide() is slide
    assert (thumb.width(), thumb.height()) == (288, 162)
    assert thumb.accessibleDescription()


def test_another_width_or_scheme_makes_a_new_picture(shown: Show, painted: list[Instant]) -> None:
    thumb = SlideThumb("What comes next", width=112)
    shown(thumb)
    slide = samples.SAMPLES["speaker"]
    thumb.show_slide(slide, samples.NOW)
    light = thumb.grab().toImage()
    thumb.set_scheme("dark")
    thumb.show_slide(slide, samples.NOW)
    assert thumb.grab().toImage() != light
    thumb.set_width(288)
    thumb.show_slide(slide, samples.NOW)
    assert len(painted) == 3
