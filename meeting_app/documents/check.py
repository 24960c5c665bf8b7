"""Reads back what a filed paper says about itself, to be compared with the records.

A paper is the filed one when its bytes have the filed SHA-256. A print or a photograph has no bytes: there
the scanned code gives the random code and the digest of the content record. Both comparisons are made by
the caller; here is only reading.
"""

import hashlib
import re
from dataclasses import dataclass

from meeting_app.documents.flow.code import read_payload
from meeting_app.documents.preview import opened
from meeting_app.domain.refusal import Refusal

_KEYWORDS = re.compile(r"code=([0-9A-Z-]+), digest=([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What a PDF says: `sha256` is of its bytes; the others are None when the file carries no mark of ours.

    `printed` tells whether the code stands on the pages too, as it does on every paper of ours.
    """

    sha256: str
    number: str | None
    title: str | None
    code: str | None
    digest: str | None
    printed: bool


def file_sha256(pdf: bytes) -> str:
    """SHA-256 of the bytes, 64 hexadecimal digits: what is filed with a paper."""
    return hashlib.sha256(pdf).hexdigest()


def read_paper(pdf: bytes) -> PaperReading:
    """What the file says about itself; nothing but its SHA-256 when it is no PDF."""
    try:
        facts, text = _facts_and_text(pdf)
    except Refusal:
        return PaperReading(file_sha256(pdf), None, None, None, None, False)
    found = _KEYWORDS.search(facts.get("Keywords", ""))
    code, digest = (found[1], found[2]) if found else (None, None)
    plain = "".join(text.split())
    return PaperReading(
        sha256=file_sha256(pdf),
        number=facts.get("Subject") if found else None,
        title=facts.get("Title") if found else None,
        code=code,
        digest=digest,
        printed=code is not None and code in plain,
    )


def _facts_and_text(pdf: bytes) -> tuple[dict[str, str], str]:
    """Metadata and all text of a PDF."""
    with opened(pdf) as document:
        facts = document.get_metadata_dict(skip_empty=True)
        text = "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    return facts, text


def read_scan(text: str) -> tuple[str, str] | None:
    """Random code and content digest from a scanned QR code; None when it is not one of our papers'."""
    return read_payload(text)
