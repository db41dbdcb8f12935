"""What is chosen from: the recommendations of a pack with their hours, those who benefit, and what binds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from tnt.analyses.fit.moving import Moving, moving
from tnt.analyses.fit.sets import HoursOfSets, hours_of_sets
from tnt.analyses.fit.staying import binding, either_or, giving_way
from tnt.arrays import Bools, Floats, Ints
from tnt.compile.choose import ChosenFiles
from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule
from tnt.engine.capacity.verdict import RoleLists
from tnt.engine.fit.problem import FitProblem
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.counts import Measures
from tnt.estimating.sums import summed
from tnt.estimating.totals import list_verdicts
from tnt.reading.fit.choices import ChoiceRules, choices_of
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult


@dataclass(frozen=True)
class Question:
    """n recommendations and J roles of `inputs`, whose `result` is the estimate.

    hours           of each and what they share
    available       [J] hours a year on lists with posts; infinite where nobody knows, so that the role binds nothing
    benefiting      [n] people who benefit a year at the target uptake, 0 where nobody is expected to since the risk is
                    not reduced; NaN where unknown
    lacks_time      [n] whether a time is missing of a role whose hours bind, or people of a list are not all known
    new             [n] what comes in
    """

    inputs: Inputs
    result: Result
    hours: HoursOfSets
    available: Floats
    benefiting: Floats
    lacks_time: Bools
    new: Bools
    moving: Moving

    @property
    def ids(self) -> tuple[str, ...]:
        """[n] `guideline/recommendation`."""
        return tuple(rule.id for rule in self.inputs.rules.rules)

    @property
    def roles(self) -> tuple[str, ...]:
        """[J] the roles, in their order."""
        return self.moving.roles

    @property
    def is_legal(self) -> Bools:
        """[n] whether the law asks for it: it never leaves."""
        return self._all(rule.recommendation.strength == "legal" for rule in self.inputs.rules.rules)

    @property
    def is_against(self) -> Bools:
        """[n] whether it asks people to stop doing something: what it leaves is done, and it gives time back."""
        return self._all(rule.recommendation.is_against for rule in self.inputs.rules.rules)

    @property
    def partial(self) -> Bools:
        """[n] whether a part of the target uptake may be chosen."""
        return self._all(rule.recommendation.may_be_partial for rule in self.inputs.rules.rules)

    def problem(self, must: Bools, kept: Bools, may: Bools) -> FitProblem:
        """The choice among those that stay, those that are kept since their benefit is unknown, and those that may come
        in [n]; the others cannot be chosen.

        What is kept stays unless one that is instead of it comes in; of two that must stay instead of one another one
        does, and of these what the law asks for. A need of what stays that nothing can meet binds nothing.
        """
        instead = tuple(sorted(set(self._instead())))
        must = must & ~giving_way(must, self.is_legal, instead)
        kept = kept & ~must
        barred = ~(must | kept | may)
        others = either_or(must, kept, instead)
        either = np.isin(np.arange(must.size), list(others))
        return FitProblem(
            hours=self.hours.own,
            available=self.available,
            must=(must | kept) & ~either,
            partial=self.partial & ~must & ~kept,
            barred=barred,
            instead=instead,
            needs=binding(tuple(self._needs()), must, kept, barred, instead),
            one_of=tuple(sorted({tuple(sorted({at, *besides})) for at, besides in others.items()})),
            moves=self.moving.moves,
            shared=self.hours.shared,
        )

    def _instead(self) -> Iterable[tuple[int, int]]:
        """Pairs of which at most one is followed."""
        place = {name: at for at, name in enumerate(self.ids)}
        for group in self._rules.at_most_one:
            yield from combinations(sorted(place[name] for name in group if name in place), 2)

    def _needs(self) -> Iterable[tuple[int, tuple[int, ...]]]:
        """What each builds on; where nothing of it is there, it cannot be followed."""
        place = {name: at for at, name in enumerate(self.ids)}
        for name, groups in self._rules.needs.items():
            for group in groups if name in place else ():
                yield place[name], tuple(place[other] for other in group if other in place)

    @cached_property
    def _rules(self) -> ChoiceRules:
        return choices_of(self.inputs.documents)

    def _all(self, each: Iterable[bool]) -> Bools:
        return np.fromiter(each, dtype=np.bool_, count=len(self.inputs.rules.rules))


def question(inputs: Inputs, result: Result, new: Iterable[str] = (), chosen: ChosenFiles | None = None) -> Question:
    """What is asked of a pack on its lists; `chosen` are the files it was compiled from, without which nothing
    moves."""
    rules, coming, moves = inputs.rules.rules, set(new), moving(inputs, chosen)
    partial = np.array([rule.recommendation.may_be_partial for rule in rules], dtype=np.bool_)
    available = np.array([_available(inputs, result, role) for role in moves.roles])
    bound = [role for role, hours in zip(moves.roles, available.tolist(), strict=True) if np.isfinite(hours)]
    return Question(
        inputs=inputs,
        result=result,
        hours=hours_of_sets(inputs, partial, len(moves.roles)),
        available=available,
        benefiting=np.where([rule.benefit == "no-reduction" for rule in rules], 0.0, benefiting_at_target(inputs)),
        lacks_time=np.array([_lacks(each, bound) for each in result.recommendations], dtype=np.bool_),
        new=np.array([rule.id in coming for rule in rules], dtype=np.bool_),
        moving=moves,
    )


def benefiting_at_target(inputs: Inputs) -> Floats:
    """[n] people who benefit a year at the target uptake, over all lists; NaN where unknown. METHOD.md, "Benefit"."""
    known, measures = at_target(inputs)
    people = np.full(len(inputs.rules.rules), np.nan)
    if known.size:
        totals = list_totals(inputs.counts, fold(measures, inputs.counts), np.zeros((known.size, 1)))
        people[known] = summed(totals, 0, np.arange(known.size), inputs.counts.length)
    return people


def at_target(inputs: Inputs) -> tuple[Ints, Measures]:
    """The recommendations of which it is known who benefits, and these people a year at the target uptake."""
    rules, measures = inputs.rules, inputs.rules.measures
    known = np.flatnonzero(rules.benefiting >= 0)
    columns = rules.benefiting[known]
    cells = measures.weights.shape[0]
    # Where the target differs by age it is in these weights; elsewhere it is the same everywhere.
    uptake = np.array([_uptake_of_cells(rules.rules[at], cells) for at in known.tolist()]).reshape(-1, cells).T
    return known, Measures(
        weights=measures.weights[:, columns] * uptake,
        condition_of=measures.condition_of[columns],
        prevalence=measures.prevalence,
        scaled=measures.scaled,
        combinations=measures.combinations,
        clusters=measures.clusters,
    )


def _uptake_of_cells(rule: Rule, cells: int) -> Floats:
    target = rule.uptakes.target
    return target.by_cell if target.share is None else np.full(cells, target.share)


def _available(inputs: Inputs, result: Result, role: str) -> float:
    """Hours a year on the lists with posts, also of a role that only moves ask for; infinite where nobody knows."""
    if role in result.total:
        hours = result.total[role].available_hours
        return np.inf if hours is None else hours
    posts = inputs.table.posts.get(role)
    if posts is None:
        return np.inf
    nothing = RoleLists(people=inputs.people, posts=posts, required_hours=np.zeros(posts.size))
    summary = list_verdicts(inputs.capacity, role, nothing).summary
    return np.inf if summary is None or np.isnan(summary.available_hours) else float(summary.available_hours)


def _lacks(recommendation: RecommendationResult, roles: Iterable[str]) -> bool:
    """Whether a time is missing of one of the roles, or people of a list are not all known."""
    return any(recommendation.roles[role].at_least for role in roles if role in recommendation.roles)
