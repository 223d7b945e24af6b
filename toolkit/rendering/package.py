"""The zip file around a template, read with suspicion."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.rendering import faults
from toolkit.text import Text

if TYPE_CHECKING:
    import zipfile

MAX_FILE = 64 << 20
MAX_UNPACKED = 128 << 20
MAX_XML = 16 << 20
MAX_MEMBERS = 4096

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_THE_FILE = Text(it="il file del modello", en="the template's file")
_A_PART = Text(it="la parte «{name}» del modello", en="the part “{name}” of the template")
_THE_CONTENT = Text(it="il contenuto del modello", en="the template's content")


def read_bytes(source: Path | bytes, where: str) -> bytes:
    """Return the bytes of a template, refusing what is too large to be one."""
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with source.open("rb") as stream:
                data = stream.read(MAX_FILE + 1)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise faults.MissingTemplateError(where, reason=reason) from error
    if len(data) > MAX_FILE:
        raise _too_large(where, _THE_FILE, MAX_FILE)
    return data


def read_members(data: bytes, where: str) -> dict[str, bytes]:
    """Return the members of the package by name, in the order of the file."""
    # Who finds a template in the cache reads no zip file.
    import zipfile

    _refuse_other_formats(data, where)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_unsafe_entries(entries, where)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise faults.DamagedDocumentError(where, reason=str(error) or "zip") from error


def _refuse_other_formats(data: bytes, where: str) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise faults.EncryptedDocumentError(where)
        raise faults.OldDocumentError(where)
    if not data.startswith(b"PK"):
        reason = Text(it="il file è vuoto", en="the file is empty")
        if data:
            reason = Text(it="non è un file zip", en="it is not a zip file")
        raise faults.NotADocumentError(where, reason=reason)


def _refuse_unsafe_entries(entries: list[zipfile.ZipInfo], where: str) -> None:
    if len(entries) > MAX_MEMBERS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _too_large(where, _THE_CONTENT, MAX_UNPACKED)
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.lower().endswith((".xml", ".rels")) and entry.file_size > MAX_XML:
            raise _too_large(where, _A_PART.filled(name=name), MAX_XML)
        if entry.flag_bits & 0x1:
            raise faults.EncryptedDocumentError(where)
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise faults.DamagedDocumentError(where, reason=f"«{name}»")
        if name.lower() in seen:
            twice = Text(it="«{name}» compare due volte", en="“{name}” appears twice")
            raise faults.DamagedDocumentError(where, reason=twice.filled(name=name))
        seen.add(name.lower())


def _too_large(where: str, what: Text, limit: int) -> faults.TooLargeError:
    size = f"{limit >> 20} MB"
    return faults.TooLargeError(where, what=what, limit=size, near=faults.NOWHERE)


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of *part*."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
