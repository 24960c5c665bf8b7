"""A scenario is the same after writing and reading; each slip of the hand is told with line and remedy."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app import resources
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.checks import check
from meeting_app.i18n import using
from meeting_app.scenarios import Document, read_text, write_text
from meeting_app.scenarios.json_schema import schema, schema_text
from meeting_app.scenarios.library import shipped, shipped_names
from meeting_app.scenarios.writing import tree
from meeting_app.wording import roleplay
from meeting_app.wording.yaml_problems import sentence
from meeting_app.yaml_text import YamlError
from tests.domain.roleplay_sample import sample


def full() -> m.Scenario:
    """A scenario that uses every field."""
    one = sample()
    old = replace(
        one.roles[0], opening="Good\n\nmorning", keep=("the lift",), give=("no",), must_not=("a: b",),
        interests=(m.Interest("quiet", "", 100),), walk_away_text="not less", team=2,
        objectives=(m.Objective("win # really", "host"),),
    )  # fmt: skip
    front = m.Option("front", "In front", cost_fen=100_050, area_c=205, effects=(("quiet", -2),))
    where = replace(one.issues[0], options=(front, *one.issues[0].options[1:]), least=1, most=2)
    column = m.MoneyColumn("where", "front", 100_050, (50_025,))
    table = m.MoneyTable("share", "Who", (m.Payer("low", "Low", 2),), (column,))
    pipe = m.Clue("pipe", "Pipe", "It leaks", ("all",), m.Release(phase="talk", minute=3), "must_answer")
    hurt = m.Effect("score", "old", -3, "where", "front")
    apart = m.Constraint("not", "forbid", "no", (("where", "front"), ("pay", "equal")))
    return replace(
        one, roles=(old, *one.roles[1:]), issues=(where, one.issues[1]), values=(m.Value("quiet", "Quiet"),),
        relations=(m.Relation("old", "young", "neighbours"),), tables=(table,),
        clues=(pipe,),
        events=(m.Event("rain", "Rain", "It rains", "time", "talk", 5, (hurt,)),),
        swap=m.Swap("talk", (("old", "young"),)), rotation=m.Rotation("debrief", ("old",)),
        materials=("pens",),
        constraints=(*one.constraints, apart),
        facts=(m.Fact("size", "Size", "Two\nlines", "2020"),),
    )  # fmt: skip


def _read(text: str) -> Document:
    return read_text(text.encode(), "scenario.yaml")


@pytest.mark.parametrize("one", [sample(), full()], ids=["sample", "full"])
def test_the_same_after_writing_and_reading(one: m.Scenario) -> None:
    assert _read(write_text(one)).scenario == one
    as_json = json.dumps(tree(one), default=str, indent=1, ensure_ascii=False).replace('"1000.50"', "1000.50")
    as_json = as_json.replace('"2.05"', "2.05").replace('"500.25"', "500.25")
    assert _read(as_json).scenario == one


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"], include_characters="\n")
)


@settings(max_examples=80, deadline=None)
@given(TEXTS.map(str.strip), TEXTS.map(str.strip))
def test_any_text_survives(first: str, second: str) -> None:
    one = replace(sample(), setting=first, materials=(second or "x",))
    assert _read(write_text(one)).scenario == one


DAMAGES = [
    ("  id: bench", "  id： bench", "colon"),
    ("  version: 1", "\tversion: 1", "tab"),
    ("setting: ", "settin: ", "setting"),
    ("  least: 3", "  least: no", "no"),
    ("  version: 1", "  version: 012", "012"),
    ("  most: 24", "  most: 24\n  most: 25", "second time"),
    ("    plays: [storey.high]", "    plays: [storey]", "storey"),
    ("  accept: 2", "  accept: two", "whole number"),
    ("cost_yuan: 1000", "cost_yuan: 1000.555", "1000.555"),
    ("    party: above", "    party: abvoe", "abvoe"),
    ("    walk_away: 40", "    walk_away: 400", "60"),
    ("        minutes: 30", "        minutes: 31", "61"),
]


def _complaints(text: str) -> list[str]:
    try:
        document = _read(text)
    except YamlError as refused:
        return [sentence(problem, roleplay.FILE_CAUSES) for problem in refused.problems]
    return roleplay.file_lines(document, [one for one in check(document.scenario) if one.blocks])


@pytest.mark.parametrize(
    ("line", "damage", "word"), DAMAGES, ids=[damage.strip() for _line, damage, _word in DAMAGES]
)
def test_a_damaged_line_is_named_with_its_cause(line: str, damage: str, word: str) -> None:
    good = write_text(sample())
    assert line in good
    bad = good.replace(line, damage, 1)
    number = bad[: bad.index(damage) + len(damage)].count("\n") + 1
    with using("en"):
        english = _complaints(bad)
    with using("zh_CN"):
        chinese = _complaints(bad)
    assert english
    assert len(english) == len(chinese)
    assert english[0].startswith("scenario.yaml, line ")
    assert any(word in one for one in english), english
    assert all("scenario.yaml" in one and one != other for one, other in zip(chinese, english, strict=True))
    spoken = {int(one.split("line ")[1].split(",")[0]) for one in english}
    assert _line_of(word, number, bad) in spoken


def _line_of(word: str, number: int, text: str) -> int:
    """Where the remedy is: the damaged line, or for a sum the plan's total."""
    if word != "61":
        return number
    return text[: text.index("  - minutes: 60")].count("\n") + 1


