"""Every finding has a sentence with a remedy in both languages, and leads to its place in words."""

import re
from pathlib import Path

import pytest

from meeting_app.domain.roleplay import checks_balance, checks_names, checks_play, checks_words
from meeting_app.domain.roleplay.casting import Reason
from meeting_app.domain.roleplay.checks import check
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.i18n import using
from meeting_app.wording import roleplay
from tests.domain.roleplay_sample import sample

MODULES = (checks_balance, checks_names, checks_play, checks_words)
WRITTEN = re.compile(r'"([EW]\d\d)",\s*f?"(\w+)"')


def test_every_case_in_the_source_has_a_sentence() -> None:
    sources = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in MODULES)
    cases = {".".join(found) for found in WRITTEN.findall(sources)}
    assert len(cases) > 40
    assert cases <= set(roleplay.FINDINGS)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_findings_speak(language: str) -> None:
    one = sample()
    with using(language):
        lines = [roleplay.finding_line(one, finding) for finding in check(one)]
    assert len(lines) == len(set(lines))
    assert not [line for line in lines if "{" in line]


def test_a_share_is_told_in_per_cent_and_the_place_by_its_names() -> None:
    finding = Finding("W03", "takes_all", ("roles", 0, "walk_away"), {"role": "Old Mr Qin", "share": 925})
    with using("en"):
        line = roleplay.finding_line(sample(), finding)
    assert line.startswith("W03 Roles › Old Mr Qin › Walk-away: ")
    assert "92.5%" in line
    with using("zh_CN"):
        assert roleplay.finding_line(sample(), finding).startswith("W03 角色 › Old Mr Qin › 底线：")
    assert roleplay.percent(200) == "20%"


def test_a_place_that_is_gone_is_still_named() -> None:
    with using("en"):
        assert roleplay.place(sample(), ("issues", 9, "options", 2)) == "Issues › 10 › Options › 3"


def test_reasons_speak() -> None:
    for code in roleplay.REASONS:
        with using("en"):
            english = roleplay.reason_sentence(sample(), Reason(code, "storey", "low", "high", 1))
        with using("zh_CN"):
            chinese = roleplay.reason_sentence(sample(), Reason(code, "storey", "low", "high", 1))
        assert english != chinese
    with using("en"):
        told = roleplay.reason_sentence(sample(), Reason("opposite", "storey", "low", "high", 1))
        assert told == "Storey: Low in life, High in the play"
        assert "car" in roleplay.reason_sentence(sample(), Reason("same", "car", "yes"))
