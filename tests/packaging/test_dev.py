"""The commands of a developer as they are typed."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def dev(checkout, tmp_path):
    """Run packaging/dev.py from elsewhere, with a choice of the environment."""

    def run(*arguments: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name not in without}
        command = [sys.executable, str(checkout / "packaging" / "dev.py"), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize("arguments", [[], ["stop"]], ids=["no command", "an unknown command"])
def test_wrong_use_is_told_from_failure(dev, arguments):
    result = dev(*arguments)
    assert result.returncode == 2
    assert "{start,test,lock,clausules,brieven}" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a screen")
def test_start_says_so_when_there_is_no_screen(dev):
    result = dev("start", without=("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    assert result.returncode == 1
    assert "DISPLAY is not set" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_tests_without_qt_can_not_import_it_in_child_processes_either(scripts, tmp_path):
    (tmp_path / "PySide6.py").write_text(scripts("suite")._NO_PYSIDE6)
    child = [sys.executable, "-c", "import PySide6.QtCore"]
    result = subprocess.run(
        child, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "kept out of these tests" in result.stderr
