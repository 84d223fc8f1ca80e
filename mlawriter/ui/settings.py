"""What the window remembers between two starts, in one small file that only the user can read."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths

from mlawriter.resources import user_folder

LONGEST_LIST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one user. `recent` holds file names unless `remember` is off; no `language` is the system's.

    `windows` keeps the shape of the window, apart for each reading direction.
    """

    language: str = ""
    remember: bool = True
    recent: tuple[str, ...] = ()
    windows: tuple[tuple[str, str], ...] = ()

    def with_recent(self, file: Path) -> "Settings":
        """Return these settings with a file at the top of the list, if names may be remembered."""
        if not self.remember:
            return self
        others = tuple(name for name in self.recent if name != str(file))
        return replace(self, recent=(str(file), *others)[:LONGEST_LIST])

    def without_recent(self, name: str) -> "Settings":
        """Return these settings without one file of the list."""
        return replace(self, recent=tuple(entry for entry in self.recent if entry != name))

    def remembering(self, remember: bool) -> "Settings":
        """Return these settings with remembering switched; switching off forgets all names."""
        return replace(self, remember=remember, recent=self.recent if remember else ())

    def speaking(self, tag: str) -> "Settings":
        """Return these settings with a language for the window."""
        return replace(self, language=tag)

    def with_window(self, direction: str, shape: str) -> "Settings":
        """Return these settings with the shape of the window for a reading direction."""
        return replace(self, windows=tuple({**dict(self.windows), direction: shape}.items()))


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program keeps its own files: settings, and drafts that were never saved."""

    config: Path
    data: Path

    @property
    def recovery(self) -> Path:
        """The private folder of drafts that were never saved."""
        return self.data / "recovery"

    @property
    def locales(self) -> Path:
        """The folder of the user's own catalogues."""
        return self.data / "locales"

    def read_settings(self) -> Settings:
        """Return the settings; the usual ones if there are none or the file cannot be understood."""
        if not self._file.exists():
            return Settings()
        import json

        try:
            entries: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
            return Settings(
                language=str(entries.get("language", "")),
                remember=bool(entries.get("remember", True)),
                recent=tuple(str(name) for name in entries.get("recent", ())),
                windows=tuple((str(key), str(shape)) for key, shape in entries.get("windows", ())),
            )
        except (OSError, ValueError, TypeError, AttributeError):
            return Settings()

    def write_settings(self, settings: Settings) -> bool:
        """Keep the settings; say whether that was possible."""
        import json

        try:
            self.config.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file.touch(mode=0o600)
            self._file.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        except OSError:
            return False
        return True

    @property
    def _file(self) -> Path:
        return self.config / "window.json"


def usual_folders() -> Folders:
    """Return the folders that this operating system wants for settings and data."""
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Folders(Path(config) / "mlawriter", user_folder())
