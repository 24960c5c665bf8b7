"""Every state of a vote by ballots: by names with several options, then secret on paper. Then the item is
voted on by hands as before.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from meeting_app.actions import rules
from meeting_app.actions.votes import casting, counting, planning, running, slips
from meeting_app.domain.rules.pack import OwnersRules
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.vote_plan import Channel, Question
from meeting_app.queries.ballot_papers import papers_printed
from meeting_app.queries.rule_packs import shipped_family
from meeting_app.queries.vote_count import CountTask, count_task, work_out
from meeting_app.queries.vote_view import VoteView, vote_view
from meeting_app.ui.console.live.ballots.page import BallotsPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene
from meeting_app.ui.qt.office import Office

OPTIONS = (("儿童活动角", 0), ("晾衣区", 0), ("健身角", 0), ("花园座椅", 0), ("快递柜", 0))
PLACES = ("东门与西门之间的绿地", "9号楼北侧的空地", "物业楼前的广场", "南区沿河步道", "地下车库入口旁")
WORKS = (
    "建老人健身场地", "建儿童游戏场地", "装遮阳座椅", "装直饮水点",
    "修无障碍坡道", "种行道树", "划非机动车位", "设旧物交换角",
)  # fmt: skip
SPARE = 4
OWN_RULE = "本小区业主大会"
REASON = "会议同意改为逐票表决。"


class Stage(Protocol):
    """The meeting that is played."""

    office: Office

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""

    @property
    def item(self) -> str:
        """The current item's id."""


Make = Callable[..., Scene]


def _page(shell: LiveShell) -> BallotsPage | None:
    page = shell.pages.get("ballots")
    return page if isinstance(page, BallotsPage) else None


def _prepare(play: Stage, question: Question, method: str, setup: Setup, *, secret: bool = False) -> str:
    options = OPTIONS if question is Question.RANK else (("同意本方案", 0),)
    channels = (Channel.PAPER,) if secret else (Channel.KEYPAD,)
    poll: str = play.do(
        planning.prepare_vote, item_id=play.item, question=question, method=method, options=options,
        setup=setup, secret=secret, channels=channels, reason=REASON,
    )  # fmt: skip
    return poll


def _view(play: Stage) -> VoteView:
    found = play.office.ask(vote_view, item_id=play.item)
    assert isinstance(found, VoteView)
    return found


def _count(play: Stage, poll: str) -> None:
    task = play.office.ask(count_task, poll_id=poll)
    assert isinstance(task, CountTask)
    play.do(
        counting.record_count, poll_id=poll, sheet_hash=task.sheet_hash, lot_number=task.lot_number,
        count=work_out(task),
    )  # fmt: skip


def _drop(play: Stage, poll: str) -> None:
    play.do(running.annul_vote, poll_id=poll, reason="演示完毕。")
    play.do(planning.drop_vote, item_id=play.item, reason="仍用举手表决。")


def ballots_scenes(play: Stage, make: Make) -> Iterator[Scene]:
    """The scenes in their order."""
    yield from _by_name(play, make)
    yield from _on_paper(play, make)
    yield from _by_owners(play, make)
    yield from _among_many(play, make)


def _by_name(play: Stage, make: Make) -> Iterator[Scene]:
    poll = _prepare(play, Question.RANK, "borda", Setup(5))
    yield make(play, "ballots_before")
    yield make(play, "ballots_prepare", _change)
    yield make(play, "ballots_prepare_owners", _for_owners)
    play.do(running.open_vote, poll_id=poll)
    here = [right for right in _view(play).rights if right.here]
    for place, right in enumerate(here[:-4]):
        marks = tuple((place * 2 + option * 3) % 5 + 1 for option in range(5))
        play.do(casting.cast, poll_id=poll, channel=Channel.KEYPAD, marks=marks, right_id=right.right_id)
    yield make(play, "ballots_running", _type)
    yield make(play, "ballots_closing", _ask)
    play.do(running.close_vote, poll_id=poll)
    yield make(play, "ballots_sealed")
    _count(play, poll)
    yield make(play, "ballots_counted")
    _drop(play, poll)


