"""Makes the documents of a dossier: Word files from templates, and the calendar's exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from toolkit.context import VariationContext, build_context
from toolkit.context.occasions import occasions
from toolkit.errors import TemplateError, UnreadableError
from toolkit.exports.calendar import timetable_ics
from toolkit.exports.spreadsheet import timetable_xlsx
from toolkit.filenames import numbered_names
from toolkit.finding import Finding
from toolkit.model.course import Course
from toolkit.model.dossier import Document
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Timetable
from toolkit.templates import ReadyTemplate
from toolkit.text import Text

SPREADSHEET = "calendario-didattico.xlsx"
CALENDAR = "calendario-didattico.ics"

_MAX_LOGO_BYTES = 10_000_000


class LogoError(UnreadableError):
    """The provider names a logo that cannot be read."""

    message = Text(
        it="il logo «{file}» non si può leggere; controlla il nome e la cartella.",
        en="the logo “{file}” cannot be read; check its name and folder.",
    )


class EqualNamesError(TemplateError):
    """Two documents of one dossier have the same name."""

    message = Text(
        it="due documenti del fascicolo si chiamerebbero «{file}»; cambia «file» in uno dei due.",
        en="two documents of the dossier would be called “{file}”; change “file” in one of them.",
    )


@dataclass(frozen=True, slots=True)
class Logo:
    """The provider's logo: where it was read, and its bytes."""

    path: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class Subject:
    """What the documents are about: a checked course with its timetable."""

    scheduled: ScheduledCourse
    findings: tuple[Finding, ...]
    logo: bytes | None
    today: date
    is_draft: bool

    @property
    def course(self) -> Course:
        return self.scheduled.course

    @property
    def timetable(self) -> Timetable:
        return self.scheduled.timetable

    @property
    def stamp(self) -> datetime:
        """When the files say they were made: midnight of *today*, so that bytes repeat."""
        return datetime.combine(self.today, time(), UTC)


def make_documents(
    subject: Subject, templates: tuple[ReadyTemplate, ...], *, pdf: bool = False
) -> tuple[Document, ...]:
    """Return the Word files, the spreadsheet and the calendar; PDFs too if *pdf* is asked."""
    word = tuple(_word_documents(subject, templates))
    _refuse_equal_names(word, templates)
    return (
        *word,
        Document(SPREADSHEET, timetable_xlsx(subject.scheduled, stamp=subject.stamp)),
        Document(CALENDAR, _calendar(subject)),
        *(_pdfs(word, subject.stamp) if pdf else ()),
    )


def variation_documents(
    subject: Subject, variation: VariationContext, templates: tuple[ReadyTemplate, ...]
) -> tuple[Document, ...]:
    """Return the notices of *variation* and the calendar that moves the events people have."""
    return (
        *_word_documents(subject, templates, variation),
        Document(CALENDAR, _calendar(subject)),
    )


def _word_documents(
    subject: Subject,
    templates: tuple[ReadyTemplate, ...],
    variation: VariationContext | None = None,
) -> Iterator[Document]:
    context = build_context(
        subject.course,
        subject.timetable,
        subject.findings,
        subject.today,
        is_draft=subject.is_draft,
        variation=variation,
    )
    media = {} if subject.logo is None else {"logo": subject.logo}
    for template in templates:
        made = occasions(context, template.spec.per)
        names = numbered_names(template.spec.file, [each.label for each in made])
        for occasion, name in zip(made, names, strict=True):
            content = template.compiled.render(
                occasion.names, media=media, draft=subject.is_draft, stamp=subject.stamp
            )
            yield Document(name, content)


def _refuse_equal_names(word: tuple[Document, ...], templates: tuple[ReadyTemplate, ...]) -> None:
    """Raise `EqualNamesError` where two documents would be one file."""
    names = [document.name.lower() for document in word]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        where = next(
            str(each.inputs[0].path) for each in templates if twice.startswith(_stem(each))
        )
        raise EqualNamesError(where, file=twice)


def _stem(template: ReadyTemplate) -> str:
    return Path(template.spec.file).stem


def _calendar(subject: Subject) -> bytes:
    version = subject.course.edition.document.version
    # A new version of the dossier replaces the events of the one before.
    sequence = int(version) - 1 if version.isdigit() and int(version) else 0
    return timetable_ics(subject.scheduled, stamp=subject.stamp, sequence=sequence)


def _pdfs(word: tuple[Document, ...], stamp: datetime) -> Iterator[Document]:
    # LibreOffice is asked for by few: its module is not loaded for the others.
    from toolkit.rendering.pdf import to_pdf

    made = to_pdf({document.name: document.content for document in word}, stamp=stamp)
    for document in word:
        yield Document(Path(document.name).with_suffix(".pdf").name, made[document.name])


def read_logo(course: Course, beside: Path) -> Logo | None:
    """Return the provider's logo, a file beside the one that describes the provider.

    Raises `LogoError`, whose place the caller knows.
    """
    if course.provider.logo is None:
        return None
    path = beside.parent / course.provider.logo
    try:
        if path.is_file() and path.stat().st_size <= _MAX_LOGO_BYTES:
            return Logo(path, path.read_bytes())
    except OSError:
        pass
    raise LogoError(file=course.provider.logo)
