"""The poll before and after, typed from paper by the random code on it; no person is ever named.

A sheet can still be typed when the play and its meeting are over: paper waits.
"""

import json
from collections.abc import Mapping

from meeting_app.actions.desk import final
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.stance import SCALE
from meeting_app.domain.roleplay.tokens import poll_code
from meeting_app.queries.roleplay.polls import WAVES, camps_of, codes_of
from meeting_app.queries.roleplay.scenarios import scenario_of
from meeting_app.storage.tables import PlayRow, PollSheet
from meeting_app.storage.work import Work


def _play(work: Work, play_id: str) -> PlayRow:
    row = work.get(PlayRow, play_id)
    work.meeting_id = row.meeting_id
    return row


def _code(row: PlayRow, typed: str) -> str:
    """The code as it was printed, typed or scanned; one of the play's own."""
    code = poll_code(typed)
    if code not in codes_of(row):
        raise Refusal("sheet_code", sheet=code[:12])
    return code


def _answers(row: PlayRow, answers: Mapping[str, int]) -> str:
    known = {question.id for question in scenario_of(row.text).poll.questions}
    if not answers or not known.issuperset(answers) or any(value not in SCALE for value in answers.values()):
        raise Refusal("sheet_answers")
    return json.dumps(dict(sorted(answers.items())))


def _sheet(work: Work, play_id: str, wave: str, code: str) -> PollSheet | None:
    return work.one(PollSheet, PollSheet.play_id == play_id, PollSheet.wave == wave, PollSheet.code == code)


def type_sheet(
    work: Work, *, play_id: str, wave: str, code: str, answers: Mapping[str, int], camp: str = ""
) -> None:
    """Keep one half of a sheet. What was left blank is not in `answers`. Refuses a code typed before."""
    row = _play(work, play_id)
    if wave not in WAVES:
        raise Refusal("sheet_answers")
    own = _code(row, code)
    if _sheet(work, row.id, wave, own) is not None:
        raise Refusal("sheet_twice", sheet=own)
    if camp and camp not in dict(camps_of(scenario_of(row.text))):
        raise Refusal("sheet_answers")
    work.add(PollSheet(play_id=row.id, wave=wave, code=own, answers=_answers(row, answers), camp=camp))


@final
def drop_sheet(work: Work, *, play_id: str, wave: str, code: str) -> None:
    """Take a sheet away that was typed wrongly, so that it can be typed again."""
    row = _play(work, play_id)
    found = _sheet(work, row.id, wave, _code(row, code))
    if found is None:
        raise Refusal("sheet_code", sheet=poll_code(code)[:12])
    work.session.delete(found)
