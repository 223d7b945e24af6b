"""A fault of a template, told with the place in the document where it stands.

Neither what is compiled nor what is stored knows headings and tables: when something
fails, and only then, the template is read again to find the paragraph that the fault quotes.
"""

from __future__ import annotations

from toolkit.errors import TemplateError
from toolkit.rendering import faults
from toolkit.text import Text


def located(error: TemplateError, data: bytes) -> TemplateError:
    """Return *error* with its place in the template *data*, where it quotes a paragraph of it."""
    near = error.values.get("near")
    part = error.where.rpartition(":")[2]
    if not isinstance(near, Text) or not near.it or not part.endswith(".xml"):
        return error
    words = _place(part, near.it, data)
    if words is None:
        return error
    told = Text(it=f" In {words.it}.{near.it}", en=f" In {words.en}.{near.en}")
    return type(error)(error.where, **(error.values | {"near": told}))


def _place(part: str, near: str, data: bytes) -> Text | None:
    # What reads Word is loaded by who needs it alone: a stored template wants neither.
    from toolkit.rendering import package
    from toolkit.rendering.parts import STYLES_TYPE, Parts
    from toolkit.rendering.places import paragraphs_with_places
    from toolkit.rendering.styles import Styles
    from toolkit.rendering.xml import w

    parts = Parts(package.read_members(data, ""), "")
    styles = Styles(parts.only(STYLES_TYPE))
    for paragraph, place in paragraphs_with_places(parts, part, styles):
        text = "".join(item.text or "" for item in paragraph.iter(w("t")))
        quoted = faults.near(text).it
        # What the data says may follow.
        if quoted and near.startswith(quoted):
            return place.words()
    return None
