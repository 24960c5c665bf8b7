"""The hall's pages and the printed cards of a scenario that is written, by their own painters. Without Qt.

Only for a scenario whose parts name each other rightly: half-written ones are shown as text alone.
"""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from meeting_app.documents.preview import Picture, page_picture
from meeting_app.documents.roleplay.cards import role_cards as card_pages
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import play as plays
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.public import PublicNote
from meeting_app.domain.roleplay.texts import Path, fill
from meeting_app.queries import roleplay_papers
from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_roleplay import scene, stage_of
from meeting_app.queries.slides_types_roleplay import NO_ACT, PlayNoteSlide

if TYPE_CHECKING:
    from meeting_app.queries.slides_types_roleplay import RolePlayPage

NOW: Final = Instant(0, 0, "proof")
SCENES: Final = {
    "identity": "welcome", "setting": "facts", "parties": "roles", "attributes": "roles", "issues": "issues",
    "constraints": "issues", "tables": "tables", "debrief": "derole",
}  # fmt: skip
# What a proof shows in the place of a filed paper's marks.
MARK: Final = PaperMark("", "0000-0000-0000", "0" * 64, "", date(2000, 1, 1))
BROKEN: Final = frozenset({"E01", "E05"})


def sound(findings: tuple[Finding, ...]) -> bool:
    """Whether pages can be made: all that is named is there, and tables are whole."""
    return not any(one.code in BROKEN for one in findings)


def _at(section: str, path: Path) -> int:
    return int(path[1]) if len(path) > 1 and path[0] == section and isinstance(path[1], int) else 0


def slide_of(scenario: Scenario, section: str, path: Path) -> "RolePlayPage | None":
    """The hall's page of a section, of the part at a path; None when the hall sees none of it."""
    head = Head(scenario.identity.title)
    if section in ("clues", "events") and getattr(scenario, section):
        items = getattr(scenario, section)
        one = items[min(_at(section, path), len(items) - 1)]
        note = PublicNote(one.title, fill(scenario, one.text))
        return PlayNoteSlide(head, NO_ACT, section.removesuffix("s"), note)
    if not scenario.plans:
        return None
    name, plan, phase = SCENES.get(section, ""), 0, -1
    if section == "phases":
        plan = min(_at("plans", path), len(scenario.plans) - 1)
        phases = scenario.plans[plan].phases
        phase = min(int(path[3]), len(phases) - 1) if len(path) > 3 else 0
        name = phases[phase].screen or "title" if phases else ""
    if not name:
        return None
    play = replace(plays.prepared(scenario.plans[plan], ((),)), at=phase)
    return scene(head, stage_of(scenario, play, NOW), name, _at(section, path))


def card_picture(scenario: Scenario, at: int, width: int) -> Picture | None:
    """A role's printed card, `width` pixels wide; None when its texts do not fit. Slow: not on the window's
    thread.
    """
    role = scenario.roles[at]
    staging = roleplay_papers.Staging("proof", scenario, scenario.plans[0], ((role.id,),), ())
    try:
        pdf = card_pages(roleplay_papers.role_cards(staging, MARK))
    except Refusal:
        return None
    return _left_half(page_picture(pdf, 1, 2 * width))


def _left_half(page: Picture) -> Picture:
    """Cards lie side by side on a sheet; the first one is the left half."""
    wide = page.width // 2
    rows = (page.rgb[at * page.stride : at * page.stride + 3 * wide] for at in range(page.height))
    return Picture(wide, page.height, 3 * wide, b"".join(rows))


def card_maker(scenario: Scenario, at: int, width: int) -> "partial[Picture | None]":
    """The work of making a card's picture, to be done elsewhere."""
    return partial(card_picture, scenario, at, width)
