"""Totals held against their parts, list by list, before they are left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.totals.parted import Parted
from tnt.reading.tables.totals.subtotals import ALIKE


@dataclass(frozen=True)
class TotalLeftOut:
    """A total beside its parts, as the table names it, and how many people `more` than they all lists have in it: of an
    age that the table does not have, as else it would be a problem."""

    name: str
    more: float


@dataclass(frozen=True)
class Strata:
    """How the table names its strata and its lists, by index, and where the people of a list and stratum stand."""

    name: Callable[[int], str]
    of_list: Callable[[int], str]
    place: Callable[[int, int], Place]
    may_hold_more: Callable[[int], bool] = lambda _: False
    """Whether a total that lacks parts may count more people than they all: one that was named as no ages are."""


def check_totals(
    parts: Parted, people: Floats, strata: Strata, findings: Findings, untold: Floats | None = None
) -> tuple[TotalLeftOut, ...]:
    """The totals of `people`, lists × strata; one that is not the sum of its parts in every list is a problem.

    Each count may have been rounded to whole people, unless the total lacks parts: then the least difference matters.
    What is not known is held against nothing; `untold` are people of each list whose sex or age is not known, some or
    all of whom a total may hold.
    """
    left_out: dict[str, float] = {}
    for total in parts.totals:
        found, expected = people[:, total.strata].sum(axis=1), people[:, total.parts].sum(axis=1)
        rounding = (len(total.strata) + len(total.parts)) / 2 if total.is_whole else ALIKE * np.nanmax(found, initial=0)
        differs = (found < expected - rounding) | (found - (0.0 if untold is None else untold) > expected + rounding)
        may_hold_more = not total.is_whole and all(map(strata.may_hold_more, total.strata))
        wrong = differs & (found < expected) if may_hold_more else differs
        name = ", ".join(dict.fromkeys(strata.name(stratum) for stratum in total.strata))

        def diagnostic(
            one: int,
            name: str = name,
            first: int = total.strata[0],
            counts: tuple[Floats, Floats] = (found, expected),
        ) -> Diagnostic:
            values = {"column": name, "list": strata.of_list(one)}
            values |= {"found": f"{counts[0][one]:.12g}", "expected": f"{counts[1][one]:.12g}"}
            return Diagnostic(Code.TOTAL_DIFFERS, strata.place(one, first), values)

        findings.add_each(np.flatnonzero(wrong), diagnostic)
        more = float(np.sum((found - expected)[differs & ~wrong]))
        left_out[name] = max(more, left_out.get(name, 0.0))
    return tuple(TotalLeftOut(name, more) for name, more in left_out.items())
