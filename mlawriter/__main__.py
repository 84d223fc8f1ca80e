"""The program: the window at once, everything else through the command line."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path


def main(args: Sequence[str] | None = None) -> None:
    """Open the window (on nothing, or on the one case file that is named) or run a command; exit with its status.

    The window is opened without loading the command line, so that it is there sooner.
    """
    words = sys.argv[1:] if args is None else list(args)
    if not words or (len(words) == 1 and words[0].endswith(".mlaw") and Path(words[0]).is_file()):
        from mlawriter.cli.window import NoWindow, open_window

        with suppress(NoWindow):
            sys.exit(open_window(Path(words[0]) if words else None))
    from mlawriter.cli.main import main as command_line

    command_line(words)


if __name__ == "__main__":
    main()
