"""A scenario zipped with its pictures and a manifest (schema version, id, language, licence, SHA-256 of every
file). Nothing is ever unpacked to disk; whatever does not belong is refused before it is read.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.scenarios.json_schema import VERSION
from meeting_app.scenarios.text import Document, read_text
from meeting_app.scenarios.writing import write_text

MOST_FILES: Final = 60
MOST_BYTES: Final = 20_000_000  # of all files together, unpacked
MANIFEST: Final = "manifest.json"
TEXTS: Final = ("scenario.yaml", "scenario.json")
_PICTURE: Final = re.compile(r"pictures/[A-Za-z0-9_-]{1,60}\.(?:png|jpg|jpeg)")
_MADE: Final = (2020, 1, 1, 0, 0, 0)  # the same scenario gives the same bytes


@dataclass(frozen=True, slots=True)
class Package:
    """What is in a package: the document, and pictures by their names (pictures/yard.png)."""

    document: Document
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def scenario(self) -> Scenario:
        """The scenario in it."""
        return self.document.scenario


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_package(scenario: Scenario, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The zip; the same scenario and pictures give the same bytes. Refuses names that are no pictures."""
    files = {TEXTS[0]: write_text(scenario).encode(), **(pictures or {})}
    for name in pictures or {}:
        if not _PICTURE.fullmatch(name):
            raise Refusal("package_name", name=name[:60])
    manifest = {
        "schema": VERSION,
        "id": scenario.identity.id,
        "language": scenario.identity.language,
        "licence": scenario.identity.licence,
        "files": {name: _digest(data) for name, data in sorted(files.items())},
    }
    files = {MANIFEST: json.dumps(manifest, indent=2, ensure_ascii=False).encode(), **files}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(data: bytes) -> dict[str, bytes]:
    """All files in the zip within the limits; sizes are counted while reading, not believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError):
        raise Refusal("package_unreadable") from None


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise Refusal("package_too_large", most=MOST_BYTES // 1_000_000)
    left = MOST_BYTES
    files: dict[str, bytes] = {}
    for info in infos:
        known = info.filename in (MANIFEST, *TEXTS) or _PICTURE.fullmatch(info.filename)
        if not known or info.filename in files:
            raise Refusal("package_name", name=info.filename[:60])
        with archive.open(info) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Refusal("package_too_large", most=MOST_BYTES // 1_000_000)
        files[info.filename] = content
    return files


def _listed(data: bytes) -> dict[str, Any]:
    """The digests by file name that the manifest tells."""
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError):
        raise Refusal("package_manifest") from None
    listed = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(listed, dict) or not isinstance(manifest.get("schema"), int):
        raise Refusal("package_manifest")
    if manifest["schema"] > VERSION:
        raise Refusal("package_newer", version=manifest["schema"])
    return listed


def read_package(data: bytes) -> Package:
    """The scenario and the pictures. Refuses a zip that is damaged, too large, or holds what it should not;
    raises YamlError for a text that cannot be understood.
    """
    files = _files(data)
    if MANIFEST not in files:
        raise Refusal("package_manifest")
    listed = _listed(files.pop(MANIFEST))
    for name in sorted(set(files) ^ set(listed)):
        raise Refusal("package_other_files", name=str(name)[:60])
    for name, content in files.items():
        if listed[name] != _digest(content):
            raise Refusal("package_changed", name=name)
    written = [name for name in TEXTS if name in files]
    if len(written) != 1:
        raise Refusal("package_one_text")
    document = read_text(files.pop(written[0]), written[0])
    return Package(document, files)
