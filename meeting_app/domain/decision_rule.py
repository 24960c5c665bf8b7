"""The two rules of residents' meetings in force since 2026-01-01 (城市居民委员会组织法 arts 26-29)."""

from datetime import date

from meeting_app.domain.rules.pack import BodyKind, Electorate, Participation, Purpose, RulePack, Source
from meeting_app.domain.rules.share import Base, Share

COMMITTEE_LAW = "城市居民委员会组织法"
COMMITTEE_LAW_FROM = date(2026, 1, 1)

REPRESENTATIVES = RulePack(
    id="residents_representatives_2026",
    code="residents_representatives",
    name="居民代表会议",
    name_en="Residents' representatives' meeting",
    body=BodyKind.REPRESENTATIVES,
    electorate=Electorate.REPRESENTATIVES,
    purpose=Purpose.DECISION,
    participation=Participation(Base.PRESENT, Share(2, 3, strict=False, base=Base.ELIGIBLE)),
    approval=Share(1, 2, strict=True, base=Base.PRESENT),
    sources=(Source(COMMITTEE_LAW, (28, 29)),),
    effective_from=COMMITTEE_LAW_FROM,
)
ASSEMBLY = RulePack(
    id="residents_assembly_2026",
    code="residents_assembly",
    name="居民会议",
    name_en="Residents' assembly",
    body=BodyKind.RESIDENTS,
    electorate=Electorate.HOUSEHOLDS,
    purpose=Purpose.DECISION,
    participation=Participation(Base.PRESENT, Share(1, 2, strict=True, base=Base.ELIGIBLE)),
    approval=Share(1, 2, strict=True, base=Base.PRESENT),
    sources=(Source(COMMITTEE_LAW, (26, 27)),),
    effective_from=COMMITTEE_LAW_FROM,
)
RULE_PACKS: dict[str, RulePack] = {pack.code: pack for pack in (REPRESENTATIVES, ASSEMBLY)}
