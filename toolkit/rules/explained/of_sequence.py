"""Timetables: what comes before what, internship, exam and what lessons treat."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "T401": Explanation(
        "Nessuna lezione di un'unità comincia prima che finisca l'ultima di ogni unità "
        "propedeutica."
        "\n\nContano data e ora: le due possono condividere un giorno. Si dice una volta per "
        "coppia di unità, alla prima lezione troppo presto.",
        Text(
            it="Sposta le lezioni, o rifai il calendario.",
            en="Move the lessons, or plan again.",
        ),
    ),
    "T411": Explanation(
        "L'ultima lezione di ogni unità finisce con la prova di quell'unità."
        "\n\nDi un'unità senza lezioni dicono le regole sulle ore.",
        Text(
            it="Aggiungi «assessment_minutes» all'ultima lezione.",
            en="Add “assessment_minutes” to the last lesson.",
        ),
    ),
    "T412": Explanation(
        "La prova di fine unità dura quanto dice il progetto.",
        Text(
            it="Correggi «assessment_minutes», o le ore della prova nel progetto.",
            en="Mend “assessment_minutes”, or the hours of the test in the design.",
        ),
    ),
    "T413": Explanation(
        "La prova di un'unità viene dopo tutto ciò che valuta.",
        Text(
            it="Togli la prova da questa lezione: sta nell'ultima.",
            en="Take the test away from this lesson: it belongs to the last.",
        ),
    ),
    "T414": Explanation(
        "Una prova non dura più della lezione in cui sta, pausa esclusa.",
        Text(
            it="Allunga la lezione o accorcia la prova.",
            en="Lengthen the lesson or shorten the test.",
        ),
    ),
    "T421": Explanation(
        "I giorni di tirocinio sommano alle ore del progetto; senza tirocinio non ce ne sono.",
        Text(
            it="Correggi le ore dei giorni di tirocinio, o quelle del progetto.",
            en="Mend the hours of the days of internship, or those of the design.",
        ),
    ),
    "T422": Explanation(
        "Il tirocinio dura almeno quanto dice lo standard."
        "\n\nIl credito lo accorcia per un allievo, non nel calendario del corso.",
        Text(
            it="Aggiungi giorni o ore di tirocinio.",
            en="Add days or hours of internship.",
        ),
    ),
    "T423": Explanation(
        "Il tirocinio non dura più di quanto dice lo standard.",
        Text(
            it="Togli giorni o ore di tirocinio.",
            en="Take days or hours of internship away.",
        ),
    ),
    "T424": Explanation(
        "Il tirocinio si svolge nei giorni della settimana che il corso indica.",
        Text(
            it="Sposta il giorno, o correggi «internship: days».",
            en="Move the day, or mend “internship: days”.",
        ),
    ),
    "T425": Explanation(
        "Un giorno di tirocinio non è più lungo di quanto il corso stabilisce.",
        Text(
            it="Riduci le ore del giorno, o alza «internship: hours_per_day».",
            en="Lower the hours of the day, or raise “internship: hours_per_day”.",
        ),
    ),
    "T426": Explanation(
        "Il tirocinio comincia dopo il giorno dell'ultima lezione di ogni unità che mette in "
        "pratica."
        "\n\nI giorni di tirocinio non hanno orario, quindi non possono condividere quel "
        "giorno.",
        Text(
            it="Sposta i primi giorni di tirocinio, o correggi «internship: after».",
            en="Move the first days of internship, or mend “internship: after”.",
        ),
    ),
    "T427": Explanation(
        "Nessun giorno di tirocinio viene prima del primo, se il corso lo indica.",
        Text(
            it="Sposta il giorno, o correggi «internship: start».",
            en="Move the day, or mend “internship: start”.",
        ),
    ),
    "T428": Explanation(
        "Ogni giorno di tirocinio compare una volta, con tutte le sue ore.",
        Text(
            it="Unisci le due righe in una.",
            en="Join the two lines in one.",
        ),
    ),
    "T429": Explanation(
        "Se un giorno ha tirocinio e lezioni, insieme stanno nelle ore di un giorno."
        "\n\nI giorni di tirocinio non hanno orario: se un allievo può essere in azienda e in"
        " aula lo stesso giorno lo giudica una persona.",
        Text(
            it="Sposta la lezione o il giorno di tirocinio.",
            en="Move the lesson or the day of internship.",
        ),
    ),
    "T430": Explanation(
        "Il tirocinio di una settimana, da lunedì a domenica, sta nelle ore settimanali previste."
        "\n\nLo si dice una volta alla settimana, al giorno in cui si superano.",
        Text(
            it="Sposta ore di tirocinio a un'altra settimana, o alza «internship.hours_per_week».",
            en="Move hours of internship to another week, or raise “internship.hours_per_week”.",
        ),
    ),
    "T431": Explanation(
        "L'esame viene dopo l'ultima lezione e l'ultimo giorno di tirocinio.",
        Text(
            it="Sposta l'esame, o ciò che viene dopo.",
            en="Move the exam, or what comes after it.",
        ),
    ),
    "T432": Explanation(
        "Prima dell'esame si svolgono ore a sufficienza perché un allievo sia ammesso."
        "\n\nLa quota è di tutte le ore del corso, tirocinio compreso.",
        Text(
            it="Sposta l'esame dopo le ore che mancano.",
            en="Move the exam after the hours that are missing.",
        ),
    ),
    "T433": Explanation(
        "L'esame è il giorno che il corso fissa, se lo fissa.",
        Text(
            it="Correggi la data nel calendario o nel corso.",
            en="Mend the date in the timetable or in the course.",
        ),
    ),
    "T434": Explanation(
        "Il calendario finisce con l'esame, anche se la data è solo proposta.",
        Text(
            it="Aggiungi «exam» con la sua data.",
            en="Add “exam” with its date.",
        ),
    ),
    "T435": Explanation(
        "L'esame non cade in una festa, nel giorno del patrono o in una chiusura.",
        Text(
            it="Sposta l'esame a un altro giorno.",
            en="Move the exam to another day.",
        ),
    ),
    "T436": Explanation(
        "I permessi di soggiorno valgono fino all'ultimo giorno di lezione, di tirocinio e d'esame."
        "\n\nSe il corso indica il suo ultimo giorno, si confronta quello.",
        Text(
            it="Acquisisci la domanda di rinnovo, poi aggiorna «permits_until» o accetta l'avviso.",
            en="Obtain the application for renewal, then bring “permits_until” up to date or "
            "accept the warning.",
        ),
    ),
    "T501": Explanation(
        "Ogni conoscenza e abilità di un'unità è trattata da almeno una sua lezione."
        "\n\nIl calendario è anche il programma che una commissione d'esame controlla.",
        Text(
            it="Aggiungi i codici a «covers» di una lezione dell'unità.",
            en="Add the codes to the “covers” of a lesson of the unit.",
        ),
    ),
    "T502": Explanation(
        "I codici di una lezione sono conoscenze e abilità della sua unità.",
        Text(
            it="Correggi il codice in «covers».",
            en="Mend the code under “covers”.",
        ),
    ),
    "T503": Explanation(
        "Una lezione dice l'argomento o i codici di ciò che tratta."
        "\n\nNe è esente una lezione che è tutta prova: valuta l'intera unità.",
        Text(
            it="Aggiungi «covers» o «topic».",
            en="Add “covers” or “topic”.",
        ),
    ),
}
