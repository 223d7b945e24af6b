"""Slips in single tags: delimiters, words, quotes, characters, and where the tag stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.rendering import xml
from toolkit.rendering.xml import Element, w
from toolkit.text import Text
from toolkit.workshop.containers import WRAPPERS, wrappers
from toolkit.workshop.expressions import fault_of
from toolkit.workshop.slips import Slip, slip
from toolkit.workshop.statements import MIDDLES, OF_CELLS, REFUSED, WORDS, meant, statement_of
from toolkit.workshop.tags import Flaw, Scrap, Tag

_OUTSIDE_QUOTES = re.compile(r"'[^']*'|\"[^\"]*\"")
_QUOTES = re.compile(r"[«»‹›„‟″′`´]")
_CURLY = re.compile(r"[“”‘’]")
_ODD = re.compile(r"[^\w\s.,:;|()\[\]{}+\-*/%~=!<>'\"&$@?#^\\]")
_TYPED = {"–": "-", "—": "-", "−": "-", "…": "...", "≥": ">=", "≤": "<=", "≠": "!=", "→": "->",
          "⇒": "=>", "×": "*", "÷": "/", "¬": "not "}  # fmt: skip
_SCOPES = frozenset({"p", "tr", "tc", "r"})


def tag_slips(items: Sequence[Tag | Scrap]) -> Iterator[Slip]:
    """Yield what is wrong with the tags of one part, each for itself."""
    previous: Tag | Scrap | None = None
    for item in items:
        if isinstance(item, Scrap):
            if not _goes_on(previous, item):
                yield _of_scrap(item)
        else:
            yield from _of_tag(item)
        previous = item
    yield from _crowded(items)


def _goes_on(previous: Tag | Scrap | None, item: Scrap) -> bool:
    """Tell whether *item* is the end of a tag that the line before left open."""
    return (
        isinstance(previous, Scrap)
        and (previous.flaw, item.flaw) == (Flaw.UNCLOSED, Flaw.UNOPENED)
        and previous.passage is not item.passage
    )


def _of_scrap(item: Scrap) -> Slip:
    if item.flaw is Flaw.UNCLOSED:
        return slip(
            "unclosed-tag", item.at(), opening=item.text[:2], closing=_CLOSING[item.text[1]]
        )
    if item.flaw is Flaw.UNOPENED:
        return slip("unopened-tag", item.at(), closing=item.text)
    if item.flaw is Flaw.MIXED:
        wanted = _CLOSING[item.text[1]]
        return slip(
            "mixed-tag", item.at(), opening=item.text[:2], closing=item.text[-2:], wanted=wanted
        )
    kind = "almost-statement" if statement_of(item) else "almost-tag"
    return slip(kind, item.at(), text=item.text)


_CLOSING = {"{": "}}", "%": "%}", "#": "#}"}


def _of_tag(tag: Tag) -> Iterator[Slip]:
    if not tag.is_note:
        yield from _of_writing(tag)
    yield from _of_splitting(tag)


def _of_writing(tag: Tag) -> Iterator[Slip]:
    if not tag.content:
        yield slip("empty-tag", tag.at(), text=tag.text)
    elif tag.is_statement and tag.word in REFUSED:
        yield slip("refused-tag", tag.at(), word=tag.word)
    elif tag.is_statement and (wrong := _misspelt(tag)):
        yield wrong
    elif (fault := fault_of(tag)) is not None:
        yield _unreadable(tag, fault)
    elif _CURLY.search(_OUTSIDE_QUOTES.sub("", tag.written)):
        yield slip("curly-quotes", tag.at(), quotes=_CURLY.findall(tag.written)[0])


def _misspelt(tag: Tag) -> Slip | None:
    first, *more = tag.content.split() or [""]
    if first.lower() in _SCOPES and more and meant(more[0]):
        return slip(
            "spaced-scope", tag.at(), text=f"{{% {first}", wanted=f"{{%{first.lower()} {more[0]}"
        )
    right = statement_of(tag)
    extra = tag.word in MIDDLES and tag.word == "else" and more
    if (tag.word in WORDS and not extra) or (tag.word == "set" and "=" in tag.content):
        return None
    scope = tag.word.lower().removesuffix(right)
    if right and scope in _SCOPES:
        text, wanted = f"{{%{tag.word}", f"{{%{scope} {right}"
        return slip("spaced-scope", tag.at(), text=text, wanted=wanted)
    word = f"{first} {more[0]}" if more and first in ("end", "else") else tag.word or first
    hint = _PERHAPS.filled(name=right) if right else _STOP
    return slip("misspelt-tag", tag.at(), word=word, hint=hint)


_PERHAPS = Text(it="; forse intendevi «{name}»?", en="; did you mean “{name}”?")
_STOP = Text(it="; correggilo.", en="; correct it.")


def _unreadable(tag: Tag, fault: Text) -> Slip:
    """Return the slip for a tag that Jinja cannot read, by what is most likely its cause."""
    outside = _OUTSIDE_QUOTES.sub("", tag.written)
    if found := _QUOTES.search(outside):
        return slip("wrong-quotes", tag.at(), quotes=found[0])
    if found := _CURLY.search(tag.written):
        return slip("wrong-quotes", tag.at(), quotes=found[0])
    if found := _ODD.search(outside):
        typed = _TYPED.get(found[0])
        remedy = _TYPE.filled(typed=typed) if typed else _REMOVE
        values = {"character": found[0], "code": f"U+{ord(found[0]):04X}", "remedy": remedy}
        return Slip("odd-character", tag.at(), values)
    return slip("unreadable-tag", tag.at(), reason=fault)


_TYPE = Text(it="scrivi «{typed}» con la tastiera", en="type “{typed}” on the keyboard")
_REMOVE = Text(it="toglilo", en="remove it")


def _of_splitting(tag: Tag) -> Iterator[Slip]:
    """Yield where Word's own elements cut through a tag."""
    if not tag.passage.is_paragraph:
        return
    sources = list(dict.fromkeys(tag.passage.sources[tag.start : tag.end]))
    around = [wrappers(each, tag.passage.element) for each in sources]
    cutting = next((one or two for one, two in pairwise(around) if one != two), None)
    if cutting:
        what = WRAPPERS.get(str(cutting[0].tag), _OTHER)
        yield slip("tag-cut", tag.at(), what=what)
    elif len({_looks(each) for each in sources}) > 1:
        yield slip("tag-in-pieces", tag.at(), text=tag.text)


