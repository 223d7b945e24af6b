"""Which courses changed since a day, or since a revision of git."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from toolkit.errors import PercorsoError
from toolkit.pipeline import timetable_path
from toolkit.text import Text

_PROVIDER = re.compile(r"^provider[ \t]*:[ \t]*[\"']?([^\"'#{\r\n]+)", re.MULTILINE)


class NotSinceError(PercorsoError):
    """What was asked is neither a day nor a revision that git knows."""

    exit_code = 2
    message = Text(
        it="--since {asked}: non è un giorno (AAAA-MM-GG) né una revisione che git conosca qui.",
        en="--since {asked}: neither a day (YYYY-MM-DD) nor a revision that git knows here.",
    )


def changed_since(paths: Iterable[Path], asked: str) -> tuple[Path, ...]:
    """Return the courses of which a file changed: their own, timetable or provider's.

    A day is compared with the time of the files, from its midnight on. A revision is
    compared with the files there are, committed or not. Raises `NotSinceError`.
    """
    courses = tuple(paths)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", asked):
        moment = _midnight(asked)
        return tuple(each for each in courses if any(_is_later(f, moment) for f in _files(each)))
    folders = {each.parent.resolve() for each in courses}
    tops = {_git(folder, asked, "rev-parse", "--show-toplevel")[0] for folder in folders}
    every = {path for top in tops for path in _changed(Path(top), asked)}
    return tuple(each for each in courses if any(f.resolve() in every for f in _files(each)))


def _midnight(asked: str) -> float:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise NotSinceError(asked=asked) from None
    return datetime.combine(day, time()).astimezone().timestamp()


def _files(course: Path) -> Iterator[Path]:
    """Yield the files that describe a course, as far as they are seen without reading YAML."""
    yield course
    yield timetable_path(course)
    try:
        found = _PROVIDER.search(course.read_text("utf-8"))
    except (OSError, ValueError):
        return
    if found:
        yield course.parent / found[1].strip()


def _is_later(path: Path, moment: float) -> bool:
    try:
        return path.stat().st_mtime >= moment
    except OSError:
        return False


def _changed(top: Path, asked: str) -> Iterator[Path]:
    for name in (
        *_git(top, asked, "diff", "--name-only", "-z", asked, "--"),
        *_git(top, asked, "ls-files", "--others", "--exclude-standard", "-z"),
    ):
        yield (top / name).resolve()


def _git(folder: Path, asked: str, *arguments: str) -> list[str]:
    if asked.startswith("-"):
        raise NotSinceError(asked=asked)
    try:
        done = subprocess.run(  # noqa: S603 — no shell, and no option can be slipped in
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise NotSinceError(asked=asked) from None
    return [each for each in re.split("[\0\n]", done.stdout) if each]
