"""What keeps a course from having a timetable, in hours, names and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from toolkit.errors import NoTimetableError
from toolkit.place import At
from toolkit.text import Lang, Text


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
    remedy: Text
    """What to do, as a sentence of its own."""

    @property
    def missing(self) -> float:
        """Hours asked for beyond those there are."""
        return self.needed - self.available

    def say(self, lang: Lang) -> str:
        """Return what is short and what to do, as one line."""
        return f"{self.sentence.say(lang)} {self.remedy.say(lang)}"


def shortage(
    *at: str, needed: int, available: int, sentence: Text, remedy: Text, **values: object
) -> Shortage:
    """Return a shortage at the path *at*, given minutes; *values* fill both sentences."""
    hours = {
        "needed": needed / 60,
        "available": available / 60,
        "missing": (needed - available) / 60,
    }
    return Shortage(
        at,
        hours["needed"],
        hours["available"],
        sentence.filled(**hours, **values),
        remedy.filled(**hours, **values),
    )


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
        return "\n".join(lines)


class ImpossibleError(NoTimetableError):
    """It is proved that no timetable exists, though no count finds a shortage."""

    message = Text(
        it="Nessun calendario è possibile: contate una per una le ore bastano, ma insieme i "
        "vincoli non lasciano posto per tutte. Al tentativo migliore mancano: {left}. Allarga le "
        "fasce o le disponibilità di queste unità, o sposta la fine.",
        en="No timetable is possible: counted one by one the hours suffice, but together the "
        "constraints leave no place for all. The best attempt lacks: {left}. Widen the windows "
        "or the availability of these units, or move the end.",
    )


class UnplacedError(NoTimetableError):
    """No attempt placed every hour, and whether a timetable exists is not known."""

    message = Text(
        it="In {attempts} tentativi nessun calendario è completo; al migliore mancano: {left}. "
        "Non è detto che non ne esista uno: prova un altro seed, allarga le fasce o le "
        "disponibilità di queste unità, o sposta la fine.",
        en="None of {attempts} attempts gave a complete timetable; the best lacks: {left}. "
        "One may exist all the same: try another seed, widen the windows or the availability of "
        "these units, or move the end.",
    )
