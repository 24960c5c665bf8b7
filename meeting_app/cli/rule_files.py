"""`rules check FILE`: whether a rule's file can be used, and what it says in plain words."""

import sys
from pathlib import Path
from typing import Final

from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Amount, Measure
from meeting_app.i18n import _, ngettext
from meeting_app.queries.rule_file import read_pack
from meeting_app.wording import rules
from meeting_app.wording.rule_refusals import FILE_CAUSES
from meeting_app.wording.yaml_problems import sentence
from meeting_app.yaml_text import YamlError

DONE, REFUSED = 0, 1
# The examples of the demonstration: a representatives' meeting, and a house of owners (0.01 m²).
MEMBERS: Final = Amount(48)
OWNERS: Final = Amount(72, 614_832)


def example(pack: RulePack) -> Amount:
    """A body on which the pack is tried."""
    return OWNERS if Measure.AREA in pack.measures else MEMBERS


def check_rule(file: Path) -> int:
    """Say every fault with its line, or what the pack asks for."""
    try:
        pack = read_pack(file)
    except YamlError as refused:
        for problem in refused.problems:
            print(sentence(problem, FILE_CAUSES), file=sys.stderr)
        count = len(refused.problems)
        print(
            ngettext("{n} fault; the file was not used.", "{n} faults; the file was not used.", count).format(
                n=count
            ),
            file=sys.stderr,
        )
        return REFUSED
    print(_("The rule “{rule}” can be used.").format(rule=rules.pack_name(pack)))
    lines = (
        rules.source(pack),
        rules.in_force(pack),
        *rules.reading(pack),
        *rules.meaning(pack, example(pack)),
    )
    print("\n".join(f"  {line}" for line in lines))
    return DONE
