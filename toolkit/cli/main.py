"""The group of all commands, and what happens when one of them fails."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import freeze_support
from pathlib import Path

import click

from toolkit import __version__
from toolkit.cli.bilingual import LANG, Group, help_of, say, text_of, usage_message
from toolkit.cli.latecommands import LateCommands
from toolkit.errors import InTheWayError, PercorsoError, UnreadableError
from toolkit.resources import resources
from toolkit.text import Text

_BUG = Text(
    it="errore interno di percorso: {error}. Per favore segnalalo, con il comando che lo provoca"
    "{trace}.",
    en="internal error of percorso: {error}. Please report it, with the command that causes it"
    "{trace}.",
)
_TRACE = Text(
    it=" (PERCORSO_DEBUG=1 mostra il dettaglio)", en=" (PERCORSO_DEBUG=1 shows the details)"
)
_UNTOLD = Text(
    it="ciò che il comando stampa non si può scrivere ({reason}); controlla lo spazio sul disco.",
    en="what the command prints cannot be written ({reason}); check the space on the disk.",
)
_TOO_LONG = Text(
    it="{file}: il nome è troppo lungo per il sistema; accorcialo.",
    en="{file}: the name is too long for the system; shorten it.",
)
_STOPPED = Text(it="interrotto.", en="stopped.")


_PLACES = {
    "build": "toolkit.cli.building:build",
    "changes": "toolkit.cli.revisions:changes",
    "check": "toolkit.cli.checking:check",
    "explain": "toolkit.cli.explanations:explain",
    "new": "toolkit.cli.starting:new",
    "plan": "toolkit.cli.planning:plan",
    "replan": "toolkit.cli.replanning:replan",
    "rules": "toolkit.cli.explanations:rules",
    "sample": "toolkit.cli.samples:sample",
    "schema": "toolkit.cli.starting:schema",
    "standard": "toolkit.cli.standards:standard",
    "status": "toolkit.cli.statuses:status",
    "template": "toolkit.cli.templates:template",
    "timetable": "toolkit.cli.timetables:timetable",
}


@click.group(
    cls=Group,
    commands=LateCommands(_PLACES),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=help_of(
        it="Dallo standard regionale e da una breve configurazione al fascicolo completo del corso.",
        en="From a region's standard and a short configuration to the complete dossier of a course.",
        example="percorso build samples/completo/course.yaml -o out",
    ),
)
@click.option(
    "--lang",
    type=click.Choice(["it", "en"]),
    help=text_of(
        it="La lingua dei messaggi; se manca, quella del sistema.",
        en="The language of messages; the system's if not given.",
    ),
)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=text_of(
        it="Una cartella con catalog/ e templates/ propri, che precedono quelli di percorso.",
        en="A folder with catalog/ and templates/ of your own, which come before percorso's.",
    ),
)
@click.version_option(__version__, prog_name="percorso", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, lang: str | None, data: Path | None) -> None:  # noqa: ARG001
    """Collect what every command needs; `bilingual` has read ``--lang`` already."""
    ctx.obj = resources(data)


def run() -> None:
    """Run the command line and leave with its exit code; never with a traceback."""
    # In a packed program the processes of a batch begin here too.
    freeze_support()
    sys.exit(_exit_code())


def _exit_code() -> int:
    _write_utf8()
    try:
        arguments = common_first(sys.argv[1:])
        outcome = main.main(arguments, prog_name="percorso", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except PercorsoError as error:
        click.echo(error.say(LANG), err=True)
        return error.exit_code
    except click.UsageError as error:
        _tell_usage(error)
        return 2
    except click.ClickException as error:
        click.echo(f"percorso: {error.format_message()}", err=True)
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo(say(_STOPPED), err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output left; there is nobody to tell.
        sys.stdout = None
        return 0
    except OSError as error:
        return _told_by_system(error)
    except Exception as error:  # noqa: BLE001 — a bug, told as one
        return _told_as_bug(error)


def common_first(arguments: Sequence[str]) -> list[str]:
    """Return *arguments* with the options of every command first, wherever they were written.

    What follows ``--`` stays where it is, and so does an option that the command has itself:
    ``template check --data COURSE``.
    """
    command: click.Command = main
    own = list(arguments)
    end = own.index("--") if "--" in own else len(own)
    first, rest = list[str](), list[str]()
    waiting = iter(own[:end])
    for each in waiting:
        name, written, _ = each.partition("=")
        if name not in _COMMON or (command is not main and _has(command, name)):
            rest.append(each)
            command = _below(command, each)
        elif written:
            first.append(each)
        elif (value := next(waiting, None)) is None:
            # Alone it is told for what it is: an option without its value.
            return [each]
        else:
            first += [each, value]
    return [*first, *rest, *own[end:]]


def _has(command: click.Command, option: str) -> bool:
    return any(option in parameter.opts for parameter in command.params)


def _below(command: click.Command, word: str) -> click.Command:
    return command.commands.get(word, command) if isinstance(command, click.Group) else command


_COMMON = {"--lang", "--data"}


def _tell_usage(error: click.UsageError) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # Its message is the whole help, usage included.
        click.echo(error.message, err=True)
        return
    click.echo(f"percorso: {usage_message(error)}", err=True)
    if error.ctx:
        click.echo(error.ctx.get_usage(), err=True)


def _told_by_system(error: OSError) -> int:
    """Tell what the system refuses beyond the files of a course, which tell it themselves."""
    if error.errno == errno.ENAMETOOLONG and error.filename:
        click.echo(say(_TOO_LONG, file=error.filename), err=True)
        return UnreadableError.exit_code
    # What is refused about a file has its name; the rest is about our own output.
    return _told_as_bug(error) if error.filename else _untold(error)


def _untold(error: OSError) -> int:
    """Say that the output could not be written, as to a file on a full disk."""
    sys.stdout = None
    with suppress(OSError):
        click.echo(say(_UNTOLD, reason=error.strerror), err=True)
    return InTheWayError.exit_code


def _told_as_bug(error: Exception) -> int:
    debug = os.environ.get("PERCORSO_DEBUG")
    if debug:
        traceback.print_exc()
    described = f"{type(error).__name__}: {error}"
    click.echo(say(_BUG, error=described, trace="" if debug else _TRACE), err=True)
    return 70


def _write_utf8() -> None:
    """Write accents on any console; a character it lacks is replaced, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = "utf-8" if not stream.isatty() else None
            stream.reconfigure(encoding=encoding, errors="replace")
