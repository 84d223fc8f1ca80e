"""The file behind the window: which one it is, and the lock that keeps a second window from it."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLockFile


@dataclass
class CaseFile:
    """Which file the case is kept in; mutable, as it follows what the user does with it."""

    path: Path | None = None
    fingerprint: str = ""
    _lock: QLockFile | None = field(default=None, repr=False)

    def take(self, path: Path) -> str:
        """Lock a file for this window; return who holds it, or nothing if it is ours now."""
        if path == self.path and self._lock is not None:
            return ""
        lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return _holder(lock) or "?"
        self.release()
        self._lock = lock
        return ""

    def settle(self, path: Path, fingerprint: str) -> None:
        """Note that the window and the file hold the same now."""
        self.path, self.fingerprint = path, fingerprint

    def changed_outside(self) -> bool:
        """Say whether somebody else has changed the file since it was read or written here."""
        if self.path is None or not self.fingerprint:
            return False
        from mlawriter.storage.casefile import fingerprint

        try:
            return fingerprint(self.path.read_bytes()) != self.fingerprint
        except OSError:
            return False

    def release(self) -> None:
        """Give up the lock."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def forget(self) -> None:
        """Let go of the file: the case has none."""
        self.release()
        self.path, self.fingerprint = None, ""


def _holder(lock: QLockFile) -> str:
    found = lock.getLockInfo()
    return " @ ".join(str(part) for part in reversed(found[1:])) if isinstance(found, tuple) else ""
