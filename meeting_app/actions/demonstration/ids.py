"""Identities of the demonstration that can be known without asking the records: they follow from the seed
alone.
"""

from dataclasses import dataclass
from random import Random

SEED = 20260101


@dataclass(frozen=True, slots=True)
class DemonstrationIds:
    """The meetings that are coming and the topics they are about."""

    meeting_id: str
    owners_meeting_id: str
    hearing_id: str
    charging_topic_id: str
    lift_topic_id: str


def named_id(seed: int, name: str) -> str:
    """The identity of something that has a name in the data, as "meeting today"."""
    return f"{Random(f'{seed} {name}').getrandbits(128):032x}"


def demonstration_ids(seed: int = SEED) -> DemonstrationIds:
    """The identities in a community that was planted with this seed."""
    return DemonstrationIds(
        meeting_id=named_id(seed, "meeting today"),
        owners_meeting_id=named_id(seed, "meeting owners3"),
        hearing_id=named_id(seed, "meeting hearing"),
        charging_topic_id=named_id(seed, "topic charging"),
        lift_topic_id=named_id(seed, "topic lift3"),
    )
