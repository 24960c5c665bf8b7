"""The user's words: English in the code, the other languages from gettext catalogues.

English is the message itself. The Chinese catalogue is compiled from several `.po` files by
`packaging/catalogues.py`; the language may change while the program runs, so texts are asked for when they
are shown and never kept in constants (`N_` marks a constant for the catalogue without translating it).
"""

import gettext as _gettext
import locale
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final

from meeting_app import resources

DOMAIN: Final = "meeting_app"
LANGUAGES: Final = ("zh_CN", "en")
# Each language is called by its own name, so that who does not read the other one finds the way back.
OWN_NAMES: Final = {"zh_CN": "\u4e2d\u6587", "en": "English"}
# Papers are always in Chinese whatever the window speaks: `using("zh_CN")` overrides within one context.
_override: ContextVar[str | None] = ContextVar("meeting_app_language", default=None)
_chosen: str = "en"


class CatalogueMissingError(resources.ResourceMissingError):
    """The compiled catalogue is not there; a clone has to make it once."""


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == "en":
        return _gettext.NullTranslations()
    try:
        compiled = resources.path("locale", code, "LC_MESSAGES", f"{DOMAIN}.mo")
    except resources.ResourceMissingError as problem:
        raise CatalogueMissingError(
            f"the catalogue {code} is not compiled: run `python3 packaging/bootstrap.py run` or "
            "`python packaging/catalogues.py`"
        ) from problem
    with compiled.open("rb") as file:
        return _gettext.GNUTranslations(file)


def _check(code: str) -> str:
    if code not in LANGUAGES:
        raise ValueError(f"unknown language {code!r}: one of {', '.join(LANGUAGES)}")
    return code


def set_language(code: str) -> None:
    """Choose the language of the whole process; raises ValueError or CatalogueMissingError."""
    global _chosen  # noqa: PLW0603 - one language per process is the point
    _catalogue(_check(code))
    _chosen = code


def language() -> str:
    """The language in force here: "zh_CN" or "en"."""
    return _override.get() or _chosen


@contextmanager
def using(code: str) -> Iterator[None]:
    """Speak another language inside the block, in this thread and context only."""
    _catalogue(_check(code))
    token = _override.set(code)
    try:
        yield
    finally:
        _override.reset(token)


def system_language() -> str:
    """Chinese when the system is Chinese, else English."""
    return "zh_CN" if any(_is_chinese(name) for name in _system_names()) else "en"


def _is_chinese(name: str) -> bool:
    return name.replace("-", "_").split("_")[0].split(".")[0].lower() in ("zh", "chinese")


def _system_names() -> Iterator[str]:
    """The name that the system gives for its language: POSIX variables first, then the platform's own."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            plain = value.split(".")[0] in ("C", "POSIX")
            yield value if plain else (os.environ.get("LANGUAGE") or value).split(":")[0]
            return
    name = _windows_ui_language() or locale.getlocale()[0]
    if name:
        yield name


def _windows_ui_language() -> str | None:
    """The language of the Windows desktop, e.g. "zh_CN"; None elsewhere."""
    if os.name != "nt":
        return None
    import ctypes

    kernel: Callable[[], int] = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage  # noqa: B009
    return locale.windows_locale.get(kernel())


def _(message: str) -> str:
    """The message in the language in force."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for a count: `one` for 1 in English, one form in Chinese."""
    return _catalogue(language()).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message where one English word needs two Chinese ones: the context tells which."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a constant for the catalogue; it is translated where it is shown."""
    return message
