"""What comes of a part of the scenario, as it will be read: the card of a role, the hall's screen, the
facilitator's script. Without Qt.
"""

from dataclasses import dataclass
from typing import Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.checks_words import PUBLIC_MOST, SECRET_MOST, width
from meeting_app.domain.roleplay.texts import Path, fill
from meeting_app.i18n import N_, _
from meeting_app.ui.console.office.scenario_editor import names
from meeting_app.ui.console.office.scenario_editor.words import VOCABULARY
from meeting_app.wording import amounts

CARD, SCREEN, SCRIPT = "card", "screen", "script"
TITLES: Final = {CARD: N_("Role card"), SCREEN: N_("On the projector"), SCRIPT: N_("Facilitator's script")}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph under a small heading; `secret` ones are on a card alone."""

    label: str
    text: str
    secret: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """A page: what it is, its heading, a quiet line, its paragraphs, and how full a card is (per cent)."""

    kind: str
    heading: str
    line: str
    blocks: tuple[Block, ...]
    full: int = 0


def _blocks(*found: Block) -> tuple[Block, ...]:
    return tuple(block for block in found if block.text)


def card(scenario: m.Scenario, at: int) -> Preview:
    """The card of a role, with its numbers filled in."""
    role = scenario.roles[at]

    def filled(text: str) -> str:
        return fill(scenario, text, role.id)

    def lines(some: tuple[str, ...]) -> str:
        return "\n".join(f"· {filled(one)}" for one in some)

    walk_away = filled(role.walk_away_text)
    if role.walk_away is not None:
        points = _("Below {n} points you say no.").format(n=role.walk_away)
        walk_away = f"{walk_away}\n{points}".strip()
    party = dict(names.parties(scenario)).get(role.party, "")
    full = max(
        100 * width(filled(role.public)) // PUBLIC_MOST, 100 * width(filled(role.secret)) // SECRET_MOST
    )
    return Preview(CARD, names.called(role.name, at), party, _blocks(
        Block(_("Everybody may know"), filled(role.public)),
        Block(_("Only you know"), filled(role.secret), secret=True),
        Block(_("You begin with"), filled(role.opening)),
        Block(_("Must keep"), lines(role.keep), secret=True),
        Block(_("Can give"), lines(role.give), secret=True),
        Block(_("Walk-away"), walk_away, secret=True),
        Block(_("Secret aims"), lines(tuple(one.text for one in role.objectives)), secret=True),
        Block(_("Must not"), lines(role.must_not)),
        Block(_("Observer's sheet"), lines(role.sheet)),
    ), full)  # fmt: skip


def script(scenario: m.Scenario, plan: int, phase: int = -1) -> Preview:
    """What the facilitator says when; one phase, or (-1) all of the plan."""
    if not scenario.plans:
        return Preview(SCRIPT, scenario.identity.title, "", ())
    chosen = scenario.plans[min(plan, len(scenario.plans) - 1)]
    begins, blocks = 0, []
    for at, one in enumerate(chosen.phases):
        if phase in (-1, at):
            head = _("{begins}–{ends} min  {title}").format(
                begins=begins, ends=begins + one.minutes, title=names.called(one.title, at)
            )
            mode = _(VOCABULARY["mode"].get(one.mode, one.mode))
            blocks.append(
                Block(
                    _("{title} ({more})").format(title=head, more=mode),
                    "\n".join(_cues(scenario, one)) or "—",
                )
            )
        begins += one.minutes
    line = _("{n} min").format(n=chosen.minutes)
    return Preview(SCRIPT, scenario.identity.title, line, tuple(blocks))


def _cues(scenario: m.Scenario, phase: m.Phase) -> list[str]:
    """Cues, clues and events of a phase by their minute."""
    found = [(cue.minute, 0, cue.text) for cue in phase.cues]
    found += [
        (clue.release.minute, 1, _("Hand out the clue “{title}”.").format(title=clue.title))
        for clue in scenario.clues if clue.release.phase == phase.id
    ]  # fmt: skip
    found += [
        (event.minute, 2, _("Announce: “{title}”.").format(title=event.title))
        for event in scenario.events if event.trigger == "time" and event.phase == phase.id
    ]  # fmt: skip
    found += [
        (phase.minutes - minute, 3, _("Bell: {n} min left.").format(n=minute)) for minute in phase.warnings
    ]
    return [_("{n}′ {text}").format(n=minute, text=text) for minute, _kind, text in sorted(found)]


def _option(option: m.Option) -> str:
    cost = amounts.yuan(option.cost_fen) if option.cost_fen else ""
    return " · ".join(one for one in (option.title, option.text, cost) if one)


def issue(scenario: m.Scenario, at: int) -> Preview:
    """An issue with its options, as the hall sees it."""
    one = scenario.issues[at]
    blocks = [Block("", fill(scenario, one.text))] if one.text else []
    blocks += [
        Block(chr(ord("A") + n), fill(scenario, _option(option))) for n, option in enumerate(one.options)
    ]
    return Preview(SCREEN, names.called(one.title, at), "", tuple(blocks))


def money(scenario: m.Scenario, at: int) -> Preview:
    """A money table, row by row."""
    table = scenario.tables[at]
    titles = names.option_titles(scenario)
    heads = [titles.get(f"{c.issue}.{c.option}", c.option) for c in table.columns]
    blocks = tuple(
        Block(f"{payer.label} × {payer.count}", "\n".join(
            f"{head} {amounts.yuan(column.shares_fen[n])}"
            for head, column in zip(heads, table.columns, strict=True) if n < len(column.shares_fen)
        ))
        for n, payer in enumerate(table.payers)
    )  # fmt: skip
    return Preview(SCREEN, names.called(table.title, at), "", blocks)


def welcome(scenario: m.Scenario) -> Preview:
    """The first page of the hall."""
    return Preview(SCREEN, scenario.identity.title, "", _blocks(
        Block("", scenario.identity.summary),
        Block(_("Notice of fiction"), scenario.identity.fiction, strong=True),
    ))  # fmt: skip


def setting(scenario: m.Scenario) -> Preview:
    """Place and facts."""
    facts = [Block(f"{fact.when} {fact.title}".strip(), fill(scenario, fact.text)) for fact in scenario.facts]
    return Preview(
        SCREEN, scenario.identity.title, "", (*_blocks(Block("", fill(scenario, scenario.setting))), *facts)
    )


def roles(scenario: m.Scenario) -> Preview:
    """Who takes part, as everybody knows them."""
    parties = dict(names.parties(scenario))
    blocks = tuple(
        Block(
            _("{title} ({more})").format(
                title=names.called(role.name, at), more=parties.get(role.party, "—")
            ),
            role.public,
        )
        for at, role in enumerate(scenario.roles)
    )
    return Preview(SCREEN, _("Who takes part"), "", blocks)


def _told(scenario: m.Scenario, path: Path) -> Preview:
    """A clue or an event."""
    one = editing.value_at(scenario, path)
    return Preview(
        SCREEN, names.called(one.title, int(path[1])), "", _blocks(Block("", fill(scenario, one.text)))
    )


def poll(scenario: m.Scenario) -> Preview:
    """The sheet of questions."""
    blocks = tuple(Block(f"1 {one.low} – 5 {one.high}", one.text) for one in scenario.poll.questions)
    return Preview(SCREEN, _("Before and after"), "", blocks)


def safety(scenario: m.Scenario) -> Preview:
    """What is agreed, and the cards."""
    one = scenario.safety
    return Preview(SCREEN, _("So that everybody feels safe"), "",
                   _blocks(Block("", one.text), Block("", one.yellow), Block("", one.red)))  # fmt: skip


def debrief(scenario: m.Scenario) -> Preview:
    """Leaving the role, and the rounds."""
    one = scenario.debrief
    rounds = [Block(_("{title} ({n} min)").format(title=r.title, n=r.minutes), r.text) for r in one.rounds]
    return Preview(
        SCREEN, _("Leaving the roles"), "", (*_blocks(Block("", one.derole, strong=True)), *rounds)
    )


WHOLE: Final = {
    "identity": welcome, "setting": setting, "parties": roles, "poll": poll, "safety": safety,
    "debrief": debrief, "attributes": roles,
}  # fmt: skip


def preview(scenario: m.Scenario, section: str, path: Path) -> Preview:
    """What comes of the section, or of its part at a path."""
    at = next((int(step) for step in path[1:2] if isinstance(step, int)), -1)
    listed = section in ("roles", "issues", "tables", "clues", "events") and path[:1] == (section,)
    there = listed and 0 <= at < len(getattr(scenario, section))
    if section == "roles" and there:
        return card(scenario, at)
    if section == "issues" and there:
        return issue(scenario, at)
    if section == "tables" and there:
        return money(scenario, at)
    if section in ("clues", "events") and there:
        return _told(scenario, path)
    if section == "phases":
        phase = int(path[3]) if len(path) > 3 and path[0] == "plans" else -1
        return script(scenario, at if path[:1] == ("plans",) else 0, phase)
    made = WHOLE.get(section)
    return made(scenario) if made is not None else script(scenario, 0)
