"""What is imported is declared, what is declared is used, and all of it is pinned."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BROUGHT_ALONG = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}
"""Imported by name, but installed by a library whose version decides theirs."""

NOT_IMPORTED = {"tzdata"}
"""Read by the standard library where the system has no time zones, as on Windows."""


def test_the_product_imports_what_it_declares_and_nothing_else(root, project):
    extra = project["optional-dependencies"]
    declared = _names(project["dependencies"] + extra["fast"] + extra["cluster"])

    assert _imported(root / "toolkit") == declared - NOT_IMPORTED


def test_the_tests_import_what_is_declared(root, project):
    declared = _names(project["dependencies"] + project["optional-dependencies"]["dev"])
    used = _imported(*(root / folder for folder in ("tests", "docs", "toolkit")))

    assert used - declared == set()


def test_everything_that_is_installed_is_pinned(root, project):
    wanted = _names(project["dependencies"] + project["optional-dependencies"]["dev"])

    assert _with_what_they_need(wanted) - set(_pins(root)) == set()


def test_everything_that_is_pinned_is_installed(root, project):
    wanted = _names(project["dependencies"] + project["optional-dependencies"]["dev"])
    elsewhere = {"colorama"}  # asked for on Windows alone

    assert set(_pins(root)) - elsewhere == _with_what_they_need(wanted)


def test_each_pin_is_a_version_the_project_allows(root, project):
    pins = _pins(root)
    declared = project["dependencies"] + project["optional-dependencies"]["dev"]

    for requirement in map(Requirement, declared):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])


def _names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(each).name) for each in requirements}


def _pins(root: Path) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [re.split("==|;", line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version.strip() for name, version, *_ in pinned}


def _imported(*folders: Path) -> set[str]:
    """Return the distributions that the modules under *folders* import from."""
    distributions = packages_distributions()
    files = tuple(path for folder in folders for path in folder.rglob("*.py"))
    our_own = {"toolkit", *(path.stem for path in files)}
    found = {
        canonicalize_name(distributions[module][0])
        for path in files
        for module in _modules(ast.parse(path.read_text(encoding="utf-8")))
        if module not in sys.stdlib_module_names | our_own
    }
    return {BROUGHT_ALONG.get(name, name) for name in found}


def _modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name.partition(".")[0] for each in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]


def _with_what_they_need(names: set[str]) -> set[str]:
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        try:
            needed = [Requirement(each) for each in requires(name) or ()]
        except PackageNotFoundError:
            continue
        asked = {each for each in needed if not each.marker or each.marker.evaluate({"extra": ""})}
        waiting |= {canonicalize_name(each.name) for each in asked} - found
    return found
