"""A rule pack as JSON and back: what a poll freezes when it opens, and how a community keeps its own."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from meeting_app.domain.rules.pack import (
    BlankAs,
    BodyKind,
    Electorate,
    Further,
    OwnersRules,
    Participation,
    Preliminary,
    Proxies,
    Purpose,
    RulePack,
    Source,
    Tie,
)
from meeting_app.domain.rules.share import Base, Measure, Share


def pack_to_json(pack: RulePack) -> str:
    """Stable text of a pack."""
    return json.dumps(asdict(pack), default=str, ensure_ascii=False, sort_keys=True)


def _share(data: Mapping[str, Any]) -> Share:
    return Share(int(data["numerator"]), int(data["denominator"]), bool(data["strict"]), Base(data["base"]))


def _taking_part(data: Mapping[str, Any]) -> Participation:
    """Who has to take part; packs that were frozen earlier never took the number of a kind."""
    return Participation(Base(data["counted"]), _share(data["share"]), bool(data.get("by_kind", False)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def pack_from_json(text: str) -> RulePack:
    """The pack that was frozen, also as the first version of the product wrote it. Raises KeyError or
    ValueError for text that is none, and a refusal for a share that cannot be.
    """
    data = json.loads(text)
    return _first_version(data) if "quorum" in data else _thawed(data)


def _thawed(data: Mapping[str, Any]) -> RulePack:
    taking, again, body = data["participation"], data["further"], data["composition"]
    return RulePack(
        id=data["id"],
        code=data["code"],
        name=data["name"],
        body=BodyKind(data["body"]),
        electorate=Electorate(data["electorate"]),
        purpose=Purpose(data["purpose"]),
        approval=_share(data["approval"]),
        sources=tuple(Source(one["law"], tuple(one["articles"]), one["notice"]) for one in data["sources"]),
        effective_from=date.fromisoformat(data["effective_from"]),
        effective_to=_day(data["effective_to"]),
        name_en=data["name_en"],
        note=data.get("note", ""),
        participation=_taking_part(taking) if taking else None,
        measures=tuple(Measure(one) for one in data["measures"]),
        composition=_share(body) if body else None,
        notice_days=data["notice_days"],
        preliminary=Preliminary(data["preliminary"]),
        blank=BlankAs(data["blank"]),
        invalid_takes_part=data["invalid_takes_part"],
        secret=data["secret"],
        tie=Tie(data["tie"]),
        proxies=Proxies(**data["proxies"]),
        more_candidates=data["more_candidates"],
        further=Further(_share(again["share"]), again["over"]) if again else None,
        owners=OwnersRules(**data["owners"]),
    )


def _first_version(data: Mapping[str, Any]) -> RulePack:
    """A pack of the first version: a quorum and a threshold of persons, and the law."""
    representatives = data["code"] == "residents_representatives"
    return RulePack(
        id=data["code"],
        code=data["code"],
        name="居民代表会议" if representatives else "居民会议",
        body=BodyKind.REPRESENTATIVES if representatives else BodyKind.RESIDENTS,
        electorate=Electorate.REPRESENTATIVES if representatives else Electorate.HOUSEHOLDS,
        purpose=Purpose.DECISION,
        approval=_share(data["threshold"]),
        sources=(Source(data["law"], tuple(data["articles"])),),
        effective_from=date.fromisoformat(data["effective_from"]),
        effective_to=_day(data["effective_to"]),
        participation=Participation(Base.PRESENT, _share(data["quorum"])),
    )
