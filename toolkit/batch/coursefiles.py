"""From what a person names (files, folders, patterns) to the files of courses."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from toolkit.contents import content_of
from toolkit.errors import UnreadableError
from toolkit.text import Text

_SUFFIXES = (".yaml", ".yml")
_TIMETABLE = "timetable.yaml"
"""How the names of timetables end, of which there is one a course: none is opened to look for
courses."""
_IS_COURSE = re.compile(rb"^[\"']?standard[\"']?[ \t]*:", re.MULTILINE)
_CODE = re.compile(
    rb"^[\"']?code[\"']?[ \t]*:[ \t]+[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)[\"']?[ \t]*(?:#.*)?\r?$",
    re.MULTILINE,
)


class NoCourseError(UnreadableError):
    """A folder or pattern leads to no course."""

    message = Text(
        it="qui non c'è nessun corso: un corso è un file course.yaml, o un altro file .yaml con "
        "la voce «standard».",
        en="there is no course here: a course is a file course.yaml, or another .yaml file with "
        "the key “standard”.",
    )


def course_files(named: Iterable[Path]) -> tuple[Path, ...]:
    """Return the courses that *named* leads to, in order, each once.

    A folder stands for every course at any depth in it; a pattern with ``*`` for what it
    matches, since the shell of Windows does not expand it. A file is taken as it is.
    Raises `NoCourseError` for a folder or pattern without any course.
    """
    found: dict[str, Path] = {}
    for each in named:
        for path in _expanded(each):
            found.setdefault(os.path.normcase(os.path.abspath(path)), path)  # noqa: PTH100
    return tuple(found.values())


def _expanded(named: Path) -> Iterator[Path]:
    if named.is_dir():
        courses = sorted(_in_folder(str(named)))
    elif glob.has_magic(str(named)) and not os.path.lexists(named):
        matches = sorted(glob.glob(str(named), recursive=True))  # noqa: PTH207 — a whole path
        folders = (each for each in matches if os.path.isdir(each))  # noqa: PTH112
        files = (each for each in matches if each.endswith(_SUFFIXES) and _is_course(each))
        courses = sorted({*files, *(path for each in folders for path in _in_folder(each))})
    else:
        # Whether it is a course, and what is wrong with it, is told when it is read.
        courses = [str(named)]
    if not courses:
        raise NoCourseError(str(named))
    yield from map(Path, courses)


def _in_folder(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            if name == "course.yaml":
                yield f"{place}{os.sep}{name}"
            elif name.endswith(_SUFFIXES) and not name.endswith(_TIMETABLE):
                path = f"{place}{os.sep}{name}"
                if _is_course(path):
                    yield path


def _is_course(path: str) -> bool:
    content = content_of(path)
    return content is not None and bool(_IS_COURSE.search(content))


def code_in(content: bytes) -> str | None:
    """Return the code that a course's file gives; None where only reading it would tell.

    It stands at the left margin of the file, where nothing but a key of the course can stand.
    """
    found = _CODE.search(content)
    return found[1].decode("ascii") if found else None


def matching(paths: Iterable[Path], pattern: str) -> tuple[Path, ...]:
    """Return the *paths* whose folder, name or whole path matches *pattern*."""
    return tuple(
        path
        for path in paths
        if any(fnmatch(each, pattern) for each in (path.as_posix(), path.parent.name, path.name))
    )
