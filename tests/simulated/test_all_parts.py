"""All parts of what a plain sum leaves out at once, lived through by people, beside the program itself."""

import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import tnt
from tests.oracle.drawn_packs.files import Folder
from tests.simulated.people import simulated
from tests.simulated.test_random_packs import is_within

Document = dict[str, Any]
SPLIT: Document = {
    "gp": "40 %",
    "nurse": {"share": "60 %", "minutes_factor": 1.4, "supervision": {"role": "gp", "time": "2 min"}},
}
RULES: Document = {
    "one": {
        "population": {"condition": "a"},
        "uptake": {"target": "80 %"},
        "tasks": {
            "check": {"roles": SPLIT, "time": "20 min", "frequency": "2 / year", "activity": "check"},
            "blood": {"role": "gp", "time": "5 min", "frequency": "1 / year"},
            "own": {"role": "patient", "time": "40 min", "frequency": "2 / year"},
        },
    },
    "two": {
        "population": {"condition": {"any": ["b", "c"]}},
        "tasks": {"check": {"roles": deepcopy(SPLIT), "time": "15 min", "frequency": "1 / year", "activity": "check"}},
    },
    "three": {
        "population": {"share": "50 %"},
        "tasks": {
            "look": {"role": "gp", "time": "10 min", "frequency": "1 / year"},
            "again": {"role": "gp", "time": "12 min", "after": "look", "probability": "30 %"},
        },
    },
}
VISIT: Document = {"consultation": {"fixed": "6 min", "merged": "80 %"}}
OVERHEAD: Document = {"no_show": {"share": "20 %", "time_lost": "50 %"}, "travel": {"consultation": "3 min"}}


@pytest.mark.parametrize("rho", [0, 0.3, 0.9])
def test_people_live_as_the_program_says_of_all_parts_together(rho: float) -> None:
    shares = {"a": "30 %", "b": "20 %", "c": "50 %"}
    working = {"hours": "1725 h / year", "kind": "all-work", "visits": VISIT, "overhead": OVERHEAD}
    pack = Folder(
        [{"guideline": "g", "time_kind": "all-work", "recommendations": RULES}],
        {"lists": "one", "table": "t.csv", "shape": "long", "ages": "age", "sex": "sex", "people": "n", "staff": {}},
        [{"sex": "female", "age": "50", "n": "100"}],
        [
            {
                "conditions": {name: {"prevalence": [{"share": share}]} for name, share in shares.items()},
                "clusters": {"z": {"conditions": ["a", "b", "c"], "correlation": rho}},
            }
        ],
        {"capacity": "c", "roles": {"gp": working, "nurse": deepcopy(working)}},
    )
    with tempfile.TemporaryDirectory() as folder:
        result: tnt.Result = pack.estimate(Path(folder))
    people = simulated(pack.given(), draws=4000, seed=5)
    for role in ("gp", "nurse", "patient"):
        assert is_within(people[f"required {role}"], result.total[role].required_hours or 0.0), role
    for role in ("gp", "nurse"):
        total = result.total[role]
        assert is_within(people[f"merged {role}"], total.merged_visit_hours), role
        assert total.overlap_hours > 0.5
        assert total.overhead_hours > 1
    assert result.total["gp"].merged_visit_hours > 1
    assert is_within(people["supervision gp"], result.total["gp"].supervision_hours or 0.0)
