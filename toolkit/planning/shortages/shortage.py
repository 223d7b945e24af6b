"""What keeps a course from having a timetable, in hours, names and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from toolkit.errors import NoTimetableError
from toolkit.model.course import Course
from toolkit.place import At
from toolkit.planning.shortages.kind import Kind
from toolkit.text import Lang, Text


class Means(Enum):
    """What there may be too little of."""

    WINDOWS = "windows"
    TRAINERS = "trainers"
    ROOMS = "rooms"
    MEETING = "meeting"
    """Time that a trainer and a room have together."""
    INTERNSHIP = "internship"
    TEST = "test"
    PINNED = "pinned"
    """Place for the lessons that stand already."""


ONE_HOUR = 60

_NO_KIND = Text(it="", en="")
_NEEDS = Text(it="servono {hours} h{kind}", en="{hours} h{kind} are needed")
_NEEDS_ONE = Text(it="serve {hours} h{kind}", en="{hours} h{kind} is needed")
_HAS = Text(it="{hours} h disponibili", en="{hours} h available")
_HAS_ONE = Text(it="{hours} h disponibile", en="{hours} h available")
_LACKS = Text(it="mancano {hours} h", en="{hours} h are missing")
_LACKS_ONE = Text(it="manca {hours} h", en="{hours} h is missing")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a shortage is about; positions refer to the `Demand`."""

    means: Means
    units: tuple[int, ...] = ()
    trainers: tuple[int, ...] = ()
    rooms: tuple[int, ...] = ()
    kind: Kind = Kind.ANY


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change, or several of which any one would do, after which there is a timetable."""

    words: Text
    courses: tuple[Course, ...]
    """The course after each, and after one remedy for each of its other shortages."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """One thing of which there is less than the course needs."""

    at: At
    """The place in the configuration to look at first."""
    needed: float
    """Hours asked for."""
    available: float
    """Hours there are."""
    sentence: Text
    subject: Subject
    remedies: tuple[Remedy, ...] | None = None
    """Changes that were tried and do; none before any is sought."""

    @property
    def missing(self) -> float:
        """Hours asked for beyond those there are."""
        return self.needed - self.available

    def say(self, lang: Lang) -> str:
        """Return what is short and what would do, as one line."""
        return with_remedies(self.sentence, self.remedies).say(lang)


def with_remedies(sentence: Text, remedies: tuple[Remedy, ...] | None) -> Text:
    """Return *sentence* followed by the changes that would do, if any were sought."""
    if remedies is None:
        return sentence
    if not remedies:
        return _NO_REMEDY.filled(sentence=sentence)
    phrases = Text(
        it="; ".join(each.words.it for each in remedies),
        en="; ".join(each.words.en for each in remedies),
    )
    several = _REMEDIES if len(remedies) > 1 else _REMEDY
    return several.filled(sentence=sentence, remedies=phrases)


_REMEDIES = Text(
    it="{sentence} Possibili rimedi: {remedies}.", en="{sentence} What would do: {remedies}."
)
_REMEDY = Text(
    it="{sentence} Un rimedio possibile: {remedies}.", en="{sentence} What would do: {remedies}."
)
_NO_REMEDY = Text(
    it="{sentence} Nessuna delle modifiche provate basta da sola.",
    en="{sentence} None of the changes tried is enough by itself.",
)


def shortage(
    *at: str,
    needed: int,
    available: int,
    sentence: Text,
    subject: Subject,
    kind: Text = _NO_KIND,
    **values: object,
) -> Shortage:
    """Return a shortage at the path *at*, given minutes; *values* fill the sentence.

    So do ``{needs}``, the hours needed of that *kind*, and ``{lacks}``.
    """
    told = {
        "needs": (_NEEDS_ONE if needed == ONE_HOUR else _NEEDS).filled(
            hours=needed / 60, kind=kind
        ),
        "lacks": lacks(needed - available),
        "needed": needed / 60,
        "available": available / 60,
    }
    return Shortage(at, needed / 60, available / 60, sentence.filled(**told, **values), subject)


def hours_available(minutes: int) -> Text:
    """Say how much there is."""
    return (_HAS_ONE if minutes == ONE_HOUR else _HAS).filled(hours=minutes / 60)


def lacks(minutes: int) -> Text:
    """Say how much is missing."""
    return (_LACKS_ONE if minutes == ONE_HOUR else _LACKS).filled(hours=minutes / 60)


class ShortagesError(NoTimetableError):
    """A count finds fewer hours than the course needs: no timetable can exist."""

    message: ClassVar[Text] = Text(it="{shortages}", en="{shortages}")

    def __init__(self, shortages: tuple[Shortage, ...], places: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.shortages = shortages
        self.places = places

    def placed(self, where: Callable[[At], str]) -> ShortagesError:
        """Return this error with the place of each shortage, as *where* tells it."""
        return ShortagesError(self.shortages, tuple(where(each.at) for each in self.shortages))

    def say(self, lang: Lang) -> str:
        """Return one line a shortage, after its place if that is known."""
        lines = [each.say(lang) for each in self.shortages]
        if self.places:
            lines = [f"{place}: {line}" for place, line in zip(self.places, lines, strict=True)]
        if len([each for each in self.shortages if each.remedies]) > 1:
            lines.append(_ONE_EACH.say(lang))
        return "\n".join(lines)


_ONE_EACH = Text(
    it="Serve un rimedio per ognuna di queste mancanze.",
    en="One remedy is needed for each of these shortages.",
)


class ImpossibleError(NoTimetableError):
    """It is proved that no timetable exists, though no count finds a shortage."""

    message = Text(it="{why}", en="{why}")

    def __init__(
        self,
        where: str = "",
        /,
        *,
        why: Text,
        at: At = ("week",),
        remedies: tuple[Remedy, ...] | None = None,
    ) -> None:
        super().__init__(where, why=with_remedies(why, remedies))
        self.why = why
        self.at = at
        self.remedies = remedies

    def placed(self, where: Callable[[At], str]) -> ImpossibleError:
        """Return this error with its place, as *where* tells it."""
        return ImpossibleError(where(self.at), why=self.why, at=self.at, remedies=self.remedies)


class UnplacedError(NoTimetableError):
    """No attempt placed every hour, and whether a timetable exists is not known."""

    def placed(self, where: Callable[[At], str]) -> UnplacedError:
        """Return this error with its place, as *where* tells it."""
        return UnplacedError(where(("week",)), **self.values)

    message = Text(
        it="In {attempts} tentativi nessun calendario è completo; al migliore mancano: {left}. "
        "Non è detto che non ne esista uno: prova un altro seed, allarga le fasce o le "
        "disponibilità di queste unità, o sposta la fine.",
        en="None of {attempts} attempts gave a complete timetable; the best lacks: {left}. "
        "One may exist all the same: try another seed, widen the windows or the availability of "
        "these units, or move the end.",
    )
