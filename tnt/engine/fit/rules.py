"""What follows from what is chosen, for many choices at a time."""

import numpy as np

from tnt.arrays import Bools, Ints

Needs = tuple[tuple[int, tuple[int, ...]], ...]
Pairs = tuple[tuple[int, int], ...]


class SetRules:
    """Pairs of which at most one is followed, and needs of which one must be followed, of n recommendations."""

    def __init__(self, n: int, instead: Pairs, needs: Needs) -> None:
        self.n, self.instead, self.needs = n, instead, needs
        of: list[list[int]] = [[] for _ in range(n)]
        for one, other in instead:
            of[one].append(other)
            of[other].append(one)
        longest = max(map(len, of), default=0)
        self.others: Ints = np.array([each + [n] * (longest - len(each)) for each in of], dtype=np.intp)
        self.others = self.others.reshape(n, longest)
        """[n, P] what each is instead of, filled up with n."""

    def open(self, chosen: Bools) -> Bools:
        """[K, n] which may come in beside those chosen [K, n]: not in, in nobody's place, with what they need."""
        may = self.apart(chosen)
        for one, others in self.needs:
            may[:, one] &= chosen[:, list(others)].any(axis=1)
        return may

    def apart(self, chosen: Bools) -> Bools:
        """[K, n] which are not in, and in nobody's place."""
        may = ~chosen
        for one, other in self.instead:
            may[:, one] &= ~chosen[:, other]
            may[:, other] &= ~chosen[:, one]
        return may

    def without_needy(self, chosen: Bools) -> Bools:
        """[K, n] those chosen that have what they need; who goes may be needed by another."""
        kept = chosen.copy()
        for _ in self.needs:
            before = kept.sum()
            for one, others in self.needs:
                kept[:, one] &= kept[:, list(others)].any(axis=1)
            if kept.sum() == before:
                break
        return kept


def ways_to_keep(must: Bools, rules: SetRules, one_of: tuple[tuple[int, ...], ...] = ()) -> list[Bools]:
    """The smallest sets [n] of what must stay, one each of those of which one must, and what they need: one for each
    way to keep that. None where it excludes itself."""
    ways: list[Bools] = []
    waiting, seen = [must.copy()], {must.tobytes()}
    while waiting:
        kept = waiting.pop()
        asked = (*one_of, *(others for one, others in rules.needs if kept[one]))
        unmet = next((others for others in asked if not kept[list(others)].any()), None)
        if unmet is None:
            ways += [] if any(kept[list(pair)].all() for pair in rules.instead) else [kept]
            continue
        for more in (kept | (np.arange(rules.n) == other) for other in reversed(unmet)):
            if more.tobytes() not in seen:
                seen.add(more.tobytes())
                waiting.append(more)
    return [way for way in ways if not any(way is not other and (way | ~other).all() for other in ways)]
