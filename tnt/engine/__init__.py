"""The arithmetic: people counted by stratum, weights per person, hours per list and role.

Knows numpy and nothing of files, documents, units or languages. Every array of quantities is float64; hours are hours a
year unless a name says otherwise. Letters in the docstrings: C cells, S strata, M measures, K conditions, L lists, J
columns that measures are collapsed into (roles), B selections of lists, G conditions calibrated to registers.
"""

from tnt.engine.capacity import ListCapacity, OverloadThresholds, RoleLists, RoleTime, State, list_capacity
from tnt.engine.cells import AGES, CELLS, FEMALE, MALE, OLDEST, cell, split_by_reference
from tnt.engine.detail import list_detail
from tnt.engine.distribution import Percentiles, ShareBelow, share_below
from tnt.engine.fold import Folded, fold
from tnt.engine.inputs import ListCounts, Measures
from tnt.engine.manageable import ManageableLists, gross_hours_needed, manageable_lists
from tnt.engine.missing import incomplete_totals, missing_lists, unknown_totals
from tnt.engine.overlap import Overlap, SharedTasks, fold_tasks, list_overlap
from tnt.engine.staffing import (
    category_allowance_factor,
    hours_per_working_day,
    individual_allowance_factor,
    largest_manageable_list,
    posts_needed,
    wisn_required_posts,
)
from tnt.engine.summary import RoleSummary, summarise
from tnt.engine.totals import Totals, list_totals
from tnt.engine.unplaced import Unplaced

__all__ = [
    "AGES",
    "CELLS",
    "FEMALE",
    "MALE",
    "OLDEST",
    "Folded",
    "ListCapacity",
    "ListCounts",
    "ManageableLists",
    "Measures",
    "Overlap",
    "OverloadThresholds",
    "Percentiles",
    "RoleLists",
    "RoleSummary",
    "RoleTime",
    "ShareBelow",
    "SharedTasks",
    "State",
    "Totals",
    "Unplaced",
    "category_allowance_factor",
    "cell",
    "fold",
    "fold_tasks",
    "gross_hours_needed",
    "hours_per_working_day",
    "incomplete_totals",
    "individual_allowance_factor",
    "largest_manageable_list",
    "list_capacity",
    "list_detail",
    "list_overlap",
    "list_totals",
    "manageable_lists",
    "missing_lists",
    "posts_needed",
    "share_below",
    "split_by_reference",
    "summarise",
    "unknown_totals",
    "wisn_required_posts",
]
