"""A role-play of the meeting in `samples`, for the minutes: two tables, sixteen sheets of the poll."""

from datetime import timedelta
from random import Random

from meeting_app.domain.roleplay.stance import Sheet, shift
from meeting_app.queries.roleplay.annex import (
    AnnexIssue,
    AnnexOption,
    AnnexShift,
    AnnexSuggestion,
    AnnexTable,
    RoleplayAnnex,
)
from meeting_app.scenarios.library import shipped
from tests.documents.samples import START


def sheets(count: int, seed: int, rise: int) -> list[Sheet]:
    """Answers of so many people, by `rise` higher for two of three; who pays is seen as before by most."""
    random = Random(seed)
    lift = shipped("lift").scenario

    def answer(question: str, at: int) -> int:
        moved = at % 5 == 0 if question == "pay" else at % 3 != 0
        return min(5, random.randint(1, 4) + rise * moved)

    return [
        Sheet(
            f"{at:06d}", {one.id: answer(one.id, at) for one in lift.poll.questions}, ("low", "high")[at % 2]
        )
        for at in range(count)
    ]


def annex(count: int = 16) -> RoleplayAnnex:
    """The annex with so many sheets."""
    lift = shipped("lift").scenario
    before, after = sheets(count, 1, 0), sheets(max(0, count - 1), 1, 1)
    camps = lift.attributes[0].values
    accepted = (
        ("装哪一种", ("半层入户",)), ("钱怎么分", ("每层都出一点",)), ("一层怎么补偿", ("每户一万五千元",)),
        ("电费和维保", ("从楼道公共收益出",)), ("怎么施工", ("暑假集中六十天",)),
    )  # fmt: skip
    chosen = {title: options for _issue, options in accepted for title in options}
    return RoleplayAnnex(
        lift.identity.title,
        lift.identity.fiction,
        2,
        START + timedelta(minutes=18),
        START + timedelta(minutes=93),
        16,
        (
            AnnexTable(1, 2, True, accepted, accepted[:3]),
            AnnexTable(2, 3, False, accepted, (accepted[0], accepted[4])),
        ),
        tuple(
            AnnexIssue(
                issue.title,
                tuple(
                    AnnexOption(one.title, (2 if issue.id in ("way", "work") else 1) * (one.title in chosen))
                    for one in issue.options
                ),
            )
            for issue in lift.issues
        ),
        (len(before), len(after), len(after)),
        tuple(
            AnnexShift(
                one.text, one.low, one.high, shift(one.id, before, after), one.id == lift.poll.understanding,
                camps,
            )
            for one in lift.poll.questions
        ),
        ("原来一层怕的不是电梯，是没人替他算那笔账。",),
        (
            AnnexSuggestion(lift.minutes.suggestions[0][1], "居委会 周敏"),
            AnnexSuggestion(lift.minutes.suggestions[2][1], ""),
        ),
    )  # fmt: skip
