"""How long the balance meter takes while an author types, and the casting while a hall waits."""

import time
from random import Random

from bench.registry import Figure, measurement
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.balance import Meter
from meeting_app.domain.roleplay.casting import Player, Wishes, cast

_LIMITS = {24: 1.0, 240: 3.0}
_STOREYS = ("low", "middle", "high")


def _scenario(roles: int, shape: tuple[int, ...]) -> m.Scenario:
    chance = Random(1)
    issues = tuple(
        m.Issue(f"i{at}", "", "", tuple(m.Option(f"o{which}", "") for which in range(size)))
        for at, size in enumerate(shape)
    )
    parts = tuple(
        m.Role(f"r{at}", "p", f"R{at}", "", walk_away=60, plays=(("storey", _STOREYS[at % 3]),),
               avoid=(("storey", _STOREYS[at % 3]),) if at % 2 else ())
        for at in range(roles)
    )  # fmt: skip
    return m.Scenario(
        identity=m.Identity("bench", 1, "en", "", "", "", "", "", "", ""),
        players=m.Players(roles, 400, roles, roles),
        setting="", facts=(), parties=(m.Party("p", "P"),), roles=parts, issues=issues,
        rule=m.Rule(roles - 1),
        plans=(), poll=m.StancePoll(()), debrief=m.Debrief("", ()), safety=m.Safety(False, "", "", ""),
        minutes=m.MinutesMap((), (), ()),
        attributes=(m.Attribute("storey", "", tuple((one, one) for one in _STOREYS), ordered=True),),
        scores=tuple(
            m.Score(role.id, issue.id, option.id, chance.randrange(35))
            for role in parts for issue in issues for option in issue.options
        ),
    )  # fmt: skip


def _people(number: int) -> list[Player]:
    chance = Random(number)
    return [
        Player(f"p{at}", (("storey", chance.choice(_STOREYS)),), chance.choice(("18", "35", "60")))
        for at in range(number)
    ]


def _meter(scenario: m.Scenario) -> float:
    start = time.process_time()
    meter = Meter(scenario)
    meter.balance()
    meter.aim(100)
    return time.process_time() - start


def _casting(number: int) -> float:
    scenario = _scenario(8 if number < 100 else 6, (2, 2))
    players = _people(number)
    apart = tuple((players[at].id, players[at + 1].id) for at in range(0, 20, 2))
    start = time.process_time()
    cast(scenario, players, 1, wishes=Wishes(apart))
    return time.process_time() - start


@measurement("roleplay")
def roleplay(rounds: int) -> list[Figure]:
    """The balance of a scenario's deals with all figures and the slider, and the casting of a hall."""
    figures = []
    for shape, limit in (((5, 5, 5, 5, 4, 2), 0.3), ((5, 5, 5, 5, 8, 4), None)):
        scenario = _scenario(8, shape)
        values = tuple(_meter(scenario) for _ in range(rounds))
        deals = f"{Meter(scenario).deals.total:,} deals"
        figures.append(Figure(f"balance, {deals}", values, "s CPU", limit, "", "8 roles, no constraint"))
    for number, most in _LIMITS.items():
        values = tuple(_casting(number) for _ in range(rounds))
        figures.append(Figure(f"casting, {number} players", values, "s CPU", most, "", "10 excluded pairs"))
    return figures
