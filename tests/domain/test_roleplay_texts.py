"""Texts know their place and who sees them; numbers in them come from the matrix alone."""

from dataclasses import replace

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.ledger import ledger
from meeting_app.domain.roleplay.seating import layouts, seats, stand_in, tables_for
from meeting_app.domain.roleplay.texts import (
    fill,
    private_strings,
    texts,
    unknown_placeholders,
    value_of,
    yuan,
)
from tests.domain.roleplay_sample import sample

TABLE = m.MoneyTable(
    "share", "Who pays", (m.Payer("low", "Ground floor", 2), m.Payer("high", "Top", 1)),
    (m.MoneyColumn("where", "front", 100_000, (20_000, 60_050)), m.MoneyColumn("where", "back", 0, (1,))),
)  # fmt: skip


def _with(**changes: object) -> m.Scenario:
    return replace(sample(), tables=(TABLE,), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "role", "value"),
    [
        ("score:where.front", "old", "60"), ("walk_away", "old", "40"),
        ("table:share.front.low", "", "200"), ("table:share.where.front.Top", "", "600.50"),
        ("score:where.front", "watch", None), ("score:where", "old", None), ("walk_away", "", None),
        ("walk_away:x", "old", None), ("table:none.front.low", "", None), ("table:share.none.low", "", None),
        ("table:share.front.none", "", None), ("table:share.back.high", "", None),
        ("table:share.low", "", None),
        ("other", "old", None),
    ],
)  # fmt: skip
def test_placeholders(word: str, role: str, value: str | None) -> None:
    assert value_of(_with(), word, role) == value


def test_texts_are_filled_and_strangers_stay() -> None:
    one = _with()
    assert fill(one, "{walk_away} of {score:pay.equal}, {what}", "old") == "40 of 40, {what}"
    old = replace(one.roles[0], secret="You want {walk_away}, {score:none.x}")
    assert list(unknown_placeholders(replace(one, roles=(old, *one.roles[1:])))) == [
        (("roles", 0, "secret"), "score:none.x")
    ]
    assert fill(one, "{walk_away}", "old", ledger(one)) == "40"


def test_amounts() -> None:
    assert [yuan(fen) for fen in (120_000, 120_050, -305, 5)] == ["1200", "1200.50", "-3.05", "0.05"]


def test_who_sees_a_text() -> None:
    clue = m.Clue("c", "Pipe", "The pipe is old", ("old",), m.Release(phase="talk"))
    told = replace(clue, id="d", text="Rain is coming", to=("all",))
    one = _with(clues=(clue, told))
    public = {text.text: text.public for text in texts(one)}
    assert public["lives on top"]
    assert public["Negotiate"]
    assert not public["cannot climb"]
    assert not public["Hand out the cards"]
    assert not public["The pipe is old"]
    assert "may_share" not in public
    hidden = private_strings(one)
    assert "cannot climb" in hidden
    assert "The pipe is old" in hidden
    assert "Rain is coming" not in hidden


def test_private_strings_are_also_searched_as_they_are_printed() -> None:
    old = replace(sample().roles[0], secret="Never below {walk_away} points")
    one = replace(sample(), roles=(old, *sample().roles[1:]))
    assert {"Never below {walk_away} points", "Never below 40 points"} <= set(private_strings(one))


def test_tables_of_every_size() -> None:
    one = sample()
    assert seats(one, 2) is None
    assert seats(one, 3) == ("old", "young", "ground")
    assert seats(one, 5) == ("old", "young", "ground", "watch", "watch")
    assert [len(table) for table in tables_for(one, 8)] == [4, 4]
    assert [len(table) for table in tables_for(one, 7)] == [4, 3]
    with pytest.raises(Refusal, match="roleplay_no_tables"):
        tables_for(one, 2)
    assert layouts(one, 0) == []


def test_teams_and_doubled_roles() -> None:
    roles = (replace(sample().roles[0], team=2), *sample().roles[1:3])
    one = replace(sample(), roles=roles)
    assert seats(one, 4) == ("old", "old", "young", "ground")
    assert seats(one, 5) is None
    doubled = replace(one, players=replace(one.players, teams=True, table_most=6))
    assert seats(doubled, 6) == ("old", "old", "young", "young", "ground", "ground")


def test_optional_roles_come_before_observers_and_vetoes_are_always_played() -> None:
    young = replace(sample().roles[1], optional=True, merge_into="old")
    one = replace(sample(), roles=(sample().roles[3], sample().roles[0], young, sample().roles[2]))
    assert seats(one, 2) == ("old", "ground")
    assert seats(one, 3) == ("old", "young", "ground")
    kept = replace(one, rule=replace(one.rule, vetoes=("young",)))
    assert seats(kept, 3) == ("old", "young", "ground")


def test_who_speaks_for_an_absent_role() -> None:
    young = replace(sample().roles[1], optional=True, merge_into="old")
    one = replace(sample(), roles=(sample().roles[0], young, *sample().roles[2:]))
    assert stand_in(one, "young", ("old", "ground")) == "old"
    assert stand_in(one, "young", ("young",)) == "young"
    assert stand_in(one, "old", ("ground",)) == ""
    circle = replace(one, roles=(replace(one.roles[0], merge_into="young"), young))
    assert stand_in(circle, "young", ("ground",)) == ""
