"""What a finished public paper tells that should not hang on a board (个人信息保护法 arts 6, 25).

The text is read back out of the PDF, so that whatever way a name came in, it is found: a presenter, a motion,
a title. Names of two characters are common words too (高峰, 文明); they count only where they stand alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meeting_app.documents.preview import opened

_PHONE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx](?![\dA-Za-z])")
_ROOM = re.compile(r"(?:单元|号楼|栋)\s?-?(\d{3,4})(?!\d)|(?<![\d.])(\d{3,4})室")
_DIGEST = re.compile(r"[0-9a-f]{8}(?: ?[0-9a-f]{8}){7}")
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_LONGEST = 12
# Every pair of characters that stands alone: searched once, not once for each name of the roster.
_PAIR = re.compile(f"(?<![{_HAN}])[{_HAN}]{{2}}(?![{_HAN}])")


@dataclass(frozen=True, slots=True)
class Private:
    """What belongs to people: names in full, phones, numbers of rooms; `offices` are names that may be told,
    because who bears them acts for the committee here.
    """

    names: frozenset[str]
    phones: frozenset[str]
    rooms: frozenset[str]
    offices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leak:
    """One finding: `kind` is name, phone, identity or room; `text` as it stands on the paper."""

    kind: str
    text: str


def text_of(pdf: bytes) -> str:
    """All text and metadata of a PDF, without the digests, whose digits may look like anything."""
    with opened(pdf) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        facts = document.get_metadata_dict(skip_empty=True)
    text = "\n".join([*pages, facts.get("Title", ""), facts.get("Subject", "")])
    return _DIGEST.sub(" ", text.replace("\r", ""))


def leaks(pdf: bytes, private: Private) -> tuple[Leak, ...]:
    """Everything found, each once, in the order of the kinds."""
    text = text_of(pdf)
    return tuple(dict.fromkeys(_found(text, private)))


def _found(text: str, private: Private) -> Iterator[Leak]:
    # Lines break inside names; spaces never stand in them.
    flat, pairs = re.sub(r"\s+", "", text), frozenset(_PAIR.findall(text))
    for name in sorted(private.names - private.offices):
        if 2 < len(name) <= _LONGEST:
            if name in flat:
                yield Leak("name", name)
        elif name in pairs:
            yield Leak("name", name)
    for match in _PHONE.finditer(text):
        yield Leak("phone", match[0])
    digits = re.sub(r"[ -]", "", text)
    for phone in sorted(private.phones):
        if len(phone) > 7 and phone in digits and not _PHONE.fullmatch(phone):
            yield Leak("phone", phone)
    for match in _IDENTITY.finditer(text):
        yield Leak("identity", match[0])
    for match in _ROOM.finditer(text):
        if (match[1] or match[2]) in private.rooms:
            yield Leak("room", match[0])
