"""What a reader must know of who recommendations are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tnt.compile.notice import Notice, NoticeCode, NoticeValue, RecommendationNames, Titles
from tnt.compile.population.who import taken_as_independent
from tnt.compile.rules import Rules
from tnt.language.documents.conditions import Condition
from tnt.language.values.ages import ALL_AGES


def of_people(rules: Rules, entries: Mapping[str, tuple[object, Condition]]) -> Iterator[Notice]:
    """Conditions taken to be independent, parts of a year of age, courses that take time to build up, and shares that
    stand for all ages; `entries` are the conditions with their files."""
    clusters = tuple(rules.clusters.values())
    independent = [rule.id for rule in rules.rules if taken_as_independent(rule.recommendation, clusters)]
    if independent:
        yield Notice(NoticeCode.TAKEN_AS_INDEPENDENT, {"recommendations": RecommendationNames(tuple(independent))})
    in_months = [rule.id for rule in rules.rules if rule.has_ages_in_months]
    if in_months:
        yield Notice(NoticeCode.AGES_IN_MONTHS, {"recommendations": RecommendationNames(tuple(in_months))})
    with_end = [rule.id for rule in rules.rules if rule.has_courses]
    if with_end:
        yield Notice(NoticeCode.COURSES_FULL, {"recommendations": RecommendationNames(tuple(with_end))})
    yield from _of_all_ages(rules, entries)


def _of_all_ages(rules: Rules, entries: Mapping[str, tuple[object, Condition]]) -> Iterator[Notice]:
    """Conditions of which one share stands for all ages, in recommendations that are for some: METHOD, "Age shape"."""
    prevalence = rules.measures.prevalence
    flat = {
        name
        for at, name in enumerate(rules.conditions)
        if prevalence[:, at].any() and np.ptp(prevalence[:, at]) == 0  # of one only registers know it is not known
    }
    named: dict[str, list[str]] = {}
    for rule in rules.rules:
        for group in rule.recommendation.groups:
            for name in flat.intersection(group.conditions) if group.ages != ALL_AGES else ():
                named.setdefault(name, []).append(rule.id)
    if named:
        conditions = {name: entries[name][1].title or name for name in sorted(named)}
        of = tuple(dict.fromkeys(rule.id for rule in rules.rules if any(rule.id in ids for ids in named.values())))
        values: dict[str, NoticeValue] = {"conditions": Titles(conditions), "recommendations": RecommendationNames(of)}
        yield Notice(NoticeCode.SHARE_OF_ALL_AGES, values)
