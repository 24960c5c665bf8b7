"""What is typed to find a name: its pinyin and initials, in every reading that somebody may give it.

Kept with the person, so that a search is one look into one column; made anew when a name changes, and by the
script that brought the column. The first reading is the surname's own (单 is Shan), then the common one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from meeting_app.domain.surname import READINGS, surname_readings

LENGTH = 400
MOST_VARIANTS = 12
GIVEN_READINGS = 2
# The first syllable of two characters that are one surname, for the initials.
_SECOND = 1
Options = tuple[tuple[str, ...], ...]


def _is_spoken(sign: str) -> bool:
    return sign.isalnum()


@cache
def _of_sign(sign: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(sign, style=Style.NORMAL, heteronym=True)[0][:GIVEN_READINGS])


@cache
def _given(text: str) -> tuple[str, ...]:
    """The syllables as the dictionary reads them together."""
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(text, style=Style.NORMAL))


def _options(name: str) -> Options:
    """For each syllable what it may be, the likeliest first; blanks and the dot inside names are silent."""
    parts: list[tuple[str, ...]] = []
    surname, readings = surname_readings(name)
    if surname:
        parts.append(readings)
    for word in "".join(sign if _is_spoken(sign) else " " for sign in name[len(surname) :]).split():
        likely = _given(word)
        if len(likely) != len(word) or word.isascii():
            parts.extend((said,) for said in likely)
            continue
        for said, sign in zip(likely, word, strict=True):
            # A surname that is not in the table has one reading: 王 is never the old verb yu.
            parts.append(tuple(dict.fromkeys((said, *_of_sign(sign)))) if parts else (said,))
    return tuple(parts)


def _variants(options: Options) -> Iterator[tuple[str, ...]]:
    """The likeliest first: one syllable after another is read otherwise, then several at once."""
    first = tuple(option[0] for option in options)
    yield first
    for place, option in enumerate(options):
        for other in option[1:]:
            yield (*first[:place], other, *first[place + 1 :])
    yield from product(*options)


def _initials(syllables: Sequence[str], surname: str) -> str:
    """The first letters; a surname of two characters has two."""
    letters = [syllable[0] for syllable in syllables]
    if len(surname) > 1 and syllables:
        letters[0] += _second_initial(surname, syllables[0])
    return "".join(letters).lower()[:32]


def _second_initial(surname: str, reading: str) -> str:
    """尉迟, yuchi: the c. The second character is read as it usually is."""
    second = next((said for said in _of_sign(surname[_SECOND]) if reading.endswith(said)), None)
    return second[0] if second else reading[len(reading) // 2]


def initials_of(name: str) -> str:
    """The first letters of the likeliest reading: 王桂芳 gives wgf, 单平 gives sp."""
    options = _options(name)
    return _initials(next(_variants(options)), surname_readings(name)[0]) if options else ""


def pinyin_of(name: str) -> str:
    """The likeliest reading without tones, run together and in lower case."""
    return "".join(option[0] for option in _options(name)).lower()[:160]


def readings_of(name: str) -> str:
    """Every reading as pinyin and as initials between blanks: " shanping danping sp dp "."""
    options = _options(name)
    # A long name has more readings than there is time for: the likely ones come first.
    looked_at = islice(_variants(options), 8 * MOST_VARIANTS)
    return _joined(list(dict.fromkeys(looked_at))[:MOST_VARIANTS], surname_readings(name)[0])


def readings_of_syllables(name: str, syllables: Sequence[str]) -> str:
    """The same for a name whose syllables are known, without loading the dictionary: only the surname may be
    read otherwise.
    """
    surname = name[:1] if name[:1] in READINGS and name[:2] not in READINGS else ""
    readings = (*syllables[:1], *READINGS.get(surname, ()))
    return _joined(((said, *syllables[1:]) for said in dict.fromkeys(readings)), "")


def _joined(variants: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]], surname: str) -> str:
    spoken = [said for said in variants if said]
    keys = ["".join(said).lower() for said in spoken]
    keys += [_initials(said, surname) for said in spoken]
    kept = " "
    for key in dict.fromkeys(keys):
        if len(kept) + len(key) + 1 <= LENGTH:
            kept += key + " "
    return kept if kept.strip() else ""
