"""The pages of a role-play: nothing private on any of them, set well in both languages, heard."""

import pytest

from meeting_app import i18n
from meeting_app.domain.roleplay.texts import private_strings, texts
from meeting_app.queries.slides_roleplay import SCENES, available, followed, scene
from meeting_app.queries.slides_types import Slide
from meeting_app.queries.slides_types_roleplay import PlayNoteSlide, PlayShiftSlide
from meeting_app.scenarios.library import shipped, shipped_names
from meeting_app.ui.slides import accessible_text, next_change_ms, ticks
from tests.slides.conftest import Note
from tests.slides.roleplay_samples import SAMPLES, course, nasty, pages, shift
from tests.slides.samples import HEAD, NOW
from tests.slides.test_pages import LANGUAGES, _faults

pytestmark = pytest.mark.usefixtures("qapp")


def _shown(name: str) -> dict[str, Slide]:
    """Every page that a play of a scenario ever shows: the scene of each phase, then all scenes."""
    found: dict[str, Slide] = {}
    for phase, stage in course(shipped(name).scenario):
        found[f"{phase} {followed(stage)}"] = scene(HEAD, stage, followed(stage))
        if phase in ("negotiate", "over"):
            for one in available(stage):
                found |= {f"{phase} {one} {n}": page for n, page in enumerate(pages(stage, one))}
    return found


@pytest.mark.parametrize("name", shipped_names())
def test_no_page_of_a_play_holds_anything_private(name: str, note: Note) -> None:
    """Neither painted, nor said, nor carried by the dataclass."""
    i18n.set_language("zh_CN")
    scenario = shipped(name).scenario
    # A clue may be named by words that everybody reads elsewhere; whether that gives it away is E06's.
    public = "\n".join(one.text for one in texts(scenario) if one.public)
    secrets = [one for one in private_strings(scenario) if one not in public]
    slides = _shown(name)
    assert len(secrets) > 40
    assert {type(slide).__name__ for slide in slides.values()} >= {"PlayTalkSlide", "PlayProposalsSlide"}
    leaks = []
    for where, slide in slides.items():
        painted = "\n".join(one.text for one in note(slide))
        everything = "\n".join((painted, accessible_text(slide, NOW), repr(slide)))
        leaks += [(where, secret) for secret in secrets if secret in everything]
    assert leaks == []


def test_every_scene_is_among_the_samples() -> None:
    names = {name.rsplit("_", 1)[0] for name in SAMPLES}
    assert set(SCENES) - {"turn"} <= names  # no shipped scenario has a turn; it is made by hand


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scenes_are_set_well(language: str, note: Note) -> None:
    i18n.set_language(language)
    faults = {name: _faults(note(slide), squeezed=False) for name, slide in SAMPLES.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_terrible_texts_stay_in_their_boxes(note: Note) -> None:
    i18n.set_language("zh_CN")
    faults = {name: _faults(note(slide), squeezed=True) for name, slide in nasty().items()}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_scene_can_be_heard(name: str, language: str) -> None:
    i18n.set_language(language)
    text = accessible_text(SAMPLES[name], NOW)
    assert text
    assert "{" not in text
    assert "  " not in text


def test_the_clock_of_the_act_makes_a_page_change() -> None:
    assert ticks(SAMPLES["phase_negotiate"])
    assert next_change_ms(SAMPLES["phase_negotiate"], NOW) == 1000
    assert not ticks(SAMPLES["phase_over"])


def test_few_answers_are_not_shown(note: Note) -> None:
    few = SAMPLES["shift_few"]
    assert isinstance(few, PlayShiftSlide)
    texts = [text.text for text in note(few)]
    assert texts.count("Fewer than five answers: nothing is shown") == 3
    assert not [text for text in texts if "→" in text or "pair" in text.split(".")[0].lower().split()]
    many = [text.text for text in note(SAMPLES["shift_1"])]
    assert many.count("2.8 → 3.4") == 3
    assert any("for orientation only" in text for text in many)
    assert shift("q", 40).orientation is False


def test_only_clues_for_everybody_come_to_the_hall() -> None:
    clue = SAMPLES["clue_1"]
    assert isinstance(clue, PlayNoteSlide)
    assert clue.note.title == "一封没有寄出的信"
    assert clue.pages == 1


def test_the_hall_follows_the_phases() -> None:
    """The scene of every phase in the order of the play."""
    scenes = [followed(stage) for _phase, stage in course(shipped("lift").scenario)]
    assert scenes == [
        "welcome", "welcome", "title", "roles", "title", "facts", "issues", "talk", "cards", "derole",
        "title", "shift", "thanks",
    ]  # fmt: skip
