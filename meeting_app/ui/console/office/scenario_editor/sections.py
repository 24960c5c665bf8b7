"""The sections of the editor: which part of a scenario each shows, in which form.

Without Qt. The order is the order in which one writes a scenario from a paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import N_
from meeting_app.ui.console.office.scenario_editor import forms, makers
from meeting_app.ui.console.office.scenario_editor.entries import Entry


@dataclass(frozen=True, slots=True)
class Listed:
    """A section's list: where it stands, what a new one is, how one is called, and its form."""

    path: Path
    name: str
    add: str
    new: Callable[[Scenario, Path], Any]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section. `roots` are the parts of the scenario whose findings belong to it; a finding belongs to the
    section with the longest fitting root.
    """

    id: str
    title: str
    told: str
    roots: tuple[Path, ...]
    entries: tuple[Entry, ...] = ()
    listed: Listed | None = None


def _parts(kind: str, name: str, add: str, entries: tuple[Entry, ...]) -> Listed:
    return Listed((kind,), name, add, makers.NEW[kind], entries)


SECTIONS: Final = (
    Section("identity", N_("Identity"), N_("What it is called, whose it is, for how many people."),
            (("identity",), ("players",)), forms.IDENTITY),
    Section("setting", N_("Setting"), N_("What everybody knows before it begins."),
            (("setting",), ("facts",), ("materials",)), forms.SETTING),
    Section("parties", N_("Parties"), N_("The sides, and what is between people."),
            (("parties",), ("relations",)), forms.PARTIES),
    Section("attributes", N_("Questions at check-in"),
            N_("What players are asked, so that everybody plays somebody unlike themselves."),
            (("attributes",),), (), _parts("attributes", N_("Questions at check-in"), N_("Add a question"),
                                           forms.ATTRIBUTE)),
    Section("roles", N_("Roles"), N_("Who sits at the table; the secret part is on the card alone."),
            (("roles",),), (), _parts("roles", N_("Roles"), N_("Add a role"), forms.ROLE)),
    Section("issues", N_("Issues and options"), N_("What the table settles, and in which ways it can."),
            (("issues",),), (), _parts("issues", N_("Issues"), N_("Add an issue"), forms.ISSUE)),
    Section("constraints", N_("Constraints"),
            N_("Which ways do not go together, how much there is to spend."),
            (("constraints",),), (), _parts("constraints", N_("Constraints"), N_("Add a constraint"),
                                            forms.CONSTRAINT)),
    Section("scores", N_("Points"), N_("What each way is worth to whom, and below which sum one says no."),
            (("scores",), ("values",))),
    Section("tables", N_("Money tables"), N_("Who pays how much; everybody sees it."),
            (("tables",),), (), _parts("tables", N_("Money tables"), N_("Add a money table"), forms.TABLE)),
    Section("clues", N_("Clues"), N_("What comes to light on the way."),
            (("clues",),), (), _parts("clues", N_("Clues"), N_("Add a clue"), forms.CLUE)),
    Section("phases", N_("Phases"), N_("What happens when, and what the facilitator says."), (("plans",),)),
    Section("events", N_("Events"), N_("Turns of the story that change what people can accept."),
            (("events",),), (), _parts("events", N_("Events"), N_("Add an event"), forms.EVENT)),
    Section("rule", N_("Decision rule"), N_("When a proposal is accepted at a table."),
            (("rule",), ("swap",), ("rotation",)), forms.RULE),
    Section("poll", N_("Stance poll"), N_("The same questions before and after; nobody writes a name."),
            (("poll",),), forms.POLL),
    Section("debrief", N_("Debrief"), N_("How everybody leaves the role, and the talk afterwards."),
            (("debrief",),), forms.DEBRIEF),
    Section("safety", N_("Safety"), N_("What protects the players."), (("safety",),), forms.SAFETY),
    Section("minutes", N_("Minutes"), N_("What the annex of the minutes says, and what it never says."),
            (("minutes",),), forms.MINUTES),
)  # fmt: skip
BY_ID: Final[Mapping[str, Section]] = {section.id: section for section in SECTIONS}


def _fits(path: Path, root: Path) -> bool:
    return path[: len(root)] == root


def section_of(path: Path) -> str:
    """The section in which what stands at a path is written."""
    if len(path) > 2 and path[0] == "roles" and path[2] == "walk_away":
        return "scores"
    found = [section.id for section in SECTIONS if any(_fits(path, root) for root in section.roots)]
    return found[0] if found else SECTIONS[0].id
