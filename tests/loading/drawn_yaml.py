"""Documents in a layout that is drawn: lines or brackets, quotes, comments, line breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        *("ore", "URA04", "12", "10,5", "2027-01-11", "9:00-13:00", "perché no", "a: b", "# no"),
        *("", " ", "null", "[", "{x}", "l'aula", "«è»", "two\nlines", "-", "true", "'"),
    ]
)
KEYS = st.sampled_from(["ore", "unità", "URA01", "a b", "7", "x-y"])
VALUES = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@dataclass
class Writer:
    """Writes a document in a layout that is drawn, each comment with a number of its own."""

    data: st.DataObject
    lines: list[str] = field(default_factory=list)
    comments: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def chance(self) -> bool:
        return self.data.draw(st.integers(0, 3)) == 0

    def comment(self, at) -> str:
        name = f"# commento {len(self.comments)};"
        self.comments[name] = at
        return name

    def above(self, at, column) -> None:
        if self.chance():
            self.lines.append("")
        if self.chance():
            self.lines.append(" " * column + self.comment(at))

    def beside(self, at) -> str:
        return f" {self.comment(at)}" if self.chance() else ""

    def scalar(self, value, *, in_flow=False) -> str:
        if value is None:
            return self.data.draw(st.sampled_from(["null", "~"])) if in_flow else ""
        style = self.data.draw(st.sampled_from(["plain", "single", "double"]))
        plain = value.replace("à", "a").replace(" ", "")
        if style == "plain" and plain.isalnum() and value != "null":
            return value
        if style == "single" and "\n" not in value:
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\n", "\\n") + '"'

    def flow(self, value) -> str:
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        if isinstance(value, dict):
            pairs = (f"{self.scalar(k, in_flow=True)}: {self.flow(v)}" for k, v in value.items())
            return "{" + ", ".join(pairs) + "}"
        return self.scalar(value, in_flow=True)

    def entry(self, head, value, at, column) -> None:
        """Write *value* after *head*, a key with its colon or a dash."""
        if isinstance(value, str) and value == "two\nlines" and self.chance():
            self.lines.append(f"{head} |{self.beside(at)}")
            self.lines += [" " * (column + 2) + line for line in value.split("\n")]
            self.lines[-1:] = [self.lines[-1], ""] if self.chance() else [self.lines[-1]]
            self.clipped.append(at)
        elif not isinstance(value, list | dict) or not value or self.chance():
            text = self.flow(value) if isinstance(value, list | dict) else self.scalar(value)
            self.lines.append(f"{head} {text}".rstrip(" ") + self.beside(at))
        elif isinstance(value, list) and self.chance():
            self.lines.append(f"{head} [{self.beside(at)}")
            for n, each in enumerate(value):
                comma = "," if n + 1 < len(value) or self.chance() else ""
                here = (*at, str(n))
                self.lines.append(" " * (column + 4) + self.flow(each) + comma + self.beside(here))
            self.lines.append(" " * (column + 2) + "]")
        elif head.endswith("-") and isinstance(value, dict) and self.chance():
            self.compact(head, value, at, column)
        else:
            self.lines.append(head + self.beside(at))
            self.block(value, at, column + 2)

    def compact(self, head, value, at, column) -> None:
        for n, (key, each) in enumerate(value.items()):
            start = f"{head} " if n == 0 else " " * (column + 2)
            if n:
                self.above((*at, key), column + 2)
            self.entry(f"{start}{self.scalar(key)}:", each, (*at, key), column + 2)

    def block(self, value, at, column) -> None:
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in entries:
            here = (*at, str(key))
            self.above(here, column)
            head = f"{self.scalar(key)}:" if isinstance(value, dict) else "-"
            self.entry(" " * column + head, each, here, column)

    def __post_init__(self) -> None:
        self.clipped = []

    def file(self, value) -> bytes:
        self.lines.append(self.comment(("heading",)))
        self.lines.append("")
        self.block(value, (), 0)
        end = self.data.draw(st.sampled_from(["\n", "\r\n"]))
        last = "" if self.chance() and not self.clipped else end
        return (b"\xef\xbb\xbf" if self.chance() else b"") + (end.join(self.lines) + last).encode()
