"""Drafts that were never saved, and changes not saved yet, kept in a private folder until they are."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QUuid

if TYPE_CHECKING:
    from mlawriter.storage.casefile import Stored

ENDING = ".mlaw"


class Recovery:
    """One draft's copy in the private folder; readable by the user alone, gone once the case is saved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / f"{QUuid.createUuid().toString(QUuid.StringFormat.Id128)}{ENDING}"
        self._lock = QLockFile(str(self._file.with_suffix(".lock")))

    def keep(self, stored: "Stored", knowledge: str) -> bool:
        """Keep a copy; say whether that was possible."""
        from mlawriter.storage.casefile import CannotWrite, packed, write_atomically

        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.tryLock(0)
            write_atomically(self._file, packed(stored, knowledge))
        except (OSError, CannotWrite):
            return False
        return True

    def drop(self) -> None:
        """Throw the copy away: the case is saved, or the user does not want it."""
        self._file.unlink(missing_ok=True)
        self._lock.unlock()

    def others(self) -> tuple[Path, ...]:
        """Return the copies that an earlier start left behind, newest first."""
        if not self._folder.is_dir():
            return ()
        found = [file for file in self._folder.glob(f"*{ENDING}") if file != self._file and _is_left(file)]
        return tuple(sorted(found, key=lambda file: file.stat().st_mtime, reverse=True))

    def put_aside(self, file: Path) -> None:
        """Keep a copy that cannot be read, out of the way; never delete it."""
        file.rename(file.with_suffix(".unreadable"))


def _is_left(file: Path) -> bool:
    lock = QLockFile(str(file.with_suffix(".lock")))
    free = lock.tryLock(0)
    lock.unlock()
    return free
