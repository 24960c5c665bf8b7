"""A scenario made of a real topic: its facts and plans are taken over, its place and its people are not.

Without Qt. Whatever names the real place or a resident is replaced by what the author invents.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from meeting_app.domain.roleplay import model as m
from meeting_app.i18n import _
from meeting_app.ui.console.office.scenario_editor import typing_in
from meeting_app.ui.console.office.scenario_editor.skeleton import empty_scenario

if TYPE_CHECKING:
    from meeting_app.queries.topics import PlanView, TopicPassport

LEAST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class Invented:
    """What the author invents: the title, the place, and the people who sit at the table."""

    title: str
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Takes the real out of a text: the invented place for each real one, nobody's name."""

    place: str
    places: tuple[str, ...]
    residents: tuple[str, ...]

    def __call__(self, text: str) -> str:
        """The text as it may stand in a scenario."""
        for names, instead in ((self.places, self.place), (self.residents, _("a resident"))):
            for name in sorted((one for one in names if len(one) >= LEAST_NAME), key=len, reverse=True):
                text = text.replace(name, instead)
        return text


def _facts(text: str) -> tuple[m.Fact, ...]:
    """A summary's sentences as facts, short ones together."""
    lines = [part for part in re.split(r"\n+|(?<=[。！？!?])", text) if part.strip()]
    return tuple(
        m.Fact(f"fact_{at}", *(typing_in.line_of(part) for part in typing_in.titled(line)))
        for at, line in enumerate(lines, 1)
    )


def _option(at: int, plan: "PlanView", clean: Cleaner) -> m.Option:
    text = typing_in.line_of(clean(plan.text))
    return m.Option(f"option_{at}", typing_in.line_of(clean(plan.title)), text, cost_fen=plan.cost_fen)


def scenario_from(
    topic: "TopicPassport", name: str, invented: Invented, places: Collection[str], residents: Collection[str]
) -> m.Scenario:
    """The beginnings: facts from the topic, its plans as the options of the first issue with their costs, a
    money table where the shares are known, a role for each invented person.
    """
    clean = Cleaner(invented.place, tuple(places), tuple(residents))
    base = empty_scenario(name, invented.title)
    roles = tuple(
        m.Role(f"role_{at}", base.parties[(at - 1) % 2].id, person, "", walk_away=0)
        for at, person in enumerate(invented.people, 1)
    )
    options = tuple(_option(at, plan, clean) for at, plan in enumerate(topic.plans, 1))
    issues = (m.Issue("issue_1", _("Which plan?"), "", options),) if options else ()
    fiction = _("{place} and everybody in it are invented. Nothing real is decided today.")
    return replace(
        base,
        identity=replace(
            base.identity, category=topic.category, fiction=fiction.format(place=invented.place),
            summary=typing_in.line_of(clean(topic.title)),
        ),
        setting=typing_in.clean(f"{invented.place}\n{clean(topic.title)}"),
        facts=_facts(clean(topic.summary)),
        roles=roles,
        issues=issues,
        tables=_tables(topic, clean),
        rule=replace(base.rule, accept=max(1, len(roles) - 1)),
        players=replace(base.players, least=max(3, len(roles)), table_least=max(3, len(roles)),
                        table_most=max(6, len(roles) + 2)),
    )  # fmt: skip


def _tables(topic: "TopicPassport", clean: Cleaner) -> tuple[m.MoneyTable, ...]:
    """Who bears what of each plan, when all plans have the same payers."""
    with_shares = [(at, plan) for at, plan in enumerate(topic.plans, 1) if plan.shares]
    lines = [tuple((share.payer, share.count) for share in plan.shares) for _at, plan in with_shares]
    if not lines or any(line != lines[0] for line in lines):
        return ()
    payers = tuple(
        m.Payer(f"payer_{at}", clean(payer), count) for at, (payer, count) in enumerate(lines[0], 1)
    )
    columns = tuple(
        m.MoneyColumn(
            "issue_1", f"option_{at}", sum(share.count * share.amount_fen for share in plan.shares),
            tuple(share.amount_fen for share in plan.shares),
        )
        for at, plan in with_shares
    )  # fmt: skip
    return (m.MoneyTable("table_1", _("Who pays how much"), payers, columns),)
