"""Builds the shipped faces into resources/fonts from npm and Debian packages.

Usage: python packaging/fonts/build_fonts.py [--sources DIR] [--out DIR]

Needs fontTools, npm, apt-get and dpkg, about two minutes, and 700 MB in a temporary folder. The same
packages give the same bytes. The faces are committed, so this runs only when one of them changes;
fonts.json beside them says what they are.
"""

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

sys.path.insert(0, str(Path(__file__).resolve().parent))

import reshape
from charsets import charsets
from sources import (
    FANDOL,
    FANDOL_OTF,
    PACKAGES,
    SANS,
    SERIF,
    UNICODE,
    UNIHAN,
    WENKAI,
    Package,
    fetch,
    licences,
)

_LIMIT = 40_000_000
_TOLERANCE = 3.0


@dataclass(frozen=True)
class Face:
    """One built file: where its outlines come from, what it covers, how it is called."""

    file: str
    family: str
    style: str
    weight: int
    coverage: str
    package: Package
    source: str
    licence: str
    licence_files: tuple[str, ...]

    @property
    def postscript(self) -> str:
        """The PostScript name, unique among all faces."""
        return f"{self.family.replace(' ', '')}-{self.style}"


def _noto(name: str, weight: int, style: str, coverage: str, family: str, file: str) -> Face:
    """A face out of the two Noto packages."""
    folder = {400: "400Regular", 500: "500Medium", 700: "700Bold"}[weight]
    package = SANS if name == "Sans" else SERIF
    source = f"package/{folder}/Noto{name}SC_{folder}.ttf"
    return Face(
        file, family, style, weight, coverage, package, source, "OFL-1.1", (f"OFL-Noto-{name}-SC.txt",)
    )


FACES = (
    _noto("Sans", 400, "Regular", "C", "Yishiting Sans", "YishitingSans-Regular.ttf"),
    _noto("Sans", 700, "Bold", "B", "Yishiting Sans", "YishitingSans-Bold.ttf"),
    _noto("Sans", 500, "Regular", "DIGITS", "Yishiting Digits", "YishitingDigits-Regular.ttf"),
    _noto("Sans", 400, "Regular", "RARE", "Yishiting Rare", "YishitingRare-Regular.ttf"),
    _noto("Serif", 400, "Regular", "B", "Yishiting Serif", "YishitingSerif-Regular.ttf"),
    _noto("Serif", 700, "Bold", "B", "Yishiting Serif", "YishitingSerif-Bold.ttf"),
    Face(
        "YishitingKai-Regular.ttf",
        "Yishiting Kai",
        "Regular",
        400,
        "B",
        WENKAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "OFL-1.1",
        ("OFL-WenKai.txt",),
    ),
    Face(
        "YishitingFang-Regular.ttf",
        "Yishiting Fang",
        "Regular",
        400,
        "A",
        FANDOL,
        FANDOL_OTF,
        "GPL-3.0 with font exception",
        ("COPYING-Fandol.txt", "README-Fandol.txt"),
    ),
)


def build(face: Face, trees: dict[Package, Path], codes: set[int]) -> TTFont:
    """One face, ready to be written."""
    font = TTFont(trees[face.package] / face.source, recalcTimestamp=False)
    reshape.subset(font, codes)
    if "CFF " in font:
        reshape.to_truetype(font, _TOLERANCE)
    reshape.widen_dash(font)
    if face.family == "Yishiting Kai":
        donor = TTFont(trees[SERIF] / "package/400Regular/NotoSerifSC_400Regular.ttf", lazy=True)
        reshape.full_width_quotes(font, donor)
    if face.coverage == "DIGITS":
        reshape.raise_colon(font, 95)
    reshape.rename(font, face.family, face.style, face.postscript, face.weight)
    return font


def entry(face: Face, written: Path) -> dict[str, object]:
    """What fonts.json says of one face."""
    data = written.read_bytes()
    with TTFont(written, lazy=True) as font:
        covered = len(font.getBestCmap())
    return {
        "file": face.file,
        "family": face.family,
        "style": face.style,
        "weight": face.weight,
        "postscript": face.postscript,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "characters": covered,
        "licence": face.licence,
        "licence_files": list(face.licence_files),
        "source": f"{face.package.label}: {face.source.removeprefix('package/')}",
    }


def build_all(folder: Path, out: Path) -> None:
    """Builds every face, its licences and fonts.json into `out`, which is emptied of earlier faces first."""
    trees = {package: fetch(package, folder) for package in PACKAGES}
    sets = charsets(trees[UNICODE] / UNIHAN)
    for old in (*out.glob("*.ttf"), *out.glob("*.otf")):
        old.unlink()
    entries = []
    for face in FACES:
        build(face, trees, sets[face.coverage]).save(out / face.file)
        entries.append(entry(face, out / face.file))
        print(f"{face.file:32} {entries[-1]['bytes']:>11,} bytes {entries[-1]['characters']:>7,} characters")
    for name, text in licences(trees).items():
        (out / name).write_bytes(text)
    # The GPL asks for the source of the converted face beside it.
    otf = out / "FandolFang-Regular.otf"
    shutil.copyfile(trees[FANDOL] / FANDOL_OTF, otf)
    others = [
        {
            "file": otf.name,
            "sha256": hashlib.sha256(otf.read_bytes()).hexdigest(),
            "source_of": FACES[-1].file,
        }
    ]
    register = json.dumps({"faces": entries, "sources": others}, indent=1, ensure_ascii=False) + "\n"
    (out / "fonts.json").write_text(register, encoding="utf-8")
    total = sum(file.stat().st_size for file in out.iterdir())
    print(f"all together {total:,} bytes")
    if total > _LIMIT:
        raise SystemExit(f"the fonts are larger than {_LIMIT:,} bytes")


def main() -> None:
    """Command line."""
    home = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sources", type=Path, help="folder with downloaded packages, kept for the next time"
    )
    parser.add_argument("--out", type=Path, default=home / "resources" / "fonts")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        build_all(options.sources or Path(scratch), options.out)


if __name__ == "__main__":
    main()
