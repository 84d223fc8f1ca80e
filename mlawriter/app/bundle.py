"""All documents of a request in one folder, with its annexes and a list of what is there."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path as File
from typing import TYPE_CHECKING

from mlawriter.app.resources import Resources
from mlawriter.app.usecases import Wish, drafted, is_mixed, lacking, standing, written
from mlawriter.checks.checker import Checked
from mlawriter.checks.report import Finding
from mlawriter.checks.speech import clean
from mlawriter.compose.documents import copies
from mlawriter.i18n.message import Message
from mlawriter.knowledge.index import DOCUMENTS
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Attachment
from mlawriter.storage.casefile import CannotWrite, write_atomically

if TYPE_CHECKING:
    from mlawriter.app.lines import Line

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
NOT_EMPTY = Message("The folder {folder} is not empty. Choose a new or an empty one.")
NO_FOLDER = Message("The folder {folder} cannot be made ({reason}).")
_LONGEST_NAME, _LONGEST_ENDING = 160, 12
"""In bytes: a name on disk has room for 255, and the folder may lie deep."""
_UNSAFE = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files written, the manifest last, or what stands in the way of final documents."""

    files: tuple[File, ...] = ()
    in_the_way: tuple[Finding, ...] = ()
    untranslated: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file to be: its name in the folder, what it is called, its content."""

    name: str
    title: str
    content: bytes


def export_bundle(
    checked: Checked,
    wish: Wish,
    folder: File,
    resources: Resources,
    attachments: Mapping[str, bytes],
    *,
    renew: bool = False,
) -> Bundle:
    """Write the letter, every document of its own and the annexed files into a new or empty folder.

    With `renew` the folder may hold an earlier bundle, whose files are replaced. `manifest.json` names each file with
    its title, size and SHA-256; `SHA256SUMS` is for `sha256sum --check`.

    Raises:
        LetterheadError: if the letterhead cannot be used.
        CannotWrite: if the folder is not empty or cannot be written.
    """
    in_the_way, untranslated = standing(checked, wish), lacking(wish, resources)
    if in_the_way or untranslated:
        return Bundle(in_the_way=in_the_way, untranslated=untranslated)
    _make(folder, renew=renew)
    pieces = (*_documents(checked, wish, resources), *_annexes(checked, attachments))
    for piece in pieces:
        write_atomically(folder / piece.name, piece.content)
    write_atomically(folder / SUMS, "".join(f"{_hash(each)}  {each.name}\n" for each in pieces).encode())
    write_atomically(folder / MANIFEST, _manifest(checked, wish, pieces))
    return Bundle(tuple(folder / name for name in (*(piece.name for piece in pieces), SUMS, MANIFEST)))


def _make(folder: File, *, renew: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not renew and any(folder.iterdir()):
            raise CannotWrite(NOT_EMPTY.fill(folder=str(folder)))
    except OSError as error:
        raise CannotWrite(NO_FOLDER.fill(folder=str(folder), reason=error.strerror or "unknown")) from None


def _documents(checked: Checked, wish: Wish, resources: Resources) -> Iterator[_Piece]:
    languages = "+".join(wish.languages)
    state = ".draft" * wish.draft + ".mixed" * is_mixed(wish, resources)
    ending = f"{languages}{state}.{wish.form.value}"
    made = (copy for copy in copies(checked.view) if not copy.document.internal)
    apart = [copy.id for copy in made if copy.document.separate]
    for name, parts in ((checked.view.kind.id, None), *((each, (each,)) for each in apart)):
        draft = drafted(checked, replace(wish, parts=parts), resources)
        yield _Piece(f"{name}.{ending}", draft.title, written(draft, wish, resources))


def _annexes(checked: Checked, attachments: Mapping[str, bytes]) -> Iterator[_Piece]:
    rows = checked.view.world.rows
    for placed in rows.by_list[DOCUMENTS]:
        answer = checked.case.answers.get(Path(placed.scope, FieldName("document.file"), placed.row.id))
        if isinstance(answer, Attachment) and answer.sha256 in attachments:
            name = _short(_UNSAFE.sub("_", clean(answer.name)).strip("._") or "file")
            yield _Piece(f"annex-{rows.mark(placed)}-{name}", clean(answer.name), attachments[answer.sha256])


def _short(name: str) -> str:
    """Return the name of a file cut to what every disk can hold, with its ending."""
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode())
    return f"{stem.encode()[:room].decode(errors='ignore')}{dot}{ending}"


def _manifest(checked: Checked, wish: Wish, pieces: tuple[_Piece, ...]) -> bytes:
    content = {
        "case": checked.case.id,
        "request": checked.request_id,
        "kind": checked.view.kind.id,
        "language": wish.language,
        **({"with_language": wish.with_language} if wish.with_language else {}),
        "draft": wish.draft,
        "date": checked.today.isoformat(),
        "files": [
            {"name": each.name, "title": each.title, "bytes": len(each.content), "sha256": _hash(each)}
            for each in pieces
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _hash(piece: _Piece) -> str:
    return sha256(piece.content).hexdigest()
