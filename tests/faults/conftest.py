"""Files to be harmed, and the words in which it is told."""

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from meeting_app import i18n
from meeting_app.actions import topics
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.store import Store
from meeting_app.wording.refusals import SENTENCES, sentence
from tests.postgres import postgres
from tests.storage.desks import Room

__all__ = ["postgres"]

Told = Callable[[BaseException | None, str], tuple[str, str]]


@pytest.fixture
def told() -> Told:
    """Checks that a fault has its code and a sentence of its own in both languages; answers both."""

    def check(fault: BaseException | None, code: str) -> tuple[str, str]:
        assert isinstance(fault, Refusal), fault
        assert fault.code == code
        assert code in SENTENCES
        spoken = []
        for language in ("en", "zh_CN"):
            i18n.set_language(language)
            spoken.append(sentence(fault))
        i18n.set_language("en")
        english, chinese = spoken
        assert english.isascii() or "“" in english
        assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
        assert "{" not in english + chinese
        return english, chinese

    return check


@pytest.fixture(scope="session")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed community file of some hundred pages with 40 journal rows, made once and copied."""
    path = tmp_path_factory.mktemp("full") / "full.yst"
    room = Room(Store.create_file(path))
    for number in range(40):
        room.do(topics.add_topic, title=f"议题{number}", summary="说明" * 900)
    room.close()
    room.store.close()
    return path


@pytest.fixture
def file(full_file: Path, tmp_path: Path) -> Path:
    """A community file of this test alone."""
    path = tmp_path / "community.yst"
    path.write_bytes(full_file.read_bytes())
    return path


Ordinary = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def as_ordinary_user() -> Ordinary:
    """Permissions mean nothing to root: while it lasts, root is `nobody`, who owns the folder."""

    @contextmanager
    def become(folder: Path) -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        nobody = pwd.getpwnam("nobody")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        for above in list(folder.parents)[:3]:
            if above.stat().st_uid == 0 and "pytest" in str(above):
                above.chmod(0o755)
        os.setegid(nobody.pw_gid)
        os.seteuid(nobody.pw_uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)

    return become
