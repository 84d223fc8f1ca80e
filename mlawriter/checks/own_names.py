"""Names that the case itself gives to States and languages that have none."""

from collections.abc import Mapping

from mlawriter.checks.speech import clean
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, FieldName, ListName
from mlawriter.model.values import Language, Text

OWN_NAMES = ListName("own_names")


def own_names(case: Case, language: str) -> Mapping[str, str]:
    """Return the names by code or tag: those in this language, else those in any other."""
    found: dict[str, str] = {}
    for row in case.shared_rows(OWN_NAMES):
        code, name, spoken = (
            case.answers.get(Path(CASE, FieldName(f"own_name.{member}"), row.id))
            for member in ("code", "name", "language")
        )
        if isinstance(code, Text) and isinstance(name, Text):
            is_ours = not isinstance(spoken, Language) or spoken.tag == language
            if is_ours or code.text.strip() not in found:
                found[code.text.strip()] = clean(name.text)
    return found
