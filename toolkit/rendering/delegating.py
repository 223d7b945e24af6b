"""Values that only docxtpl can write: pictures and whole documents inside a document.

An `InlineImage` or a `Subdoc` adds parts and relationships to the package of the docxtpl
template that it was made with. That package then takes the place of the compiled one for this
document: its other parts are taken from it, the texts are still rendered here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from toolkit.rendering import faults
from toolkit.text import Text


class Guests:
    """The docxtpl template whose values one document shows, if there is one."""

    def __init__(self) -> None:
        self.host: Any = None
        self.part = ""
        """The part that is being rendered."""

    def welcome(self, host: Any) -> None:
        """Let a value of *host* write itself into the part that is being rendered."""
        if self.host is None:
            host.render_init()
            self.host = host
        elif self.host is not host:
            raise faults.ExpressionError(reason=_TWO_HOSTS, near=faults.NOWHERE)
        host.current_rendering_part = next(
            each for each in host.docx.part.package.iter_parts() if each.partname == f"/{self.part}"
        )

    def members(self, where: str, *, has_contents: bool) -> dict[str, bytes]:
        """Return the parts of the host's package as a document has them."""
        # Who prints text alone needs neither docxtpl's package nor a parser.
        from toolkit.rendering.comments import drop_comments
        from toolkit.rendering.package import read_members
        from toolkit.rendering.parts import Parts
        from toolkit.rendering.properties import forget_past
        from toolkit.rendering.settings import forget_editing, offer_refresh

        buffer = io.BytesIO()
        self.host.docx.save(buffer)
        parts = Parts(read_members(buffer.getvalue(), where), where)
        drop_comments(parts)
        forget_past(parts)
        forget_editing(parts)
        if has_contents:
            offer_refresh(parts)
        return parts.members()


_TWO_HOSTS = Text(
    it="immagini e documenti inseriti vengono da due modelli diversi",
    en="pictures and inserted documents come from two different templates",
)
_current: ContextVar[Guests | None] = ContextVar("guests", default=None)


@contextmanager
def guests() -> Iterator[Guests]:
    """Yield who is a guest in the document that starts here: nobody yet."""
    nobody = Guests()
    token = _current.set(nobody)
    try:
        yield nobody
    finally:
        _current.reset(token)


def welcome(value: object) -> None:
    """Make room for a value that belongs to a docxtpl template, if it is one."""
    host, present = getattr(value, "tpl", None), _current.get()
    if host is not None and present is not None and hasattr(host, "render_init"):
        present.welcome(host)
