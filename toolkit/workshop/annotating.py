"""A copy of a template with a Word comment at each fault, for who edits it in Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from toolkit.errors import InTheWayError, PercorsoError, TemplateError
from toolkit.finding import Finding
from toolkit.rendering import package
from toolkit.rendering.archive import archive
from toolkit.rendering.comments import Comment, add_comments, authors
from toolkit.rendering.parts import Parts
from toolkit.rendering.xml import Element, w
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES
from toolkit.workshop.checking import TemplateReport
from toolkit.workshop.passages import Passage
from toolkit.workshop.reading import Reading, read_template
from toolkit.writing import write_atomically

AUTHOR = "Percorso"


class SeveralTemplatesError(PercorsoError):
    """One name was given for the copies of several templates."""

    exit_code = 2
    message = Text(
        it="una copia sola non basta per più modelli; indica un modello, o --annotate senza nome.",
        en="one copy will not do for several templates; name one, or --annotate without a name.",
    )


class NotACopyError(InTheWayError):
    """The copy would be written over a document that is not one of ours."""

    message = Text(
        it="il file esiste e non è una copia annotata da percorso; scegli un altro nome.",
        en="the file exists and is not a copy annotated by percorso; choose another name.",
    )


def annotated(source: bytes, template: Reading, findings: Sequence[Finding], *, lang: Lang,
              today: date) -> bytes:  # fmt: skip
    """Return the template *source* with a comment at each of its findings.

    What Word lets nobody comment (headers, notes, text boxes, properties) is told at the
    beginning, or at the paragraph around it, with its place.
    """
    copy = read_template(source, name=template.where, names=template.names)
    comments = [_comment(copy, finding, lang) for finding in findings]
    stamp = datetime.combine(today, time())
    add_comments(copy.parts, comments, author=AUTHOR, initials="P", stamp=stamp)
    return archive(copy.parts.members()).completed(())


def is_annotated(content: bytes) -> bool:
    """Tell whether *content* is a copy with comments of ours, or of an earlier one."""
    try:
        return AUTHOR in authors(Parts(package.read_members(content, ""), ""))
    except TemplateError:
        return False


def _comment(template: Reading, finding: Finding, lang: Lang) -> Comment:
    severity = SEVERITIES[finding.severity].say(lang)
    said = f"{finding.rule}, {severity}: {finding.message.say(lang)}"
    passage = template.passage(finding.at)
    paragraph = None if passage is None else _commentable(passage.element)
    if passage is None or paragraph is None or not _is_main(template, paragraph):
        first = next(template.parts.main().iter(w("p")))
        where = template.words_of(finding.at).say(lang)
        return Comment(f"[{where}] {said}" if where else said, first)
    if not passage.is_paragraph or paragraph is not passage.element:
        return Comment(f"[{passage.where().say(lang)}] {said}", paragraph)
    return Comment(said, paragraph, _runs(passage, finding))


def _runs(passage: Passage, finding: Finding) -> tuple[Element, ...]:
    start, end = (int(each) for each in finding.at[2:4])
    parents = (source.getparent() for source in passage.sources[start:end])
    return tuple(dict.fromkeys(each for each in parents if each is not None))


def _commentable(element: Element) -> Element | None:
    """Return the paragraph that is or holds *element* and stands in no text box."""
    box = list(element.iterancestors(w("txbxContent")))
    around = box[-1] if box else element
    if around.tag == w("p"):
        return around
    return next(around.iterancestors(w("p")), None)


def _is_main(template: Reading, paragraph: Element) -> bool:
    return paragraph.getroottree().getroot() is template.parts.main()


def annotate(
    reports: Sequence[TemplateReport], named: Path | None, *, lang: Lang, today: date
) -> tuple[Path, ...]:
    """Write an annotated copy of each template with findings; return where.

    A copy goes to *named* where one template was checked, else into the current folder.
    Raises `NotACopyError` before anything of somebody else is overwritten.
    """
    if named is not None and len(reports) != 1:
        raise SeveralTemplatesError(str(named))
    copies = []
    for report in reports:
        if report.template is None or not report.findings:
            continue
        if next(report.template.parts.main().iter(w("p")), None) is None:
            # A document without a paragraph has no place for a comment.
            continue
        target = named or Path(_NAME.say(lang, name=report.template.where))
        if target.exists() and not is_annotated(target.read_bytes()):
            raise NotACopyError(str(target))
        content = annotated(
            report.path.read_bytes(), report.template, report.findings, lang=lang, today=today
        )
        write_atomically(target, content)
        copies.append(target)
    return tuple(copies)


_NAME = Text(it="{name}-annotato.docx", en="{name}-annotated.docx")
