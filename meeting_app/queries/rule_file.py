"""A rule pack as a YAML file, and what is wrong with one: fields, words and numbers with their lines."""

import re
from pathlib import Path
from typing import Final

from meeting_app.domain.refusal import Refusal
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
    check_pack,
)
from meeting_app.domain.rules.share import Base, Measure, Share
from meeting_app.yaml_text import Fields, Kind, Limits, Node, Reading, Unfit, parse_file

LIMITS: Final = Limits(size=20_000, depth=5, nodes=400, text=2000)
_FRACTION: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_STAND_IN: Final = Share(1, 2, strict=True, base=Base.PRESENT)


def read_pack(path: Path) -> RulePack:
    """The pack in a file; raises YamlError with everything that is wrong in it."""
    return pack_of(parse_file(path, LIMITS))


def pack_of(document: Node) -> RulePack:
    """The pack in a document; see `read_pack`."""
    reading = Reading(document.file)
    fields = Fields(reading, document)
    pack = _pack(fields)
    fields.done()
    reading.check()
    try:
        return check_pack(pack)
    except Refusal as problem:
        reading.report(document, problem.code, **problem.params)
    reading.check()
    raise AssertionError(document.file)


def _pack(fields: Fields) -> RulePack:
    """All fields in the order of the file; a stand-in is only used when the reading found a fault."""
    code = fields.own("code", Kind.TEXT, _code, "")
    version = fields.own("id", Kind.TEXT, _code, "")
    effective = fields.needed_map("effective")
    since = effective.day("from")
    until = effective.day("to") if effective.maybe("to") else None
    effective.done()
    more, further = _election(fields)
    ballots = fields.map("ballots")
    pack = RulePack(
        id=version,
        code=code,
        name=fields.text("name", most=40),
        name_en=fields.text("name_en", "", most=80),
        note=fields.text("note", "", most=400),
        body=fields.choice("body", BodyKind),
        electorate=fields.choice("electorate", Electorate),
        purpose=fields.choice("purpose", Purpose, Purpose.DECISION),
        approval=_share(fields.needed_map("approval"), None),
        sources=tuple(_source(one) for one in fields.maps("sources")),
        effective_from=since,
        effective_to=until,
        participation=_participation(fields),
        measures=fields.choices("measures", Measure, (Measure.PERSONS,)),
        composition=_composition(fields),
        notice_days=fields.number("notice_days", 0, most=365),
        preliminary=fields.choice("preliminary", Preliminary, Preliminary.DOUBT),
        blank=ballots.choice("blank", BlankAs, BlankAs.ABSTENTION) if ballots else BlankAs.ABSTENTION,
        invalid_takes_part=ballots.flag("invalid_takes_part", default=True) if ballots else True,
        secret=ballots.flag("secret", default=False) if ballots else False,
        tie=fields.choice("tie", Tie, Tie.FALLS),
        proxies=_proxies(fields),
        owners=_owners(fields),
        more_candidates=more,
        further=further,
    )
    if ballots:
        ballots.done()
    return pack


def _code(node: Node) -> str:
    word = str(node.scalar)
    if not _CODE.fullmatch(word):
        raise Unfit("rule_code", word=word[:40])
    return word


def _fraction(node: Node) -> tuple[int, int]:
    found = _FRACTION.fullmatch(str(node.scalar))
    if found is None:
        raise Unfit("rule_fraction", word=str(node.scalar)[:40])
    return int(found[1]), int(found[2])


def _share(fields: Fields, base: Base | None) -> Share:
    """`at_least: 2/3` (以上) or `more_than: 1/2` (超过, 过半数), and of what unless it is given."""
    least, more = fields.maybe("at_least"), fields.maybe("more_than")
    share = _STAND_IN
    if (least is None) == (more is None):
        fields.reading.report(fields.node, "rule_operator")
    else:
        name = "more_than" if least is None else "at_least"
        top, bottom = fields.own(name, Kind.TEXT, _fraction, (1, 2))
        of = base or fields.choice("of", Base)
        share = _checked(fields, least or more or fields.node, top, bottom, more is not None, of)
    fields.done()
    return share


def _checked(fields: Fields, node: Node, top: int, bottom: int, strict: bool, base: Base) -> Share:
    try:
        return Share(top, bottom, strict, base)
    except Refusal as problem:
        fields.reading.report(node, problem.code, **problem.params)
        return _STAND_IN


def _source(fields: Fields) -> Source:
    source = Source(
        fields.text("law", most=60),
        fields.numbers("articles", least=1, most=2000),
        fields.flag("notice", default=False),
    )
    fields.done()
    return source


def _participation(fields: Fields) -> Participation | None:
    inner = fields.map("participation")
    if inner is None:
        return None
    counted = inner.choice("counted", Base)
    return Participation(counted, _share(inner, Base.ELIGIBLE))


def _composition(fields: Fields) -> Share | None:
    inner = fields.map("composition")
    return None if inner is None else _share(inner, Base.ELIGIBLE)


def _proxies(fields: Fields) -> Proxies:
    inner = fields.map("proxies")
    if inner is None:
        return Proxies()
    found = Proxies(
        allowed=inner.flag("allowed", default=False),
        most=inner.number("most", 0, most=1000),
        written=inner.flag("written", default=True),
        candidates=inner.flag("candidates", default=False),
        stated=True,
    )
    inner.done()
    return found


def _owners(fields: Fields) -> OwnersRules:
    inner = fields.map("owners")
    if inner is None:
        return OwnersRules()
    found = OwnersRules(inner.flag("parking", default=False), inner.flag("silent_join", default=False))
    inner.done()
    return found


def _election(fields: Fields) -> tuple[bool, Further | None]:
    """Whether more candidates than seats are asked for, and the further election."""
    inner = fields.map("election")
    if inner is None:
        return False, None
    more = inner.flag("more_candidates", default=False)
    again = inner.map("further")
    further = None
    if again is not None:
        over = again.number("over", 1, most=100)
        further = Further(_share(again, None), over)
    inner.done()
    return more, further
