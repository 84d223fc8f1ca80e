"""The case as the window reads it: questions, names of rows, answers in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Choice, Language, Text
from mlawriter.ui.editors.base import Choosable
from mlawriter.ui.question import Question
from mlawriter.ui.readback import row_name, words

OWN_NAMES = ListName("own_names")


@dataclass(frozen=True)
class Reading:
    """One state of the case, read for one request in the language of the window."""

    case: Case
    request: RequestId
    index: Index
    say: Translator

    @property
    def scope(self) -> Scope:
        """The scope of the request's own answers."""
        return Scope(self.request)

    def key(self, name: ListName) -> tuple[Scope, ListName]:
        """Return where a list is held."""
        return self.index.scope_of(name, self.request), name

    def rows(self, name: ListName) -> tuple[Row, ...]:
        """Return the rows of a list, in order."""
        return self.case.list_rows(*self.key(name))

    def name(self, name: ListName, row: Row) -> str:
        """Return what a row is called."""
        return row_name(self.case, self.index, self.say, self.key(name), row)

    def name_of(self, row_id: RowId) -> str:
        """Return what a row of any list is called; nothing if there is no such row."""
        for (scope, name), rows in self.case.rows.items():
            for row in rows:
                if row.id == row_id and scope in (CASE, self.scope):
                    return self.name(name, row)
        return ""

    def choosable(self, records: Sequence[str]) -> tuple[Choosable, ...]:
        """Return the rows that a reference to these records may point to."""
        return tuple(
            Choosable(row.id, self.name(name, row), record)
            for record in records
            for name in (self.index.list_of(record),)
            for row in self.rows(name)
        )

    def questions_of_section(self, section: str) -> tuple[Question, ...]:
        """Return the questions of a section."""
        found = self.index.section_fields(section, self.request)
        return tuple(Question(path, field, path.field) for path, field in found if not field.hidden)

    def questions_of_row(self, name: ListName, row: Row) -> tuple[Question, ...]:
        """Return the questions about a row."""
        scope = self.key(name)[0]
        return tuple(
            Question(Path(scope, field, row.id), entry, self.index.context(field, row.of if name == ITEMS else ""))
            for field, entry in self.index.row_fields(name, row)
            if not entry.hidden
        )

    def question(self, path: Path) -> Question:
        """Return the question at a path.

        Raises:
            KeyError: if the path names no field (a list, a computed member).
        """
        module = self.module_of(path)
        return Question(path, self.index.field(path.field, module), self.index.context(path.field, module))

    def module_of(self, path: Path) -> str:
        """Return the module of the item a path belongs to; empty for any other path."""
        if path.field.partition(".")[0] != ITEM:
            return ""
        return next((row.of for row in self.rows(ITEMS) if row.id == path.row), "")

    def words(self, path: Path) -> str:
        """Return the answer at a path in words; nothing for an open question."""
        value = self.case.answers.get(path)
        if value is None:
            return ""
        return words(value, self.question(path), self.index, self.say, self.name_of)

    def label(self, path: Path) -> str:
        """Return the label of the question at a path, after the name of its row; the path itself if it has none."""
        try:
            label = self.say(self.question(path).label)
        except KeyError:
            return path.field
        name = self.name_of(path.row) if path.row else ""
        return f"{name}: {label}" if name else label


def own_names(case: Case, language: str) -> Mapping[str, str]:
    """Return the names that the case itself gives to States and languages, best in this language."""
    found: dict[str, str] = {}
    for row in case.shared_rows(OWN_NAMES):
        code, name = (_answer(case, row, member) for member in ("code", "name"))
        spoken = _answer(case, row, "language")
        if isinstance(code, Text) and isinstance(name, Text):
            better = not isinstance(spoken, Language) or spoken.tag == language
            if better or code.text not in found:
                found[code.text.strip()] = name.text
    return found


def own_codes(case: Case, what: str) -> tuple[str, ...]:
    """Return the codes the case names itself: of a `state` or of a `language`."""
    codes = (
        (_answer(case, row, "what"), _answer(case, row, "code")) for row in case.shared_rows(OWN_NAMES)
    )
    return tuple(
        dict.fromkeys(code.text for kind, code in codes if kind == Choice(what) and isinstance(code, Text))
    )


def _answer(case: Case, row: Row, member: str) -> object:
    return case.answers.get(Path(CASE, FieldName(f"own_name.{member}"), row.id))
