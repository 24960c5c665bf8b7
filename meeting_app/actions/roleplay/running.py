"""Running a play: phases in lockstep, clues, events, cards, and the end, at which the cast is forgotten.

Everything can be skipped, repeated, put in and taken back; only what touches the cast and the end is final.
"""

from meeting_app.actions.common import text_of
from meeting_app.actions.desk import final
from meeting_app.actions.roleplay.common import (
    UNDER_WAY,
    keep_course,
    keep_table,
    play_in,
    state_in,
    table_rows,
)
from meeting_app.actions.roleplay.leaving import finish
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import play as rules
from meeting_app.domain.roleplay.vocabulary import MODES, PHASE_KINDS
from meeting_app.storage.tables import PlayNote, PlayPhase, PlayRow, PlayTurn
from meeting_app.storage.work import Work

TITLE_LENGTH, TEXT_LENGTH, WHO_LENGTH = 60, 2_000, 80
LONGEST_PHASE = 120  # minutes
NOTES = ("note", "quote", "suggestion")
HINTS = range(4)


def start_play(work: Work, *, play_id: str) -> None:
    """Begin with the first phase. One play at a time."""
    state = state_in(work, play_id, "cast")
    if work.one(PlayRow, PlayRow.state == "running") is not None:
        raise Refusal("play_other_running")
    state.row.state, state.row.began_ms = "running", work.now.wall_ms
    keep_course(work, state.row, rules.forward(state.play, work.now))


def next_phase(work: Work, *, play_id: str) -> None:
    """To the next phase, from the last one to the end. Roles and tables that change hands do so by this."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.forward(state.play, work.now))


def previous_phase(work: Work, *, play_id: str) -> None:
    """To the phase before, from its start; seats are again as they were in it."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.back(state.play, work.now))


def skip_phase(work: Work, *, play_id: str) -> None:
    """Leave out what is left of this phase; it is remembered as skipped."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.skip(state.play, work.now))


def repeat_phase(work: Work, *, play_id: str) -> None:
    """This phase once more from its start; what came out of it stays."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.repeat(state.play, work.now))


def insert_phase(work: Work, *, play_id: str, kind: str, title: str, mode: str, minutes: int) -> None:
    """Put in a further phase after the one under way."""
    state = state_in(work, play_id, *UNDER_WAY)
    if state.play.over:
        raise Refusal("play_over")
    if kind not in PHASE_KINDS or mode not in MODES or not 1 <= minutes <= LONGEST_PHASE:
        raise Refusal("play_phase", most=LONGEST_PHASE)
    work.add(
        PlayPhase(
            play_id=state.row.id,
            number=work.highest(PlayPhase.number, PlayPhase.play_id == state.row.id) + 1,
            place=state.play.at + 1, kind=kind, title=text_of(title, TITLE_LENGTH, "title"), mode=mode,
            minutes=minutes,
        )
    )  # fmt: skip


def pause_play(work: Work, *, play_id: str) -> None:
    """The clock stands."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.paused(state.play, work.now))


def resume_play(work: Work, *, play_id: str) -> None:
    """The clock goes on at the same second."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.resumed(state.play, work.now))


def extend_phase(work: Work, *, play_id: str, by_ms: int) -> None:
    """More or less time for the phase, at all tables."""
    state = state_in(work, play_id, *UNDER_WAY)
    keep_course(work, state.row, rules.extended(state.play, by_ms))


def _with_table(work: Work, row: PlayRow, play: rules.Play, table: int) -> None:
    keep_table(table_rows(work, row.id)[table], play.table(table))


def allow_table(work: Work, *, play_id: str, table: int, by_ms: int) -> None:
    """More or less time for one table in this phase."""
    state = state_in(work, play_id, *UNDER_WAY)
    _with_table(work, state.row, rules.allow(state.play, table, by_ms), table)


def show_colour(work: Work, *, play_id: str, table: int, colour: str) -> None:
    """A table's yellow card slows, its red one stops, "" takes it back."""
    state = state_in(work, play_id, *UNDER_WAY)
    _with_table(work, state.row, rules.show_card(state.play, table, colour), table)


def ask_help(work: Work, *, play_id: str, table: int, wanted: bool = True) -> None:
    """A table asks the facilitator to come, or no longer does."""
    state = state_in(work, play_id, *UNDER_WAY)
    _with_table(work, state.row, rules.ask_help(state.play, table, wanted), table)


def give_hint(work: Work, *, play_id: str, table: int, strength: int) -> None:
    """Give a table a hint on its last proposal, 1 to 3; 0 takes it away."""
    state = state_in(work, play_id, *UNDER_WAY)
    if strength not in HINTS:
        raise Refusal("play_hint")
    if strength and not state.play.table(table).proposals:
        raise Refusal("play_no_proposal")
    table_rows(work, state.row.id)[state.play.table(table).number].hint = strength


def _turn(work: Work, row: PlayRow, kind: str, code: str, phase: str) -> None:
    work.add(
        PlayTurn(
            play_id=row.id, kind=kind, code=code, phase=phase, at_ms=work.now.wall_ms,
            number=work.highest(PlayTurn.number, PlayTurn.play_id == row.id) + 1,
        )
    )  # fmt: skip
    work.session.flush()


def reveal_clue(work: Work, *, play_id: str, clue: str) -> None:
    """Let a clue come out, at its moment or at any other."""
    state = state_in(work, play_id, *UNDER_WAY)
    rules.release(state.play, state.scenario, clue)
    _turn(work, state.row, "clue", clue, state.play.phase.id if state.play.phase else "")


def fire_event(work: Work, *, play_id: str, event: str) -> None:
    """Let an event happen, with the clues that it brings."""
    state = state_in(work, play_id, *UNDER_WAY)
    after = rules.fire(state.play, state.scenario, event)
    phase = state.play.phase.id if state.play.phase else ""
    _turn(work, state.row, "event", event, phase)
    for clue in after.released[len(state.play.released) :]:
        _turn(work, state.row, "clue", clue, phase)


def add_play_note(work: Work, *, play_id: str, kind: str, text: str, table: int = 0, who: str = "") -> str:
    """Note something; a quote only when its speaker consents, and never with a role. A suggestion goes to the
    real agenda with `who` sees to it. Returns the note's id.
    """
    row = play_in(work, play_id)
    if kind not in NOTES:
        raise Refusal("play_note_kind")
    if table:
        play_tables = table_rows(work, row.id)
        if table not in play_tables:
            raise Refusal("play_no_table", table=table)
    return work.add(
        PlayNote(
            play_id=row.id, table_number=table, kind=kind, at_ms=work.now.wall_ms,
            text=text_of(text, TEXT_LENGTH, "text"), who=text_of(who, WHO_LENGTH, "name", needed=False),
        )
    ).id  # fmt: skip


def strike_play_note(work: Work, *, note_id: str) -> None:
    """Take a note away."""
    row = work.get(PlayNote, note_id)
    play_in(work, row.play_id)
    work.session.delete(row)


@final
def end_play(work: Work, *, play_id: str) -> None:
    """The roles are over: who played whom, what was said of real lives and who was kept apart are forgotten;
    what the tables came to and the poll's sheets stay.
    """
    finish(work, play_in(work, play_id, *UNDER_WAY))
