"""Beginning a document, finding its fields, watching it and comparing its versions."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from building import template

from toolkit import pipeline
from toolkit.cli.main import main
from toolkit.context.occasions import PATHS
from toolkit.dossier import make_documents
from toolkit.filenames import plain
from toolkit.resources import Resources, resources
from toolkit.templates import ready_templates
from toolkit.workshop.checking import check_template
from toolkit.workshop.differences import as_text, differences
from toolkit.workshop.fields import found
from toolkit.workshop.reading import read_template
from toolkit.workshop.sample import sample_fields
from toolkit.workshop.starting import FolderThereError, start
from toolkit.workshop.watching import saves
from toolkit.workshop.withcourse import check_with, made_for

DAY = date(2027, 1, 11)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def subject():
    return pipeline.read_subject(ROOT / "samples" / "completo" / "course.yaml", resources(), DAY)


@pytest.fixture(scope="module")
def fields():
    return sample_fields(resources(), DAY)


@pytest.mark.parametrize("per", sorted(PATHS))
def test_a_new_document_has_no_fault_and_prints_all_with_the_sample(per, subject, tmp_path):
    file, spec = start(tmp_path / "incarico", title="Lettera d'incarico", per=per)

    report = check_with(check_template(file, name="incarico", per=per), subject, per)

    assert report.findings == ()
    assert (
        spec.read_text("utf-8")
        == f"title: 'Lettera d''incarico'\nfile: incarico.docx\nper: {per}\n"
    )
    with pytest.raises(FolderThereError):
        start(tmp_path / "incarico", title="Altro", per=per)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("ore unità", "unit.hours"),
        ("PARTITA iva", "provider.vat_number"),
        ("vat", "provider.vat_number"),
        ("allievi corso", "course.learners"),
        ("tirocinio inizio", "internship.start"),
        ("euro", "| euro"),
        ("lesson start", "lesson.start"),
    ],
)
def test_fields_are_found_in_both_languages(fields, search, expected):
    assert expected in [each.name for each in found(fields, search)]


def test_every_field_has_a_meaning_and_can_be_written(fields, tmp_path):
    """Each name, in its loops and asked for where it may lack, is one that a template may use."""
    names = [each for each in fields if each.record != "filters"]
    may_lack = [each.name for each in names if each.kind.may_lack]
    body = []
    for each in names:
        loops = each.loop.split(", ") if each.loop else []
        assert each.meaning.it
        assert each.meaning.en
        outer = [name for name in may_lack if f"{name}." in each.loop]
        inner = [name for name in may_lack if f"{name}." in each.name and name not in outer]
        steps = [
            *((f"{{% if {name} %}}", "{% endif %}") for name in outer),
            *((f"{{% for {loop} %}}", "{% endfor %}") for loop in loops),
            *((f"{{% if {name} %}}", "{% endif %}") for name in inner),
        ]
        opening = "".join(first for first, _ in steps)
        closing = "".join(last for _, last in reversed(steps))
        body.append(f"{opening}{{% if {each.name} %}}x{{% endif %}}{closing}")
    file = tmp_path / "tutto.docx"
    file.write_bytes(template({"body": [{"style": "Titolo1", "text": "Tutto"}, *body]}))

    assert check_template(file, name="tutto").findings == ()


def test_a_document_is_made_once_for_each_of_what_it_is_for(subject):
    assert [each.label for each in made_for(subject, "unit")][:2] == ["URA01", "URA02"]
    assert [each.label for each in made_for(subject, "learner")][:2] == ["01", "02"]
    assert len(made_for(subject, "course")) == 1


def test_a_dossier_has_the_documents_of_each_trainer(subject, tmp_path):
    start(tmp_path / "templates" / "incarico", title="Incarico", per="trainer")
    templates = ready_templates(Resources((tmp_path,)))

    made = [each.name for each in make_documents(subject, templates) if each.name.startswith("inc")]

    assert len(made) == len(set(made)) == len(made_for(subject, "trainer"))
    assert made[0] == f"incarico-{plain(made_for(subject, 'trainer')[0].label)}.docx"


def test_a_save_is_told_when_it_is_over(tmp_path):
    file = tmp_path / "template.docx"
    file.write_bytes(b"uno")
    half = [
        lambda: None,
        lambda: None,
        file.unlink,  # Word takes the old one away …
        lambda: (tmp_path / "~$mplate.docx").write_bytes(b"lock"),
        lambda: file.write_bytes(b"du"),  # … and the new one grows
        lambda: file.write_bytes(b"due e"),
        lambda: file.write_bytes(b"due e mezzo"),
        *[lambda: None] * 3,
        lambda: file.write_bytes(b"tre tre"),
        *[lambda: None] * 3,
    ]
    seen: list[bytes] = []
    steps = iter(half)

    def wait(_: float) -> None:
        # Ctrl+C ends the watch when there is nothing left to see.
        next(steps, _interrupted)()

    with suppress(KeyboardInterrupt):
        seen.extend(file.read_bytes() for _ in saves([file], wait=wait))

    assert seen == [b"uno", b"due e mezzo", b"tre tre"]


def _interrupted() -> None:
    raise KeyboardInterrupt


def read(case: dict):
    return read_template(template(case), name="modello.docx", names={})


def test_what_changed_is_told_where_it_stands():
    before = {
        "header": ["{{ provider.name }}"],
        "body": [
            {"style": "Titolo1", "text": "Dati"},
            "Ore: {{ course.total_hours | hours }}",
            "Via",
        ],
    }
    after = {
        "header": ["{{ provider.name }}"],
        "body": [
            {"style": "Titolo1", "text": "Dati"},
            "Ore: {{ course.unit_hours | hours }} circa",
            {"table": [["Nuova {{ venue.address }}"]]},
        ],
    }

    assert as_text(differences(read(before), read(after)), "it").splitlines() == [
        "documento, sotto «Dati», paragrafo 2",
        "  - Ore: {{ course.total_hours | hours }}",
        "  - Via",
        "  + Ore: {{ course.unit_hours | hours }} circa",
        "  + Nuova {{ venue.address }}",
        "campi",
        "  - course.total_hours",
        "  + course.unit_hours",
        "  + venue.address",
        "tabelle",
        "  - 0",
        "  + 1",
    ]
    assert as_text(differences(read(before), read(before)), "it").startswith("nessuna differenza")


def test_a_preview_is_made_in_word_without_libreoffice(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    start(tmp_path / "templates" / "scheda", title="Scheda", per="unit")

    for command in ("preview", "watch"):
        arguments = ["--data", ".", "template", command, "scheda", "-o", "fuori", "--most", "2"]
        more = ["--once"] if command == "watch" else []
        main.main([*arguments, *more], standalone_mode=False)

    names = ["scheda-ura01.docx", "scheda-ura02.docx"]
    assert sorted(path.name for path in (tmp_path / "fuori").iterdir()) == names
    assert capsys.readouterr().out.count("scheda-ura02.docx") == 2
