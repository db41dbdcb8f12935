"""Words for people of a third sex, of no known sex and of no known age, in English, Norwegian, Swedish, Danish, German,
French and Dutch, in lower case. The table is all there is to add to."""

from __future__ import annotations

from tnt.reading.tables.words.total_words import word_set

OTHER_SEX = word_set(
    "other, others, other sex, third, third gender, diverse, non-binary, nonbinary, intersex, indeterminate, x, "
    "annet, annet kjønn, andre, ikke-binær, annat, annat kön, icke-binär, andet, andet køn, divers, anderes, "
    "autre, autres, non binaire, anders, overig"
)
"""Neither women nor men."""

_NOT_KNOWN = (
    "unknown, u, not known, not stated, not specified, unspecified, undisclosed, not recorded, missing, unk, _u, "
    "ukjent, uoppgitt, ikke oppgitt, mangler, okänd, okänt, ej angivet, uppgift saknas, ukendt, uoplyst, ikke oplyst, "
    "unbekannt, keine angabe, nicht angegeben, inconnu, inconnue, non déclaré, non precisé, onbekend, niet bekend"
)
NOT_KNOWN = word_set(_NOT_KNOWN)
"""Of which nobody knows the sex, or the age; `_U` as statistics offices write it."""

AGE_NOT_KNOWN = NOT_KNOWN | word_set(
    "unknown age, age unknown, age not stated, age not known, ukjent alder, alder ukjent, uoppgitt alder, "
    "alder uoppgitt, okänd ålder, ålder okänd, ukendt alder, alder ukendt, alter unbekannt, unbekanntes alter, "
    "âge inconnu, leeftijd onbekend, onbekende leeftijd"
)
"""The same where ages stand."""

WHOLE_HEADINGS = (AGE_NOT_KNOWN - word_set("u, unk, _u, missing, mangler, uppgift saknas")) | word_set(
    "unknown sex, sex unknown, sex not stated, other sex, third sex, third gender, ukjent kjønn, kjønn ukjent, "
    "uoppgitt kjønn, annet kjønn, okänt kön, kön okänt, annat kön, ukendt køn, køn ukendt, andet køn, "
    "geschlecht unbekannt, unbekanntes geschlecht, divers, sexe inconnu, geslacht onbekend, onbekend geslacht"
)
"""Headings that count such people with nothing beside them."""
