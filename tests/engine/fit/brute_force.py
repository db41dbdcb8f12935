"""Every set of recommendations, one by one."""

from dataclasses import dataclass

from tests.engine.fit.problems import subsets
from tnt.arrays import Bools, Floats
from tnt.engine.fit.problem import FitProblem

ROUNDING = 1e-8


@dataclass(frozen=True)
class Sets:
    """Those that the rules allow [K, n], the hours they need [K, J], and whether they fit."""

    chosen: Bools
    used: Floats
    fits: Bools

    def best(self, benefit: Floats) -> float:
        """The most that a set that fits is worth."""
        return float((self.chosen[self.fits] @ benefit).max())


def allowed_sets(problem: FitProblem) -> Sets:
    """Without parts and without moves."""
    chosen = subsets(problem.must.size)
    kept = (chosen | ~problem.must).all(axis=1)
    if problem.barred is not None:
        kept &= ~(chosen & problem.barred).any(axis=1)
    for several in problem.one_of:
        kept &= chosen[:, list(several)].any(axis=1)
    for one, other in problem.instead:
        kept &= ~(chosen[:, one] & chosen[:, other])
    for one, others in problem.needs:
        kept &= ~chosen[:, one] | chosen[:, list(others)].any(axis=1)
    chosen = chosen[kept]
    used = chosen @ problem.hours
    saved = problem.shared.saved(chosen)
    for group, role in enumerate(problem.shared.column_of.tolist()):
        used[:, role] -= saved[:, group]
    return Sets(chosen, used, (used <= problem.available * (1 + ROUNDING) + ROUNDING).all(axis=1))
