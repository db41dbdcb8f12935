"""Time that is left is given to what is worth most for it, for many choices at a time.

What comes in beside others is charged in full, as if it shared nothing: so a choice that fits goes on fitting, and what
is shared is time that is left when it has been asked for again.
"""

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.fit.rules import SetRules

_HARDLY_ANYTHING = 1e-9


def worth_of(benefit: Floats, priced: Floats) -> Floats:
    """Benefit for the price of the hours, for an order; those without a price count as a billionth of the dearest."""
    return np.asarray(benefit / np.maximum(priced, _HARDLY_ANYTHING * (priced.max(initial=0.0) or 1.0)))


def fill(chosen: Bools, left: Floats, hours: Floats, worth: Floats, rules: SetRules) -> int:
    """Put in what fits, the most worth first, until nothing does; how many came in.

    Changes `chosen` [K, n] and the hours `left` [K, J] in place. `hours` are [K or 1, n, J], `worth` [K, n] is the
    order; what is worth nothing does not come in.
    """
    rows, n = np.arange(len(chosen)), rules.n
    may = np.concatenate([rules.open(chosen) & (worth > 0), np.zeros((len(chosen), 1), dtype=np.bool_)], axis=1)
    came = 0
    while rows.size and n:
        of = hours[rows] if len(hours) > 1 else hours
        fits = may[rows, :n] & (of <= left[rows, None, :]).all(axis=2)
        best = np.where(fits, worth[rows], -1.0).argmax(axis=1)
        some = fits[np.arange(rows.size), best]
        may[rows, :n] = fits
        rows, best = rows[some], best[some]
        chosen[rows, best] = True
        left[rows] -= hours[rows, best] if len(hours) > 1 else hours[0, best]
        may[rows, best] = False
        may[rows[:, None], rules.others[best]] = False
        came += rows.size
    return came
