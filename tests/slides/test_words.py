"""What a screen reader says of each page, how a motion is paged, and when pages change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from meeting_app import i18n
from meeting_app.domain.clock import Instant
from meeting_app.queries.slides_types import BlackSlide, MotionSlide
from meeting_app.ui.slides import accessible_text, motion, next_change_ms, scheme, slide_image, ticks
from tests.slides import samples
from tests.slides.samples import NOW, SAMPLES

# A test may be the first of its process, and faces need the application.
pytestmark = pytest.mark.usefixtures("qapp")


def _later(milliseconds: int) -> Instant:
    return Instant(NOW.wall_ms + milliseconds, NOW.mono_ms + milliseconds, NOW.boot)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_page_can_be_heard(name: str, language: str) -> None:
    i18n.set_language(language)
    text = accessible_text(SAMPLES[name], NOW)
    assert text
    assert "{" not in text
    assert "  " not in text


def test_what_is_heard_is_what_matters() -> None:
    assert "李桂芳" in accessible_text(SAMPLES["speaker"], NOW)
    assert "2:14" in accessible_text(SAMPLES["speaker"], NOW)
    assert "at least 21" in accessible_text(SAMPLES["hands_for"], NOW)
    said = accessible_text(SAMPLES["result_not_adopted"], NOW)
    assert "Not adopted" in said
    assert "2 votes short" in said
    i18n.set_language("zh_CN")
    assert "还差 2 人" in accessible_text(SAMPLES["result_not_adopted"], NOW)
    assert "第20条" in accessible_text(SAMPLES["result_adopted"], NOW)


def test_a_speaker_s_floor_and_room_are_not_told() -> None:
    slide = replace(samples.SPEAKER, storey=5)
    assert accessible_text(slide, NOW) == accessible_text(samples.SPEAKER, NOW)


def test_only_a_running_clock_ticks() -> None:
    ticking = {name for name, slide in SAMPLES.items() if ticks(slide)}
    assert ticking == {
        "item", "item_over", "speaker", "speaker_warning", "speaker_over", "speaker_far_over", "floor",
        "banner",
    }  # fmt: skip


@pytest.mark.parametrize("used", [0, 1, 250, 999])
def test_the_next_change_is_the_next_second_of_the_clock(used: int) -> None:
    now = _later(used)
    wait = next_change_ms(samples.SPEAKER, now)
    assert wait is not None
    before = accessible_text(samples.SPEAKER, now)
    assert accessible_text(samples.SPEAKER, _later(used + wait - 1)) == before
    assert accessible_text(samples.SPEAKER, _later(used + wait + 1)) != before


def test_without_a_clock_a_page_changes_with_the_minute_or_never() -> None:
    assert next_change_ms(SAMPLES["agenda"], _later(20_000)) == 40_000
    assert next_change_ms(SAMPLES["result_adopted"], NOW) is None
    assert next_change_ms(BlackSlide(), NOW) is None


def test_a_motion_pages_at_its_points_and_loses_nothing() -> None:
    slide = samples.MOTION_SLIDE
    pages = motion.pages(slide.title, slide.text)
    assert motion.page_count(slide) == len(pages) == 2
    assert [[point.marker for point in page] for page in pages] == [
        ["一、", "二、", "三、"],
        ["四、", "五、"],
    ]
    said = "".join(point.marker + "".join(point.lines) for page in pages for point in page)
    assert said.replace(" ", "") == slide.text.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("text", ["", "\n\n", "1.5 万元的事", "（一）附加的事\n2. 第二点"])
def test_any_text_has_a_page(text: str) -> None:
    assert len(motion.pages("标题", text)) == 1


def test_a_page_beyond_the_end_is_the_last() -> None:
    last = MotionSlide(samples.HEAD, "标题", samples.MOTION, 1, None)
    size = QSize(480, 270)
    pictures = [slide_image(replace(last, page=page), size, NOW, scheme()) for page in (1, 99)]
    assert pictures[0] == pictures[1]


def test_the_same_slide_gives_the_same_picture_and_themes_differ() -> None:
    size = QSize(640, 360)
    light, again = (slide_image(samples.RESULT, size, NOW, scheme("light")) for _ in range(2))
    assert light == again
    assert light != slide_image(samples.RESULT, size, NOW, scheme("dark"))


def test_a_page_keeps_its_shape_on_any_screen() -> None:
    for size in (QSize(1024, 768), QSize(1366, 768), QSize(300, 800)):
        picture = slide_image(samples.RESULT, size, NOW, scheme("dark"))
        assert picture.size() == size
        assert picture.pixelColor(0, 0) == QColor(scheme("dark").paper)
    assert slide_image(BlackSlide(), QSize(64, 36), NOW, scheme()).pixelColor(9, 9) == QColor("black")


def test_black_says_so() -> None:
    assert accessible_text(BlackSlide(), NOW) == "The projector is black"
