"""The reference of all questions, records, types of assistance and instruments, as one Markdown page for `docs/`."""

from collections.abc import Iterable, Iterator, Sequence

from mlawriter.app.applied import value_words
from mlawriter.app.wording import source
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite, parse_cite
from mlawriter.knowledge.index import ITEM, Index

_HEAD = """# Reference of the law

Made from `templates/` by `mlawriter knowledge reference -o docs/reference.md`; do not edit it by hand.
*needed*: a final letter waits for it; *needed if*: while the condition holds; *advised*: its absence is pointed out.
A source marked *(not verified)* has not been compared with the text of the treaty.
"""
_FIELD_HEADS = ("name", "question", "kind", "asked", "sources")


def reference(index: Index, speak: Translator) -> str:
    """Return the whole reference as Markdown, in the language of `speak`."""
    writer = _Writer(index, speak)
    return "\n".join((_HEAD, *writer.lines())) + "\n"


class _Writer:
    """Writes the parts of the reference one after the other."""

    def __init__(self, index: Index, speak: Translator) -> None:
        self._index, self._speak = index, speak
        self._known = index.knowledge

    def lines(self) -> Iterator[str]:
        yield from self._kinds()
        yield from self._sections()
        yield from self._records()
        yield from self._modules()
        yield from self._instruments()
        yield from self._rules()
        yield from self._guarantees()
        yield from self._checks()
        yield from self._deadlines()
        yield from self._grounds()

    def _kinds(self) -> Iterator[str]:
        yield "## Kinds of request\n"
        for kind in self._known.requests.values():
            title = self._speak(texts.title("request", kind.id, kind.title))
            pages = ", ".join(self._speak(texts.title("page", page.id, page.title)) for page in kind.pages)
            made = ", ".join(f"`{document.id}`" for document in kind.documents)
            yield f"- **{title}** (`{kind.id}`): {pages}. Documents: {made}."
        yield ""

    def _sections(self) -> Iterator[str]:
        yield "## Questions of the case and of the request\n"
        for section in self._known.sections.values():
            yield f"### {self._speak(texts.title('section', section.id, section.title))} (`{section.id}`)\n"
            yield from self._fields((f"{section.scope}.{entry.id}", entry) for entry in section.fields)

    def _records(self) -> Iterator[str]:
        yield "## Lists\n"
        for record in self._known.records.values():
            yield f"### {self._speak(texts.title_plural(record))} (`{record.plural}`)\n"
            yield from self._fields(self._index.record_fields(record.id))

    def _modules(self) -> Iterator[str]:
        yield "## Types of assistance\n"
        for fieldset in self._known.fieldsets.values():
            users = ", ".join(f"`{each.id}`" for each in self._known.modules.values() if fieldset.id in each.uses)
            yield f"### Shared questions `{fieldset.id}`\n\nUsed by {users}.\n"
            yield from self._fields((f"{ITEM}.{entry.id}", entry) for entry in fieldset.fields)
        for module in self._known.modules.values():
            yield f"### {self._speak(texts.title('module', module.id, module.title))} (`{module.id}`)\n"
            yield f"Sources: {self._sources(module.cites)}.\n"
            yield from self._fields((f"{ITEM}.{entry.id}", entry) for entry in module.fields)

    def _instruments(self) -> Iterator[str]:
        yield "## Instruments\n"
        rows = (
            (f"`{each.id}`", self._speak(texts.instrument_title(each)), each.status, each.consulted.isoformat())
            for each in self._known.instruments.values()
        )
        yield from _table(("id", "title", "status", "consulted"), rows)

    def _rules(self) -> Iterator[str]:
        yield "## Minimum penalties, time limits and the like\n"
        rows = (
            (f"`{each.id}`", self._speak(texts.rule_label(each)), *self._said(each))
            for each in self._known.rules.values()
        )
        yield from _table(("id", "what it is", "set by", "otherwise"), rows)

    def _said(self, rule: d.Rule) -> tuple[str, str]:
        setting = ((each, each.rules[rule.id]) for each in self._known.instruments.values() if rule.id in each.rules)
        words = (
            f"{source(Cite(each.id, entry.article, entry.verified), self._known, self._speak)}: "
            f"{value_words(rule, entry.value, self._speak)}"
            for each, entry in setting
        )
        if rule.default is None:
            return "; ".join(words), ""
        default = value_words(rule, rule.default, self._speak)
        return "; ".join(words), f"{default} ({self._speak(texts.rule_source(rule))})"

    def _guarantees(self) -> Iterator[str]:
        yield "## Undertakings\n"
        rows = (
            (f"`{each.id}`", each.code, self._speak(texts.guarantee_title(each)), self._sources(each.cites))
            for each in self._known.guarantees.values()
        )
        yield from _table(("id", "code", "title", "sources"), rows)

    def _checks(self) -> Iterator[str]:
        yield "## Checks\n"
        rows = (
            (f"`{each.id}`", each.code, each.severity.value, self._message(each), self._sources(each.cites))
            for each in self._known.checks.values()
        )
        yield from _table(("id", "code", "weight", "says", "sources"), rows)

    def _deadlines(self) -> Iterator[str]:
        yield "## Deadlines\n"
        rows = (
            (
                f"`{each.id}`",
                self._speak.pattern(texts.deadline_title(each)),
                _counted(each),
                each.weight.value,
                self._sources(each.cites),
            )
            for each in self._known.deadlines.values()
        )
        yield from _table(("id", "what", "counted", "weight", "sources"), rows)

    def _grounds(self) -> Iterator[str]:
        yield "## Grounds for refusal\n"
        rows = (
            (
                f"`{each.id}`",
                each.code,
                self._speak(texts.ground_title(each)),
                self._sources(each.mandatory_in),
                self._sources((*each.optional_in, *each.cites)),
                self._sources(each.excluded_in),
                each.curable_by_information.value,
                ", ".join(f"`{name}`" for name in each.curable_by),
                ", ".join(f"`{name}`" for name in each.alternatives),
            )
            for each in self._known.grounds.values()
        )
        heads = (
            "id",
            "code",
            "ground",
            "must refuse",
            "may refuse, other sources",
            "no ground",
            "curable by information",
        )
        yield from _table((*heads, "curable by assurances", "instead"), rows)

    def _message(self, check: d.Check) -> str:
        return self._speak.pattern(texts.check_message(check))

    def _fields(self, fields: Iterable[tuple[str, d.Field]]) -> Iterator[str]:
        rows = (
            (f"`{name}`{where}", asked.label, _kind(asked), _need(asked), self._sources(asked.cites))
            for name, entry in fields
            for asked, where in ((entry, ""), *((entry.within(each), f" ({each})") for each in entry.differs))
            if not entry.hidden
        )
        yield from _table(_FIELD_HEADS, rows)

    def _sources(self, cites: Sequence[str]) -> str:
        return "; ".join(source(parse_cite(each), self._known, self._speak) for each in cites)


def _kind(entry: d.Field) -> str:
    if entry.choices:
        return f"{entry.kind.value}: {', '.join(entry.choices)}"
    return f"{entry.kind.value} → {', '.join(entry.to)}" if entry.to else entry.kind.value


def _need(entry: d.Field) -> str:
    if entry.need is d.Need.ESSENTIAL:
        return "needed"
    found = [f"needed if `{entry.essential_if}`"] if entry.essential_if else []
    if entry.recommended_if:
        found.append(f"advised if `{entry.recommended_if}`")
    if entry.need is d.Need.RECOMMENDED:
        found.append("advised")
    return "; ".join(found)


def _counted(deadline: d.Deadline) -> str:
    counts = ((deadline.days, "days"), (deadline.months, "months"))
    numbers = [f"{number} {unit}" for number, unit in counts if number]
    rules = [f"`{name}`" for name in (deadline.rule, deadline.more, *deadline.rests_on) if name]
    how = " and ".join((*numbers, *rules))
    return f"`{deadline.start}` {'-' if deadline.before else '+'} {how}" if how else f"`{deadline.start}`"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
