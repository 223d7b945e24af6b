"""Commands that are imported when somebody asks for them: no command waits for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class LateCommands(MutableMapping[str, click.Command]):
    """The commands of a group by name; each is first known by its *places*, ``module:command``."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = dict(places)
        self._here: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._here:
            module, _, command = self._places[name].partition(":")
            self._here[name] = getattr(import_module(module), command)
        return self._here[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._here[name] = command

    def __delitem__(self, name: str) -> None:
        self._here.pop(name, None)
        self._places.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._places, **self._here})

    def __len__(self) -> int:
        return len({**self._places, **self._here})