_OTHER = Text(it="un altro elemento", en="another element")
_UNSEEN = frozenset({w("lang"), w("noProof"), w("rFonts"), w("webHidden")})


def _looks(source: Element) -> tuple[str, ...]:
    """Return what a run's formatting changes for the eye."""
    run = source.getparent()
    properties = None if run is None else run.find(w("rPr"))
    if properties is None:
        return ()
    return tuple(sorted(xml.as_text(item) for item in properties if item.tag not in _UNSEEN))


def _crowded(items: Sequence[Tag | Scrap]) -> Iterator[Slip]:
    tags = [item for item in items if isinstance(item, Tag)]
    together: dict[tuple[str, Element], list[Tag]] = {}
    for tag in tags:
        if tag.is_statement and tag.word in OF_CELLS and _around(tag, "tc") is None:
            yield slip("outside-table", tag.at(), tag=f"{{% {tag.word}")
        if not tag.is_structural:
            continue
        holder = tag.passage.element if tag.scope == "p" else _around(tag, tag.scope)
        if holder is None or not tag.passage.is_paragraph:
            yield slip("outside-table", tag.at(), tag=f"{{%{tag.scope}")
        else:
            together.setdefault((tag.scope, holder), []).append(tag)
    for (_, holder), twins in together.items():
        yield from _with_others(twins, holder)


def _around(tag: Tag, name: str) -> Element | None:
    return next(tag.passage.element.iterancestors(w(name)), None)


def _with_others(twins: Sequence[Tag], holder: Element) -> Iterator[Slip]:
    """Yield the slip for what a structural tag would take out with its paragraph, row or cell."""
    tag, *others = twins
    values: dict[str, object] = {"tag": f"{{%{tag.scope}", "holder": HOLDERS[tag.scope]}
    rest = _texts(holder, tag).replace(tag.text, "", 1).split()
    if others:
        yield Slip("two-structural", others[0].at(), values)
    elif rest:
        yield Slip("beside-structural", tag.at(), values | {"lost": " ".join(rest)[:60]})


def _texts(holder: Element, tag: Tag) -> str:
    if holder is tag.passage.element:
        return tag.passage.text
    return "".join(item.text or "" for item in holder.iter(w("t")))


HOLDERS = {
    "p": Text(it="il suo paragrafo", en="its paragraph"),
    "tr": Text(it="la sua riga", en="its row"),
    "tc": Text(it="la sua cella", en="its cell"),
}
