"""The import of a messy list as scenes: the preview, its questions, what is under way."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions.roster.watch import Watch
from meeting_app.i18n import _
from meeting_app.ui.console.office.roster_import import ImportPage
from meeting_app.ui.console.office.shell import OfficeShell

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.qt.office import Office

LIST = """晨光小区业主信息登记表
房号,业主姓名,面积,身份,手机
3-1-101,许子轩，黎晓东,103.19,业主,10155530001
三号楼一单元102,单 平,89.5㎡,业主,10155530002
3栋2单元501室,叶䶮,"1,083.26",业主,10155530003
3-2-502,崔敏,81.48,业主,10155530004
3-2-502,崔敏,81.48,业主,10155530004
3-2-503,,127.26,业主,10155530005
3-2-504,段伟,待测,业主,10155530006
3-2-505,孙七（已故）,80,业主,
3-2-506,未售,96.40,,
12-1-101,康建国,,租户,10155530007
合计,9户,,,
"""


def import_scenes(office: "Office") -> "Iterator[Scene]":
    """A list with what lists have, as it is shown before anything is written."""
    from meeting_app.ui.console.office.scenes import Scene

    def build() -> QWidget:
        shell = OfficeShell(office)
        with TemporaryDirectory() as folder:
            file = Path(folder) / "登记表.csv"
            file.write_text(LIST, "gb18030")
            shell.show_page("import")
            page = shell.page
            assert isinstance(page, ImportPage)
            page.read_now(file)
        return shell

    def question() -> QWidget:
        shell = build()
        assert isinstance(shell, OfficeShell)
        page = shell.page
        assert isinstance(page, ImportPage)
        page.filters.buttons["question"].click()
        return shell

    def under_way() -> QWidget:
        shell = OfficeShell(office)
        shell.show_page("import")
        page = shell.page
        assert isinstance(page, ImportPage)
        watch = Watch()
        watch.begin(4_200)
        watch.step(1_472)
        page.show_under_way(_("The roster is being written …"), watch)
        return shell

    yield Scene("import_preview", build)
    yield Scene("import_question", question)
    yield Scene("import_under_way", under_way)
