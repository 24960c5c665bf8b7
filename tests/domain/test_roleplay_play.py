"""A play goes on step by step, resumes at the same second, and shows nothing private."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay import play as p
from meeting_app.domain.roleplay.public import public_play, public_scenario
from meeting_app.domain.roleplay.seating import tables_for
from meeting_app.domain.roleplay.texts import private_strings
from meeting_app.domain.roleplay.verdict import agreed_by_all, hint, needed, verdict, voices, willing
from tests.domain.roleplay_sample import sample

FAIR = (("back",), ("equal",))
NARROW = (("back",), ("storey",))


def at(minute: int, seconds: int = 0) -> Instant:
    """So long after the beginning."""
    ms = (minute * 60 + seconds) * 1000
    return Instant(ms, ms, "boot")


def _story() -> m.Scenario:
    base = sample()
    clues = (
        m.Clue("pipe", "Pipe", "The pipe below is leaking", ("old",), m.Release(phase="talk", minute=5)),
        m.Clue("rain", "Rain", "It will rain all week", ("all",), m.Release(event="storm")),
    )
    events = (
        m.Event("storm", "Storm", "A storm comes up", "time", "talk", 10,
                (m.Effect("walk_away", "old", -20),)),
        m.Event("stuck", "Stuck", "Nothing moves", "deadlock", "", 8),
        m.Event("visit", "Visit", "The office visits", "manual"),
        m.Event("late", "Late", "It grows late", "deadlock", "read", 2),
    )  # fmt: skip
    table = m.MoneyTable(
        "share", "Who pays", (m.Payer("low", "Low", 2),), (m.MoneyColumn("where", "front", 100, (50,)),)
    )  # fmt: skip
    phases = list(base.plans[0].phases)
    phases[1] = replace(phases[1], skippable=True)
    return replace(
        base, clues=clues, events=events, tables=(table,),
        plans=(replace(base.plans[0], phases=tuple(phases)),),
        setting="Each low flat pays {table:share.front.low} yuan",
    )  # fmt: skip


STORY = _story()


def begun(phase: int = 2) -> p.Play:
    """Two tables of four and three in the negotiation."""
    play = p.prepared(STORY.plans[0], tables_for(STORY, 7))
    for _ in range(phase + 1):
        play = p.forward(play, at(0))
    return play


def test_from_the_first_phase_to_the_end() -> None:
    play = p.prepared(STORY.plans[0], tables_for(STORY, 7))
    assert play.phase is None
    seen = []
    for _ in range(6):
        play = p.forward(play, at(0))
        seen.append(play.phase.id if play.phase else "")
    assert seen == ["before", "read", "talk", "out", "debrief", "after"]
    play = p.forward(play, at(1))
    assert play.over
    assert p.remaining_ms(play, at(2)) == 0
    assert p.back(play, at(2)).phase == STORY.plans[0].phases[-1]


def test_the_clock_counts_pauses_and_is_extended() -> None:
    play = begun()
    assert p.remaining_ms(play, at(10)) == 20 * 60_000
    stopped = p.paused(play, at(10))
    assert p.remaining_ms(stopped, at(25)) == 20 * 60_000
    assert p.remaining_ms(p.resumed(stopped, at(25)), at(26)) == 19 * 60_000
    assert p.remaining_ms(p.extended(play, 3 * p.MINUTE_MS), at(0)) == 33 * 60_000
    ahead = p.allow(play, 2, -4 * p.MINUTE_MS)
    assert (p.remaining_ms(ahead, at(0), 1), p.remaining_ms(ahead, at(0), 2)) == (1_800_000, 1_560_000)
    assert p.forward(ahead, at(1)).table(2).allowance_ms == 0


def test_skip_repeat_and_insert() -> None:
    play = begun(1)
    skipped = p.skip(play, at(1))
    assert (skipped.phase, skipped.skipped) == (STORY.plans[0].phases[2], ("read",))
    again = p.repeat(begun(), at(9))
    assert p.remaining_ms(again, at(9)) == 30 * 60_000
    more = p.insert(begun(), STORY.plans[0].phases[2])
    more = p.insert(more, STORY.plans[0].phases[2])
    assert [phase.id for phase in more.phases[2:6]] == ["talk", "talk_3", "talk_2", "out"]
    fresh = p.insert(begun(), replace(STORY.plans[0].phases[2], id="pause"))
    assert fresh.phases[3].id == "pause"


def test_clues_and_events_come_when_they_are_due_and_once() -> None:
    play = begun()
    assert p.due_clues(play, STORY, at(4)) == ()
    assert p.due_clues(play, STORY, at(5)) == ("pipe",)
    play = p.release(play, STORY, "pipe")
    assert p.due_clues(play, STORY, at(5)) == ()
    assert [event.id for event in p.due_events(play, STORY, at(9))] == ["stuck"]
    assert [event.id for event in p.due_events(play, STORY, at(10))] == ["storm", "stuck"]
    play = p.propose(play, STORY, 1, FAIR, at(9))
    assert [event.id for event in p.due_events(play, STORY, at(16))] == ["storm"]
    play = p.fire(play, STORY, "storm")
    assert play.released == ("pipe", "rain")
    assert p.due_events(play, STORY, at(16)) == ()
    assert [event.id for event in p.due_events(p.repeat(play, at(20)), STORY, at(28))] == ["stuck"]
    assert [event.id for event in p.due_events(begun(1), STORY, at(3))] == ["late"]
    before = p.prepared(STORY.plans[0], tables_for(STORY, 7))
    assert (p.due_events(before, STORY, at(3)), p.due_clues(before, STORY, at(3))) == ((), ())


def test_cues_and_warnings() -> None:
    assert p.cue_now(begun(1), at(1)) == m.Cue(0, "Hand out the cards")
    assert p.cue_now(begun(), at(1)) is None
    assert p.warning_now(begun(), at(24)) is None
    assert p.warning_now(begun(), at(26)) == 5
    assert p.warning_now(begun(), at(29, 30)) == 1
    before = p.prepared(STORY.plans[0], ())
    assert (p.cue_now(before, at(0)), p.warning_now(before, at(0))) == (None, None)


def test_a_proposal_its_cards_and_the_verdict() -> None:
    play = p.propose(p.ask_help(begun(), 1), STORY, 1, NARROW, at(3))
    table = play.table(1)
    assert not table.help
    assert (table.proposals[0].number, table.proposals[0].phase, table.proposals[0].at_ms) == (
        1,
        "talk",
        180_000,
    )
    play = p.answer(play, 1, "old", accepts=False)
    play = p.answer(p.answer(play, 1, "old", accepts=True), 1, "young", accepts=True)
    found = verdict(STORY, table.seats, play.table(1).proposals[0])
    assert (found.accepted, found.yes, found.needed, found.voices) == (False, 2, 2, 3)
    assert (found.missing, found.willing, found.below) == (("ground",), ("young", "ground"), ("old",))
    play = p.answer(play, 1, "ground", accepts=True)
    assert verdict(STORY, table.seats, play.table(1).proposals[0]).accepted
    assert verdict(STORY, table.seats, play.table(1).proposals[0], ("storm",)).below == ()


def test_a_table_that_plays_fewer_roles_needs_fewer() -> None:
    young = replace(STORY.roles[1], optional=True, merge_into="old")
    one = replace(STORY, roles=(STORY.roles[0], young, *STORY.roles[2:]), rule=m.Rule(3))
    assert (needed(one, ("old", "ground")), needed(one, ("old", "young", "ground"))) == (2, 3)
    assert voices(one, ("old", "ground", "watch")) == ("old", "ground")
    assert willing(one, ("old", "ground"), FAIR) == ("old", "ground")


def test_hints_in_three_strengths() -> None:
    seats = ("old", "young", "ground")
    weak, middle, strong = (hint(STORY, seats, NARROW, strength) for strength in (1, 2, 3))
    assert (weak.accept, weak.voices, weak.issue) == (2, 3, "")
    assert (middle.issue, middle.choice, middle.gain) == ("pay", (), 1)
    assert (strong.issue, strong.choice) == ("pay", ("equal",))
    assert hint(STORY, seats, FAIR, 3).gain == 0


def test_partial_agreement() -> None:
    play = p.agree(begun(), STORY, 2, "where", ("back",), ("ground", "old"))
    assert play.table(2).agreed == (("where", ("back",), ("old", "ground")),)
    play = p.agree(play, STORY, 2, "where", ("back",), ("old", "young", "ground"))
    assert agreed_by_all(play.table(2).agreed, ("old", "young", "ground")) == {"where": ("back",)}
    assert p.agree(play, STORY, 2, "where", ("back",), ()).table(2).agreed == ()


Step = Callable[[p.Play], object]
REFUSED: list[tuple[str, Step]] = [
    ("play_no_table", lambda play: play.table(9)),
    ("play_over", lambda play: p.forward(p._enter(play, 6, at(0)), at(0))),
    ("play_over", lambda play: p.insert(p._enter(play, 6, at(0)), STORY.plans[0].phases[0])),
    ("play_at_start", lambda play: p.back(begun(0), at(0))),
    ("play_not_running", lambda play: p.repeat(p.prepared(STORY.plans[0], ()), at(0))),
    ("play_not_skippable", lambda play: p.skip(play, at(0))),
    ("play_allowance", lambda play: p.allow(play, 1, 30 * p.MINUTE_MS + 1)),
    ("play_colour", lambda play: p.show_card(play, 1, "blue")),
    ("play_no_clue", lambda play: p.release(play, STORY, "none")),
    ("play_clue_out", lambda play: p.release(p.release(play, STORY, "pipe"), STORY, "pipe")),
    ("play_no_event", lambda play: p.fire(play, STORY, "none")),
    ("play_event_past", lambda play: p.fire(p.fire(play, STORY, "visit"), STORY, "visit")),
    ("play_incomplete", lambda play: p.propose(play, STORY, 1, FAIR[:1], at(0))),
    ("play_incomplete", lambda play: p.propose(play, STORY, 1, (("attic",), ("equal",)), at(0))),
    ("play_incomplete", lambda play: p.agree(play, STORY, 1, "when", ("back",), ("old",))),
    ("play_constraint", lambda play: p.propose(play, STORY, 1, (("front",), ("equal",)), at(0))),
    ("play_no_proposal", lambda play: p.answer(play, 1, "old", accepts=True)),
    ("play_no_role", lambda play: p.answer(p.propose(play, STORY, 1, FAIR, at(0)), 1, "none", accepts=True)),
    ("play_no_role", lambda play: p.agree(play, STORY, 1, "where", ("back",), ("none",))),
]


@pytest.mark.parametrize(("code", "step"), REFUSED)
def test_what_does_not_fit_is_refused(code: str, step: Step) -> None:
    with pytest.raises(Refusal, match=code):
        step(begun())


def test_the_rounds_are_used_up() -> None:
    play = begun()
    for _ in range(3):
        play = p.propose(play, STORY, 1, FAIR, at(1))
    with pytest.raises(Refusal, match="play_no_round_left"):
        p.propose(play, STORY, 1, FAIR, at(1))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in _strings(item)]
    if is_dataclass(value):
        return [text for one in fields(value) for text in _strings(getattr(value, one.name))]
    return []


def test_what_everybody_sees_holds_nothing_private() -> None:
    play = p.propose(begun(), STORY, 1, FAIR, at(1))
    play = p.agree(play, STORY, 2, "pay", ("equal",), ("old", "young", "ground"))
    play = p.agree(play, STORY, 2, "where", ("back",), ("old",))
    play = p.release(p.fire(play, STORY, "storm"), STORY, "pipe")
    play = p.show_card(p.show_card(play, 1, "red"), 2, "yellow")
    seen = [*_strings(public_scenario(STORY)), *_strings(public_play(STORY, play, at(2)))]
    for secret in private_strings(STORY):
        assert not [text for text in seen if secret in text]
    assert "It will rain all week" in seen
    assert "A storm comes up" in seen
    assert "The pipe below is leaking" not in seen
    assert "Each low flat pays 0.50 yuan" in seen


def test_the_public_state_of_the_tables() -> None:
    play = p.propose(begun(), STORY, 1, FAIR, at(1))
    play = p.agree(play, STORY, 2, "pay", ("equal",), ("old", "young", "ground"))
    shown = public_play(STORY, play, at(2))
    assert shown.phase is not None
    assert (shown.phase.title, shown.phase.left_ms, shown.phase.running) == ("Negotiate", 28 * 60_000, True)
    first, second = shown.tables
    assert first.proposal is not None
    assert first.proposal.choices == (("Where?", ("Behind",)), ("Who pays?", ("All alike",)))
    assert first.proposal.accepted is None
    assert second.proposal is None
    assert second.agreed == (("Who pays?", ("All alike",)),)
    for role in ("old", "young", "ground"):
        play = p.answer(play, 1, role, accepts=True)
    last = public_play(STORY, play, at(2)).tables[0].proposal
    assert last is not None
    assert last.accepted is True
    assert (shown.green, shown.yellow, shown.red) == (2, 0, 0)
    ended = public_play(STORY, p._enter(play, 6, at(3)), at(3))
    assert (ended.phase, ended.over) == (None, True)
