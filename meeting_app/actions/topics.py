"""Topics, their plans and their walk through the six stages."""

from collections.abc import Sequence
from datetime import date

from meeting_app.actions.common import text_of, today
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import ORDER, Stage, check_move
from meeting_app.queries.basics import short_name, topic_label
from meeting_app.storage.tables import Body, Person, Plan, PlanShare, Support, Topic, TopicStage
from meeting_app.storage.work import Work, new_id


def add_topic(
    work: Work,
    *,
    title: str,
    summary: str = "",
    category: str = "",
    contact_point: str = "",
    proposer_id: str | None = None,
    body_id: str | None = None,
) -> str:
    """Take up a topic: it is numbered within its year and stands at the first stage. Returns its id."""
    day = today(work)
    if proposer_id:
        work.get(Person, proposer_id)
    if body_id:
        work.get(Body, body_id)
    number = work.highest(Topic.number, Topic.year == day.year) + 1
    topic = work.add(
        Topic(
            id=new_id(),
            year=day.year,
            number=number,
            title=text_of(title, 120, "title"),
            summary=text_of(summary, 4000, "summary", needed=False),
            category=text_of(category, 24, "category", needed=False),
            contact_point=text_of(contact_point, 80, "contact_point", needed=False),
            stage=Stage.COLLECTED,
            raised_on=day,
            proposer_id=proposer_id,
            body_id=body_id,
            label=topic_label(short_name(work.session), day.year, number),
        )
    )
    for stage in ORDER:
        work.add(
            TopicStage(topic_id=topic.id, stage=stage, entered_on=day if stage is Stage.COLLECTED else None)
        )
    return topic.id


def edit_topic(
    work: Work,
    *,
    topic_id: str,
    title: str,
    summary: str,
    category: str,
    contact_point: str,
    body_id: str | None,
) -> None:
    """Change what is said of a topic."""
    topic = work.get(Topic, topic_id)
    topic.title = text_of(title, 120, "title")
    topic.summary = text_of(summary, 4000, "summary", needed=False)
    topic.category = text_of(category, 24, "category", needed=False)
    topic.contact_point = text_of(contact_point, 80, "contact_point", needed=False)
    topic.body_id = work.get(Body, body_id).id if body_id else None


def support_topic(work: Work, *, topic_id: str, person_id: str) -> None:
    """Note that a person backs a topic; once a person."""
    topic, person = work.get(Topic, topic_id), work.get(Person, person_id)
    if work.one(Support, Support.topic_id == topic.id, Support.person_id == person.id) is not None:
        raise Refusal("already_supports", name=person.name)
    work.add(Support(topic_id=topic.id, person_id=person.id, since=today(work)))


def withdraw_support(work: Work, *, topic_id: str, person_id: str) -> None:
    """A person backs the topic no longer."""
    row = work.one(Support, Support.topic_id == topic_id, Support.person_id == person_id)
    if row is None:
        raise Refusal("gone", kind="support")
    work.session.delete(row)


Share = tuple[str, int, int]


def _write_plan(
    work: Work, plan: Plan, title: str, text: str, cost_fen: int, shares: Sequence[Share]
) -> None:
    total = sum(count * amount for _payer, count, amount in shares)
    if cost_fen < 0 or any(count < 0 or amount < 0 for _payer, count, amount in shares):
        raise Refusal("money_negative")
    if shares and total != cost_fen:
        raise Refusal("shares_do_not_add_up", total=total, cost=cost_fen)
    plan.title = text_of(title, 120, "title")
    plan.text = text_of(text, 8000, "text", needed=False)
    plan.cost_fen = cost_fen
    for position, (payer, count, amount) in enumerate(shares, start=1):
        payer = text_of(payer, 80, "payer")
        work.add(PlanShare(plan_id=plan.id, position=position, payer=payer, count=count, amount_fen=amount))


def add_plan(
    work: Work, *, topic_id: str, title: str, text: str, cost_fen: int, shares: Sequence[Share] = ()
) -> str:
    """Add a way to settle the topic: cost in fen, shares as (payer, how many, fen each) that add up to it.
    Returns its id.
    """
    topic = work.get(Topic, topic_id)
    position = work.highest(Plan.position, Plan.topic_id == topic.id) + 1
    plan = Plan(id=new_id(), topic_id=topic.id, position=position, title="", text="", cost_fen=0)
    _write_plan(work, plan, title, text, cost_fen, shares)
    return work.add(plan).id


def edit_plan(
    work: Work, *, plan_id: str, title: str, text: str, cost_fen: int, shares: Sequence[Share] = ()
) -> None:
    """Change a plan and its shares."""
    plan = work.get(Plan, plan_id)
    for row in work.all(PlanShare, PlanShare.plan_id == plan.id):
        work.session.delete(row)
    _write_plan(work, plan, title, text, cost_fen, shares)


def put_plan_to_vote(work: Work, *, plan_id: str) -> None:
    """Choose the plan that is put to the vote; one a topic."""
    chosen = work.get(Plan, plan_id)
    for plan in work.all(Plan, Plan.topic_id == chosen.topic_id):
        plan.put_to_vote = plan.id == chosen.id


def move_topic(
    work: Work, *, topic_id: str, target: Stage, note: str = "", reason: str = "", due_on: date | None = None
) -> None:
    """Take a topic to a later stage; a stage that is left out keeps the reason."""
    topic = work.get(Topic, topic_id)
    left_out = check_move(Stage(topic.stage), target, reason)
    day = today(work)
    rows = {row.stage: row for row in work.all(TopicStage, TopicStage.topic_id == topic.id)}
    rows[topic.stage].left_on = day
    for stage in left_out:
        rows[stage].skipped_reason = text_of(reason, 400, "reason")
    entered = rows[target]
    entered.entered_on, entered.due_on = day, due_on
    entered.note = text_of(note, 2000, "note", needed=False)
    topic.stage = target


def close_topic(work: Work, *, topic_id: str) -> None:
    """End a topic whose result was fed back."""
    topic = work.get(Topic, topic_id)
    if topic.stage != Stage.FEEDBACK:
        raise Refusal("topic_not_at_end", stage=topic.stage)
    topic.closed_on = today(work)
    row = work.one(TopicStage, TopicStage.topic_id == topic.id, TopicStage.stage == Stage.FEEDBACK)
    if row is not None:
        row.left_on = today(work)
