"""What the hall's picture costs: painting a page, asking for it, and a clock that runs."""

import time
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.registry import Figure, measurement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meeting_app.actions.communities import Opened
    from meeting_app.cli.meeting_time import MeetingTime
    from meeting_app.domain.clock import Instant
    from meeting_app.queries.slides_types import Slide

CLOCK_RUNS_S = 10.0
CONDITIONS = "1920 x 1080, every kind of page of the demonstration's meeting"
# 13 to 14 % of a core at 30 repaints a second, with a search for the size of the text in each.
PAINT_LIMIT_MS = 4.5


def _cpu_ms(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


@contextmanager
def _morning() -> "Iterator[tuple[Opened, MeetingTime]]":
    """The demonstration community on the morning of its meeting."""
    from meeting_app.actions.communities import open_community
    from meeting_app.app import doors
    from meeting_app.cli.meeting_time import MeetingTime
    from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION

    with TemporaryDirectory() as folder:
        file, clock = Path(folder) / "demonstration.yst", MeetingTime(MORNING_MS)
        doors.plant(file, ANCHOR, clock)
        opened = open_community(file, STATION, clock)
        try:
            yield opened, clock
        finally:
            opened.close()


def _played(rounds: int) -> "tuple[dict[str, tuple[Slide, Instant]], list[float]]":
    """Each kind of page with the moment it was shown at, and how long it took to ask for them."""
    from meeting_app.actions.demonstration import demonstration_ids
    from meeting_app.app.projection import Projection
    from meeting_app.cli.script import ScriptedMeeting

    shown: list[Slide] = []
    pages: dict[str, tuple[Slide, Instant]] = {}
    asked: list[float] = []
    with _morning() as (opened, clock):
        projection = Projection(opened, lambda _mode, slide: shown.append(slide))
        projection.follow(demonstration_ids().meeting_id)
        for step in ScriptedMeeting(opened.desk, opened.records, demonstration_ids(), clock).steps():
            step.run()
            projection.look()
            kind = type(shown[-1]).__name__
            if kind not in pages:
                asked += [_cpu_ms(projection.look) for _ in range(rounds)]
            pages[kind] = (shown[-1], clock())
        projection.close()
    return pages, asked


def _running_clock() -> float:
    """Per cent of a core while the hall looks at a speaker's clock."""
    import psutil
    from PySide6.QtCore import QEventLoop, QTimer

    from meeting_app.domain.clock import Clock
    from meeting_app.queries.slides_types import Head, SpeakerSlide
    from meeting_app.storage.boot_clock import system_instant
    from meeting_app.ui.projector.window import ProjectorWindow
    from meeting_app.ui.slides import scheme

    window = ProjectorWindow(system_instant, scheme())
    window.resize(1920, 1080)
    clock = Clock(180_000, 0, system_instant())
    head = Head("第四次居民代表会议", 3, 6, ("done", "done", "now", "next", "next", "next"))
    window.show_slide(SpeakerSlide(head, "提问和讨论", "陈国栋", "3号楼", 1, 2, clock, ("黄美玲", "许志强")))
    window.show()
    loop, process = QEventLoop(), psutil.Process()
    before, begun = sum(process.cpu_times()[:2]), time.monotonic()
    QTimer.singleShot(round(CLOCK_RUNS_S * 1000), loop.quit)
    loop.exec()
    used = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - begun)
    window.shut()
    return used * 100


@measurement("projector")
def projector(rounds: int) -> list[Figure]:
    """CPU time of painting and asking for the hall's pages, and of a running clock."""
    from PySide6.QtCore import QSize

    from meeting_app.app import stage, windows
    from meeting_app.ui.slides import scheme, slide_image

    stage.quiet_platform()
    app = windows.new_application()
    windows.speak(app, "zh_CN")
    pages, asked = _played(rounds)
    size, colours = QSize(1920, 1080), scheme()
    first = [_cpu_ms(partial(slide_image, s, size, now, colours)) for s, now in pages.values()]
    warm = [
        _cpu_ms(partial(slide_image, s, size, now, colours))
        for s, now in pages.values()
        for _ in range(rounds)
    ]
    kinds = f"{CONDITIONS}, {len(pages)} kinds"
    return [
        Figure("page painted, first", tuple(first), "ms CPU", 40, "", f"{kinds}, with breaking of lines"),
        Figure("page painted, again", tuple(warm), "ms CPU", PAINT_LIMIT_MS, "4.5 in 4.2", kinds),
        Figure("page asked for", tuple(asked), "ms CPU", 5, "", "mode and page, on the Qt thread"),
        Figure(
            "projector, a speaker's clock", (_running_clock(),), "% of a core", 1, "13-14 at 30 repaints",
            f"{CLOCK_RUNS_S:.0f} s, 1920 x 1080, offscreen",
        ),
    ]  # fmt: skip
