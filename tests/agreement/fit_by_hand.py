"""Every set of recommendations by the rules of the contracts, hours by the slow calculation, and the best that fits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product
from typing import Any

from tests.agreement.fit_packs import FitPack
from tests.analyses.fit.test_sets import only
from tests.oracle.expected import Expected, expected
from tests.oracle.slow import Work
from tests.oracle.totals import available_hours
from tests.oracle.unknowns import known_sum

Document = dict[str, Any]
Set = frozenset[str]


class ByHand:
    """What may be chosen of a pack, and what each set of it takes."""

    def __init__(self, asked: FitPack) -> None:
        self.asked, self.all = asked, asked.recommendations
        self.whole = expected(asked.pack.given())
        self.works: dict[str, Work] = {work.id: work for work in self.whole.works}
        self.available = {
            role: available_hours(on.times)
            for role, on in self.whole.on_lists.items()
            if role in (asked.pack.capacity or {})["roles"] and available_hours(on.times) is not None
        }
        self._known: dict[Set, dict[str, float]] = {}
        self.always = {name for name in self.all if self._is_legal(name) or self.is_against(name)}
        keep = set((asked.priorities or {}).get("keep", ()))
        self.always |= keep
        self.out = {name for name in self.all if name not in self.always and self.lacks_time(name)}
        self.always -= {
            name for name in self.always if not self._is_legal(name) and any(map(self._is_legal, self.instead_of(name)))
        }
        left_out = set(self.all) - set().union(*self.tiers) if self.tiers else set()
        meant = {name for name in self.all if self._is_legal(name) or self.is_against(name)}
        self.out |= left_out - self.always | (meant | keep) - self.always
        free = set(self.all) - self.always - self.out
        self.unknown = {name for name in free if self._is_unknown(name)}

    def _is_legal(self, name: str) -> bool:
        return bool(self.all[name].get("strength") == "legal")

    def is_against(self, name: str) -> bool:
        return "against" in self.all[name].get("strength", "")

    def lacks_time(self, name: str) -> bool:
        tasks = self.all[name]["tasks"].values()
        return any(task["time"] is None and task["role"] in self.available for task in tasks)

    def _is_unknown(self, name: str) -> bool:
        in_tier = any(name in tier for tier in self.tiers)
        return self.value(name) is None and not (in_tier and not self._counts_benefit)

    @property
    def _counts_benefit(self) -> bool:
        return (self.asked.priorities or {}).get("within") == "benefit"

    @cached_property
    def tiers(self) -> list[set[str]]:
        """What each names that no earlier one, and no duty, has."""
        if self.asked.priorities is None:
            return []
        left, found = set(self.all) - set(self.asked.priorities.get("keep", ())), []
        left = {name for name in left if self.all[name].get("strength") != "legal"}
        named = set().union(*(one.get("recommendations", ()) for one in self.asked.priorities["tiers"]))
        for one in self.asked.priorities["tiers"]:
            tier = left - named if one.get("rest") else left & set(one["recommendations"])
            found.append(tier)
            left -= tier
        return found

    def people(self, name: str) -> float | None:
        if "risk_reduction" in self.all[name].get("benefit", {}):
            return 0.0  # those drawn reduce no risk
        known = self.works[name].benefiting_at_target
        return None if known is None else known_sum(known)

    def value(self, name: str) -> float | None:
        """What is added up of one; None where nobody says."""
        weights, people = self.asked.weights or {}, self.people(name)
        if "per_recommendation" in weights:
            worth = weights["per_recommendation"].get(name)
            return None if worth is None else float(worth)
        if people is None:
            return None
        counted = weights.get("per_outcome") or ({} if self.asked.outcome is None else {self.asked.outcome: 1})
        weight = counted.get(self.all[name]["benefit"]["outcome"])
        return None if weight is None else people * float(weight)

    def values(self, chosen: Set) -> tuple[float, ...]:
        """Of a set: the sum, or that of each tier in order."""
        if self.asked.priorities is None:
            return (sum(self.value(name) or 0.0 for name in chosen),)
        if not self._counts_benefit:
            return tuple(float(len(chosen & tier)) for tier in self.tiers)
        return tuple(sum(self.value(name) or 0.0 for name in chosen & tier) for tier in self.tiers)

    def hours(self, chosen: Set) -> dict[str, float]:
        """Of each role on the lists with posts of it: those of parts that share nothing are added."""
        total = dict.fromkeys(self.available, 0.0)
        for part in self._parts(chosen):
            if part not in self._known:
                self._known[part] = hours_with_posts(expected(only(self.asked.pack, set(part)).given()), self.available)
            for role, hours in self._known[part].items():
                total[role] += hours
        return total

    def _parts(self, chosen: Set) -> Iterator[Set]:
        if any("visits" in role for role in (self.asked.pack.capacity or {})["roles"].values()):
            yield from [chosen] if chosen else []
            return
        left = sorted(chosen)
        while left:
            part, grew = {left.pop()}, True
            while grew:
                mine = {one for name in part for one in self._activities(name)}
                more = {name for name in left if self._activities(name) & mine}
                grew, part, left = bool(more), part | more, [name for name in left if name not in more]
            yield frozenset(part)

    def _activities(self, name: str) -> set[str]:
        return {task["activity"] for task in self.all[name]["tasks"].values() if "activity" in task}

    def fits(self, chosen: Set, slack: float = 1e-9) -> bool:
        used = self.hours(chosen)
        return all(used[role] <= (most or 0.0) * (1 + slack) + slack for role, most in self.available.items())

    def keeps_rules(self, chosen: Set, kept: Set) -> bool:
        """Alternatives, needs, what stays, and what is out."""
        barred = self.out | (self.unknown - kept)
        return (
            not chosen & barred
            and not any(pair <= chosen for pair in self.pairs)
            and all(chosen & group for name in chosen for group in self.needs(name) if self._binds(name, group, kept))
            and all(name in chosen or self.instead_of(name) & chosen & self.always for name in self.always)
            and all(name in chosen or self.instead_of(name) & chosen for name in kept)
        )

    def _binds(self, name: str, group: set[str], kept: Set) -> bool:
        """What stays is not bound by what nothing can meet; what is only kept, also not by what alternatives shut."""
        if name not in self.always | kept:
            return True
        shut = {one for one in self.all if self.instead_of(one) & self.always} if name in kept else set()
        out = (self.out | (self.unknown - kept) | shut) - self.always
        return any(self._can_follow(other, out, self.always | kept, ()) for other in group)

    def _can_follow(self, name: str, out: set[str], stays: set[str], asking: tuple[str, ...]) -> bool:
        if (name in stays and name not in out) or name in asking:
            return True
        return name not in out and all(
            any(self._can_follow(other, out, stays, (*asking, name)) for other in group) for group in self.needs(name)
        )

    def instead_of(self, name: str) -> set[str]:
        return set().union(*(pair - {name} for pair in self.pairs if name in pair))

    @cached_property
    def pairs(self) -> set[Set]:
        found = set()
        for name, one in self.all.items():
            written = one.get("instead_of", [])
            group = [name, *([written] if isinstance(written, str) else written)]
            found |= {frozenset({first, second}) for first in group for second in group if first != second}
        return found

    def needs(self, name: str) -> list[set[str]]:
        written = self.all[name].get("needs", [])
        return [set(written["any"])] if isinstance(written, dict) else [{one} for one in written]

    def best(self, kept: Set) -> tuple[float, ...] | None:
        """The best values of any set that keeps the rules and fits; None where none does."""
        names, found = sorted(self.all), []
        for bits in product((False, True), repeat=len(names)):
            chosen = frozenset(name for name, is_in in zip(names, bits, strict=True) if is_in)
            if self.keeps_rules(chosen, kept) and self.fits(chosen):
                found.append(self.values(chosen))
        return max(found, default=None)


def hours_with_posts(slow: Expected, roles: dict[str, float | None]) -> dict[str, float]:
    """Required hours on the lists with posts of each role."""
    found = {}
    for role in roles:
        if role in slow.on_lists:
            on = slow.on_lists[role]
            known = [hours for hours, time in zip(on.required, on.times, strict=True) if time.posts]
            found[role] = known_sum(known) or 0.0
    return found
