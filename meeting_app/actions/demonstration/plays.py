"""Two role-plays by the actions of the console: one that was held, with its poll and its annex, and one that
is cast for a coming hearing.
"""

import json
from dataclasses import replace
from random import Random

from meeting_app.actions.demonstration.ground import Ground
from meeting_app.actions.roleplay import casting, negotiating, polling, preparing, running
from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.domain.clock import Instant
from meeting_app.domain.codes import code_from_number
from meeting_app.domain.roleplay.ledger import Deal
from meeting_app.domain.roleplay.verdict import voices, willing
from meeting_app.queries.roleplay.polls import codes_of
from meeting_app.queries.roleplay.scenarios import SHIPPED, scenario_of
from meeting_app.queries.roleplay.state import play_state
from meeting_app.storage.tables import AgendaItem, Invitee, Meeting, PlayRow, Stay
from meeting_app.storage.work import Work

MINUTES, MINUTE_MS = 60, 60_000
PLAYERS, COMING = 24, 14
# What the three tables ended with: one that all can bear, one that only most can, one left open.
DEALS: tuple[Deal, ...] = (
    (("half",), ("floor",), ("light",), ("card",), ("summer",)),
    (("half",), ("all",), ("light",), ("public",), ("summer",)),
    (("level",), ("floor",), ("none",), ("card",), ("quick",)),
)
AGREED = ("run", ("card",))
QUOTE = "原来一楼担心的不是钱，是没有人来问过。"
SUGGESTION = "业主会议前先请一层、二层八户到3号楼架空层看采光模拟。"


def stage_plays(ground: Ground) -> None:
    """Both plays."""
    work = ground.work
    before, work.fresh_id = (work.now, work.meeting_id), ground.new_id
    _held(ground, work)
    _coming(ground, work)
    work.now, work.meeting_id = before


def _item(work: Work, meeting: Meeting) -> AgendaItem:
    found = work.one(AgendaItem, AgendaItem.meeting_id == meeting.id, AgendaItem.kind == "role_play")
    assert found is not None
    return found


def _takings(work: Work, play: str, people: list[str], chance: Random) -> list[Taking]:
    asked = scenario_of(work.get(PlayRow, play).text).attributes
    return [
        Taking(person, {one.id: chance.choice(one.values)[0] for one in asked}, watches=at == len(people) - 1)
        for at, person in enumerate(people)
    ]


def _cast(work: Work, play: str, people: list[str], chance: Random) -> None:
    preparing.set_players(work, play_id=play, players=_takings(work, play, people, chance))
    casting.cast_play(work, play_id=play, seed=chance.randrange(preparing.SEEDS))


def _coming(ground: Ground, work: Work) -> None:
    meeting = work.get(Meeting, ground.named("meeting hearing"))
    people = sorted(row.person_id for row in work.all(Invitee, Invitee.meeting_id == meeting.id))[:COMING]
    item = _item(work, meeting)
    play = preparing.prepare_play(work, source=SHIPPED + "garden", minutes=MINUTES, item_id=item.id)
    _cast(work, play, people, ground.chance("play coming"))


def _held(ground: Ground, work: Work) -> None:
    """The play of the evening about the lift; its meeting is opened for it and closed again."""
    meeting, chance = work.get(Meeting, ground.named("meeting c4")), ground.chance("play held")
    item = _item(work, meeting)
    meeting.state = "live"
    began = item.began_ms or meeting.starts_ms
    work.now = Instant(began, 0, "demonstration")
    stays = work.all(Stay, Stay.meeting_id == meeting.id, Stay.left_ms >= (item.ended_ms or 0))
    people = sorted(stay.person_id for stay in stays)[:PLAYERS]
    play = preparing.prepare_play(work, source=SHIPPED + "lift", minutes=MINUTES, item_id=item.id)
    _cast(work, play, people, chance)
    work.get(PlayRow, play).codes = _codes(chance, len(people))
    running.start_play(work, play_id=play)
    while not (state := play_state(work.session, play)).play.over:
        assert state.play.phase is not None
        _pass(work, state.play.phase.minutes // 2)
        _act(work, play, state.play.phase.kind, chance)
        _pass(work, state.play.phase.minutes - state.play.phase.minutes // 2)
        running.next_phase(work, play_id=play)
    running.add_play_note(work, play_id=play, kind="quote", text=QUOTE)
    running.add_play_note(work, play_id=play, kind="suggestion", text=SUGGESTION, who="吴淑珍")
    running.end_play(work, play_id=play)
    meeting.state = "closed"


def _pass(work: Work, minutes: int) -> None:
    now = work.now
    work.now = replace(
        now, wall_ms=now.wall_ms + minutes * MINUTE_MS, mono_ms=now.mono_ms + minutes * MINUTE_MS
    )


def _codes(chance: Random, number: int) -> str:
    """Codes that follow from the seed, unlike those of a real play."""
    length = preparing.CODE_LENGTH
    return json.dumps(
        sorted({code_from_number(chance.getrandbits(5 * length), length) for _at in range(number)})
    )


def _act(work: Work, play: str, kind: str, chance: Random) -> None:
    if kind == "poll_before":
        _poll(work, play, "before", chance, 0)
    elif kind == "poll_after":
        _poll(work, play, "after", chance, 1)
    elif kind == "negotiate":
        _negotiate(work, play)


def _poll(work: Work, play: str, wave: str, chance: Random, moved: int) -> None:
    """Most sheets come back; afterwards people stand a little nearer to the other side."""
    row = work.get(PlayRow, play)
    scenario = scenario_of(row.text)
    for place, code in enumerate(codes_of(row)):
        nature = Random(f"{code} {place}")
        if nature.randrange(12) == 0:
            continue
        answers = {
            question.id: max(1, min(5, nature.randint(1, 4) + moved * chance.choice((0, 0, 1, 1, 2))))
            for question in scenario.poll.questions
        }
        polling.type_sheet(work, play_id=play, wave=wave, code=code, answers=answers)


def _negotiate(work: Work, play: str) -> None:
    state = play_state(work.session, play)
    for table, deal in zip(state.play.tables, DEALS, strict=False):
        number = table.number
        negotiating.propose(work, play_id=play, table=number, deal=deal)
        can = willing(state.scenario, table.seats, deal)
        cards = {role: role in can for role in voices(state.scenario, table.seats)}
        negotiating.show_cards(work, play_id=play, table=number, cards=cards)
        if not set(can).issuperset(cards):
            issue, choice = AGREED
            negotiating.agree_on(
                work, play_id=play, table=number, issue=issue, choice=choice, roles=tuple(cards)
            )
