"""A pack as a file: what is wrong is named with its line; the shipped files are whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from meeting_app import i18n, resources
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.in_force import overlaps
from meeting_app.domain.rules.pack import RulePack
from meeting_app.queries.rule_file import pack_of, read_pack
from meeting_app.queries.rule_packs import shipped_codes, shipped_packs
from meeting_app.wording.rule_refusals import FILE_CAUSES
from meeting_app.wording.yaml_problems import sentence
from meeting_app.yaml_text import YamlError, parse

WHOLE = """id: mine_2026
code: mine
name: 本社区议事规则
body: council
electorate: participants
effective:
  from: 2026-01-01
participation:
  counted: present
  at_least: 2/3
approval:
  more_than: 1/2
  of: present
"""


def of(text: str) -> RulePack:
    """The pack in a text."""
    return pack_of(parse(text.encode(), "mine.yaml"))


def test_the_least_that_a_pack_needs() -> None:
    pack = of(WHOLE)
    assert (pack.quorum.needed(48), pack.approval.needed(33)) == (32, 17)
    assert (pack.sources, pack.further, pack.composition, pack.notice_days) == ((), None, None, 0)


def test_every_field_is_read() -> None:
    pack = read_pack(resources.path("rules", "residents_election_representatives_2026.yaml"))
    assert pack.participation is not None
    assert (pack.participation.share.strict, pack.participation.share.needed(48)) == (True, 33)
    assert pack.further is not None
    assert (pack.further.share.needed(100), pack.further.over, pack.more_candidates) == (34, 1, True)
    assert (pack.secret, pack.proxies.allowed, pack.tie.value) == (True, False, "revote")
    owners = read_pack(resources.path("rules", "owners_major_2021.yaml"))
    assert (owners.approval.needed(48), owners.notice_days) == (36, 15)
    assert [source.notice for source in owners.sources] == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("of: present", "of: present\nmeasures: []", 14, "0"),
        ("at_least: 2/3", "at_last: 2/3", 9, "Write exactly one of at_least"),
        (
            "of: present",
            "of: presnt",
            13,
            "“presnt” is not one of the choices. Possible here: eligible, present",
        ),
        ("of: present", "base: present", 12, "The field “of” is missing"),
        ("name: 本", "nam: 本", 1, "The field “name” is missing"),
        ("2/3", "3/2", 10, "A share of 3/2 cannot be reached"),
        ("2/3", "0/0", 10, "A share of 0/0 cannot be reached"),
        ("more_than: 1/2", "at_least: 0/1", 1, "at least one voice for it"),
        ("1/2", "1/1", 12, "A share of 1/1 cannot be reached"),
        ("2/3", "67%", 10, "“67%” is not a fraction. Write it like 2/3."),
        ("2/3", "0.67", 10, "Here should stand a text, but there stands a decimal number."),
        ("2/3", "2／3", 10, "“2／3” is not a fraction"),
        ("code: mine", "code: 我的", 2, "“我的” is no code"),
        ("counted: present", "counted: valid", 1, "who must take part is a share of all entitled"),
        ("2026-01-01", "2026-13-01", 7, "“2026-13-01” is not a day. Write it like 2026-01-31."),
        ("body: council", "body：council", 4, "A full-width colon stands here"),
        (
            "approval:",
            "proxies: {most: -1}\napproval:",
            11,
            "-1 does not fit. It must lie between 0 and 1000.",
        ),
        ("approval:", "election: {more_candidates: true}\napproval:", 1, "belong to elections only"),
        (
            "approval:",
            "sources: [{law: 法, articles: [x]}]\napproval:",
            11,
            "Here should stand a whole number",
        ),
        ("electorate", "elektorate", 5, "There is no field “elektorate”. Did you mean “electorate”?"),
    ],
)
def test_a_fault_names_its_line(old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(YamlError) as refused:
        of(WHOLE.replace(old, new, 1))
    with i18n.using("en"):
        sentences = [sentence(one, FILE_CAUSES) for one in refused.value.problems]
    assert any(f"line {line}," in one and said in one for one in sentences), sentences
    with i18n.using("zh_CN"):
        assert all("第" in sentence(one, FILE_CAUSES) for one in refused.value.problems)


def test_a_file_that_ends_before_it_begins() -> None:
    with pytest.raises(YamlError) as refused:
        of(WHOLE.replace("  from: 2026-01-01", "  from: 2026-01-01\n  to: 2025-01-01"))
    assert refused.value.problems[0].params["part"] == "dates"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(YamlError):
        read_pack(tmp_path / "none.yaml")


def test_the_shipped_packs_are_whole() -> None:
    packs = shipped_packs()
    assert sorted(pack.id for pack in packs) == sorted(
        file.stem for file in resources.path("rules").glob("*.yaml")
    )
    assert overlaps(packs) == ()
    assert all(pack.id.rpartition("_")[0] == pack.code for pack in packs)
    assert all(pack.id.startswith(pack.code) and pack.name and pack.name_en for pack in packs)
    assert all(pack_from_json(pack_to_json(pack)) == pack for pack in packs)
    assert all(pack.sources or pack.id.endswith("_custom") for pack in packs)
    assert len(shipped_codes()) == 21


def test_old_and_new_law_follow_one_another_without_a_gap() -> None:
    for code in ("residents_assembly", "residents_assembly_adults", "villagers_assembly", "village_election"):
        old, new = (pack for pack in shipped_packs() if pack.code == code)
        assert (old.effective_to, new.effective_from) == (date(2025, 12, 31), date(2026, 1, 1))
        assert replace(old, id=new.id, notice_days=0).approval == new.approval
