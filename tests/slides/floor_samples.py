"""Pages of the floor for the tests of the painters: every way of speaking, and the same with hard texts."""

from dataclasses import replace
from fractions import Fraction

from meeting_app.queries.slides_types import FloorSlide, Head, Slide, SpeakerSlide
from meeting_app.queries.slides_types_floor import FloorState, RulesSlide, ShareLine, SharesSlide, TablesSlide
from tests.slides import samples
from tests.slides.samples import HEAD, SPEAKER, paused, running

FLOOR = FloorSlide(HEAD, "问题与讨论", running(1800, 700), ())
QUESTION = FloorState(kind="question", held="李桂芳", held_clock=paused(180, 76))
DEBATE = FloorState(
    "debate", "sides", side="for", turns=(3, 2), following_sides=("against", "for", "against")
)
ROUND = FloorState("round", "asked", heard=12, left=18)
NAMES = "王桂芳 李建国 张敏 刘秀兰 陈志远 杨丽 赵光富 黄明德 周秀英 吴国强 徐素芬 孙建华".split()
TABLES = tuple(tuple(NAMES[(table + 5 * seat) % 12] for seat in range(6)) for table in range(8))


def shares(count: int) -> tuple[ShareLine, ...]:
    """So many groups whose shares come to one."""
    whole = count * (count + 1) // 2
    return tuple(
        ShareLine(
            f"{place}号楼", 4, Fraction(1, count), Fraction(place, whole), place * 40_000
        )
        for place in range(1, count + 1)
    )  # fmt: skip


GROUPS = tuple(
    ShareLine(group, 9, Fraction(here, 33), Fraction(time, 100), 60_000)
    for group, here, time in (
        ("in:elderly", 15, 61),
        ("in:tenant", 7, 3),
        ("in:parent", 6, 20),
        ("合唱队", 4, 11),
    )
)
SAMPLES: dict[str, Slide] = {
    "question": replace(SPEAKER, name="陈国栋", clock=running(60, 21), floor=QUESTION),
    "order": replace(
        SPEAKER, clock=running(60, 5), floor=replace(QUESTION, kind="order", category="hearing")
    ),
    "reply": replace(SPEAKER, clock=running(120, 5), floor=FloorState(kind="reply")),
    "debate": replace(SPEAKER, floor=DEBATE),
    "debate_empty": replace(SPEAKER, following=(), floor=replace(DEBATE, side="against", turns=(1, 0))),
    "round": replace(SPEAKER, clock=running(60, 21), floor=ROUND),
    "stick": replace(SPEAKER, floor=FloorState("stick", "asked")),
    "stick_over": replace(SPEAKER, clock=running(180, 214), following=(), floor=FloorState("stick", "asked")),
    "report": replace(SPEAKER, clock=running(90, 21), floor=FloorState("tables", "asked", table="3")),
    "floor_debate": replace(FLOOR, floor=DEBATE),
    "floor_stick": replace(FLOOR, floor=FloorState("stick", "asked")),
    "floor_closed": replace(FLOOR, floor=FloorState(closed=True)),
    "floor_round": replace(FLOOR, following=("吴淑珍",), floor=ROUND),
    "tables": TablesSlide(HEAD, "楼前空地做什么用", running(900, 200), TABLES, 0),
    "tables_second": TablesSlide(HEAD, "楼前空地做什么用", None, TABLES, 1),
    "shares": SharesSlide(HEAD, "问题与讨论", whole=False, present=33, speakers=12, groups=shares(4)),
    "shares_many": SharesSlide(HEAD, "问题与讨论", whole=True, present=33, speakers=0, groups=shares(5)),
    "shares_groups": SharesSlide(
        HEAD, "问题与讨论", whole=False, present=33, speakers=12, groups=GROUPS, several=True
    ),
    "rules": RulesSlide(HEAD, 180_000, 2, "fair"),
    "rules_debate": RulesSlide(HEAD, 90_000, 0, "sides"),
    "rules_asked": RulesSlide(HEAD, 60_000, 1, "asked"),
}


def _nasty(number: int, title: str) -> dict[str, Slide]:
    name = samples.NAMES[number % len(samples.NAMES)]
    head = Head(title, 17, 24, samples.stops(24, 16), title if number % 2 else "")
    lines = (ShareLine(title[:40], 400, Fraction(1, 3), Fraction(2, 3), 6_000_000), *shares(4))
    speaker = SpeakerSlide(head, title, name, "晨光社区东区12号楼", 3, 0, running(9000, 1), (name,) * 3)
    tables = ((name,) * 5, (title[:20],) * 3, tuple(NAMES), (), (name,), ("王五",) * 12)
    return {
        "held": replace(speaker, floor=replace(QUESTION, held=name, held_clock=paused(60, 9000))),
        "debate": replace(speaker, floor=replace(DEBATE, turns=(114, 120))),
        "stick": replace(speaker, floor=FloorState("stick")),
        "stick_over": replace(speaker, clock=running(60, 60 + 6015), floor=FloorState("stick")),
        "floor": FloorSlide(head, title, running(3600, 5000), (), replace(DEBATE, closed=True)),
        "tables": TablesSlide(head, title, running(3600, 4000), tables, 9),
        "shares": SharesSlide(head, title, whole=True, present=1234, speakers=987, groups=lines),
        "rules": RulesSlide(head, 3_590_000, 19, "sides"),
    }  # fmt: skip


def nasty() -> dict[str, Slide]:
    """The same pages with texts that hurt."""
    return {
        f"nasty{number}_{name}": slide
        for number, title in enumerate(samples.NASTY)
        for name, slide in _nasty(number, title).items()
    }
