"""Merges the parts of the Chinese catalogue and compiles them into one `.mo`.

Each part of the product keeps its own `resources/locale/zh_CN/<part>.po`, so that several people can write
words at once. The same message may stand in two parts only with the same translation. Compiling runs inside
the environment (Babel is needed); asking whether a compilation is due needs only the standard library,
because the bootstrap asks at each start.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

LOCALES = Path(__file__).resolve().parent.parent / "resources" / "locale"
LANGUAGES = ("zh_CN",)
NAME = "meeting_app"


class CatalogueError(Exception):
    """The parts cannot be merged; one line per fault."""


def parts(language: str, locales: Path = LOCALES) -> list[Path]:
    """The `.po` files of a language in a fixed order."""
    return sorted((locales / language).glob("*.po"))


def compiled(language: str, locales: Path = LOCALES) -> Path:
    """Where the merged catalogue of a language is put."""
    return locales / language / "LC_MESSAGES" / f"{NAME}.mo"


def messages(part: Path, language: str) -> "Iterator[Message]":
    """The messages of one part without its header; raises CatalogueError when it cannot be read."""
    from babel.messages.pofile import read_po

    with part.open("rb") as file:
        try:
            catalogue = read_po(file, locale=language, abort_invalid=True)
        except (ValueError, SyntaxError) as problem:
            raise CatalogueError(f"{part.name}: {problem}") from problem
    return (message for message in catalogue if message.id)


def _faults(message: "Message", part: Path) -> Iterator[str]:
    texts = message.string if isinstance(message.string, list | tuple) else (message.string,)
    if message.fuzzy:
        yield f"{part.name}:{message.lineno}: fuzzy: {message.id!r}"
    if not texts or not all(texts):
        yield f"{part.name}:{message.lineno}: not translated: {message.id!r}"


def merge(language: str, locales: Path = LOCALES) -> "Catalog":
    """One catalogue from all parts. Raises CatalogueError for gaps, fuzzy entries and contradictions."""
    from babel.messages.catalog import Catalog

    whole = Catalog(locale=language, project=NAME, version="1")
    origin: dict[tuple[object, object], tuple[str, object]] = {}
    faults: list[str] = []
    for part in parts(language, locales):
        for message in messages(part, language):
            faults += _faults(message, part)
            singular = message.id[0] if isinstance(message.id, list | tuple) else message.id
            key = (singular, message.context)
            if key not in origin:
                origin[key] = (part.name, message.string)
                whole.add(message.id, message.string, context=message.context)
            elif origin[key][1] != message.string:
                name, text = origin[key]
                faults.append(f"{message.id!r}: {name} says {text!r}, {part.name} says {message.string!r}")
    if faults:
        raise CatalogueError("\n".join(faults))
    return whole


def stale(language: str, locales: Path = LOCALES) -> bool:
    """Whether a part was changed, added or taken away since the last compilation."""
    target = compiled(language, locales)
    if not target.exists():
        return True
    made = target.stat().st_mtime_ns
    watched = [*parts(language, locales), locales / language]
    return any(place.stat().st_mtime_ns > made for place in watched)


def compile_all(locales: Path = LOCALES, *, force: bool = False) -> list[Path]:
    """Compile each language that is stale and answer what was written. Raises CatalogueError."""
    from babel.messages.mofile import write_mo

    written = []
    for language in LANGUAGES:
        if not force and not stale(language, locales):
            continue
        catalogue = merge(language, locales)
        target = compiled(language, locales)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(target)
        written.append(target)
    return written


def main() -> int:
    """Compile what is stale; prints the faults and answers 1 when the parts cannot be merged."""
    try:
        for target in compile_all(force="--force" in sys.argv):
            print(f"compiled {target.relative_to(LOCALES)}")
    except CatalogueError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
