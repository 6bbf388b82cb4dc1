"""The start of the program: the window without arguments or with `--kluis`, a command with others."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klachtdesk.views.demo import DemoView


def main() -> int:
    """Run what was asked for and return the exit code; only what is needed for it gets imported."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] != "--kluis":
        from klachtdesk.cli import main as run_command  # the window needs no argparse

        return run_command(arguments, show_demo=_show_demo)
    from klachtdesk.app import main as open_window  # the commands must run without Qt

    return open_window(arguments)


def _show_demo(demo: "DemoView") -> int:
    from klachtdesk.app import show_demo  # as above

    return show_demo(demo)


if __name__ == "__main__":
    sys.exit(main())
