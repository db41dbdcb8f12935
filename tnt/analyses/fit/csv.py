"""What became of each recommendation as CSV: one row a recommendation and role."""

from __future__ import annotations

import csv
import io

from tnt.analyses.fit.result import FitResult
from tnt.result.json_values import plain
from tnt.show.output import text_output

FIT_COLUMNS = (
    "recommendation",
    "role",
    "hours",
    "hours_are_at_least",
    "uptake",
    "why",
    "is_new",
    "benefit",
    "unknown_benefit",
    "always",
    "in_draws",
    "in_weights",
    "weights_tried",
    "uptake_without_unknown",
)


def fit_csv(result: FitResult) -> str:
    """Unknown is an empty cell. Ids are the only texts, and none begins with a sign. Where nothing was chosen, there
    are the columns alone."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIT_COLUMNS)
    without = result.without_unknown
    uptakes = {} if without is None else {one.id: one.uptake for one in without.recommendations}
    for one in () if result.choice is None else result.choice.recommendations:
        tried = (None, None) if one.in_weights is None else one.in_weights
        rest = (
            *(plain(one.uptake), one.why, one.is_new, plain(one.benefit)),
            *(one.id in result.unknown_benefit, one.id in result.always),
            *(plain(one.in_draws), *tried, plain(uptakes.get(one.id))),
        )
        for role, hours in one.hours.items():
            writer.writerow([one.id, role, plain(hours), one.hours_are_at_least, *rest])
    return text.getvalue()


FIT_CSV = text_output("csv", FitResult, lambda result, _: fit_csv(result))
