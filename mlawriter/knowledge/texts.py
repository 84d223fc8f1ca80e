"""Every text of the knowledge as a `Message`: one constructor per kind of text, one walk over all.

The context is the place of the text, so that two equal English words may differ in another language. What
stands in a letter belongs to the domain `document`, all else to `knowledge`.
"""

from collections.abc import Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.beginnings import title as title
from mlawriter.knowledge.cites import all_cites


def label(stem: str, entry: d.Field) -> Message:
    """Return the label of a field; `stem` as `Index.context` gives it."""
    return _knowledge(entry.label, f"{stem} label")


def help_text(stem: str, entry: d.Field) -> Message:
    """Return the hint of a field (its text may be empty)."""
    return _knowledge(entry.help, f"{stem} help")


def example(stem: str, entry: d.Field) -> Message:
    """Return the example of a field (its text may be empty)."""
    return _knowledge(entry.example, f"{stem} example")


def choice(stem: str, entry: d.Field, key: str) -> Message:
    """Return the label of one choice of a field; the key itself for a choice nobody defined."""
    if key not in entry.choices:
        return Message("{key}", domain="knowledge").fill(key=key)
    return _knowledge(entry.choices[key], f"{stem} choice {key}")


def title_plural(record: d.Record) -> Message:
    """Return what several rows of a record are called."""
    return _knowledge(record.title_plural, f"record {record.id} title plural")


def instrument_title(instrument: d.Instrument) -> Message:
    """Return the full title of an instrument."""
    return title("instrument", instrument.id, instrument.title)


def instrument_short(instrument: d.Instrument) -> Message:
    """Return the short title of an instrument."""
    return _knowledge(instrument.short, f"instrument {instrument.id} short")


def instrument_abbreviation(instrument: d.Instrument) -> Message:
    """Return what is printed beside an article number."""
    return _knowledge(instrument.abbreviation or instrument.short, f"instrument {instrument.id} abbreviation")


def instrument_status_note(instrument: d.Instrument) -> Message:
    """Return what is said of the status of an instrument (may be empty)."""
    return _knowledge(instrument.status_note, f"instrument {instrument.id} status")


def requirement(instrument: d.Instrument, entry: d.Requirement) -> Message:
    """Return the required content, as it completes "... asks for"."""
    return _knowledge(entry.text, f"instrument {instrument.id} requires {entry.article}")


def usual_content(contents: d.Contents, number: int) -> Message:
    """Return a content that requests usually hold, as it completes "usually state ..." (numbers from 1)."""
    return _knowledge(contents.requires[number - 1].text, f"contents {contents.id} {number}")


def group_title(kind: d.RequestKind, group: d.Group) -> Message:
    """Return what some types of assistance are called together."""
    return _knowledge(group.title, f"request {kind.id} group {group.id}")


def at_least(entry: d.AtLeast) -> Message:
    """Return what is said when a list has too few rows."""
    return _knowledge(entry.message, f"requests at least {entry.list}")


def check_message(check: d.Check) -> Message:
    """Return what a check says when it fires."""
    return _knowledge(check.message, f"check {check.id} message")


def check_why(check: d.Check) -> Message:
    """Return why it matters (may be empty)."""
    return _knowledge(check.why, f"check {check.id} why")


def deadline_title(deadline: d.Deadline) -> Message:
    """Return what falls on a day, its placeholders open."""
    return _knowledge(deadline.title, f"deadline {deadline.id} title")


def deadline_note(deadline: d.Deadline) -> Message:
    """Return what to bear in mind with a deadline (may be empty)."""
    return _knowledge(deadline.note, f"deadline {deadline.id} note")


def module_note(module: d.Module, kind: str, number: int, text: str) -> Message:
    """Return a reviewer's question (`asks`) or a reason of delay (`delays`) of a module."""
    return _knowledge(text, f"module {module.id} {kind} {number}")


def module_summary(module: d.Module) -> Message:
    """Return the line that stands for this assistance in a letter's summary."""
    return _document(module.summary, f"module {module.id} summary")


def document_title(document: d.Document) -> Message:
    """Return the printed title of a document."""
    return _document(document.title, f"requests document {document.id}")


def marking(kind: d.RequestKind, number: int) -> Message:
    """Return what stands on every page while it applies (numbers from 1)."""
    return _document(kind.markings[number - 1].text, "requests marking")


