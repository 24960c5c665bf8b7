"""Every word that a user can read is in both languages, and stands in the catalogue only once."""

import ast
import re

import catalogues
import pytest

from tests.house import sources, words

IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# Papers are always Chinese; names, laws and the demonstration are data.
CHINESE_DATA = ("meeting_app/documents", "meeting_app/domain", "meeting_app/actions/demonstration")
# Single files elsewhere that hold Chinese data, with the reason.
CHINESE_FILES = {
    "meeting_app/ui/console/live/scenes.py": "what people type in the pictures",
    "meeting_app/ui/console/live/ballots/scenes.py": "what people vote on in the pictures",
    "meeting_app/ui/console/office/import_scenes.py": "a list in the pictures",
    "meeting_app/ui/console/live/desk_scenes.py": "what people type in the pictures",
    "meeting_app/ui/console/live/roleplay/scenes.py": "the meeting in the pictures",
    "meeting_app/ui/slides/lines.py": "the bounds of the ideographs, for breaking lines",
    "meeting_app/actions/papers.py": "papers are always in Chinese",
    "meeting_app/queries/meeting_papers.py": "papers are always in Chinese",
    "meeting_app/queries/more_papers.py": "papers are always in Chinese",
    "meeting_app/queries/minutes.py": "papers are always in Chinese",
    "meeting_app/queries/minutes_agenda.py": "papers are always in Chinese",
    "meeting_app/queries/cited_law.py": "papers are always in Chinese",
    "meeting_app/queries/paper_facts.py": "papers are always in Chinese",
    "meeting_app/queries/papers_draw.py": "papers are always in Chinese",
    "meeting_app/queries/ballot_papers.py": "papers are always in Chinese",
    "meeting_app/queries/papers_vote.py": "papers are always in Chinese",
    "meeting_app/ui/qt/fonts.py": "characters that a face must be able to show",
    "meeting_app/i18n.py": "a language's own name",
    "meeting_app/storage/migrations/versions/0003_agenda.py": "numbers as topics and meetings were cited",
    "meeting_app/storage/migrations/versions/0006_papers.py": "numbers as they were printed on papers",
    "meeting_app/queries/basics.py": "numbers as they are printed on papers",
    "meeting_app/queries/meetings.py": "numbers as they are printed on papers",
    "meeting_app/queries/people.py": "building and stairway as people type them",
    "meeting_app/ui/console/office/typed.py": "amounts as people type them",
}
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?:\s|$)|\.\.\.")
# Functions of Qt whose text a user reads.
SHOWN = set(
    "QLabel QPushButton QCheckBox QRadioButton QGroupBox QToolButton QAction setText setTitle setWindowTitle "
    "setToolTip setStatusTip setPlaceholderText setAccessibleName setAccessibleDescription addAction addMenu "
    "addTab".split()
)


def test_every_message_has_a_translation() -> None:
    missing = sorted(
        {f"{one.place} {one.singular!r}" for one in words.asked() if one.key not in words.answered()}
    )
    assert missing == []


def test_the_catalogue_has_no_gap_and_no_contradiction() -> None:
    catalogues.merge("zh_CN")  # raises with one line per fault


def test_nothing_in_the_catalogue_is_unused() -> None:
    used = {one.key for one in words.asked()}
    assert (
        sorted(f"{part}: {key[1]!r}" for key, (part, _) in words.answered().items() if key not in used) == []
    )


def test_names_in_braces_survive_translation() -> None:
    """The same names, or others that the code gives too: a date may need the month's name in one language."""
    broken = []
    for one in words.asked():
        if one.key not in words.answered():
            continue
        part, message = words.answered()[one.key]
        wanted = set(words.fields(one.plural or one.singular))
        broken += [
            f"{part}: {one.singular!r}: {text!r}"
            for text in words.translations(message)
            if (names := set(words.fields(text))) != wanted and not (one.given and names <= one.given)
        ]
    assert broken == []


def test_counts_are_translated_as_counts() -> None:
    plain = [
        f"{one.place} {one.singular!r}"
        for one in words.asked()
        if one.key in words.answered()
        and (one.plural is not None) != words.answered()[one.key][1].pluralizable
    ]
    assert plain == []


def test_chinese_punctuation_is_full_width() -> None:
    found = [
        f"{part}: {text!r}"
        for part, message in words.answered().values()
        for text in words.translations(message)
        if HALF_WIDTH.search(re.sub(r"\{[^}]*\}", "", text))
    ]
    assert found == []


def test_messages_are_english() -> None:
    assert [f"{one.place} {one.singular!r}" for one in words.asked() if IDEOGRAPH.search(one.singular)] == []


def test_chinese_stands_only_in_catalogues_and_data() -> None:
    found = [
        f"{source.line(text)} {text.value!r}"
        for source in sources.python("meeting_app")
        if not source.within(*CHINESE_DATA, *CHINESE_FILES)
        for text in sources.literals(source)
        if IDEOGRAPH.search(str(text.value))
    ]
    assert found == []


def _bare(node: ast.Call) -> list[str]:
    texts = [
        part.value for part in node.args[:1] if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    return [text for text in texts if re.search(r"[A-Za-z]{2}", text)]


def test_windows_show_no_text_past_the_catalogue() -> None:
    found = [
        f"{source.line(node)} {name}({text!r})"
        for source in sources.python("meeting_app")
        if source.within("meeting_app/ui", "meeting_app/app") and not source.within(*CHINESE_FILES)
        for node, _owner, name in sources.calls(source)
        if name in SHOWN
        for text in _bare(node)
    ]
    assert found == []


@pytest.mark.parametrize("text", ["你好,", "好:坏", "(好)", "好..."])
def test_the_punctuation_rule_bites(text: str) -> None:
    assert HALF_WIDTH.search(text)
