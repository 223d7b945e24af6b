"""Word comments in a template: notes among its authors, not for the reader of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from toolkit.rendering import xml
from toolkit.rendering.parts import COMMENTS_TYPE, MAIN_TYPE, Parts
from toolkit.rendering.xml import Element, w

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NEW = f'<w:comments xmlns:w="{xml.W}"/>'


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of a stretch of the main document: a paragraph, or some of its runs."""

    text: str
    paragraph: Element
    runs: tuple[Element, ...] = ()


class CommentsPart:
    """The comments of a document, to which others are added after those that it has."""

    def __init__(self, parts: Parts) -> None:
        names = parts.of_type(COMMENTS_TYPE)
        name = names[0] if names else "word/comments.xml"
        if not names:
            parts.add(name, xml.parse(_NEW), COMMENTS_TYPE)
            parts.relate(parts.of_type(MAIN_TYPE)[0], _RELATIONSHIP, name)
        self._root = parts.tree(name)
        taken = [str(each.get(w("id"))) for each in self._root.iter(w("comment"))]
        self._free = max((int(each) for each in taken if each.isdigit()), default=-1) + 1

    def add(self, text: str, **attributes: str) -> str:
        """Add a comment, a paragraph a line; return the id by which its marks name it."""
        identifier = str(self._free)
        self._free += 1
        made = xml.child(self._root, "comment", id=identifier, **attributes)
        for line in text.split("\n"):
            xml.child(made, "p").append(xml.text_run(line))
        return identifier


def add_comments(
    parts: Parts, comments: Sequence[Comment], *, author: str, initials: str, stamp: datetime
) -> None:
    """Add comments to the main document, after those that it has.

    Word admits none in headers, notes and text boxes: *comments* are about other paragraphs.
    """
    known = CommentsPart(parts)
    attributes = {"author": author, "initials": initials, "date": f"{stamp:%Y-%m-%dT%H:%M:%SZ}"}
    for comment in comments:
        _anchor(comment, known.add(comment.text, **attributes))


def marks(identifier: str) -> tuple[Element, Element, Element]:
    """Return what marks where a comment begins and ends, and the run that refers to it."""
    reference = xml.element("r")
    xml.child(reference, "commentReference", id=identifier)
    start = xml.element("commentRangeStart", id=identifier)
    return start, xml.element("commentRangeEnd", id=identifier), reference


def _anchor(comment: Comment, identifier: str) -> None:
    start, end, reference = marks(identifier)
    if comment.runs:
        comment.runs[0].addprevious(start)
        comment.runs[-1].addnext(end)
    else:
        has_properties = comment.paragraph.find(w("pPr")) is not None
        comment.paragraph.insert(1 if has_properties else 0, start)
        comment.paragraph.append(end)
    end.addnext(reference)


def authors(parts: Parts) -> frozenset[str]:
    """Return who has commented in a document."""
    return frozenset(
        str(comment.get(w("author")))
        for name in parts.of_type(COMMENTS_TYPE)
        for comment in parts.tree(name).iter(w("comment"))
    )


def drop_comments(parts: Parts) -> None:
    """Take out the comments and the marks where they stand."""
    for name, root in parts.texts():
        for mark in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"))):
            xml.remove(mark)
        for mark in list(root.iter(w("commentReference"))):
            xml.remove(holder(mark))
        for relationship in parts.relationships(name):
            # Comments have companions: commentsExtended, commentsIds, commentsExtensible.
            if "/comments" in str(relationship.get("Type")):
                parts.drop(parts.target(name, relationship))
                xml.remove(relationship)


def holder(mark: Element) -> Element:
    """Return the run of a mark when it holds nothing else, else the mark."""
    run = mark.getparent()
    if (
        run is None
        or run.tag != w("r")
        or any(item.tag not in (w("rPr"), mark.tag) for item in run)
    ):
        return mark
    return run
