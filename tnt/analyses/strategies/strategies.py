"""What strategies ask of a cohort over the years: what `tnt strategies` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np

from tnt.analyses.strategies.cohort_hours import CohortHours, hours_by_year
from tnt.arrays import Floats
from tnt.compile.choose import Choice, choose
from tnt.compile.counts import counts
from tnt.compile.found import found_notices
from tnt.compile.inputs import counted_files, reference_population
from tnt.compile.lists.used import used_table
from tnt.compile.notice import InputFile, Notice, NoticeCode, RecommendationNames
from tnt.compile.notices import of_table
from tnt.compile.outside import outside_pack
from tnt.compile.people import cells
from tnt.compile.role_measures import roles_in_order
from tnt.compile.rules import compile_rules
from tnt.compile.task_work import role_shares
from tnt.diagnostics import Code, Place, problem
from tnt.engine.people.cells import CELLS, of_cells, split_by_reference
from tnt.engine.people.cohort import alive
from tnt.language.base import Text
from tnt.language.documents.declares import Role
from tnt.language.documents.guideline import Recommendation
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.strategies import StrategiesDocument
from tnt.reading.at_ages import at_ages
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack, read_pack
from tnt.reading.pack_documents import baselines, guidelines, title_and_notice
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import label
from tnt.show.roles import ranked


@dataclass(frozen=True, slots=True)
class RoleOverYears:
    """One role's work in a strategy. Hours of each year; None where they cannot be estimated."""

    hours: tuple[float, ...] | None
    at_least: bool
    """Whether some task lacks a time, so that the hours are a lower bound."""

    @property
    def total_hours(self) -> float | None:
        """Over the whole horizon."""
        return None if self.hours is None else float(np.sum(self.hours))

    @property
    def hours_per_year(self) -> float | None:
        """Mean of the years."""
        return None if self.hours is None else float(np.mean(self.hours))

    @property
    def minutes_per_month(self) -> float | None:
        """The same in minutes a month."""
        return None if self.hours_per_year is None else self.hours_per_year * 60 / 12


@dataclass(frozen=True, slots=True)
class StrategyResult:
    """One strategy."""

    id: str
    title: Text
    recommendations: tuple[str, ...]
    note: Text | None
    roles: Mapping[str, RoleOverYears]


@dataclass(frozen=True, slots=True)
class Difference:
    """One strategy less another: total hours of each role over the horizon; None where either is unknown.

    `is_bounded` is False where an hour of either is only a lower bound: the difference may then be anything.
    """

    first: str
    second: str
    hours: Mapping[str, float | None]
    is_bounded: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class StrategiesResult:
    """Every strategy for the same people over the same years."""

    as_of: date
    inputs: tuple[InputFile, ...]
    pack_notice: Text | None
    id: str
    title: Text
    note: Text | None
    horizon_years: int
    people: float
    alive_at_end: float
    """People alive when the last year begins."""
    roles: Mapping[str, Role]
    """Roles that are asked, with what the files call them."""
    strategies: tuple[StrategyResult, ...]
    notices: tuple[Notice, ...]

    @property
    def roles_shown(self) -> list[str]:
        """Roles of staff as people see them: those of whom most is asked, in all strategies together, first."""
        hours: dict[str, float] = dict.fromkeys(self.roles, 0.0)
        for one in self.strategies:
            for role, over in one.roles.items():
                hours[role] += over.total_hours or 0.0
        return ranked(self.roles, {role: (False, asked) for role, asked in hours.items()})

    def roles_of(self, one: StrategyResult) -> dict[str, RoleOverYears]:
        """The roles of staff that a strategy asks, in that order."""
        return {role: one.roles[role] for role in self.roles_shown if role in one.roles}

    def differences(self) -> Iterator[Difference]:
        """Each strategy less each that stands after it."""
        for one, other in combinations(self.strategies, 2):
            pairs = {role: (one.roles.get(role), other.roles.get(role)) for role in self.roles}
            yield Difference(
                one.id,
                other.id,
                {role: _less(*pair) for role, pair in pairs.items()},
                {role: not any(part is not None and part.at_least for part in pair) for role, pair in pairs.items()},
            )


