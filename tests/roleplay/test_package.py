"""A package is refused as soon as anything in it is not as it should be."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.scenarios import read_package, write_package
from meeting_app.scenarios.package import MOST_FILES
from tests.domain.roleplay_sample import sample

PICTURES = {"pictures/yard.png": b"picture"}
Files = dict[str, bytes]


def _open(data: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _manifest(given: Files, /, **changes: object) -> Files:
    manifest = json.loads(given["manifest.json"]) | changes
    return {**given, "manifest.json": json.dumps(manifest).encode()}


def test_there_and_back() -> None:
    data = write_package(sample(), PICTURES)
    package = read_package(data)
    assert package.scenario == sample()
    assert package.pictures == PICTURES
    assert write_package(sample(), PICTURES) == data
    manifest = json.loads(_open(data)["manifest.json"])
    assert (manifest["id"], manifest["language"], manifest["licence"]) == ("bench", "en", "CC-BY-4.0")


DAMAGES: list[tuple[str, Callable[[Files], Files]]] = [
    ("package_name", lambda files: {**files, "../evil.png": b"x"}),
    ("package_name", lambda files: {**files, "/etc/passwd": b"x"}),
    ("package_name", lambda files: {**files, "pictures\\a.png": b"x"}),
    ("package_name", lambda files: {**files, "pictures/run.exe": b"x"}),
    ("package_too_large", lambda files: {**files, "pictures/a.png": bytes(20_000_001)}),
    ("package_too_large", lambda files: files | {f"pictures/{at}.png": b"" for at in range(MOST_FILES)}),
    ("package_manifest", lambda files: {name: files[name] for name in files if name != "manifest.json"}),
    ("package_manifest", lambda files: {**files, "manifest.json": b"{"}),
    ("package_manifest", lambda files: {**files, "manifest.json": b"[" * 100_000}),
    ("package_manifest", lambda files: {**files, "manifest.json": b"[]"}),
    ("package_manifest", lambda files: _manifest(files, schema="1")),
    ("package_newer", lambda files: _manifest(files, schema=2)),
    ("package_other_files", lambda files: {**files, "pictures/more.png": b"x"}),
    ("package_other_files", lambda files: {name: data for name, data in files.items() if "yard" not in name}),
    ("package_changed", lambda files: {**files, "pictures/yard.png": b"other"}),
    ("package_one_text", lambda whole: _manifest(
        {name: data for name, data in whole.items() if "scenario" not in name},
        files={"pictures/yard.png": json.loads(whole["manifest.json"])["files"]["pictures/yard.png"]})),
]  # fmt: skip


@pytest.mark.parametrize(("code", "damage"), DAMAGES)
def test_a_damaged_package_is_refused(code: str, damage: Callable[[Files], Files]) -> None:
    files = damage(_open(write_package(sample(), PICTURES)))
    with pytest.raises(Refusal, match=code):
        read_package(_zip(files))


def test_no_zip_and_half_a_zip() -> None:
    data = write_package(sample())
    for bad in (b"", b"PK", data[:-30], b"x" * 100):
        with pytest.raises(Refusal, match="package_unreadable"):
            read_package(bad)
    broken = bytearray(data)
    broken[60:90] = bytes(30)
    with pytest.raises(Refusal, match="package_"):
        read_package(bytes(broken))


def test_a_picture_needs_a_plain_name() -> None:
    with pytest.raises(Refusal, match="package_name"):
        write_package(sample(), {"pictures/../x.png": b""})
