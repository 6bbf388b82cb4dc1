"""What every test has: no deadline on Hypothesis, no network, and folders of its own for the program."""

import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

pytest_plugins = ("office",)

# A test never judges by time. CI tries the same examples each time, so that only a change can make it fail.
hypothesis.settings.register_profile("klachtdesk", deadline=None)
hypothesis.settings.register_profile("klachtdesk-ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("klachtdesk-ci" if os.environ.get("CI") else "klachtdesk")


def _refuse_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        host = arguments[1][0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in ("localhost", "127.0.0.1", "::1"):
        raise AssertionError(f"klachtdesk never goes onto the network, and this asks for {host}")


# An audit hook, because it sees every way out of Python and no library can undo it.
sys.addaudithook(_refuse_the_network)


@pytest.fixture(autouse=True, scope="session")
def _folders_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the program away from the settings and data of the person who runs the tests."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(folder / name.lower()))
        yield
