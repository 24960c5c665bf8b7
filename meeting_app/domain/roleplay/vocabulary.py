"""The words that a scenario may use where only certain words have a meaning."""

from typing import Final

PHASE_KINDS: Final = (
    "welcome", "poll_before", "cast", "read", "act", "caucus", "negotiate", "gallery", "sign", "derole",
    "debrief", "poll_after", "slack",
)  # fmt: skip
MODES: Final = ("individual", "table", "caucus", "plenary", "rotate", "fishbowl")
SCREENS: Final = (
    "", "welcome", "roles", "title", "facts", "tables", "issues", "clue", "event", "proposals", "cards",
    "derole", "shift", "thanks",
)  # fmt: skip
SOUNDS: Final = ("", "start", "warn", "end")
DECISIONS: Final = ("", "interim", "final")
CLUE_RULES: Final = ("may_share", "may_keep", "must_answer")
CONSTRAINT_KINDS: Final = ("forbid", "require", "include", "budget", "area")
TRIGGERS: Final = ("time", "deadlock", "manual")
EFFECT_KINDS: Final = ("walk_away", "score", "weight")
HOST: Final = "host"  # verifies a secret objective instead of a role
