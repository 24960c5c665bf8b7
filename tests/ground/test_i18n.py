"""The words' engine: languages, overriding, and what the system speaks."""

import threading

import pytest

from meeting_app import i18n, resources
from meeting_app.i18n import _, ngettext, pgettext


def test_english_is_the_message_itself() -> None:
    assert i18n.language() == "en"
    assert _("Colours of the windows") == "Colours of the windows"
    assert ngettext("{n} seat", "{n} seats", 1) == "{n} seat"
    assert ngettext("{n} seat", "{n} seats", 2) == "{n} seats"
    assert pgettext("verb", "Open") == "Open"


def test_the_language_changes_while_running() -> None:
    i18n.set_language("zh_CN")
    assert _("Colours of the windows") == "窗口的配色"
    i18n.set_language("en")
    assert _("Colours of the windows") == "Colours of the windows"


def test_a_paper_speaks_chinese_in_its_own_thread_only() -> None:
    heard: list[str] = []
    with i18n.using("zh_CN"):
        assert _("Colours of the windows") == "窗口的配色"
        other = threading.Thread(target=lambda: heard.append(_("Colours of the windows")))
        other.start()
        other.join()
    assert heard == ["Colours of the windows"]
    assert i18n.language() == "en"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language 'tlh'"):
        i18n.set_language("tlh")


def test_a_catalogue_that_is_not_compiled_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*parts: str) -> None:
        raise resources.ResourceMissingError("/".join(parts))

    i18n._catalogue.cache_clear()
    monkeypatch.setattr(resources, "path", missing)
    with pytest.raises(i18n.CatalogueMissingError, match=r"bootstrap\.py run"):
        i18n.set_language("zh_CN")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN"),
    ],
)
def test_the_system_s_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert i18n.system_language() == language
