"""Catalogues ready for use: compiled in memory, and kept beside so that the next start only reads them."""

import struct
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry, Po, PoError, read_po

NO_RULE = Message("{file}: the rule of plural forms in its head is not understood.")
_MAGIC = 0x950412DE
_HEADER, _PAIR = struct.Struct("<7I"), struct.Struct("<2I")


def load(source: Path, cache: Path | None) -> GNUTranslations:
    """Return the catalogue of a `.po` file; with a folder for it, what was compiled is kept there.

    Raises:
        PoError: if the file cannot be read or understood.
    """
    kept = cache / _name(source) if cache else None
    if kept is not None and kept.is_file():
        try:
            return GNUTranslations(BytesIO(kept.read_bytes()))
        except (OSError, ValueError, EOFError, struct.error):
            kept.unlink(missing_ok=True)
    content = compiled(read_po(source))
    try:
        catalogue = GNUTranslations(BytesIO(content))
    except ValueError:
        raise PoError(NO_RULE.fill(file=source.name)) from None
    if kept is not None:
        _keep(kept, content)
    return catalogue


def compiled(po: Po) -> bytes:
    """Return a catalogue in the form of a `.mo` file; only what is translated and not fuzzy."""
    head = {"content-type": "text/plain; charset=utf-8", **po.head}
    pairs = {b"": "".join(f"{name}: {value}\n" for name, value in head.items()).encode()}
    pairs |= {_id(entry): "\0".join(entry.target).encode() for entry in po.entries.values() if entry.is_translated}
    return _written(sorted(pairs.items()))


def _id(entry: Entry) -> bytes:
    context = f"{entry.context}\x04" if entry.context else ""
    return f"{context}{chr(0).join(entry.source)}".encode()


def _written(pairs: list[tuple[bytes, bytes]]) -> bytes:
    count = len(pairs)
    ids_at = _HEADER.size
    words_at = ids_at + count * _PAIR.size
    begin = words_at + count * _PAIR.size
    tables, texts = [], []
    for column in zip(*pairs, strict=True):
        for text in column:
            tables.append(_PAIR.pack(len(text), begin))
            texts.append(text + b"\0")
            begin += len(text) + 1
    return b"".join((_HEADER.pack(_MAGIC, 0, count, ids_at, words_at, 0, begin), *tables, *texts))


def _name(source: Path) -> str:
    """Return a name that changes with the file: nothing stale is ever read."""
    try:
        state = source.stat()
    except OSError:
        return f"{_hash(str(source))}.mo"
    return f"{_hash(str(source.resolve()))}-{state.st_mtime_ns:x}-{state.st_size:x}.mo"


def _hash(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode(errors="surrogateescape")).hexdigest()[:16]


def _keep(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob(f"{file.name.partition('-')[0]}-*.mo"):
            old.unlink(missing_ok=True)
        file.write_bytes(content)
    except OSError:
        return
