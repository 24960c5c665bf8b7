"""Which page the hall sees now and which comes next: follows the meeting unless a page is held."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.clock import Instant
from meeting_app.domain.rules.trace import StepCode, steps_of
from meeting_app.queries.basics import community_view, local
from meeting_app.queries.floor import queue_view
from meeting_app.queries.live import LiveItem, LiveView, live_frame
from meeting_app.queries.polls import HandsView, OutcomeView, hands_view
from meeting_app.queries.roleplay.public import play_of_item
from meeting_app.queries.slides_agenda import attachment_slide, read_back_slide
from meeting_app.queries.slides_draw import DRAW, draw_slide
from meeting_app.queries.slides_floor import (
    FloorOf,
    SharesOf,
    floor_slide,
    next_speaker,
    rules_slide,
    shares_slide,
)
from meeting_app.queries.slides_roleplay import PIN, PLAY_STEPS, next_scene, play_slide
from meeting_app.queries.slides_types import (
    AgendaLine,
    AgendaSlide,
    BackdropSlide,
    BlackSlide,
    BreakSlide,
    CheckingSlide,
    ClosedSlide,
    FloorSlide,
    HandsSlide,
    Head,
    ItemSlide,
    MotionSlide,
    ResultSlide,
    RuleFacts,
    Slide,
    WelcomeSlide,
)
from meeting_app.queries.slides_votes import HOW, asks_as_hands, how_slide, option_lines, vote_slide
from meeting_app.queries.vote_view import VoteView, vote_view
from meeting_app.storage.tables import Decision

_STOPS = {"done": "done", "skipped": "done", "current": "now", "waiting": "next"}


def _community(session: Session) -> str:
    community = community_view(session)
    return community.name if community else ""


def head_of(view: LiveView) -> Head:
    """The head of a page of this meeting."""
    current = view.current
    return Head(
        view.title,
        current.number if current else 0,
        len(view.items),
        tuple(_STOPS.get(item.state, "next") for item in view.items) if current else (),
        view.projection.banner,
    )


def _welcome(session: Session, view: LiveView) -> WelcomeSlide:
    quorum = view.quorum
    area = quorum.area if quorum else None
    return WelcomeSlide(
        Head(view.title, banner=view.projection.banner),
        _community(session),
        view.title,
        view.starts_at,
        view.place,
        quorum.present if quorum else view.present_voters,
        quorum.eligible if quorum else view.voters,
        quorum.needed if quorum else 0,
        view.guests,
        quorum.represented if quorum else 0,
        *((area.here_c, area.whole_c, area.needed_c) if area else (0, 0, 0)),
        scope=quorum.scope if quorum else (),
    )


def _line_state(item: LiveItem, view: LiveView) -> str:
    if item.state in ("done", "skipped"):
        return "done"
    if item.state == "current":
        return "now"
    return "next" if view.current and item is view.following else "later"


def _agenda(view: LiveView) -> AgendaSlide:
    lines = tuple(
        AgendaLine(
            item.number,
            item.title,
            item.planned_ms // 60_000,
            view.starts_at + timedelta(milliseconds=view.plan.planned_starts_ms[item.number - 1]),
            _line_state(item, view),
        )
        for item in view.items
        if item.state != "skipped"
    )
    return AgendaSlide(head_of(view), lines, view.projected_end)


def _discussion(session: Session, view: LiveView, item: LiveItem, now: Instant) -> Slide:
    queue = queue_view(session, item_id=item.id, now=now)
    if queue is None:
        return FloorSlide(head_of(view), item.title, item.clock, ())
    return floor_slide(session, head_of(view), FloorOf(item.title, item.clock, view.projection.page), queue)


def rule_facts(hands: HandsView) -> RuleFacts | None:
    """The rule of a vote in figures."""
    rule = hands.rule
    if rule is None:
        return None
    return RuleFacts(
        rule.numerator, rule.denominator, rule.strict, hands.needed, hands.present, rule.law, rule.articles
    )


def _result(view: LiveView, hands: HandsView, outcome: OutcomeView, facts: RuleFacts) -> ResultSlide:
    quorum = next(iter(steps_of(outcome.steps, StepCode.QUORUM)), None)
    share = quorum.share if quorum else None
    return ResultSlide(
        head_of(view), hands.motion.title if hands.motion else hands.title, outcome.verdict, outcome.for_,
        outcome.against, outcome.abstain, outcome.not_voting, outcome.present, outcome.eligible,
        quorum.needed if quorum else 0,
        share.numerator if share else 1, share.denominator if share else 1, facts, outcome.declared,
    )  # fmt: skip


def _motion(view: LiveView, hands: HandsView, vote: VoteView | None) -> Slide:
    if hands.motion is None:
        return ItemSlide(head_of(view), "vote", hands.title, "", None)
    # Only a question under the meeting's own rule is decided as hands would be.
    facts = rule_facts(hands) if vote is None or asks_as_hands(vote) else None
    return MotionSlide(
        head_of(view), hands.motion.title, hands.motion.text, view.projection.page, facts, option_lines(vote)
    )


def _vote(session: Session, view: LiveView, item: LiveItem) -> Slide:
    vote = vote_view(session, item_id=item.id)
    begun = vote_slide(head_of(view), vote, view.projection.page) if vote else None
    if begun is not None:
        return begun
    hands = hands_view(session, item_id=item.id)
    facts = rule_facts(hands) if hands else None
    if hands is None or hands.state == "none" or hands.motion is None or facts is None:
        if hands is None:
            return ItemSlide(head_of(view), item.kind, item.title, "", None)
        return _motion(view, hands, vote)
    if hands.state == "open":
        return HandsSlide(
            head_of(view), hands.motion.title, hands.choice, hands.tellers, facts, hands.represented
        )
    if hands.state == "published" and hands.outcome is not None:
        return _result(view, hands, hands.outcome, facts)
    return CheckingSlide(head_of(view), hands.motion.title)


def _item(session: Session, view: LiveView, item: LiveItem, now: Instant) -> Slide:
    if item.kind == "discussion":
        return _discussion(session, view, item, now)
    if item.kind == "vote":
        return _vote(session, view, item)
    if item.kind == "role_play":
        shown = (view.projection.pinned, view.projection.page)
        play = play_slide(session, head_of(view), _play_id(session, item), shown, now)
        if play is not None:
            return play
    if item.kind == "break":
        end = local(now.wall_ms + item.clock.remaining(now)) if item.clock.running else None
        return BreakSlide(head_of(view), item.title, end)
    return ItemSlide(head_of(view), item.kind, item.title, item.presenter, item.clock)


def _closed(session: Session, view: LiveView) -> ClosedSlide:
    decided = session.scalars(
        select(Decision.text).where(Decision.meeting_id == view.meeting_id).order_by(Decision.decided_ms)
    )
    return ClosedSlide(Head(view.title, banner=view.projection.banner), _community(session), tuple(decided))


def _pinned(session: Session, view: LiveView, now: Instant) -> Slide | None:
    pinned, current = view.projection.pinned, view.current
    if pinned.startswith(PIN):
        shown = (pinned, view.projection.page)
        return play_slide(session, head_of(view), _play_id(session, current), shown, now)
    if pinned == "welcome":
        return _welcome(session, view)
    if pinned == "agenda":
        return _agenda(view)
    if pinned == "motion" and current and current.kind == "vote":
        hands = hands_view(session, item_id=current.id)
        return _motion(view, hands, vote_view(session, item_id=current.id)) if hands else None
    if pinned == HOW and current and current.kind == "vote":
        vote = vote_view(session, item_id=current.id)
        return how_slide(head_of(view), vote) if vote else None
    if pinned == DRAW:
        return draw_slide(session, view.meeting_id, head_of(view), view.projection.page)
    if pinned == "readback":
        return read_back_slide(session, head_of(view), view.meeting_id, view.projection.page)
    if pinned == "attachment":
        return attachment_slide(session, head_of(view), view.meeting_id, view.projection.page)
    if pinned == "item" and current:
        return ItemSlide(head_of(view), current.kind, current.title, current.presenter, current.clock)
    if pinned == "rules" and current:
        return rules_slide(session, head_of(view), view.meeting_id, current.id)
    if pinned == "shares" and current:
        whose = SharesOf(view.meeting_id, current.id, current.title, view.projection.page)
        return shares_slide(session, head_of(view), whose, now)
    return None


def _play_id(session: Session, item: LiveItem | None) -> str | None:
    return play_of_item(session, item_id=item.id) if item and item.kind == "role_play" else None


def content_slide(session: Session, view: LiveView, now: Instant) -> Slide:
    """The page that follows the meeting, or the one that is held."""
    pinned = _pinned(session, view, now)
    if pinned is not None:
        return pinned
    if view.state == "live" and view.current is not None:
        return _item(session, view, view.current, now)
    return _closed(session, view) if view.state == "closed" else _welcome(session, view)


def current_slide(session: Session, *, meeting_id: str, now: Instant, mode: str = "") -> Slide:
    """What the hall sees now; `desktop` has no page of its own, the window is hidden then. `mode` asks for
    the page of another mode than the recorded one.
    """
    view = live_frame(session, meeting_id=meeting_id, now=now)
    if view is None or (mode or view.projection.mode) in ("backdrop", "desktop"):
        return BackdropSlide(_community(session))
    if (mode or view.projection.mode) == "black":
        return BlackSlide()
    return content_slide(session, view, now)


def next_slide(session: Session, *, meeting_id: str, now: Instant) -> Slide | None:
    """What the next step would show; None when it cannot be known or shows nothing new."""
    view = live_frame(session, meeting_id=meeting_id, now=now)
    if view is None:
        return None
    step = view.next_step
    following = view.following
    if step.code == "open_meeting" and following is not None:
        return ItemSlide(Head(view.title), *_plain(following))
    if view.current is None:
        return None
    if step.code in ("call_next", "go_on"):
        queue = queue_view(session, item_id=view.current.id, now=now)
        return next_speaker(head_of(view), view.current.title, queue, step.code) if queue else None
    if step.code in PLAY_STEPS:
        return next_scene(session, head_of(view), _play_id(session, view.current), now)
    if step.code == "next_item" and following is not None:
        return ItemSlide(head_of(view), *_plain(following))
    return ClosedSlide(Head(view.title), _community(session), ()) if step.code == "close_meeting" else None


def _plain(item: LiveItem) -> tuple[str, str, str, None]:
    return item.kind, item.title, item.presenter, None
