"""Painters of a role-play's pages, by their kind."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from meeting_app.domain.clock import Instant
from meeting_app.queries import slides_types_roleplay as types
from meeting_app.ui.slides.roleplay import ending, opening, stance, story, talk
from meeting_app.ui.slides.sheet import Sheet

Paint = Callable[[Sheet, Any, Instant], None]
Say = Callable[[Any, Instant], list[str]]

PAGES: Final[Mapping[type, tuple[Paint, Say]]] = {
    types.PlayWelcomeSlide: (opening.paint_welcome, opening.say_welcome),
    types.PlayRolesSlide: (opening.paint_roles, opening.say_roles),
    types.PlayTitleSlide: (opening.paint_title, opening.say_title),
    types.PlayFactsSlide: (story.paint_facts, story.say_facts),
    types.PlayMoneySlide: (story.paint_money, story.say_money),
    types.PlayIssuesSlide: (story.paint_issues, story.say_issues),
    types.PlayNoteSlide: (story.paint_note, story.say_note),
    types.PlayTalkSlide: (talk.paint_talk, talk.say_talk),
    types.PlayProposalsSlide: (talk.paint_proposals, talk.say_proposals),
    types.PlayAgreementSlide: (talk.paint_agreement, talk.say_agreement),
    types.PlayCardsSlide: (talk.paint_cards, talk.say_cards),
    types.PlayColoursSlide: (talk.paint_colours, talk.say_colours),
    types.PlayTurnSlide: (ending.paint_turn, ending.say_turn),
    types.PlayDeroleSlide: (ending.paint_derole, ending.say_derole),
    types.PlayDebriefSlide: (ending.paint_debrief, ending.say_debrief),
    types.PlayShiftSlide: (stance.paint, stance.say),
    types.PlayThanksSlide: (ending.paint_thanks, ending.say_thanks),
}
# How many pages each kind has; the others have one.
PAGE_COUNTS: Final[Mapping[type, Callable[[Any], int]]] = {
    types.PlayRolesSlide: opening.role_pages,
    types.PlayFactsSlide: story.fact_pages,
    types.PlayMoneySlide: story.money_pages,
    types.PlayIssuesSlide: story.issue_pages,
    types.PlayNoteSlide: lambda slide: slide.pages,
    types.PlayTalkSlide: talk.talk_pages,
    types.PlayProposalsSlide: talk.compare_pages,
    types.PlayAgreementSlide: talk.compare_pages,
    types.PlayDebriefSlide: ending.debrief_pages,
    types.PlayShiftSlide: stance.shift_pages,
}


def page_count(slide: types.RolePlayPage) -> int:
    """How many pages a scene has."""
    count = PAGE_COUNTS.get(type(slide))
    return count(slide) if count is not None else 1