def _less(one: RoleOverYears | None, other: RoleOverYears | None) -> float | None:
    """A role that a strategy does not ask gives it no hours."""
    hours = [0.0 if part is None else part.total_hours for part in (one, other)]
    return None if hours[0] is None or hours[1] is None else hours[0] - hours[1]


def estimate_strategies(
    *paths: str | Path,
    lists: Choice = None,
    only: Sequence[str] = (),
    scenarios: Sequence[str | Path] = (),
    as_of: date | None = None,
) -> StrategiesResult:
    """Read, check and follow the one strategies file among `paths`, with the guidelines it names.

    `lists` chooses the lists where the cohort is people of some ages on them, and `only` some of these. Raises
    `tnt.Problems`.
    """
    as_of = as_of or date.today()
    pack = read_pack(paths, as_of=as_of, scenarios=scenarios)
    pack.problems.raise_errors(pack.texts)
    file = _chosen(pack, paths)
    document = file.document
    cohort = _on_lists if document.cohort.people is None else _written_out
    people, files, cohort_notices = cohort(_Request(file, pack, tuple(paths), lists, tuple(only), scenarios, as_of))
    notices = [
        *cohort_notices,
        *([] if document.mortality else [Notice(NoticeCode.NOBODY_DIES)]),
        *_notices(document, pack),
    ]
    horizon = round(document.horizon.expected)
    living = alive(people, _deaths(document), horizon)
    conditions = {name: entry for name, (_, entry) in pack.conditions.items()}
    contacts = {name: each.document for name, each in baselines(pack).items()}
    clusters = {name: entry for name, (_, entry) in pack.clusters.items()}
    compiled = compile_rules(guidelines(pack), conditions, contacts, clusters=clusters)
    notices += found_notices(pack, compiled)
    rules = {rule.id: rule for rule in compiled.rules}
    by_rule = {name: hours_by_year(rules[name], living, compiled.measures) for name in _named(document)}
    strategies = tuple(
        StrategyResult(
            id=name,
            title=strategy.title or name,
            recommendations=tuple(dict.fromkeys(strategy.recommendations)),
            note=strategy.note,
            roles=_added([by_rule[each] for each in dict.fromkeys(strategy.recommendations)]),
        )
        for name, strategy in document.options.items()
    )
    roles = roles_in_order({role for strategy in strategies for role in strategy.roles})
    return StrategiesResult(
        as_of=as_of,
        inputs=tuple({one.path: one for one in sorted(files, key=lambda one: one.path)}.values()),
        pack_notice=title_and_notice(pack)[1],
        id=document.strategies,
        title=document.title or document.strategies,
        note=document.note,
        horizon_years=horizon,
        people=float(people.sum()),
        alive_at_end=float(living[-1].sum()),
        roles={role: pack.roles[role] for role in roles},
        strategies=strategies,
        notices=tuple(notices),
    )


def _chosen(pack: Pack, paths: Sequence[str | Path]) -> Loaded[StrategiesDocument]:
    documents = pack.of(StrategiesDocument)
    if len(documents) != 1:
        place = documents[1].place("strategies") if documents else Place(str(paths[0]) if paths else "tnt")
        raise problem(Code.CHOOSE_STRATEGIES, place, count=len(documents))
    return documents[0]


@dataclass(frozen=True, slots=True)
class _Request:
    file: Loaded[StrategiesDocument]
    pack: Pack
    paths: tuple[str | Path, ...]
    lists: Choice
    only: tuple[str, ...]
    scenarios: Sequence[str | Path]
    as_of: date


Cohort = tuple[Floats, list[InputFile], list[Notice]]
"""People of each cell [C] at the start, the files read, and what a reader must know of them."""


def _written_out(request: _Request) -> Cohort:
    if request.lists is not None or request.only:
        raise problem(Code.COHORT_WITHOUT_LISTS, request.file.place("cohort", "people"))
    default = str(ListsDocument.model_fields["reference_population"].default)
    population, reference, files = reference_population(request.pack, default, Reuse())
    people = np.zeros(CELLS)
    for sex, bands in (request.file.document.cohort.people or {}).items():
        for ages, count in bands.items():
            inside = cells(sex, ages)[:, None]
            people += count * split_by_reference(inside, of_cells(reference))[:, 0]
    notices = [Notice(NoticeCode.BANDS_SPLIT, {"population": population}), *outside_pack(request.pack, default)]
    return people, [*_files(request.pack), *files], notices


