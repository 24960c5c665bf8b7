"""The floor: raised hands, calling, breaking in and going on, the speaker's clock, the gist."""

from meeting_app.actions.attendance import open_stay
from meeting_app.actions.common import UNDER_WAY, clock_of, meeting_in, set_clock, text_of
from meeting_app.actions.running import finish_speech
from meeting_app.domain.agenda import ItemState
from meeting_app.domain.clock import Clock
from meeting_app.domain.floor_class import BREAKING_IN, OrderCategory, Side, SpeechClass, breaks_in
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.floor_order import UP, floor_order
from meeting_app.queries.floor_rules import plan_of, rules_of
from meeting_app.storage.tables import AgendaItem, Person, Speech
from meeting_app.storage.work import Work, new_id


def item_under_way(work: Work, item_id: str) -> AgendaItem:
    """The item of a meeting in session."""
    item = work.get(AgendaItem, item_id)
    meeting_in(work, item.meeting_id, *UNDER_WAY)
    return item


def current_item(work: Work, item_id: str) -> AgendaItem:
    """The item that is being talked about: nobody is given the floor on one that was left."""
    item = item_under_way(work, item_id)
    if item.state != ItemState.CURRENT:
        raise Refusal("item_not_current", title=item.title)
    return item


def _may_ask(work: Work, item: AgendaItem, person: Person, kind: SpeechClass) -> None:
    current_item(work, item.id)
    if open_stay(work, item.meeting_id, person.id) is None:
        raise Refusal("not_present", name=person.name)
    mine = work.all(Speech, Speech.item_id == item.id, Speech.person_id == person.id, Speech.state.in_(UP))
    if any(speech.kind == kind for speech in mine):
        raise Refusal("already_waiting", name=person.name)
    if kind in BREAKING_IN and any(speech.state != "waiting" for speech in mine):
        raise Refusal("own_speech", name=person.name)
    if kind is SpeechClass.SPEECH and plan_of(work.session, item.id).closed:
        raise Refusal("list_closed")


def ask_to_speak(
    work: Work,
    *,
    item_id: str,
    person_id: str,
    kind: SpeechClass = SpeechClass.SPEECH,
    side: Side = Side.NONE,
    category: OrderCategory | None = None,
) -> str:
    """A person in the room raises a hand on this item; once at a time in each class. A closed list takes no
    more speeches, but everything else. Returns the speech's id.
    """
    item, person = item_under_way(work, item_id), work.get(Person, person_id)
    _may_ask(work, item, person, kind)
    about = category or OrderCategory.BREACH
    return raise_hand(
        work, item, person.id, kind=kind, side=side,
        category=about.value if kind is SpeechClass.ORDER else "",
    ).id  # fmt: skip


def give_floor(
    work: Work,
    *,
    item_id: str,
    person_id: str,
    kind: SpeechClass = SpeechClass.SPEECH,
    side: Side = Side.NONE,
    category: OrderCategory | None = None,
) -> str:
    """Hand the microphone to somebody in the room at once, whether the hand was up or not. Returns the
    speech's id.
    """
    up = (Speech.item_id == item_id, Speech.person_id == person_id, Speech.state == "waiting")
    waiting = work.one(Speech, *up, Speech.kind == kind.value)
    speech_id = (
        waiting.id
        if waiting is not None
        else ask_to_speak(work, item_id=item_id, person_id=person_id, kind=kind, side=side, category=category)
    )
    call_speaker(work, speech_id=speech_id)
    return speech_id


def raise_hand(
    work: Work,
    item: AgendaItem,
    person_id: str,
    *,
    kind: SpeechClass = SpeechClass.SPEECH,
    side: Side = Side.NONE,
    category: str = "",
) -> Speech:
    """A hand at the end of those that were raised."""
    rules, plan = rules_of(work.session, item.meeting_id), plan_of(work.session, item.id)
    speech = Speech(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=item.id,
        person_id=person_id,
        state="waiting",
        asked=work.highest(Speech.asked, Speech.meeting_id == item.meeting_id) + 1,
        asked_ms=work.now.wall_ms,
        clock_limit_ms=rules.limit_ms(kind, plan.speech_ms(item.speech_limit_ms)),
        clock_elapsed_ms=0,
        kind=kind.value,
        side=side.value,
        category=category,
    )
    return work.add(speech)


def speech_in(work: Work, speech_id: str, *states: str) -> Speech:
    """The speech, when it is in one of the states."""
    speech = work.get(Speech, speech_id)
    meeting_in(work, speech.meeting_id, *UNDER_WAY)
    if states and speech.state not in states:
        raise Refusal("speech_state", state=speech.state)
    return speech


def withdraw_speech(work: Work, *, speech_id: str) -> None:
    """The hand comes down."""
    speech_in(work, speech_id, "waiting").state = "withdrawn"


def take_side(work: Work, *, speech_id: str, side: Side) -> None:
    """A person says on which side he speaks, or on none."""
    speech_in(work, speech_id, "waiting", "speaking", "held").side = side.value


def speaking_on(work: Work, item_id: str) -> Speech | None:
    """Who has the floor on the item."""
    return work.one(Speech, Speech.item_id == item_id, Speech.state == "speaking")


