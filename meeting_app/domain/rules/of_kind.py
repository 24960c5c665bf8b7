"""The number of a kind of meeting, where a rule of decision says nothing of who must take part.

Three may speak, the first that does is heard: the rule of decision, the kind's own number, nobody. It is the
order that `domain.proxy_rule` keeps too; the working of a result says which one spoke.
"""

from dataclasses import replace

from meeting_app.domain.meeting_kind import MeetingKind
from meeting_app.domain.rules.pack import Participation, Purpose, RulePack
from meeting_app.domain.rules.share import Base, Share


def with_quorum_of(pack: RulePack, kind: MeetingKind | None) -> RulePack:
    """The rule as it holds in a meeting of a kind. The kind's number is left aside where the rule has its
    own, where it takes its share of all who may vote (who stays away counts there already), and where an
    opinion is heard that binds nobody.
    """
    silent = pack.participation is None and pack.approval.base is not Base.ELIGIBLE
    if not silent or pack.purpose is Purpose.STRAW_POLL or kind is None or kind.quorum is None:
        return pack
    asked = kind.quorum
    share = Share(asked.numerator, asked.denominator, asked.strict, Base.ELIGIBLE)
    return replace(pack, participation=Participation(Base.PRESENT, share, by_kind=True))
