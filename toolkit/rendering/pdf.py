"""PDFs of the documents, made by LibreOffice when it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from toolkit.errors import PercorsoError
from toolkit.rendering.office_profile import MACRO, write_profile
from toolkit.rendering.pdf_dates import date_pdf
from toolkit.text import Text

START_SECONDS = 60.0
SECONDS_A_DOCUMENT = 30.0

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    r"%ProgramFiles%\LibreOffice\program\soffice.exe",
    r"%ProgramFiles(x86)%\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


class LibreOfficeMissingError(PercorsoError):
    """PDFs were asked for, and nothing on this computer makes them."""

    exit_code = 3
    message = Text(
        it="LibreOffice non è installato, quindi i PDF non si possono creare; installalo da "
        "https://it.libreoffice.org oppure togli --pdf.",
        en="LibreOffice is not installed, so PDFs cannot be made; install it from "
        "https://www.libreoffice.org or leave out --pdf.",
    )


class ConversionError(PercorsoError):
    """LibreOffice made no PDF of a document."""

    exit_code = 3
    message = Text(
        it="LibreOffice non ha creato il PDF; apri il documento in LibreOffice per vedere perché, "
        "oppure togli --pdf.",
        en="LibreOffice made no PDF; open the document in LibreOffice to see why, or leave out "
        "--pdf.",
    )


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program: on the ``PATH``, else where its installers put it."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    places = (Path(os.path.expandvars(place)) for place in _PLACES)
    return next((place for place in places if place.is_file()), None)


def to_pdf(
    documents: Mapping[str, bytes],
    *,
    stamp: datetime | None = None,
    office: Path | None = None,
    seconds: float | None = None,
) -> dict[str, bytes]:
    """Return the PDF of each document, under the same names, from one start of LibreOffice.

    Tables of contents get their page numbers on the way. With *stamp* the PDFs are dated so,
    and the same documents make the same bytes. *seconds* bounds the whole; without it
    LibreOffice has a minute to start and half a minute for each document.
    """
    program = office or find_libreoffice()
    if program is None:
        raise LibreOfficeMissingError
    if not documents:
        return {}
    allowed = seconds or START_SECONDS + SECONDS_A_DOCUMENT * len(documents)
    with TemporaryDirectory(prefix="percorso-", ignore_cleanup_errors=True) as folder:
        made = _convert(program, documents, Path(folder).resolve(), allowed)
    return made if stamp is None else {name: date_pdf(pdf, stamp) for name, pdf in made.items()}


def _convert(
    program: Path, documents: Mapping[str, bytes], folder: Path, seconds: float
) -> dict[str, bytes]:
    work = folder / "documents"
    work.mkdir()
    sources = {name: work / f"{number}.docx" for number, name in enumerate(documents, 1)}
    for name, source in sources.items():
        source.write_bytes(documents[name])
    write_profile(folder / "profile", work)
    _run(program, folder / "profile", [MACRO], seconds)
    missing = [source for source in sources.values() if _pdf_of(source) is None]
    if missing:
        # No macros here, or one document stopped the rest: right but for the page numbers.
        arguments = ["--convert-to", "pdf", "--outdir", str(work), *map(str, missing)]
        _run(program, folder / "plain-profile", arguments, seconds)
    made = {name: _pdf_of(source) for name, source in sources.items()}
    for name, pdf in made.items():
        if pdf is None:
            raise ConversionError(name)
    return {name: pdf for name, pdf in made.items() if pdf is not None}


def _pdf_of(source: Path) -> bytes | None:
    """Return the finished PDF beside *source*: LibreOffice exits with 0 when it fails too."""
    path = source.with_suffix(".pdf")
    content = path.read_bytes() if path.is_file() else b""
    return content if content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:] else None


def _run(program: Path, profile: Path, arguments: Sequence[str], seconds: float) -> None:
    command = [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck"),
        *arguments,
    ]
    quiet = subprocess.DEVNULL
    # A session of its own: the program is a script that starts others, all to be stopped.
    try:
        process = subprocess.Popen(  # noqa: S603 - the program was found, not named by the data
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise LibreOfficeMissingError from error
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],  # noqa: S607
                check=False,
                capture_output=True,
            )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
