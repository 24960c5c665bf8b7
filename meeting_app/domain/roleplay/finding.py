"""What checking a scenario found, with its place."""

from dataclasses import dataclass, field

from meeting_app.domain.roleplay.texts import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or warning. `code` is E01-E08 (blocks the play) or W01-W12, `case` tells what exactly (words
    in `wording.roleplay` by "code.case"), `path` leads to the field: names and numbers from the top down.
    """

    code: str
    case: str
    path: Path
    params: dict[str, object] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether the scenario cannot be played so."""
        return self.code.startswith("E")
