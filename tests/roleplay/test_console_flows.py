"""The questions of the running console without a window: each answer leads where it says."""

from dataclasses import replace
from typing import Any

import pytest

from meeting_app.actions.roleplay import negotiating, running
from meeting_app.queries.roleplay.steps import next_in_play, part_clock
from meeting_app.ui.console.live.roleplay import presenter
from meeting_app.ui.console.live.roleplay.flow import Answer, Flow, Hold, Order
from meeting_app.ui.console.live.roleplay.play_flows import ComingFlow, EndFlow, PhasesFlow, SceneFlow
from meeting_app.ui.console.live.roleplay.table_flows import (
    ALL,
    DONE,
    NOBODY,
    AgreeFlow,
    CardsFlow,
    HintFlow,
    ProposalFlow,
    TableFlow,
    cards_of,
)
from tests.roleplay.playing import World, cast, forward_to, now, open_meeting
from tests.storage.desks import Room

DEAL = (("half",), ("floor",), ("light",), ("card",), ("summer",))


@pytest.fixture
def play(stage: Room, world: World) -> str:
    """A play in its negotiation."""
    open_meeting(stage, world)
    found = cast(stage, world)
    stage.do(running.start_play, play_id=found)
    forward_to(stage, found, "negotiate", running.next_phase)
    return found


def along(flow: Flow, *options: str) -> Answer:
    """Answer one question after the other."""
    answer: Answer = flow
    for option in options:
        assert answer is not None
        assert not isinstance(answer, Order | Hold)
        assert option in [one.id for one in answer.question().options]
        answer = answer.choose(option)
    return answer


def order(stage: Room, answer: Answer) -> None:
    """Do what came out of it."""
    assert isinstance(answer, Order)
    stage.do(answer.action, **answer.arguments)


def test_a_proposal_takes_one_answer_an_issue_and_leads_to_its_cards(stage: Room, play: str) -> None:
    answer = along(ProposalFlow(now(stage, play), 1), *(choice[0] for choice in DEAL))
    order(stage, answer)
    shown = now(stage, play)
    proposal = shown.tables[0].proposal
    assert proposal is not None
    assert proposal.deal == DEAL
    assert isinstance(answer, Order)
    assert answer.then is not None
    cards = answer.then(shown)
    assert isinstance(cards, CardsFlow)
    assert cards.question().note  # the first role has a veto
    order(stage, along(cards, "yes", "no", ALL))
    proposal = now(stage, play).tables[0].proposal
    assert proposal is not None
    assert [card.accepts for card in proposal.cards] == [True, False, True, True, True, True, True]
    marked = [one.id for one in ProposalFlow(now(stage, play), 1).question().options if one.chip]
    assert marked == ["half"]  # as before


def test_several_options_are_switched_until_they_are_enough(stage: Room, play: str) -> None:
    shown = now(stage, play)
    issues = (replace(shown.issues[0], least=1, most=2), *shown.issues[1:])
    flow = ProposalFlow(replace(shown, issues=issues), 1)
    assert DONE not in [one.id for one in flow.question().options]
    two = along(flow, "level", "half")
    assert isinstance(two, ProposalFlow)
    assert two.picked == ("half", "level")  # in the order of the issue
    assert DONE not in [one.id for one in along(two, "none").question().options]  # type: ignore[union-attr]
    following = along(two, "level", DONE)
    assert isinstance(following, ProposalFlow)
    assert following.chosen == (("half",),)


def test_an_agreement_names_who_agrees_and_is_taken_back(stage: Room, play: str) -> None:
    def flow() -> AgreeFlow:
        shown = now(stage, play)
        return AgreeFlow(shown, shown.tables[2])

    order(stage, along(flow(), "share", "floor", "wu", "lin", "wu", DONE))
    line = now(stage, play).tables[2].agreed[0]
    assert (line.options, line.roles, line.all) == (("按楼层",), ("lin",), False)
    order(stage, along(flow(), "share", "equal", ALL))
    assert now(stage, play).tables[2].agreed[0].all
    assert "钱怎么分" in presenter.tile(now(stage, play).tables[2]).said
    order(stage, along(flow(), "share", NOBODY))
    assert now(stage, play).tables[2].agreed == ()


def test_a_hint_needs_a_proposal_and_is_said_in_words(stage: Room, play: str) -> None:
    shown = now(stage, play)
    assert HintFlow(shown, shown.tables[0]).question().options == ()
    assert cards_of(shown, 1) is None
    stage.do(negotiating.propose, play_id=play, table=1, deal=DEAL)
    shown = now(stage, play)
    order(stage, along(HintFlow(shown, shown.tables[0]), "1"))
    assert presenter.tile(now(stage, play).tables[0]).said.startswith("Hint:")


