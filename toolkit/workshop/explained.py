"""What the rules about templates state, in Italian; their English stands in their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from toolkit.finding import Rule
from toolkit.text import Text


def statement(rule: Rule[Any]) -> Text:
    """Return what must hold, in one sentence."""
    return Text(it=_pieces(ITALIAN[rule.id])[0], en=_pieces(rule.explanation)[0])


def explanation(rule: Rule[Any]) -> Text:
    """Return what must hold and, where the rule says it, why."""
    it, en = (" ".join(_pieces(each)) for each in (ITALIAN[rule.id], rule.explanation))
    return Text(it=it.strip(), en=en.strip())


def _pieces(text: str) -> tuple[str, str]:
    """Return the first sentence and the rest, each on one line."""
    first, _, rest = inspect.cleandoc(text).replace("``", "").partition("\n\n")
    return " ".join(first.split()), " ".join(rest.split())


ITALIAN: Mapping[str, str] = MappingProxyType(
    {
        "X001": "Il file è un documento di Word, intero e sicuro: niente macro, niente da cercare altrove.",
        "X002": "Il modello si compila: la regola dice ciò che nessun'altra ha detto.",
        "X101": "Un tag si chiude nel paragrafo in cui si apre.\n\n{{ finisce con }}, {% con %}, {# con #}. Word può "
        "mandare a capo un tag lungo, ma un paragrafo nuovo lo taglia in due.",
        "X102": "La fine di un tag ha il suo inizio, nello stesso paragrafo.",
        "X103": "Un tag finisce con il segno con cui è cominciato.",
        "X104": "Ciò che sembra un tag lo è.\n\nGraffe singole, graffe separate da uno spazio e i segni di altri "
        "programmi qui sono testo comune: il documento li stampa come sono.",
        "X105": "Un'istruzione comincia con una parola dei tag: for, if, elif, else, set, with e ciò che li chiude.",
        "X106": "La lettera di un tag strutturale sta attaccata al segno, e dopo ha uno spazio.\n\n{%p if x %} toglie il "
        "suo paragrafo; {% p if x %} e {%pif x %} non sono tag.",
        "X107": "Un modello non usa altri modelli, e solo i tag che servono ai documenti.",
        "X108": "Un tag dice qualcosa.",
        "X109": "Le virgolette nei tag sono diritte.\n\nWord le fa tipografiche mentre scrivi: annulla una volta con "
        "Ctrl+Z, o disattivalo in File, Opzioni, Strumenti di correzione, Opzioni correzione automatica.",
        "X110": "Le virgolette nei tag non sono curve.\n\nSono lette come diritte, ma un apostrofo nel testo lo "
        "farebbe finire prima.",
        "X111": "Fuori dalle virgolette i caratteri di un tag sono quelli della tastiera.\n\nLa correzione automatica di "
        "Word fa una lineetta di due trattini, una freccia di -> e un carattere solo di tre puntini; caratteri "
        "invisibili arrivano con il testo copiato dal web.",
        "X112": "L'espressione di un tag si può leggere.",
        "X113": "Nessun elemento di Word taglia un tag: un collegamento, un campo, una revisione, un controllo.",
        "X114": "Un tag ha un solo formato dal primo all'ultimo carattere.\n\nResta solo quello dell'inizio: ciò che in "
        "mezzo pare grassetto non lo sarebbe.",
        "X115": "Ciò che riguarda righe e celle sta in una tabella.",
        "X116": "Un paragrafo, una riga o una cella ha un solo tag strutturale.\n\n{%p toglie il suo paragrafo, {%tr la "
        "sua riga, {%tc la sua cella: di due insieme il secondo non arriva mai nel documento.",
        "X117": "Un tag strutturale sta da solo nel suo paragrafo, riga o cella: ciò che gli sta accanto va perso.",
        "X118": "Un filtro esiste, ed è uno di quelli ammessi nei documenti.",
        "X119": "Ciò che segue «is» esiste.",
        "X120": "Ciò che sembra parte di un blocco lo è: senza, il blocco non ha inizio o non ha fine.",
        "X131": "Un blocco che si apre si chiude, nella stessa parte del documento.",
        "X132": "Ciò che chiude un blocco ne ha uno da chiudere.",
        "X133": "Un blocco si chiude con la sua parola: if con endif, for con endfor.",
        "X134": "I blocchi si chiudono nell'ordine inverso in cui si aprono: prima quello interno.",
        "X135": "«else» sta in un if o in un for, «elif» in un if.",
        "X136": "Dopo «else» non viene altro che la fine.",
        "X137": "Un blocco si chiude nella parte in cui si apre: corpo, intestazioni, piè di pagina e note si "
        "producono ciascuno per sé.",
        "X138": "Un blocco si chiude nella cella in cui si apre, a meno che ripeta o scelga intere righe o celle.",
        "X139": "Un blocco si apre e si chiude allo stesso livello: nel corpo, nella stessa cella, nella stessa tabella.",
        "X140": "I tag di un blocco hanno la stessa lettera: {%p con {%p, {%tr con {%tr.",
        "X141": "Nessun blocco taglia un elemento di Word: ne lascerebbe metà.",
        "X142": "Nessun blocco taglia un campo: Word ne troverebbe l'inizio senza la fine.",
        "X143": "Un blocco su più paragrafi usa {%p, che non lascia paragrafi vuoti.",
        "X201": "Un nome esiste: è fra i dati, o lo ha fatto un'assegnazione o un ciclo intorno.",
        "X202": "La parte di un valore esiste.",
        "X203": "Un nome si usa dove vale: la variabile di un ciclo solo dentro il ciclo.",
        "X204": "Le parti di ciò che un elenco contiene si chiedono a una voce alla volta, in un ciclo.",
        "X205": "Un modello chiede solo dati, mai ciò che Python tiene per sé.",
        "X206": "Si chiamano solo le funzioni: i dati si nominano senza parentesi.",
        "X221": "Un ciclo scorre un elenco.",
        "X222": "Un valore si stampa in una forma scritta.\n\nSolo testi e numeri interi si stampano come sono. Una data, "
        "un orario, un numero con decimali, sì o no e un elenco vogliono il filtro che li scrive in italiano.",
        "X223": "Ciò che si unisce è testo: delle voci con più parti se ne sceglie prima una.",
        "X224": "Un filtro riceve il tipo di valore che sa scrivere.",
        "X225": "Ciò che a un corso può mancare si chiede prima: con un corso che non l'ha non si stamperebbe nulla.",
        "X226": "Un'operazione unisce valori che vanno insieme: numeri con numeri, testi con testi.",
        "X227": "Un confronto è fra valori dello stesso tipo: un numero non si confronta con un testo fra virgolette.",
        "X301": "Ogni tag a cui il corso arriva si può stampare con i suoi valori.",
        "X302": "Ogni tag a cui il corso arriva ha qualcosa da stampare.",
        "X303": "Il corso dà ogni valore che si stampa; «percorso check» dice dove scriverlo.",
        "X304": "Un ciclo ha qualcosa da ripetere, o dice con else che cosa stampare al suo posto.",
        "X305": "Il corso produce un documento: la regola dice ciò che nessun'altra ha detto.",
        "X401": "Un documento lungo ha titoli negli stili di Word.\n\nSommario, riquadro di spostamento e lettori dello "
        "schermo ne trovano le parti così.",
        "X402": "Ciò che sembra un titolo ha lo stile di un titolo.",
        "X403": "I titoli non saltano livelli: dopo Titolo 1 viene Titolo 2, non 3.",
        "X404": "Una tabella di tre righe o più ha una riga di intestazione, ripetuta a ogni pagina.\n\nUna tabella le cui "
        "opzioni di stile la escludono (Struttura tabella) è presa in parola.",
        "X405": "Un'immagine ha un testo alternativo, per chi non la vede.",
        "X406": "La lingua del documento è l'italiano, così ortografia e sillabazione sono giuste.",
        "X407": "Il documento ha un titolo fra le sue proprietà; può contenere tag.",
        "X421": "Non restano revisioni in sospeso: i tag cancellati varrebbero ancora, e i documenti le mostrerebbero.",
        "X422": "Il testo prende il formato dagli stili, non a mano.\n\nNumerazione, tabulazioni e interruzioni non "
        "sono formato; per una singola parola serve uno stile di carattere, come Enfasi.",
        "X423": "Lo spazio fra i paragrafi viene dai loro stili, non da paragrafi vuoti.",
    }
)  # fmt: skip
"""By id: a sentence, then perhaps why."""
