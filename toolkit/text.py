"""One sentence in both languages of the product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from toolkit import agreement

Lang = Literal["it", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in Italian and English; ``{name}`` stands for a value."""

    it: str
    en: str

    def say(self, lang: Lang, /, **values: object) -> str:
        """Return the sentence in *lang*, its values written as that language writes them."""
        template = self.it if lang == "it" else self.en
        # Without values the sentence is finished: braces in it are what a person wrote.
        if not values:
            return template
        sentence = template.format(**{name: written(value, lang) for name, value in values.items()})
        return agreement.italian(sentence) if lang == "it" else agreement.english(sentence)

    def filled(self, /, **values: object) -> Text:
        """Return the sentence with its values put in, in both languages."""
        return Text(it=self.say("it", **values), en=self.say("en", **values))


def written(value: object, lang: Lang) -> str:
    """Write one value for a person: ``10,5`` and ``31/12/2027`` in Italian.

    English messages keep ISO dates, which no reader can take for another day.
    """
    match value:
        case Text():
            return value.say(lang)
        case bool():
            return _YES_NO[lang][value]
        case float():
            number = f"{value:.2f}".rstrip("0").rstrip(".")
            return number.replace(".", ",") if lang == "it" else number
        case date():
            in_italian = f"{value.day:02}/{value.month:02}/{value.year}"
            return in_italian if lang == "it" else value.isoformat()
        case time():
            return f"{value.hour}:{value.minute:02}"
        case tuple():
            return ", ".join(written(item, lang) for item in value)
        case _:
            return str(value)


_YES_NO: dict[Lang, tuple[str, str]] = {"it": ("no", "sì"), "en": ("no", "yes")}
