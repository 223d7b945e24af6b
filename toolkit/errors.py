"""What stops the work: said in both languages, with a place and an exit code.

A finding about a course is not an error (see ``finding``). Anything raised that
is not a `PercorsoError` is a bug.
"""

from __future__ import annotations

from typing import ClassVar, Self

from toolkit.text import Lang, Text


class PercorsoError(Exception):
    """Stops the work: what happened, where (``file:line:column``) and what to do."""

    exit_code: ClassVar[int] = 70
    message: ClassVar[Text]

    def __init__(self, where: str = "", /, **values: object) -> None:
        self.where = where
        self.values = values
        super().__init__(where, values)

    def __str__(self) -> str:
        return self.say("en")

    def standing_at(self, where: str) -> Self:
        """Return the same error, told at the place *where*."""
        return type(self)(where, **self.values)

    def say(self, lang: Lang) -> str:
        """Return the place and the sentence, as one line of an editor's problem list."""
        sentence = self.message.say(lang, **self.values)
        return f"{self.where}: {sentence}" if self.where else sentence


class UsageError(PercorsoError):
    """The command line asks for something that cannot be understood."""

    exit_code = 2


class UnreadableError(PercorsoError):
    """A file is missing, unreadable or not of its shape."""

    exit_code = 3


class TemplateError(PercorsoError):
    """A template cannot be compiled or rendered."""

    exit_code = 4


class NoTimetableError(PercorsoError):
    """No timetable keeps every constraint of the course."""

    exit_code = 5


class InTheWayError(PercorsoError):
    """A file edited by hand, or another run, stands in the way of writing."""

    exit_code = 6


class SeveralProblemsError(UnreadableError):
    """Several problems of one reading, told together."""

    message = Text(it="{problems}", en="{problems}")

    def __init__(self, problems: tuple[PercorsoError, ...]) -> None:
        super().__init__()
        self.problems = problems

    def say(self, lang: Lang) -> str:
        """Return one line a problem, in the order of the file."""
        return "\n".join(problem.say(lang) for problem in self.problems)
