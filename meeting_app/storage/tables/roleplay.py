"""Role-play: scenarios of the community, plays with their tables, who plays whom, what happened.

Who plays whom, briefs and answers to the poll are private: their columns enter neither the journal's digest
nor an image for undo (decisions.md 14), so that an action which overwrites them is final.
"""

from typing import ClassVar

from sqlalchemy import BigInteger, Boolean, Integer, String, Text
from sqlalchemy.orm import Mapped

from meeting_app.storage.base import Record, column, reference
from meeting_app.storage.tables.meeting import ClockColumns


class ScenarioRow(Record):
    """A scenario as the community keeps it. `text` is the last complete one ("" = never was), `digest` its
    SHA-256, `draft` what the editor saved since ("" = nothing). `origin` library, import or own; `state`
    draft (not usable yet) or ready.
    """

    __tablename__ = "scenario"
    private: ClassVar[frozenset[str]] = frozenset({"text", "draft"})

    title: Mapped[str] = column(String(120))
    code: Mapped[str] = column(String(64))
    category: Mapped[str] = column(String(40))
    origin: Mapped[str] = column(String(16))
    state: Mapped[str] = column(String(16))
    digest: Mapped[str] = column(String(64))
    text: Mapped[str] = column(Text)
    draft: Mapped[str] = column(Text, default="")
    changed_ms: Mapped[int] = column(BigInteger)


class ScenarioPicture(Record):
    """A picture of a scenario's package by its name there (pictures/yard.png); `digest` names its bytes."""

    __tablename__ = "scenario_picture"

    scenario_id: Mapped[str] = reference("scenario")
    name: Mapped[str] = column(String(80))
    media: Mapped[str] = column(String(40))
    digest: Mapped[str] = column(String(64))


class PlayRow(ClockColumns, Record):
    """One play of a scenario, which is frozen in `text`. `state` prepared (players are chosen), cast,
    running, ended.

    `minutes` names the plan, `at` the phase under way (-1 before the first); the clock is that phase's.
    `proven`: no cast with fewer people beside whom they should not meet, or in a role that they should not
    have, was possible. `skipped` are phases between commas; `codes` those of the poll's sheets as JSON.
    `people` and `tables` are filled at the end, when the cast is forgotten.
    """

    __tablename__ = "play"
    private: ClassVar[frozenset[str]] = frozenset({"text", "codes"})

    meeting_id: Mapped[str | None] = reference("meeting")
    item_id: Mapped[str | None] = reference("agenda_item")
    scenario_id: Mapped[str | None] = column(String(32))
    title: Mapped[str] = column(String(120))
    digest: Mapped[str] = column(String(64))
    text: Mapped[str] = column(Text)
    minutes: Mapped[int] = column(Integer)
    mode: Mapped[str] = column(String(16))
    seed: Mapped[int] = column(BigInteger)
    state: Mapped[str] = column(String(16), index=True)
    proven: Mapped[bool] = column(Boolean, default=True)
    at: Mapped[int] = column(Integer, default=-1)
    skipped: Mapped[str] = column(Text, default="")
    codes: Mapped[str] = column(Text, default="[]")
    people: Mapped[int] = column(Integer, default=0)
    tables: Mapped[int] = column(Integer, default=0)
    prepared_ms: Mapped[int] = column(BigInteger)
    began_ms: Mapped[int | None] = column(BigInteger)
    ended_ms: Mapped[int | None] = column(BigInteger)


class PlayPhase(Record):
    """A phase that was put in while playing: `place` is its index at that moment, `number` counts from 1."""

    __tablename__ = "play_phase"

    play_id: Mapped[str] = reference("play")
    number: Mapped[int] = column(Integer)
    place: Mapped[int] = column(Integer)
    kind: Mapped[str] = column(String(16))
    title: Mapped[str] = column(String(60))
    mode: Mapped[str] = column(String(16))
    minutes: Mapped[int] = column(Integer)


class PlayTable(Record):
    """A table of a play: time allowed beyond the phase's, its card ("", yellow, red), whether it asks for
    help, and how strong a hint it was given on its last proposal (0-3). `roles` are those that sat there when
    the play ended and the cast was forgotten, between commas.
    """

    __tablename__ = "play_table"

    play_id: Mapped[str] = reference("play")
    number: Mapped[int] = column(Integer)
    allowance_ms: Mapped[int] = column(Integer, default=0)
    colour: Mapped[str] = column(String(8), default="")
    help: Mapped[bool] = column(Boolean, default=False)
    hint: Mapped[int] = column(Integer, default=0)
    roles: Mapped[str] = column(Text, default="")


