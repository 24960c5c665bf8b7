"""The hall's pages of the floor as the records make them."""

from fractions import Fraction

import pytest

from meeting_app import i18n
from meeting_app.actions import floor, floor_modes, floor_order, groups
from meeting_app.actions.projection import pin_slide
from meeting_app.documents.render import page_count, pdf
from meeting_app.domain.floor_class import Side, SpeechClass
from meeting_app.domain.floor_mode import FloorMode
from meeting_app.domain.floor_shares import FloorShares, GroupShare
from meeting_app.queries import slides_floor
from meeting_app.queries.floor_rules import SEVERAL, SHARES_BY
from meeting_app.queries.more_papers import rules_paper
from meeting_app.queries.slides import current_slide, next_slide
from meeting_app.queries.slides_types import FloorSlide, Slide, SpeakerSlide
from meeting_app.queries.slides_types_floor import RulesSlide, SharesSlide, TablesSlide
from meeting_app.wording import rules_card
from tests.actions.hall import Hall, begin
from tests.documents.samples import mark
from tests.storage.desks import Room


@pytest.fixture
def item(room: Room, hall: Hall) -> str:
    """The discussion is under way."""
    return begin(room, hall, hall.discussion)


def shown(room: Room, hall: Hall) -> Slide:
    """What the hall sees."""
    return room.ask(current_slide, meeting_id=hall.meeting, now=room.desk.now())


def ask(room: Room, hall: Hall, item: str, place: int, kind: SpeechClass, side: Side = Side.NONE) -> None:
    """A member by number raises a hand."""
    room.do(floor.ask_to_speak, item_id=item, person_id=hall.people[place], kind=kind, side=side)


def test_a_question_and_who_goes_on(room: Room, hall: Hall, item: str) -> None:
    ask(room, hall, item, 0, SpeechClass.SPEECH)
    room.do(floor.call_next, item_id=item)
    room.time.pass_by(30_000)
    ask(room, hall, item, 1, SpeechClass.QUESTION)
    room.do(floor.call_next, item_id=item)
    slide = shown(room, hall)
    assert isinstance(slide, SpeakerSlide)
    assert (slide.name, slide.floor.kind, slide.floor.held) == ("李建国", "question", "王桂兰")
    assert slide.floor.held_clock is not None
    assert slide.floor.held_clock.elapsed_ms // 1000 == 30
    following = room.ask(next_slide, meeting_id=hall.meeting, now=room.desk.now())
    assert isinstance(following, SpeakerSlide)
    assert (following.name, following.floor.kind, following.floor.held) == ("王桂兰", "speech", "")
    assert following.clock == slide.floor.held_clock


def test_a_debate_and_a_closed_list(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.DEBATE)
    ask(room, hall, item, 0, SpeechClass.SPEECH, Side.FOR)
    ask(room, hall, item, 1, SpeechClass.SPEECH, Side.AGAINST)
    room.do(floor.call_next, item_id=item)
    room.do(floor_modes.close_list, item_id=item)
    slide = shown(room, hall)
    assert isinstance(slide, SpeakerSlide)
    state = slide.floor
    assert (state.mode, state.order, state.side, state.turns, state.closed) == (
        "debate", "sides", "for", (1, 0), True,
    )  # fmt: skip
    assert (slide.following, state.following_sides) == (("李建国",), ("against",))


def test_tables_until_they_report(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.TABLES)
    assert isinstance(shown(room, hall), FloorSlide)
    room.do(floor_modes.draw_tables, item_id=item, tables=2)
    slide = shown(room, hall)
    assert isinstance(slide, TablesSlide)
    assert ([len(names) for names in slide.tables], slide.clock) == ([4, 3], None)
    room.do(floor_modes.start_table_work, item_id=item)
    slide = shown(room, hall)
    assert isinstance(slide, TablesSlide)
    assert slide.clock is not None
    room.do(floor_modes.begin_reports, item_id=item)
    room.do(floor.call_next, item_id=item)
    report = shown(room, hall)
    assert isinstance(report, SpeakerSlide)
    assert report.floor.table == "1"


