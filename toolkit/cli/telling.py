"""What a person reads of the dossiers that were made, one course or thousands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from toolkit.batch.order import Kind, Order, Outcome
from toolkit.batch.report import REPORT_JSON, write_report
from toolkit.cli.bilingual import LANG, say
from toolkit.text import Text

_PLANNED = Text(
    it="{course}: calendario scritto in {file}", en="{course}: timetable written to {file}"
)
_BUILT = Text(it="{course}: fascicolo in {folder}", en="{course}: dossier in {folder}")
_BACKUP = Text(it="copia del file modificato: {file}", en="copy of the edited file: {file}")
_CURRENT = Text(
    it="{course}: già aggiornato in {folder}", en="{course}: already up to date in {folder}"
)
_EDITED = Text(it="  modificato a mano: {file}", en="  edited by hand: {file}")
_WOULD_BUILD = Text(it="{course}: da fare: {why}", en="{course}: to be made: {why}")
_WHY_BUILT = Text(it="{course}: fatto perché {why}", en="{course}: made because {why}")
_WHY_NOT = Text(it="{course}: non fatto: {why}", en="{course}: not made: {why}")
_WHY_FAILED = Text(
    it="{course}: da fare perché {why}, ma non riesce",
    en="{course}: to be made because {why}, but it fails",
)
_SUMMARY = Text(
    it="fascicoli fatti: {built}, già aggiornati: {current}, non riusciti: {failed}",
    en="dossiers made: {built}, already up to date: {current}, failed: {failed}",
)
_FORESEEN = Text(
    it="fascicoli da fare: {foreseen}, già aggiornati: {current}, non riusciti: {failed}",
    en="dossiers to be made: {foreseen}, already up to date: {current}, failed: {failed}",
)
_REPORT = Text(it="; rapporto in {file}", en="; report in {file}")


class Teller:
    """Prints what becomes of each course: at length for one, a line each for many."""

    def __init__(self, order: Order, *, is_alone: bool, explain: bool) -> None:
        self._order = order
        self._is_alone = is_alone
        self._explain = explain

    def tell(self, outcome: Outcome) -> None:
        """Print what became of one course."""
        match outcome.kind:
            case Kind.BUILT:
                self._explained(_WHY_BUILT, outcome)
                self._built(outcome)
            case Kind.CURRENT:
                self._explained(_WHY_NOT, outcome)
                if self._is_alone:
                    self._current(outcome)
            case Kind.WOULD_BUILD:
                _echo_why(_WOULD_BUILD, outcome)
            case Kind.FAILED:
                self._explained(_WHY_FAILED, outcome)

    def _explained(self, sentence: Text, outcome: Outcome) -> None:
        if self._explain and outcome.why:
            _echo_why(sentence, outcome)

    def _folder(self, outcome: Outcome) -> Path:
        return self._order.out / outcome.code

    def _current(self, outcome: Outcome) -> None:
        click.echo(say(_CURRENT, course=outcome.code, folder=self._folder(outcome)))
        for name in outcome.edited:
            click.echo(say(_EDITED, file=name))

    def _built(self, outcome: Outcome) -> None:
        if outcome.planned:
            click.echo(say(_PLANNED, course=outcome.code, file=outcome.planned))
        for backup in outcome.backups:
            click.echo(say(_BACKUP, file=backup))
        click.echo(say(_BUILT, course=outcome.code, folder=self._folder(outcome)))
        for file in outcome.files if self._is_alone else ():
            click.echo(f"  {file.name}")
        if self._is_alone:
            _echo_told((outcome,))

    def sum_up(self, outcomes: list[Outcome], *, dry: bool) -> None:
        """Print every failure and, of several courses, how many there are of each kind."""
        _echo_told(each for each in outcomes if each.kind is Kind.FAILED)
        if self._is_alone or not outcomes:
            return
        _echo_told(each for each in outcomes if each.kind is Kind.BUILT and each.exit_code)
        kinds = [each.kind for each in outcomes]
        counts = {
            "built": kinds.count(Kind.BUILT),
            "foreseen": kinds.count(Kind.WOULD_BUILD),
            "current": kinds.count(Kind.CURRENT),
            "failed": kinds.count(Kind.FAILED),
        }
        report = ""
        if not dry:
            write_report(outcomes, self._order.out)
            report = say(_REPORT, file=self._order.out / REPORT_JSON)
        click.echo(say(_FORESEEN if dry else _SUMMARY, **counts) + report)


def _echo_why(sentence: Text, outcome: Outcome) -> None:
    why = ", ".join(text.say(LANG) for text in outcome.why)
    click.echo(say(sentence, course=outcome.code or outcome.path, why=why))


def _echo_told(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        for text in outcome.told:
            click.echo(text.say(LANG), err=True)
