"""A PDF's dates and identifiers: LibreOffice takes them from the clock, here from a stamp.

Each value is replaced by one of the same length, so that the file's own table of positions
stays right.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}(Z?|Z'|[+-]\d\d'\d\d'?)\)")
_XMP_DATE = re.compile(
    rb"(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z?|[+-]\d\d:\d\d)<"
)
_DIGIT = re.compile(rb"\d")
_IDENTIFIERS = re.compile(rb"(/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(>)")
_CHECKSUM = re.compile(rb"(/DocChecksum\s*/)[0-9A-F]{32}")


def date_pdf(pdf: bytes, stamp: datetime) -> bytes:
    """Return *pdf* as made at *stamp* (UTC when it names no zone): same content, same bytes."""
    moment = stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp.astimezone(UTC)

    def dated(found: re.Match[bytes]) -> bytes:
        return found.group(1) + f"{moment:%Y%m%d%H%M%S}".encode() + _utc(found.group(2)) + b")"

    def dated_xmp(found: re.Match[bytes]) -> bytes:
        return found.group(1) + f"{moment:%Y-%m-%dT%H:%M:%S}".encode() + _utc(found.group(2)) + b"<"

    content = _XMP_DATE.sub(dated_xmp, _DATE.sub(dated, pdf))
    blank = _CHECKSUM.sub(rb"\g<1>", _IDENTIFIERS.sub(rb"\g<1>\g<2>\g<3>", content))
    name = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    identified = _IDENTIFIERS.sub(rb"\g<1>" + name + rb"\g<2>" + name + rb"\g<3>", content)
    return _CHECKSUM.sub(rb"\g<1>" + name, identified)


def _utc(zone: bytes) -> bytes:
    """Return a time zone in the same form that means UTC."""
    return _DIGIT.sub(b"0", zone).replace(b"-", b"+")
