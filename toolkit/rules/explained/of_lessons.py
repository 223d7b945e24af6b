"""Timetables: references, hours, blocks and dates of lessons."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "T001": Explanation(
        "Il calendario porta il codice del corso per cui si usa."
        "\n\nUn calendario copiato da un'altra edizione ne ha le date e i formatori: il "
        "codice lo dice per primo.",
        Text(
            it="Usa il calendario di questo corso, o rifallo con «percorso plan».",
            en="Use the timetable of this course, or plan it again with “percorso plan”.",
        ),
    ),
    "T002": Explanation(
        "L'unità di una lezione è una dello standard o una aggiunta dall'ente.",
        Text(
            it="Correggi il codice dell'unità.",
            en="Mend the code of the unit.",
        ),
    ),
    "T003": Explanation(
        "Il formatore di una lezione è descritto dal soggetto attuatore."
        "\n\nEsperienza e disponibilità si conoscono solo per i formatori descritti.",
        Text(
            it="Correggi il nome, o aggiungi il formatore al soggetto attuatore.",
            en="Mend the name, or add the trainer to the provider.",
        ),
    ),
    "T004": Explanation(
        "L'aula di una lezione è una di quelle che il corso può usare.",
        Text(
            it="Correggi il nome, o aggiungi l'aula al soggetto attuatore.",
            en="Mend the name, or add the room to the provider.",
        ),
    ),
    "T101": Explanation(
        "Le lezioni di un'unità durano almeno il minimo che lo standard pone."
        "\n\nLe pause non sono lezione, e le ore in più di un'altra unità non compensano.",
        Text(
            it="Aggiungi lezioni dell'unità, o rifai il calendario.",
            en="Add lessons of the unit, or plan again.",
        ),
    ),
    "T102": Explanation(
        "Le lezioni in FAD di un'unità, sincrone e asincrone, non superano il suo limite."
        "\n\nIl limite vale unità per unità.",
        Text(
            it="Porta in presenza le lezioni in FAD di troppo.",
            en="Give the distance lessons beyond the limit in presence.",
        ),
    ),
    "T103": Explanation(
        "Le lezioni delle unità dello standard raggiungono il totale che lo standard riporta."
        "\n\nTirocinio e unità aggiuntive non contano.",
        Text(
            it="Aggiungi le lezioni che mancano, o rifai il calendario.",
            en="Add the lessons that are missing, or plan again.",
        ),
    ),
    "T104": Explanation(
        "Le lezioni di un'unità durano quanto dice il progetto."
        "\n\nProgetto e calendario si consegnano insieme: chi li legge affiancati trova le "
        "stesse ore.",
        Text(
            it="Correggi le lezioni dell'unità o le sue ore nel progetto.",
            en="Mend the lessons of the unit or its hours in the design.",
        ),
    ),
    "T105": Explanation(
        "Le ore d'aula, di laboratorio e in FAD di un'unità sono quelle del progetto."
        "\n\nSe sono sbagliate le ore dell'intera unità si dice quello, una volta sola.",
        Text(
            it="Correggi la modalità («mode») delle lezioni o le ore nel progetto.",
            en="Mend the “mode” of the lessons or the hours in the design.",
        ),
    ),
    "T106": Explanation(
        "Ogni unità del corso ha lezioni; quelle che non ne hanno si dicono tutte insieme."
        "\n\nChe manchi loro altro, come la prova o il laboratorio, va da sé.",
        Text(
            it="Aggiungi le lezioni delle unità indicate, o rifai il calendario.",
            en="Add the lessons of the units that are named, or plan again.",
        ),
    ),
    "T111": Explanation(
        "Una lezione dura più della pausa che contiene.",
        Text(
            it="Correggi l'orario o «break_minutes».",
            en="Mend the times or “break_minutes”.",
        ),
    ),
    "T112": Explanation(
        "Una lezione non supera la durata massima che il corso prevede, pausa esclusa.",
        Text(
            it="Dividi la lezione, o alza «planning: max_block».",
            en="Divide the lesson, or raise “planning: max_block”.",
        ),
    ),
    "T113": Explanation(
        "Le lezioni di un giorno stanno nelle ore che il corso ammette al giorno."
        "\n\nLe pause non contano, e nemmeno il tirocinio, che ha ore proprie.",
        Text(
            it="Sposta una lezione, o alza «planning: max_hours_per_day».",
            en="Move a lesson, or raise “planning: max_hours_per_day”.",
        ),
    ),
    "T114": Explanation(
        "Le lezioni di una settimana, dal lunedì alla domenica, stanno nelle ore che il corso"
        " ammette."
        "\n\nLe pause non contano, e nemmeno il tirocinio.",
        Text(
            it="Sposta una lezione, o alza «planning: max_hours_per_week».",
            en="Move a lesson, or raise “planning: max_hours_per_week”.",
        ),
    ),
    "T115": Explanation(
        "Una lezione più lunga di quanto il corso stabilisce ha la pausa stabilita."
        "\n\nLe lezioni asincrone ne sono esenti: ognuno riposa quando crede.",
        Text(
            it="Aggiungi i minuti di pausa e allunga l'orario della lezione.",
            en="Add the minutes of the break and lengthen the lesson.",
        ),
    ),
    "T201": Explanation(
        "Lezioni e tirocinio non cadono nelle feste, nel giorno del patrono o nelle chiusure.",
        Text(
            it="Sposta l'attività a un altro giorno.",
            en="Move the activity to another day.",
        ),
    ),
    "T202": Explanation(
        "Lezioni e tirocinio cominciano dal primo giorno del corso in poi.",
        Text(
            it="Sposta l'attività, o correggi «start».",
            en="Move the activity, or mend “start”.",
        ),
    ),
    "T203": Explanation(
        "Lezioni e tirocinio finiscono entro l'ultimo giorno, se il corso lo indica.",
        Text(
            it="Sposta l'attività, o correggi «end».",
            en="Move the activity, or mend “end”.",
        ),
    ),
    "T204": Explanation(
        "Una lezione sta dentro le fasce orarie del suo giorno."
        "\n\nLe fasce che si toccano contano come una.",
        Text(
            it="Correggi l'orario della lezione o le fasce in «week».",
            en="Mend the times of the lesson or the windows under “week”.",
        ),
    ),
    "T205": Explanation(
        "Una lezione in FAD sta nelle fasce riservate alla FAD, se la settimana ne ha."
        "\n\nUna settimana che non ne ha accoglie la FAD in qualunque fascia.",
        Text(
            it="Sposta la lezione in una fascia per la FAD.",
            en="Move the lesson to a distance window.",
        ),
    ),
    "T206": Explanation(
        "Una lezione in presenza sta fuori dalle fasce riservate alla FAD."
        "\n\nGli allievi che sanno di una sera a distanza non sono in sede.",
        Text(
            it="Sposta la lezione in una fascia in presenza.",
            en="Move the lesson to a window in presence.",
        ),
    ),
    "T207": Explanation(
        "Nessuna lezione comincia prima che finisca quella in corso, a distanza o no.",
        Text(
            it="Sposta una delle due lezioni.",
            en="Move one of the two lessons.",
        ),
    ),
    "T208": Explanation(
        "Il file elenca le lezioni in ordine di tempo, così che una persona le trovi.",
        Text(
            it="Sposta la riga della lezione al suo posto.",
            en="Move the line of the lesson to its place.",
        ),
    ),
    "T209": Explanation(
        "Ogni lezione che il corso fissa sta in calendario come vi è scritta.",
        Text(
            it="Rimetti la lezione com'è in «planning.pinned», o togli la voce da lì.",
            en="Put the lesson back as “planning.pinned” has it, or take the entry away there.",
        ),
    ),
}
