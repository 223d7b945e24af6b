"""What the pages say of commands, options, exit codes, folders and files is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from toolkit import errors
from toolkit.cli import main
from toolkit.loading import load_course

ROOT = Path(__file__).parents[2]
PAGES = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


COMMANDS = dict(commands(main))
LINES = sorted(set(re.findall(r"`percorso ([a-z][^`]*)`", README)))


@pytest.mark.parametrize("line", LINES)
def test_a_command_named_in_the_readme_exists(line):
    assert any(line == name or line.startswith(f"{name} ") for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_table(name):
    command, _, inner = name.partition(" ")
    rows = [line for line in README.splitlines() if line.startswith(f"| `percorso {command}")]

    assert any(inner in row for row in rows)


def test_every_option_named_in_the_readme_exists():
    known = {option for each in (main, *COMMANDS.values()) for option in _options(each)}
    without_benchmarks = re.sub(r"`python benchmarks/[^`]*`", "", README)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", without_benchmarks))

    # That one is an option of pip.
    assert named - known - {"--no-build-isolation"} == set()


def test_the_exit_codes_are_those_of_the_errors():
    told = re.search(r"Exit codes: (.*?)\n\n", README, re.DOTALL)
    assert told
    codes = {int(each.split()[0]) for each in told[1].split("·")}
    raised = {kind.exit_code for kind in vars(errors).values() if _is_error(kind)}

    assert codes == raised | {0, 1, 2}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        name, _, heading = target.partition("#")
        if name.startswith("https:"):
            continue
        linked = page.parent / name if name else page
        assert linked.is_file(), target
        assert not heading or heading in _headings(linked), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_targets_of_make_that_are_named_exist(page):
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert set(named) <= targets


def test_make_demo_says_where_the_documents_are():
    code = load_course(ROOT / "samples/completo/course.yaml").record.code

    assert f"$(OUT)/{code}/" in MAKEFILE


def test_the_architecture_names_every_module():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    modules = {
        f"{path.stem}{'/' if path.is_dir() else ''}"
        for path in (ROOT / "toolkit").iterdir()
        if not path.name.startswith("__")
        and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }

    assert {name for name in modules if f"`{name}`" not in text} == set()


def test_the_examples_for_contributors_are_real():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:python|yaml)\n(.*?)```", text, re.DOTALL)
    rule, cases = blocks[0], next(each for each in blocks if each.startswith("rule:"))

    assert rule in (ROOT / "toolkit/rules/internship.py").read_text(encoding="utf-8")
    assert (ROOT / "tests/rules/I102.yaml").read_text(encoding="utf-8").startswith(cases)


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        yield from parameter.opts


def _is_error(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, errors.PercorsoError)


def _headings(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
