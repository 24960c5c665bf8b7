"""Every fault has a sentence in both languages, with its place."""

import re
from pathlib import Path

import pytest

from meeting_app import i18n, yaml_text
from meeting_app.wording import yaml_problems
from meeting_app.yaml_text import Problem, YamlError, parse

# Where a code is named: an error raised or reported, a slip, or a word that is refused.
NAMED = re.compile(
    r"(?:fault|_stop|Unfit|report)\([^\"]*?\"([a-z_0-9]+)\"|\(\"([a-z_0-9]+)\", re\.|return \"([a-z_]+)\""
)


def codes() -> set[str]:
    """The codes in the reader's source."""
    source = "\n".join(file.read_text("utf-8") for file in Path(yaml_text.__path__[0]).glob("*.py"))
    return {one for found in NAMED.findall(source) for one in found if one}


def test_every_code_has_its_sentence() -> None:
    assert len(codes()) > 30
    assert codes() - set(yaml_problems.CAUSES) == set()


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "id: a\n标题：测试\n",
            "A full-width colon stands here. Type a half-width colon and a blank: “: ”.",
            "rule.yaml第2行第3列：这里用了全角冒号。请改成半角冒号加一个空格，即“: ”。",
        ),
        (
            "at: 12:30\n",
            '“12:30” would be read as a number. Put times in quotation marks: "12:30".',
            'rule.yaml第1行第5列：“12:30”会被当成数字。时间请加引号，写成 "12:30"。',
        ),
    ],
)
def test_a_fault_in_words(text: str, english: str, chinese: str) -> None:
    with pytest.raises(YamlError) as refused:
        parse(text.encode(), "rule.yaml")
    with i18n.using("en"):
        assert yaml_problems.sentence(refused.value.problems[0]).endswith(english)
    with i18n.using("zh_CN"):
        assert yaml_problems.sentence(refused.value.problems[0]) == chinese


def test_a_fault_of_the_whole_file_and_of_a_kind() -> None:
    with i18n.using("en"):
        whole = Problem("rule.yaml", 0, 0, "too_large", {"size": 3, "most": 2})
        assert yaml_problems.sentence(whole) == "rule.yaml: The file has 3 bytes, 2 are allowed. Shorten it."
        kind = Problem("rule.yaml", 1, 1, "wrong_kind", {"wanted": "list", "found": "text"})
        assert yaml_problems.cause(kind) == "Here should stand a list, but there stands a text."
        own = Problem("rule.yaml", 1, 1, "own", {"n": 3})
        assert yaml_problems.cause(own, {"own": "Only {n}."}) == "Only 3."
