"""Preparing a play: the scenario is frozen, players are chosen with what is asked of them, pairs kept apart.

Nothing here can be asked of the poll: casting never learns an opinion. Answers about real life, pairs and
casts are private and go when the play ends.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from meeting_app.actions.common import living, meeting_in, random_code, text_of
from meeting_app.actions.desk import final
from meeting_app.actions.roleplay.common import NOT_ENDED, PREPARING, drop_cast, play_in
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.queries.basics import local
from meeting_app.queries.floor_groups import age_band
from meeting_app.queries.roleplay.polls import codes_of
from meeting_app.queries.roleplay.scenarios import scenario_of, source_text
from meeting_app.queries.roleplay.state import plan_of
from meeting_app.storage.tables import AgendaItem, ApartPair, Person, PlayerRow, PlayRow, PlayTable, PollSheet
from meeting_app.storage.work import Work

TITLE_LENGTH, REASON_LENGTH = 120, 120
SEEDS: Final = 1_000_000  # a seed has six digits, so that it can be read out and typed again
CODE_LENGTH: Final = 5
MOST_CODES: Final = 2_000


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody who is to take part, with what was said of the own real life as {attribute: value}."""

    person_id: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    watches: bool = False
    reading_help: bool = False


def prepare_play(
    work: Work, *, source: str, minutes: int, item_id: str | None = None, title: str = ""
) -> str:
    """Freeze a scenario for one play of a length, of an item or on its own. Returns the play's id."""
    item = work.get(AgendaItem, item_id) if item_id else None
    if item is not None:
        meeting_in(work, item.meeting_id, "draft", "convened", "live")
    text, digest, row_id = source_text(work.session, source)
    scenario = scenario_of(text)
    if minutes not in [plan.minutes for plan in scenario.plans]:
        raise Refusal("play_no_plan", minutes=minutes)
    name = title or scenario.identity.title
    row = work.add(
        PlayRow(
            meeting_id=item.meeting_id if item else None, item_id=item.id if item else None,
            scenario_id=row_id, title=text_of(name, TITLE_LENGTH, "title"), digest=digest, text=text,
            minutes=minutes, mode="opposite", seed=secrets.randbelow(SEEDS), state="prepared",
            prepared_ms=work.now.wall_ms, clock_limit_ms=0, clock_elapsed_ms=0,
        )
    )  # fmt: skip
    return row.id


def set_play_length(work: Work, *, play_id: str, minutes: int) -> None:
    """Choose another plan before the play begins."""
    row = play_in(work, play_id, *PREPARING)
    if plan_of(scenario_of(row.text), minutes).minutes != minutes:
        raise Refusal("play_no_plan", minutes=minutes)
    row.minutes = minutes


def move_play(work: Work, *, play_id: str, item_id: str | None) -> None:
    """Hold the play in another item, or on its own."""
    row = play_in(work, play_id, *PREPARING)
    item = work.get(AgendaItem, item_id) if item_id else None
    if item is not None:
        meeting_in(work, item.meeting_id, "draft", "convened", "live")
    row.item_id, row.meeting_id = (item.id, item.meeting_id) if item else (None, None)


def known_answers(scenario: Scenario, attributes: Mapping[str, str]) -> str:
    """What was said of the own real life, as it is kept; refuses answers that are not offered."""
    offered = {one.id: {value for value, _title in one.values} for one in scenario.attributes}
    for name, value in attributes.items():
        if value and value not in offered.get(name, ()):
            raise Refusal("play_attribute")
    return json.dumps({name: value for name, value in sorted(attributes.items()) if value})


def new_player(work: Work, play_id: str, person: Person) -> PlayerRow:
    """Somebody who takes part, with nothing said yet."""
    year = local(work.now.wall_ms).year
    return PlayerRow(play_id=play_id, person_id=person.id, age_band=age_band(person.birth_year, year))


