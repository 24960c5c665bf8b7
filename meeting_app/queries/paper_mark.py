"""What every filed paper carries. Apart from the papers themselves, which are loaded when one is made."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperMark:
    """What every filed paper carries: by these four it is found and checked again.

    `number` is the printed reference ("晨居通〔2026〕18号"), `code` the random code in its typed form
    (capital letters and digits in groups, for example "7K2Q-9M4D-X8TC"), `digest` the SHA-256 of the
    content record as 64 hexadecimal digits.
    """

    number: str
    code: str
    digest: str
    issuer: str
    issued_on: date
