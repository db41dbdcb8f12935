"""What a plain sum leaves out: METHOD, "What a plain sum leaves out". Each part adds itself to the table below.

Its text in the catalogues (`left-out.PART`) says what it is and which way it would move the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tnt.compile.capacity import Capacity
from tnt.compile.notice import Choices, Notice, NoticeCode
from tnt.compile.rules import Rules
from tnt.compile.shared.clusters import shares_unconnected

IsLeftOut = Callable[[Rules, Sequence[Capacity]], bool]
"""Whether a part would change the result, and nothing given says how much."""


def left_out(rules: Rules, capacities: Sequence[Capacity]) -> Iterator[Notice]:
    """One notice of all parts that are left out; none where there is none."""
    parts = tuple(name for name, is_left_out in LEFT_OUT_PARTS.items() if is_left_out(rules, capacities))
    if parts:
        yield Notice(NoticeCode.LEFT_OUT, {"parts": Choices("left-out", parts)})


def _other_care(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """Working time of a role that is asked, and nothing of it set aside for contacts outside the pack."""
    roles = capacities[0].roles if capacities else {}
    return any(role in roles and not roles[role].other_care for role in rules.roles)


def _clusters(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """Work that recommendations for different conditions share, and nothing of how far people have both."""
    return shares_unconnected(rules, capacities[0] if capacities else None)


def _today(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """What is done already of a recommendation of which nobody says how many get it, and nothing was observed."""
    return any(rule.uptakes.current is None for rule in rules.rules)


def _between_lists(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """Working time of a role that is asked, and nothing said of how lists differ."""
    is_silent = bool(capacities) and capacities[0].between_lists is None
    return is_silent and any(role in capacities[0].roles for role in rules.roles)


def _overhead(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """Working time of a role that is asked, and nothing said of what comes on top of the guidelines' minutes."""
    roles = capacities[0].roles if capacities else {}
    return any(role in roles and not roles[role].has_overhead for role in rules.roles)


def _supervision(rules: Rules, capacities: Sequence[Capacity]) -> bool:
    """A task that several roles share, and none of them is supervised."""
    tasks = (task for rule in rules.rules for task in rule.recommendation.tasks.values())
    return any(len(task.shares) > 1 and all(one.supervision is None for one in task.parts.values()) for task in tasks)


LEFT_OUT_PARTS: Mapping[str, IsLeftOut] = {
    "other-care": _other_care,
    "overhead": _overhead,
    "supervision": _supervision,
    "today": _today,
    "clusters": _clusters,
    "between-lists": _between_lists,
}
