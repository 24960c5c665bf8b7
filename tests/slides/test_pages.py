"""No text leaves its box or lies on another, in both languages, for good titles and for terrible ones."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from meeting_app import i18n
from meeting_app.queries.slides_types import CheckingSlide, MotionSlide, Slide
from meeting_app.ui.qt.tokens import SlidePalette
from meeting_app.ui.slides import scheme
from meeting_app.ui.slides.sheet import HEIGHT, WIDTH, Written
from tests.slides import samples
from tests.slides.conftest import Note

SCALE = {45, 54, 64, 84, 112, 150, 300, 420}
PAGE = QRectF(0, 0, WIDTH, HEIGHT)
LANGUAGES = ("zh_CN", "en")


def _leaves(written: Written) -> bool:
    """Whether a text is larger than its box, but for the last pixel."""
    room = written.box.adjusted(-1.5, -1.5, 1.5, 1.5)
    return not room.contains(written.ink) or not PAGE.contains(written.ink)


def _on_each_other(texts: list[Written]) -> list[tuple[str, str]]:
    shrunk = [(text.text, text.ink.adjusted(1, 2, -1, -2)) for text in texts if text.text.strip()]
    return [(one, other) for (one, a), (other, b) in combinations(shrunk, 2) if a.intersects(b)]


def _faults(texts: list[Written], *, squeezed: bool) -> list[object]:
    """What is wrong with a page: texts out of their boxes, on each other, of a size off the scale."""
    out = [text.text for text in texts if _leaves(text)]
    off = [text.size for text in texts if text.size not in SCALE]
    small = [text.text for text in texts if text.squeeze < 1 and not squeezed]
    return [*out, *_on_each_other(texts), *off, *small]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_is_set_well(language: str, note: Note) -> None:
    i18n.set_language(language)
    faults = {name: _faults(note(slide), squeezed=False) for name, slide in samples.SAMPLES.items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_terrible_texts_stay_in_their_boxes(language: str, note: Note) -> None:
    i18n.set_language(language)
    faults = {name: _faults(note(slide), squeezed=True) for name, slide in samples.nasty().items()}
    assert {name: found for name, found in faults.items() if found} == {}


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(palette: SlidePalette, text: str, ground: str) -> float:
    one, other = (_luminance(getattr(palette, token)) + 0.05 for token in (text, ground))
    return max(one, other) / min(one, other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(name: str, note: Note) -> None:
    pairs = {(text.colour, text.ground) for slide in samples.SAMPLES.values() for text in note(slide)}
    poor = {pair: ratio for pair in pairs if (ratio := _contrast(scheme(name), *pair)) < 4.5}
    assert len(pairs) > 6
    assert poor == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_stand_out_from_the_paper(name: str) -> None:
    marks = ("for_", "against", "abstain", "vermilion", "pine", "rule", "ink", "ink2", "danger", "data")
    assert {mark for mark in marks if _contrast(scheme(name), mark, "paper") < 3} == set()


def test_what_must_be_read_to_take_part_is_large(note: Note) -> None:
    """64 and more for what people must know: who is called, what is needed, the verdict."""
    large = {text.text for text in note(samples.HANDS) if text.size >= 64}
    assert any("raise your hands" in text for text in large)
    assert any("at least 21" in text for text in large)
    assert any(text.size == 150 and text.colour == "vermilion" for text in note(samples.RESULT))


def test_the_verdict_is_vermilion_only_when_adopted(note: Note) -> None:
    verdicts = {
        name: next(text for text in note(samples.SAMPLES[name]) if text.size >= 112).colour
        for name in ("result_adopted", "result_not_adopted", "result_no_quorum")
    }
    assert verdicts == {"result_adopted": "vermilion", "result_not_adopted": "ink", "result_no_quorum": "ink"}


def test_all_overtime_is_red_but_only_a_speech_is_ended(note: Note) -> None:
    late = [text.text for text in note(samples.SAMPLES["item_over"]) if text.colour == "danger"]
    assert len(late) == 1, "an item's words stay in ink: its clock alone is red"
    assert late[0].startswith("+")
    over = note(samples.SAMPLES["speaker_over"])
    assert {text.text for text in over if text.colour == "danger"} == {
        "+0:34", "Time is up, please come to an end"
    }  # fmt: skip


def test_a_banner_takes_the_place_of_the_foot(note: Note) -> None:
    for slide in samples.SAMPLES.values():
        head = replace(slide.head, banner="Please move the car")
        texts = note(replace(slide, head=head))
        low = [text.text for text in texts if text.ink.bottom() > 956]
        assert set(low) <= {"Please move the car", "Notice"}


def test_slides_hold_nothing_private() -> None:
    """No field of a page could carry a vote before its time, a telephone number, a room or a note."""
    named = {field.name for slide in samples.SAMPLES.values() for field in fields(slide)}
    assert not named & {"phone", "room", "note", "counts", "first", "second", "reports", "gist", "person_id"}
    counting = {field.name for field in fields(samples.HANDS)}
    assert not counting & {"for_", "against", "abstain", "totals", "present"}


def _squeezed(texts: list[Written]) -> list[str]:
    return [text.text for text in texts if text.squeeze < 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_names_and_titles_stay_above_the_smallest_size(language: str, note: Note) -> None:
    """What a community may well enter is broken or set smaller, never below 45 pixels."""
    i18n.set_language(language)
    slides: list[Slide] = []
    for title in (samples.LONG_TITLE, samples.LONG_ENGLISH):
        head = replace(samples.HEAD, meeting=title[:50], number=17, of=24)
        slides += [replace(slide, head=head, title=title) for slide in (samples.HANDS, samples.RESULT)]
        slides.append(replace(samples.SAMPLES["floor"], head=head, title=title))  # type: ignore[arg-type]
        slides.append(CheckingSlide(head, title))
        slides.append(MotionSlide(head, title, title, 0, samples.RULE))
    waiting = tuple(name for name in samples.NAMES if len(name) < 30)[-3:]
    slides += [replace(samples.SPEAKER, name=name, following=waiting) for name in samples.NAMES]
    assert [found for slide in slides if (found := _squeezed(note(slide)))] == []


def test_the_floor_says_how_to_speak_and_how_long_the_item_goes(note: Note) -> None:
    """The sentence under the clock stands in one line."""
    i18n.set_language("zh_CN")
    texts = {text.text: text for text in note(samples.SAMPLES["floor"])}
    sentence = texts["这一项 30 分钟，15:39 结束"]
    assert sentence.size >= 45
    assert sentence.ink.height() <= sentence.size * 1.25
    assert "要发言，请举手" in texts
    free = {text.text for text in note(samples.SAMPLES["floor_free"])}
    assert {"要发言，请举手", "这一项没说过的人，排在前面"} <= free