def test_a_round_counts_people_from_its_beginning(room: Room, hall: Hall, item: str) -> None:
    room.do(floor.give_floor, item_id=item, person_id=hall.people[0])
    room.time.pass_by(60_000)
    room.do(floor.end_speech, item_id=item)
    room.do(floor_modes.set_floor_mode, item_id=item, mode=FloorMode.ROUND)
    waits = shown(room, hall)
    assert isinstance(waits, FloorSlide)
    assert (waits.floor.begins, waits.floor.heard) == ("round", 0)
    room.time.pass_by(1_000)
    everybody = room.do(floor_modes.begin_round, item_id=item)
    for _turn in range(2):
        room.do(floor.call_next, item_id=item)
        room.time.pass_by(10_000)
    slide = shown(room, hall)
    assert isinstance(slide, SpeakerSlide)
    assert (slide.floor.heard, slide.floor.left) == (2, everybody - 2)


def test_shares_are_seen_only_while_they_are_shown(room: Room, hall: Hall, item: str) -> None:
    room.do(floor.give_floor, item_id=item, person_id=hall.people[0])
    room.time.pass_by(60_000)
    room.do(floor.end_speech, item_id=item)
    assert isinstance(shown(room, hall), FloorSlide)
    room.do(pin_slide, meeting_id=hall.meeting, pinned="shares", page=5)
    slide = shown(room, hall)
    assert isinstance(slide, SharesSlide)
    assert (slide.whole, slide.present, slide.speakers) == (True, 7, 1)
    assert [(line.group, line.of_time) for line in slide.groups] == [("representative", Fraction(1))]
    room.do(pin_slide, meeting_id=hall.meeting, pinned="")
    assert isinstance(shown(room, hall), FloorSlide)


def test_the_rules_have_the_times_of_the_meeting(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_order.set_floor_rules, meeting_id=hall.meeting, most_turns=3)
    room.do(floor_modes.set_turn_limit, item_id=item, turn_ms=90_000)
    room.do(pin_slide, meeting_id=hall.meeting, pinned="rules")
    slide = shown(room, hall)
    assert isinstance(slide, RulesSlide)
    assert (slide.speech_ms, slide.turns, slide.order) == (90_000, 3, "fair")


def test_many_groups_come_to_one_page_and_still_to_one() -> None:
    groups = tuple(
        GroupShare(str(n), 1, 1, 1, 1, 1000, Fraction(1, 9), Fraction(1, 9)) for n in range(9)
    )  # fmt: skip
    lines = slides_floor._lines(FloorShares(9, 9, 0, 9, 9, 9000, Fraction(1000), 5, groups))
    assert len(lines) == slides_floor.GROUPS
    assert lines[-1].group == slides_floor.OTHERS
    assert sum((line.of_time for line in lines), Fraction(0)) == 1
    assert sum(line.present for line in lines) == 9


def test_the_card_on_paper_says_what_the_projector_says(room: Room, hall: Hall, item: str) -> None:
    room.do(floor_order.set_floor_rules, meeting_id=hall.meeting, most_turns=4)
    paper = room.ask(rules_paper, meeting_id=hall.meeting, mark=mark("晨居则〔2026〕1号"))
    with i18n.using("zh_CN"):
        assert paper.rules == rules_card.rules(180_000, 4, "fair")
    assert len(paper.rules) == 12
    assert page_count(pdf("rules", paper)) == 1


def test_the_hall_sees_no_group_that_names_somebody_or_is_protected() -> None:
    def group(code: str, present: int) -> GroupShare:
        return GroupShare(code, present, 1, 1, 1, 1000, Fraction(1, 9), Fraction(1, 9))

    groups = (group("in:tenant", 4), group("in:parent", 2), group("in:disabled", 5), group("in:", 9))
    shares = FloorShares(9, 9, 0, 9, 9, 9000, Fraction(1000), 5, (*groups, group("合唱队", 3)))
    assert [line.group for line in slides_floor._of_several(shares)] == ["in:tenant", "合唱队"]


def test_groups_of_residents_are_shown_as_groups_that_overlap(room: Room, hall: Hall, item: str) -> None:
    for place, codes in ((0, ("parent", "volunteer")), (1, ("parent",)), (2, ("parent",))):
        room.do(groups.set_groups, person_id=hall.people[place], codes=codes)
    ask(room, hall, item, 0, SpeechClass.SPEECH)
    room.do(floor.call_next, item_id=item)
    room.time.pass_by(30_000)
    room.do(pin_slide, meeting_id=hall.meeting, pinned="shares", page=2 * SHARES_BY.index(SEVERAL))
    slide = shown(room, hall)
    assert isinstance(slide, SharesSlide)
    assert slide.several
    parents = next(line for line in slide.groups if line.group == "in:parent")
    assert (parents.present, parents.of_time) == (3, Fraction(1))
