"""``manifest.json``: for people and other programs, what went in and what came out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toolkit import __version__
from toolkit.dossierfolder.provenance import Output
from toolkit.inputs import Input
from toolkit.jsontext import json_text

FORMAT = 1


def manifest(
    facts: Mapping[str, object], inputs: Iterable[Input], outputs: Iterable[Output]
) -> bytes:
    """Return the text of the file; files by name alone, since folders move.

    An output that somebody edited is listed with the digest of what was generated.
    """
    content = {
        "format": FORMAT,
        "percorso": __version__,
        **facts,
        "inputs": [_input(each) for each in inputs],
        "outputs": [_output(each) for each in outputs if not each.edited],
        "edited": [
            {"file": each.file, "generated_sha256": each.sha256} for each in outputs if each.edited
        ],
    }
    return json_text(content).encode()


def _input(each: Input) -> dict[str, str]:
    # Every template is called template.docx: its folder tells which.
    folder = f"{each.path.parent.name}/" if each.role == "template" else ""
    return {"role": each.role, "file": f"{folder}{each.path.name}", "sha256": each.sha256}


def _output(each: Output) -> dict[str, object]:
    return {"file": each.file, "sha256": each.sha256, "bytes": each.look.size}
