"""What a reader must know about hours year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from tnt.analyses.years.newly_reached import ages_matter
from tnt.analyses.years.projection import Projection
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.compile.notice import Joined, Notice, NoticeCode, RecommendationNames, Titles
from tnt.engine.people.cells import by_sex_and_age
from tnt.reading.pack_documents import guidelines

_ADULT_AGE = 20
"""Years; from here on everybody is an adult, wherever a condition draws the line."""
_OF_ONE_YEAR = (NoticeCode.VACANT, NoticeCode.POSTS_UNKNOWN, NoticeCode.NO_PEOPLE)
"""Notices that count lists, which may differ from year to year."""


def years_notices(projection: Projection, inputs: Inputs, estimated: Iterable[Notice]) -> Iterator[Notice]:
    """Those of the years, then those of an estimate of the first, of which `inputs` are."""
    yield from _people(projection)
    yield from _start_up(projection, inputs)
    yield from _flat_conditions(inputs)
    for one in estimated:
        match one.code:
            case NoticeCode.BACKLOG_UNKNOWN:
                yield Notice(NoticeCode.YEARS_BACKLOG_UNKNOWN, one.values)
            case NoticeCode.START_UP_AT_ONCE:
                yield Notice(NoticeCode.YEARS_START_UP_AT_ONCE, one.values)
            case code if code not in _OF_ONE_YEAR:
                yield one


def _people(projection: Projection) -> Iterator[Notice]:
    if any(year not in projection.tables for year in projection.years):
        yield Notice(NoticeCode.YEARS_INTERPOLATED, {"years": Joined(tuple(map(str, projection.tables)))})
    posts = [table.posts for table in projection.tables.values()]
    constant = [role for role in posts[0] if all(np.array_equal(posts[0][role], each[role]) for each in posts)]
    if constant and len(projection.years) > 1:
        yield Notice(NoticeCode.POSTS_CONSTANT)


def _start_up(projection: Projection, inputs: Inputs) -> Iterator[Notice]:
    ramped = [
        f"{file.document.guideline}/{name}"
        for file in guidelines(projection.chosen.pack)
        for name, recommendation in file.document.recommendations.items()
        if recommendation.uptake.ramp is not None
    ]
    if ramped:
        year = str(projection.as_of.year)
        yield Notice(NoticeCode.RAMP_USED, {"recommendations": RecommendationNames(tuple(ramped)), "year": year})
    by_age = ages_matter(inputs)
    rules = inputs.rules.rules
    one_off = [at for at, rule in enumerate(rules) if any(role.one_off is not None for role in rule.roles.values())]
    again = tuple(rules[at].id for at in one_off if rules[at].uptakes.current is None)
    if again:
        yield Notice(NoticeCode.ONE_OFF_COUNTED_AGAIN, {"recommendations": RecommendationNames(again)})
    ageless = tuple(rules[at].id for at in one_off if not by_age[at])
    if ageless:
        yield Notice(NoticeCode.ONE_OFF_AGES_UNKNOWN, {"recommendations": RecommendationNames(ageless)})


def _flat_conditions(inputs: Inputs) -> Iterator[Notice]:
    """Conditions whose hours grow with the number of adults, since one share stands for all of them.

    Where every list has a register that scales the share, hours grow with the registers.
    """
    if inputs.counts.split is None:
        return
    registers = inputs.counts.registers
    flat = {}
    for at, name in enumerate(inputs.rules.conditions):
        by_register = at in inputs.folded.calibrated and registers is not None and not np.isnan(registers[:, at]).any()
        if not by_register and _is_flat(inputs.rules.measures.prevalence[:, at]):
            flat[name] = inputs.conditions[name].title or name
    if flat:
        yield Notice(NoticeCode.CONDITION_FLAT, {"conditions": Titles(flat)})


def _is_flat(prevalence: Floats) -> bool:
    """Whether a condition [C] is as common at all adult ages, of each sex by itself; not if only registers know it."""
    adults = by_sex_and_age(prevalence)[:, _ADULT_AGE:]
    return bool(adults.any() and np.ptp(adults, axis=1).max() == 0)