def _held_by(work: Work, speech: Speech) -> Speech | None:
    return work.get(Speech, speech.held_id) if speech.held_id else None


def _turn_questions(work: Work, item_id: str) -> None:
    """A question that was not taken before the speech ended is heard as a reply: nobody is lost."""
    waiting = (Speech.item_id == item_id, Speech.state == "waiting")
    for speech in work.all(Speech, *waiting, Speech.kind == SpeechClass.QUESTION.value):
        same = (Speech.person_id == speech.person_id, Speech.kind == SpeechClass.REPLY.value)
        if work.one(Speech, *waiting, *same) is None:
            speech.kind = SpeechClass.REPLY.value
        else:
            speech.state = "withdrawn"


def _make_way(work: Work, speech: Speech) -> None:
    """Hold the speech under way for one that breaks in, else end it and all that it broke into; one that
    breaks in after another takes over what that held.
    """
    before, coming = speaking_on(work, speech.item_id), SpeechClass(speech.kind)
    if before is not None and breaks_in(coming, SpeechClass(before.kind)):
        speech.held_id, speech.held_ran = before.id, clock_of(before).running
        set_clock(before, clock_of(before).paused(work.now))
        before.state = "held"
        return
    while before is not None:
        finish_speech(work, before)
        held = _held_by(work, before)
        if held is not None and breaks_in(coming, SpeechClass(held.kind)):
            speech.held_id, speech.held_ran = held.id, before.held_ran
            return
        if held is None:
            _turn_questions(work, speech.item_id)
        before = held


def _may_come_back(work: Work, speech: Speech) -> None:
    """Who passed may have left the room since, or asked again; the item may be over."""
    item, person = current_item(work, speech.item_id), work.get(Person, speech.person_id)
    if open_stay(work, item.meeting_id, person.id) is None:
        raise Refusal("not_present", name=person.name)
    up = (Speech.item_id == item.id, Speech.person_id == person.id, Speech.state.in_(UP))
    if any(other.kind == speech.kind for other in work.all(Speech, *up)):
        raise Refusal("already_waiting", name=person.name)


def call_speaker(work: Work, *, speech_id: str) -> str:
    """Give the floor to a waiting person. The speech under way ends at the same instant, or is held for a
    point of order or a question. Returns the person's name.
    """
    speech = speech_in(work, speech_id, "waiting", "passed")
    if speech.state == "passed":
        _may_come_back(work, speech)
    _make_way(work, speech)
    # In the order in which they spoke, even when the machine's clock was set back in between.
    latest = work.highest(Speech.began_ms, Speech.meeting_id == speech.meeting_id)
    speech.state, speech.began_ms = "speaking", max(work.now.wall_ms, latest)
    set_clock(speech, Clock(speech.clock_limit_ms).started(work.now))
    return work.get(Person, speech.person_id).name


def call_next(work: Work, *, item_id: str) -> str:
    """Give the floor to the first of the queue; one who was broken into goes on before any speech is called.
    Returns the person's name.
    """
    item = item_under_way(work, item_id)
    order = floor_order(work.session, item.meeting_id, item.id)
    before = speaking_on(work, item.id)
    held = _held_by(work, before) if before is not None else None
    if held is not None and not (order and order[0].request.kind in BREAKING_IN):
        end_speech(work, item_id=item.id)
        return work.get(Person, held.person_id).name
    if not order:
        raise Refusal("nobody_waiting")
    return call_speaker(work, speech_id=order[0].request.speech_id)


def end_speech(work: Work, *, item_id: str, speech_id: str = "") -> None:
    """The speaker is done; `speech_id` = only if it is this one. Whoever was broken into goes on at the same
    second, else nobody has the floor.
    """
    item = item_under_way(work, item_id)
    speech = speaking_on(work, item.id)
    if speech is None or speech_id not in ("", speech.id):
        raise Refusal("nobody_speaking")
    finish_speech(work, speech)
    held = _held_by(work, speech)
    if held is None:
        _turn_questions(work, item.id)
        return
    held.state = "speaking"
    if speech.held_ran:
        set_clock(held, clock_of(held).started(work.now))


def pause_speech(work: Work, *, speech_id: str) -> None:
    """Stop the speaker's clock."""
    speech = speech_in(work, speech_id, "speaking")
    set_clock(speech, clock_of(speech).paused(work.now))


def resume_speech(work: Work, *, speech_id: str) -> None:
    """Let the speaker's clock run on."""
    speech = speech_in(work, speech_id, "speaking")
    set_clock(speech, clock_of(speech).started(work.now))


def extend_speech(work: Work, *, speech_id: str, by_ms: int) -> None:
    """Give the speaker more time, or less."""
    speech = speech_in(work, speech_id, "speaking", "waiting", "held")
    set_clock(speech, clock_of(speech).extended(by_ms))


def write_gist(work: Work, *, speech_id: str, text: str) -> None:
    """Note what a speech came to; also after it ended, until the meeting is closed."""
    speech = speech_in(work, speech_id, "speaking", "held", "done")
    speech.gist = text_of(text, 20000, "gist", needed=False)
