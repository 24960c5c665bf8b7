"""Kinds of meetings as data: what is shipped is whole, what is wrong is named with its field."""

import json
from typing import Any

import pytest

from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.fields import without_twins
from meeting_app.domain.meeting_kind import Basis
from meeting_app.domain.meeting_kind_data import kind_from_data, kind_to_data
from meeting_app.domain.refusal import Refusal

RULES = ("residents_assembly",)


def data(**changed: Any) -> dict[str, Any]:
    """A kind that is right, but for what is changed; None takes a field out."""
    whole: dict[str, Any] = {
        "code": "own-1", "name": "楼道会", "called": "households", "votes": True,
        "rule": "residents_assembly",
        "quorum": {"numerator": 1, "denominator": 2, "strict": True, "by_area": False,
                   "law": "committee_law", "articles": [27]},
        "notice": {"days": 10, "basis": "law", "law": "committee_law", "articles": [26]},
        "papers": ["minutes", "notice"],
        "agenda": [item()],
    }  # fmt: skip
    return {name: value for name, value in {**whole, **changed}.items() if value is not ...}


def item(**changed: Any) -> dict[str, Any]:
    """An item that is right, but for what is changed."""
    return {"title": "说一说", "kind": "discussion", "minutes": 20, "minimum": 5, **changed}


def test_a_kind_is_read_and_written_back() -> None:
    kind = kind_from_data(data(), "f.json", RULES)
    assert (kind.own, kind.notice_days, kind.minutes) == (True, 10, 20)
    assert kind.papers == ("notice", "minutes")
    assert kind.template[0].kind is ItemKind.DISCUSSION
    assert kind_from_data(kind_to_data(kind), "f.json", RULES) == kind


def test_a_shipped_kind_has_the_catalogue_s_name() -> None:
    plain = data(code="hearing", name=..., rule=None, quorum=None, notice={"days": 5, "basis": "custom"})
    kind = kind_from_data(plain, "f.json", RULES)
    assert (kind.own, kind.name, kind.quorum, kind.notice.basis) == (False, "", None, Basis.CUSTOM)
    assert kind_from_data(kind_to_data(kind), "f.json", RULES) == kind


def test_marks_of_an_item_may_be_left_out() -> None:
    kind = kind_from_data(data(agenda=[item(protected=True), item(droppable=True), item()]), "f", RULES)
    assert [(one.protected, one.droppable) for one in kind.template] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip


SHARE = data()["quorum"]
WRONG = [
    (data(code=...), "data_missing", "code"),
    (data(name=" "), "data_text", "name"),
    (data(name=7), "data_text", "name"),
    (data(name="长" * 61), "data_long", "name"),
    (data(called="cats"), "data_choice", "called"),
    (data(votes=1), "data_flag", "votes"),
    (data(rule="dice"), "data_choice", "rule"),
    (data(votes=False), "data_rule_without_votes", "votes"),
    (data(quorum=[1, 2]), "data_object", "quorum"),
    (data(quorum={**SHARE, "numerator": 3}), "data_whole", "quorum.numerator"),
    (data(quorum={**SHARE, "more": 3}), "data_unknown", "quorum.more"),
    (data(notice={"days": -1, "basis": "custom"}), "data_whole", "notice.days"),
    (data(notice={"days": True, "basis": "custom"}), "data_whole", "notice.days"),
    (data(notice={"days": 5, "basis": "law", "law": "x", "articles": []}), "data_choice", "notice.law"),
    (data(notice={"days": 5, "basis": "custom", "law": "x"}), "data_unknown", "notice.law"),
    (data(notice={"days": 5, "basis": "law", "law": "civil_code", "articles": ["26"]}), "data_whole",
     "notice.articles"),
    (data(papers="notice"), "data_list", "papers"),
    (data(papers=["notice", "notice"]), "data_choice", "papers"),
    (data(papers=["poem"]), "data_choice", "papers"),
    (data(agenda=[]), "data_items", "agenda"),
    (data(agenda=[item()] * 61), "data_items", "agenda"),
    (data(agenda=[item(), item(minutes=-5)]), "data_whole", "agenda[2].minutes"),
    (data(agenda=[item(minimum=21)]), "data_whole", "agenda[1].minimum"),
    (data(agenda=[item(kind="dance")]), "data_choice", "agenda[1].kind"),
    (data(agenda=[item(protected="yes")]), "data_flag", "agenda[1].protected"),
    (data(agenda=[item(colour="red")]), "data_unknown", "agenda[1].colour"),
    (data(extra=1), "data_unknown", "extra"),
    ("no object", "data_object", "{}"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "code", "field"), WRONG)
def test_what_is_wrong_is_named(wrong: object, code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        kind_from_data(wrong, "f.json", RULES)
    assert (refused.value.code, refused.value.params["field"]) == (code, field)
    assert refused.value.params["file"] == "f.json"


def test_a_field_that_stands_twice_is_a_fault() -> None:
    with pytest.raises(Refusal, match="data_twice"):
        json.loads('{"a": 1, "a": 2}', object_pairs_hook=without_twins)
    assert json.loads('{"a": 1, "b": 2}', object_pairs_hook=without_twins) == {"a": 1, "b": 2}
