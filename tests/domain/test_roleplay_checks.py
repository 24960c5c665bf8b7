"""A fault put into a good scenario is found under its own code, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.balance import Meter
from meeting_app.domain.roleplay.checks import check, speaking_minutes
from meeting_app.domain.roleplay.checks_words import width
from tests.domain.roleplay_big import scenario
from tests.domain.roleplay_sample import sample

GOOD = sample()
CLUE = m.Clue("c", "Pipe", "The pipe below is leaking", ("old",), m.Release(phase="talk"))
EVENT = m.Event("rain", "Rain", "It rains", "manual")
TABLE = m.MoneyTable(
    "share", "Who pays", (m.Payer("low", "Low", 2),), (m.MoneyColumn("where", "front", 100, (50,)),)
)  # fmt: skip
Damage = Callable[[m.Scenario], m.Scenario]


def _role(at: int, **changes: object) -> Damage:
    def damage(one: m.Scenario) -> m.Scenario:
        roles = list(one.roles)
        roles[at] = replace(roles[at], **changes)  # type: ignore[arg-type]
        return replace(one, roles=tuple(roles))

    return damage


def _phase(at: int, **changes: object) -> Damage:
    def damage(one: m.Scenario) -> m.Scenario:
        phases = list(one.plans[0].phases)
        phases[at] = replace(phases[at], **changes)  # type: ignore[arg-type]
        return replace(one, plans=(replace(one.plans[0], phases=tuple(phases)),))

    return damage


def _set(**changes: object) -> Damage:
    return lambda one: replace(one, **changes)  # type: ignore[arg-type]


def _clue(**changes: object) -> Damage:
    return _set(clues=(replace(CLUE, **changes),), events=(EVENT,))  # type: ignore[arg-type]


def _option(at: int, **changes: object) -> Damage:
    def damage(one: m.Scenario) -> m.Scenario:
        options = list(one.issues[0].options)
        options[at] = replace(options[at], **changes)  # type: ignore[arg-type]
        return replace(one, issues=(replace(one.issues[0], options=tuple(options)), *one.issues[1:]))

    return damage


def _without_talk(one: m.Scenario) -> m.Plan:
    phases = one.plans[0].phases
    return m.Plan(60, (*phases[:2], replace(phases[2], id="chat"), *phases[3:]))


RULE, POLL, IDENTITY = GOOD.rule, GOOD.poll, GOOD.identity
HURT = m.Effect("score", "old", 1, "where", "attic")

DAMAGES: list[tuple[str, Damage]] = [
    ("E01.form", _set(identity=replace(IDENTITY, id="Bad Name"))),
    ("E01.twice", _set(facts=GOOD.facts * 2)),
    ("E01.unknown_party", _role(0, party="nobody")),
    ("E01.unknown_role", _set(rule=replace(RULE, proposer="nobody"))),
    ("E01.unknown_role", _role(0, objectives=(m.Objective("x", "nobody"),))),
    ("E01.unknown_role", _set(relations=(m.Relation("old", "nobody", "x"),))),
    ("E01.unknown_role", _clue(to=("nobody",))),
    ("E01.unknown_role", _role(3, merge_into="nobody")),
    ("E01.unknown_role", _set(swap=m.Swap("talk", (("old", "nobody"),)))),
    ("E01.unknown_role", _set(rotation=m.Rotation("talk", ("nobody",)))),
    ("E01.unknown_option", _set(constraints=(m.Constraint("x", "forbid", "", (("where", "attic"),)),))),
    ("E01.unknown_option", _set(events=(replace(EVENT, effects=(HURT,)),))),
    ("E01.unknown_option", _set(tables=(replace(TABLE, columns=(m.MoneyColumn("a", "b", 100, (50,)),)),))),
    ("E01.unknown_value", _role(0, interests=(m.Interest("quiet", "x", 100),))),
    ("E01.unknown_value", _option(0, effects=(("quiet", 1),))),
    ("E01.unknown_value", _set(events=(replace(EVENT, effects=(m.Effect("weight", "old", 1),)),))),
    ("E01.unknown_phase", _set(swap=m.Swap("nowhere", (("old", "young"),)))),
    ("E01.unknown_phase", _set(rotation=m.Rotation("nowhere", ("old",)))),
    ("E01.unknown_phase", _set(events=(replace(EVENT, trigger="time"),))),
    ("E01.unknown_event", _clue(release=m.Release(event="snow"))),
    ("E01.unknown_attribute", _role(0, plays=(("car", "yes"),))),
    ("E01.unknown_attribute", _set(poll=replace(POLL, camps="car"))),
    ("E01.unknown_attribute_value", _role(0, avoid=(("storey", "cellar"),))),
    ("E01.unknown_question", _set(poll=replace(POLL, understanding="none"))),
    ("E01.unknown_issue", _set(minutes=replace(GOOD.minutes, suggestions=(("when", "x"),)))),
    ("E01.not_offered", _phase(0, mode="dance")),
    ("E01.not_offered", _set(constraints=(m.Constraint("x", "wish", ""),))),
    ("E01.not_offered", _clue(rule="must_sing")),
    ("E01.not_offered", _set(events=(replace(EVENT, effects=(m.Effect("mood", "old", 1),)),))),
    ("E01.placeholder", _role(0, secret="{score:where.attic}")),
    ("E02.no_plan", _set(plans=())),
    ("E02.sum", _phase(0, minutes=6)),
    ("E02.too_short", _phase(0, least=9)),
    ("E02.cue_outside", _phase(1, cues=(m.Cue(6, "x"),))),
    ("E02.warning_outside", _phase(2, warnings=(31,))),
    ("E02.without_poll_before", _phase(0, kind="act")),
    ("E02.without_derole", _phase(3, kind="act")),
    ("E02.without_poll_after", _phase(5, kind="act")),
    ("E02.without_decision", _phase(2, decision="interim")),
    ("E03.score_missing", _set(scores=GOOD.scores[1:])),
    ("E03.score_twice", _set(scores=(*GOOD.scores, GOOD.scores[0]))),
    ("E03.no_scores", _set(scores=())),
    ("E03.weights", _set(scores=(), values=(m.Value("quiet", "Quiet"),))),
    ("E03.veto_unscored", _set(rule=replace(RULE, vetoes=("watch",)))),
    ("E03.veto_optional", _role(2, optional=True)),
    ("E03.accept", _set(rule=replace(RULE, accept=4))),
    ("E03.issue_bounds", _set(issues=(replace(GOOD.issues[0], most=4), GOOD.issues[1]))),
    ("E03.issue_bounds", _set(issues=(replace(GOOD.issues[0], least=2), GOOD.issues[1]))),
    ("E03.out_of_reach", _role(0, walk_away=61)),
    ("E04.release", _clue(release=m.Release())),
    ("E04.release", _clue(release=m.Release(phase="talk", event="rain"))),
    ("E04.nobody", _clue(to=())),
    ("E04.absent", lambda one: _clue(to=("watch",))(_role(3, merge_into="")(one))),
    ("E04.not_in_plan", lambda one: replace(_clue()(one), plans=(*one.plans, _without_talk(one)))),
    ("E04.too_late", _clue(release=m.Release(phase="talk", minute=31))),
    ("E05.negative", _option(0, cost_fen=-1)),
    ("E05.negative", _option(0, area_c=-1)),
    ("E05.shares", _set(tables=(replace(TABLE, payers=()),))),
    ("E05.total", _set(tables=(replace(TABLE, columns=(m.MoneyColumn("where", "front", 99, (50,)),)),))),
    ("E05.nothing_possible", _set(constraints=(m.Constraint("cap", "budget", "", limit=-1),))),
    ("E06.placeholder", _set(setting="Old wants {walk_away}")),
    ("E06.walk_away", _set(setting="Nobody takes less than 40 points here")),
    ("E06.secret", lambda one: replace(_role(0, secret="He will move away next spring.")(one),
                                       setting="They say: He will move away next spring")),
    ("E06.secret", lambda one: replace(_clue()(one), setting="The pipe below is leaking, says the office")),
    ("E07.bounds", _set(players=m.Players(9, 3, 3, 5))),
    ("E07.no_tables", _set(players=m.Players(3, 24, 3, 4))),
    ("E08.no_notice", _set(identity=replace(IDENTITY, fiction=" "))),
    ("E08.phone", _set(setting="Call 13812345678")),
    ("E08.identity_card", _set(setting="No. 11010119900307123X")),
    ("W02.idle", _set(constraints=(m.Constraint("cap", "budget", "Much", limit=10_000_000),))),
    ("W09.public", _role(0, public="很长的介绍" * 13)),
    ("W09.secret", _role(0, secret="很长的秘密。" * 31)),
    ("W10.long", _set(setting="这是一句怎么也说不完的话" * 5)),
    ("W10.rare", _set(setting="姓㐂的人")),
    ("W12.money", _set(setting="每户出300元")),
    ("W08.vetoes", _set(rule=replace(RULE, vetoes=("old", "young", "ground")))),
]  # fmt: skip


def _cases(one: m.Scenario) -> set[str]:
    return {f"{finding.code}.{finding.case}" for finding in check(one)}


@pytest.mark.parametrize(("code", "damage"), DAMAGES, ids=[code for code, _damage in DAMAGES])
def test_each_damage_is_found(code: str, damage: Damage) -> None:
    found = {finding.code + "." + finding.case: finding for finding in check(damage(GOOD))}
    assert code in found
    errors = {one for one in found if one.startswith("E")} - {code}
    if code.startswith("W"):
        assert not errors
    assert found[code].blocks is code.startswith("E")


def test_the_sample_can_be_played() -> None:
    assert [finding for finding in check(GOOD) if finding.blocks] == []
    assert _cases(GOOD) == {
        "W01.dead", "W03.takes_all", "W05.no_trade", "W07.all_many", "W07.but_one_many", "W11.no_cue",
    }  # fmt: skip


def test_a_clue_may_go_to_a_role_that_merges_and_come_with_an_event() -> None:
    assert not [f for f in check(_clue(to=("all", "watch"))(GOOD)) if f.blocks]
    told = replace(EVENT, text="The pipe below is leaking")
    one = replace(GOOD, events=(told,), clues=(replace(CLUE, release=m.Release(event="rain")),))
    assert not [f for f in check(one) if f.blocks]
    other = replace(one, clues=(replace(CLUE, release=m.Release(phase="talk")),))
    assert "E06.secret" in _cases(other)


def test_a_ring_of_merges_speaks_for_nobody() -> None:
    roles = (
        *GOOD.roles[:2], GOOD.roles[2], replace(GOOD.roles[3], merge_into="fifth"),
        replace(GOOD.roles[3], id="fifth", merge_into="watch"),
    )  # fmt: skip
    assert "E04.absent" in _cases(_clue(to=("watch",))(replace(GOOD, roles=roles)))


def test_residents_names_do_not_occur() -> None:
    named = replace(GOOD, setting="Lin Xiaoyu lives here")
    found = [finding for finding in check(named, ["Lin Xiaoyu", "L"]) if finding.code == "E08"]
    assert [finding.params["name"] for finding in found] == ["Lin Xiaoyu"]
    signed = replace(GOOD, identity=replace(IDENTITY, author="Lin Xiaoyu"))
    assert not [finding for finding in check(signed, ["Lin Xiaoyu"]) if finding.code == "E08"]


def test_an_issue_with_too_many_choices() -> None:
    wide = replace(GOOD.issues[0], options=tuple(m.Option(f"o{at}", "x") for at in range(14)), most=14)
    one = replace(GOOD, issues=(GOOD.issues[1], wide), constraints=(), minutes=replace(
        GOOD.minutes, suggestions=()), scores=())  # fmt: skip
    assert "E05.too_many_choices" in _cases(one)


def _scored(*rows: tuple[int, ...]) -> m.Scenario:
    """Two roles, two issues of two options each."""
    issues = tuple(m.Issue(name, name, "", (m.Option("x", "X"), m.Option("y", "Y"))) for name in "ab")
    places = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    return replace(
        GOOD, issues=issues, constraints=(), rule=m.Rule(1), minutes=replace(GOOD.minutes, suggestions=()),
        roles=tuple(replace(role, walk_away=5) for role in GOOD.roles[:2]),
        scores=tuple(
            m.Score(role.id, *place, points)
            for role, row in zip(GOOD.roles, rows, strict=False)
            for place, points in zip(places, row, strict=True)
        ),
    )  # fmt: skip


def test_conflict_and_trade() -> None:
    same = _cases(_scored((9, 0, 0, 3), (9, 0, 4, 0)))
    assert "W04.no_conflict" in same
    assert "W05.no_trade" in same
    assert "W06.one_best" in _cases(_scored((9, 0, 4, 3), (9, 0, 4, 0)))
    trade = _cases(_scored((9, 0, 0, 3), (0, 3, 9, 0)))
    assert not trade & {"W04.no_conflict", "W05.no_trade", "W06.one_best"}


def test_too_hard_and_too_easy() -> None:
    hard = _cases(_role(1, walk_away=79)(GOOD))
    assert "W07.all_few" in hard
    nobody = replace(scenario(4, (3, 3), 1), constraints=())
    refusing = replace(nobody, roles=tuple(replace(role, walk_away=60) for role in nobody.roles))
    assert {"W03.takes_nothing", "W07.but_one_few"} <= _cases(refusing)


def test_a_role_alone_has_no_conflict() -> None:
    alone = scenario(1, (3,), 1)
    assert not _cases(replace(alone, constraints=())) & {
        "W04.no_conflict",
        "W06.one_best",
    }


def test_vetoes_shared_between_parties_are_well() -> None:
    assert "W08.vetoes" not in _cases(_set(rule=replace(RULE, vetoes=("old", "ground")))(GOOD))


def test_a_meter_that_is_there_is_used() -> None:
    assert check(GOOD, meter=Meter(GOOD)) == check(GOOD)


def test_small_measures() -> None:
    assert (width("两字"), width("ab"), width("abc"), width("")) == (2, 1, 2, 0)
    assert speaking_minutes(GOOD) == 6
    assert speaking_minutes(replace(GOOD, plans=())) == 0


def test_money_words_beside_a_table_are_well() -> None:
    one = replace(GOOD, setting="每户出300元", tables=(TABLE,))
    assert "W12.money" not in _cases(one)


def test_what_may_be_left_out() -> None:
    bare = replace(GOOD, poll=replace(POLL, understanding="", camps=""))
    hosted = _role(0, objectives=(m.Objective("Say nothing of the move", "host"),))(bare)
    assert not [finding for finding in check(hosted) if finding.blocks]


def test_the_slider_leads_into_the_zone() -> None:
    one = replace(scenario(4, (4, 4, 4), 2), constraints=())
    limits = Meter(one).aim(100).walk_away
    aimed = replace(one, roles=tuple(replace(role, walk_away=limits[role.id]) for role in one.roles))
    assert not _cases(aimed) & {"W07.all_few", "W07.all_many"}


def test_nothing_is_said_of_a_balance_before_there_is_something_to_negotiate() -> None:
    begun = replace(GOOD, issues=(), scores=(), tables=(), constraints=(), minutes=m.MinutesMap((), (), ()))
    assert not {"W06", "W07"} & {finding.code for finding in check(begun)}
