"""What a table may be: lists files without those things that only reading the table can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from tnt.authoring.drafting.columns import Column
from tnt.authoring.drafting.finish import Plan, with_lists
from tnt.authoring.drafting.look import Look
from tnt.authoring.drafting.patterns import columns_read, likely_patterns
from tnt.authoring.drafting.words import Meaning
from tnt.reading.tables.files.json_stat import VALUE, JsonStatFile
from tnt.reading.tables.words.sex_words import SEX_OF


def plans(look: Look) -> Iterator[Plan]:
    """The likeliest first: people by sex and ages in columns, then in rows, by sex alone, and all together."""
    patterns = likely_patterns(look.columns)
    for pattern in patterns:
        if "{ages}" in pattern:
            yield _wide(look, pattern)
    if (long := _long(look)) is not None:
        yield long
    if any(column.are_ages for column in look.columns.values()):
        return  # a row is of some ages: what follows would take these for lists
    for pattern in patterns:
        if "{ages}" not in pattern:
            yield _wide(look, pattern)
    if (total := _total(look)) is not None:
        yield total


def _wide(look: Look, pattern: str) -> Plan:
    people = columns_read(pattern, look.columns)
    return with_lists(look, Plan({"people": pattern}, people), np.zeros(len(look), dtype=np.int64), [])


def _long(look: Look) -> Plan | None:
    columns = look.columns.values()
    sexes = [column for column in columns if column.are_sexes] or [each for each in columns if each.are_codes_of_sexes]
    ages = sorted((each for each in columns if each.are_ages), key=lambda each: Meaning.AGES not in each.meanings)
    if not sexes and not ages:
        return None
    dimensions = {"sex": sexes[:1], "ages": ages[:1]}
    used = [column.name for column in (*sexes, *ages)]
    counts = _counts(look, used)
    if not counts:
        return None
    plan = Plan({"shape": "long"}, [counts[0].name])
    for key, (column, *_) in ((key, found) for key, found in dimensions.items() if found):
        plan.keys[key] = column.name
    if sexes and not sexes[0].are_sexes:
        plan.keys["sex_names"] = {"female": "2", "male": "1"}
    plan.keys["people"] = counts[0].name
    plan.instead["people"] = [column.name for column in counts[1:]]
    within = np.zeros(len(look), dtype=np.int64)
    for column in (*sexes[:1], *ages[:1]):
        within = within * len(column.texts) + column.code
    return with_lists(look, plan, within, used)


def _total(look: Look) -> Plan | None:
    counts = [column for column in _counts(look, []) if _says_people(column)]
    if not counts:
        return None
    plan = Plan({"people": {"total": counts[0].name}}, [counts[0].name])
    plan.instead["people"] = [column.name for column in counts[1:]]
    return with_lists(look, plan, np.zeros(len(look), dtype=np.int64), [])


def _says_people(column: Column) -> bool:
    """Whether a heading says that people are counted: `Antall` alone does, `eligible_n` does not."""
    said = column.meanings
    return (
        Meaning.PEOPLE in said
        or {Meaning.LISTS, Meaning.COUNT} <= said
        or (said == {Meaning.COUNT} and column.name[1:].isalpha())
    )


def _counts(look: Look, used: Sequence[str]) -> list[Column]:
    """Columns that may count all people of a row, the likeliest first; one for one sex would count half of them."""
    if isinstance(look.table, JsonStatFile):
        return [look.columns[VALUE]]
    no_people = {
        Meaning.POSTS,
        Meaning.HEADS,
        Meaning.HOURS,
        Meaning.NO_COUNT,
        Meaning.YEAR,
        Meaning.ID,
        Meaning.PERCENT,
    }
    found = [
        column
        for column in look.columns.values()
        if column.name not in used
        and column.are_counts
        and not column.are_years
        and not column.meanings & no_people
        and not _of_one_sex(column.name)
    ]
    said = [column for column in found if column.meanings & {Meaning.PEOPLE, Meaning.COUNT}]
    said.sort(key=lambda column: Meaning.PEOPLE not in column.meanings)
    return said or (found if len(found) == 1 else [])


def _of_one_sex(heading: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", heading.lower())
    return any(word in SEX_OF for word in words)
