"""Where each value of a course was written, over all the files it came from."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.loading.yamlfile import YamlFile
from toolkit.place import At


@dataclass(frozen=True, slots=True)
class Mount:
    """A file whose values stand under the path *at* of the whole."""

    at: At
    file: YamlFile


@dataclass(frozen=True, slots=True)
class Sources:
    """The files behind a course; the longest mounted path wins."""

    mounts: tuple[Mount, ...]

    def where(self, at: At) -> str:
        """Return ``file:line:column`` of *at*, or of its nearest parent."""
        mount = self.mount_of(at)
        return mount.file.where(at[len(mount.at) :])

    def mount_of(self, at: At) -> Mount:
        """Return the file in which *at* stands, or would."""
        return max(
            (each for each in self.mounts if at[: len(each.at)] == each.at),
            key=lambda each: len(each.at),
        )

    def with_file(self, at: At, file: YamlFile) -> Sources:
        """Return these sources with *file* standing under *at*."""
        return Sources((*self.mounts, Mount(at, file)))


def sources_of(file: YamlFile) -> Sources:
    """Return the sources of a single file."""
    return Sources((Mount((), file),))