def clause_title(clause: d.Clause) -> Message:
    """Return the heading of a clause."""
    return _document(clause.title, f"clause {clause.id} title")


def block_text(clause: d.Clause, block: d.ClauseBlock) -> Message:
    """Return the wording of a block, its placeholders open."""
    return _document(block.text, f"clause {clause.id} {block.id}")


def column_head(clause: d.Clause, block: d.ClauseBlock, number: int, column: d.Column) -> Message:
    """Return the head of a column or row of a table."""
    return _document(column.head, f"clause {clause.id} {block.id} head {number}")


def column_cell(clause: d.Clause, block: d.ClauseBlock, number: int, column: d.Column) -> Message:
    """Return the pattern of a cell."""
    return _document(column.cell, f"clause {clause.id} {block.id} cell {number}")


def record_full(record: d.Record) -> Message:
    """Return the pattern of a row in full (may be empty)."""
    return _document(record.full, f"record {record.id} full")


def sentence(guarantee: d.Guarantee, number: int) -> Message:
    """Return one sentence of an undertaking (numbers from 1)."""
    return _document(guarantee.sentences[number - 1].text, f"guarantee {guarantee.id} text {number}")


def guarantee_title(guarantee: d.Guarantee) -> Message:
    """Return the name of an undertaking, printed as its heading."""
    return _document(guarantee.title, f"guarantee {guarantee.id} title")


def guarantee_giver(guarantee: d.Guarantee) -> Message:
    """Return who can give an undertaking (may be empty)."""
    return _knowledge(guarantee.giver, f"guarantee {guarantee.id} giver")


def guarantee_note(guarantee: d.Guarantee) -> Message:
    """Return what to bear in mind with an undertaking (may be empty)."""
    return _knowledge(guarantee.note, f"guarantee {guarantee.id} note")


def rule_label(rule: d.Rule) -> Message:
    """Return what a parameter is."""
    return _knowledge(rule.label, f"rule {rule.id} label")


def rule_choice(rule: d.Rule, key: str) -> Message:
    """Return the words of one value of a parameter; the key itself for a value nobody defined."""
    if key not in rule.choices:
        return Message("{key}", domain="knowledge").fill(key=key)
    return _knowledge(rule.choices[key], f"rule {rule.id} choice {key}")


def rule_source(rule: d.Rule) -> Message:
    """Return where the default of a parameter comes from (may be empty)."""
    return _knowledge(rule.default_source, "rule source")


def ground_title(ground: d.Ground) -> Message:
    """Return what a ground for refusal is called; letters print it."""
    return _document(ground.title, f"ground {ground.id} title")


def ground_note(ground: d.Ground) -> Message:
    """Return what to bear in mind with a ground for refusal (may be empty)."""
    return _knowledge(ground.note, f"ground {ground.id} note")


def ground_information(ground: d.Ground) -> Message:
    """Return which information could remove a ground for refusal (may be empty)."""
    return _knowledge(ground.information, f"ground {ground.id} information")


def law(words: str) -> Message:
    """Return a source that is no instrument, as a template names it (`law: ISO 13616`)."""
    return _knowledge(words, "law")


def messages(knowledge: d.Knowledge) -> Iterator[Message]:
    """Yield every text of the knowledge, in a fixed order; empty texts are left out."""
    for message in _all(knowledge):
        if any(letter.isalpha() for letter in _without_placeholders(message.text)):
            yield message


def _without_placeholders(text: str) -> str:
    return "".join(part.split("}")[-1] for part in text.split("{"))


def _all(knowledge: d.Knowledge) -> Iterator[Message]:
    for instrument in knowledge.instruments.values():
        yield from _instrument(instrument)
    for contents in knowledge.contents.values():
        yield from (usual_content(contents, number) for number in range(1, len(contents.requires) + 1))
    for kind in knowledge.requests.values():
        yield from _request(kind)
    for section in knowledge.sections.values():
        yield from _section(section)
    for record in knowledge.records.values():
        yield from _record(record)
    for module in knowledge.modules.values():
        yield from _module(module)
    for guarantee in knowledge.guarantees.values():
        yield from _guarantee(guarantee)
    for clause in knowledge.clauses.values():
        yield from _clause(clause)
    yield from _small_things(knowledge)


