"""The floor: raised hands, calling, the speaker's clock, the gist."""

from meeting_app.actions.attendance import open_stay
from meeting_app.actions.common import UNDER_WAY, clock_of, meeting_in, set_clock, text_of
from meeting_app.actions.running import finish_speech
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.clock import Clock
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.floor import requests
from meeting_app.storage.tables import AgendaItem, Person, Speech
from meeting_app.storage.work import Work, new_id


def _item(work: Work, item_id: str) -> AgendaItem:
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *UNDER_WAY)
    return item


def ask_to_speak(work: Work, *, item_id: str, person_id: str) -> str:
    """A person in the room raises a hand on this item; once at a time. Returns the speech's id."""
    item, person = _item(work, item_id), work.get(Person, person_id)
    if item.state != ItemState.CURRENT:
        raise Refusal("item_not_current", title=item.title)
    if open_stay(work, item.meeting_id, person.id) is None:
        raise Refusal("not_present", name=person.name)
    waiting = Speech.state.in_(("waiting", "speaking"))
    if work.one(Speech, Speech.item_id == item.id, Speech.person_id == person.id, waiting) is not None:
        raise Refusal("already_waiting", name=person.name)
    speech = Speech(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=item.id,
        person_id=person.id,
        state="waiting",
        asked=work.highest(Speech.asked, Speech.meeting_id == item.meeting_id) + 1,
        asked_ms=work.now.wall_ms,
        clock_limit_ms=item.speech_limit_ms,
        clock_elapsed_ms=0,
    )
    return work.add(speech).id


def _speech(work: Work, speech_id: str, *states: str) -> Speech:
    speech = work.get(Speech, speech_id)
    meeting_in(work, speech.meeting_id, *UNDER_WAY)
    if states and speech.state not in states:
        raise Refusal("speech_state", state=speech.state)
    return speech


def withdraw_speech(work: Work, *, speech_id: str) -> None:
    """The hand comes down."""
    _speech(work, speech_id, "waiting").state = "withdrawn"


def speaking_on(work: Work, item_id: str) -> Speech | None:
    """Who has the floor on the item."""
    return work.one(Speech, Speech.item_id == item_id, Speech.state == "speaking")


def call_speaker(work: Work, *, speech_id: str) -> str:
    """Give the floor to a waiting person; the speech under way ends at the same instant. Returns the person's
    name.
    """
    speech = _speech(work, speech_id, "waiting")
    before = speaking_on(work, speech.item_id)
    if before is not None:
        finish_speech(work, before)
    # In the order in which they spoke, even when the machine's clock was set back in between.
    latest = work.highest(Speech.began_ms, Speech.meeting_id == speech.meeting_id)
    speech.state, speech.began_ms = "speaking", max(work.now.wall_ms, latest)
    set_clock(speech, Clock(speech.clock_limit_ms).started(work.now))
    return work.get(Person, speech.person_id).name


def call_next(work: Work, *, item_id: str) -> str:
    """Give the floor to the first of the fair order. Returns the person's name."""
    item = _item(work, item_id)
    order = requests(work.all(Speech, Speech.meeting_id == item.meeting_id), item.id)
    if not order:
        raise Refusal("nobody_waiting")
    return call_speaker(work, speech_id=order[0].speech_id)


def end_speech(work: Work, *, item_id: str) -> None:
    """The speaker is done; nobody has the floor."""
    item = _item(work, item_id)
    speech = speaking_on(work, item.id)
    if speech is None:
        raise Refusal("nobody_speaking")
    finish_speech(work, speech)


def pause_speech(work: Work, *, speech_id: str) -> None:
    """Stop the speaker's clock."""
    speech = _speech(work, speech_id, "speaking")
    set_clock(speech, clock_of(speech).paused(work.now))


def resume_speech(work: Work, *, speech_id: str) -> None:
    """Let the speaker's clock run on."""
    speech = _speech(work, speech_id, "speaking")
    set_clock(speech, clock_of(speech).started(work.now))


def extend_speech(work: Work, *, speech_id: str, by_ms: int) -> None:
    """Give the speaker more time, or less."""
    speech = _speech(work, speech_id, "speaking", "waiting")
    set_clock(speech, clock_of(speech).extended(by_ms))


def write_gist(work: Work, *, speech_id: str, text: str) -> None:
    """Note what a speech came to; also after it ended, until the meeting is closed."""
    _speech(work, speech_id, "speaking", "done").gist = text_of(text, 20000, "gist", needed=False)
