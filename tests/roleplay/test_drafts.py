"""Whatever a half-written scenario lacks, checking it answers findings and never breaks."""

from dataclasses import fields, is_dataclass, replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.checks import check
from meeting_app.i18n import using
from meeting_app.scenarios import read_text, write_text
from meeting_app.wording import roleplay
from tests.domain.roleplay_sample import sample

EVENT = m.Event(
    "rain", "Rain", "It rains", "time", "talk", 5, (m.Effect("score", "old", 1, "where", "back"),)
)
RICH = replace(
    sample(), events=(EVENT,), swap=m.Swap("talk", (("old", "young"),)),
    rotation=m.Rotation("talk", ("old",)),
    clues=(m.Clue("pipe", "Pipe", "The pipe is leaking", ("old",), m.Release(phase="talk")),),
    values=(m.Value("quiet", "Quiet"),), relations=(m.Relation("old", "young", "neighbours"),),
    tables=(m.MoneyTable("t", "T", (m.Payer("low", "Low", 1),), (m.MoneyColumn("where", "back", 1, (1,)),)),),
)  # fmt: skip


def _damaged(part: Any, chance: Random, *, inner: bool = False) -> Any:
    """The same with something missing, doubled, emptied or turned over, anywhere."""
    if isinstance(part, str):
        return chance.choice(["", part, "{walk_away}", "x"])
    if isinstance(part, bool):
        return not part
    if isinstance(part, int):
        return chance.choice([0, -1, 1, part, 300])
    if isinstance(part, tuple):
        if not inner and (not part or chance.random() < 0.3):
            return chance.choice([(), part[:1] * 2, part[1:]])
        at = chance.randrange(len(part))
        return (*part[:at], _damaged(part[at], chance, inner=True), *part[at + 1 :])
    if is_dataclass(part) and not isinstance(part, type):
        name = chance.choice([one.name for one in fields(part)])
        return replace(part, **{name: _damaged(getattr(part, name), chance)})
    return part


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_draft_is_checked_and_told(seed: int) -> None:
    chance = Random(seed)
    draft = RICH
    for _ in range(chance.randint(1, 6)):
        draft = _damaged(draft, chance)
    findings = check(draft)
    for language in ("en", "zh_CN"):
        with using(language):
            assert not [line for line in (roleplay.finding_line(draft, one) for one in findings) if not line]
    document = read_text(write_text(RICH).encode(), "x.yaml")
    assert all(line >= 1 for line, _column, _finding in document.located(findings))
