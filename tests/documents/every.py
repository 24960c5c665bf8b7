"""Every paper with a realistic content: what is tested, and what the folder of pictures shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from meeting_app.documents import render
from meeting_app.queries.papers import PaperMark
from tests.documents import annexes, ballots, draws, more, owners, plays, samples


@dataclass(frozen=True)
class Sample:
    """One paper: its kind, what it is made from, and how many pages it should have."""

    kind: str
    content: Callable[[], Any]
    pages: int

    def make(self) -> bytes:
        """Sets it anew."""
        return render.pdf(self.kind, self.content())

    @property
    def mark(self) -> PaperMark:
        """Number, code and digest that stand on it."""
        found: PaperMark = self.content().mark
        return found


SAMPLES: dict[str, Sample] = {
    "notice": Sample("notice", samples.notice, 2),
    "record": Sample("minutes", samples.minutes, 5),
    "minutes": Sample("summary", lambda: samples.minutes("minutes"), 4),
    "public": Sample("decision_notice", samples.decision_notice, 1),
    "settled": Sample("announcement", lambda: samples.decision_notice(settled=True), 1),
    "public-owners": Sample("decision_notice", owners.notice, 2),
    "draw": Sample("draw", draws.paper, 2),
    "report": Sample("publicity_report", more.report, 1),
    "large": Sample("notice_large", samples.notice, 1),
    "children": Sample("notice_children", samples.notice, 1),
    "poster": Sample("notice_poster", samples.notice, 1),
    "proxy": Sample("proxy", more.proxy, 1),
    "proxy-filled": Sample("proxy", lambda: more.proxy(filled=True), 1),
    "plates": Sample("plates", more.plates, 4),
    "rules": Sample("rules", more.rules, 1),
    "delivery": Sample("delivery", more.delivery, 4),
    "tasks": Sample("tasks", more.tasks, 2),
    "sign-in": Sample("sign_in", samples.sign_in, 5),
    "agenda": Sample("agenda", samples.agenda, 1),
    "badges": Sample("badges", samples.badges, 2),
    "ballot-yes-no": Sample("ballot", lambda: ballots.paper(ballots.yes_no()), 1),
    "ballot-specimen": Sample("ballot", ballots.specimen, 1),
    "ballot-by-name": Sample("ballot", ballots.by_name, 2),
    "ballot-choose": Sample("ballot", lambda: ballots.paper(ballots.persons("choose_k", 12, 5)), 2),
    "ballot-forty": Sample("ballot", lambda: ballots.paper(ballots.persons("irv", 40), 1), 1),
    "ballot-score": Sample("ballot", lambda: ballots.paper(ballots.persons("score", 8, 10), 1), 1),
    "ballot-gradient": Sample("ballot", lambda: ballots.paper(ballots.gradient()), 2),
    "ballot-budget": Sample("ballot", lambda: ballots.paper(ballots.budget()), 2),
    "roleplay-minutes": Sample(
        "summary", lambda: replace(samples.minutes("minutes"), annexes=(annexes.annex(),)), 6
    ),
    **{kind: Sample(kind, plays.CONTENTS[kind], pages) for kind, pages in plays.PAGES.items()},
}
ALL = sorted(SAMPLES)


@cache
def pdf(name: str) -> bytes:
    """A sample's bytes, set once."""
    return SAMPLES[name].make()
