"""What a reader must know before the numbers are computed: defaults used, ages split, posts missing, assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tnt.compile.capacity import Capacity
from tnt.compile.choose import ChosenFiles
from tnt.compile.counts import has_bands
from tnt.compile.found import found_notices
from tnt.compile.left_out import left_out
from tnt.compile.lists.only import picked_notice
from tnt.compile.lists.rows import rows_left_out
from tnt.compile.lists.second_tables import second_table_notices
from tnt.compile.lists.unshown import unshown
from tnt.compile.notice import Choice, Notice, NoticeCode, RecommendationNames, RoleId, Share
from tnt.compile.observed.said import of_observed
from tnt.compile.origins import NumberRecord
from tnt.compile.outside import outside_pack
from tnt.compile.population.said import of_people
from tnt.compile.rules import Rules
from tnt.engine.people.counts import ListCounts
from tnt.language.base import Text
from tnt.language.documents.guideline import Kind
from tnt.language.values.roles import PATIENT
from tnt.reading.tables.list_table import ListTable
from tnt.written.ranges import is_without_mean


def notices(
    chosen: ChosenFiles,
    rules: Rules,
    table: ListTable,
    counts: ListCounts,
    capacities: Sequence[Capacity],
    population: Text,
    numbers: Sequence[NumberRecord],
) -> Iterator[Notice]:
    """Everything that is known from the inputs alone, the weightiest first."""
    if chosen.lists_are_default:
        yield Notice(NoticeCode.DEFAULT_LISTS, {"lists": chosen.lists.document.title or chosen.lists.document.lists})
    yield from found_notices(chosen.pack, rules, table.registers, capacities)
    yield from outside_pack(chosen.pack, chosen.lists.document.reference_population, chosen.lists)
    yield from _capacity(rules, capacities)
    yield from left_out(rules, capacities)
    yield from of_table(table, population)
    yield from _lists(table, counts, rules.roles, capacities)
    yield from _rules(rules)
    yield from of_observed(rules, population)
    yield from _start_up(rules)
    yield from of_people(rules, chosen.pack.conditions)
    measures = rules.measures
    for name, scaled, by_register in zip(rules.conditions, measures.scaled, measures.register_only, strict=False):
        if name in table.registers and not scaled and not by_register:
            yield Notice(NoticeCode.REGISTER_IGNORED, {"condition": chosen.pack.conditions[name][1].title or name})
    unverified = _unverified(rules, numbers)
    if unverified:
        yield Notice(NoticeCode.UNVERIFIED_ADDRESSES, {"count": unverified})
    if middles := sum(is_without_mean(number.text) for number in numbers if number.is_worked_out):
        yield Notice(NoticeCode.MIDDLES_TAKEN, {"count": middles, "of": len(numbers)})
    assumed = sum(number.status == "assumption" for number in numbers)
    if assumed:
        yield Notice(NoticeCode.ASSUMPTIONS, {"count": assumed, "of": len(numbers)})


def _capacity(rules: Rules, capacities: Sequence[Capacity]) -> Iterator[Notice]:
    if not capacities:
        yield Notice(NoticeCode.NO_CAPACITY)
        return
    if variation := capacities[0].between_lists:
        yield Notice(NoticeCode.LISTS_DIFFER, {"variation": Share(variation)})
    for role in rules.roles:
        if role == PATIENT:  # whose time is held against none
            continue
        if role not in capacities[0].roles:
            yield Notice(NoticeCode.NO_CAPACITY_FOR_ROLE, {"role": RoleId(role)})
            continue
        if capacities[0].roles[role].has_unsourced_reserve:
            yield Notice(NoticeCode.UNSOURCED_RESERVE, {"role": RoleId(role)})
        if capacities[0].roles[role].needs_ages:
            yield Notice(NoticeCode.RESERVE_NEEDS_AGES, {"role": RoleId(role)})
        if capacities[0].roles[role].weeks is None and _has_a_season(rules, role):
            yield Notice(NoticeCode.SEASON_NEEDS_WEEKS, {"role": RoleId(role)})
        if capacities[0].roles[role].staffing.support_share:
            yield Notice(NoticeCode.SUPPORT_NOT_RESERVED, {"role": RoleId(role)})
    yield from _indirect(rules, capacities[0])
    for role in rules.roles:
        for kind in dict.fromkeys(one.roles[role].kind for one in capacities if role in one.roles):
            yield from _unlike_kinds(rules, role, kind)


def _has_a_season(rules: Rules, role: str) -> bool:
    return any(one.role == role for rule in rules.rules for one in rule.seasonal)


def _indirect(rules: Rules, capacity: Capacity) -> Iterator[Notice]:
    """Where a role's indirect work is said and does not apply: the minutes hold it, or the time does not."""
    for role in rules.roles:
        if role in capacity.roles and capacity.roles[role].has_indirect:
            asking = [rule for rule in rules.rules if role in rule.roles]
            if without := tuple(rule.id for rule in asking if not rule.adds_indirect(role)):
                yield Notice(
                    NoticeCode.INDIRECT_NOT_ADDED,
                    {"role": RoleId(role), "recommendations": RecommendationNames(without)},
                )


