"""Where the program's own data lies: inside the wheel, or at the top of a source tree."""

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


def _data_folder(name: str) -> Path:
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
