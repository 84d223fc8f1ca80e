"""Case files on disk: a zip with `case.json` and `attachments/<sha256>`. Everything read is hostile until checked."""

import json
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mlawriter.i18n.message import Message
from mlawriter.model.case import Case
from mlawriter.model.values import Attachment
from mlawriter.storage.codec import FORMAT, CaseError, from_json, to_json
from mlawriter.storage.migrations import migrated

SUFFIX = ".mlaw"
LARGEST_CASE = 64 * 1024 * 1024
LARGEST_ATTACHMENT = 512 * 1024 * 1024
MOST_ENTRIES = 10_000
_EPOCH = (1980, 1, 1, 0, 0, 0)


class StorageError(Exception):
    """A file cannot be read or written; `message` says so in one sentence with the remedy."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class DamagedFile(StorageError):
    """The file is damaged, or no case file at all."""


class NewerFormat(StorageError):
    """The file was written by a newer version of the program."""


class ChangedOnDisk(StorageError):
    """Someone else has changed the file since it was opened."""


class CannotWrite(StorageError):
    """The file could not be written; what was there is untouched."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A case as opened: the case, the bytes of its attachments by SHA-256, and the fingerprint of the file."""

    case: Case
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    fingerprint: str = ""


def open_case(file: Path) -> Stored:
    """Return the case in a file; the file is not changed.

    Raises:
        StorageError: if it cannot be read, with one sentence for the user.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise DamagedFile(_named(Message("There is no file {file}. Check the name."), file)) from None
    except OSError as error:
        reason = error.strerror or "unknown"
        raise DamagedFile(
            _named(Message("The file {file} cannot be read ({reason})."), file).fill(reason=reason)
        ) from None
    try:
        with zipfile.ZipFile(file) as archive:
            case, attachments = _read(archive, file)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, MemoryError):
        raise _damaged(file) from None
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise _damaged(file) from None
        raise
    return Stored(case, attachments, fingerprint(content))


def save_case(stored: Stored, file: Path, knowledge: str) -> Stored:
    """Write a case in one step, readable by the user alone, and return it with its new fingerprint.

    Raises:
        ChangedOnDisk: if the file is no longer the one that was opened.
        CannotWrite: if it cannot be written.
    """
    if stored.fingerprint and file.exists() and fingerprint(file.read_bytes()) != stored.fingerprint:
        raise ChangedOnDisk(
            _named(
                Message("{file} has been changed by someone else since it was opened. Save under another name."), file
            )
        )
    content = packed(stored, knowledge)
    write_atomically(file, content)
    return Stored(stored.case, stored.attachments, fingerprint(content))


def packed(stored: Stored, knowledge: str) -> bytes:
    """Return the bytes of a case file; the same case gives the same bytes."""
    from io import BytesIO

    used = {value.sha256 for value in stored.case.answers.values() if isinstance(value, Attachment)}
    text = json.dumps(to_json(stored.case, knowledge), ensure_ascii=False, indent=1, sort_keys=False)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_entry("case.json", zipfile.ZIP_DEFLATED), text.encode("utf-8", "surrogatepass"))
        for sha256 in sorted(used & stored.attachments.keys()):
            archive.writestr(_entry(f"attachments/{sha256}", zipfile.ZIP_STORED), stored.attachments[sha256])
    return buffer.getvalue()


def write_atomically(file: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a file so that either the old or the new content is there, never half of it.

    Raises:
        CannotWrite: if the folder is missing or full, or may not be written.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".mlawriter-")
        with os.fdopen(handle, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(file)
        _sync_folder(file.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        pattern = Message("{file} cannot be written ({reason}). Nothing was lost; choose another place.")
        raise CannotWrite(_named(pattern, file).fill(reason=error.strerror or "unknown")) from None


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(archive: zipfile.ZipFile, file: Path) -> tuple[Case, dict[str, bytes]]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MOST_ENTRIES or len(set(names)) != len(names) or "case.json" not in names:
        raise _damaged(file)
    for entry in entries:
        _inspect(entry, file)
    try:
        content = json.loads(_bytes(archive, "case.json", LARGEST_CASE, file).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise _damaged(file) from None
    _check_format(content, file)
    try:
        case = from_json(migrated(content))
    except CaseError:
        raise _damaged(file) from None
    return case, dict(_attachments(archive, names, file))


def _attachments(archive: zipfile.ZipFile, names: list[str], file: Path) -> list[tuple[str, bytes]]:
    found = []
    for name in names:
        folder, _, sha256 = name.partition("/")
        if folder != "attachments":
            continue
        content = _bytes(archive, name, LARGEST_ATTACHMENT, file)
        if sha256_of(content) != sha256:
            raise _damaged(file)
        found.append((sha256, content))
    return found


def _inspect(entry: zipfile.ZipInfo, file: Path) -> None:
    known = entry.filename == "case.json" or entry.filename.startswith("attachments/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    encrypted = entry.flag_bits & 0x1
    bomb = entry.file_size > 1024 * 1024 and entry.file_size > 200 * max(entry.compress_size, 1)
    if not known or ".." in entry.filename or "\\" in entry.filename or is_link or encrypted or bomb:
        raise _damaged(file)


def _bytes(archive: zipfile.ZipFile, name: str, limit: int, file: Path) -> bytes:
    with archive.open(name) as source:
        content = source.read(limit + 1)
    if len(content) > limit:
        raise _damaged(file)
    return content


def _check_format(content: object, file: Path) -> None:
    found = content.get("format") if isinstance(content, dict) else None
    if type(found) is not int:
        raise _damaged(file)
    if found > FORMAT:
        raise NewerFormat(
            _named(Message("{file} was saved by a newer version of MLA Writer. Please update the program."), file)
        )


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.external_attr = 0o600 << 16
    entry.create_system = 3
    return entry


def fingerprint(content: bytes) -> str:
    """Return what tells one state of a file from another: its length and checksum (not proof against forgery)."""
    return f"{len(content)}-{zlib.crc32(content):08x}"


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 by which an attachment is kept."""
    import hashlib

    return hashlib.sha256(content).hexdigest()


def _damaged(file: Path) -> DamagedFile:
    return DamagedFile(
        _named(Message("{file} is damaged or not a case file. It was left as it is; open a backup copy instead."), file)
    )


def _named(message: Message, file: Path) -> Message:
    return message.fill(file=file.name)
