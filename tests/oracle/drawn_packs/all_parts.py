"""Random packs with every part of what a plain sum leaves out at once."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import strategies as st

from tests.oracle.changes import in_visits, observed, recommendations, with_overheads, with_seasons
from tests.oracle.drawn_packs.clusters import clustered
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import contacts

Document = dict[str, Any]
OTHER_CARE: Document = {
    "from_contacts": "seen",
    "in_pack": {"low": "15 %", "mean": "30 %", "high": "45 %"},
    "minutes": {"low": "14 min", "mean": "18 min"},
}


@st.composite
def of_all_parts(draw: st.DrawFn, packs: st.SearchStrategy[Folder]) -> Folder:
    """Clusters, shared work, merged visits, observed activity, overhead, own pace and supervision, seasons, other care,
    lists that differ, and the patient's own time."""
    pack = supervised(in_visits(draw(clustered(packs))))
    pack = observed(pack, random.Random(draw(st.integers(0, 10**6))))
    pack = with_seasons(with_overheads(with_own_time(pack)))
    assert pack.capacity is not None
    pack.capacity["between_lists"] = {"low": "10 %", "mean": "20 %", "high": "45 %"}
    for working in pack.capacity["roles"].values():
        others = {name: one for name, one in working.get("reserved", {}).items() if "from_contacts" not in one}
        working["reserved"] = others | {"other-care": copy.deepcopy(OTHER_CARE)}
    pack.contacts = draw(contacts())
    return pack


def supervised(pack: Folder) -> Folder:
    """A nurse at her own pace does the most of every third task of a GP, who supervises her."""
    changed = copy.deepcopy(pack)
    number = 0
    for one in recommendations(changed):
        for task in one["tasks"].values():
            number += 1
            if task.get("role") == "gp" and number % 3 == 0:
                del task["role"]
                nurse = {
                    "share": "60 %",
                    "minutes_factor": {"low": 1, "mean": 1.4, "high": 2},
                    "supervision": {"role": "gp", "time": {"low": "1 min", "mean": "2 min", "high": "4 min"}},
                }
                task["roles"] = {"gp": "40 %", "nurse": nurse}
    return changed


def with_own_time(pack: Folder) -> Folder:
    """What is done first in every other recommendation takes time of the patient too, by the way it is done now."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed)[::2]:
        first = next(task for task in one["tasks"].values() if "after" not in task)
        own = {key: value for key, value in first.items() if key not in ("role", "roles", "activity", "observed")}
        one["tasks"]["own-time"] = copy.deepcopy(own) | {"role": "patient", "contact": "other"}
    return changed