def _on_paper(play: Stage, make: Make) -> Iterator[Scene]:
    poll = _prepare(play, Question.AGREE, "yes_no", Setup(1), secret=True)
    present = _view(play).present
    play.do(slips.make_paper_slips, poll_id=poll, count=present + SPARE)
    yield make(play, "ballots_printed")
    play.do(running.open_vote, poll_id=poll)
    play.do(running.hand_out, poll_id=poll, issued=present)
    codes = sorted(play.office.ask(papers_printed, poll_id=poll))
    play.do(slips.replace_paper, poll_id=poll, serial=codes.pop())
    for place, code in enumerate(codes[: present - 3], start=1):
        for typing in (1, 2):
            play.do(
                casting.cast, poll_id=poll, channel=Channel.PAPER, marks=(1,) if place % 5 else (-1,),
                serial=code, typing=typing,
            )  # fmt: skip
    last = codes[present - 3]
    for typing, mark in ((1, 1), (2, -1)):
        play.do(casting.cast, poll_id=poll, channel=Channel.PAPER, marks=(mark,), serial=last, typing=typing)
    yield make(play, "ballots_papers")
    play.do(casting.drop_paper, poll_id=poll, serial=last)
    play.do(running.close_vote, poll_id=poll)
    _count(play, poll)
    yield make(play, "ballots_unbalanced")
    _drop(play, poll)


def _by_owners(play: Stage, make: Make) -> Iterator[Scene]:
    """Owners of one house: ballots are handed out at home, and the silent ones are told apart; then under a
    rule of the community's own by which the silent ones join the majority.
    """
    poll = _owners_vote(play, "owners_major")
    yield make(play, "ballots_owners")
    play.do(running.close_vote, poll_id=poll)
    _count(play, poll)
    yield make(play, "ballots_owners_counted")
    _drop(play, poll)
    like = shipped_family("owners_general")[-1]
    code: str = play.do(rules.copy_rule, version_id=like.id, name=OWN_RULE)
    pack = replace(like, name=OWN_RULE, owners=OwnersRules(silent_join=True))
    play.do(rules.change_rule, code=code, pack=pack)
    poll = _owners_vote(play, code)
    play.do(running.close_vote, poll_id=poll)
    _count(play, poll)
    yield make(play, "ballots_silent_joined")
    _drop(play, poll)


def _owners_vote(play: Stage, rule: str) -> str:
    """A vote of the owners of house 3 under a rule, in which one in six says nothing."""
    poll: str = play.do(
        planning.prepare_vote, item_id=play.item, question=Question.AGREE, method="yes_no",
        options=(("同意本方案", 0),), setup=Setup(1), channels=(Channel.KEYPAD,), rule=rule,
        scope="3", reason=REASON,
    )  # fmt: skip
    play.do(running.open_vote, poll_id=poll)
    play.do(casting.deliver_ballots, poll_id=poll)
    rights = _view(play).rights
    for place, right in enumerate(rights[: len(rights) * 5 // 6]):
        marks = (1,) if place % 7 else (-1,)
        play.do(casting.cast, poll_id=poll, channel=Channel.KEYPAD, marks=marks, right_id=right.right_id)
    return poll


def _among_many(play: Stage, make: Make) -> Iterator[Scene]:
    """Forty projects with long names: nothing runs over its page."""
    options = tuple((f"{PLACES[at % 5]}{WORKS[at // 5]}，含三年的维护和夜间照明", 0) for at in range(40))
    poll: str = play.do(
        planning.prepare_vote, item_id=play.item, question=Question.SEVERAL, method="choose_k",
        options=options, setup=Setup(40, seats=3, limit=5), channels=(Channel.KEYPAD,), reason=REASON,
    )  # fmt: skip
    play.do(running.open_vote, poll_id=poll)
    here = [right for right in _view(play).rights if right.here]
    for place, right in enumerate(here[:-4]):
        chosen = {place % 4, place * 3 % 11, place * 7 % 40}
        marks = tuple(1 if at in chosen else None for at in range(40))
        play.do(casting.cast, poll_id=poll, channel=Channel.KEYPAD, marks=marks, right_id=right.right_id)
    yield make(play, "ballots_many", _type)
    play.do(running.close_vote, poll_id=poll)
    _count(play, poll)
    yield make(play, "ballots_many_counted")
    _drop(play, poll)


def _change(shell: LiveShell) -> None:
    page = _page(shell)
    if page is not None:
        page.before.change.click()


def _for_owners(shell: LiveShell) -> None:
    """The form under a rule of owners, of one house."""
    _change(shell)
    page = _page(shell)
    if page is None:
        return
    editor = page.prepare.editor
    editor.question.set_value(Question.AGREE)
    editor.question.chosen.emit(Question.AGREE)
    editor.rule.set_value("owners_major")
    editor.scope.setText("3")
    editor.rule.chosen.emit("owners_major")


def _type(shell: LiveShell) -> None:
    page = _page(shell)
    if page is not None:
        page.running.entry.setText("2 1 4")


def _ask(shell: LiveShell) -> None:
    page = _page(shell)
    if page is not None:
        page.main()
