"""What every test stands on: an offscreen desk with two screens, a profile of its own, and leak detectors."""

import gc
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

# The laptop and the projector of a hall. Qt must be told before anything imports it.
SCREENS = (
    {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "BEAMER", "x": 1366, "y": 0, "width": 1920, "height": 1080},
)


_SCRATCH: list[Path] = []


def _scratch(name: str) -> Path:
    """A folder for this process of pytest, removed at its end."""
    _SCRATCH.append(Path(tempfile.mkdtemp(prefix=f"meeting-app-{name}-")))
    return _SCRATCH[-1]


def _offscreen_screens() -> str:
    """Write the file that describes the two screens; a file per process, since workers run side by side."""
    described = [{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **screen} for screen in SCREENS]
    place = _scratch("screens") / "screens.json"
    place.write_text(json.dumps({"screens": described}), "utf-8")
    return f"offscreen:configfile={place}"


def pytest_configure(config: pytest.Config) -> None:
    """Choose the platform, and keep every test away from the user's own profile and language.

    Garbage is looked for between tests alone, as the program looks for it on its windows' thread alone: found
    by chance on a worker, a window would be destroyed there, and both threads would stand still for good.
    """
    gc.disable()
    os.environ["QT_QPA_PLATFORM"] = _offscreen_screens()
    home = str(_scratch("home"))
    os.environ.update(XDG_CONFIG_HOME=home, APPDATA=home, LC_ALL="C.UTF-8")
    os.environ.pop("LANGUAGE", None)
    # Reproducible: no random seed, and no deadline, because machines under load are slow at times.
    hypothesis_settings.register_profile("house", deadline=None, derandomize=True, database=None)
    hypothesis_settings.load_profile("house")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the catalogues when a part is newer; a faulty part is told by the tests of the words."""
    import catalogues

    if hasattr(session.config, "workerinput") or not any(map(catalogues.stale, catalogues.LANGUAGES)):
        return
    try:
        catalogues.compile_all()
    except catalogues.CatalogueError as problem:
        print(f"the catalogue was not compiled:\n{problem}")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what this process made outside the tests' own folders."""
    for folder in _SCRATCH:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True, scope="module")
def _clean_desk() -> Iterator[None]:
    """Take the windows that fixtures of a whole file held off the desk before the next file begins."""
    from tests import leaks

    yield
    leaks.clear_desk()


@pytest.fixture(autouse=True)
def _no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a top-level widget or a running timer behind; names what was left."""
    from tests import leaks

    with_qt = bool({"qapp", "qtbot"} & set(request.fixturenames))
    before = leaks.take_stock(with_qt=with_qt)
    yield
    left = leaks.left_over(before, with_qt=with_qt)
    if with_qt:
        leaks.forget_quitting()
    leaks.done()
    if not with_qt:
        leaks.collect()
    if left:
        pytest.fail(f"{request.node.nodeid} left behind: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Each test begins in English, whatever the one before has chosen."""
    from meeting_app import i18n

    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """pytest-qt's bot, which waits longer than its five seconds where a machine is busy."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture
def profile_folder(tmp_path: Path) -> Path:
    """A folder for a profile of this test alone."""
    return tmp_path / "profile"
