"""The comments that people write in Word: what they say, about what, and carrying them over.

Word knows a comment by three marks in the text. A new version has other runs and perhaps
other words, so the marks are set anew: at the same characters where the paragraph reads the
same, else around all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.rendering import xml
from toolkit.rendering.comments import CommentsPart, marks
from toolkit.rendering.parts import COMMENTS_TYPE, Parts
from toolkit.rendering.xml import w
from toolkit.revision.changes import placed_paragraphs, twins
from toolkit.revision.looks import own_paragraph
from toolkit.revision.places import Change, Conflict, Kind, Place
from toolkit.revision.stories import BODY, WordDocument

Element = Any


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between two characters of a paragraph, counted from its beginning."""

    paragraph: Element
    characters: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote about the words between two places."""

    author: str
    text: str
    attributes: Mapping[str, str]
    """Who wrote it and when, as the file has it."""
    start: Spot
    end: Spot


def new_comments(before: WordDocument, after: WordDocument) -> tuple[Change, ...]:
    """Return the comments that *after* has and *before* had not, in reading order."""
    known = [(each.author, each.text) for each in _comments(before)]
    found = (each for each in _comments(after) if (each.author, each.text) not in known)
    return tuple(_as_change(each, after) for each in found)


def carry_comments(
    edited: WordDocument, new: WordDocument, package: Parts
) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
    """Give *new*, whose parts are those of *package*, the comments of *edited*.

    Returns those that were carried over and those whose paragraph is there no longer.
    """
    comments = tuple(_comments(edited))
    if not comments:
        return (), ()
    same = {a.element: b.element for a, b in twins(edited.story(BODY), new.story(BODY))}
    part = CommentsPart(package)
    carried: list[Change] = []
    gone: list[Conflict] = []
    for each in comments:
        change = _as_change(each, edited)
        start = same.get(each.start.paragraph)
        if start is None:
            gone.append(Conflict(change.place, change.before, each.text, "", each.author))
            continue
        _set(each, start, same.get(each.end.paragraph), part.add(each.text, **each.attributes))
        carried.append(change)
    return tuple(carried), tuple(gone)


def _as_change(comment: Comment, document: WordDocument) -> Change:
    place, words = Place(BODY), ""
    for paragraph, where in placed_paragraphs(BODY, document.story(BODY)):
        if paragraph.element is comment.start.paragraph:
            place, words = where, paragraph.text
    return Change(Kind.COMMENTED, place, words, comment.text, comment.author)


def _comments(document: WordDocument) -> Iterator[Comment]:
    root = document.roots[BODY]
    written = _written(document)
    ends = {each.get(w("id")): each for each in root.iter(w("commentRangeEnd"))}
    starts = {each.get(w("id")): each for each in root.iter(w("commentRangeStart"))}
    for reference in root.iter(w("commentReference")):
        identifier = reference.get(w("id"))
        comment = written.get(str(identifier))
        if comment is None:
            continue
        start = _spot(starts.get(identifier, reference), root)
        end = _spot(ends.get(identifier, reference), root)
        if start and end:
            yield Comment(comment.get(w("author")) or "", _text(comment), _by(comment), start, end)


def _written(document: WordDocument) -> dict[str, Element]:
    package = Parts(document.members, BODY)
    return {
        str(comment.get(w("id"))): comment
        for name in package.of_type(COMMENTS_TYPE)
        for comment in package.tree(name).iter(w("comment"))
    }


def _text(comment: Element) -> str:
    lines = ("".join(t.text or "" for t in each.iter(w("t"))) for each in comment.iter(w("p")))
    return "\n".join(lines).strip()


def _by(comment: Element) -> dict[str, str]:
    names = ("author", "initials", "date")
    return {name: str(value) for name in names if (value := comment.get(w(name))) is not None}


def _spot(mark: Element, root: Element) -> Spot | None:
    """Return where *mark* stands; one between two paragraphs belongs to the one it opens or ends."""
    paragraph = own_paragraph(mark)
    if paragraph is not None:
        return Spot(paragraph, sum(len(each.text or "") for each in _texts(paragraph, mark)))
    order = list(root.iter(w("p"), mark.tag))
    at = order.index(mark)
    is_end = mark.tag == w("commentRangeEnd")
    near = reversed(order[:at]) if is_end else iter(order[at:])
    found = next((each for each in near if each.tag == w("p")), None)
    return None if found is None else Spot(found, len(_words(found)) if is_end else 0)


def _texts(paragraph: Element, before: Element | None = None) -> Iterator[Element]:
    """Yield the texts of *paragraph* itself, in order, those that stand *before* a mark."""
    for each in paragraph.iter():
        if each is before:
            return
        if each.tag == w("t") and own_paragraph(each) is paragraph:
            yield each


def _words(paragraph: Element) -> str:
    return "".join(each.text or "" for each in _texts(paragraph))


def _set(comment: Comment, start: Element, end: Element | None, identifier: str) -> None:
    """Set the marks of *comment* in the paragraphs it begins and ends in now."""
    opening, closing, reference = marks(identifier)
    first = _now(comment.start, start, last=False)
    last = Spot(start, len(_words(start))) if end is None else _now(comment.end, end, last=True)
    _put(opening, first, after=False)
    if first == last:
        opening.addnext(closing)
    else:
        _put(closing, last, after=True)
    closing.addnext(reference)


def _now(spot: Spot, paragraph: Element, *, last: bool) -> Spot:
    words = _words(paragraph)
    if words == _words(spot.paragraph):
        return Spot(paragraph, spot.characters)
    return Spot(paragraph, len(words) if last else 0)


def _put(mark: Element, spot: Spot, *, after: bool) -> None:
    """Put *mark* at *spot*; between two runs it goes *after* the first or before the second."""
    passed = 0
    for text in _texts(spot.paragraph):
        length = len(text.text or "")
        offset = spot.characters - passed
        if offset < length or (after and offset == length):
            _put_in_run(mark, text, offset)
            return
        passed += length
    spot.paragraph.append(mark)


def _put_in_run(mark: Element, text: Element, offset: int) -> None:
    run, words = text.getparent(), text.text or ""
    if offset == 0 and text.getprevious() in (None, run.find(w("rPr"))):
        run.addprevious(mark)
        return
    run.addnext(mark)
    rest = list(text.itersiblings())
    if offset == len(words) and not rest:
        return
    second = xml.text_run(words[offset:])
    properties = run.find(w("rPr"))
    if properties is not None:
        second.insert(0, xml.copied(properties))
    text.text = words[:offset]
    xml.keep_spaces(text)
    second.extend(rest)
    mark.addnext(second)
