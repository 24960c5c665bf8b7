"""The shelf of scenarios: those that the product ships, and the community's own."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.queries.basics import local
from meeting_app.scenarios import library, read_text, write_package, write_text
from meeting_app.storage.tables import Blob, Person, ScenarioPicture, ScenarioRow

SHIPPED = "shipped:"
FILE = "scenario.yaml"
KEPT = 32  # read texts that are held; reading one takes tens of milliseconds


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario on the shelf, as far as everybody may know it. `source` is what a play is prepared from:
    a row's id, or `shipped:` and a name. `usable`: it has a complete text; `changed`: there is a newer draft.
    """

    source: str
    title: str
    category: str
    origin: str
    summary: str
    summary_en: str
    setting: str
    players: tuple[int, int]
    table: tuple[int, int]
    minutes: tuple[int, ...]
    roles: tuple[str, ...]
    issues: tuple[str, ...]
    author: str
    sensitive: str
    usable: bool
    changed: bool
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A scenario of the community for its editor: the draft when there is one, else the complete text.
    `pictures` are (name, bytes).
    """

    id: str
    title: str
    state: str
    origin: str
    text: str
    is_draft: bool
    pictures: tuple[tuple[str, bytes], ...]


def text_digest(text: str) -> str:
    """SHA-256 of a scenario's text."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=KEPT)
def scenario_of(text: str) -> Scenario:
    """The scenario in a text that was kept as complete; read once."""
    return read_text(text.encode(), FILE).scenario


def source_text(session: Session, source: str) -> tuple[str, str, str | None]:
    """(text, digest, the row's id) of what a play is prepared from. Refuses what is gone or not complete."""
    if source.startswith(SHIPPED):
        name = source.removeprefix(SHIPPED)
        if name not in library.shipped_names():
            raise Refusal("gone", kind="scenario")
        text = write_text(library.shipped(name).scenario)
        return text, text_digest(text), None
    row = session.get(ScenarioRow, source)
    if row is None:
        raise Refusal("gone", kind="scenario")
    if not row.text:
        raise Refusal("scenario_not_ready", n=0, title=row.title)
    return row.text, row.digest, row.id


def _card(
    scenario: Scenario,
    source: str,
    origin: str,
    *,
    title: str = "",
    changed: bool = False,
    changed_at: datetime | None = None,
) -> ScenarioCard:
    identity, players = scenario.identity, scenario.players
    return ScenarioCard(
        source=source,
        title=title or identity.title,
        category=identity.category,
        origin=origin,
        summary=identity.summary,
        summary_en=identity.summary_en,
        setting=scenario.setting,
        players=(players.least, players.most),
        table=(players.table_least, players.table_most),
        minutes=tuple(plan.minutes for plan in scenario.plans),
        roles=tuple(role.name for role in scenario.roles),
        issues=tuple(issue.title for issue in scenario.issues),
        author=identity.author,
        sensitive=scenario.safety.text if scenario.safety.sensitive else "",
        usable=True,
        changed=changed,
        changed_at=changed_at,
    )


def _draft_card(row: ScenarioRow) -> ScenarioCard:
    title = "" if row.title == row.code else row.title
    return ScenarioCard(
        row.id, title, row.category, row.origin, "", "", "", (0, 0), (0, 0), (), (), (), "", "",
        usable=False, changed=True, changed_at=local(row.changed_ms),
    )  # fmt: skip


def own_scenarios(session: Session) -> tuple[ScenarioCard, ...]:
    """The community's scenarios, the last changed first."""
    rows = session.scalars(select(ScenarioRow).order_by(ScenarioRow.changed_ms.desc(), ScenarioRow.id))
    return tuple(
        _card(
            scenario_of(row.text),
            row.id,
            row.origin,
            title=row.title,
            changed=bool(row.draft),
            changed_at=local(row.changed_ms),
        )
        if row.text
        else _draft_card(row)
        for row in rows
    )


def shipped_scenarios() -> tuple[ScenarioCard, ...]:
    """Those that come with the product. Reads their files: not on the thread that paints."""
    return tuple(
        _card(library.shipped(name).scenario, SHIPPED + name, "shipped") for name in library.shipped_names()
    )


def shelf(session: Session) -> tuple[ScenarioCard, ...]:
    """The community's own scenarios, then the shipped ones. Slow the first time."""
    return own_scenarios(session) + shipped_scenarios()


def scenario_pictures(session: Session, scenario_id: str) -> tuple[tuple[str, bytes], ...]:
    """(name, bytes) of a scenario's pictures by name."""
    rows = session.execute(
        select(ScenarioPicture.name, Blob.content)
        .join(Blob, Blob.digest == ScenarioPicture.digest)
        .where(ScenarioPicture.scenario_id == scenario_id)
        .order_by(ScenarioPicture.name)
    )
    return tuple((name, content or b"") for name, content in rows)


def scenario_text(session: Session, *, scenario_id: str) -> ScenarioText | None:
    """A scenario of the community for its editor; None when it is gone."""
    row = session.get(ScenarioRow, scenario_id)
    if row is None:
        return None
    return ScenarioText(
        row.id, row.title, row.state, row.origin, row.draft or row.text, bool(row.draft),
        scenario_pictures(session, row.id),
    )  # fmt: skip


def scenario_package(session: Session, *, source: str) -> bytes:
    """The zip of a complete scenario with its pictures, to be given away."""
    text, _digest, row_id = source_text(session, source)
    pictures = dict(scenario_pictures(session, row_id)) if row_id else {}
    return write_package(scenario_of(text), pictures)


def resident_names(session: Session) -> Collection[str]:
    """Names that must not occur in a scenario (E08)."""
    names = session.scalars(select(Person.name).where(Person.merged_into.is_(None)))
    return frozenset(name for name in names if name)
