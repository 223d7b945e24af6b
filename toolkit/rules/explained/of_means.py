"""Trainers, rooms, laboratories and equipment."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "P101": Explanation(
        "La quota di esperti dal mondo del lavoro fra i formatori del corso è almeno quella "
        "che lo standard chiede."
        "\n\nLo standard parla di formatori, quindi si contano le persone. Contano tutti "
        "quelli che il corso può chiamare, perché ognuno può essere chi insegna.",
        Text(
            it="Segna chi è esperto («expert: true»), aggiungi esperti o limita chi può "
            "insegnare («teaches», «trainers»).",
            en="Mark who is an expert (“expert: true”), add experts or limit who may teach "
            "(“teaches”, “trainers”).",
        ),
    ),
    "P102": Explanation(
        "Ogni formatore del corso ha gli anni di esperienza che lo standard chiede."
        "\n\nSi giudicano solo gli anni indicati; quelli che mancano si segnalano come valori"
        " da completare.",
        Text(
            it="Correggi gli anni di esperienza, o affida le unità a un altro formatore.",
            en="Mend the years of experience, or give the units to another trainer.",
        ),
    ),
    "P103": Explanation(
        "Gli anni di esperienza di ogni formatore del corso sono nella configurazione.",
        Text(
            it="Aggiungi «experience_years» al formatore.",
            en="Add “experience_years” to the trainer.",
        ),
    ),
    "P104": Explanation(
        "Ogni unità ha almeno un formatore che può insegnarla.",
        Text(
            it="Aggiungi l'unità a «teaches» di un formatore, o indica chi la tiene in «trainers».",
            en="Add the unit to a trainer's “teaches”, or say who gives it in “trainers”.",
        ),
    ),
    "P105": Explanation(
        "Nessun contratto di un formatore scade prima della fine del corso, se la fine è indicata.",
        Text(
            it="Aggiorna «contract_until», o verifica che le sue lezioni finiscano prima.",
            en="Bring “contract_until” up to date, or make sure that the lessons end before it.",
        ),
    ),
    "E101": Explanation(
        "Un laboratorio ha i pc che lo standard chiede per il numero degli allievi."
        "\n\nI pc di più laboratori non si sommano: una lezione si tiene in uno solo.",
        Text(
            it="Aggiungi pc a un laboratorio, o riduci gli allievi.",
            en="Add PCs to a laboratory, or lower the number of learners.",
        ),
    ),
    "E102": Explanation(
        "Ogni aula che il corso può usare contiene tutti gli allievi.",
        Text(
            it="Nulla, se le altre aule bastano; altrimenti correggi la capienza o togli l'aula "
            "dalle unità.",
            en="Nothing, if the other rooms are enough; else mend the capacity or take the room "
            "off the units.",
        ),
    ),
    "E103": Explanation(
        "Almeno un'aula contiene tutti gli allievi del corso.",
        Text(
            it="Aggiungi un'aula più grande, correggi la capienza o riduci gli allievi.",
            en="Add a larger room, mend the capacity or lower the number of learners.",
        ),
    ),
    "E104": Explanation(
        "Le attrezzature che lo standard non conta in pc le verifica una persona."
        "\n\nCiò che un ente elenca con parole sue non si può confrontare con quelle dello "
        "standard.",
        Text(
            it="Verifica che l'ente ne disponga: la nota resta come promemoria.",
            en="Make sure that the provider has it: the note stays as a reminder.",
        ),
    ),
    "L101": Explanation(
        "Ogni unità che lo standard vuole in laboratorio ha ore in laboratorio."
        "\n\nLo standard non dice quante; un'unità tenuta tutta altrove non lo rispetta.",
        Text(
            it="Togli «laboratory_hours»: le ore in presenza saranno tutte in laboratorio.",
            en="Take “laboratory_hours” away: all hours in presence will then be in a laboratory.",
        ),
    ),
    "L102": Explanation(
        "Tutte le ore in presenza di un'unità di laboratorio sono in laboratorio.",
        Text(
            it="Togli «laboratory_hours», o lascia così se la parte in aula è voluta.",
            en="Take “laboratory_hours” away, or leave it if the hours in the classroom are meant.",
        ),
    ),
    "L103": Explanation(
        "Un'unità con ore in laboratorio può usare almeno un laboratorio.",
        Text(
            it="Aggiungi un laboratorio a «rooms» dell'unità, o segna l'aula come «kind: "
            "laboratory».",
            en="Add a laboratory to the unit's “rooms”, or mark the room as “kind: laboratory”.",
        ),
    ),
}
