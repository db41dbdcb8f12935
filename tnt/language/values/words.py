"""Words people write for the fixed ones of the language, in English and in Norwegian."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BeforeValidator, WithJsonSchema

from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.patterns import one_of


def by_word(meanings: Mapping[str, str]) -> dict[str, str]:
    """Word -> what it means, of the words that mean each."""
    return {word: meant for meant, words in meanings.items() for word in words.split(", ")}


SEX_OF_WORD = by_word(
    {
        "female": "female, females, woman, women, kvinne, kvinner",
        "male": "male, males, man, men, mann, menn",
        "all": "all, both, everybody, everyone, alle, begge, both sexes, both genders, all sexes, all genders, any sex"
        ", begge kjønn, begge kjønnene, alle kjønn, men and women, women and men, males and females, females and males"
        ", male and female, female and male, kvinner og menn, menn og kvinner, kvinne og mann, mann og kvinne",
    }
)


def in_plain(word: str) -> str:
    """Words in small letters with single spaces between: `Hazard-Ratio` -> `hazard ratio`."""
    return " ".join(word.lower().replace("-", " ").replace("_", " ").split())


def as_id(word: str) -> str | None:
    """The id nearest to a text: `Blodtrykk på nytt` -> `blodtrykk-pa-nytt`."""
    spelt = word.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})
    letters = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in letters).split()) or None


def _sex(value: Any) -> Any:
    return SEX_OF_WORD.get(in_plain(value), value) if isinstance(value, str) else value


SEX_WORDS = BeforeValidator(_sex)


def in_words(words: Iterable[str], fixed: list[str], *examples: str) -> WithJsonSchema:
    """The fixed words, which an editor offers, or any that stands for one."""
    pattern = one_of(sorted({*words, *examples})).replace(" ", "[ -]")
    others = {"type": "string", "pattern": pattern, "examples": list(examples)}
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


_SOURCE_KINDS = by_word(
    {
        "study": "study, studies, trial, clinical trial, rct, randomised trial, randomized trial"
        ", randomised controlled trial, randomized controlled trial, observational study, cohort study"
        ", systematic review, review, meta analysis, article, journal article, studie, studier, randomisert studie"
        ", kohortstudie, klinisk studie, systematisk oversikt, systematisk oversiktsartikkel, oversiktsartikkel"
        ", metaanalyse, artikkel",
        "survey": "survey, time survey, questionnaire, spørreundersøkelse, tidsundersøkelse",
        "statistics": "statistics, official statistics, statistikk, offisiell statistikk",
        "registry": "registry, register, registries, registers, registre, kvalitetsregister, helseregister",
        "regulation": "regulation, regulations, law, act, statute, legislation, lov, lover, forskrift, forskrifter"
        ", regelverk",
        "guideline": "guideline, guidelines, clinical guideline, retningslinje, retningslinjer, faglig retningslinje"
        ", nasjonal faglig retningslinje, veileder",
        "expert-opinion": "expert opinion, expert opinions, expert judgement, expert judgment, expert consensus"
        ", expert, experts, opinion, consensus, experience, clinical experience, personal communication"
        ", ekspertuttalelse, ekspertvurdering, ekspertmening, ekspert, eksperter, konsensus, skjønn, faglig skjønn"
        ", klinisk skjønn, erfaring, klinisk erfaring, personlig meddelelse",
        "assumption": "assumption, assumptions, assumed, guess, antakelse, antagelse, forutsetning, gjetning",
        "other": "other, annet",
    }
)
_OTHER_SOURCES = frozenset(
    (
        *("audit", "internrevisjon", "report", "rapport", "book", "textbook", "bok", "lærebok", "website", "web site"),
        *("web page", "webpage", "nettside", "nettsted", "database", "thesis", "avhandling", "news", "avis"),
    )
)
"""What has no kind of its own and does not say what it rests on itself: `other` is suggested, and not read."""


def _source_kind(value: Any) -> Any:
    """Raises ValueProblem with the kind that is meant where a text only holds its word; one that says an opinion is
    never taken for a document."""
    if not isinstance(value, str) or (plain := in_plain(value)) in _SOURCE_KINDS:
        return value
    said = {_SOURCE_KINDS.get(word) for word in plain.split()}
    meant = next((kind for kind in ("assumption", "expert-opinion") if kind in said), None)
    if meant is None and plain not in _OTHER_SOURCES:
        return value
    choices = ", ".join(dict.fromkeys(_SOURCE_KINDS.values()))
    raise ValueProblem(Code.NOT_A_CHOICE, meant or "other", found=value.strip(), choices=choices)


STATUS_READ, STATUS_SCHEMA = _of_words(_STATUS, "utkast")
CONTACT_READ, CONTACT_SCHEMA = _of_words(_CONTACTS, "telefon")
SOURCE_KIND_READ, SOURCE_KIND_SCHEMA = _of_words(_SOURCE_KINDS, "RCT", "lov")
NO_SOURCE_KIND = BeforeValidator(_source_kind)
