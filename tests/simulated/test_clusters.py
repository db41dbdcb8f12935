"""Two and three diseases of a cluster, lived through by people, beside the program itself."""

import tempfile
from pathlib import Path

import pytest

import tnt
from tests.oracle.drawn_packs.files import Folder
from tests.simulated.people import simulated
from tests.simulated.test_random_packs import is_within

CHECK = {"role": "gp", "time": "20 min", "frequency": "1 / year", "activity": "check"}
WHO = {"a": "a", "b": "b", "c": "c", "all": {"all": ["a", "b"]}, "some": {"all": [{"any": ["a", "c"]}, {"not": "b"}]}}


@pytest.mark.parametrize("rho", [0, 0.3, 0.9])
@pytest.mark.parametrize("who", [("a", "b"), ("a", "b", "c"), ("c", "all"), ("a", "some"), ("all", "some")])
def test_people_share_work_as_the_program_says(who: tuple[str, ...], rho: float) -> None:
    shares = {"a": "30 %", "b": "20 %", "c": "50 %"}
    rules = {name: {"population": {"condition": WHO[name]}, "tasks": {"t": dict(CHECK)}} for name in who}
    pack = Folder(
        [{"guideline": "g", "recommendations": rules}],
        {"lists": "one", "table": "t.csv", "shape": "long", "ages": "age", "sex": "sex", "people": "n", "staff": {}},
        [{"sex": "female", "age": "50", "n": "100"}],
        [
            {
                "conditions": {name: {"prevalence": [{"share": share}]} for name, share in shares.items()},
                "clusters": {"z": {"conditions": ["a", "b", "c"], "correlation": rho}},
            }
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        result: tnt.Result = pack.estimate(Path(folder))
    people = simulated(pack.given(), draws=4000, seed=5)
    assert is_within(people["required gp"], result.total["gp"].required_hours or 0.0)
    for one in result.recommendations:
        assert is_within(people[f"eligible {one.id}"], one.eligible_people or 0.0)
