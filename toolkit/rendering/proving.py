"""Proof, when a template is compiled, that whatever it prints is well-formed.

The body of each block must leave the elements as it found them, values are escaped, and what
carries markup is looked at when it is printed. Then no rendered part need be parsed. On the
way it is found out where each expression prints, and which tables, rows and cells may end up
without what Word wants in them: only these get marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from toolkit.rendering import marks
from toolkit.rendering.escaping import Setting
from toolkit.rendering.holders import Edits, Holder, closed_well

_TOKEN = re.compile(
    r"\x01(?P<mark>[^\x02]*)\x02"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"|<(?P<start>[^\s/>]+)",
    re.DOTALL,
)
_INSIDE_TAG = re.compile(r"(?P<quote>[\"'])|(?P<empty>/\s*)?>")
_WORD = re.compile(r"[^\W\d]")


class UnbalancedError(Exception):
    """A block, from *line* on, cuts across the elements of the part."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class _State:
    """The elements that are open, outermost first, and where in a tag we are."""

    open: tuple[Holder, ...] = ()
    quote: str = ""
    """The quote of the attribute we are in; ``>`` between the attributes of a tag."""

    @property
    def shape(self) -> tuple[tuple[str, ...], str]:
        return tuple(each.name for each in self.open), self.quote


def prove(tree: nodes.Template) -> dict[int, Setting]:
    """Return where each expression prints, by the identity of its node, and put the marks.

    Raises `UnbalancedError` for a block that cuts across the elements of the part.
    """
    proof = _Proof()
    end = proof.walk(tree.body, _State())
    if end.shape != ((), ""):
        raise UnbalancedError(tree.body[-1].lineno if tree.body else 1)
    proof.edits.apply()
    return proof.settings


def _bodies(node: nodes.Node) -> Iterator[Sequence[nodes.Node]]:
    if isinstance(node, nodes.If | nodes.For):
        yield node.body
        for other in node.elif_ if isinstance(node, nodes.If) else ():
            yield other.body
        if node.else_:
            yield node.else_
    elif isinstance(node, _HOLDING):
        yield node.body


_HOLDING = (
    nodes.Macro,
    nodes.CallBlock,
    nodes.FilterBlock,
    nodes.AssignBlock,
    nodes.With,
    nodes.Scope,
)


def _is_sure(node: nodes.Node) -> bool:
    """Tell whether one of the bodies of a block is always printed, once, where it stands."""
    if isinstance(node, nodes.If):
        return bool(node.else_)
    return isinstance(node, nodes.With | nodes.Scope)


_SETTINGS = {
    "w:t": Setting.TEXT,
    "w:instrText": Setting.FIELD,
    "w:p": Setting.RUNS,
    "w:hyperlink": Setting.RUNS,
    "w:smartTag": Setting.RUNS,
    "w:ins": Setting.RUNS,
    "w:fldSimple": Setting.RUNS,
    "w:r": Setting.RUNS,
}
_BLOCKS = frozenset(
    f"w:{name}"
    for name in (
        "body", "tc", "tr", "tbl", "hdr", "ftr", "txbxContent", "sdtContent", "footnote",
        "endnote", "document", "footnotes", "endnotes",
    )
)  # fmt: skip

_COMPLICATING = frozenset({"w:tbl", "w:gridSpan", "w:gridBefore", "w:gridAfter"})