def _merged(
    have: Mapping[str, PlayerRow], seen: Mapping[str, Taking], wanted: Mapping[str, Taking]
) -> dict[str, Taking]:
    """Everybody as the records have them, but for what differs between `seen` and `wanted`."""
    merged = {
        person: Taking(person, json.loads(one.attributes or "{}"), one.watches, one.reading_help)
        for person, one in have.items()
        if person in wanted or person not in seen
    }
    for person, one in wanted.items():
        old, now = seen.get(person), merged.get(person)
        if old is None:
            merged.setdefault(person, one)
        elif now is not None:
            said = {
                name: value for name, value in one.attributes.items() if value != old.attributes.get(name)
            }
            merged[person] = Taking(
                person,
                {**now.attributes, **said},
                one.watches if one.watches != old.watches else now.watches,
                one.reading_help if one.reading_help != old.reading_help else now.reading_help,
            )
    return merged


@final
def set_players(
    work: Work, *, play_id: str, players: Iterable[Taking], seen: Iterable[Taking] | None = None
) -> int:
    """Who takes part, all at once; whoever was there before and is not named leaves. Returns how many.

    `seen` is what a page showed when it was changed: only what differs from it is done then, so that two
    changes one right after the other, or at two laptops, never take each other back.
    """
    row = play_in(work, play_id, *PREPARING)
    scenario = scenario_of(row.text)
    wanted = {one.person_id: one for one in players}
    have = {one.person_id: one for one in work.all(PlayerRow, PlayerRow.play_id == row.id)}
    if seen is not None:
        wanted = _merged(have, {one.person_id: one for one in seen}, wanted)
    changed = wanted.keys() != have.keys()
    for person_id in have.keys() - wanted.keys():
        work.session.delete(have[person_id])
    for person_id, one in wanted.items():
        player = have.get(person_id) or work.add(new_player(work, row.id, living(work, person_id)))
        attributes = known_answers(scenario, one.attributes)
        changed |= (player.attributes, player.watches) != (attributes, one.watches)
        player.attributes = attributes
        player.watches, player.reading_help = one.watches, one.reading_help
    if changed:
        drop_cast(work, row)
    return len(wanted)


@final
def exclude_pair(work: Work, *, play_id: str, pair: tuple[str, str]) -> None:
    """Never seat these two at one table. Nothing but the casting learns of it, not even the journal."""
    row = play_in(work, play_id, *NOT_ENDED)
    first, second = sorted(living(work, person).id for person in pair)
    if first == second:
        raise Refusal("play_pair_same")
    if _pair_row(work, row, pair) is None:
        work.add(ApartPair(play_id=row.id, first_id=first, second_id=second))


def _pair_row(work: Work, row: PlayRow, pair: tuple[str, str]) -> ApartPair | None:
    rows = work.all(ApartPair, ApartPair.play_id == row.id)
    return next((one for one in rows if {one.first_id, one.second_id} == set(pair)), None)


@final
def allow_pair(work: Work, *, play_id: str, pair: tuple[str, str]) -> None:
    """Two people may sit together again."""
    found = _pair_row(work, play_in(work, play_id, *NOT_ENDED), pair)
    if found is not None:
        work.session.delete(found)


@final
def issue_codes(work: Work, *, play_id: str, number: int) -> tuple[str, ...]:
    """Random codes for so many sheets of the poll in all; codes that were given out stay. Returns them all.

    A code is drawn for a sheet of paper, never for a person.
    """
    row = play_in(work, play_id, *NOT_ENDED)
    if not 1 <= number <= MOST_CODES:
        raise Refusal("play_codes", most=MOST_CODES)
    codes = dict.fromkeys(codes_of(row))
    while len(codes) < number:
        codes[random_code(CODE_LENGTH)] = None
    row.codes = json.dumps(sorted(codes))
    return codes_of(row)


@final
def drop_play(work: Work, *, play_id: str) -> None:
    """Take a play away that did not begin, with its players and pairs."""
    row = play_in(work, play_id, *PREPARING)
    kinds: tuple[Any, ...] = (PlayerRow, ApartPair, PlayTable, PollSheet)
    for one in (one for kind in kinds for one in work.all(kind, kind.play_id == row.id)):
        work.session.delete(one)
    work.session.flush()
    work.session.delete(row)
