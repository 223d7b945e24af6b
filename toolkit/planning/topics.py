"""What each lesson of a unit is about: its topics and items spread over the lessons' time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from toolkit.model.course import AnyUnit

Span = tuple[int, int]
"""A stretch of the unit's time. The unit of measure makes all bounds whole numbers."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one lesson treats."""

    covers: tuple[str, ...]
    topic: str | None


def contents_of(unit: AnyUnit, minutes: Sequence[int]) -> tuple[Content, ...]:
    """Return what each lesson of *unit* treats; *minutes* are the lengths, in order of time.

    Topics and items keep their order and take time in proportion. Every item is treated
    once at least; a lesson within a long item goes on with it.
    """
    if not minutes:
        return ()
    quarters = [round(topic.hours * 4) for topic in unit.plan.topics]
    lessons = _spans(minutes, sum(quarters) or 1)
    topics = _spans(quarters, sum(minutes))
    covers = _treated(lessons, _items_in_time(unit, topics, lessons))
    order = [item.code for item in unit.items]
    return tuple(
        Content(
            tuple(sorted(codes, key=order.index)),
            _titles(unit, [n for n, topic in enumerate(topics) if _overlap(topic, lesson)]),
        )
        for lesson, codes in zip(lessons, covers, strict=True)
    )


def _spans(lengths: Sequence[int], scale: int) -> list[Span]:
    """Return where each of *lengths*, one after the other, begins and ends."""
    return [(start * scale, end * scale) for start, end in pairwise(accumulate(lengths, initial=0))]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _titles(unit: AnyUnit, topics: list[int]) -> str | None:
    """Return the titles that the provider gave; the words of an item are not a title."""
    words = {item.words for item in unit.items}
    titles = [unit.plan.topics[n].title for n in topics]
    return "; ".join(title for title in titles if title not in words) or None


def _items_in_time(
    unit: AnyUnit, topics: list[Span], lessons: list[Span]
) -> list[tuple[str, Span]]:
    """Return each item with the time it takes, in the order of the topics that name it.

    Items that no topic names share the time of the topics that name none, or else of the
    whole unit.
    """
    known = {item.code for item in unit.items}
    named = [tuple(code for code in topic.covers if code in known) for topic in unit.plan.topics]
    mentioned = {code for codes in named for code in codes}
    others = tuple(item.code for item in unit.items if item.code not in mentioned)
    found = [
        each
        for codes, span in zip(named, topics, strict=True)
        for each in _shared_out([span], codes)
    ]
    idle = [span for codes, span in zip(named, topics, strict=True) if not codes]
    return [*found, *_shared_out(idle or lessons, others)]


def _shared_out(spans: list[Span], codes: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Split the time of *spans*, taken as one, evenly among *codes*."""
    total = sum(end - start for start, end in spans)
    for n, code in enumerate(codes):
        first = _moment(spans, total * n // len(codes))
        last = _moment(spans, total * (n + 1) // len(codes))
        yield code, (first, last)


def _moment(spans: list[Span], passed: int) -> int:
    """Return the moment at which so much of *spans* has passed."""
    for start, end in spans:
        if passed <= end - start:
            return start + passed
        passed -= end - start
    return spans[-1][1]


def _treated(lessons: list[Span], items: list[tuple[str, Span]]) -> list[list[str]]:
    """Give each item to the lesson that its middle falls in; then fill empty lessons.

    A lesson that is all test has no time, and is given none of them first.
    """
    covers: list[list[str]] = [[] for _ in lessons]
    teaching = [n for n, (start, end) in enumerate(lessons) if start < end] or [0]
    for code, span in items:
        middle = _middle(span)
        at = next((n for n in teaching if middle < lessons[n][1]), teaching[-1])
        if code not in covers[at]:
            covers[at].append(code)
    for n, lesson in enumerate(lessons):
        if not covers[n] and items:
            middle = _middle(lesson)
            covers[n].append(min(items, key=lambda item: _distance(item[1], middle))[0])
    return covers


def _middle(span: Span) -> int:
    return (span[0] + span[1]) // 2


def _distance(span: Span, moment: int) -> int:
    """Return how far *moment* is from *span*; nothing inside it."""
    return max(span[0] - moment, moment - span[1], 0)
