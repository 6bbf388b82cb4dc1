"""The two commands of a developer, which set up whatever they need first.

    python3 packaging/dev.py start [arguments of klachtdesk]    open the program
    python3 packaging/dev.py test [arguments of pytest]         prove that all is well (or only these tests)

and `lock [--upgrade]`, which works out requirements.lock again after pyproject.toml got other dependencies, and
`clausules`, which writes the page about the clauses and their tests again (resources/clausules/CLAUSULES.md), and
`brieven`, which shows every letter of the stories on one sheet again (packaging/screenshots/brieven.png).
Uses the standard library only, so that a bare python3 (Windows: py) can run it.
"""

import os
import shutil
import subprocess
import sys

OLDEST_PYTHON = (3, 11)


def _hand_over_to_newer_python() -> None:
    """Start again with a Python that is new enough, where the machine has one beside its `python3`."""
    for name in ("python3.13", "python3.12", "python3.11", "/usr/bin/python3"):
        path = shutil.which(name)
        test = "import sys; sys.exit(sys.version_info < %r)" % (OLDEST_PYTHON,)  # noqa: UP031 (an old Python reads this)
        if path and subprocess.call([path, "-c", test], stderr=subprocess.DEVNULL) == 0:
            os.execv(path, [path, *sys.argv])  # noqa: S606 (no shell is meant)
    sys.exit("klachtdesk needs Python 3.11 or newer, and this is %s." % sys.version.split()[0])  # noqa: UP031


if sys.version_info < OLDEST_PYTHON:
    _hand_over_to_newer_python()

import argparse  # noqa: E402 (what follows needs the newer Python)

import clausules  # noqa: E402
import environment  # noqa: E402
import lock  # noqa: E402
import suite  # noqa: E402


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Start or test klachtdesk from its source.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("start", help="open the program; further arguments go to it", add_help=False)
    commands.add_parser("test", help="run all checks and tests; arguments go to pytest", add_help=False)
    commands.add_parser("lock", help="write requirements.lock again; arguments go to uv", add_help=False)
    commands.add_parser("clausules", help="write the page about the clauses and their tests again")
    commands.add_parser("brieven", help="show every letter of the stories on one sheet again")
    return parser


def _start(arguments: list[str]) -> int:
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not screen:
        raise environment.SetupError("There is no screen for a window: DISPLAY is not set (try xvfb-run).")
    environment.prepare(environment.WINDOW)
    return environment.run_python("-m", "klachtdesk", *arguments)


def _test(arguments: list[str]) -> int:
    environment.prepare(environment.TESTS)
    return suite.run_tests(arguments) if arguments else suite.run_all()


def _lock(arguments: list[str]) -> int:
    environment.prepare(())
    return lock.compile_lock(arguments)


def _clausules(_arguments: list[str]) -> int:
    clausules.write_page()
    return 0


def _brieven(_arguments: list[str]) -> int:
    environment.prepare(environment.TESTS)
    return environment.run_python("packaging/brieven_blad.py")


def main() -> int:
    """Run the command that was asked for; returns its exit code, and 1 when the set-up did not work."""
    chosen, arguments = _parser().parse_known_args()
    commands = {
        "start": _start,
        "test": _test,
        "lock": _lock,
        "clausules": _clausules,
        "brieven": _brieven,
    }
    try:
        return commands[chosen.command](arguments)
    except environment.SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
