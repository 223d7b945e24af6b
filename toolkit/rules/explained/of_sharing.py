"""What the rules about courses that share trainers and rooms say of themselves."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

EXPLANATIONS: Mapping[str, Explanation] = {
    "T601": Explanation(
        "Nessun formatore è atteso in due corsi alla stessa ora.",
        Text(
            it="Sposta una delle due lezioni, o disponi i corsi con «percorso plan --together».",
            en="Move one of the two lessons, or plan the courses with “percorso plan --together”.",
        ),
    ),
    "T602": Explanation(
        "Nessuna aula e nessun laboratorio è usato da due corsi alla stessa ora.",
        Text(
            it="Sposta una delle due lezioni, o disponi i corsi con «percorso plan --together».",
            en="Move one of the two lessons, or plan the courses with “percorso plan --together”.",
        ),
    ),
}
