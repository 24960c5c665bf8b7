"""The editor without its window: steps back and forth, what typing and pasting do, what reads back."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.i18n import using
from meeting_app.scenarios import read_text, write_text
from meeting_app.scenarios.library import shipped
from meeting_app.ui.console.office.scenario_editor import entries, forms, makers, pasting, typing_in
from meeting_app.ui.console.office.scenario_editor.entries import Entry, Unreadable
from meeting_app.ui.console.office.scenario_editor.grid_presenter import GridPresenter
from meeting_app.ui.console.office.scenario_editor.judging import Light, judge
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.money import MoneyPresenter
from meeting_app.ui.console.office.scenario_editor.preview_presenter import preview
from meeting_app.ui.console.office.scenario_editor.sections import BY_ID, SECTIONS, section_of
from meeting_app.ui.console.office.scenario_editor.skeleton import empty_scenario
from meeting_app.ui.console.office.scenario_editor.telling import told
from tests.domain.roleplay_sample import sample


def _lift() -> m.Scenario:
    return shipped("lift").scenario


def _back(scenario: m.Scenario) -> m.Scenario:
    return read_text(write_text(scenario).encode(), "x.yaml").scenario


def test_letters_typed_in_one_place_are_one_step() -> None:
    paper = Manuscript(_lift())
    for text in ("a", "ab", "abc"):
        paper.put(("setting",), text)
    paper.put(("roles", 0, "name"), "Wu")
    paper.undo()
    assert (paper.scenario.setting, paper.scenario.roles[0].name) == ("abc", "吴阿婆")
    paper.undo()
    assert paper.scenario == _lift()
    assert not paper.undo()
    paper.redo()
    assert paper.scenario.setting == "abc"
    paper.put(("setting",), "other")
    assert not paper.can_redo()
    assert not paper.put(("setting",), "other")


def test_settling_begins_another_step() -> None:
    paper = Manuscript(_lift())
    paper.put(("setting",), "one")
    paper.settle()
    paper.put(("setting",), "two")
    paper.undo()
    assert paper.scenario.setting == "one"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a \r\n b\x0bc\u2028d ", "a\nb\nc\nd"), ("a\u200bb\xa0c", "ab c"), ("a\n\n\n\nb", "a\n\nb"),
        ("x" * 5000, "x" * 4000), ("\ud800a\x00", "a"),
    ],
)  # fmt: skip
def test_text_from_word_processors_is_cleaned(typed: str, kept: str) -> None:
    assert typing_in.clean(typed) == kept


def test_lines_lose_the_marks_of_lists() -> None:
    assert typing_in.lines_of("1. 先\n（2）再\n\n· 然后\n- 完") == ("先", "再", "然后", "完")


def test_copied_tables_come_apart() -> None:
    text = 'a\t"two\nlines ""so"""\tc\nd\t\tf\n'
    assert typing_in.cells_of(text) == (("a", 'two\nlines "so"', "c"), ("d", "", "f"))
    assert typing_in.cells_of('12" pipe\t3') == (('12" pipe', "3"),)


FREE = st.text(
    st.characters(codec="utf-8") | st.sampled_from(list(" \n\t\"'\\:#-{}[]，。：\x0b\u2028\ufeff|>&*!%@`")),
    max_size=40,
)


def _typed(scenario: m.Scenario, text: str, chance: Random) -> m.Scenario:
    """Type a text into some field of some section, as the forms do."""
    section = chance.choice([one for one in SECTIONS if one.entries or one.listed])
    base: Any = ()
    fields = section.entries
    if section.listed is not None:
        items = editing.value_at(scenario, section.listed.path)
        if not items or chance.random() < 0.2:
            new = section.listed.new(scenario, section.listed.path)
            return editing.inserted(scenario, section.listed.path, len(items), new)
        base, fields = (*section.listed.path, chance.randrange(len(items))), section.listed.entries
    entry = chance.choice(fields)
    if entry.kind == "table":
        paper = Manuscript(scenario)
        grid = GridPresenter(paper, entry)
        grid.base = base
        row = chance.randrange(len(grid.items()) + 1)
        what = chance.randrange(4)
        if what == 0:
            grid.remove(row)
        elif what == 1:
            grid.move(row, 1)
        else:
            grid.paste(row, 0, text if what == 2 else f"{text}\t{text}\n{text}")
        return paper.scenario
    if entry.kind not in ("line", "text", "lines", "number", "money", "numbers"):
        return scenario
    try:
        value = entries.from_typed(entry, text)
    except Unreadable:
        return scenario
    changed: m.Scenario = editing.put(scenario, (*base, *entry.path), value)
    return changed


