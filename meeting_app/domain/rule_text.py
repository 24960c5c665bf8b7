"""A rule pack as JSON and back: what a poll freezes when it opens."""

import json
from dataclasses import asdict
from datetime import date

from meeting_app.domain.decision_rule import Base, RulePack, Share


def rule_to_json(pack: RulePack) -> str:
    """Stable text of a pack."""
    return json.dumps(asdict(pack), default=str, ensure_ascii=False, sort_keys=True)


def _share(data: dict[str, object]) -> Share:
    return Share(
        int(str(data["numerator"])),
        int(str(data["denominator"])),
        bool(data["strict"]),
        Base(str(data["base"])),
    )


def rule_from_json(text: str) -> RulePack:
    """The pack that was frozen. Raises KeyError or ValueError for text that is none."""
    data = json.loads(text)
    until = data["effective_to"]
    return RulePack(
        code=data["code"],
        quorum=_share(data["quorum"]),
        threshold=_share(data["threshold"]),
        law=data["law"],
        articles=tuple(data["articles"]),
        effective_from=date.fromisoformat(data["effective_from"]),
        effective_to=date.fromisoformat(until) if until else None,
    )
