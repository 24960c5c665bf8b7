"""The 25 topics with their walk through the stages, their plans and who backs them."""

from dataclasses import dataclass
from datetime import date

from meeting_app.actions.demonstration.community import Offices
from meeting_app.actions.demonstration.ground import Ground, Text, fen, texts
from meeting_app.actions.demonstration.people import Residents
from meeting_app.domain.stage import ORDER
from meeting_app.queries.basics import topic_label
from meeting_app.storage.tables import Person, Plan, PlanShare, Support, Topic, TopicStage

YOUNGEST_BACKER = 18


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics by key, and their plans in order."""

    topics: dict[str, Topic]
    plans: dict[str, list[Plan]]
    to_vote: dict[str, Plan]


def raise_topics(ground: Ground, residents: Residents, offices: Offices) -> Topics:
    """All topics, numbered within their year in the order in which they were raised."""
    done = Topics({}, {}, {})
    numbers: dict[int, int] = {}
    for entry in sorted(texts("topics_early")["topic"] + texts("topics_late")["topic"], key=_raised):
        day = ground.day(entry["walk"][0])
        numbers[day.year] = numbers.get(day.year, 0) + 1
        topic = _topic(ground, residents, offices, entry, day, numbers[day.year])
        done.topics[entry["key"]] = topic
        _stages(ground, topic, entry)
        _plans(ground, done, topic, entry)
        _supports(ground, residents, topic, entry)
    return done


def _raised(entry: Text) -> int:
    return int(entry["walk"][0])


def _topic(
    ground: Ground, residents: Residents, offices: Offices, entry: Text, day: date, number: int
) -> Topic:
    proposer = residents.named.get(entry.get("proposer", "")) or _backers(ground, residents, entry)[0]
    closed = entry.get("closed")
    topic = Topic(
        id=ground.named(f"topic {entry['key']}"), year=day.year, number=number, title=entry["title"],
        summary=entry["summary"], category=entry["category"], contact_point=entry["contact"],
        stage=ORDER[len(entry["walk"]) - 1], raised_on=day,
        closed_on=None if closed is None else ground.day(closed), proposer_id=proposer.id,
        body_id=offices.bodies[entry["body"]].id,
        label=topic_label(texts("people")["community"]["short"], day.year, number),
    )  # fmt: skip
    ground.add(topic)
    return topic


def _stages(ground: Ground, topic: Topic, entry: Text) -> None:
    """A day 0 in the walk is a stage that was left out; each stage ends on the day on which the next
    begins.
    """
    walk: list[int] = entry["walk"]
    for place, stage in enumerate(ORDER):
        row = TopicStage(topic_id=topic.id, stage=stage, note="", skipped_reason="")
        if place < len(walk) and walk[place]:
            later = [day for day in walk[place + 1 :] if day]
            left = later[0] if later else entry.get("closed")
            row.entered_on = ground.day(walk[place])
            row.left_on = None if left is None else ground.day(left)
            row.due_on = ground.day(later[0] + 3 if later else entry["due"])
            row.note = entry["notes"][place]
        elif place < len(walk):
            row.skipped_reason = entry["skipped"]
        ground.add(row)


def _plans(ground: Ground, done: Topics, topic: Topic, entry: Text) -> None:
    plans = done.plans.setdefault(entry["key"], [])
    for position, told in enumerate(entry.get("plan", ()), start=1):
        plan = Plan(
            id=ground.named(f"plan {entry['key']} {position}"), topic_id=topic.id, position=position,
            title=told["title"], text=told["text"], cost_fen=fen(told["cost"]),
            put_to_vote=position == entry.get("vote"),
        )  # fmt: skip
        ground.add(plan)
        plans.append(plan)
        if plan.put_to_vote:
            done.to_vote[entry["key"]] = plan
        for place, (payer, count, amount) in enumerate(told["shares"], start=1):
            ground.add(
                PlanShare(plan_id=plan.id, position=place, payer=payer, count=count, amount_fen=fen(amount))
            )


def _backers(ground: Ground, residents: Residents, entry: Text) -> list[Person]:
    """Grown-ups of the building in a drawn order, then of the whole community; one a household."""
    chance = ground.chance(f"backers {entry['key']}")
    year = ground.anchor.year
    grown = [
        [one for one in residents.voices_of(building) if year - (one.birth_year or year) >= YOUNGEST_BACKER]
        for building in (entry["building"], None)
    ]
    near = chance.sample(grown[0], len(grown[0]))
    far = chance.sample(grown[1], min(len(grown[1]), entry["supporters"]))
    return list({person.id: person for person in (*near, *far)}.values())


def _supports(ground: Ground, residents: Residents, topic: Topic, entry: Text) -> None:
    chance = ground.chance(f"supports {entry['key']}")
    first = entry["walk"][0]
    later = [day for day in entry["walk"][1:] if day]
    last = later[-1] if later else 0
    backers = _backers(ground, residents, entry)[: entry["supporters"]]
    for person in backers:
        since = ground.day(chance.randint(first, max(first, last)))
        ground.add(Support(topic_id=topic.id, person_id=person.id, since=since))
