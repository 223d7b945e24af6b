"""``plan``: the command that lays out lessons, of one course or of several together."""

from __future__ import annotations

import os
from pathlib import Path

import click

from toolkit import completing, pipeline, portfolio
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.courses import COURSES, around_option, each_of, tell_problems
from toolkit.cli.improving import Duration, improving, percent
from toolkit.cli.progress import working
from toolkit.results import Planned
from toolkit.text import Text

_PLANNED = Text(
    it="{course}: calendario scritto in {file}", en="{course}: timetable written to {file}"
)
_KEPT = Text(it="il calendario precedente resta in {file}", en="the old timetable stays in {file}")
_KEEP_OR_REPLACE = Text(
    it="--keep e --replace non vanno insieme.", en="--keep and --replace do not go together."
)
_KEEP_ALONE = Text(
    it="--keep non va insieme a --together o --improve.",
    en="--keep does not go together with --together or --improve.",
)
_DISTANCE = Text(
    it="penalità {cost}; nessun calendario scende sotto {least}: al massimo il {percent}% in più",
    en="penalty {cost}; no timetable goes below {least}: at most {percent}% more",
)
_GOAL = Text(
    it="{goal}: peso {weight} × {amount} = {cost}", en="{goal}: weight {weight} × {amount} = {cost}"
)


@click.command(
    cls=Command,
    help=help_of(
        it="Dispone le lezioni di uno o più corsi e scrive timetable.yaml accanto alla "
        "configurazione: si legge, si corregge a mano, e build lo usa.",
        en="Lay out the lessons of courses and write timetable.yaml beside each configuration: "
        "read it, edit it, and build uses it.",
        example="percorso plan samples/minimo/course.yaml",
    ),
)
@COURSES
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help=text_of(
        it="Il seme; se manca, quello della configurazione.",
        en="The seed; the configuration's if not given.",
    ),
)
@click.option(
    "--replace",
    is_flag=True,
    help=text_of(
        it="Rifà un calendario che esiste già; il vecchio resta con un altro nome.",
        en="Plan again where a timetable exists; the old one is kept under another name.",
    ),
)
@click.option(
    "--keep",
    is_flag=True,
    help=text_of(
        it="Completa un calendario scritto in parte: le lezioni che ci sono restano dove sono.",
        en="Complete a timetable written in part: the lessons that are there stay where they are.",
    ),
)
@click.option(
    "--together",
    is_flag=True,
    help=text_of(
        it="Dispone i corsi insieme: formatori e aule in comune non si sovrappongono; "
        "scrive tutti i calendari o nessuno.",
        en="Plan the courses together: trainers and rooms in common never clash; "
        "writes all timetables or none.",
    ),
)
@around_option(it="", en="")
@click.option(
    "--improve",
    type=Duration(),
    metavar=text_of(it="DURATA", en="DURATION"),
    help=text_of(
        it="Continua a migliorare per questo tempo: 60s, 2m. Ctrl-C tiene il migliore.",
        en="Go on improving for so long: 60s, 2m. Ctrl-C keeps the best.",
    ),
)
@click.option(
    "--goals",
    is_flag=True,
    help=text_of(
        it="Elenca gli obiettivi, quanto pesano e dove non sono raggiunti.",
        en="List the goals, how much they weigh and where they are missed.",
    ),
)
@click.pass_context
def plan(
    ctx: click.Context,
    courses: tuple[Path, ...],
    seed: int | None,
    replace: bool,
    keep: bool,
    together: bool,
    around: tuple[Path, ...],
    improve: float | None,
    goals: bool,
) -> int:
    """Plan the lessons of courses."""
    if keep and replace:
        raise click.UsageError(say(_KEEP_OR_REPLACE))
    if keep and (together or improve):
        raise click.UsageError(say(_KEEP_ALONE))

    def together_with(paths: tuple[Path, ...], others: tuple[Path, ...]) -> tuple[Planned, ...]:
        with working(", ".join(map(str, paths))), improving(improve) as going:
            return portfolio.plan_together(
                paths,
                ctx.obj,
                seed=seed,
                again=replace,
                around=others,
                going=going,
                with_helper=improve is not None and (os.cpu_count() or 1) > 1,
            )

    def alone(path: Path) -> tuple[Planned, ...]:
        others = (*around, *done) if around else ()
        if keep and pipeline.timetable_path(path).exists():
            with working(str(path)):
                return (completing.complete(path, ctx.obj, seed=seed, around=others),)
        if around:
            return together_with((path,), others)
        with working(str(path)), improving(improve) as going:
            return (pipeline.plan(path, ctx.obj, seed=seed, again=replace, going=going),)

    def work(path: Path) -> tuple[Planned, ...]:
        made = together_with(courses, around) if together else alone(path)
        done.append(path)
        return made

    done: list[Path] = []
    results, code = each_of(courses[:1] if together else courses, work)
    for made in results:
        _tell(made, goals=goals)
    return max([code, *(planned.report.exit_code for made in results for planned in made)])


def _tell(made: tuple[Planned, ...], *, goals: bool) -> None:
    """Tell what was planned together: each timetable, then how good they all are."""
    for planned in made:
        click.echo(say(_PLANNED, course=planned.report.course.edition.code, file=planned.path))
        if planned.kept:
            click.echo(say(_KEPT, file=planned.kept))
        if goals:
            _tell_goals(planned)
    if progress := made[0].progress:
        cost, least = round(progress.cost, 1), round(progress.least, 1)
        click.echo(say(_DISTANCE, cost=cost, least=least, percent=percent(progress)))
    for planned in made:
        tell_problems(planned.report)


def _tell_goals(planned: Planned) -> None:
    for score in pipeline.scores(planned.report):
        key = score.goal.key
        amount, cost = round(score.amount, 2), round(score.cost, 2)
        click.echo("  " + say(_GOAL, goal=key, weight=score.weight, amount=amount, cost=cost))
        for reason in score.reasons:
            click.echo("    " + reason.say(LANG))
