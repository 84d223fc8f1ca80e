"""Where the program's own data lies: inside the wheel, or at the top of a source tree."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the folder of the law as data (`templates/`)."""
    return _data_folder("templates")


def locales_folder() -> Path:
    """Return the folder of the catalogues and per-language data (`locales/`)."""
    return _data_folder("locales")


def samples_folder() -> Path:
    """Return the folder of the sample cases (`templates/samples/`)."""
    return templates_folder() / "samples"


def user_folder() -> Path:
    """Return the folder in which this user keeps data of the program."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "mlawriter"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "mlawriter"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "mlawriter"


def user_locales() -> Path:
    """Return the folder of the user's own catalogues."""
    return user_folder() / "locales"


def _data_folder(name: str) -> Path:
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