def _on_lists(request: _Request) -> Cohort:
    chosen = choose(request.paths, request.lists, None, as_of=request.as_of, scenarios=request.scenarios)
    document, cohort = chosen.lists.document, request.file.document.cohort
    table = used_table(chosen, request.only, Reuse())
    population, reference, files = reference_population(chosen.pack, document.reference_population, Reuse())
    on_lists = counts(table, reference, (), chosen.lists.place("people"))
    if on_lists.split is None:
        raise problem(Code.LISTS_WITHOUT_AGES, request.file.place("cohort", "ages"))
    assert cohort.ages is not None  # reading.checks.strategies lets no other through
    people = on_lists.split @ on_lists.everybody * cells(cohort.sex, cohort.ages)
    files += _files(chosen.pack)
    files += [InputFile(label(Path(path)), sha256) for path, sha256 in table.files.items()]
    notices = [Notice(NoticeCode.COHORT_OF_LISTS, {"lists": chosen.lists_title(table)}), *of_table(table, population)]
    return people, files, [*notices, *outside_pack(chosen.pack, document.reference_population, chosen.lists)]


def _files(pack: Pack) -> list[InputFile]:
    return [*(InputFile(tree.file, tree.sha256) for tree in pack.trees), *counted_files(pack, Reuse())]


def _deaths(document: StrategiesDocument) -> Floats:
    """[C] share who die within a year."""
    shares = np.zeros(CELLS)
    for row in document.mortality:
        shares[cells(row.sex, row.ages)] = row.share.expected
    return shares


def _named(document: StrategiesDocument) -> list[str]:
    return list(dict.fromkeys(name for strategy in document.options.values() for name in strategy.recommendations))


def _added(parts: Sequence[Mapping[str, CohortHours]]) -> dict[str, RoleOverYears]:
    """Several recommendations together. What cannot be estimated makes the rest a lower bound."""
    added = {}
    for role in roles_in_order({role for part in parts for role in part}):
        parts_of_role = [part[role] for part in parts if role in part]
        known = [one.hours for one in parts_of_role if one.hours is not None]
        at_least = len(known) < len(parts_of_role) or any(one.at_least for one in parts_of_role)
        hours = tuple(np.sum(known, axis=0).tolist()) if known else None
        added[role] = RoleOverYears(hours, at_least)
    return added


def _notices(document: StrategiesDocument, pack: Pack) -> Iterator[Notice]:
    recommendations = {
        f"{file.document.guideline}/{name}": recommendation
        for file in guidelines(pack)
        for name, recommendation in file.document.recommendations.items()
    }
    lacking = dict.fromkeys(
        f"{name}/{task_id}"
        for name in _named(document)
        for band in at_ages(recommendations[name])
        for task_id, task in band.recommendation.tasks.items()
        if task.time is None
    )
    if lacking:
        yield Notice(NoticeCode.STRATEGIES_LACK_TIME, {"recommendations": RecommendationNames(tuple(lacking))})
    if any(
        _is_shared(recommendations[name] for name in dict.fromkeys(option.recommendations))
        for option in document.options.values()
    ):
        yield Notice(NoticeCode.STRATEGIES_SHARE_WORK)
    ramped = [name for name in _named(document) if recommendations[name].uptake.ramp is not None]
    if ramped:
        yield Notice(NoticeCode.RAMP_NOT_USED, {"recommendations": RecommendationNames(tuple(ramped))})


def _is_shared(recommendations: Iterable[Recommendation]) -> bool:
    """Whether several tasks of one role name the same activity."""
    activities = [
        (role, task.activity)
        for recommendation in recommendations
        for task in recommendation.tasks.values()
        if task.activity
        for role in role_shares(task)
    ]
    return len(set(activities)) < len(activities)
