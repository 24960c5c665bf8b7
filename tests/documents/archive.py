"""Apache PDFBox Preflight, the word of others on whether a file may be kept for ever."""

import glob
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
_MAIN = "org.apache.pdfbox.preflight.Validator_A1b"


def class_path() -> str:
    """Debian's jars of Preflight and what it stands on."""
    return ":".join(f"/usr/share/java/{jar}.jar" for jar in _JARS)


def faults(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """What Preflight says against each file; nothing for those that are valid PDF/A-1b."""
    for name, body in files.items():
        (folder / f"{name}.pdf").write_bytes(body)
    order = ["java", "-cp", class_path(), _MAIN, "batch", str(folder)]
    done = subprocess.run(order, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    told = {}
    for name in files:
        said = done.stdout.partition(f"file {name}.pdf ")[2]
        if not re.match(r"is a valid PDF/A-1b", said):
            told[name] = said[:600] or done.stdout[-600:] + done.stderr[-600:]
    return told


def installed() -> bool:
    """Whether all jars are there."""
    return all(glob.glob(jar) for jar in class_path().split(":"))  # noqa: PTH207
