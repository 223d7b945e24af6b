"""Tries a course under a newer version of its standard, writing nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from toolkit import pipeline
from toolkit.adoption.retargeting import names_codes, retarget, retarget_timetable
from toolkit.adoption.trial import Lessons, Trial, Verdict
from toolkit.catalogue import entries, load_standard, newest
from toolkit.errors import PercorsoError
from toolkit.finding import Finding
from toolkit.loading import Sources, load_course
from toolkit.loading.mendedfiles import UNCHANGED, Contents, mended_files
from toolkit.loading.yamlfile import reading
from toolkit.mending import Edit, SetValue
from toolkit.model.standard import Standard
from toolkit.resources import Resources
from toolkit.results import Report
from toolkit.standards.comparing import Comparison, compare
from toolkit.text import Text

_BEGUN = Text(
    it="il corso è cominciato il {start}: se può cambiare versione lo dice la Regione.",
    en="the course began on {start}: whether it may change version is for the region to say.",
)
_UNSAID = Text(
    it="il corso non dice per quale versione sono scritti i codici delle unità: fissala qui, per "
    "esempio {id}@{version}, oppure usa --from {version}.",
    en="the course does not say for which version its unit codes are written: name it here, for "
    "example {id}@{version}, or use --from {version}.",
)
_UNREADABLE = Text(it="{problem}", en="{problem}")

_MOST_ROUNDS = 20
"""A mend may uncover another fault, but not without end."""


class Adoption:
    """A newer version that courses are tried under."""

    def __init__(
        self,
        newer: Standard,
        previous: Standard | None,
        resources: Resources,
        today: date,
        *,
        assumed: Standard | None = None,
        early: bool = False,
    ) -> None:
        """Take the version that courses naming none are *assumed* to be written for.

        *previous* is the version before the newer one. *early* tries courses that begin before
        the newer version is in force too.
        """
        self.newer, self.previous, self.assumed = newer, previous, assumed
        self.resources, self.today, self.early = resources, today, early
        self._compared: dict[str, Comparison] = {}

    def compared(self, older: Standard) -> Comparison:
        """Return what the newer version changes of *older*; worked out once."""
        if older.reference not in self._compared:
            self._compared[older.reference] = compare(older, self.newer)
        return self._compared[older.reference]

    def comparison_of(self, trial: Trial) -> Comparison | None:
        """Return what the newer version changes for a course that was tried under it."""
        return self.compared(trial.report.course.standard) if trial.moved else None

    def tried(self, path: Path) -> Trial:
        """Return what becomes of the course at *path*.

        Raises what reading the course raises.
        """
        loaded = load_course(path)
        contents = UNCHANGED
        if self.assumed and "@" not in loaded.record.standard:
            named = SetValue(("standard",), self.assumed.reference)
            contents = mended_files(loaded.sources, (named,))
        report = pipeline.check(path, self.resources, reading(contents))
        standard = report.course.standard
        if standard.id != self.newer.id or standard.version > self.newer.version:
            return Trial(report, self.newer, Verdict.OTHER)
        if standard.version == self.newer.version:
            return self._unless_unsaid(report)
        if report.course.edition.start < self.newer.in_force.since and not self.early:
            return Trial(report, self.newer, Verdict.EARLIER)
        read = {**_read(report.sources), **_read(loaded.sources)}
        return _Attempt(report, self, contents, read).outcome()

    def _unless_unsaid(self, report: Report) -> Trial:
        """Tell a course of the newer version from one whose codes are those of the older."""
        edition, previous = report.course.edition, self.previous
        if "@" in edition.standard or previous is None:
            return Trial(report, self.newer, Verdict.CURRENT)
        if not names_codes(edition, self.compared(previous)):
            return Trial(report, self.newer, Verdict.CURRENT)
        unsaid = _UNSAID.filled(id=previous.id, version=previous.version.isoformat())
        where = report.sources.where(("standard",))
        return Trial(report, self.newer, Verdict.PERSON, obstacles=((where, unsaid),))


def adoption_of(
    reference: str,
    resources: Resources,
    today: date,
    *,
    assumed: str | None = None,
    early: bool = False,
) -> Adoption:
    """Return the adoption of the version that *reference* names, or the newest of a standard.

    *assumed* is a version alone (``2023-04-19``) or a whole reference. Raises
    `UnknownStandardError`.
    """
    newer = newest(reference, resources).record
    older = [
        entry
        for entry in entries(resources)
        if entry.id == newer.id and entry.version < newer.version.isoformat()
    ]
    previous = load_standard(older[-1].path).record if older else None
    named = f"{newer.id}@{assumed.rpartition('@')[2]}" if assumed else None
    taken = newest(named, resources).record if named else None
    return Adoption(newer, previous, resources, today, assumed=taken, early=early)


def _read(sources: Sources) -> Contents:
    return {mount.file.name: mount.file.content for mount in sources.mounts}


class _Attempt:
    """Moves one course step by step, keeping what its files would contain."""

    def __init__(
        self,
        report: Report,
        adoption: Adoption,
        contents: Contents,
        read: Contents,
    ) -> None:
        self.report, self.adoption, self.read = report, adoption, read
        self.comparison = adoption.compared(report.course.standard)
        self.contents = contents
        self.obstacles: list[tuple[str, Text]] = []

    def outcome(self) -> Trial:
        """Return what became of the course."""
        moved = self._retargeted()
        broken, lessons = self._new_errors(moved), Lessons.NONE
        mended: tuple[Finding, ...] = ()
        if moved:
            moved, mended = self._mended(moved)
        if moved:
            moved, lessons = self._with_lessons(moved)
            left = [each for each in moved.findings if _is_untimed_error(each)]
            self.obstacles += [(moved.sources.where(each.at), each.message) for each in left]
        changed = {
            name: content for name, content in self.contents.items() if content != self.read[name]
        }
        return Trial(
            self.report,
            self.adoption.newer,
            Verdict.PERSON if self.obstacles else Verdict.MOVES,
            moved,
            broken,
            mended,
            tuple(self.obstacles),
            lessons,
            changed,
            {name: self.read[name] for name in changed},
        )

    def _retargeted(self) -> Report | None:
        edition = self.report.course.edition
        retargeting = retarget(edition, self.comparison)
        where = self.report.sources.where
        if edition.start <= self.adoption.today:
            begun = _BEGUN.filled(start=edition.start)
            self.obstacles.append((where(("start",)), begun))
        self.obstacles += [(where(each.at), each.reason) for each in retargeting.obstacles]
        return self._edited(self.report, retargeting.edits)

    def _edited(self, report: Report, edits: Iterable[Edit]) -> Report | None:
        """Return *report* after *edits*; none, and the reason noted, if they cannot be made."""
        try:
            self.contents = mended_files(report.sources, edits, self.contents)
            return pipeline.check(report.path, self.adoption.resources, reading(self.contents))
        except PercorsoError as error:
            # A code that is gone is an obstacle already, and no longer refers to anything.
            if not self.obstacles:
                self.obstacles.append(("", Text(it=error.say("it"), en=error.say("en"))))
            return None

    def _new_errors(self, moved: Report | None) -> tuple[Finding, ...]:
        known = {(each.rule, each.message) for each in self.report.findings}
        found = moved.findings if moved else ()
        errors = (each for each in found if _is_untimed_error(each))
        return tuple(each for each in errors if (each.rule, each.message) not in known)

    def _mended(self, moved: Report) -> tuple[Report | None, tuple[Finding, ...]]:
        """Make the mends of errors, one at a time: each may move the place of another."""
        done: list[Finding] = []
        for _ in range(_MOST_ROUNDS):
            errors = (each for each in moved.findings if _is_untimed_error(each))
            mendable = next(((each, each.mend) for each in errors if each.mend), None)
            if mendable is None:
                break
            finding, mend = mendable
            edited = self._edited(moved, mend.edits)
            if edited is None:
                return None, tuple(done)
            done.append(finding)
            moved = edited
        return moved, tuple(done)

    def _with_lessons(self, moved: Report) -> tuple[Report, Lessons]:
        """Give the lessons the newer codes; leave the file alone if they do not hold then."""
        timetable = self.report.timetable
        if timetable is None:
            return moved, Lessons.NONE
        retargeting = retarget_timetable(timetable, self.comparison)
        if retargeting.obstacles:
            return moved, Lessons.AGAIN
        kept, known = self.contents, list(self.obstacles)
        changed = self._edited(moved, retargeting.edits)
        if changed and not any(each.is_error and _is_timed(each) for each in changed.findings):
            return changed, Lessons.KEPT
        self.contents, self.obstacles = kept, known
        return moved, Lessons.AGAIN


def _is_timed(finding: Finding) -> bool:
    return finding.at[:1] == ("timetable",)


def _is_untimed_error(finding: Finding) -> bool:
    return finding.is_error and not _is_timed(finding)
