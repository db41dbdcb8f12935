"""Words people write for the fixed ones of the language, in English and in Norwegian."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BeforeValidator, WithJsonSchema

from tnt.language.values.patterns import one_of


def by_word(meanings: Mapping[str, str]) -> dict[str, str]:
    """Word -> what it means, of the words that mean each."""
    return {word: meant for meant, words in meanings.items() for word in words.split(", ")}


SEX_OF_WORD = by_word(
    {
        "female": "female, females, woman, women, kvinne, kvinner",
        "male": "male, males, man, men, mann, menn",
        "all": "all, both, everybody, everyone, alle, begge",
    }
)
KEYS = {
    "arr": "risk_reduction", "nntb": "nnt", "rr": "relative_risk", "risk_ratio": "relative_risk",
    "hr": "relative_risk", "hazard_ratio": "relative_risk", "relativ_risiko": "relative_risk",
    "baseline": "baseline_risk", "control_risk": "baseline_risk", "basisrisiko": "baseline_risk",
    "duration": "time", "tid": "time", "minutes": "time", "age": "ages", "alder": "ages", "kjønn": "sex",
    "gender": "sex", "prevalence": "share", "rolle": "role", "who": "role", "kontakt": "contact",
    "hyppighet": "frequency",
    "interval": "frequency", "varighet": "for", "lasts": "for", "kilde": "source", "tittel": "title",
}  # fmt: skip
"""Key that people write, with its words joined by `_` -> the key meant, where that one may stand."""
ODDS_RATIO = ("odds_ratio", "or", "oddsratio")
"""Keys for what no key is for: odds are not risks."""


def key_in_words(key: str) -> str:
    """A key as `KEYS` has it: `Hazard-Ratio` -> `hazard_ratio`."""
    return in_plain(key).replace(" ", "_")


def in_plain(word: str) -> str:
    """Words in small letters with single spaces between: `Hazard-Ratio` -> `hazard ratio`."""
    return " ".join(word.lower().replace("-", " ").replace("_", " ").split())


def as_id(word: str) -> str | None:
    """The id nearest to a text: `Blodtrykk på nytt` -> `blodtrykk-pa-nytt`."""
    spelt = word.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})
    letters = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in letters).split()) or None


def _sex(value: Any) -> Any:
    return SEX_OF_WORD.get(value.strip().lower(), value) if isinstance(value, str) else value


SEX_WORDS = BeforeValidator(_sex)


def in_words(words: Iterable[str], fixed: list[str], *examples: str) -> WithJsonSchema:
    """The fixed words, which an editor offers, or any that stands for one."""
    others = {"type": "string", "pattern": one_of(sorted(words)), "examples": list(examples)}
    return WithJsonSchema({"anyOf": [{"type": "string", "enum": fixed}, others]})


SEX_SCHEMA = in_words(SEX_OF_WORD, ["all", "female", "male"], "women", "kvinner")


_STATUS = by_word(
    {
        "draft": "draft, utkast",
        "hearing": "hearing, consultation, in consultation, høring, på høring, til høring, høringsutkast",
        "approved": "approved, godkjent, vedtatt",
        "retired": "retired, withdrawn, utgått, tilbaketrukket",
    }
)
_CONTACTS = by_word(
    {
        "consultation": "consultation, konsultasjon, konsultasjon på legekontoret, besøk, oppmøte",
        "telephone": "telephone, phone, telefon, telefonkonsultasjon, telefonsamtale",
        "e-consultation": "e consultation, e konsultasjon, econsultation, ekonsultasjon",
        "home-visit": "home visit, hjemmebesøk, sykebesøk",
        "group": "group, gruppe, kurs",
        "meeting": "meeting, møte",
        "inbox": "inbox, innboks",
        "other": "other, annet",
    }
)


def _of_words(words: Mapping[str, str], *examples: str) -> tuple[BeforeValidator, WithJsonSchema]:
    """Reads a word, in whatever case, as the fixed one it stands for."""

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value in words.values():
            return value
        return words.get(in_plain(value), value)

    return BeforeValidator(read), in_words(words, list(dict.fromkeys(words.values())), *examples)


STATUS_READ, STATUS_SCHEMA = _of_words(_STATUS, "utkast")
CONTACT_READ, CONTACT_SCHEMA = _of_words(_CONTACTS, "telefon")