@pytest.mark.parametrize(
    ("answers", "field", "value"),
    [
        (("more",), "allowance_ms", 60_000), (("less",), "allowance_ms", -60_000), (("help",), "help", True),
        (("colour", "red"), "colour", "red"), (("colour", "green"), "colour", ""),
    ],
)  # fmt: skip
def test_what_is_done_at_a_table(
    stage: Room, play: str, answers: tuple[str, ...], field: str, value: Any
) -> None:
    shown = now(stage, play)
    order(stage, along(TableFlow(shown, shown.tables[1]), *answers))
    assert getattr(now(stage, play).tables[1], field) == value


def test_a_proposal_that_was_keyed_in_wrongly_goes_away(stage: Room, play: str) -> None:
    stage.do(negotiating.propose, play_id=play, table=2, deal=DEAL)
    shown = now(stage, play)
    order(stage, along(TableFlow(shown, shown.tables[1]), "withdraw"))
    assert now(stage, play).tables[1].proposal is None


def test_clues_and_events_come_out_and_those_due_stand_first(stage: Room, play: str) -> None:
    stage.time.pass_by(8 * 60_000 + 1)
    shown = now(stage, play)
    options = ComingFlow(shown).question().options
    assert [one.chip for one in options[:3]] == ["due now"] * 3  # the letter, the price, nobody proposes
    for option in [one.id for one in options]:
        order(stage, along(ComingFlow(now(stage, play)), option))
    assert all(one.out for one in now(stage, play).clues)
    assert ComingFlow(now(stage, play)).question().options == ()


def test_the_course_is_changed(stage: Room, play: str) -> None:
    order(stage, along(PhasesFlow(now(stage, play)), "insert", "slack"))
    assert now(stage, play).phases[7].kind == "slack"
    order(stage, along(PhasesFlow(now(stage, play)), "back"))
    shown = now(stage, play)
    assert shown.phase is not None
    assert shown.phase.kind == "caucus"
    order(stage, along(PhasesFlow(shown), "skip"))
    assert now(stage, play).phases[5].state == "skipped"
    order(stage, along(PhasesFlow(now(stage, play)), "repeat"))
    end = along(PhasesFlow(now(stage, play)), "end")
    assert isinstance(end, EndFlow)
    assert end.choose("no") is None
    order(stage, along(end, "end"))
    assert now(stage, play).state == "ended"
    assert presenter.main(now(stage, play)).code == "leave"


def test_a_scene_is_held_or_followed() -> None:
    flow = SceneFlow(("welcome", "facts"), "facts")
    assert [one.chip for one in flow.question().options] == ["", "", "held"]
    assert along(flow, "welcome") == Hold("welcome")
    assert along(flow, "+follow") == Hold("")


def test_the_words_of_a_tile_and_of_the_keys(stage: Room, play: str) -> None:
    shown = now(stage, play)
    assert presenter.tile(shown.tables[0]).said == "No proposal yet."
    stage.do(negotiating.propose, play_id=play, table=1, deal=DEAL)
    stage.do(running.ask_help, play_id=play, table=1)
    stage.do(running.show_colour, play_id=play, table=2, colour="red")
    first, second, _third = (presenter.tile(one) for one in now(stage, play).tables)
    assert (first.chip, second.chip) == ("asks for you", "Red card")
    assert "装哪一种: 半层入户" in first.told
    assert presenter.main(shown).text == "Next part: 亮牌签字"
    assert presenter.coming(shown) == "then: 亮牌签字, 3 min"
    assert "19 min 59 s are left" in presenter.resumed(shown, stage.time())
    assert presenter.next_cue(shown, stage.time()).startswith("in 6 minutes: ")
    stage.time.pass_by(21 * 60_000)
    assert "1 min 00 s over time" in presenter.resumed(shown, stage.time())
    stage.do(running.pause_play, play_id=play)
    assert "its clock stands" in presenter.resumed(now(stage, play), stage.time())
    assert presenter.segments(now(stage, play), stage.time())[6].over == 1000


def test_the_bell_knows_the_part_and_its_warnings(stage: Room, world: World, play: str) -> None:
    found = stage.ask(part_clock, item_id=world.item)
    assert found is not None
    of, clock, warnings = found
    assert of == f"{play} 6"
    assert clock.running
    assert warnings == (300_000, 60_000)
    assert stage.ask(next_in_play, item_id=world.item) == ("play_next", "亮牌签字", True, "")
    for _part in range(5):
        stage.do(running.next_phase, play_id=play)
    assert stage.ask(part_clock, item_id=world.item) is None
    assert stage.ask(next_in_play, item_id=world.item) == (
        "next_item", "云桥里的电梯", False, "play_not_ended"
    )  # fmt: skip
