"""Posts with hardly any people each are most likely in per cent."""

from __future__ import annotations

import numpy as np

from tnt.authoring.drafting.finish import Plan
from tnt.authoring.drafting.look import Look
from tnt.authoring.drafting.words import Meaning
from tnt.reading.tables.list_table import ListTable

_FEWEST_PER_POST = 100
"""People per post, of half of the lists: posts with fewer are in per cent."""


def in_percent(plan: Plan, look: Look, lists: ListTable) -> bool:
    """Take posts for per cent where as full posts each would have next to nobody.

    Of a heading that says `Årsverk` that is only named: it may as well be the people that are wrong.
    """
    changed = False
    for role, staff in plan.keys.get("staff", {}).items():
        posts = lists.posts[role]
        there = posts > 0
        if "in" not in staff and there.any():
            per_post = float(np.median(lists.people.sum(axis=1)[there] / posts[there]))
            if not 0 < per_post < _FEWEST_PER_POST:
                continue
            if Meaning.WHOLE_POSTS in look.columns[staff["posts"]].meanings:
                plan.instead[f"staff.{role}"] = ["in: percent"]
            else:
                staff["in"] = "percent"
                plan.instead[f"staff.{role}"] = ["in: fte"]
                changed = True
    return changed