@settings(max_examples=40, deadline=None)
@given(st.lists(FREE, min_size=1, max_size=8), st.integers(0, 10**6), st.booleans())
def test_whatever_is_typed_reads_back(texts: list[str], seed: int, empty: bool) -> None:
    chance = Random(seed)
    paper = Manuscript(empty_scenario("new_one", "") if empty else sample())
    for text in texts:
        paper.take(_typed(paper.scenario, text, chance))
    assert _back(paper.scenario) == paper.scenario
    for section in SECTIONS:
        preview(paper.scenario, section.id, (section.id, 0))


def _grid(scenario: m.Scenario, section: str, name: str, base: Any = ()) -> tuple[Manuscript, GridPresenter]:
    fields = BY_ID[section].entries or BY_ID[section].listed.entries  # type: ignore[union-attr]
    paper = Manuscript(scenario)
    grid = GridPresenter(paper, next(one for one in fields if one.path[-1] == name))
    grid.base = base
    return paper, grid


def test_paragraphs_become_facts() -> None:
    paper, grid = _grid(empty_scenario("x", ""), "setting", "facts")
    grid.paste(0, 0, "楼况：六层楼，没有电梯。\n补贴: 二十万元\n\n去年谈过一次，没有谈成，大家都不高兴。")
    assert [(one.title, one.text) for one in paper.scenario.facts] == [
        ("楼况", "六层楼，没有电梯。"), ("补贴", "二十万元"),
        ("去年谈过一次", "去年谈过一次，没有谈成，大家都不高兴。"),
    ]  # fmt: skip
    assert [one.id for one in paper.scenario.facts] == ["fact_1", "fact_2", "fact_3"]
    paper.undo()
    assert paper.scenario.facts == ()


def test_a_table_from_a_table_program_fills_cells() -> None:
    paper, grid = _grid(_lift(), "issues", "options", ("issues", 0))
    assert grid.paste(1, 0, "平层\t不走楼梯\t64万\t3.5\n全新\t\t1200.50\n") == 7
    second, third = paper.scenario.issues[0].options[1:3]
    assert (second.title, second.text, second.cost_fen, second.area_c) == (
        "平层",
        "不走楼梯",
        64_000_000,
        350,
    )
    assert (third.title, third.cost_fen) == ("全新", 120_050)
    with pytest.raises(Unreadable):
        grid.put(0, 2, "viel")


def test_choices_are_pasted_by_their_words() -> None:
    paper, grid = _grid(_lift(), "parties", "relations")
    grid.paste(2, 0, "方经理\t 赵社工 \t老同事\n没有这个人\twu\t不认识")
    added = paper.scenario.relations[2:]
    assert [(one.first, one.second, one.text) for one in added] == [
        ("fang", "zhao", "老同事"), ("wu", "wu", "不认识"),
    ]  # fmt: skip


def test_an_effect_of_another_kind_forgets_its_place() -> None:
    paper, grid = _grid(_lift(), "events", "effects", ("events", 1))
    assert grid.text(0, 2).endswith("每户一万五千元")
    grid.put(0, 2, "way.half")
    assert paper.scenario.events[1].effects[0].option == "half"
    grid.put(0, 1, "walk_away")
    assert paper.scenario.events[1].effects[0] == m.Effect("walk_away", "lin", 3)
    assert grid.offered(0, 2) == ()


def test_a_role_is_taken_apart_over_its_fields() -> None:
    scenario = empty_scenario("x", "")
    scenario = editing.inserted(scenario, ("roles",), 0, makers.role(scenario, ("roles",)))
    text = "姓名：吴阿婆\n公开介绍：六层，七十六岁。\n密卡：上个月摔过一跤。\n没敢说。\nMust keep: 一定要装"
    changed = pasting.spread(scenario, forms.ROLE, ("roles", 0), text)
    assert changed is not None
    role = changed.roles[0]
    assert (role.name, role.public, role.secret, role.keep) == (
        "吴阿婆", "六层，七十六岁。", "上个月摔过一跤。\n没敢说。", ("一定要装",),
    )  # fmt: skip
    assert pasting.spread(scenario, forms.ROLE, ("roles", 0), "姓名：吴阿婆") is None


