"""Writing a catalogue as a `.po` file, one text a line, remarks kept."""

from collections.abc import Iterable, Iterator, Mapping

from mlawriter.i18n.po import Entry

_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_NAMES = {
    "project-id-version": "Project-Id-Version",
    "language": "Language",
    "plural-forms": "Plural-Forms",
    "mime-version": "MIME-Version",
    "content-type": "Content-Type",
    "content-transfer-encoding": "Content-Transfer-Encoding",
}


def new_head(language: str, plural: str) -> dict[str, str]:
    """Return the head of a catalogue of a language with a rule of plural forms."""
    return {
        "project-id-version": "MLA Writer",
        "language": language,
        "plural-forms": plural or "nplurals=2; plural=(n != 1);",
        "mime-version": "1.0",
        "content-type": "text/plain; charset=utf-8",
        "content-transfer-encoding": "8bit",
    }


def po_text(head: Mapping[str, str], entries: Iterable[Entry], comment: str = "") -> str:
    """Return a catalogue as the text of a `.po` file."""
    fields = "\n".join(f'"{_NAMES.get(name, name.title())}: {value}\\n"' for name, value in head.items())
    top = "".join(f"# {line}\n" for line in comment.splitlines())
    blocks = ("\n".join(_lines(entry)) for entry in entries)
    return "\n\n".join((f'{top}msgid ""\nmsgstr ""\n{fields}', *blocks)) + "\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in entry.comments)
    yield from (f"#. {line}" for line in entry.notes)
    yield from (f"#: {line}" for line in entry.places)
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    if entry.context:
        yield f"msgctxt {_quoted(entry.context)}"
    yield f"msgid {_quoted(entry.source[0])}"
    if len(entry.source) == 1:
        yield f"msgstr {_quoted(entry.target[0])}"
        return
    yield f"msgid_plural {_quoted(entry.source[1])}"
    yield from (f"msgstr[{number}] {_quoted(form)}" for number, form in enumerate(entry.target))


def _quoted(text: str) -> str:
    return f'"{text.translate(_QUOTED)}"'
