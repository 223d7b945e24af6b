"""What changed between two versions of a template: its text, its fields, its structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from toolkit.rendering.parts import STYLES_TYPE
from toolkit.rendering.xml import value, w
from toolkit.text import Lang, Text
from toolkit.workshop.passages import Passage
from toolkit.workshop.reading import Reading
from toolkit.workshop.tags import Tag

_FIELD = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_SYNTAX = frozenset(
    ["for", "in", "if", "else", "elif", "endif", "endfor", "set", "endset", "and", "or", "not",
     "is", "with", "endwith", "true", "false", "none", "recursive", "loop", "filter", "endfilter",
     "macro", "endmacro", "call", "endcall", "colspan", "cellbg", "vm", "hm"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is there no longer, or is there now; *where* says where it stands."""

    where: Text
    gone: tuple[str, ...]
    come: tuple[str, ...]


_FIELDS = Text(it="campi", en="fields")
_STYLES = Text(it="stili usati", en="styles used")
_SAME = Text(it="nessuna differenza nel testo, nei campi e nella struttura", en="no difference in text, fields and structure")  # fmt: skip


def differences(old: Reading, new: Reading) -> tuple[Difference, ...]:
    """Return what changed, in the order of the new template, then fields and structure."""
    found = list(_of_text(old, new))
    for name, ask in ((_FIELDS, _fields), (_STYLES, _styles), *_counts()):
        before, after = ask(old), ask(new)
        gone, come = sorted(before - after), sorted(after - before)
        if gone or come:
            found.append(Difference(name, tuple(gone), tuple(come)))
    return tuple(found)


def as_text(found: tuple[Difference, ...], lang: Lang) -> str:
    """Return the differences for a person: where, then ``-`` what is gone and ``+`` what came."""
    if not found:
        return _SAME.say(lang)
    lines = []
    for each in found:
        lines.append(each.where.say(lang))
        lines += [f"  - {line}" for line in each.gone]
        lines += [f"  + {line}" for line in each.come]
    return "\n".join(lines)


def _of_text(old: Reading, new: Reading) -> Iterator[Difference]:
    parts = dict.fromkeys(each.part for each in (*new.passages, *old.passages))
    for part in parts:
        before = [each for each in old.passages if each.part == part and each.text.strip()]
        after = [each for each in new.passages if each.part == part and each.text.strip()]
        matcher = SequenceMatcher(
            None, [_line(each) for each in before], [_line(each) for each in after], autojunk=False
        )
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind != "equal":
                gone, come = before[i:j], after[k:m]
                where = (come or gone)[0].where()
                yield Difference(where, tuple(map(_line, gone)), tuple(map(_line, come)))


def _line(passage: Passage) -> str:
    return " ".join(passage.text.split())


def _fields(template: Reading) -> set[str]:
    """Return the names that the tags use, their filters apart."""
    return {name for tag in template.tags if not tag.is_note for name in _names(tag)}


def _names(tag: Tag) -> Iterator[str]:
    for each in _FIELD.finditer(_QUOTED.sub("''", tag.content)):
        is_filter = tag.content[: each.start()].rstrip().endswith("|")
        if each[0] not in _SYNTAX and not is_filter:
            yield each[0]


def _styles(template: Reading) -> set[str]:
    root = template.parts.only(STYLES_TYPE)
    names = (
        {}
        if root is None
        else {
            str(each.get(w("styleId"))): value(each, "name") or "" for each in root.iter(w("style"))
        }
    )
    used = (
        str(item.get(w("val")))
        for _, part in template.parts.texts()
        for item in part.iter(w("pStyle"), w("rStyle"), w("tblStyle"))
    )
    return {names.get(each) or each for each in used}


_COUNTED = (
    (Text(it="tabelle", en="tables"), "tbl"),
    (Text(it="immagini", en="pictures"), "drawing"),
    (Text(it="sezioni", en="sections"), "sectPr"),
)


def _counts() -> Iterator[tuple[Text, Callable[[Reading], set[str]]]]:
    for words, name in _COUNTED:
        yield words, partial(_count, name)


def _count(name: str, template: Reading) -> set[str]:
    return {str(sum(1 for _, root in template.parts.texts() for _ in root.iter(w(name))))}
