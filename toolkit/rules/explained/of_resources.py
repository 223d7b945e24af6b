"""Timetables: who teaches and where."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "T301": Explanation(
        "Una lezione è tenuta da uno dei formatori che il progetto indica per la sua unità.",
        Text(
            it="Cambia il formatore della lezione, o aggiungilo all'unità.",
            en="Change the trainer of the lesson, or add him or her to the unit.",
        ),
    ),
    "T302": Explanation(
        "Un formatore insegna nelle ore della settimana che ha dato."
        "\n\nLe ore date solo per la FAD non valgono per le lezioni in presenza.",
        Text(
            it="Sposta la lezione, o correggi «availability» del formatore.",
            en="Move the lesson, or mend the trainer's “availability”.",
        ),
    ),
    "T303": Explanation(
        "Un formatore non ha lezioni nei giorni in cui è assente.",
        Text(
            it="Sposta la lezione o affidala a un altro formatore.",
            en="Move the lesson or give it to another trainer.",
        ),
    ),
    "T304": Explanation(
        "Un formatore non ha lezioni dopo l'ultimo giorno del contratto.",
        Text(
            it="Sposta la lezione, cambia formatore o aggiorna «contract_until».",
            en="Move the lesson, change the trainer or bring “contract_until” up to date.",
        ),
    ),
    "T305": Explanation(
        "Un formatore non insegna in questo corso più ore di quante può darne.",
        Text(
            it="Affida una lezione a un altro, o alza «max_hours».",
            en="Give a lesson to another trainer, or raise “max_hours”.",
        ),
    ),
    "T306": Explanation(
        "Nessun formatore è atteso in due lezioni nello stesso momento.",
        Text(
            it="Sposta una delle due lezioni o cambia formatore.",
            en="Move one of the two lessons or change its trainer.",
        ),
    ),
    "T307": Explanation(
        "Fra i formatori che insegnano, la quota chiesta dallo standard viene dal mondo del "
        "lavoro."
        "\n\nLo standard parla di formatori, quindi si contano le persone; chi non compare in"
        " calendario non fa numero.",
        Text(
            it="Affida lezioni a più esperti.",
            en="Give lessons to more experts.",
        ),
    ),
    "T308": Explanation(
        "La quota di esperti si raggiunge anche contando le ore."
        "\n\nLo standard non dice se contano le persone o le ore: un calendario che la "
        "rispetta in entrambi i modi non si può contestare.",
        Text(
            it="Affida più ore agli esperti, o chiedi alla Regione come si conta.",
            en="Give more hours to experts, or ask the region how it counts.",
        ),
    ),
    "T321": Explanation(
        "Una lezione in presenza dice in quale aula si tiene.",
        Text(
            it="Aggiungi «room» alla lezione.",
            en="Add “room” to the lesson.",
        ),
    ),
    "T322": Explanation(
        "Una lezione in FAD si tiene sulla piattaforma e non occupa aule.",
        Text(
            it="Togli l'aula, o correggi «mode» se la lezione è in presenza.",
            en="Take the room away, or mend “mode” if the lesson is in presence.",
        ),
    ),
    "T323": Explanation(
        "Una lezione si tiene in una delle aule che il progetto indica per la sua unità.",
        Text(
            it="Cambia l'aula della lezione, o aggiungila all'unità.",
            en="Change the room of the lesson, or add it to the unit.",
        ),
    ),
    "T324": Explanation(
        "Una lezione sta nelle ore della settimana in cui la sua aula è libera.",
        Text(
            it="Sposta la lezione o cambia aula.",
            en="Move the lesson or change its room.",
        ),
    ),
    "T325": Explanation(
        "Nessuna lezione si tiene in un'aula nei giorni in cui è chiusa.",
        Text(
            it="Sposta la lezione o cambia aula.",
            en="Move the lesson or change its room.",
        ),
    ),
    "T326": Explanation(
        "Un'aula in uso contiene tutta la classe; si dice una volta per aula, alla prima lezione.",
        Text(
            it="Usa un'aula più grande, o correggi la capienza.",
            en="Use a larger room, or mend the capacity.",
        ),
    ),
    "T327": Explanation(
        "Nessuna aula ha due lezioni nello stesso momento.",
        Text(
            it="Sposta una delle due lezioni o cambia aula.",
            en="Move one of the two lessons or change its room.",
        ),
    ),
    "T328": Explanation(
        "Una lezione di laboratorio si tiene in un laboratorio.",
        Text(
            it="Usa un laboratorio, o correggi «mode».",
            en="Use a laboratory, or mend “mode”.",
        ),
    ),
    "T329": Explanation(
        "Un laboratorio in uso ha i pc che servono alla classe."
        "\n\nSi dice una volta per aula, alla prima lezione di laboratorio. Uno standard che "
        "non conta i pc non ne chiede.",
        Text(
            it="Usa un laboratorio con più pc, o correggi quanti ne ha.",
            en="Use a laboratory with more PCs, or mend how many it has.",
        ),
    ),
    "T330": Explanation(
        "Ogni unità che lo standard vuole in laboratorio ha lezioni in un laboratorio.",
        Text(
            it="Porta in laboratorio le lezioni dell'unità.",
            en="Move lessons of the unit to a laboratory.",
        ),
    ),
}
