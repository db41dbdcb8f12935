"""What a reader must know before the numbers are computed: defaults used, ages split, posts missing, assumptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tnt.compile.capacity import Capacity
from tnt.compile.choose import Chosen
from tnt.compile.lists import has_bands
from tnt.compile.notice import Notice
from tnt.compile.origins import NumberRecord
from tnt.compile.rules import Rule, Rules, role_shares
from tnt.engine import ListCounts
from tnt.engine.arrays import Floats
from tnt.format.base import Text
from tnt.reading.list_table import ListTable


def notices(
    chosen: Chosen,
    rules: Rules,
    table: ListTable,
    counts: ListCounts,
    capacity: Capacity | None,
    population: Text,
    numbers: Sequence[NumberRecord],
) -> Iterator[Notice]:
    """Everything that is known from the inputs alone, the weightiest first."""
    if chosen.lists_are_default:
        yield Notice("default-lists", {"lists": chosen.lists.document.title or chosen.lists.document.lists})
    yield from _capacity(rules, capacity)
    yield from _lists(table, counts.people_per_list, population, rules.roles)
    yield from _rules(rules)
    yield from _shared_activities(rules)
    for name, scaled in zip(rules.conditions, rules.measures.scaled.tolist(), strict=True):
        if name in table.registers and not scaled and not rules.measures.register_only[rules.conditions.index(name)]:
            yield Notice("register-ignored", {"condition": chosen.pack.conditions[name][1].title or name})
    unverified = _unverified(rules, numbers)
    if unverified:
        yield Notice("unverified-addresses", {"count": unverified})
    assumed = sum(number.status == "assumption" for number in numbers)
    if assumed:
        yield Notice("assumptions", {"count": assumed, "of": len(numbers)})


def _capacity(rules: Rules, capacity: Capacity | None) -> Iterator[Notice]:
    if capacity is None:
        yield Notice("no-capacity")
        return
    for role in rules.roles:
        if role not in capacity.roles:
            yield Notice("no-capacity-for-role", {"role": role})
            continue
        kind = capacity.roles[role].kind
        unlike = [rule.id for rule in rules.rules if role in rule.roles and rule.file.document.time_kind != kind]
        if unlike:
            time_kind = "face-to-face" if kind == "all-work" else "all-work"
            yield Notice(
                "kinds-differ",
                {"role": role, "recommendations": ", ".join(unlike), "time_kind": time_kind, "capacity_kind": kind},
            )
        if capacity.roles[role].has_unsourced_reserve:
            yield Notice("unsourced-reserve", {"role": role})
        if capacity.roles[role].needs_ages:
            yield Notice("reserve-needs-ages", {"role": role})


def _lists(table: ListTable, people: Floats, population: Text, roles: Iterable[str]) -> Iterator[Notice]:
    if table.ages_imputed:
        yield Notice("ages-imputed", {"lists": len(people), "population": population})
    elif has_bands(table):
        yield Notice("bands-split", {"population": population})
    if empty := int(np.count_nonzero(people == 0)):
        yield Notice("no-people", {"lists": empty})
    for role in roles:
        posts = table.posts.get(role)
        if posts is None:
            continue
        if table.posts_imputed.get(role):
            yield Notice("posts-imputed", {"role": role, "lists": len(people)})
        if unknown := int(np.count_nonzero(np.isnan(posts))):
            yield Notice("posts-unknown", {"role": role, "lists": unknown})
        if vacant := int(np.count_nonzero((posts == 0) & (people > 0))):
            yield Notice("vacant", {"role": role, "lists": vacant})


def _rules(rules: Rules) -> Iterator[Notice]:
    unknown = sum(rule.current_uptake is None for rule in rules.rules)
    if unknown:
        yield Notice("current-unknown", {"count": unknown, "of": len(rules.rules)})
    ramped = [rule.id for rule in rules.rules if rule.recommendation.uptake.ramp is not None]
    if ramped:
        yield Notice("ramp-not-used", {"recommendations": ", ".join(ramped)})
    for role in rules.roles:
        lacking = [rule.id for rule in rules.rules if role in rule.roles and rule.roles[role].lacks_time]
        if lacking:
            yield Notice("cannot-estimate", {"role": role, "recommendations": ", ".join(lacking)})
    for rule in rules.rules:
        tasks = rule.recommendation.tasks.values()
        if rule.recommendation.population.incidence is not None and any(
            task.after and task.frequency for task in tasks
        ):
            yield Notice("lasting-after-incidence", {"recommendation": rule.id})


def _shared_activities(rules: Rules) -> Iterator[Notice]:
    """Until overlap is computed: which work of a role stands in several recommendations, or several times in one."""
    asking: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules.rules:
        for task in rule.recommendation.tasks.values():
            for role in role_shares(task) if task.activity and task.time is not None else ():
                asking[task.activity or "", role].append(rule)
    for (activity, role), sharing in asking.items():
        if len(sharing) > 1:
            named = ", ".join(dict.fromkeys(rule.id for rule in sharing))
            yield Notice("shared-activity", {"activity": activity, "role": role, "recommendations": named})


def _unverified(rules: Rules, numbers: Sequence[NumberRecord]) -> int:
    """Addresses marked as not opened: of sources, guidelines and recommendations."""
    documents = {rule.file.document.guideline: rule.file.document.url_status for rule in rules.rules}
    sources = {number.source_id: number.source.url_status for number in numbers if number.source is not None}
    marked = [*documents.values(), *sources.values(), *(rule.recommendation.url_status for rule in rules.rules)]
    return marked.count("unverified")
