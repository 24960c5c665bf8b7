"""Changing a scenario at a place leaves no loose ends."""

from dataclasses import replace
from random import Random

import pytest

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.checks import check
from meeting_app.domain.roleplay.checks_names import check_names
from tests.domain.roleplay_sample import sample


def _rich() -> m.Scenario:
    """Everything that can refer to something does."""
    base = sample()
    old, young, ground, watch = base.roles
    old = replace(
        old, merge_into="young",
        objectives=(m.Objective("hear them", "young"), m.Objective("be calm", "host")),
        interests=(m.Interest("quiet", "peace", 100),),
    )  # fmt: skip
    where, pay = base.issues
    front, back, none = where.options
    return replace(
        base,
        roles=(old, young, ground, watch),
        issues=(replace(where, options=(replace(front, effects=(("quiet", 2),)), back, none)), pay),
        values=(m.Value("quiet", "Quiet"),),
        relations=(m.Relation("old", "young", "neighbours"), m.Relation("young", "ground", "friends")),
        rule=replace(base.rule, proposer="old"),
        clues=(
            m.Clue("pipe", "Pipe", "The pipe is leaking", ("old", "young"), m.Release(phase="talk")),
            m.Clue("note", "Note", "Somebody wrote a note", ("all",), m.Release(event="rain")),
        ),
        tables=(m.MoneyTable("t", "T", (m.Payer("low", "Low", 1), m.Payer("high", "High", 2)),
                             (m.MoneyColumn("pay", "equal", 300, (100, 100)),)),),
        events=(m.Event("rain", "Rain", "It rains", "time", "talk", 5, (
            m.Effect("score", "old", 1, "where", "back"), m.Effect("weight", "young", 2, value="quiet"))),),
        constraints=(*base.constraints, m.Constraint("both", "forbid", "not both",
                                                     (("where", "front"), ("pay", "storey")))),
        swap=m.Swap("talk", (("old", "young"), ("young", "ground"))),
        rotation=m.Rotation("talk", ("ground", "old")),
    )  # fmt: skip


LISTS: tuple[tuple[str | int, ...], ...] = (
    ("roles",), ("parties",), ("issues",), ("issues", 0, "options"), ("attributes",),
    ("attributes", 0, "values"), ("values",), ("events",), ("plans", 0, "phases"), ("poll", "questions"),
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_nothing_refers_to_what_was_taken_away(path: tuple[str | int, ...]) -> None:
    rich = _rich()
    assert not list(check_names(rich))
    for at in range(len(editing.value_at(rich, path))):
        left = editing.removed(rich, path, at)
        loose = [one for one in check_names(left) if one.params["name"]]
        assert loose == []


def test_what_else_is_taken_away_leaves_the_rest() -> None:
    rich = _rich()
    left = editing.removed(rich, ("facts",), 0)
    assert left == replace(rich, facts=())
    left = editing.removed(rich, ("roles",), 0)
    assert left.swap == m.Swap("talk", (("young", "ground"),))
    assert left.rotation == m.Rotation("talk", ("ground",))
    assert [one.text for one in left.relations] == ["friends"]
    assert editing.removed(replace(rich, swap=None, rotation=None), ("roles",), 0).swap is None


def test_items_come_and_move() -> None:
    rich = _rich()
    more = editing.inserted(rich, ("parties",), 1, m.Party("side", "Side"))
    assert [one.id for one in more.parties] == ["above", "side", "below"]
    assert [one.id for one in editing.moved(more, ("parties",), 0, 2).parties] == ["side", "below", "above"]
    assert editing.put(rich, ("roles", 1, "keep"), ("quiet",)).roles[1].keep == ("quiet",)
    assert editing.fresh(("role_1", "role_3"), "role") == "role_2"


def test_the_matrix_stands_in_order_whatever_was_typed_first() -> None:
    base = sample()
    mixed = list(base.scores)
    Random(4).shuffle(mixed)
    assert editing.ordered(replace(base, scores=tuple(mixed))) == base
    odd = (m.Score("ghost", "where", "front", 1), m.Score("old", "where", "roof", 2))
    extra = editing.ordered(replace(base, scores=(*odd, *base.scores)))
    assert extra.scores[5] == odd[1]
    assert extra.scores[-1] == odd[0]
    twice = replace(base, scores=(*base.scores, replace(base.scores[0], points=7)))
    assert editing.ordered(twice).scores == (replace(base.scores[0], points=7), *base.scores[1:])
    assert editing.ordered(base) is base


def test_payers_keep_their_shares() -> None:
    table = _rich().tables[0]
    low, high = table.payers
    fresh = m.Payer("new", "New", 1)
    assert editing.payers_changed(table, (high, fresh, low)).columns[0].shares_fen == (100, 0, 100)
    short = replace(table, columns=(replace(table.columns[0], shares_fen=(5,)),))
    assert editing.payers_changed(short, (low, high)).columns[0].shares_fen == (5, 0)


@pytest.mark.parametrize("minutes", [12, 45, 60, 75, 90, 133])
def test_a_plan_of_another_length_adds_up(minutes: int) -> None:
    plan = editing.stretched(sample().plans[0], minutes)
    assert plan.minutes == minutes == sum(phase.minutes for phase in plan.phases)
    other = replace(sample(), plans=(plan,))
    assert [one for one in check(other) if one.code == "E02"] == []


def test_too_short_a_plan_keeps_a_minute_for_each() -> None:
    plan = editing.stretched(sample().plans[0], 3)
    assert [phase.minutes for phase in plan.phases] == [1, 1, 1, 1, 1, 1]
    assert editing.stretched(m.Plan(60, ()), 75) == m.Plan(75, ())


def test_blanks_around_texts_go() -> None:
    base = editing.put(sample(), ("roles", 0, "keep"), (" a ", "b"))
    clean = editing.trimmed(editing.put(base, ("setting",), "\n A yard. "))
    assert clean == editing.put(sample(), ("roles", 0, "keep"), ("a", "b"))
