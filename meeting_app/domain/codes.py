"""Short codes that people type and scanners read: 32 characters without I, L, O, U; the last one checks the
others.

Only 0-9 and A-Z occur, so a QR code stays in its alphanumeric mode (research/documents.md section 3).
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
BADGE_PREFIX = "YST*"
PAPER_PREFIX = "YSTB:"
GROUP = 4


def check_character(body: str) -> str:
    """The weighted check of a body (weights 1, 3, 5 ... are odd, so every single error and most swaps are
    caught).
    """
    total = sum((2 * place + 1) * ALPHABET.index(character) for place, character in enumerate(body))
    return ALPHABET[total % len(ALPHABET)]


def code_from_number(number: int, length: int) -> str:
    """`length` characters: the number in base 32 (its low digits) and a check character."""
    body = ""
    for _ in range(length - 1):
        number, digit = divmod(number, len(ALPHABET))
        body = ALPHABET[digit] + body
    return body + check_character(body)


def normalise(text: str) -> str:
    """As typed by a person: upper case, without blanks and dashes, look-alikes replaced."""
    return "".join(text.upper().split()).replace("-", "").translate(_LOOKALIKES)


def is_valid(code: str) -> bool:
    """Whether the check character fits."""
    return len(code) >= 2 and all(c in ALPHABET for c in code) and check_character(code[:-1]) == code[-1]


def badge_payload(code: str) -> str:
    """What stands in a badge's QR code."""
    return BADGE_PREFIX + code


def code_of_badge(text: str) -> str | None:
    """The code in a scanned or typed badge; None when the text is none."""
    code = normalise(text).removeprefix(BADGE_PREFIX)
    return code if is_valid(code) and len(code) == 6 else None


def paper_payload(long: str) -> str:
    """What stands in the code of a ballot paper."""
    return PAPER_PREFIX + long


def code_of_paper(text: str) -> str:
    """The code, or the tellers' own number, of a ballot paper or slip that was scanned or typed."""
    return normalise(text).removeprefix(normalise(PAPER_PREFIX))


def in_groups(code: str) -> str:
    """A code as it is printed and read aloud: 7K2Q-9M4D."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
