from __future__ import annotations

from toolkit.model.standard import Standard
from toolkit.standards.publishing import as_text


def test_a_catalogue_file_reproduces_its_published_text_word_for_word(
    standard: Standard, published: bytes
) -> None:
    text = published.decode("utf-8")
    for artefact in standard.source.page_artefacts:
        text = text.replace(artefact, " ")

    assert words(as_text(standard)) == words(text)


def test_every_page_artefact_stands_in_the_published_text(
    standard: Standard, published: bytes
) -> None:
    text = published.decode("utf-8")

    assert [each for each in standard.source.page_artefacts if each not in text] == []


def test_the_text_has_the_layout_of_the_published_one(fantasia: Standard) -> None:
    lines = as_text(fantasia).splitlines()
    start = lines.index("3. ACCESSO AL PERCORSO")

    assert lines[start : start + 18] == [
        "3. ACCESSO AL PERCORSO",
        "",
        fantasia.clauses["access-education"].words,
        "",
        "4. UNITÀ FORMATIVE, PROPEDEUTICITÀ E ORE MINIME",
        "",
        "N. Contenuti Unità formativa Ore minime Ore massime in FAD Crediti",
        "1",
        "",
        "Sapere",
        "",
        "  • Storia dell’aquilone",
        "  • Aquiloni statici, acrobatici e da trazione",
        "Storia e tipi di aquilone 6 6 Credito di frequenza ammesso",
        "2",
        "",
        "Sapere",
        "",
    ]


def words(text: str) -> list[str]:
    """The words of *text*; bullets mark list items and are no words."""
    return [word for word in text.split() if word != "•"]
