"""Puts the README's screenshots into resources/screenshots, from what `bootstrap.py pictures` made.

Run it by the environment's Python after the pictures: `python packaging/screenshots.py`. The pictures are
reduced to 256 colours, which flat surfaces do not show, so that a clone stays small.
"""

import sys
from pathlib import Path
from typing import Final

from PIL import Image

ROOT: Final = Path(__file__).resolve().parents[1]
MADE: Final = ROOT / "build" / "pictures"
SHOWN: Final = ROOT / "resources" / "screenshots"
CHOSEN: Final = {
    "today": "console/zh/office_today.png",
    "topic": "console/zh/office_topic.png",
    "check_in": "console/zh/live_*_check_in_short.png",
    "discussion": "console/zh/live_*_discussion.png",
    "hands": "console/zh/live_*_vote_recount.png",
    "result": "console/zh/live_*_result.png",
    "discussion_english": "console/en/live_*_discussion.png",
    "discussion_dark": "console/dark/live_*_discussion.png",
    "roleplay": "console/zh/roleplay_*_help.png",
    "scenario": "console/zh/*scenario_scores.png",
    "plan": "console/zh/live_*_plan_late.png",
    "projector_roleplay": "projector/zh/roleplay_*_hall_issues.png",
    "notice": "papers/decision_notice *-1.png",
    "projector_speaker": "projector/zh/*_discussion.png",
    "projector_result": "projector/zh/*_result_published.png",
}


def main() -> int:
    """Copy each chosen picture; answers 1 and names those that are missing."""
    SHOWN.mkdir(parents=True, exist_ok=True)
    missing = []
    for name, pattern in CHOSEN.items():
        found = sorted(MADE.glob(pattern))
        if not found:
            missing.append(pattern)
            continue
        with Image.open(found[0]) as picture:
            small = picture.convert("RGB")
            if small.width > 1366:
                small = small.resize((1366, small.height * 1366 // small.width), Image.Resampling.LANCZOS)
            small.quantize(256, method=Image.Quantize.MEDIANCUT).save(SHOWN / f"{name}.png", optimize=True)
    if missing:
        print("missing: " + ", ".join(missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