def test_a_document_of_roles_becomes_roles() -> None:
    listed = BY_ID["roles"].listed
    assert listed is not None
    scenario = empty_scenario("x", "")
    text = "姓名：甲\n公开介绍：住一层\n\n姓名：乙\n公开介绍：住六层\n密卡：膝盖不好"
    more = pasting.with_parts(scenario, listed, ("roles",), text)
    assert [(one.id, one.name, one.public) for one in more.roles] == [
        ("role_1", "甲", "住一层"), ("role_2", "乙", "住六层"),
    ]  # fmt: skip
    plain = pasting.with_parts(scenario, listed, ("roles",), "甲：住一层\n乙：住六层，膝盖不好")
    assert [(one.name, one.public) for one in plain.roles] == [("甲", "住一层"), ("乙", "住六层，膝盖不好")]


def test_copies_of_roles_and_issues_bring_their_points() -> None:
    lift = _lift()
    more = makers.duplicated(lift, ("roles",), 0)
    assert sum(one.role == "role_1" for one in more.scores) == sum(one.role == "wu" for one in lift.scores)
    more = makers.duplicated(lift, ("issues",), 0)
    assert sum(one.issue == "issue_1" for one in more.scores) == 21
    assert makers.duplicated(lift, ("clues",), 1).clues[2].id == "clue_1"


def test_shares_follow_payers_and_totals_follow_shares() -> None:
    paper = Manuscript(_lift())
    grid = MoneyPresenter(paper, Entry(("payers",), "Payers", "own"))
    grid.base = ("tables", 0)
    grid.look()
    grid.put(0, 2, "1000")
    column = paper.scenario.tables[0].columns[0]
    assert (column.shares_fen[0], column.total_fen) == (100_000, 28_200_000)
    grid.put(0, 1, "3")
    assert paper.scenario.tables[0].columns[0].total_fen == 28_300_000
    grid.remove(5)
    assert len(paper.scenario.tables[0].columns[0].shares_fen) == 5
    assert grid.move(0, 1) == 1
    assert paper.scenario.tables[0].columns[0].shares_fen[1] == 100_000
    grid.paste(5, 0, "七层\t2\t50000\t28000\t40000")
    assert paper.scenario.tables[0].columns[2].shares_fen[5] == 4_000_000
    assert "E05" not in {one.code for one in judge(paper.scenario).findings}
    steps = 0
    while paper.undo():
        steps += 1
    assert steps == 5


def test_every_finding_leads_to_a_section() -> None:
    broken = replace(_lift(), scores=_lift().scores[:-1], plans=())
    found = judge(broken)
    assert {section_of(one.path) for one in found.findings} >= {"scores", "phases"}
    assert found.lights["scores"] is Light.ERROR
    assert found.lights["phases"] is Light.EMPTY
    assert judge(_lift()).lights == dict.fromkeys(BY_ID, Light.READY)


def test_findings_speak_of_names() -> None:
    lift = _lift()
    broken = replace(
        lift,
        scores=lift.scores[:-1],
        clues=(replace(lift.clues[0], release=m.Release("gone")), *lift.clues[1:]),
    )
    lines = [told(broken, one) for one in judge(broken).findings]
    assert any("“怎么施工: 四十天赶完，午休不停”" in line for line in lines)
    assert any("再答一遍, 先答几个问题" in line for line in lines)


def test_a_beginning_lacks_only_what_its_author_must_say() -> None:
    blocking = {section_of(one.path) for one in judge(empty_scenario("x", "")).findings if one.blocks}
    assert blocking <= {"identity", "roles", "issues", "scores", "rule"}
    with using("zh_CN"):
        assert _back(empty_scenario("x", "")) == empty_scenario("x", "")


Shown = Callable[[m.Scenario, Any], bool]


def test_fields_are_there_when_they_mean_something() -> None:
    lift = _lift()
    secret = next(one for one in forms.ROLE if one.path == ("secret",))
    sheet = next(one for one in forms.ROLE if one.path == ("sheet",))
    assert (secret.shown(lift, ("roles", 0)), sheet.shown(lift, ("roles", 0))) == (True, False)
    assert (secret.shown(lift, ("roles", 7)), sheet.shown(lift, ("roles", 7))) == (False, True)
