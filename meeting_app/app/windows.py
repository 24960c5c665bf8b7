"""Starting the windows: application, language, theme, the first frame; what is heavy comes after the first
paint.
"""

import os
import sys

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from meeting_app import i18n, settings
from meeting_app.app import memory
from meeting_app.app.profile import Installation
from meeting_app.cli.arguments import Chosen
from meeting_app.i18n import _
from meeting_app.settings import SCALE_PERCENT
from meeting_app.ui.console.window import ConsoleWindow
from meeting_app.ui.qt import build, crash, icons, theme

QT_TEXTS = "qt-texts"
# A key gives the interpreter up some fifty times until it is answered. While a paper is made or votes are
# counted on a worker it waited 5 ms each time: 85 ms instead of 46 (measured).
SWITCH_S = 0.0005


def new_application() -> QApplication:
    """The one QApplication."""
    sys.setswitchinterval(SWITCH_S)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("meeting-app")
    app.setQuitOnLastWindowClosed(False)
    memory.collect_here(app)
    return app


def has_display() -> bool:
    """Whether windows can be shown: Qt would end the program without a word of ours."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def speak(app: QApplication, chosen: str) -> None:
    """Set the language of the program and of Qt's own buttons; "auto" is the system's."""
    code = i18n.system_language() if chosen == "auto" else chosen
    i18n.set_language(code)
    before = app.findChild(QTranslator, QT_TEXTS)
    if before is not None:
        app.removeTranslator(before)
        before.deleteLater()
    if code == "zh_CN":
        texts = QTranslator(app)
        texts.setObjectName(QT_TEXTS)
        if texts.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(texts)


def dress(app: QApplication, kept: settings.Settings) -> None:
    """Put the chosen theme and text size in force."""
    theme.apply(app, kept.get(settings.THEME), SCALE_PERCENT[kept.get(settings.TEXT_SCALE)])


def run(chosen: Chosen) -> int:
    """Show the windows until they are closed. Answers the exit code."""
    if not has_display():
        i18n.set_language(chosen.language or i18n.system_language())
        sys.stderr.write(_("There is no display here. `meeting-app demo --out DIR` needs none.") + "\n")
        return 1
    build.refuse_bad_build()
    app = new_application()
    installation = Installation(chosen.profile)
    speak(app, chosen.language or installation.settings.get(settings.LANGUAGE))
    dress(app, installation.settings)
    window = ConsoleWindow(installation.settings, icons.application_icon())
    window.setWindowTitle(_("Meeting Hall"))
    window.show()
    QTimer.singleShot(0, lambda: _begin(app, installation, window, chosen))
    return app.exec()


def _begin(app: QApplication, installation: Installation, window: ConsoleWindow, chosen: Chosen) -> None:
    """Load what the first frame did not need, and open what was asked for."""
    from meeting_app.app.program import Program

    program = Program(app, installation, window)
    crash.install(installation.folder, program.make_safe, program.refuse)
    program.begin(chosen)
    QTimer.singleShot(0, memory.settle)
