"""The pages of the floor: set well in both languages, heard, and true to what the meeting has chosen."""

from dataclasses import fields

import pytest

from meeting_app import i18n
from meeting_app.queries.slides_types_floor import TablesSlide
from meeting_app.ui.slides import accessible_text, next_change_ms, tables, ticks
from tests.slides.conftest import Note
from tests.slides.floor_samples import SAMPLES, nasty
from tests.slides.samples import NOW
from tests.slides.test_pages import LANGUAGES, _faults

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_floor_is_set_well(language: str, note: Note) -> None:
    i18n.set_language(language)
    faults = {name: _faults(note(slide), squeezed=False) for name, slide in SAMPLES.items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_terrible_texts_stay_in_their_boxes(language: str, note: Note) -> None:
    i18n.set_language(language)
    faults = {name: _faults(note(slide), squeezed=True) for name, slide in nasty().items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_page_can_be_heard(name: str, language: str) -> None:
    i18n.set_language(language)
    text = accessible_text(SAMPLES[name], NOW)
    assert text
    assert "{" not in text
    assert "  " not in text


def test_what_is_heard_is_what_matters() -> None:
    assert "Goes on after this 李桂芳 1:44" in accessible_text(SAMPLES["question"], NOW)
    assert "12 have spoken 18 to go" in accessible_text(SAMPLES["round"], NOW)
    assert "Who has the microphone speaks: 李桂芳" in accessible_text(SAMPLES["stick"], NOW)
    assert "4号楼: 25% of those here, 40% of the time" in accessible_text(SAMPLES["shares"], NOW)
    i18n.set_language("zh_CN")
    assert "每次最多 3 分钟，同一件事最多 2 次" in accessible_text(SAMPLES["rules"], NOW)


def test_a_closed_list_invites_nobody(note: Note) -> None:
    texts = {text.text for text in note(SAMPLES["floor_closed"])}
    assert "To speak, raise your hand" not in texts
    assert "The list of speakers is closed" in texts


def test_tables_turn_their_pages() -> None:
    second = SAMPLES["tables_second"]
    assert isinstance(second, TablesSlide)
    assert tables.page_count(second) == 2
    assert [number for number, _names in tables.shown(second)] == [7, 8]


def test_clocks_tick_where_they_run() -> None:
    assert ticks(SAMPLES["tables"])
    assert not ticks(SAMPLES["tables_second"])
    assert not ticks(SAMPLES["rules"])
    wait = next_change_ms(SAMPLES["stick"], NOW)
    assert wait is not None
    assert 0 < wait <= 1000


def test_pages_hold_nothing_private() -> None:
    named = {field.name for slide in SAMPLES.values() for field in fields(slide)}
    assert not named & {"phone", "room", "note", "gist", "person_id", "silent", "hints"}
