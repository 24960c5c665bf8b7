"""Text as office files can hold it: everything that XML 1.0 knows, and nothing else."""

import re

from meeting_app.documents.text.clean import JOINER, clean

# What XML 1.0 cannot hold at all.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """The text without control characters, half characters and our own signs."""
    return _UNFIT.sub("", clean(text)).replace(JOINER, "")