def _unlike_kinds(rules: Rules, role: str, kind: Kind) -> Iterator[Notice]:
    unlike = [
        rule.id
        for rule in rules.rules
        if role in rule.roles and rule.file.document.time_kind != kind and not rule.adds_indirect(role)
    ]
    if unlike:
        time_kind = "face-to-face" if kind == "all-work" else "all-work"
        yield Notice(
            NoticeCode.KINDS_DIFFER,
            {
                "role": RoleId(role),
                "recommendations": RecommendationNames(tuple(unlike)),
                "time_kind": Choice("kind", time_kind),
                "capacity_kind": Choice("kind", kind),
            },
        )


def of_table(table: ListTable, population: Text) -> Iterator[Notice]:
    """How a table of lists was read: which of its lists, in which letters, and with whose ages."""
    yield from picked_notice(table)
    if table.encoding_found is not None:
        yield Notice(NoticeCode.ENCODING_FOUND, {"encoding": table.encoding_found})
    yield from rows_left_out(table)
    yield from unshown(table)
    if table.rows_above:
        yield Notice(NoticeCode.ROWS_ABOVE, {"count": table.rows_above})
    yield from second_table_notices(table)
    if table.ages_imputed:
        yield Notice(NoticeCode.AGES_IMPUTED, {"lists": len(table.ids), "population": population})
    elif has_bands(table):
        yield Notice(NoticeCode.BANDS_SPLIT, {"population": population})


def _lists(
    table: ListTable, counts: ListCounts, roles: Iterable[str], capacities: Sequence[Capacity]
) -> Iterator[Notice]:
    people, with_time = counts.people_per_list, capacities[0].roles if capacities else {}
    if empty := int(np.count_nonzero(counts.most_per_list == 0)):
        yield Notice(NoticeCode.NO_PEOPLE, {"lists": empty})
    for role in roles:
        posts = table.posts.get(role)
        if posts is None:
            if role in with_time:
                yield Notice(NoticeCode.POSTS_UNKNOWN, {"role": RoleId(role), "lists": len(people)})
            continue
        if role in table.heads_as_posts:
            yield Notice(NoticeCode.HEADS_AS_POSTS, {"role": RoleId(role), "lists": int(np.count_nonzero(posts > 0))})
        elif table.posts_imputed.get(role):
            yield Notice(NoticeCode.POSTS_IMPUTED, {"role": RoleId(role), "lists": len(people)})
        if unknown := int(np.count_nonzero(np.isnan(posts))):
            yield Notice(NoticeCode.POSTS_UNKNOWN, {"role": RoleId(role), "lists": unknown})
        if vacant := int(np.count_nonzero((posts == 0) & (people > 0))):
            yield Notice(NoticeCode.VACANT, {"role": RoleId(role), "lists": vacant})


def _rules(rules: Rules) -> Iterator[Notice]:
    unknown = sum(rule.uptakes.current is None for rule in rules.rules)
    if unknown:
        yield Notice(NoticeCode.CURRENT_UNKNOWN, {"count": unknown, "of": len(rules.rules)})
    ramped = [rule.id for rule in rules.rules if rule.recommendation.uptake.ramp is not None]
    if ramped:
        yield Notice(NoticeCode.RAMP_NOT_USED, {"recommendations": RecommendationNames(tuple(ramped))})
    for role in rules.roles:
        lacking = [rule.id for rule in rules.rules if role in rule.roles and rule.roles[role].lacks_time]
        if lacking:
            yield Notice(
                NoticeCode.CANNOT_ESTIMATE,
                {"role": RoleId(role), "recommendations": RecommendationNames(tuple(lacking))},
            )


def _start_up(rules: Rules) -> Iterator[Notice]:
    """Where the first year is not known in full, and where all of the start-up falls in it for want of a word."""
    columns_of_rules = [(rule, columns) for rule in rules.rules for columns in rule.roles.values()]
    unknown = dict.fromkeys(rule.id for rule, columns in columns_of_rules if columns.backlog_unknown)
    if unknown:
        yield Notice(NoticeCode.BACKLOG_UNKNOWN, {"count": len(unknown), "of": len(rules.rules)})
    at_once = dict.fromkeys(
        rule.id
        for rule, columns in columns_of_rules
        if rule.start_up_years is None and (columns.one_off, columns.backlog) != (None, None)
    )
    if at_once:
        yield Notice(NoticeCode.START_UP_AT_ONCE, {"recommendations": RecommendationNames(tuple(at_once))})


def _unverified(rules: Rules, numbers: Sequence[NumberRecord]) -> int:
    """Addresses marked as not opened: of sources, guidelines and recommendations."""
    documents = {rule.file.document.guideline: rule.file.document.url_status for rule in rules.rules}
    sources = {number.source_id: number.source.url_status for number in numbers if number.source is not None}
    marked = [*documents.values(), *sources.values(), *(rule.recommendation.url_status for rule in rules.rules)]
    return marked.count("unverified")
