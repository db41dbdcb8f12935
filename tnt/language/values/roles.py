"""Roles as people write them: `fastlege`, `general practitioner`, `Sykepleier`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints, WithJsonSchema

from tnt.language.base import ID_PATTERN
from tnt.language.values.words import by_word, in_plain

PATIENT = "patient"
"""The patient's own time as a role: no staff, in no total of staff and held against no working time (METHOD)."""
_READ = by_word(
    {
        "gp": "gp, gps, general practitioner, general practitioners, family doctor, family physician, fastlege, "
        "fastlegen, fastleger, allmennlege, allmennlegen, allmennleger",
        "nurse": "nurse, nurses, registered nurse, practice nurse, sykepleier, sykepleieren, sykepleiere, sjukepleiar",
        "midwife": "midwife, midwives, jordmor, jordmoren, jordmødre",
        "medical-secretary": "medical secretary, medical secretaries, helsesekretær, helsesekretæren, helsesekretærer, "
        "legesekretær, secretary, sekretær",
        "pharmacist": "pharmacist, pharmacists, farmasøyt, farmasøyten, farmasøyter",
        "physiotherapist": "physiotherapist, physiotherapists, physical therapist, fysioterapeut, fysioterapeuten, "
        "fysioterapeuter, physio, fysio",
        "psychologist": "psychologist, psychologists, psykolog, psykologen, psykologer",
        "doctor-other": "hospital doctor, sykehuslege",
        "public-health-nurse": "public health nurse, public health nurses, health visitor, health visitors, "
        "helsesykepleier, helsesykepleieren, helsesykepleiere, helsesjukepleiar, helsesøster",
        "home-nurse": "home nurse, home nurses, district nurse, district nurses, hjemmesykepleier, hjemmesykepleieren, "
        "hjemmesykepleiere",
        "healthcare-assistant": "healthcare assistant, healthcare assistants, health care assistant, "
        "health care assistants, helsefagarbeider, helsefagarbeideren, helsefagarbeidere",
        "occupational-therapist": "occupational therapist, occupational therapists, ergoterapeut, ergoterapeuten, "
        "ergoterapeuter",
        "dietitian": "dietitian, dietitians, dietician, dieticians, klinisk ernæringsfysiolog, ernæringsfysiolog",
        "podiatrist": "podiatrist, podiatrists, chiropodist, fotterapeut, fotterapeuten, fotterapeuter",
        "speech-therapist": "speech therapist, speech therapists, speech and language therapist, logoped, logopeden",
        "social-worker": "social worker, social workers, sosionom, sosionomen, sosionomer",
        "dentist": "dentist, dentists, tannlege, tannlegen, tannleger",
        "dental-hygienist": "dental hygienist, dental hygienists, tannpleier, tannpleieren, tannpleiere",
        "optometrist": "optometrist, optometrists, optometristen, optiker, optikeren, optikere",
        "paramedic": "paramedic, paramedics, ambulansearbeider, ambulansearbeideren, ambulansearbeidere",
        PATIENT: "patient, patients, pasient, pasienten, pasienter",
    }
)
_MEANT = _READ | by_word(
    {
        "gp": "doctor, doctors, doktor, physician, lege, legen, leger, allmennpraktiker",
        "medical-secretary": "health secretary",
        "pharmacist": "apoteker",
        "doctor-other": "specialist, spesialist, legespesialist, psychiatrist, psykiater",
        "home-nurse": "hjemmesykepleie, hjemmesykepleien, hjemmetjenesten, home care",
        "healthcare-assistant": "hca, hjelpepleier",
        "dietitian": "nutritionist, dietist, kef",
        "optometrist": "optician",
    }
)


def role_read(word: str) -> str | None:
    """The id of the shipped role that a word stands for and for no other; None for any other word."""
    return _READ.get(in_plain(word))


def role_meant(word: str) -> str | None:
    """The id of the shipped role that a word most often stands for: suggested, not read. A `lege` may be in general
    practice or in hospital."""
    return _MEANT.get(in_plain(word))


def role_nearest(text: str) -> str | None:
    """The shipped role that a text of several words names among others: `psykiatrisk sykepleier`. Suggested, not
    read."""
    words = in_plain(text).split()[:20]
    return next((role for word in reversed(words) if (role := role_meant(word)) is not None), None)


def _in_editor(phrase: str) -> str:
    return "[ _-]".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in phrase.split())


ROLE_PATTERN = f"{ID_PATTERN}|^(GPs?|{'|'.join(map(_in_editor, sorted(_READ)))})$"
"""What editors accept: an id, or a word that is read as one."""
_OTHER_THAN_IDS = "|".join(word.replace(" ", "[ _-]") for word in _READ if word not in _READ.values())
MAY_HOLD_WORDS = re.compile(rf"(?i:{_OTHER_THAN_IDS})|GP|Gp|[A-Z]\w+-?\w+:|role: *[\"']?[A-Z]")
"""Found in every text that holds a word which is read, and in few others: most files need not be looked through."""
RoleId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=80),
    WithJsonSchema({"type": "string", "pattern": ROLE_PATTERN, "maxLength": 80}),
]
"""The id of a role, which the reader has made of what is written."""
