"""Keys as people write them: `Title`, `Tittel`, `group size`, `Hvor ofte`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from tnt.language.values.words import in_plain

_MEANT = {
    "title": "tittel name navn", "publisher": "utgiver utgitt_av published_by organisasjon organisation organization",
    "version": "versjon", "date": "dato published publisert utgitt",
    "author": "forfatter forfattere authors skrevet_av written_by",
    "contact": "kontakt kontaktform", "approved_by": "godkjent_av vedtatt_av", "licence": "license lisens",
    "note": "merknad merknader notat notater notes kommentar comment beskrivelse description sammendrag summary",
    "sources": "kilder referanser references", "source": "kilde referanse reference",
    "outcomes": "utfall", "outcome": "utfall", "guideline": "retningslinje",
    "recommendations": "anbefalinger", "strength": "styrke", "certainty": "sikkerhet tillit tillit_til_dokumentasjonen",
    "population": "populasjon målgruppe", "who": "hvem", "populations": "populasjoner målgrupper",
    "ages": "alder aldre age", "sex": "kjønn gender", "share": "andel",
    "condition": "tilstand", "incidence": "insidens nye_tilfeller new_cases", "uptake": "dekning",
    "current": "i_dag nå dagens nåværende today now", "target": "mål goal", "tasks": "oppgaver", "after": "etter",
    "probability": "sannsynlighet", "times": "ganger antall antall_ganger number_of_times",
    "for": "varighet varer_i", "frequency": "hyppighet frekvens hvor_ofte how_often",
    "observed": "observert", "events": "hendelser", "people": "personer",
    "role": "rolle", "roles": "roller", "time": "tid tidsbruk", "count": "antall",
    "group_size": "gruppestørrelse gruppe group",
    "activity": "aktivitet", "benefit": "nytte", "nnt": "nntb", "horizon": "horisont tidshorisont",
    "risk_reduction": "risikoreduksjon absolutt_risikoreduksjon arr absolute_risk_reduction", "applies_to": "gjelder",
    "relative_risk": "rr relativ_risiko risk_ratio",
    "baseline_risk": "grunnrisiko basisrisiko control_risk baseline",
    "low": "lav nedre", "mean": "gjennomsnitt snitt middel", "high": "høy øvre", "year": "år",
    "url": "lenke link nettadresse",
    "start_up": "oppstart", "conditions": "tilstander", "prevalence": "forekomst", "capacity": "kapasitet",
    "hours": "timer", "weeks": "uker", "reserved": "reservert", "lists": "lister", "table": "tabell", "pack": "pakke",
    "instead_of": "i_stedet_for istedenfor alternativ_til", "needs": "krever forutsetter requires",
    "may_be_partial": "kan_være_delvis kan_deles", "may_move": "kan_flyttes",
    "weights": "vekter", "priorities": "prioriteringer", "signed_by": "signert_av underskrevet_av",
    "per_outcome": "per_utfall", "per_recommendation": "per_anbefaling", "unit": "enhet", "keep": "behold",
    "tiers": "trinn nivåer", "guidelines": "retningslinjer", "rest": "resten the_rest",
}  # fmt: skip
_KEYS: dict[str, tuple[str, ...]] = {}
for _key, _words in _MEANT.items():
    for _word in _words.split():
        _KEYS[_word] = (*_KEYS.get(_word, ()), _key)


_LIKELY = {
    "hr": "relative_risk", "hazard_ratio": "relative_risk", "duration": "time", "minutes": "time",
    "interval": "frequency", "lasts": "for", "prevalence": "share", "who": "role",
}  # fmt: skip
"""Key that may mean another, where that one may stand: suggested, not read."""
_LANGUAGE = frozenset(("language", "lang", "locale", "språk"))
_ODDS_RATIO = frozenset(("odds_ratio", "or", "oddsratio"))


def key_likely(key: str, known: Collection[str]) -> str | None:
    """The one key of those that may stand there that a key probably means, by the words it is written in."""
    return key_read(key, known) or (likely if (likely := _LIKELY.get(_joined(key))) in known else None)


def says_language(key: str) -> bool:
    """Whether a key would say in which language the file is, which texts say where there are several."""
    return _joined(key) in _LANGUAGE


def is_odds_ratio(key: str) -> bool:
    """Whether a key is that of an odds ratio, for which there is none: odds are not risks."""
    return _joined(key) in _ODDS_RATIO


@lru_cache(maxsize=1024)
def _joined(key: str) -> str:
    """`Hazard-Ratio` -> `hazard_ratio`."""
    return in_plain(key).replace(" ", "_")


def is_word_for_key(word: str) -> bool:
    """Whether a key is called so, or meant by it, its words joined by `_`."""
    return word.lower() in _KEYS or word.lower() in _MEANT


_USUAL = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_OF_IDS = frozenset({"after", "source", "outcome", "applies_to", "condition", "activity", "baseline", "guideline"})

_NO_LISTS = frozenset({"recommendations", "tasks", "sources", "outcomes", "population"})


def may_mean_another(key: str, value: object) -> bool:
    """Whether a key, or an id that stands under it, may be written otherwise than it is read: few are."""
    return (
        _USUAL.fullmatch(key) is None
        or key in _KEYS
        or (key in _NO_LISTS and isinstance(value, list))
        or (key in _OF_IDS and isinstance(value, str) and _USUAL.fullmatch(value) is None)
    )


NUMBERS_OF_ONE_SOURCE = frozenset(
    {"current", "target", "share", "incidence", "nnt", "risk_reduction", "relative_risk", "baseline_risk"}
)
"""Numbers that have a source each, and one for all where it stands beside them."""


def has_source_beside(data: Mapping[str, object]) -> bool:
    """Whether a source stands beside numbers of which each may have its own."""
    return "source" in data and not NUMBERS_OF_ONE_SOURCE.isdisjoint(data)


@lru_cache(maxsize=1024)
def _in_words(key: str) -> str:
    """`Hvor ofte:` -> `hvor_ofte`: its words alone."""
    return "_".join(re.findall(r"\w+", key.lower().replace("_", " ")))


def key_read(key: str, known: Collection[str]) -> str | None:
    """The one key of those that may stand there that a key means, in whatever case or language; None for any other."""
    if key in known:
        return key
    word = _in_words(key)
    meant = [word] if word in known else [each for each in _KEYS.get(word, ()) if each in known]
    return meant[0] if len(meant) == 1 else None
