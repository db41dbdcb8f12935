"""Words of age bands in English, Norwegian, Swedish, Danish, German, French and Dutch, and the sign each stands for.

The table is all there is to add to: longer phrases are read before the shorter ones in them. Words of which it is not
clear whether the age itself is meant (`over 67`, Dutch `0 tot 5`) do not stand here.
"""

from __future__ import annotations

from tnt.reading.tables.words.total_words import word_set

MONTHS_OLD = "☽"
"""No letter: `5-9m` may be men."""

_PHRASES = {
    "": (
        "years of age, years old, year olds, year old, years, year, yrs, yr, y, p, aged, ages, age, old, "
        "år gamle, år gammel, åringer, åring, år, aar, alder, gamle, ålder, årige, "
        "jahre alt, jahren, jahre, jahr, alter, ans, an, âge, âgés, de, jaar oud, jaar, leeftijd"
    ),
    "-": "to, through, til og med, t.o.m., tom, til, till och med, till, bis, à, t/m, tot en met, t",
    "-<": "to under, til under, till under, bis unter",
    "+": (
        "and over, & over, or over, and above, or above, and older, or older, or more, and more, plus, "
        "og over, og oppover, eller over, og eldre, eller eldre, eller mer, og mer, "
        "och över, och äldre, eller äldre, eller mer, og ældre, eller ældre, og derover, "
        "und älter, oder älter, und mehr, und darüber, et plus, ou plus, et au-delà, en ouder, of ouder, en meer"
    ),
    "<": (
        "under, below, less than, younger than, lt, yngre enn, mindre enn, yngre än, mindre än, yngre end, mindre end, "
        "unter, jünger als, moins de, onder, jonger dan"
    ),
    "≤": (
        "and under, or under, and younger, or younger, up to and including, le, og under, eller under, og yngre, "
        "eller yngre, till och med, och yngre, och under, und jünger, oder jünger, und darunter, "
        "et moins, ou moins, en jonger, of jonger"
    ),
    "≥": "from, ge, at least, fra og med, f.o.m., fra, minst, från och med, från, mindestens, ab, à partir de, vanaf",
    MONTHS_OLD: (
        "months old, months, month, mths, mos, mo, mnd., mnd, måneder, måned, mdr., mdr, månader, månad, mån, "
        "monate, monaten, monat, mois, maanden, maand"
    ),
}

SIGN_OF: dict[str, str] = {
    phrase.strip(): sign for sign, phrases in _PHRASES.items() for phrase in phrases.split(",") if phrase.strip()
}
"""Phrase in lower case -> `-` to, `-<` to but not with, `+` and over, `<` under, `≤` and under, `≥` from, `☽` months,
and nothing for what only says that years are counted."""

EVERY_AGE = word_set(
    "all, all ages, total, sum, everyone, alle, alle aldre, alle aldersgrupper, alle aldrer, totalt, i alt, ialt, "
    "alder i alt, samlet, summa, samtliga, alla åldrar, alle aldersgrupper, alle altersgruppen, insgesamt, gesamt, "
    "ensemble, tous âges, tous les âges, totaal, alle leeftijden, _t"
)
"""Texts for all ages together, `_T` as statistics offices write it."""

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan januar january januari janvier",
            "feb februar february februari février févr",
            "mar mars march märz mrt maart mär",
            "apr april avril avr",
            "mai may maj mei",
            "jun juni june juin",
            "jul juli july juillet juil",
            "aug august augusti augustus août",
            "sep sept september septembre",
            "okt oct oktober october octobre",
            "nov november novembre",
            "des dec dez desember december dezember décembre déc",
        ),
        1,
    )
    for name in names.split()
}
"""Name of a month, whole or short, as spreadsheets write it -> its number."""
