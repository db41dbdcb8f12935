"""A comparison as a pandas frame."""

from __future__ import annotations

import pandas as pd

from tnt.analyses.compare.comparison import Comparison, RoleComparison
from tnt.language.base import in_language

_COLUMNS = ("role", "part", "recommendation", "title", "before_hours", "after_hours", "change_hours")


def comparison_frame(comparison: Comparison, lang: str = "en") -> pd.DataFrame:
    """The waterfall of every role, a row a step: `part` is `before`, `recommendation`, `shared-work`, `merged-visits`,
    `not-compared` or `after`.

    `change_hours` of the steps between before and after add up to the difference (not-compared: what only one total
    holds). Unknown is NaN.
    """
    rows = [row for name, role in comparison.roles.items() for row in _rows(name, role, lang)]
    figures = dict.fromkeys(_COLUMNS[-3:], "float64")
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(figures)


def _rows(name: str, role: RoleComparison, lang: str) -> list[tuple[object, ...]]:
    return [
        (name, "before", None, None, role.before_hours, None, None),
        *(
            (
                name,
                "recommendation",
                bar.id,
                in_language(bar.title, lang),
                bar.before_hours,
                bar.after_hours,
                bar.change_hours,
            )
            for bar in role.bars
        ),
        (name, "shared-work", None, None, None, None, role.shared_work_hours),
        (name, "merged-visits", None, None, None, None, role.merged_visit_hours),
        *(
            (
                name,
                "not-compared",
                one.id,
                in_language(one.title, lang),
                one.before_hours,
                one.after_hours,
                one.one_sided_hours,
            )
            for one in role.not_compared
        ),
        (name, "after", None, None, None, role.after_hours, None),
    ]
