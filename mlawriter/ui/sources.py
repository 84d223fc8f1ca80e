"""Letting go of source code that nobody reads.

PySide looks through the source of every module that is imported after it (for its `__feature__` switch) and
leaves all of it in `linecache`, some megabytes.
"""

import linecache


def let_go() -> None:
    """Forget the sources read so far."""
    linecache.clearcache()