class _Proof:
    """A walk through a part, in the order in which it is printed."""

    def __init__(self) -> None:
        self.settings: dict[int, Setting] = {}
        self.edits = Edits()
        self._blocks = 0
        self._block = 0
        self._field = ""
        self._tables = 0

    def walk(self, body: Sequence[nodes.Node], state: _State) -> _State:
        """Return the state after *body*."""
        for node in body:
            if not isinstance(node, nodes.Output):
                state = self._pass(node, state)
                continue
            for child in node.nodes:
                if isinstance(child, nodes.TemplateData):
                    state = self._read(child, state)
                else:
                    self._settle(child, state)
        return state

    def _pass(self, node: nodes.Node, state: _State) -> _State:
        """Walk the bodies of a block: all end alike, and as they began if they may be left out."""
        ends = [self._enter(body, state) for body in _bodies(node)]
        shapes = {end.shape for end in ends} | (set() if _is_sure(node) else {state.shape})
        if len(shapes) > 1:
            raise UnbalancedError(node.lineno)
        return state if state.shape in shapes else ends[0]

    def _enter(self, body: Sequence[nodes.Node], state: _State) -> _State:
        outer = self._block
        self._blocks += 1
        self._block = self._blocks
        end = self.walk(body, state)
        self._block = outer
        return end

    def _settle(self, node: nodes.Expr, state: _State) -> None:
        if state.quote == ">" or not state.open:
            raise UnbalancedError(node.lineno)
        name = next((each.name for each in reversed(state.open) if not each.is_region), "")
        if state.quote:
            setting = Setting.FIELD if name == "w:fldSimple" else Setting.ATTRIBUTE
        else:
            setting = _SETTINGS.get(name) or (Setting.BLOCKS if name in _BLOCKS else Setting.PLAIN)
        if setting is Setting.FIELD and not _WORD.search(self._field):
            # What a field does is the template's to say, never a value's.
            raise TemplateSyntaxError("a value cannot begin a field", node.lineno)
        if name == "w:gridSpan":
            for holder in state.open:
                holder.has_loose_cells |= holder.name == "w:tr"
        self.settings[id(node)] = setting

    def _read(self, node: nodes.TemplateData, state: _State) -> _State:
        """Follow the tags in a stretch of the template's own text."""
        data, position = node.data, 0
        while position < len(data):
            if state.quote:
                state, position = self._in_tag(node, state, position)
                continue
            found = _TOKEN.search(data, position)
            if state.open and state.open[-1].name == "w:instrText":
                self._field += data[position : found.start() if found else None]
            if found is None:
                break
            state = self._token(node, found, state)
            position = found.end()
        return state

    def _token(self, node: nodes.TemplateData, found: re.Match[str], state: _State) -> _State:
        letters, start, end = found["mark"], found["start"], found["end"]
        if start:
            if start in ("w:fldChar", "w:fldSimple"):
                self._field = ""
            self._tables += start == "w:tbl"
            if start in _COMPLICATING:
                for holder in state.open:
                    holder.is_simple &= holder.name != "w:tbl"
            opened = Holder(start, self._block, (node, found.start()), self._tables)
            return _State((*state.open, opened), ">")
        if end or letters == "/":
            return self._closed(end or marks.START, (node, found.end()), state)
        if not letters or letters[0] in marks.SPOTS:
            return state
        opened = Holder(marks.START, self._block, (node, found.start()))
        return _State((*state.open, opened), "")

    def _in_tag(self, node: nodes.TemplateData, state: _State, position: int) -> tuple[_State, int]:
        data = node.data
        if state.quote != ">":
            end = data.find(state.quote, position)
            if state.open[-1].name == "w:fldSimple":
                self._field += data[position : end if end >= 0 else None]
            return (state, len(data)) if end < 0 else (_State(state.open, ">"), end + 1)
        found = _INSIDE_TAG.search(data, position)
        if found is None:
            return state, len(data)
        if found["quote"]:
            return _State(state.open, found["quote"]), found.end()
        opened = _State(state.open, "")
        if found["empty"] is None:
            return opened, found.end()
        return self._closed(state.open[-1].name, (node, found.end()), opened), found.end()

    def _closed(self, name: str, here: tuple[nodes.TemplateData, int], state: _State) -> _State:
        if not state.open or state.open[-1].name != name:
            raise UnbalancedError(here[0].lineno)
        *outer, holder = state.open
        closed_well(self.edits, holder, outer[-1] if outer else None, here, self._block)
        return _State(tuple(outer), "")
