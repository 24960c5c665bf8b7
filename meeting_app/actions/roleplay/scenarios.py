"""The scenarios of the community: taken from the shelf, brought in as a file, written in the editor.

A scenario has a complete text, which plays are prepared from, and beside it the editor's draft. A play
freezes its own copy, so nothing done here changes a play.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from meeting_app.actions.common import text_of
from meeting_app.actions.desk import final
from meeting_app.documents.office.scenario_book import is_book, scenario_of_book
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.checks import check
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.queries.roleplay.scenarios import (
    FILE,
    SHIPPED,
    resident_names,
    source_text,
    text_digest,
)
from meeting_app.scenarios import Document, read_package, read_text, write_text
from meeting_app.storage.tables import Blob, ScenarioPicture, ScenarioRow
from meeting_app.storage.work import Work
from meeting_app.yaml_text import YamlError

TITLE_LENGTH = 120
MOST_TEXT = 2_000_000
ZIP = b"PK"


def _document(data: bytes, file: str = FILE) -> Document:
    try:
        return read_text(data, file)
    except YamlError as error:
        first = error.problems[0]
        raise Refusal("scenario_unreadable", line=first.line, n=len(error.problems)) from error


def _parsed(text: str) -> Scenario | None:
    """The scenario of a draft, when it can be read at all."""
    try:
        return read_text(text.encode(), FILE).scenario
    except YamlError:
        return None


def _blocking(work: Work, scenario: Scenario) -> int:
    """How many faults keep the scenario from being played."""
    return sum(finding.blocks for finding in check(scenario, resident_names(work.session)))


def _keep(work: Work, scenario: Scenario, text: str, origin: str, *, whole: bool) -> ScenarioRow:
    """A new row: complete, or a draft only."""
    return work.add(
        ScenarioRow(
            id=work.fresh_id(),
            title=(scenario.identity.title or scenario.identity.id)[:TITLE_LENGTH],
            code=scenario.identity.id[:64],
            category=scenario.identity.category[:40],
            origin=origin,
            state="ready" if whole else "draft",
            digest=text_digest(text),
            text=text if whole else "",
            draft="" if whole else text,
            changed_ms=work.now.wall_ms,
        )
    )


def _add_pictures(work: Work, scenario_id: str, pictures: Mapping[str, bytes]) -> None:
    for name, content in sorted(pictures.items()):
        digest = hashlib.sha256(content).hexdigest()
        media = "image/png" if name.endswith(".png") else "image/jpeg"
        if work.one(Blob, Blob.digest == digest) is None:
            work.add(Blob(digest=digest, media=media, content=content))
        work.add(ScenarioPicture(scenario_id=scenario_id, name=name, media=media, digest=digest))
        work.session.flush()


def add_from_library(work: Work, *, name: str) -> str:
    """Copy a shipped scenario, so that it can be changed. Returns its id."""
    text, _digest, _row = source_text(work.session, SHIPPED + name)
    return _keep(work, _document(text.encode()).scenario, text, "library", whole=True).id


def import_scenario(work: Work, *, data: bytes, file: str = FILE) -> str:
    """Take over a package, a table (XLSX) or a text. One with faults comes in as a draft. Returns its id."""
    pictures: Mapping[str, bytes] = {}
    if is_book(data):
        scenario = scenario_of_book(data)
    elif data.startswith(ZIP):
        try:
            package = read_package(data)
        except YamlError as error:
            first = error.problems[0]
            raise Refusal("scenario_unreadable", line=first.line, n=len(error.problems)) from error
        scenario, pictures = package.scenario, package.pictures
    else:
        scenario = _document(data, file).scenario
    whole = not _blocking(work, scenario)
    row = _keep(work, scenario, write_text(scenario), "import", whole=whole)
    _add_pictures(work, row.id, pictures)
    return row.id


def start_scenario(work: Work, *, text: str) -> str:
    """A new draft, from the editor. Returns its id."""
    scenario = _document(text.encode()).scenario
    return _keep(work, scenario, text, "own", whole=False).id


@final
def save_draft(work: Work, *, scenario_id: str, text: str) -> None:
    """Keep what the editor has, whole or not; the editor has its own taking back."""
    row = work.get(ScenarioRow, scenario_id)
    if len(text) > MOST_TEXT:
        raise Refusal("text_too_long", what="text", length=len(text), most=MOST_TEXT)
    if text == row.text:
        row.draft = ""
        return
    row.draft, row.changed_ms = text, work.now.wall_ms
    scenario = _parsed(text)
    if scenario is not None:
        row.title = (scenario.identity.title or row.title)[:TITLE_LENGTH]
        row.category = scenario.identity.category[:40]


@final
def take_into_use(work: Work, *, scenario_id: str) -> None:
    """Make the draft the text that plays are prepared from. Refused while it has faults that block."""
    row = work.get(ScenarioRow, scenario_id)
    if not row.draft:
        return
    scenario = _document(row.draft.encode()).scenario
    faults = _blocking(work, scenario)
    if faults:
        raise Refusal("scenario_not_ready", n=faults, title=row.title)
    row.text, row.draft, row.state = row.draft, "", "ready"
    row.digest, row.code, row.changed_ms = (
        text_digest(row.text),
        scenario.identity.id[:64],
        work.now.wall_ms,
    )


@final
def drop_draft(work: Work, *, scenario_id: str) -> None:
    """Go back to the complete text."""
    row = work.get(ScenarioRow, scenario_id)
    if not row.text:
        raise Refusal("scenario_only_draft", title=row.title)
    row.draft = ""


def duplicate_scenario(work: Work, *, scenario_id: str, title: str) -> str:
    """A copy under another title, with its pictures and its draft. Returns its id."""
    row = work.get(ScenarioRow, scenario_id)
    name = text_of(title, TITLE_LENGTH, "title")
    text, draft = _titled(row.text, name), _titled(row.draft, name)
    copy = work.add(
        ScenarioRow(
            title=name, code=row.code, category=row.category, origin="own", state=row.state,
            digest=text_digest(text or draft), text=text, draft=draft, changed_ms=work.now.wall_ms,
        )
    )  # fmt: skip
    for picture in work.all(ScenarioPicture, ScenarioPicture.scenario_id == row.id):
        work.add(
            ScenarioPicture(
                scenario_id=copy.id, name=picture.name, media=picture.media, digest=picture.digest
            )
        )
    return copy.id


def _titled(text: str, title: str) -> str:
    """The text with another title; a draft that cannot be read stays as it is."""
    scenario = _parsed(text) if text else None
    if scenario is None:
        return text
    return write_text(replace(scenario, identity=replace(scenario.identity, title=title)))


@final
def rename_scenario(work: Work, *, scenario_id: str, title: str) -> None:
    """Give a scenario another title."""
    row = work.get(ScenarioRow, scenario_id)
    row.title = text_of(title, TITLE_LENGTH, "title")
    row.text, row.draft = _titled(row.text, row.title), _titled(row.draft, row.title)
    row.digest = text_digest(row.text or row.draft)


@final
def set_scenario_pictures(work: Work, *, scenario_id: str, pictures: Mapping[str, bytes]) -> None:
    """Replace the pictures of a scenario's package."""
    row = work.get(ScenarioRow, scenario_id)
    _drop_pictures(work, row.id)
    _add_pictures(work, row.id, pictures)


def _drop_pictures(work: Work, scenario_id: str) -> None:
    for picture in work.all(ScenarioPicture, ScenarioPicture.scenario_id == scenario_id):
        work.session.delete(picture)


@final
def delete_scenario(work: Work, *, scenario_id: str) -> None:
    """Take a scenario off the shelf; plays have their own copy."""
    row = work.get(ScenarioRow, scenario_id)
    _drop_pictures(work, row.id)
    work.session.delete(row)
