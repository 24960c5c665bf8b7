"""A real screen of a real server is unplugged and plugged in again: Xorg with its dummy driver."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

NEEDED = "Xorg with the dummy driver and xrandr"
DRIVER = Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
CONFIG = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1920x1080" 148.50 1920 2448 2492 2640 1080 1084 1089 1125
  Modeline "1366x768" 85.50 1366 1436 1579 1792 768 771 774 798
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080" "1366x768"
    Virtual 5120 2160
  EndSubSection
EndSection
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A server with one screen of its own. Only root may start it; where its programs are missing, or it does
    not start, the test fails and says so: a full run that left it out would prove nothing.
    """
    if os.getuid() != 0:
        pytest.skip("Xorg with the dummy driver starts for root only")
    server, xrandr = shutil.which("Xorg"), shutil.which("xrandr")
    if not server or not xrandr or not DRIVER.exists():
        pytest.fail(f"{NEEDED} is not installed", pytrace=False)
    config = tmp_path / "xorg.conf"
    config.write_text(CONFIG, "utf-8")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-config", str(config), "-noreset", "-nolisten", "tcp"]
    with (tmp_path / "xorg.log").open("wb") as log:
        running = subprocess.Popen(
            [*command, "-logfile", str(tmp_path / "server.log")], stdout=log, stderr=log, pass_fds=[writing]
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            if not number:
                log_words = (tmp_path / "xorg.log").read_text("utf-8")[-300:]
                pytest.fail(f"Xorg does not start here: {log_words}", pytrace=False)
            yield f":{number}"
        finally:
            running.terminate()
            running.wait(20)


@pytest.mark.full
def test_a_projector_that_is_unplugged_comes_back_with_its_picture(display: str, tmp_path: Path) -> None:
    """In a process of its own, because this one runs on the offscreen platform."""
    variables = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "MEETING_APP_TEST": str(tmp_path),
    }
    script = Path(__file__).with_name("hot_plug_steps.py")
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**variables, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    steps = "covered hidden back window again black unplugged black_again gone by_name gone_again picture"
    assert done.stdout.split() == steps.split()
