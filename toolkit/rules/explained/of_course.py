"""Dates, admission, the standard itself and what is still to be given."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "G101": Explanation(
        "L'ultimo giorno utile del corso viene dopo il primo.",
        Text(
            it="Correggi «start» o «end».",
            en="Mend “start” or “end”.",
        ),
    ),
    "G102": Explanation(
        "L'esame viene dopo l'inizio del corso; che venga dopo tutte le ore lo dice il "
        "calendario."
        "\n\nÈ ammesso solo chi ha frequentato le ore che lo standard chiede, e si sa "
        "all'ultima ora.",
        Text(
            it="Correggi la data dell'esame, o toglila: il calendario ne propone una.",
            en="Mend the date of the exam, or leave it out: the timetable proposes one.",
        ),
    ),
    "G103": Explanation(
        "La festa patronale del comune della sede è nota."
        "\n\nQuelle dei capoluoghi di provincia si conoscono; le altre vanno indicate.",
        Text(
            it="Aggiungi «patron_saint», per esempio 22/05.",
            en="Add “patron_saint”, for example 22/05.",
        ),
    ),
    "G104": Explanation(
        "Lo standard è fra quelli che una Regione ha pubblicato.",
        Text(
            it="Scegli uno standard pubblicato: «percorso standard list» li elenca.",
            en="Choose a published standard: “percorso standard list” lists them.",
        ),
    ),
    "G105": Explanation(
        "La versione dello standard è in vigore il primo giorno del corso.",
        Text(
            it="Correggi la versione dopo la @, o toglila: vale allora quella in vigore.",
            en="Mend the version after the @, or take it away: the one in force then holds.",
        ),
    ),
    "G106": Explanation(
        "Almeno un giorno della settimana ha ore per le lezioni.",
        Text(
            it="Indica le fasce orarie in «week».",
            en="Give the windows under “week”.",
        ),
    ),
    "G107": Explanation(
        "Il corso non chiede più ore al giorno o alla settimana di quante se ne chiedano di solito."
        "\n\nÈ consueto ciò che vale quando non si scrive nulla.",
        Text(
            it="Riduci «max_hours_per_day» o «max_hours_per_week», o accetta l'avviso con il "
            "motivo.",
            en="Lower “max_hours_per_day” or “max_hours_per_week”, or accept the warning with the"
            " reason.",
        ),
    ),
    "G108": Explanation(
        "Un allievo con crediti si indica con un codice, mai con il nome."
        "\n\nNessuno chiede i nomi degli allievi: il fascicolo passa per molte mani.",
        Text(
            it="Metti un codice al posto del nome, per esempio A01.",
            en="Put a code in the place of the name, for example A01.",
        ),
    ),
    "G109": Explanation(
        "Nessun testo della configurazione contiene il codice fiscale di una persona."
        "\n\nQuelli del soggetto attuatore e dei formatori hanno una voce loro.",
        Text(
            it="Togli il codice fiscale dal testo.",
            en="Take the codice fiscale out of the text.",
        ),
    ),
    "G110": Explanation(
        "Il corso segue la versione più recente dello standard in vigore quando comincia."
        "\n\nSolo un corso che indica la sua versione può seguirne una più vecchia.",
        Text(
            it="Verifica che cosa cambia e indica la versione nuova, o lascia quella con cui il "
            "corso è autorizzato.",
            en="See what changes and name the newer version, or keep the one that the course was"
            " authorised under.",
        ),
    ),
    "G111": Explanation(
        "Gli atti che lo standard cita sono ancora in vigore quando il corso comincia."
        "\n\nLe parole dello standard restano come sono; che cosa vale al loro posto lo verifica una"
        " persona.",
        Text(
            it="Verifica con la Regione che cosa vale ora: la nota resta come promemoria.",
            en="Verify with the region what holds now: the note stays as a reminder.",
        ),
    ),
    "G112": Explanation(
        "L'esame, dove la data è fissata, viene dopo l'ultimo giorno che il corso può usare.",
        Text(
            it="Sposta l'esame, o porta la fine del corso prima dell'esame.",
            en="Move the exam, or set the end of the course before it.",
        ),
    ),
    "S101": Explanation(
        "La selezione prevede una prova di italiano per i candidati senza attestazione."
        "\n\nLo standard rende la prova obbligatoria alla selezione, al livello che indica.",
        Text(
            it="Aggiungi la data in «selection: language_test».",
            en="Add the date under “selection: language_test”.",
        ),
    ),
    "S102": Explanation(
        "La prova di italiano si tiene alla selezione, prima dell'inizio del corso.",
        Text(
            it="Correggi la data della prova di lingua, o l'inizio del corso.",
            en="Mend the date of the language test, or the beginning of the course.",
        ),
    ),
    "S103": Explanation(
        "I permessi di soggiorno valgono per tutto il corso, se la loro scadenza è indicata."
        "\n\nLo standard ammette in alternativa la prova che il rinnovo è stato chiesto, che solo "
        "una persona può vedere.",
        Text(
            it="Acquisisci la domanda di rinnovo, poi aggiorna «permits_until» o accetta l'avviso.",
            en="Obtain the application for renewal, then bring “permits_until” up to date or "
            "accept the warning.",
        ),
    ),
    "S104": Explanation(
        "La selezione avviene prima del primo giorno del corso.",
        Text(
            it="Correggi la data della selezione, o l'inizio del corso.",
            en="Mend the date of the selection, or the beginning of the course.",
        ),
    ),
    "M101": Explanation(
        "La configurazione indica ogni valore che i documenti chiedono."
        "\n\nPer ogni valore che manca un documento porta un segnaposto ben visibile.",
        Text(
            it="Aggiungi la voce indicata.",
            en="Add the key that is named.",
        ),
    ),
    "W101": Explanation(
        "Ciò che si accetta è un avviso."
        "\n\nUn errore viola lo standard, quale che sia il motivo; una nota non chiede nulla.",
        Text(
            it="Togli la voce da «waivers» e correggi ciò che la regola segnala.",
            en="Take the entry away from “waivers” and mend what the rule tells.",
        ),
    ),
    "W102": Explanation(
        "La regola di cui si accetta l'avviso esiste.",
        Text(
            it="Correggi il codice della regola: «percorso rules» le elenca.",
            en="Mend the id of the rule: “percorso rules” lists them.",
        ),
    ),
    "W103": Explanation(
        "L'ultimo giorno di un'accettazione non è passato."
        "\n\nDa allora l'avviso conta di nuovo, finché qualcuno non lo riconsidera.",
        Text(
            it="Riconsidera l'avviso: rimanda la data in «until», o correggi ciò che segnala.",
            en="Consider the warning again: put “until” off, or mend what it tells.",
        ),
    ),
    "W104": Explanation(
        "Ogni accettazione riguarda un avviso che il corso ha davvero."
        "\n\nQuelle che riguardano il calendario attendono che ce ne sia uno.",
        Text(
            it="Togli la voce da «waivers», o correggi «unit» e «at».",
            en="Take the entry away from “waivers”, or mend “unit” and “at”.",
        ),
    ),
}
