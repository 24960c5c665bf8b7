"""Packs by themselves: what fits together, which is in force, freezing, what one means in numbers."""

from dataclasses import replace
from datetime import date

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.in_force import all_on, overlaps, pack_on
from meeting_app.domain.rules.needs import needs_of
from meeting_app.domain.rules.pack import Further, Participation, RulePack, check_pack
from meeting_app.domain.rules.share import Amount, Base, Measure, Share
from tests.domain.rule_world import ELECTION, HALF, MEETING, OWNERS, TWO_THIRDS

OLD = replace(
    MEETING, id="meeting_1990", effective_from=date(1990, 1, 1), effective_to=date(2025, 12, 31), sources=()
)
ENDED = replace(OWNERS, code="ended", effective_to=date(2022, 12, 31), effective_from=date(2021, 1, 1))
GAP = (replace(OLD, effective_to=date(2020, 1, 1)), MEETING)
PACKS = (OLD, MEETING, ENDED)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(1990, 1, 1), "meeting_1990"),
        (date(2025, 12, 31), "meeting_1990"),
        (date(2026, 1, 1), "meeting_2026"),
    ],
)
def test_the_law_of_the_day(day: date, found: str) -> None:
    assert pack_on(PACKS, "meeting", day).id == found


@pytest.mark.parametrize(
    ("packs", "code", "day", "refusal", "params"),
    [
        (PACKS, "nothing", date(2026, 1, 1), "rule_unknown", {"rule": "nothing"}),
        (PACKS, "meeting", date(1989, 12, 31), "rule_not_yet", {"since": date(1990, 1, 1)}),
        (GAP, "meeting", date(2022, 1, 1), "rule_not_yet", {"since": date(2026, 1, 1)}),
        (PACKS, "ended", date(2023, 1, 1), "rule_no_longer", {"until": date(2022, 12, 31)}),
    ],
)
def test_a_day_without_the_rule(
    packs: tuple[RulePack, ...], code: str, day: date, refusal: str, params: dict[str, object]
) -> None:
    with pytest.raises(Refusal) as refused:
        pack_on(packs, code, day)
    assert refused.value.code == refusal
    assert params.items() <= refused.value.params.items()


def test_everything_in_force_on_a_day() -> None:
    assert all_on(PACKS, date(2022, 6, 1)) == (OLD, ENDED)


def test_two_versions_on_one_day_are_found() -> None:
    assert overlaps(PACKS) == ()
    late = replace(OLD, effective_to=date(2026, 1, 1))
    endless = replace(OLD, effective_to=None)
    assert overlaps((late, MEETING)) == ((late, MEETING),)
    assert overlaps((endless, MEETING)) == ((endless, MEETING),)


def test_law_and_articles() -> None:
    assert (MEETING.law, MEETING.articles) == ("城市居民委员会组织法", (28, 29))
    assert (OLD.law, OLD.articles) == ("", ())
    assert replace(MEETING, participation=None).quorum.needed(48) == 0


@pytest.mark.parametrize(
    ("pack", "part"),
    [
        (replace(MEETING, id=""), "name"),
        (replace(MEETING, code=""), "name"),
        (replace(MEETING, name=""), "name"),
        (replace(MEETING, effective_to=date(2025, 1, 1)), "dates"),
        (replace(MEETING, participation=Participation(Base.VALID, TWO_THIRDS)), "participation"),
        (replace(MEETING, participation=Participation(Base.PRESENT, HALF)), "participation"),
        (replace(MEETING, approval=replace(HALF, numerator=0, strict=False)), "approval"),
        (replace(MEETING, measures=()), "measures"),
        (replace(MEETING, measures=(Measure.AREA, Measure.AREA)), "measures"),
        (replace(MEETING, notice_days=-1), "days"),
        (replace(MEETING, proxies=replace(MEETING.proxies, most=-1)), "days"),
        (replace(ELECTION, measures=(Measure.AREA,)), "measures"),
        (replace(ELECTION, further=Further(HALF, over=-1)), "further"),
        (replace(MEETING, further=Further(HALF)), "further"),
        (replace(MEETING, more_candidates=True), "further"),
    ],
)
def test_parts_that_do_not_fit(pack: RulePack, part: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_pack(pack)
    assert refused.value.code == "rule_impossible"
    assert refused.value.params["part"] == part


@pytest.mark.parametrize(
    "pack",
    [
        *PACKS,
        ELECTION,
        replace(ELECTION, further=None),
        replace(MEETING, approval=replace(HALF, numerator=0)),
    ],
    ids=lambda pack: pack.id,
)
def test_packs_that_fit_freeze_and_thaw_as_they_were(pack: RulePack) -> None:
    assert check_pack(pack) is pack
    assert pack_from_json(pack_to_json(pack)) == pack


def test_a_body_with_a_share_of_representatives_freezes_too() -> None:
    pack = replace(MEETING, composition=Share(4, 5, strict=False, base=Base.ELIGIBLE), participation=None)
    assert pack_from_json(pack_to_json(pack)) == pack


FIRST_VERSION = (
    '{"articles": [28, 29], "code": "residents_%s", "effective_from": "2026-01-01", "effective_to": null, '
    '"law": "城市居民委员会组织法", '
    '"quorum": {"base": "eligible", "denominator": 3, "numerator": 2, "strict": false}, '
    '"threshold": {"base": "present", "denominator": 2, "numerator": 1, "strict": true}}'
)


@pytest.mark.parametrize(("code", "name"), [("representatives", "居民代表会议"), ("assembly", "居民会议")])
def test_what_the_first_version_froze_thaws(code: str, name: str) -> None:
    pack = pack_from_json(FIRST_VERSION % code)
    assert (pack.code, pack.name, pack.quorum, pack.approval) == (f"residents_{code}", name, TWO_THIRDS, HALF)
    assert pack_from_json(pack_to_json(pack)) == pack


@pytest.mark.parametrize(
    ("pack", "eligible", "figures"),
    [
        (MEETING, Amount(48), [(48, 32, 17, 25)]),
        (MEETING, Amount(1), [(1, 1, 1, 1)]),
        (MEETING, Amount(0), [(0, 0, 1, 1)]),
        (OWNERS, Amount(72, 614_832), [(72, 48, 25, 37), (614_832, 409_888, 204_945, 307_417)]),
        (replace(MEETING, participation=None), Amount(48), [(48, 0, 1, 25)]),
        (replace(MEETING, approval=TWO_THIRDS), Amount(48), [(48, 32, 32, 32)]),
    ],
)
def test_what_a_pack_means_in_numbers(
    pack: RulePack, eligible: Amount, figures: list[tuple[int, ...]]
) -> None:
    found = [(need.eligible, need.participation, need.least, need.most) for need in needs_of(pack, eligible)]
    assert found == figures
