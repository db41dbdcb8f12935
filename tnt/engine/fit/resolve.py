"""The choice in every draw: one relaxation from where the last ended, and a choice of whole recommendations near it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.filling import worth_of
from tnt.engine.fit.many.block import Block, SharingGroup
from tnt.engine.fit.many.choosing import fitted, left_of
from tnt.engine.fit.many.trying import Trying
from tnt.engine.fit.model import Model
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.relaxing import Relaxing
from tnt.engine.fit.rules import SetRules

_SAVED_TOO_MUCH = 0.2
"""Of 1,000 scaled hours of a role: what a group may save too much in the relaxation of a draw. It loosens the bound."""
_WHOLE = 1 - 1e-6


@dataclass(frozen=True)
class Resolved:
    """The choice in D draws.

    share_in   [n] share of the draws in which each is in, of those in which what must stay fits; NaN without any
    chosen     [D, n] the choice in each; what must stay alone where that does not fit
    fits       [D] whether what must stay, and what it needs by the relaxation, fits
    value      [D] what the choice is worth; `bound` what any is worth at most, NaN where nothing fits
    """

    chosen: Bools
    fits: Bools
    value: Floats
    bound: Floats

    @property
    def share_in(self) -> Floats:
        """[n] of the draws in which what must stay fits."""
        if not self.fits.any():
            return np.full(self.chosen.shape[1], np.nan)
        return np.asarray(self.chosen[self.fits].mean(axis=0))

    @property
    def gaps(self) -> Floats:
        """[draws that fit] how far the bound lies above the value, as a share of it."""
        value, bound = self.value[self.fits], self.bound[self.fits]
        return np.asarray(np.maximum(bound - value, 0.0) / np.maximum(np.abs(value), 1e-300))

    @property
    def mean_gap(self) -> float:
        """Of the draws that fit; 0 where there are none."""
        return float(self.gaps.mean()) if self.fits.any() else 0.0

    @property
    def worst_gap(self) -> float:
        """Of the draws that fit; 0 where there are none."""
        return float(self.gaps.max(initial=0.0))


@dataclass(frozen=True)
class _Relaxations:
    """What the relaxation of each draw says: how far each is followed [D, n], moves [D, M], prices [D, J], the bound
    [D], NaN where nothing fits."""

    follow: Floats
    moved: Floats
    prices: Floats
    bound: Floats


def resolve(
    problem: FitProblem,
    benefit: Floats,
    hours_draws: Floats,
    benefit_draws: Floats,
    *,
    shared_factors: Floats | None = None,
) -> Resolved:
    """The choice where hours [D, n, J] and benefits [D, n] are those of each draw.

    Exact: the rules, the hours of each choice (no choice needs more than there is), and the bound, which is the
    relaxation of just that draw: nothing that fits is worth more. Not exact: the choice. It is what the relaxation
    follows in full, and what fits beside it, the most worth for the price of its hours first; `gaps` say how far from
    the bound that is, and no solver was asked to close them. What may be followed in part is in or out.

    What groups save is that of the problem times a factor of the draw and group, `shared_factors` [D, G]: by default
    the hours of its members in its role in the draw to those in the problem. Events that move take time as the
    recommendation does: their hours are those of the problem times its hours in the draw to those in the problem, all
    roles together. Hours that are 0 in the problem are 0 in every draw.
    """
    if not benefit_draws.size:
        draws = len(benefit_draws)
        nothing = np.zeros(draws)
        return Resolved(np.zeros(benefit_draws.shape, dtype=np.bool_), np.ones(draws, dtype=np.bool_), nothing, nothing)
    hours_draws = np.where(problem.hours != 0, hours_draws, 0.0)
    if shared_factors is None:
        shared_factors = _factors(problem, hours_draws)
    ratio = _divided(hours_draws.sum(axis=2), problem.hours.sum(axis=1))
    moves = ratio[:, problem.moving.of, None] * problem.moving.hours
    model = Model(problem)
    relaxing = Relaxing(model)
    relaxing.begin(model.objective(benefit))
    relaxing.solve(model.objective(benefit))
    relaxations = _relaxations(relaxing, hours_draws, moves, shared_factors, benefit_draws)
    chosen, fits = _rounded(relaxing, relaxations, hours_draws, moves, shared_factors, benefit_draws)
    value = np.where(fits, (benefit_draws * chosen).sum(axis=1), 0.0)
    return Resolved(chosen, fits, value, np.where(fits, np.maximum(relaxations.bound, value), np.nan))


def _factors(problem: FitProblem, hours: Floats) -> Floats:
    """[D, G] hours of the members of each group in its role, to those in the problem."""
    factors = np.ones((len(hours), len(problem.shared.groups)))
    for group, (members, role) in enumerate(zip(problem.shared.groups, problem.shared.column_of.tolist(), strict=True)):
        factors[:, group] = _divided(hours[:, members, role].sum(axis=1), problem.hours[members, role].sum())
    return factors


def _divided(hours: Floats, by: Floats) -> Floats:
    return np.divide(hours, by, out=np.ones(hours.shape), where=np.broadcast_to(by > 0, hours.shape))


def _relaxations(relaxing: Relaxing, hours: Floats, moves: Floats, factors: Floats, benefit: Floats) -> _Relaxations:
    model, problem = relaxing.model, relaxing.model.problem
    draws, n = benefit.shape
    found = _Relaxations(
        np.zeros((draws, n)),
        np.zeros((draws, problem.moving.of.size)),
        np.zeros((draws, problem.available.size)),
        np.full(draws, np.nan),
    )
    for draw in range(draws):
        model.change_hours(hours[draw], moves[draw], factors[draw])
        answer = relaxing.solve(model.objective(benefit[draw]), rounds=1, allowed=_SAVED_TOO_MUCH)
        if answer is not None:
            found.follow[draw] = answer.columns[:n]
            found.moved[draw] = model.moved(answer)
            found.prices[draw], found.bound[draw] = answer.prices, answer.bound
    return found


def _rounded(
    relaxing: Relaxing, found: _Relaxations, hours: Floats, moves: Floats, factors: Floats, benefit: Floats
) -> tuple[Bools, Bools]:
    """[D, n] the choices and [D] whether they fit. What is followed in full moves as much as the relaxation says."""
    problem, limited = relaxing.model.problem, relaxing.model.columns.limited
    rules = SetRules(problem.must.size, problem.instead, problem.needs)
    must = _kept(problem, rules, found.follow)
    needed = np.zeros(rules.n, dtype=np.bool_)
    needed[[other for _, others in problem.needs for other in others]] = True
    wanted = ((found.follow >= _WHOLE) & ((benefit > 0) | needed) & rules.apart(must)) | must
    hours = hours.transpose(0, 2, 1)[:, limited].copy()
    for move, one in enumerate(problem.moving.of.tolist()):
        some = wanted[:, one]
        hours[some, :, one] += found.moved[some, move, None] * moves[some, move][:, limited]
    available = np.broadcast_to(problem.available[limited], (len(hours), limited.size))
    groups = _groups(relaxing, factors)
    if problem.barred is not None:
        benefit = np.where(problem.barred, 0.0, benefit)
    block = Block(hours, available, benefit, must, rules, groups, np.arange(len(hours)))
    worth = np.stack([worth_of(*each) for each in zip(benefit, _priced(hours, found.prices[:, limited]), strict=True)])
    trying = Trying(block, fitted(block, wanted, worth), worth, np.nan_to_num(found.bound))
    trying.with_best()
    fits = ~np.isnan(found.bound) & (left_of(block, trying.chosen) >= 0).all(axis=1)
    fits &= (trying.chosen | ~must).all(axis=1)
    for pair in problem.instead:
        fits &= ~must[:, list(pair)].all(axis=1)
    trying.chosen[~fits] = problem.must
    return trying.chosen, fits


def _kept(problem: FitProblem, rules: SetRules, follow: Floats) -> Bools:
    """[D, n] what must stay, with what that needs; of several, that which the relaxation follows most."""
    must = np.broadcast_to(problem.must, follow.shape).copy()
    rows = np.arange(len(follow))
    for several in problem.one_of:
        most = np.array(several)[follow[:, list(several)].argmax(axis=1)]
        must[rows, most] |= ~must[:, list(several)].any(axis=1)
    for _ in rules.needs:
        for one, others in rules.needs:
            if others:
                most = np.array(others)[follow[:, list(others)].argmax(axis=1)]
                must[rows, most] |= must[:, one] & ~must[:, list(others)].any(axis=1)
    return must


def _groups(relaxing: Relaxing, factors: Floats) -> tuple[SharingGroup, ...]:
    problem, limited = relaxing.model.problem, relaxing.model.columns.limited.tolist()

    def of(group: int) -> Callable[[Ints, Bools], Floats]:
        return lambda draws, chosen: relaxing.cutting.saved(group, chosen) * factors[draws, group]

    return tuple(
        SharingGroup(problem.shared.groups[group], limited.index(int(problem.shared.column_of[group])), of(group))
        for group in relaxing.model.columns.limited_groups.tolist()
    )


def _priced(hours: Floats, prices: Floats) -> Floats:
    """[D, n]"""
    return np.asarray((prices[:, None, :] @ hours)[:, 0, :])
