"""Case files on disk: a zip with `case.json` and `attachments/<sha256>`. Everything read is hostile until checked."""

import json
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from mlawriter.i18n.message import Message
from mlawriter.model.case import Case
from mlawriter.model.values import Attachment
from mlawriter.storage.codec import FORMAT, CaseError, from_json, to_json
from mlawriter.storage.migrations import migrated

SUFFIX = ".mlaw"
LARGEST_CASE = 64 * 1024 * 1024
LARGEST_ATTACHMENT = 512 * 1024 * 1024
LARGEST_FILE = 2 * 1024 * 1024 * 1024
MOST_ENTRIES = 10_000
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError, MemoryError)
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


class TooLarge(StorageError):
    """A file cannot be annexed, as the case could not be opened again."""


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
        if file.stat().st_size > LARGEST_FILE:
            raise damaged(file)
        content = file.read_bytes()
    except FileNotFoundError:
        raise DamagedFile(_named(Message("There is no file {file}. Check the name."), file)) from None
    except OSError as error:
        raise unreadable(file, error) from None
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            case, attachments = _read(archive, file)
    except _BROKEN:
        raise damaged(file) from None
    return Stored(case, attachments, fingerprint(content))


def save_case(stored: Stored, file: Path, knowledge: str) -> Stored:
    """Write a case in one step, readable by the user alone, and return it with its new fingerprint.

    Raises:
        ChangedOnDisk: if the file is no longer the one that was opened.
        CannotWrite: if it cannot be written.
    """
    if stored.fingerprint and _present(file) not in {"", stored.fingerprint}:
        raise ChangedOnDisk(
            _named(
                Message("{file} has been changed by someone else since it was opened. Save under another name."), file
            )
        )
    content = packed(stored, knowledge)
    write_atomically(file, content)
    return Stored(stored.case, stored.attachments, fingerprint(content))


def make_room(attachments: Mapping[str, bytes], name: str, content: bytes) -> None:
    """Refuse a file that a case could keep but not give back.

    Raises:
        TooLarge: if it, or the case with it, is larger than what is opened.
    """
    total = len(content) + sum(map(len, attachments.values()))
    if len(content) > LARGEST_ATTACHMENT or total > LARGEST_FILE - 2 * LARGEST_CASE:
        pattern = Message("“{name}” is too large to be kept in a case. Leave it out and send it on its own.")
        raise TooLarge(pattern.fill(name=name))


def _present(file: Path) -> str:
    try:
        return fingerprint(file.read_bytes()) if file.exists() else ""
    except OSError as error:
        raise cannot_write(file, error) from None


def packed(stored: Stored, knowledge: str) -> bytes:
    """Return the bytes of a case file; the same case gives the same bytes."""
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
        raise cannot_write(file, error) from None


def write_in_new_folder(file: Path, content: bytes) -> None:
    """Write a file as a whole into a folder that is made if it is not there yet.

    Raises:
        CannotWrite: if that is not possible.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(file, error) from None
    write_atomically(file, content)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last, where the system can; the file itself is written already."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read(archive: zipfile.ZipFile, file: Path) -> tuple[Case, dict[str, bytes]]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MOST_ENTRIES or len(set(names)) != len(names) or "case.json" not in names:
        raise damaged(file)
    for entry in entries:
        _inspect(entry, file)
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_FILE or _is_bomb(total, sum(entry.compress_size for entry in entries)):
        raise damaged(file)
    try:
        content = json.loads(_bytes(archive, "case.json", LARGEST_CASE, file).decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise damaged(file) from None
    _check_format(content, file)
    try:
        case = from_json(migrated(content))
    except CaseError:
        raise damaged(file) from None
    return case, dict(_attachments(archive, names, file))


def _attachments(archive: zipfile.ZipFile, names: list[str], file: Path) -> list[tuple[str, bytes]]:
    found = []
    for name in names:
        folder, _, sha256 = name.partition("/")
        if folder != "attachments":
            continue
        content = _bytes(archive, name, LARGEST_ATTACHMENT, file)
        if sha256_of(content) != sha256:
            raise damaged(file)
        found.append((sha256, content))
    return found


def _inspect(entry: zipfile.ZipInfo, file: Path) -> None:
    known = entry.filename == "case.json" or entry.filename.startswith("attachments/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    encrypted = entry.flag_bits & 0x1
    foreign = entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    bomb = _is_bomb(entry.file_size, entry.compress_size)
    if not known or ".." in entry.filename or "\\" in entry.filename or is_link or encrypted or foreign or bomb:
        raise damaged(file)


def _is_bomb(unpacked: int, packed_size: int) -> bool:
    return unpacked > 1024 * 1024 and unpacked > 200 * packed_size


def _bytes(archive: zipfile.ZipFile, name: str, limit: int, file: Path) -> bytes:
    with archive.open(name) as source:
        content = source.read(limit + 1)
    if len(content) > limit:
        raise damaged(file)
    return content


def _check_format(content: object, file: Path) -> None:
    if not isinstance(content, dict) or type(content.get("format")) is not int:
        raise damaged(file)
    if is_newer(content):
        raise newer(file)


def is_newer(content: object) -> bool:
    """Say whether this is the JSON of a case written by a newer version of the program."""
    found = content.get("format") if isinstance(content, dict) else None
    return type(found) is int and found > FORMAT


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


def damaged(file: Path) -> DamagedFile:
    """Return the refusal of a file that is no case file, or no longer one."""
    return DamagedFile(
        _named(Message("{file} is damaged or not a case file. It was left as it is; open a backup copy instead."), file)
    )


def newer(file: Path) -> NewerFormat:
    """Return the refusal of a file that only a newer version of the program understands."""
    return NewerFormat(
        _named(Message("{file} was saved by a newer version of MLA Writer. Please update the program."), file)
    )


def cannot_write(file: Path, error: OSError) -> CannotWrite:
    """Return the refusal of a place where nothing can be written."""
    pattern = Message("{file} cannot be written ({reason}). Nothing was lost; choose another place.")
    return CannotWrite(_named(pattern, file).fill(reason=error.strerror or "unknown"))


def unreadable(file: Path, error: OSError) -> DamagedFile:
    """Return the refusal of a file that cannot be read."""
    pattern = Message("The file {file} cannot be read ({reason}).")
    return DamagedFile(_named(pattern, file).fill(reason=error.strerror or "unknown"))


def _named(message: Message, file: Path) -> Message:
    return message.fill(file=file.name or str(file))
