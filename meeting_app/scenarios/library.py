"""The scenarios that come with the product."""

from functools import cache

from meeting_app import resources
from meeting_app.scenarios.text import Document, read_text


def shipped_names() -> tuple[str, ...]:
    """The folders of the shipped scenarios, sorted."""
    return tuple(sorted(file.parent.name for file in resources.path("scenarios").glob("*/scenario.yaml")))


@cache
def shipped(name: str) -> Document:
    """One of them; raises ResourceMissingError."""
    file = resources.path("scenarios", name, "scenario.yaml")
    return read_text(file.read_bytes(), f"{name}/{file.name}")