def test_places_of_findings() -> None:
    document = _read(write_text(full()))
    lines = write_text(full()).split("\n")

    def line(*path: str | int) -> str:
        return lines[document.place(path)[0] - 1].strip()

    assert line("roles", 1, "walk_away") == "walk_away: 30"
    assert line("issues", 0, "options", 0, "cost_fen") == "cost_yuan: 1000.50"
    assert line("scores", 1) == "where.back: 20"
    assert line("scores", "young") == "young:"
    assert line("scores", 99) == "scores:"
    assert line("minutes", "suggestions", 0) == 'where: "Look for a place"'
    assert line("roles", 0, "plays", 0) == "plays: [storey.high]"
    assert line("roles", 99, "secret") == "roles:"
    assert line("swap", "pairs", 0) == "pairs: [old.young]"
    assert line("roles", 3, "secret") == "- id: watch"
    assert document.located([]) == []


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        ("identity:", "other:"), ("    party: above\n", ""), ("    minutes: 60\n", ""),
        ("cost_yuan: 1000.50", "cost_yuan: x"), ("shares_yuan: [500.25]", "shares_yuan: [x]"),
        ("where.front: 60", "where: 60"), ("where.front: 60", "where.front: x"),
        ("  sensitive: false\n", ""), ("scores:", "scores: 3\nx:"), ("roles:", "roles: 3\nx:"),
        ("warnings: [5, 1]", "warnings: 5"), ("keep:", "keep: 5\n    keeps:"), ("team: 2", "team: [2]"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_never_breaks(line: str, damage: str) -> None:
    text = write_text(full())
    assert line in text or line.strip() in text
    with pytest.raises(YamlError):
        _read(
            text.replace(line, damage, 1) if line in text else text.replace("- " + line.strip(), "- x: 1", 1)
        )


def test_the_published_schema_is_the_model_s() -> None:
    published = resources.path("scenarios", "scenario.schema.json").read_text(encoding="utf-8")
    assert published == schema_text()


def _fits(value: Any, rule: Any, whole: Any) -> bool:
    """The part of JSON Schema 2020-12 that the contract uses."""
    if "$ref" in rule:
        return _fits(value, whole["$defs"][rule["$ref"].rsplit("/", 1)[1]], whole)
    if "enum" in rule:
        return value in rule["enum"]
    kinds: dict[str, Any] = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
    if rule["type"] == "number":
        return not isinstance(value, str | dict | list)
    if not isinstance(value, kinds[rule["type"]]):
        return False
    if isinstance(value, list):
        return all(_fits(one, rule["items"], whole) for one in value)
    if isinstance(value, dict):
        named, more = rule.get("properties", {}), rule["additionalProperties"]
        return set(rule.get("required", [])) <= set(value) and all(
            _fits(one, named[name], whole) if name in named else more and _fits(one, more, whole)
            for name, one in value.items()
        )
    return True


def test_what_is_written_fits_the_schema() -> None:
    assert _fits(tree(full()), schema(), schema())
    assert not _fits({**tree(full()), "more": 1}, schema(), schema())
    assert not _fits({name: one for name, one in tree(full()).items() if name != "rule"}, schema(), schema())


def test_shipped_scenarios_can_be_read() -> None:
    for name in shipped_names():
        assert shipped(name).scenario.identity.id == name
