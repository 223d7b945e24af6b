"""Assessment, contents and recognised credit."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "V101": Explanation(
        "Ogni unità ha una prova propria, con una durata.",
        Text(
            it="Indica le ore della prova dell'unità («assessment: {hours: 1}»).",
            en="Give the hours of the unit's test (“assessment: {hours: 1}”).",
        ),
    ),
    "V102": Explanation(
        "Ogni conoscenza e ogni abilità di un'unità ha almeno una riga nella griglia di "
        "valutazione.",
        Text(
            it="Aggiungi le righe che mancano, o togli «evidence»: la griglia si fa allora da sé.",
            en="Add the rows that are missing, or take “evidence” away: the grid is then made by"
            " itself.",
        ),
    ),
    "V103": Explanation(
        "I pesi della griglia di un'unità sommano a 100.",
        Text(
            it="Correggi i pesi, o toglili tutti: ogni riga pesa allora uguale.",
            en="Mend the weights, or take them all away: all rows then weigh the same.",
        ),
    ),
    "V104": Explanation(
        "La prova di un'unità sta dentro le sue ore e ne lascia alla didattica.",
        Text(
            it="Riduci le ore della prova o aumenta quelle dell'unità.",
            en="Lower the hours of the test or raise those of the unit.",
        ),
    ),
    "V105": Explanation(
        "I livelli della scala partono da 0 e ciascuno comincia sopra il precedente.",
        Text(
            it="Correggi «min_score» dei livelli.",
            en="Mend the “min_score” of the levels.",
        ),
    ),
    "V106": Explanation(
        "La soglia è dove comincia un livello, così che esito e livello dicano la stessa cosa.",
        Text(
            it="Porta la soglia all'inizio di un livello, o un livello alla soglia.",
            en="Move the threshold to where a level begins, or a level to the threshold.",
        ),
    ),
    "K101": Explanation(
        "Gli argomenti di un'unità coprono ogni conoscenza e abilità che lo standard elenca.",
        Text(
            it="Aggiungi i codici che mancano a «covers» di un argomento, o togli «topics».",
            en="Add the codes that are missing to the “covers” of a topic, or take “topics” away.",
        ),
    ),
    "K102": Explanation(
        "Le ore degli argomenti di un'unità sommano alle ore dell'unità, tolta la prova finale.",
        Text(
            it="Correggi le ore degli argomenti, o togli quelle di uno: prende le ore che restano.",
            en="Mend the hours of the topics, or take those of one away: it gets the hours that "
            "are left.",
        ),
    ),
    "C101": Explanation(
        "Il credito su un'unità è del tipo che lo standard ammette per quell'unità."
        "\n\nAlcune unità non ne ammettono; una con credito a priori non ne ammette altri.",
        Text(
            it="Correggi l'unità o il tipo del credito, o togli il credito.",
            en="Mend the unit or the kind of the credit, or take the credit away.",
        ),
    ),
    "C102": Explanation(
        "Il credito di frequenza di un allievo non supera la sua quota delle ore d'aula o "
        "laboratorio."
        "\n\nIl credito a priori e quello sul tirocinio sono fuori da questa quota.",
        Text(
            it="Riduci le ore di credito di frequenza dell'allievo.",
            en="Lower the hours of attendance credit of the learner.",
        ),
    ),
    "C103": Explanation(
        "Il credito di un allievo sul tirocinio non supera la quota del tirocinio che lo "
        "standard ammette.",
        Text(
            it="Riduci le ore di credito sul tirocinio.",
            en="Lower the hours of credit for the internship.",
        ),
    ),
    "C104": Explanation(
        "Il credito di un allievo su un'unità non supera le ore dell'unità.",
        Text(
            it="Riduci le ore di credito sull'unità.",
            en="Lower the hours of credit for the unit.",
        ),
    ),
    "C105": Explanation(
        "Un credito indica la sua unità, tranne quello sul tirocinio.",
        Text(
            it="Aggiungi «unit» al credito, o toglila da quello sul tirocinio.",
            en="Add “unit” to the credit, or take it away from that for the internship.",
        ),
    ),
    "C106": Explanation(
        "Si riconoscono crediti solo se lo standard li ammette.",
        Text(
            it="Togli la voce «credits».",
            en="Take the key “credits” away.",
        ),
    ),
    "C107": Explanation(
        "Il credito a priori copre l'intera unità."
        "\n\nIl suo valore è fissato prima, dall'attestazione posseduta e non da una "
        "valutazione, e sta fuori dalla quota del credito di frequenza.",
        Text(
            it="Porta le ore del credito a quelle dell'unità.",
            en="Set the hours of the credit to those of the unit.",
        ),
    ),
    "C108": Explanation(
        "Chi ha crediti frequenta le ore del corso, tirocinio compreso, che i crediti gli "
        "lasciano.",
        Text(
            it="Nulla: è un promemoria delle ore che restano a ciascuno.",
            en="Nothing: it is a reminder of the hours that are left to each.",
        ),
    ),
}
