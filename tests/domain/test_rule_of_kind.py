"""Where a rule says nothing of who must take part, the kind of meeting does; never before the rule."""

from dataclasses import replace

import pytest

from meeting_app.domain.meeting_kind import QuorumShare
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.of_kind import with_quorum_of
from meeting_app.domain.rules.turnout import quorum_step
from meeting_app.queries.kinds import shipped_kinds
from meeting_app.queries.rule_packs import shipped_family

FOUR_FIFTHS = QuorumShare(4, 5, strict=False, by_area=False, law="", articles=())
SILENT = ("hearing_straw_poll", "owners_change_of_use")


@pytest.mark.parametrize("code", ["custom_yes_no", "residents_assembly", *SILENT])
def test_a_rule_goes_before_the_number_of_a_kind(code: str) -> None:
    (pack,) = shipped_family(code)[-1:]
    kind = replace(shipped_kinds()["residents_assembly"], quorum=FOUR_FIFTHS)
    held = with_quorum_of(pack, kind)
    assert pack_from_json(pack_to_json(held)) == held
    assert with_quorum_of(pack, replace(kind, quorum=None)) is with_quorum_of(pack, None) is pack
    if code != "custom_yes_no":
        assert held is pack
        return
    assert held.participation is not None
    assert (held.quorum.needed(4), held.participation.by_kind) == (4, True)
    step = quorum_step(held, 10, 8)
    assert (step.needed, step.holds, step.figure("by_kind")) == (8, True, 1)
