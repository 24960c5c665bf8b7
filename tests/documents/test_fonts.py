"""The shipped faces are the ones that fonts.json describes, and they hold the characters that names need."""

import hashlib
import json
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from meeting_app import resources

_RARE_NAMES = "㛃䶮𬱖堃喆昇㙍䥽𫍯𬭊𬍛𫖮𬘭𬤇𦰡𠅤𨱏甯淼燚叕彧曌赟旻昉珺"
_LIMIT = 40_000_000
_UPSTREAM = ("LXGW", "霞鹜", "Noto", "Source", "Fandol")
_SANS, _SERIF, _KAI = ("YishitingSans-Regular.ttf", "YishitingSerif-Regular.ttf", "YishitingKai-Regular.ttf")


def _register() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.path("fonts", "fonts.json").read_text("utf-8"))
    return found


def _cmap(file: str) -> dict[int, str]:
    with TTFont(resources.path("fonts", file), lazy=True) as font:
        found: dict[int, str] = font.getBestCmap()
    return found


def test_every_file_has_its_hash_and_licence() -> None:
    register = _register()
    for entry in (*register["faces"], *register["sources"]):
        data = resources.path("fonts", entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["file"]
    for face in register["faces"]:
        assert face["licence_files"]
        for name in face["licence_files"]:
            assert resources.path("fonts", name).stat().st_size > 500


def test_nothing_else_lies_there_and_it_is_small_enough() -> None:
    register = _register()
    known = {entry["file"] for entry in (*register["faces"], *register["sources"])} | {"fonts.json"}
    known |= {name for face in register["faces"] for name in face["licence_files"]}
    folder = resources.path("fonts")
    assert {file.name for file in folder.iterdir()} == known
    assert sum(file.stat().st_size for file in folder.iterdir()) <= _LIMIT


def test_names_inside_the_files_are_our_own_and_unique() -> None:
    seen = set()
    for face in _register()["faces"]:
        with TTFont(resources.path("fonts", face["file"]), lazy=True) as font:
            names = font["name"]
            assert names.getDebugName(1) == face["family"]
            assert names.getDebugName(6) == face["postscript"]
            titles = [str(names.getDebugName(number)) for number in (1, 3, 4, 6)]
            assert not any(
                word in title for title in titles for word in ("LXGW", "霞鹜", "Noto", "Source", "Fandol")
            )
            assert "glyf" in font
        seen.add(face["postscript"])
    assert len(seen) == len(_register()["faces"])


@pytest.mark.parametrize("file", [_SANS, _SERIF, _KAI])
def test_rare_characters_of_names_are_covered(file: str) -> None:
    covered = _cmap(file)
    assert [sign for sign in _RARE_NAMES if ord(sign) not in covered] == []


def test_extension_a_is_held_by_the_last_face() -> None:
    both = _cmap("YishitingRare-Regular.ttf").keys() | _cmap("YishitingSans-Regular.ttf").keys()
    assert all(code in both for code in range(0x3400, 0x4DB6))
    assert all(ord(sign) in both for sign in "㼆囍尭濬")


@pytest.mark.parametrize("file", [_SANS, "YishitingSerif-Bold.ttf", "YishitingFang-Regular.ttf"])
def test_two_dashes_touch(file: str) -> None:
    with TTFont(resources.path("fonts", file), lazy=True) as font:
        name = font.getBestCmap()[0x2014]
        glyph = font["glyf"][name]
        assert glyph.xMin <= 0
        assert glyph.xMax >= font["hmtx"][name][0] == 1000


def test_quotes_of_the_kai_are_full_width() -> None:
    with TTFont(resources.path("fonts", "YishitingKai-Regular.ttf"), lazy=True) as font:
        cmap, widths = font.getBestCmap(), font["hmtx"]
        assert {widths[cmap[ord(sign)]][0] for sign in "“”‘’·"} == {1000}


def test_the_clock_has_its_digits() -> None:
    covered = _cmap("YishitingDigits-Regular.ttf")
    assert all(ord(sign) in covered for sign in "0123456789:+")
