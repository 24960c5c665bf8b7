"""Colours that can be read, faces that resolve, icons that exist, controls large enough and named."""

import ast
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from meeting_app import resources
from meeting_app.ui.qt import fonts, icons, theme, tokens
from meeting_app.ui.widgets import Button
from tests.house import sources
from tests.ui_ground.gallery import gallery

GROUNDS = ("paper", "surface", "sunken")
WORDS = ("ink", "muted", "accent", "action_text", "warn_text", "danger", "for_", "against", "abstain")
TINTS = ("action_tint", "warn_tint", "danger_tint", "for_tint", "against_tint", "abstain_tint", "accent_tint")
TEXT_PAIRS = [
    *((word, ground) for word in WORDS for ground in GROUNDS),
    *((word, tint) for word in ("ink", "muted") for tint in TINTS),
    ("action_text", "action_tint"), ("warn_text", "warn_tint"), ("danger", "danger_tint"),
    ("for_", "for_tint"), ("against", "against_tint"), ("abstain", "abstain_tint"), ("accent", "accent_tint"),
    ("on_action", "action"), ("on_action", "action_hover"), ("on_action", "action_press"),
    ("on_fill", "for_"), ("on_fill", "against"), ("on_fill", "abstain"), ("on_strip", "strip"),
    ("on_strip_link", "strip"), ("on_seal", "seal"), ("sl_ink", "sl_ground"), ("sl_muted", "sl_ground"),
    ("ink", "heat_1"), ("ink", "heat_2"), ("ink", "heat_3"),
]  # fmt: skip
MARK_PAIRS = [
    ("line_strong", "surface"), ("line_strong", "paper"), ("warn_fill", "surface"),
    ("warn_fill", "warn_tint"), ("action", "surface"), ("action", "sunken"), ("sl_bar", "sl_track"),
]  # fmt: skip


def _light(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    colours = asdict(tokens.palette(name))
    weak = [
        f"{word} on {ground} {ratio:.2f}"
        for pairs, least in ((TEXT_PAIRS, 4.5), (MARK_PAIRS, 3.0))
        for word, ground in pairs
        if (ratio := _contrast(colours[word], colours[ground])) < least
    ]
    assert weak == []


def test_the_faces_are_our_own() -> None:
    assert set(fonts.load()) == set(fonts.SCREEN_FAMILIES)
    for role in ("caption", "body", "strong", "h2"):
        assert QFontInfo(theme.current().font(role)).family() == fonts.SANS
    assert QFontInfo(theme.current().font("h1")).family() == fonts.SERIF
    assert QFontInfo(theme.current().clock_font(48)).family() == fonts.DIGITS


def test_a_face_that_is_missing_is_an_error() -> None:
    with pytest.raises(fonts.FaceMissingError):
        fonts._assert_resolves("No Such Face", "")


def _icon_names() -> set[str]:
    """Names in the product's code that are names of icons: literals that stand where an icon is asked for."""
    vendored = {file.stem for file in resources.path("icons").glob("*.svg")}
    used: set[str] = set()
    for source in sources.python("meeting_app"):
        if not source.within("meeting_app/ui"):
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in vendored:
                used.add(node.value)
    return used


def _asked_icons() -> dict[str, str]:
    """Every `icon="..."` of the product with its place."""
    return {
        keyword.value.value: source.line(node)
        for source in sources.python("meeting_app")
        if source.within("meeting_app/ui")
        for node, _owner, _name in sources.calls(source)
        for keyword in node.keywords
        if keyword.arg in ("icon", "chip_icon")
        and isinstance(keyword.value, ast.Constant)
        and isinstance(keyword.value.value, str)
        and keyword.value.value
    }


def test_every_icon_that_is_asked_for_is_vendored() -> None:
    vendored = {file.stem for file in resources.path("icons").glob("*.svg")}
    assert {name: place for name, place in _asked_icons().items() if name not in vendored} == {}


def test_only_icons_that_are_used_are_vendored() -> None:
    vendored = {file.stem for file in resources.path("icons").glob("*.svg")}
    assert sorted(vendored - _icon_names()) == []
    assert resources.path("icons", "LICENSE-Lucide.txt").is_file()


def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication) -> None:
    painted = icons.pixmap("check", 24, theme.current().colours.action, 2.0).toImage()
    colours = {
        painted.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if painted.pixelColor(x, y).alpha() == 255
    }
    assert colours == {theme.current().colours.action.lower()}


def _targets(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    found = [widget for kind in kinds for widget in window.findChildren(kind)]
    return [
        one
        for one in found
        if one.isVisible() and not isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


@pytest.mark.parametrize(
    ("name", "percent"), [("light", 100), ("dark", 100), ("contrast", 100), ("light", 125), ("dark", 150)]
)
def test_the_gallery(
    name: str, percent: int, qapp: QApplication, shown: Callable[[QWidget], QWidget], pictures: Path | None
) -> None:
    theme.apply(qapp, name, percent)
    window = shown(gallery())
    window.resize(theme.current().px(560), window.sizeHint().height())
    for target in _targets(window):
        assert target.height() >= theme.current().size("control") - 2, target
        assert target.accessibleName(), target
    picture = window.grab()
    assert not picture.isNull()
    if pictures is not None:
        picture.save(str(pictures / f"controls-{name}-{percent}.png"))


@pytest.fixture
def pictures() -> Path | None:
    """Where people look at the pictures; None when nobody asked."""
    place = os.environ.get("MEETING_APP_PICTURES")
    if not place:
        return None
    folder = Path(place) / "controls"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_the_focus_ring_follows_the_keyboard(qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    window = shown(gallery())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = next(one for one in window.findChildren(QAbstractButton) if one.isEnabled())
    button.setFocus()
    ring = window.findChild(QWidget, "focus_ring")
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    window.findChildren(QLineEdit)[0].setFocus()
    assert not ring.isVisible()


def test_no_ring_is_left_behind_when_a_control_dies_after_it_lost_the_focus(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    window = shown(gallery())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first, second = [one for one in window.findChildren(QAbstractButton) if one.isEnabled()][:2]
    first.setFocus()
    second.setFocus()
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    window.findChildren(QLineEdit)[0].setFocus()
    assert not [ring for ring in window.findChildren(QWidget, "focus_ring") if ring.isVisible()]


def test_a_label_keeps_its_face_when_it_changes_its_tone(shown: Callable[[QWidget], QWidget]) -> None:
    from meeting_app.ui.widgets import Label

    label = Label("晨光社区", "h1")
    shown(label)
    label.set_tone("danger")
    assert QFontInfo(label.font()).family() == fonts.SERIF
    assert label.font().pixelSize() == tokens.type_size("h1")


def test_a_window_that_is_torn_down_with_the_focus_in_it_is_no_fault(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    window, inside = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(inside)
    button = Button("Go")
    QVBoxLayout(inside).addWidget(button)
    shown(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    with capture_exceptions() as caught:
        shiboken6.delete(inside)
    assert caught == []
