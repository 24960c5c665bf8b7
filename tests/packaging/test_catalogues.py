"""Merging the parts of a catalogue: contradictions and gaps are faults, and staleness is seen."""

import gettext
import os
from pathlib import Path

import catalogues
import pytest

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)


def _part(locales: Path, name: str, body: str) -> None:
    folder = locales / "zh_CN"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.po").write_text(HEAD + body, "utf-8")


def test_parts_become_one_catalogue(tmp_path: Path) -> None:
    _part(tmp_path, "one", 'msgid "Next"\nmsgstr "下一步"\n\nmsgctxt "verb"\nmsgid "Open"\nmsgstr "打开"\n')
    _part(
        tmp_path,
        "two",
        'msgid "Next"\nmsgstr "下一步"\n\nmsgid "{n} seat"\nmsgid_plural "{n} seats"\nmsgstr[0] "{n} 席"\n',
    )
    (target,) = catalogues.compile_all(tmp_path)
    with target.open("rb") as file:
        words = gettext.GNUTranslations(file)
    assert words.gettext("Next") == "下一步"
    assert words.pgettext("verb", "Open") == "打开"
    assert words.ngettext("{n} seat", "{n} seats", 5) == "{n} 席"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('msgid "Next"\nmsgstr "继续"\n', "one.po says '下一步', two.po says '继续'"),
        ('msgid "Back"\nmsgstr ""\n', "not translated: 'Back'"),
        ('#, fuzzy\nmsgid "Back"\nmsgstr "返回"\n', "fuzzy: 'Back'"),
    ],
)
def test_faults_are_named(tmp_path: Path, body: str, fault: str) -> None:
    _part(tmp_path, "one", 'msgid "Next"\nmsgstr "下一步"\n')
    _part(tmp_path, "two", body)
    with pytest.raises(catalogues.CatalogueError) as caught:
        catalogues.compile_all(tmp_path)
    assert fault in str(caught.value)


def test_only_what_is_stale_is_compiled(tmp_path: Path) -> None:
    _part(tmp_path, "one", 'msgid "Next"\nmsgstr "下一步"\n')
    (target,) = catalogues.compile_all(tmp_path)
    assert catalogues.compile_all(tmp_path) == []
    later = target.stat().st_mtime_ns + 1_000_000_000
    os.utime(tmp_path / "zh_CN" / "one.po", ns=(later, later))
    assert catalogues.compile_all(tmp_path) == [target]
