"""Templates ready to be rendered: in threads, in other processes, again and again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from toolkit.errors import TemplateError
from toolkit.rendering import budget, delegating, package
from toolkit.rendering.archive import Member, packed
from toolkit.rendering.blueprint import Blueprint
from toolkit.rendering.cache import cached
from toolkit.rendering.deflating import FASTEST, Deflater
from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.finishing import Finishing
from toolkit.rendering.locating import located
from toolkit.rendering.media import Album
from toolkit.rendering.programs import Runnable, runnable
from toolkit.rendering.splicing import TOKEN
from toolkit.rendering.undefined import Leniency
from toolkit.rendering.variants import Variants

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_NO_MOMENT = "1980-01-01T00:00:00Z"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Source:
    """What a template was compiled from, and how."""

    data: bytes
    name: str
    filters: Mapping[str, Callable[..., object]]
    undefined: Leniency
    allowed: frozenset[str]
    constants: frozenset[str] = frozenset()

    def blueprint(self, *, is_draft: bool) -> Blueprint:
        """Return the template compiled, from the cache where it is there."""
        key = {
            "name": self.name,
            "filters": " ".join(sorted(self.filters)),
            "undefined": self.undefined,
            "allowed": " ".join(sorted(self.allowed)),
            "constants": " ".join(sorted(self.constants)),
            "draft": str(is_draft),
        }
        return cached(key, self.data, lambda: self._compiled(is_draft=is_draft))

    def _compiled(self, *, is_draft: bool) -> Blueprint:
        # Whoever finds the template in the cache needs neither docxtpl nor lxml.
        from toolkit.rendering.compiling import blueprint

        environment = TemplateEnvironment(self.filters, self.undefined)
        try:
            return blueprint(
                self.data,
                self.name,
                environment,
                allowed=self.allowed,
                constants=self.constants,
                is_draft=is_draft,
            )
        except TemplateError as error:
            raise located(error, self.data) from error


class CompiledTemplate:
    """A Word template, read and compiled; rendering does not change it.

    Threads may share it, and it can be pickled if its filters can. What is remembered
    between documents (escaped words, compressed small parts) makes them no different.
    """

    def __init__(self, source: Source, staying: Mapping[str, object] = _NOTHING) -> None:
        self._source = source
        self._staying = staying
        self._final = _Edition(source, is_draft=False)

    @property
    def name(self) -> str:
        """The name its faults are reported under."""
        return self._source.name

    def render(
        self,
        context: Mapping[str, object],
        *,
        media: Mapping[str, bytes] | None = None,
        draft: bool = False,
        stamp: datetime | None = None,
        deflater: Deflater = FASTEST,
    ) -> bytes:
        """Return the document as the bytes of a ``.docx``; same arguments, same bytes.

        A moment without a zone in *stamp* is UTC; without one the document bears the oldest
        date a zip file knows.
        """
        edition = self._draft if draft else self._final
        names = {**context, **self._staying}
        try:
            return edition.document(names, media or _NOTHING, _written(stamp), deflater)
        except TemplateError as error:
            raise located(error, self._source.data) from error

    def bound(self, staying: Mapping[str, object]) -> CompiledTemplate:
        """Return the template for many documents that have the values *staying* in common.

        What depends on these alone, such as the sheets of a standard's units, is rendered and
        compressed once and then spliced into each document. The values, and all that they
        hold, must not change meanwhile.
        """
        source = replace(self._source, constants=frozenset(staying))
        return CompiledTemplate(source, dict(staying))

    @cached_property
    def _draft(self) -> _Edition:
        return _Edition(self._source, is_draft=True)

    def docxtpl(self) -> DocxTemplate:
        """Return a docxtpl template, for values that must be made with one.

        An ``InlineImage`` or a ``Subdoc`` belongs to the template it was made with, and to
        one document: make both anew for each.
        """
        from docxtpl import DocxTemplate

        return DocxTemplate(io.BytesIO(self._source.data))

    def __reduce__(self) -> tuple[type[CompiledTemplate], tuple[Source, dict[str, object]]]:
        return CompiledTemplate, (self._source, dict(self._staying))


def compile_template(
    source: Path | bytes,
    *,
    name: str | None = None,
    filters: Mapping[str, Callable[..., object]] | None = None,
    undefined: Leniency = "strict",
    allow: frozenset[str] = frozenset(),
) -> CompiledTemplate:
    """Read and compile a template; *name* is what its faults are reported under.

    *allow* names what a template may hold although Word fetches or runs something for it
    (see `dangers`).
    """
    told = name or (source.name if isinstance(source, Path) else "template.docx")
    data = package.read_bytes(source, told)
    return CompiledTemplate(Source(data, told, dict(filters or {}), undefined, allow))


class _Edition:
    """A template as a final document or as a draft."""

    def __init__(self, source: Source, *, is_draft: bool) -> None:
        self._where = source.name
        self._blueprint = source.blueprint(is_draft=is_draft)
        environment = TemplateEnvironment(source.filters, source.undefined)
        self._globals = dict(environment.globals)
        self._parts = tuple(runnable(each, environment) for each in self._blueprint.programs)
        self._variants = Variants(self._blueprint)
        self._small: dict[tuple[str, str], Member] = {}

    def document(
        self,
        context: Mapping[str, object],
        media: Mapping[str, bytes],
        stamp: str,
        deflater: Deflater,
    ) -> bytes:
        """Return one document."""
        album = Album(media, self._blueprint.drawings)
        finishing = Finishing(
            self._blueprint.drawings,
            self._blueprint.outline,
            album.shown,
            stamp,
            self._blueprint.widths,
        )
        names = {**self._globals, **context}
        with budget.allowance() as allowance, delegating.guests() as guests:
            members = [
                self._member(
                    part, self._finished(part, names, finishing, allowance, guests), deflater
                )
                for part in self._parts
            ]
            if guests.host is not None:
                own = guests.members(self._where, has_contents=finishing.outline is not None)
                return self._variants.archive_of(own, finishing, album).completed(members)
        return self._variants.archive(finishing, album).completed(members)

    def _finished(
        self,
        part: Runnable,
        names: dict[str, object],
        finishing: Finishing,
        allowance: budget.Budget,
        guests: delegating.Guests,
    ) -> str:
        allowance.has_unresolved = False
        guests.part = part.program.part
        markup = part.run(names, allowance)
        program = part.program
        has_unresolved = allowance.has_unresolved
        if program.has_marks or has_unresolved:
            return finishing.finish(
                program.part, markup, program.where, has_unresolved=has_unresolved
            )
        return markup

    def _member(self, part: Runnable, markup: str, deflater: Deflater) -> Member:
        """Return a part compressed; a short one that was the same before is not done again."""
        if part.splices.kept and TOKEN in markup:
            return part.splices.packed(part.program.part, markup, deflater)
        if len(markup) > _SHORT:
            return packed(part.program.part, markup.encode("ascii"), deflater)
        key = (deflater.name, markup)
        known = self._small.get(key)
        if known is None or known.name != part.program.part.encode():
            known = packed(part.program.part, markup.encode("ascii"), deflater)
            if len(self._small) >= _REMEMBERED:
                self._small.clear()
            self._small[key] = known
        return known


_SHORT = 8192
_REMEMBERED = 64


def _written(stamp: datetime | None) -> str:
    if stamp is None:
        return _NO_MOMENT
    moment = stamp if stamp.tzinfo is None else stamp.astimezone(UTC).replace(tzinfo=None)
    return f"{moment.isoformat(timespec='seconds')}Z"
