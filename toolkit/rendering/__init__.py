r"""Word documents from Word templates: the only package that knows docxtpl, docx and lxml.

A template is a ``.docx`` written in Word with docxtpl's tags: ``{{ name }}``, ``{% if %}``,
``{% for %}`` inside a paragraph; ``{%p %}`` alone in a paragraph, ``{%tr %}`` alone in a
table row and ``{%tc %}`` alone in a cell take that paragraph, row or cell out and repeat or
choose what stands between them; ``{% colspan n %}``, ``{% cellbg colour %}``, ``{% vm %}``,
``{% hm %}``; ``{# notes #}``; ``{_{`` prints ``{{``.

``compile_template(source)`` reads and compiles, once; ``render(context, media=…)`` makes a
document, as often as asked, from any thread. ``bound(values)`` prepares for many documents that
have *values* in common, ``docxtpl()`` makes what an `InlineImage` or a `Subdoc` wants.
docs/docxtpl.md tells where docxtpl and this engine differ, ARCHITECTURE.md how it works.

Conventions that templates follow:

- **Values.** Only text and whole numbers print as they are. A date, a time, a number with
  decimals, yes/no or a list wants one of the filters of `filters`; ``None`` is a fault, so
  write ``{% if %}``. Newlines and tabs of a value become Word's own. There is no ``safe``:
  formatted text is a `RichText`, printed with ``{{r }}``.
- **Missing values** print as ``[da completare: …]`` in the character style with the id
  ``Segnaposto``. Define that style to say how it looks; it is added when it is missing.
- **Pictures.** Insert a stand-in picture in Word and name it (Layout, Selection Pane): the
  drawing's ``wp:docPr`` name is the key in *media*. Its frame is the largest size; the
  proportions are the new picture's. Its alternative text stays and may hold tags. Without a
  picture for it the stand-in stays, so put ``{%p if %}`` around it.
- **Table of contents.** Insert a field ``TOC \o "1-2" \h \z \u`` with one paragraph of any
  text as its result, and nothing else in that paragraph. It is filled from the paragraphs in
  heading styles (with the numbers of their numbering) in the styles that Word calls
  ``toc 1``, ``toc 2``: give these a right tab with dots, and a left tab too when headings
  are numbered. Page numbers are Word's and LibreOffice's work; see `contents` and `pdf`.
- **Properties.** Title, subject, author and keywords in ``docProps/core.xml`` may hold tags.
  Dates are those of *stamp*; who edited the template, and its comments, are left out.
- **Tables.** A table that loses all its rows disappears, a cell that loses all its
  paragraphs keeps an empty one. Two tables that end up next to each other become one in
  Word: keep a paragraph between them inside the loop.
- **Drafts** get BOZZA across every page; the template needs nothing for it.

A fault is a `TemplateError` that names the template, the part, the text around it and what to
do; a picture that cannot be used is a `PictureError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.rendering.compiled import CompiledTemplate, compile_template

__all__ = ["CompiledTemplate", "compile_template"]


def __getattr__(name: str) -> object:
    """Load the engine, and Jinja with it, for who compiles: other modules here are small."""
    if name in __all__:
        from toolkit.rendering import compiled

        return getattr(compiled, name)
    raise AttributeError(name)
