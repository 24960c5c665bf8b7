"""Roles and tables change when a phase begins, and everybody still has exactly one seat."""

from dataclasses import replace

from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.casting import Cast, Player, cast
from meeting_app.domain.roleplay.play import prepared
from meeting_app.domain.roleplay.turning import rotated, seated, swapped, turned
from tests.domain.roleplay_sample import sample


def _cast(number: int) -> Cast:
    return cast(sample(), [Player(f"p{at}") for at in range(number)], 1)


def _places(given: Cast) -> dict[str, tuple[int, str]]:
    return {seat.player: (seat.table, seat.role) for seat in given.seats}


def test_two_roles_change_hands_at_every_table() -> None:
    before = _cast(8)
    after = swapped(before, (("old", "ground"),))
    for who, (table, role) in _places(before).items():
        assert _places(after)[who] == (table, {"old": "ground", "ground": "old"}.get(role, role))
    assert _places(swapped(after, (("old", "ground"),))) == _places(before)
    assert swapped(before, (("old", "absent"),)) == before


def test_everybody_but_the_hosts_goes_to_the_next_table() -> None:
    before = _cast(12)
    tables = max(seat.table for seat in before.seats)
    after = rotated(before, ("young",))
    for who, (table, role) in _places(before).items():
        assert _places(after)[who] == (table if role == "young" else table % tables + 1, role)
    once_round = before
    for _ in range(tables):
        once_round = rotated(once_round, ("young",))
    assert _places(once_round) == _places(before)


def test_a_phase_brings_what_the_scenario_says() -> None:
    before = _cast(8)
    one = replace(sample(), swap=m.Swap("talk", (("old", "young"),)), rotation=m.Rotation("talk", ("watch",)))
    assert turned(one, before, "read") == before
    assert turned(sample(), before, "talk") == before
    after = turned(one, before, "talk")
    assert after == rotated(swapped(before, (("old", "young"),)), ("watch",))
    play = prepared(one.plans[0], [tuple(seat.role for seat in before.table(at)) for at in (1, 2)])
    assert [table.seats for table in seated(play, before).tables] == [table.seats for table in play.tables]
    assert sorted(seated(play, after).tables[0].seats) == sorted(seat.role for seat in after.table(1))
