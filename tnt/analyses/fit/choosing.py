"""One choice: what is followed under an objective, what stays out, and what an hour more would buy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import Chosen, FitChoice, FitStatus, HoursOfRole, ListShortfall, Moved, WhyIn
from tnt.analyses.fit.sets import hours_by_list
from tnt.analyses.fit.values import Values
from tnt.arrays import Bools, Floats
from tnt.diagnostics import Code, Problems, problem
from tnt.engine.fit.overfull import MustExcludesItselfError
from tnt.engine.fit.problem import FitProblem, Solution
from tnt.engine.fit.solve import solve
from tnt.result.json_values import plain

_ENOUGH = 1e-6
"""A gap below this is none: HiGHS stops at tolerances."""


@dataclass(frozen=True)
class TakingPart:
    """Who takes part in a choice [n]: what always stays, what is kept since its benefit is unknown, and what may come
    in."""

    always: Bools
    unknown: Bools
    may: Bools

    @property
    def without_unknown(self) -> TakingPart:
        """The same with nothing kept."""
        return TakingPart(self.always, np.zeros_like(self.unknown), self.may)


def sides(question: Question, values: Values, kept: Bools) -> TakingPart:
    """What a missing time leaves unknown is never chosen as free; what the objective knows no value of is kept apart,
    or, where tiers name what counts, left out. `kept` [n] are those that somebody named to stay."""
    always = question.is_legal | question.is_against | question.new | kept
    free = ~always & ~question.lacks_time
    return TakingPart(always, free & ~values.named & ~values.left_out, free & values.named)


def choice(question: Question, values: Values, who: TakingPart, kept: Bools) -> FitChoice:
    """The best that fits; where what must stay does not, that and the hours it lacks."""
    asked = question.problem(who.always, who.unknown, who.may)
    try:
        solution = solve(asked, values.objectives)
    except MustExcludesItselfError as wrong:
        raise excluding(question, wrong) from wrong
    return FitChoice(
        status=_status(solution),
        gap=solution.gap if solution.gap > _ENOUGH else 0.0,
        hours=_hours(question, asked, values, who, solution),
        benefit=_benefit(values, solution.uptake),
        recommendations=tuple(labelled(question, values, who, kept, solution.uptake)),
        moved=tuple(_moved(question, solution)),
        shortfall={
            role: float(hours) for role, hours in zip(question.roles, solution.over.tolist(), strict=True) if hours > 0
        },
        shortfall_lists=() if solution.is_feasible else tuple(_shortfalls(question, solution.uptake > 0)),
    )


def excluding(question: Question, wrong: MustExcludesItselfError) -> Problems:
    """The problem of what must stay and cannot stay together."""
    who = sorted({at for pair in wrong.pairs for at in pair}) or np.flatnonzero(question.is_legal).tolist()
    rule = question.inputs.rules.rules[who[0] if who else 0]
    place = rule.file.place("recommendations", rule.id.partition("/")[2], key=True)
    return problem(Code.STAY_AND_EXCLUDE, place, ids=", ".join(question.ids[at] for at in who))


def _status(solution: Solution) -> FitStatus:
    if not solution.is_feasible:
        return "infeasible"
    return "optimal" if solution.gap <= _ENOUGH else "feasible"


def _benefit(values: Values, uptake: Floats) -> float | None:
    """Of what is followed and known; what is unknown is in no sum."""
    return None if values.benefit is None else float(np.nan_to_num(values.benefit) @ uptake)


def _hours(
    question: Question, problem: FitProblem, values: Values, who: TakingPart, solution: Solution
) -> Mapping[str, HoursOfRole]:
    kept = np.where(who.unknown, solution.uptake, 0.0)
    of_unknown = solution.used - problem.used(solution.uptake - kept, solution.moved)
    delegated = solution.moved @ question.moving.moves.hours
    is_priced = values.benefit is not None and values.objective.kind != "tiers"
    return {
        role: HoursOfRole(
            used=float(solution.used[at]),
            available=plain(question.available[at]),
            kept_for_unknown=float(of_unknown[at]),
            delegated=float(delegated[at]),
            price_of_hour=float(max(0.0, solution.prices[at])) if is_priced and solution.is_feasible else None,
        )
        for at, role in enumerate(question.roles)
    }


def labelled(question: Question, values: Values, who: TakingPart, kept: Bools, uptake: Floats) -> list[Chosen]:
    """Every recommendation and what became of it; `uptake` [n] is the share of its target uptake that is followed."""
    benefit = np.full(len(question.ids), np.nan) if values.benefit is None else values.benefit
    return [
        Chosen(
            id=each.id,
            title=each.title,
            is_new=bool(question.new[at]),
            uptake=float(uptake[at]),
            why=_why(question, who, kept, at) if uptake[at] > 0 else None,
            hours={role: hours.required_hours for role, hours in each.roles.items()},
            hours_are_at_least=bool(question.lacks_time[at]),
            benefit=plain(benefit[at]),
        )
        for at, each in enumerate(question.result.recommendations)
    ]


def _why(question: Question, who: TakingPart, kept: Bools, at: int) -> WhyIn:
    if question.is_legal[at]:
        return "legal"
    if question.new[at]:
        return "new"
    if kept[at]:
        return "kept"
    if question.is_against[at]:
        return "against"
    return "unknown-benefit" if who.unknown[at] else "chosen"


def _moved(question: Question, solution: Solution) -> list[Moved]:
    return [
        Moved(
            recommendation=question.ids[move.rule],
            task=move.task,
            from_role=move.from_role,
            to_role=move.to_role,
            share=min(float(share / solution.uptake[move.rule]), move.part.share.expected),
            most=move.part.share.expected,
            hours={
                role: float(hours * share) for role, hours in zip(question.roles, row.tolist(), strict=True) if hours
            },
        )
        for move, share, row in zip(
            question.moving.each, solution.moved.tolist(), question.moving.moves.hours, strict=True
        )
        if share > _ENOUGH
    ]


def _shortfalls(question: Question, stays: Bools) -> list[ListShortfall]:
    """The lists on which what must stay takes more than their own time, the worst first."""
    required = hours_by_list(question.inputs, stays)
    found = []
    for at, role in enumerate(question.inputs.rules.roles):
        on = question.result.lists.roles[role]
        over = required[:, at] - on.available_hours
        found += [
            ListShortfall(str(question.result.lists.ids[row]), role, float(over[row]))
            for row in np.flatnonzero(over > 1e-9 * on.available_hours).tolist()
        ]
    return sorted(found, key=lambda one: (-one.hours, one.list_id, one.role))