class PlayerRow(Record):
    """Somebody who takes part. `attributes` is JSON {attribute: answer}; `seat_table` 0 = not cast yet, with
    `role` as it was cast at the beginning. Everything but the play is private and goes when the play ends.
    """

    __tablename__ = "player"
    private: ClassVar[frozenset[str]] = frozenset(
        "person_id attributes age_band watches reading_help seat_table role by_hand reason redrawn".split()
    )

    play_id: Mapped[str] = reference("play")
    person_id: Mapped[str] = reference("person")
    attributes: Mapped[str] = column(Text, default="{}")
    age_band: Mapped[str] = column(String(16), default="")
    watches: Mapped[bool] = column(Boolean, default=False)
    reading_help: Mapped[bool] = column(Boolean, default=False)
    seat_table: Mapped[int] = column(Integer, default=0)
    role: Mapped[str] = column(String(64), default="")
    by_hand: Mapped[bool] = column(Boolean, default=False)
    reason: Mapped[str] = column(String(120), default="")
    redrawn: Mapped[bool] = column(Boolean, default=False)


class ApartPair(Record):
    """Two people who are not to sit at one table; nobody else learns why."""

    __tablename__ = "apart_pair"
    private: ClassVar[frozenset[str]] = frozenset({"first_id", "second_id"})

    play_id: Mapped[str] = reference("play")
    first_id: Mapped[str] = reference("person")
    second_id: Mapped[str] = reference("person")


class PlayTurn(Record):
    """Something that came out: `kind` clue or event, `code` its identity in the scenario, in which phase.
    `number` is the order in which they came.
    """

    __tablename__ = "play_turn"

    play_id: Mapped[str] = reference("play")
    number: Mapped[int] = column(Integer)
    kind: Mapped[str] = column(String(8))
    code: Mapped[str] = column(String(64))
    phase: Mapped[str] = column(String(64))
    at_ms: Mapped[int] = column(BigInteger)


class PlayProposal(Record):
    """What a table proposed: `deal` is JSON, for each issue the options; `phase_ms` is the time into the
    phase.
    """

    __tablename__ = "play_proposal"

    play_id: Mapped[str] = reference("play")
    table_number: Mapped[int] = column(Integer)
    number: Mapped[int] = column(Integer)
    deal: Mapped[str] = column(Text)
    phase: Mapped[str] = column(String(64))
    phase_ms: Mapped[int] = column(Integer)


class PlayCard(Record):
    """A role's silent card on a proposal."""

    __tablename__ = "play_card"
    private: ClassVar[frozenset[str]] = frozenset({"role", "accepts"})

    proposal_id: Mapped[str] = reference("play_proposal")
    role: Mapped[str] = column(String(64))
    accepts: Mapped[bool] = column(Boolean)


class PlayAgreement(Record):
    """Which roles at a table accept which choice of one issue; options and roles between commas."""

    __tablename__ = "play_agreement"

    play_id: Mapped[str] = reference("play")
    table_number: Mapped[int] = column(Integer)
    issue: Mapped[str] = column(String(64))
    choice: Mapped[str] = column(Text)
    roles: Mapped[str] = column(Text)


class PollSheet(Record):
    """Half of a poll's sheet as it was typed, by its random code and nothing else; `wave` before or after,
    `answers` JSON {question: 1-5}, `camp` what its writer ticked.
    """

    __tablename__ = "poll_sheet"
    private: ClassVar[frozenset[str]] = frozenset({"code", "answers", "camp"})

    play_id: Mapped[str] = reference("play")
    wave: Mapped[str] = column(String(8))
    code: Mapped[str] = column(String(16))
    answers: Mapped[str] = column(Text)
    camp: Mapped[str] = column(String(64), default="")


class PlayNote(Record):
    """A line about a play: `kind` note, quote (its speaker consents; without a role) or suggestion for the
    real agenda with who sees to it; `table_number` 0 = the whole hall.
    """

    __tablename__ = "play_note"

    play_id: Mapped[str] = reference("play")
    table_number: Mapped[int] = column(Integer, default=0)
    kind: Mapped[str] = column(String(16))
    text: Mapped[str] = column(Text)
    who: Mapped[str] = column(String(80), default="")
    at_ms: Mapped[int] = column(BigInteger)
