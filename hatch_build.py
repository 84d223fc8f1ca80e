"""Compile the catalogues when the wheel is built, and carry them inside it."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes a `.mo` beside each `.po` and adds `locales/` to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all catalogues and include them."""
        root = Path(self.root)
        for catalogue in sorted((root / "locales").glob("*/LC_MESSAGES/*.po")):
            compiled = catalogue.with_suffix(".mo")
            with catalogue.open("rb") as source, compiled.open("wb") as target:
                write_mo(target, read_po(source))
        for file in sorted((root / "locales").rglob("*")):
            if file.is_file() and file.suffix in {".mo", ".po", ".pot", ".toml", ".json", ".csv"}:
                inside = file.relative_to(root / "locales").as_posix()
                build_data["force_include"][str(file)] = f"mlawriter/data/locales/{inside}"
