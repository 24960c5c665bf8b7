"""Why a line cannot be read: the slips that people make with a Chinese keyboard and a plain editor.

The scanner says only where it gave up; the slip is on that line or above it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_NAME: Final = r"(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:：\"'#|>{}\[\]，]+)"
# (code, what it looks like; its group 1 begins where the slip is)
_SLIPS: Final = (
    ("tab", re.compile(r" *(\t)")),
    ("wide_space", re.compile(r"[ ]*([^\S\n\t ])")),
    ("wide_colon", re.compile(rf" *{_NAME}\s*(：)")),
    ("wide_dash", re.compile(r" *([－—–•·])")),
    ("dash_space", re.compile(r" *(-)[^\s\-]")),
    ("reserved", re.compile(rf" *(?:{_NAME}: +|- +)([@`%])")),
    ("open_quote", re.compile(rf" *(?:{_NAME}: +|- +)([\"'])(?:(?!\1).)*$")),
    ("wide_bracket", re.compile(rf" *(?:{_NAME}: +|- +)[\[{{][^\]}}]*([，】｝］])")),
    ("quote_needed", re.compile(rf" *{_NAME}: +[^\"'\s|>\[{{].*(:)(?: |$)")),
    ("colon_space", re.compile(rf" *{_NAME}(:)[^\s]")),
    ("open_bracket", re.compile(rf" *(?:{_NAME}: +|- +)([\[{{])[^\]}}]*$")),
)


def slips(lines: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """(line from 1, column from 1, code) of everything suspicious in the lines `first`..`last` (from 0), the
    likeliest slip first.
    """
    looked_at = [
        (number, lines[number])
        for number in range(max(0, first), min(last + 1, len(lines)))
        if not lines[number].lstrip().startswith("#")
    ]
    for code, form in _SLIPS:
        for number, line in looked_at:
            if found := form.match(line):
                yield number + 1, found.start(1) + 1, code


def indentation(line: str) -> tuple[int, str] | None:
    """(column from 1, code) when something else than blanks indents the line; None when all is well."""
    stripped = line.lstrip()
    lead = line[: len(line) - len(stripped)]
    if not stripped or stripped.startswith("#"):
        return None
    for column, character in enumerate(lead, start=1):
        if character != " ":
            return column, "tab" if character == "\t" else "wide_space"
    return None
