"""``status``: how the dossiers of a folder stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from toolkit.batch.coursefiles import course_files, matching
from toolkit.batch.order import Order
from toolkit.batch.status import State, Status, as_json, statuses
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.building import A_FOLDER, A_PATH, ONLY_HELP, OUT_HELP
from toolkit.cli.clock import ADay, today
from toolkit.text import Text

_STATES = {
    State.CURRENT: Text(it="aggiornato", en="up to date"),
    State.STALE: Text(it="da rifare", en="stale"),
    State.EDITED: Text(it="modificato a mano", en="edited by hand"),
    State.FAILING: Text(it="non si può fare", en="failing"),
    State.ORPHANED: Text(it="senza più un corso", en="without a course"),
}


@click.command(
    cls=Command,
    help=help_of(
        it="Dice come stanno i fascicoli di OUT: aggiornati, da rifare e perché, modificati a "
        "mano, che non si possono fare, o senza più un corso. Non scrive nulla. Esce con 0 se "
        "non c'è nulla da fare, con 6 se c'è solo qualcosa di modificato a mano, altrimenti con 1.",
        en="Say how the dossiers of OUT stand: up to date, stale and why, edited by hand, failing, "
        "or without a course. Writes nothing. Exits with 0 when there is nothing to do, with 6 "
        "when something is only edited by hand, else with 1.",
        example="percorso status corsi -o out",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=A_PATH, metavar="PATH...")
@click.option("-o", "--out", type=A_FOLDER, default=Path("out"), show_default=True, help=OUT_HELP)
@click.option(
    "--date",
    "asked",
    metavar=text_of(it="AAAA-MM-GG", en="YYYY-MM-DD"),
    type=ADay(),
    help=text_of(
        it="La data che i documenti dovrebbero portare.",
        en="The date the documents should bear.",
    ),
)
@click.option("--only", metavar="GLOB", help=ONLY_HELP)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma dell'elenco.", en="The form of the list."),
)
@click.pass_context
def status(
    ctx: click.Context,
    paths: tuple[Path, ...],
    out: Path,
    asked: date | None,
    only: str | None,
    form: str,
) -> int:
    """Say how dossiers stand."""
    courses = course_files(paths)
    order = Order(out, ctx.obj, today(), asked)
    # All courses are looked at, so that one which is not asked for is no orphan's.
    shown = set(matching(courses, only)) if only else set(courses)
    found = [
        each
        for each in statuses(courses, order)
        if each.path in shown or (each.state is State.ORPHANED and not only)
    ]
    click.echo(as_json(found) if form == "json" else _as_text(found))
    return _exit_code(found)


def _as_text(found: Sequence[Status]) -> str:
    lines = []
    for each in found:
        why = "; ".join(text.say(LANG) for text in each.why)
        names = ", ".join(each.edited)
        about = "; ".join(filter(None, (why, names)))
        lines.append(f"{each.code or each.path}: {say(_STATES[each.state])}" + about_after(about))
    counts = Counter(each.state for each in found)
    total = ", ".join(f"{say(_STATES[state])}: {counts[state]}" for state in State if counts[state])
    return "\n".join([*lines, total])


def about_after(about: str) -> str:
    """Return what is told after a state, in brackets; nothing where there is nothing."""
    return f" ({about})" if about else ""


def _exit_code(found: Sequence[Status]) -> int:
    codes = {each.exit_code for each in found}
    return 1 if 1 in codes else max(codes, default=0)
