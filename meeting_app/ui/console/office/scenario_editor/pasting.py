"""Text from a document taken apart: paragraphs that begin with a field's name go into that field, each new
name or title begins another part. Without Qt.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _, using
from meeting_app.ui.console.office.scenario_editor import typing_in
from meeting_app.ui.console.office.scenario_editor.entries import Entry, Unreadable, from_typed

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.sections import Listed

SPREAD: Final = ("line", "text", "lines", "number", "money")
LANGUAGES: Final = ("en", "zh_CN")


def _names(entries: Sequence[Entry]) -> dict[str, str]:
    """What may stand before a colon, in either language, with the place of the field among the entries."""
    found = []
    for language in LANGUAGES:
        with using(language):
            found += [(str(at), _(entry.label)) for at, entry in enumerate(entries) if entry.kind in SPREAD]
    return typing_in.by_label(found)


def _plain(text: str) -> str:
    """A copied table of names and texts as paragraphs."""
    rows = typing_in.cells_of(text)
    if all(len(cells) <= 1 for cells in rows):
        return text
    return "\n".join(f"{cells[0]}: {' '.join(cells[1:])}" if len(cells) > 1 else cells[0] for cells in rows)


def _filled(item: Any, entries: Sequence[Entry], said: dict[str, str]) -> Any:
    for place, text in said.items():
        if place and text:
            entry = entries[int(place)]
            try:
                item = editing.put(item, entry.path, from_typed(entry, text))
            except Unreadable:
                continue
    return item


def spread(scenario: Scenario, entries: Sequence[Entry], base: Path, text: str) -> Scenario | None:
    """The part at `base` with pasted paragraphs in the fields that they name; None when they name none."""
    said = typing_in.labelled(_plain(text), _names(entries))
    if not said:
        return None
    item = _filled(editing.value_at(scenario, base), entries, said)
    changed: Scenario = editing.put(scenario, base, item)
    return changed


def _blocks(text: str, entries: Sequence[Entry]) -> list[str]:
    """The stretches that each begin with the name of the first field."""
    first = {name for name, place in _names(entries).items() if place == "0"}
    blocks: list[list[str]] = [[]]
    for line in typing_in.clean(text).split("\n"):
        if typing_in.label_of(line) in first and any(blocks[-1]):
            blocks.append([])
        blocks[-1].append(line)
    return ["\n".join(block).strip() for block in blocks if any(block)]


def with_parts(scenario: Scenario, listed: "Listed", path: Path, text: str) -> Scenario:
    """With parts made of a document's text. Where no fields are named, each paragraph is a part: what
    stands before its colon is the name, the rest the text.
    """
    entries = listed.entries
    blocks = _blocks(_plain(text), entries)
    named = [typing_in.labelled(block, _names(entries)) for block in blocks]
    if not any(named):
        lines = [line for line in typing_in.clean(_plain(text)).split("\n") if line]
        named = [_of_paragraph(line, entries) for line in lines]
    for said in named:
        if said.get("") and "0" not in said:
            said["0"] = said[""].split("\n")[0]
        if said:
            at = len(editing.value_at(scenario, path))
            item = _filled(listed.new(scenario, path), entries, said)
            scenario = editing.inserted(scenario, path, at, item)
    return scenario


def _of_paragraph(line: str, entries: Sequence[Entry]) -> dict[str, str]:
    title, text = typing_in.titled(line)
    body = next((str(at) for at, entry in enumerate(entries) if entry.kind == "text"), "")
    first = entries[0].kind
    if first != "line":  # a part without a name: the whole paragraph is its text
        return {body: line}
    return (
        {"0": line}
        if not body or (text == line and len(line) <= typing_in.MOST_TITLE)
        else {"0": title, body: text}
    )
