"""What stays whatever it takes, where the files do not let all of it: alternatives of which both stay, and needs that
nothing meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from tnt.arrays import Bools
from tnt.engine.fit.rules import Needs, Pairs


def giving_way(must: Bools, legal: Bools, instead: Pairs) -> Bools:
    """[n] those that would stay, were not an alternative of theirs what the law asks for: that never leaves."""
    gives_way = np.zeros_like(must)
    for one, other in instead:
        for at, besides in ((one, other), (other, one)):
            gives_way[at] |= must[at] and legal[besides] and not legal[at]
    return gives_way


def either_or(must: Bools, kept: Bools, instead: Pairs) -> dict[int, set[int]]:
    """Those that stay only unless an alternative does, and these: what is kept, unless one that is instead of it comes
    in; and what must stay instead of one another."""
    others: dict[int, set[int]] = defaultdict(set)
    for one, other in instead:
        for at, besides in ((one, other), (other, one)):
            if kept[at] or (must[one] and must[other]):
                others[at].add(besides)
    return others


def binding(needs: Needs, must: Bools, kept: Bools, barred: Bools, instead: Pairs) -> Needs:
    """Needs without those of what stays that nothing can meet, such as one whose time is missing: it is done today, and
    its hours are kept all the same. What alternatives shut does not bind what is only kept; what must stay and is shut
    out so is an error to be said."""
    shut = barred | giving_way(np.ones_like(must), must, instead)
    possible = {False: _possible(needs, must | kept, barred), True: _possible(needs, must | kept, shut & ~must)}
    return tuple(
        (one, others)
        for one, others in needs
        if not (must[one] or kept[one]) or possible[bool(kept[one])][list(others)].any()
    )


def _possible(needs: Needs, stays: Bools, barred: Bools) -> Bools:
    """[n] what can be followed with what it needs; what stays needs nothing more."""
    possible = ~barred
    for _ in range(possible.size):
        before = possible.sum()
        for one, others in _of_free(needs, stays):
            possible[one] &= possible[list(others)].any()
        if possible.sum() == before:
            break
    return np.asarray(possible)


def _of_free(needs: Needs, stays: Bools) -> Iterable[tuple[int, tuple[int, ...]]]:
    return ((one, others) for one, others in needs if not stays[one])
