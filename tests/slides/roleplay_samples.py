"""Pages of a role-play, made the way the projector makes them: a shipped scenario played by three tables."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay import play as rules
from meeting_app.domain.roleplay.deals import enumerate_deals
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.play import Play
from meeting_app.domain.roleplay.seating import seats
from meeting_app.domain.roleplay.stance import Interval, Shift
from meeting_app.domain.roleplay.verdict import voices
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.slides_roleplay import SCENES, Stage, available, followed, scene, stage_of
from meeting_app.queries.slides_types import Head, Slide
from meeting_app.queries.slides_types_roleplay import Act, PlayTurnSlide, RolePlayPage
from meeting_app.scenarios.library import shipped
from meeting_app.ui.slides.roleplay import page_count
from tests.slides import samples
from tests.slides.samples import HEAD, NOW


def at(minute: int) -> Instant:
    """So many minutes before NOW (negative: after)."""
    return Instant(NOW.wall_ms - minute * 60_000, NOW.mono_ms - minute * 60_000, NOW.boot)


def shift(question: str, pairs: int) -> Shift:
    """An invented outcome for a question."""
    if pairs < 5:
        return Shift(question, pairs, pairs, pairs, None, None, None, None, None, None, orientation=True)
    return Shift(
        question, pairs + 2, pairs, pairs, Fraction(28, 10), Fraction(34, 10),
        Interval(Fraction(6, 10), 21, 99), 9, 7, 0, orientation=pairs < 30,
    )  # fmt: skip


def shifts(scenario: Scenario, pairs: int = 18) -> tuple[AnnexShift, ...]:
    """What has moved on each question."""
    return tuple(
        AnnexShift(
            one.text,
            one.low,
            one.high,
            shift(one.id, pairs),
            about_others=one.id == scenario.poll.understanding,
        )
        for one in scenario.poll.questions
    )


def prepared(scenario: Scenario, tables: int = 3) -> Play:
    """So many full tables before the beginning."""
    seated = seats(scenario, len(scenario.roles))
    assert seated is not None
    return rules.prepared(scenario.plans[1], [seated] * tables)


def proposed(scenario: Scenario, play: Play, now: Instant) -> Play:
    """The first table has a deal that all accept, the second one that its first role refuses; the third talks
    on and has agreed on one issue.
    """
    deals = enumerate_deals(scenario)
    for table, deal in ((1, deals.deal(0)), (2, deals.deal(len(deals.possible) - 1))):
        play = rules.propose(play, scenario, table, deal, now)
        for role in voices(scenario, play.table(table).seats):
            play = rules.answer(play, table, role, accepts=table == 1 or role not in scenario.rule.vetoes[:1])
    issue = scenario.issues[0]
    choice = tuple(one.id for one in issue.options[: max(1, issue.least)])
    everybody = voices(scenario, play.table(1).seats)
    for table in (1, 3):
        play = rules.agree(play, scenario, table, issue.id, choice, everybody)
    return rules.show_card(play, 3, "yellow")


def course(scenario: Scenario) -> Iterator[tuple[str, Stage]]:
    """A whole play, phase by phase, with everything that comes out on its way."""
    play, now = prepared(scenario), at(2)
    yield "before", stage_of(scenario, play, now)
    while not (play := rules.forward(play, now)).over:
        phase = play.phase
        assert phase is not None
        for clue in scenario.clues:
            if clue.release.phase == phase.id:
                play = rules.release(play, scenario, clue.id)
        if phase.kind == "negotiate":
            play = proposed(scenario, play, at(1))
            for event in scenario.events:
                play = rules.fire(play, scenario, event.id)
        told = shifts(scenario) if phase.kind == "debrief" else ()
        yield phase.id, stage_of(scenario, play, NOW, told)
    yield "over", stage_of(scenario, play, NOW, shifts(scenario))


def pages(stage: Stage, name: str, head: Head = HEAD) -> list[RolePlayPage]:
    """All pages of a scene."""
    return [scene(head, stage, name, page) for page in range(page_count(scene(head, stage, name)))]


def _samples() -> dict[str, Slide]:
    story = shipped("lift").scenario
    stages = dict(course(story))
    made: dict[str, Slide] = {
        f"phase_{name}": scene(HEAD, one, followed(one)) for name, one in stages.items()
    }
    for name in SCENES:
        for stage in (stages["negotiate"], stages["talk"], stages["over"]):
            if name in available(stage):
                made |= {f"{name}_{n}": page for n, page in enumerate(pages(stage, name), 1)}
                break
    negotiate = stages["negotiate"]
    act = negotiate.act
    made["talk_quiet"] = scene(HEAD, stage_of(story, rules.forward(prepared(story, 2), at(0)), NOW), "talk")
    made["talk_over"] = scene(HEAD, replace(negotiate, clock=samples.running(1200, 1234)), "talk")
    made["title_over"] = scene(HEAD, replace(negotiate, clock=samples.running(1200, 1234)), "title")
    made["shift_few"] = scene(HEAD, replace(stages["over"], shifts=shifts(story, 3)), "shift")
    made["swap"] = PlayTurnSlide(
        HEAD, act, (("吴阿婆", "唐师傅"), ("林小雨", "裘老师")), rotates=False, stay=()
    )
    made["rotation"] = PlayTurnSlide(HEAD, act, (), rotates=True, stay=("赵社工",))
    return made


SAMPLES: dict[str, Slide] = _samples()


def nasty() -> dict[str, Slide]:
    """The same scenes with texts that hurt, in a scenario that nobody should write."""
    story = shipped("lift").scenario
    found: dict[str, Slide] = {}
    for number, title in enumerate(samples.NASTY):
        bad = replace(
            story,
            identity=replace(story.identity, title=title, fiction=title * 2),
            setting=title * 4,
            roles=tuple(replace(role, name=title[:24], public=title * 2) for role in story.roles),
            facts=tuple(replace(fact, title=title, text=title * 3) for fact in story.facts),
            issues=tuple(replace(one, title=title[:30]) for one in story.issues),
            clues=tuple(replace(one, title=title, text=title * 3) for one in story.clues),
            debrief=replace(
                story.debrief,
                derole=title,
                rounds=tuple(replace(one, title=title, text=title * 2) for one in story.debrief.rounds),
            ),
        )
        head = Head(title, 17, 24, samples.stops(24, 16), title if number % 2 else "")
        for phase, stage in course(bad):
            if phase in ("negotiate", "over"):
                for name in available(stage):
                    found[f"nasty{number}_{phase}_{name}"] = scene(head, stage, name)
        act = Act(title, 3, 11, "act", "table", samples.running(600, 20))
        pairs = ((title[:24], title[:24]),) * 5
        found[f"nasty{number}_turn"] = PlayTurnSlide(head, act, pairs, rotates=True, stay=(title[:24],) * 3)
    return found
