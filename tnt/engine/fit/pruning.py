"""What counts nothing and nobody needs does not come in, even where there is time for it: a solver does not mind."""

from collections.abc import Sequence

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.problem import FitProblem


def without_idle(problem: FitProblem, objectives: Sequence[Floats], uptake: Floats) -> Floats:
    """[n] the same without what is worth 0 by every objective, where it neither stays, nor is one of several of which
    one must be followed, nor needed by what is followed. No role takes more hours without it."""
    kept = uptake.copy()
    worth_nothing = ~np.any([objective != 0 for objective in objectives], axis=0) & ~problem.must
    idle = [at for at in np.flatnonzero(worth_nothing & (kept > 0)).tolist() if not _is_only_one(problem, kept, at)]
    while idle:
        at = idle.pop()
        kept[at] = 0.0
        freed = {other for one, others in problem.needs if one == at for other in others}
        idle = [
            one
            for one in {*idle, *freed}
            if worth_nothing[one] and kept[one] > 0 and not _is_only_one(problem, kept, one)
        ]
    return kept


def _is_only_one(problem: FitProblem, uptake: Floats, at: int) -> bool:
    """Whether something that is followed, or stays, has nothing but this one."""
    of_several = any(at in several and (uptake[list(several)] > 0).sum() == 1 for several in problem.one_of)
    return of_several or any(
        uptake[one] > 0 and at in others and uptake[[other for other in others if other != at]].sum() < uptake[one]
        for one, others in problem.needs
    )