def _small_things(knowledge: d.Knowledge) -> Iterator[Message]:
    for fieldset in knowledge.fieldsets.values():
        yield from _fields(fieldset.id, fieldset.fields)
    for check in knowledge.checks.values():
        yield from (check_message(check), check_why(check))
    for deadline in knowledge.deadlines.values():
        yield from (deadline_title(deadline), deadline_note(deadline))
    for ground in knowledge.grounds.values():
        yield from (ground_title(ground), ground_note(ground), ground_information(ground))
    for rule in knowledge.rules.values():
        yield from (rule_label(rule), rule_source(rule), *(rule_choice(rule, key) for key in rule.choices))
    for words in sorted({cite.article for cite in all_cites(knowledge) if cite.instrument == "law"}):
        yield law(words)


def _instrument(instrument: d.Instrument) -> Iterator[Message]:
    yield from (instrument_title(instrument), instrument_short(instrument), instrument_abbreviation(instrument))
    yield instrument_status_note(instrument)
    yield from (requirement(instrument, entry) for entry in instrument.requires)


def _section(section: d.Section) -> Iterator[Message]:
    yield title("section", section.id, section.title)
    yield _knowledge(section.intro, f"section {section.id} intro")
    yield from (title("section", section.id, each) for each in section.title_in.values())
    yield from (_knowledge(each, f"section {section.id} intro") for each in section.intro_in.values())
    yield from _fields(section.scope, section.fields)


def _request(kind: d.RequestKind) -> Iterator[Message]:
    yield title("request", kind.id, kind.title)
    yield from (at_least(entry) for entry in kind.at_least)
    for other in kind.otherwise:
        yield from (_knowledge(other.label or "", f"{name} label") for name in other.questions)
        yield from (_knowledge(other.help or "", f"{name} help") for name in other.questions)
    yield from (title("section", name, words) for name, words in kind.titles.items())
    yield from (_knowledge(words, f"section {name} intro") for name, words in kind.intros.items())
    yield from (_knowledge(words, f"record {name} intro") for name, words in kind.list_intros.items())
    for page in kind.pages:
        yield title("page", page.id, page.title)
        yield _knowledge(page.intro, f"page {page.id} intro")
    yield from (group_title(kind, group) for group in kind.groups)
    yield from (document_title(document) for document in kind.documents)
    yield from (marking(kind, number) for number in range(1, len(kind.markings) + 1))


def _record(record: d.Record) -> Iterator[Message]:
    yield title("record", record.id, record.title)
    yield title_plural(record)
    yield from (_knowledge(each, f"record {record.id} intro") for each in (record.intro, *record.intro_in.values()))
    yield record_full(record)
    yield from _fields(record.id, record.fields)
    yield from (_knowledge(entry.label, f"{record.id}.{entry.id} label") for entry in record.derived)


def _module(module: d.Module) -> Iterator[Message]:
    yield title("module", module.id, module.title)
    yield module_summary(module)
    yield from _fields(module.id, module.fields)
    for kind, notes in (("asks", module.reviewer_questions), ("delays", module.delay_reasons)):
        yield from (module_note(module, kind, number, note) for number, note in enumerate(notes, start=1))


def _guarantee(guarantee: d.Guarantee) -> Iterator[Message]:
    yield guarantee_title(guarantee)
    yield guarantee_giver(guarantee)
    yield guarantee_note(guarantee)
    yield from (sentence(guarantee, number) for number in range(1, len(guarantee.sentences) + 1))


def _clause(clause: d.Clause) -> Iterator[Message]:
    yield clause_title(clause)
    for block in clause.blocks:
        yield block_text(clause, block)
        for number, column in enumerate((*block.rows, *block.columns), start=1):
            yield from (
                column_head(clause, block, number, column),
                column_cell(clause, block, number, column),
            )


def _fields(stem: str, entries: tuple[d.Field, ...]) -> Iterator[Message]:
    for entry in entries:
        at = f"{stem}.{entry.id}"
        for asked in (entry, *map(entry.within, entry.differs)):
            yield from (label(at, asked), help_text(at, asked), example(at, asked))
        yield from (choice(at, entry, key) for key in entry.choices)


def _knowledge(text: str, context: str) -> Message:
    return Message(text, context=context, domain="knowledge")


def _document(text: str, context: str) -> Message:
    return Message(text, context=context, domain="document")
