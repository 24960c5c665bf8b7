"""What must be on the machine before any Python package: the C library, Qt's system libraries, tools.

The lists were found in a bare Debian (only a bare one shows what is really missing). Each library is asked
for as the program itself will ask, by loading it; each is mapped to the Debian package that brings it.
"""

import ctypes
import glob
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

from boot.words import say, stop

# The wheels of PySide6 are built against these versions of glibc.
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}

# Needed to import QtGui and to paint without a display.
PAINTING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
}
# In addition for windows on an X display.
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
# Qt's print plugin; only a desktop prints.
PRINTING = {"libcups.so.2": "libcups2"}

# Programs that the tests use as second opinions and as a second database.
TEST_TOOLS = {
    "git": "git",
    "qpdf": "qpdf",
    "pdftotext": "poppler-utils",
    "initdb": "postgresql",
    "setpriv": "util-linux",
}
FULL_TEST_TOOLS = {
    "Xorg": "xserver-xorg-core",
    "xrandr": "x11-xserver-utils",
    "Xvfb": "xvfb",
    "java": "default-jre-headless",
}
# What has no program of its own is looked for by its file: a driver, and the judge of archived papers with
# what it stands on (Apache PDFBox Preflight).
FULL_TEST_FILES = {
    "/usr/lib/xorg/modules/drivers/dummy_drv.so": "xserver-xorg-video-dummy",
    "/usr/share/java/preflight.jar": "libpdfbox2-java",
    "/usr/share/java/jaxb-api.jar": "libjaxb-api-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
}


def has_display(variables: Mapping[str, str] = os.environ) -> bool:
    """Whether windows can open here: a desktop, or a platform that the caller has chosen for Qt."""
    if not sys.platform.startswith("linux") or variables.get("QT_QPA_PLATFORM"):
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def libraries(variables: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The libraries that this start on Linux needs, with their packages; elsewhere Qt brings its own."""
    wanted = dict(PAINTING)
    if variables.get("DISPLAY"):
        wanted |= X11 | PRINTING
    if variables.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND | PRINTING
    return wanted


def loads(library: str) -> bool:
    """Whether the dynamic linker finds the library and everything that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def find_tool(name: str) -> str | None:
    """A program on the path, or in the folders where Debian keeps PostgreSQL's and X's."""
    if found := shutil.which(name):
        return found
    places = [f"/usr/lib/postgresql/*/bin/{name}", f"/usr/lib/xorg/{name}", f"/usr/sbin/{name}"]
    return next((file for place in places for file in sorted(glob.glob(place), reverse=True)), None)  # noqa: PTH207


def check_c_library() -> None:
    """Stop on a C library that the wheels cannot stand on (older glibc, musl)."""
    if not sys.platform.startswith("linux"):
        return
    oldest = OLDEST_GLIBC.get(platform.machine(), (2, 34))
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (ValueError, OSError):
        name, version = "", ""
    found = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if name == "glibc" and found >= oldest:
        return
    needed = ".".join(map(str, oldest))
    raise stop(
        f"Qt needs glibc {needed} or newer (Debian 12, Ubuntu 22.04); here: {version or 'another library'}.",
        f"Qt 需要 glibc {needed} 或更新的版本（Debian 12、Ubuntu 22.04 等）；这里是 {version or '别的库'}。",
    )


def missing_packages(
    wanted: Mapping[str, str], tools: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None
) -> list[str]:
    """The Debian packages of the libraries, programs and files that are not there, each once, in order."""
    packages = [package for library, package in wanted.items() if not loads(library)]
    packages += [package for tool, package in (tools or {}).items() if find_tool(tool) is None]
    packages += [package for file, package in (files or {}).items() if not os.path.exists(file)]  # noqa: PTH110
    return list(dict.fromkeys(packages))


def venv_package() -> list[str]:
    """Debian cuts `ensurepip` out of Python: the package that brings it back, when it is missing."""
    importlib.invalidate_caches()  # it may have been installed a moment ago
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [f"python3.{sys.version_info.minor}-venv"]


def _become_root() -> list[str] | None:
    """What to put before apt-get: nothing for root, `sudo -n` where it asks for no password, else None."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return [sudo, "-n"] if asked.returncode == 0 else None


def apt_line(packages: Iterable[str]) -> str:
    """The one line to type."""
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def install(packages: list[str]) -> None:
    """Install the packages when we may, else stop with the one exact line."""
    if not packages:
        return
    prefix = _become_root() if shutil.which("apt-get") else None
    if prefix is None:
        raise stop(
            "Some system packages are missing. As an administrator, run:",
            "缺少一些系统软件包。请以管理员身份运行：",
            f"  {apt_line(packages)}",
        )
    say(f"installing system packages: {' '.join(packages)}", "正在安装系统软件包")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Dpkg::Use-Pty=0"]
    for action in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            quiet + action,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
            errors="replace",
        )
        if done.returncode != 0 and action != ["update"]:
            raise stop(
                "The system packages could not be installed. apt-get said:",
                "系统软件包没有装上。apt-get 的提示：",
                done.stdout[-2000:],
                f"  {apt_line(packages)}",
            )
