"""What fits in the time there is, and what would have to give way when something comes in: what `tnt fit` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tnt.analyses.fit.choosing import TakingPart, choice, sides
from tnt.analyses.fit.each_list import choice_by_list
from tnt.analyses.fit.frontier import frontier, frontier_role
from tnt.analyses.fit.moves import TaskMove
from tnt.analyses.fit.question import Question, question
from tnt.analyses.fit.repeated import in_draws, in_weights
from tnt.analyses.fit.request import FitRequest
from tnt.analyses.fit.result import FitChoice, FitResult, HoursOfAll, OutcomeSum
from tnt.analyses.fit.room.room import room
from tnt.analyses.fit.scenarios.of_choice import scenario_of_choice
from tnt.analyses.fit.scenarios.of_way import WayAsScenario, scenario_of
from tnt.analyses.fit.values import Values, of_outcome, of_tiers, of_weights, one_outcome
from tnt.arrays import Bools
from tnt.compile.choose import ChosenFiles
from tnt.compile.inputs import Inputs, load_with_files
from tnt.diagnostics import Code, Place, problem
from tnt.diagnostics.nearest import Nearest
from tnt.estimating.estimate import estimate
from tnt.reading.fit.signed import read_priorities, read_weights
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import default_pack
from tnt.result.json_values import plain

_SAME = 1e-6
"""Parts of a target uptake nearer than this are the same: a solver errs."""


@dataclass(frozen=True)
class LoadedPack:
    """A pack read for a choice: the files, and what is compiled of them."""

    chosen: ChosenFiles
    inputs: Inputs


def load(request: FitRequest, add: Sequence[str], reuse: Reuse) -> LoadedPack:
    """The pack with what is added to it."""
    asked = request.estimate
    paths = (*(asked.paths or (default_pack(),)), *add)
    as_of = asked.as_of or date.today()
    return LoadedPack(
        *load_with_files(paths, asked.lists, asked.only, asked.capacity or None, asked.scenarios, as_of, reuse)
    )


def fit(request: FitRequest) -> FitResult:
    """Read what is asked for and answer. Raises Problems with every error of every file."""
    reuse = Reuse()
    after = load(request, request.add, reuse)
    before = load(request, (), reuse) if request.add else after
    old = {rule.id for rule in before.inputs.rules.rules}
    new = [rule.id for rule in after.inputs.rules.rules if rule.id not in old]
    asked = question(after.inputs, estimate(after.inputs), new, after.chosen)
    values, kept = _values(request, asked, after.chosen)
    answer = _unanswered(request, asked, kept)
    if request.add:
        made = room(before.inputs, after.inputs, new, _may_move(asked), only_picked=bool(request.estimate.only))
        answer = replace(answer, room=made)
    if values is not None:
        answer = _answered(answer, request, asked, values, kept)
    return answer if request.way is None else replace(answer, scenario=_scenario(request.way, answer, asked))


def _scenario(way: str, answer: FitResult, asked: Question) -> str | None:
    """The choice, or the way to make room in the role that is asked for most, on the lists chosen."""
    if way == "choice":
        written = None if answer.choice is None else scenario_of_choice(asked, answer.choice)
        return None if written is None else written.written()
    of_role = None if answer.room is None else answer.room.most_asked
    for one in () if of_role is None else of_role.ways:
        if one.kind == way and of_role is not None:
            found = scenario_of(one, of_role, asked.inputs, _may_move(asked))
            if isinstance(found, WayAsScenario):
                return found.written()
    return None


def _may_move(asked: Question) -> list[TaskMove]:
    return [move.as_may_move(asked.ids[move.rule]) for move in (*asked.moving.each, *asked.moving.shared)]


def _values(request: FitRequest, asked: Question, chosen: ChosenFiles) -> tuple[Values | None, Bools]:
    """What is maximised, None where nothing that can be added up was named; and [n] what somebody named to stay."""
    kept = np.zeros(len(asked.ids), dtype=np.bool_)
    as_of = asked.inputs.as_of
    if request.weights is not None:
        values: Values | None = of_weights(asked, read_weights(request.weights, chosen.pack, as_of=as_of).document)
    elif request.outcome is not None:
        values = of_outcome(asked, _outcome(asked, request.outcome))
    else:
        values = one_outcome(asked)
    if request.priorities is None:
        return values, kept
    document = read_priorities(request.priorities, chosen.pack, as_of=as_of).document
    return of_tiers(asked, document, values), np.isin(asked.ids, document.kept)


def _outcome(asked: Question, name: str) -> str:
    """One that the pack has. Raises Problems with what comes near."""
    if name in asked.inputs.outcomes:
        return name
    raise problem(Code.UNKNOWN_OUTCOME, Place("--outcome"), Nearest().word(name, asked.inputs.outcomes), id=name)


def _answered(answer: FitResult, request: FitRequest, asked: Question, values: Values, kept: Bools) -> FitResult:
    """What is chosen, of all lists together or by each."""
    who, chosen = sides(asked, values, kept), choice_by_list if request.per_list else choice
    best = chosen(asked, values, who, kept)
    answer = replace(
        answer,
        status=best.status,
        objective=values.objective,
        unmet_weights=values.unmet,
        in_no_tier=_named(asked, values.left_out & ~who.always),
        choice=best,
        without_unknown=chosen(asked, values, who.without_unknown, kept) if who.unknown.any() else None,
        unknown_benefit=_named(asked, who.unknown),
    )
    if request.per_list:
        return answer
    drawing = request.estimate.drawing
    best = in_weights(best, asked, values, who)
    best = best if drawing is None else in_draws(best, asked, values, who, drawing)
    role = frontier_role(asked, best)
    is_one_sum = values.benefit is not None and len(values.objectives) == 1
    return replace(
        answer,
        choice=best,
        frontier=() if role is None or not is_one_sum else tuple(frontier(asked, values, who, role)),
        frontier_role=role,
        displaced=_displaced(asked, values, kept, best) if asked.new.any() else None,
        draws=drawing.draws if drawing is not None and values.per_person is not None else None,
        weights_tried=1 + len(values.tried) if values.tried else None,
    )


def _displaced(asked: Question, values: Values, kept: Bools, best: FitChoice) -> tuple[str, ...]:
    """What is in without the new and out with it."""
    without = replace(asked, new=np.zeros_like(asked.new))
    who = sides(without, values, kept & ~asked.new)
    who = TakingPart(who.always & ~asked.new, who.unknown & ~asked.new, who.may & ~asked.new)
    before = choice(without, values, who, kept)
    if before.status == "infeasible" or best.status == "infeasible":
        return ()
    both = zip(before.recommendations, best.recommendations, strict=True)
    return tuple(one.id for one, now in both if one.uptake > now.uptake + _SAME)


def _unanswered(request: FitRequest, asked: Question, kept: Bools) -> FitResult:
    """All that needs no value judgement."""
    result, lists = asked.result, asked.result.lists
    return FitResult(
        as_of=result.as_of,
        inputs=result.inputs,
        pack_title=result.pack_title,
        lists_title=lists.title,
        lists=len(lists.ids),
        people=float(lists.people.sum()),
        capacity_title=None if result.capacity is None else result.capacity.title,
        per_list=request.per_list,
        notices=result.notices,
        status="needs-weights",
        objective=None,
        choice=None,
        without_unknown=None,
        unknown_benefit=(),
        unknown_hours=_named(asked, asked.lacks_time),
        always=_named(asked, asked.is_legal | kept),
        everything=_everything(asked),
        outcomes=tuple(_outcomes(asked)),
        frontier=(),
        frontier_role=None,
        displaced=None,
        room=None,
        titles={each.id: each.title for each in result.recommendations},
        role_titles={role: total.title for role, total in result.total.items()},
        pack_notice=result.pack_notice,
        scenario_titles=tuple(each.title for each in result.scenarios),
        not_moved=tuple(f"{asked.ids[move.rule]}/tasks/{move.task}" for move in asked.moving.shared),
    )


def _everything(asked: Question) -> dict[str, HoursOfAll]:
    everything = np.ones(len(asked.ids), dtype=np.bool_)
    used = asked.problem(everything, ~everything, ~everything).used(
        everything.astype(np.float64), np.zeros(asked.moving.moves.of.size)
    )
    totals = asked.result.total
    return {
        role: HoursOfAll(float(used[at]), plain(asked.available[at]), totals[role].at_least)
        for at, role in enumerate(asked.roles)
        if role in totals
    }


def _outcomes(asked: Question) -> Iterator[OutcomeSum]:
    """What could be named to be maximised, in the order of the pack."""
    for outcome, title in asked.inputs.outcomes.items():
        mine = [
            (at, each)
            for at, each in enumerate(asked.result.recommendations)
            if each.outcome_id == outcome and not np.isnan(asked.benefiting[at])
        ]
        if mine:
            yield OutcomeSum(
                id=outcome,
                title=title,
                recommendations=len(mine),
                people_a_year=float(sum(asked.benefiting[at] for at, _ in mine)),
                hours={
                    role: float(asked.hours.own[[at for at, _ in mine], column].sum())
                    for column, role in enumerate(asked.roles)
                    if any(role in each.roles for _, each in mine)
                },
            )


def _named(asked: Question, which: Bools) -> tuple[str, ...]:
    return tuple(asked.ids[at] for at in np.flatnonzero(which).tolist())
