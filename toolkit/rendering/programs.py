"""The parts of a template as compiled code, and how they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType

from jinja2.exceptions import TemplateRuntimeError

from toolkit.errors import TemplateError
from toolkit.rendering import explaining, faults
from toolkit.rendering.budget import MAX_TEXT, Budget, too_large
from toolkit.rendering.datapaths import Reading, told
from toolkit.rendering.environment import TemplateContext, TemplateEnvironment
from toolkit.rendering.outputs import KNOWN, printing_names
from toolkit.rendering.splicing import Splices
from toolkit.text import Text

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Program:
    """One part of a template, compiled: plain values that can be stored."""

    part: str
    where: str
    code: CodeType
    lines: tuple[tuple[int, int], ...]
    """Lines of the Python and the lines of the template they come from."""
    near: Mapping[int, str]
    """What stands around each line of the template."""
    reads: Mapping[int, Reading]
    """What the tag in each line of the template reads."""
    attributes: tuple[str, ...]
    """The attributes it reads."""
    has_marks: bool
    """Its own text asks for its finisher."""
    once: int
    """Characters of its text that are printed once at most."""
    largest: int
    """Characters that each piece it prints may have besides."""

    def line(self, python: int) -> int:
        """Return the line of the template that a line of the Python comes from; 0 if none."""
        before = [template for template, line in self.lines if line <= python]
        return before[-1] if before else 0


@dataclass(frozen=True, slots=True)
class Runnable:
    """A program in its environment."""

    program: Program
    environment: TemplateEnvironment
    root: Callable[[TemplateContext], Iterator[str]]
    splices: Splices

    def run(self, names: dict[str, object], budget: Budget) -> str:
        """Return what the part prints for *names*; its marks are still in it."""
        context = TemplateContext(self.environment, names, self.program.part, {})
        context.step = budget.step
        context.printed = budget.printed = [_DECLARATION]
        try:
            # It yields nothing: it is a generator because Jinja makes it one.
            next(self.root(context), None)
            return self._joined(context.printed)
        except (TemplateError, *explaining.ForeignFault, TemplateRuntimeError) as error:
            near = self._near(error, names)
            raise explaining.runtime_fault(error, self.program.where, near, names) from error

    def _near(self, error: Exception, names: Mapping[str, object]) -> Text:
        """Return the text around the tag that failed, what it reads and the value of that."""
        program, trace = self.program, error.__traceback__
        line = program.line(explaining.failing_line(trace, program.where))
        near = faults.near(program.near.get(line, ""))
        reading = program.reads.get(line)
        if reading is None:
            return near
        data = told(reading, trace, program.where, names)
        return Text(it=near.it + data.it, en=near.en + data.en)

    def _joined(self, printed: list[str]) -> str:
        """Join what was printed, unless that is larger than any document."""
        # Measuring takes longer than joining, and hardly ever tells more than the number does.
        at_most = self.program.once + len(printed) * self.program.largest
        if at_most > MAX_TEXT and sum(map(len, printed)) > MAX_TEXT:
            raise too_large()
        return "".join(printed)


def runnable(program: Program, environment: TemplateEnvironment) -> Runnable:
    """Return a program ready to run."""
    splices = Splices()
    names: dict[str, object] = {"environment": environment, **printing_names()}
    names.update(kept=splices.kept, splice=splices.splice)
    names.update({f"{KNOWN}{attribute}": set() for attribute in program.attributes})
    exec(program.code, names)  # noqa: S102 - made by our own compiler, kept where only we write
    root: Callable[[TemplateContext], Iterator[str]] = names["root"]  # type: ignore[assignment]
    return Runnable(program, environment, root, splices)
