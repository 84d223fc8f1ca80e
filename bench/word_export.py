"""Writing Word files of 10, 50 and 500 pages, against docxtpl on the same content (medians, in turns)."""

import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from bench._content import RESOURCES, long_draft
from mlawriter.compose.blocks import Block, Draft, Heading, Line, Paragraph, Signature, Table, Title
from mlawriter.export.word import to_docx

LIMITS = {10: 1.0, 50: 0.9, 500: 0.7}


def report(*, quick: bool) -> list[str]:
    """Return for each length the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        template = _template(Path(folder) / "template.docx")
        return [_compare(pages, limit, template, quick=quick) for pages, limit in LIMITS.items()]


def _compare(pages: int, limit: float, template: Path, *, quick: bool) -> str:
    draft = long_draft(pages)
    content = _content(draft)
    rounds = 1 if quick else {10: 15, 50: 7, 500: 3}[pages]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        ours.append(_seconds(lambda: to_docx(draft, house=RESOURCES.house_style)))
        theirs.append(_seconds(lambda: _by_docxtpl(template, content)))
    mine, other = statistics.median(ours), statistics.median(theirs)
    figures = f"{1000 * mine:8.0f} ms   docxtpl {1000 * other:8.0f} ms   ratio {mine / other:.2f}"
    return f"{pages:4} pages: {figures}   (limit {limit})"


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _by_docxtpl(template: Path, content: list[dict[str, object]]) -> bytes:
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    document.render({"blocks": content}, autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _template(file: Path) -> Path:
    from docx import Document

    document = Document(str(RESOURCES.house_style))
    document.add_paragraph("{%p for b in blocks %}")
    for kind, style in (("title", "Title"), ("heading", "Heading 1"), ("sub", "Heading 2")):
        document.add_paragraph(f"{{%p if b.kind == '{kind}' %}}")
        document.add_paragraph("{{ b.text }}", style=style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if b.kind == 'paragraph' %}")
    document.add_paragraph("{{ b.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if b.kind == 'table' %}")
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    table.cell(1, 1).text = "{{ cell }}"
    table.cell(1, 2).text = "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(file))
    return file


def _content(draft: Draft) -> list[dict[str, object]]:
    return [found for part in draft.parts for block in part.blocks for found in _plain(block)]


def _plain(block: Block) -> list[dict[str, object]]:
    match block:
        case Title(line=line):
            return [{"kind": "title", "text": _words(line)}]
        case Heading(line=line, level=level):
            return [{"kind": "heading" if level == 1 else "sub", "text": _words(line)}]
        case Paragraph(line=line):
            return [{"kind": "paragraph", "text": _words(line)}]
        case Table(header=header, rows=rows):
            lines = [[_words(line) for line in header]] if header else []
            lines += [["\n".join(_words(line) for line in cell) for cell in row] for row in rows]
            return [{"kind": "table", "rows": lines}]
        case Signature(lines=several):
            return [{"kind": "paragraph", "text": _words(line)} for line in several]
        case _:
            return []


def _words(line: Line) -> str:
    return "".join(span.text for span in line)
