"""E06 and E08, W09-W12: what texts give away, whom they could hurt, how long and how hard they are."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Final

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Text, fill, texts

PUBLIC_MOST, SECRET_MOST = 60, 180  # characters that a card holds beside its other lines
SENTENCE_MOST: Final = 45  # characters of a sentence that is easily understood when read aloud
TELLING: Final = 8  # characters from which a sentence is recognised
_SENTENCES: Final = re.compile(r"[。！？；!?;\n]|\.(?:\s|$)")
_PHONE: Final = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")
_IDENTITY_CARD: Final = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_MONEY: Final = re.compile(r"\d\s*[千万]?\s*(?:元|块钱)|[¥￥]\s*\d|\d\s*(?:yuan|RMB)")
_LEAKING: Final = ("{score:", "{walk_away}")


def width(text: str) -> int:
    """Its length in full-width characters, rounded up; two letters take the place of one."""
    halves = sum(2 if unicodedata.east_asian_width(one) in "FW" else 1 for one in text)
    return (halves + 1) // 2


def sentences(text: str) -> list[str]:
    """The text's sentences without their ends."""
    return [part.strip() for part in _SENTENCES.split(text) if part.strip()]


def _secrets(scenario: Scenario) -> list[tuple[str, str, str]]:
    """(sentence, role's or clue's name, event that brings it out) of all that must not come out early."""
    found = []
    for role in scenario.roles:
        private = (role.secret, role.walk_away_text, *(one.text for one in role.objectives))
        found += [(part, role.name, "") for text in private for part in sentences(text)]
    for clue in scenario.clues:
        found += [(part, clue.title, clue.release.event) for part in sentences(clue.text)]
    return [one for one in found if width(one[0]) >= TELLING]


def check_secrets(scenario: Scenario) -> Iterator[Finding]:
    """E06: walk-aways, secret aims and clues stand in nothing that everybody sees."""
    secrets = _secrets(scenario)
    points = re.compile("|".join(
        rf"(?<!\d){role.walk_away}(?!\d)\s*(?:分|points?)" for role in scenario.scored
    ) or r"(?!)")  # fmt: skip
    for one in texts(scenario):
        if not one.public:
            continue
        if any(word in one.text for word in _LEAKING):
            yield Finding("E06", "placeholder", one.path)
        if found := points.search(one.text):
            yield Finding("E06", "walk_away", one.path, {"word": found[0]})
        for part, owner, event in secrets:
            if part in one.text and not _comes_out(scenario, one, event):
                yield Finding("E06", "secret", one.path, {"owner": owner, "word": part[:20]})


def _comes_out(scenario: Scenario, one: Text, event: str) -> bool:
    """Whether the text belongs to the event that brings the secret out."""
    return one.path[0] == "events" and scenario.events[int(one.path[1])].id == event


def check_fiction(scenario: Scenario, residents: Collection[str] = ()) -> Iterator[Finding]:
    """E08: it says that it is fiction, and nobody real is in it."""
    if not scenario.identity.fiction.strip():
        yield Finding("E08", "no_notice", ("identity", "fiction"))
    real = sorted(name for name in residents if len(name) >= 2)
    for one in texts(scenario):
        if one.path == ("identity", "author"):
            continue
        if _PHONE.search(one.text):
            yield Finding("E08", "phone", one.path)
        if _IDENTITY_CARD.search(one.text):
            yield Finding("E08", "identity_card", one.path)
        for name in real:
            if name in one.text:
                yield Finding("E08", "resident", one.path, {"name": name})


def check_lengths(scenario: Scenario) -> Iterator[Finding]:
    """W09: a brief is longer than its card."""
    for at, role in enumerate(scenario.roles):
        for field, text, most in (("public", role.public, PUBLIC_MOST), ("secret", role.secret, SECRET_MOST)):
            length = width(fill(scenario, text, role.id))
            if length > most:
                params: dict[str, object] = {"role": role.name, "length": length, "most": most}
                yield Finding("W09", field, ("roles", at, field), params)


def _rare(text: str) -> str:
    """The first ideograph that is not among the 6,763 of GB 2312, or ""."""
    for character in text:
        if unicodedata.category(character) == "Lo" and not character.encode("gb2312", "ignore"):
            return character
    return ""


def check_reading(scenario: Scenario) -> Iterator[Finding]:
    """W10: a sentence is long, or a character is rare."""
    for one in texts(scenario):
        longest = max((width(part) for part in sentences(one.text)), default=0)
        if longest > SENTENCE_MOST:
            yield Finding("W10", "long", one.path, {"length": longest, "most": SENTENCE_MOST})
        if rare := _rare(one.text):
            yield Finding("W10", "rare", one.path, {"character": rare})


def check_cues(scenario: Scenario) -> Iterator[Finding]:
    """W11: the facilitator has nothing to say in a phase."""
    for at, plan in enumerate(scenario.plans):
        for n, phase in enumerate(plan.phases):
            if not phase.cues:
                path = ("plans", at, "phases", n)
                yield Finding("W11", "no_cue", path, {"phase": phase.title, "minutes": plan.minutes})


def check_money_words(scenario: Scenario) -> Iterator[Finding]:
    """W12: amounts are written although no money table stands behind them."""
    if scenario.tables:
        return
    for one in texts(scenario):
        if one.path[0] != "constraints" and (found := _MONEY.search(one.text)):
            yield Finding("W12", "money", one.path, {"word": found[0]})
            return
