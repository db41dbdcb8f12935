"""Required hours of each role on each list, after shared work and merged visits: what an estimate says of them, without
everything else that it works out."""

from __future__ import annotations

import numpy as np

from tnt.analyses.fit.sets import hours_by_list
from tnt.arrays import Floats
from tnt.compile.inputs import Inputs
from tnt.engine.hours.missing import unknown_totals


def required_hours(inputs: Inputs) -> dict[str, Floats]:
    """Role -> [L] hours a year; NaN where nothing of the role can be estimated."""
    rules = inputs.rules
    hours = hours_by_list(inputs, np.ones(len(rules.rules), dtype=np.bool_))
    unknown = unknown_totals(inputs.counts, inputs.folded, rules.required_of_role)
    hours = hours if unknown is None else np.where(unknown, np.nan, hours)
    return {role: hours[:, at] for at, role in enumerate(rules.roles)}
