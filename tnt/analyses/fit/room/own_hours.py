"""Hours that each recommendation asks of a role on some lists, its own: nothing shared taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tnt.arrays import Bools
from tnt.compile.inputs import Inputs
from tnt.engine.hours.totals import Totals, list_totals


class HoursOf(NamedTuple):
    """Hours a year of one recommendation; `current` None where today's uptake is unknown. `is_known`: no time of it is
    missing, and it can be estimated on all of the lists."""

    required: float
    current: float | None
    is_known: bool


@dataclass(frozen=True)
class OwnHours:
    """Of one role on the lists of one scope, by recommendation."""

    of: Mapping[str, HoursOf]


def own_hours(inputs: Inputs, asked: Sequence[tuple[str, Bools]]) -> list[OwnHours]:
    """Of each role on each selection of lists [L], in one reading of the lists."""
    totals = list_totals(inputs.counts, inputs.folded, inputs.rules.required, [rows for _, rows in asked])
    return [_own_hours(inputs, role, totals, at) for at, (role, _) in enumerate(asked)]


def _own_hours(inputs: Inputs, role: str, totals: Totals, at: int) -> OwnHours:
    measures = inputs.rules.roles[role]
    found = {}
    for number, rule in enumerate(measures.rules.tolist()):
        columns = [int(each[number]) for each in (measures.yearly, measures.required, measures.current)]
        required, current = (0.0 if one < 0 else float(totals.by_measure[at, one]) for one in columns[1:])
        lacks_lists = any(one >= 0 and totals.lacking_lists[at, one] > 0 for one in columns)
        factor = float(measures.current_factor[number])
        found[inputs.rules.rules[rule].id] = HoursOf(
            required * float(measures.target_factor[number]),
            None if factor != factor else current * factor,
            not (bool(measures.lacks_time[number]) or lacks_lists),
        )
    return OwnHours(found)
