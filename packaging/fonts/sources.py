"""Fetches the packages that the faces are built from and names what is taken out of them.

Nothing is installed: npm packages come by `npm pack`, Debian packages by `apt-get download` and are
unpacked beside each other. Every package is pinned by its SHA-256, so that the same faces come out of the
script on every machine.
"""

import gzip
import hashlib
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One upstream package.

    `kind` is "npm" or "deb", `file` the name under which the registry hands it out.
    """

    name: str
    version: str
    kind: str
    file: str
    sha256: str

    @property
    def label(self) -> str:
        """How fonts.json names it."""
        registry = "npm" if self.kind == "npm" else "Debian"
        return f"{registry} {self.name} {self.version}"


SANS = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "npm",
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
SERIF = Package(
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "npm",
    "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
WENKAI = Package(
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "deb",
    "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
FANDOL = Package(
    "texlive-lang-chinese",
    "2022.20230122-1",
    "deb",
    "texlive-lang-chinese_2022.20230122-1_all.deb",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
UNICODE = Package(
    "unicode-data",
    "15.0.0-1",
    "deb",
    "unicode-data_15.0.0-1_all.deb",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)
PACKAGES = (SANS, SERIF, WENKAI, FANDOL, UNICODE)

_FANDOL_DOC = "usr/share/doc/texlive-doc/fonts/fandol"
UNIHAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
FANDOL_OTF = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf"


def fetch(package: Package, folder: Path) -> Path:
    """The unpacked tree of one package below `folder`; what lies there already is used again."""
    archive = folder / package.file
    if not archive.exists():
        order = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        if package.kind == "deb":
            order = ["apt-get", "download", f"{package.name}={package.version}"]
        subprocess.run(order, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{archive.name}: SHA-256 is {found}, expected {package.sha256}")
    tree = folder / package.file.partition("_")[0].removesuffix(".tgz")
    if not tree.is_dir():
        tree.mkdir()
        if package.kind == "npm":
            with tarfile.open(archive) as packed:
                packed.extractall(tree, filter="data")
        else:
            subprocess.run(["dpkg", "-x", str(archive), str(tree)], check=True)
    return tree


def licences(trees: dict[Package, Path]) -> dict[str, bytes]:
    """The licence texts that go beside the faces, by file name."""
    fandol = trees[FANDOL] / _FANDOL_DOC
    return {
        "OFL-Noto-Sans-SC.txt": (trees[SANS] / "package/LICENSE_FONT").read_bytes(),
        "OFL-Noto-Serif-SC.txt": (trees[SERIF] / "package/LICENSE_FONT").read_bytes(),
        "OFL-WenKai.txt": (trees[WENKAI] / "usr/share/doc/fonts-lxgw-wenkai/copyright").read_bytes(),
        "COPYING-Fandol.txt": gzip.decompress((fandol / "COPYING.gz").read_bytes()),
        "README-Fandol.txt": (fandol / "README").read_bytes(),
    }
