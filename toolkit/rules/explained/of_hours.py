"""Hours of units, of the whole and of additional units, and the internship."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "H101": Explanation(
        "Ogni unità dura almeno quanto lo standard chiede per quell'unità."
        "\n\nLe ore in più di un'unità non compensano quelle che mancano a un'altra.",
        Text(
            it="Aumenta le ore dell'unità («hours») o toglile: vale allora la durata minima.",
            en="Raise the hours of the unit (“hours”) or leave them out: the minimum then holds.",
        ),
    ),
    "H102": Explanation(
        "Le unità dello standard durano in tutto almeno il totale che lo standard riporta, al"
        " netto del tirocinio."
        "\n\nLe unità aggiuntive non contano: si offrono in più.",
        Text(
            it="Aumenta le ore delle unità che ne hanno meno del minimo.",
            en="Raise the hours of the units that have less than their minimum.",
        ),
    ),
    "D101": Explanation(
        "Le ore in FAD di un'unità non superano il limite posto per quell'unità."
        "\n\nIl limite vale unità per unità: le ore che una non usa non passano a un'altra, "
        "nemmeno se il corso resta sotto il totale.",
        Text(
            it="Riduci le ore in FAD dell'unità («distance_hours») al limite.",
            en="Lower the distance hours of the unit (“distance_hours”) to the limit.",
        ),
    ),
    "D102": Explanation(
        "Le ore in FAD di tutte le unità dello standard non superano il totale che lo "
        "standard riporta.",
        Text(
            it="Riduci le ore in FAD di una o più unità.",
            en="Lower the distance hours of one or more units.",
        ),
    ),
    "D103": Explanation(
        "Le ore di ogni modalità stanno dentro le ore dell'unità."
        "\n\nLa FAD sostituisce ore in presenza, non si aggiunge.",
        Text(
            it="Riduci le ore in FAD o aumenta le ore dell'unità.",
            en="Lower the distance hours or raise the hours of the unit.",
        ),
    ),
    "D104": Explanation(
        "Le ore in laboratorio di un'unità sono fra le sue ore in presenza.",
        Text(
            it="Riduci le ore in laboratorio o quelle in FAD, oppure aumenta le ore dell'unità.",
            en="Lower the laboratory hours or the distance hours, or raise the hours of the unit.",
        ),
    ),
    "D105": Explanation(
        "Le ore asincrone chieste per un'unità sono fra le sue ore in FAD.",
        Text(
            it="Riduci le ore asincrone («asynchronous_hours») a quelle in FAD.",
            en="Lower the asynchronous hours (“asynchronous_hours”) to the distance hours.",
        ),
    ),
    "A101": Explanation(
        "Le unità aggiuntive non superano la loro quota delle ore di formazione."
        "\n\nLa quota si calcola sulle ore totali di formazione, tirocinio escluso. Lo "
        "standard non dice se il totale comprende le unità aggiuntive: oltre la lettura più "
        "ampia il limite è superato comunque.",
        Text(
            it="Riduci le ore delle unità aggiuntive.",
            en="Lower the hours of the additional units.",
        ),
    ),
    "A102": Explanation(
        "Le unità aggiuntive stanno nella loro quota anche se si contano le sole unità dello "
        "standard."
        "\n\nFra la lettura stretta e quella ampia di «ore totali di formazione» solo la "
        "Regione può dire quale vale.",
        Text(
            it="Riduci le ore delle unità aggiuntive, oppure chiedi alla Regione e annota la "
            "risposta.",
            en="Lower the hours of the additional units, or ask the region and note its answer.",
        ),
    ),
    "A103": Explanation(
        "Un corso ha unità aggiuntive solo se lo standard le ammette.",
        Text(
            it="Togli le unità aggiuntive.",
            en="Take the additional units away.",
        ),
    ),
    "I101": Explanation(
        "Il tirocinio dura almeno il minimo che lo standard pone."
        "\n\nIl minimo è prima dei crediti: il credito accorcia il tirocinio di un allievo, "
        "non quello del corso.",
        Text(
            it="Aumenta le ore del tirocinio, oppure toglile: vale allora il minimo.",
            en="Raise the hours of the internship, or leave them out: the minimum then holds.",
        ),
    ),
    "I102": Explanation(
        "Il tirocinio dura al massimo quanto lo standard ammette.",
        Text(
            it="Riduci le ore del tirocinio al massimo.",
            en="Lower the hours of the internship to the maximum.",
        ),
    ),
    "I103": Explanation(
        "Un corso ha un tirocinio solo se lo standard lo prevede.",
        Text(
            it="Togli la voce «internship».",
            en="Take the key “internship” away.",
        ),
    ),
    "I104": Explanation(
        "Se i posti presso i soggetti ospitanti sono indicati, bastano per tutti gli allievi.",
        Text(
            it="Aggiungi un soggetto ospitante, o correggi quanti allievi accoglie ciascuno.",
            en="Add a host, or mend how many learners each of them takes.",
        ),
    ),
    "I105": Explanation(
        "Il primo giorno del tirocinio, se è indicato, è un giorno del corso.",
        Text(
            it="Correggi «internship: start», oppure l'inizio o la fine del corso.",
            en="Mend “internship: start”, or the beginning or the end of the course.",
        ),
    ),
}
