"""What a command does when its input or output can't be used: no traceback, and an exit code that says so."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

GIVEN = b'[{"soort": "ontvangen", "datum": "2026-04-01"}]'
TERMIJNEN = [sys.executable, "-m", "klachtdesk", "termijnen", "--reglement", "interactie"]
FULL = Path("/dev/full")

needs_full_device = pytest.mark.skipif(
    not FULL.exists(), reason="this system has no device that is always full"
)
needs_shell = pytest.mark.skipif(
    os.name != "posix", reason="only a posix shell starts a program without a stream"
)


def run_in_shell(redirection, *arguments, command=TERMIJNEN):
    """Run the command with its streams as the shell writes them: "<&-" is a closed input."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *command, *arguments],
        input=GIVEN,
        capture_output=True,
        check=False,
    )


def message_of(done):
    message = done.stderr.decode()
    assert "Traceback" not in message
    assert "Exception ignored" not in message
    return message


@needs_shell
@pytest.mark.parametrize("arguments", [["--json"], [], ["--help"]])
def test_a_reader_that_has_enough_ends_it_quietly(arguments):
    """As with `| head`: 141 is what a shell reports for a program that a closed pipe ended."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed_pipe:
        done = subprocess.run(
            [*TERMIJNEN, *arguments], input=GIVEN, stdout=closed_pipe, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, message_of(done)) == (128 + signal.SIGPIPE, "")


@needs_full_device
@pytest.mark.parametrize("arguments", [["--json"], [], ["--help"]])
def test_a_full_device(arguments):
    done = run_in_shell(f">{FULL}", *arguments)
    assert done.returncode == 2
    assert "niet worden geschreven" in message_of(done)


@needs_shell
@pytest.mark.parametrize("arguments", [["--json"], ["--help"]])
def test_no_output_at_all(arguments):
    done = run_in_shell(">&-", *arguments)
    assert done.returncode == 2
    assert "niet worden geschreven" in message_of(done)


@needs_shell
@pytest.mark.parametrize("redirection", ["<&-", "0>/dev/null"])
def test_no_input_that_can_be_read(redirection):
    done = run_in_shell(redirection)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "standaardinvoer" in message_of(done)


@needs_shell
@pytest.mark.parametrize(
    "redirection", ["2>&-", pytest.param(f"2>{FULL}", marks=needs_full_device), "2>&- >&- <&-"]
)
@pytest.mark.parametrize("arguments", [["--reglement"], ["--reglement", "onbekend"]])
def test_without_a_place_for_the_message_the_exit_code_stays(redirection, arguments):
    done = run_in_shell(redirection, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@needs_shell
def test_a_motivering_that_is_no_text():
    """An argument may be any bytes; as text it would not even be possible to write it."""
    choice = [b"--bewaartermijn", b"2 jaar", b"--motivering", b"audit \xff"]
    command = [*TERMIJNEN[:-1], "tien_voor_taal"]
    for more in ([], [b"--json"]):
        done = subprocess.run([*command, *choice, *more], input=b"[]", capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
        assert "motivering" in message_of(done)
