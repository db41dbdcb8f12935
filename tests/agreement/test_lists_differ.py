"""What is said of lists that differ by a factor of their own, against the slow calculation of every draw."""

from typing import Any

import pytest

from tests.agreement.draws import STREAMS, loaded, nothing, simulated, value_in
from tests.oracle.differing import beyond, chances, numbers, percentile, variation
from tests.oracle.drawn import in_draw, minutes_of
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.expected import expected

Document = dict[str, Any]
LISTS: Document = {
    "lists": "practices",
    "table": "table.csv",
    "id": "id",
    "people": {"total": "people"},
    "staff": {"gp": {"posts": "posts"}},
}
ROWS = (("a", 900, 1), ("b", 400, 0.5), ("c", 30, 0.2), ("d", 500, ""), ("e", 0, 1), ("f", 700, 0.6), ("g", 50, 0))
VISIT: Document = {"role": "gp", "time": "12 min", "frequency": "1 / year"}
RULES: Document = {
    "look": {"population": {}, "uptake": {"target": "50 %"}, "tasks": {"look": VISIT}},
    "talk": {"population": {}, "uptake": {"target": "30 %"}, "tasks": {"talk": VISIT | {"time": "20 min"}}},
}
ACUTE: Document = {"per_person": {"low": "2 min / year", "mean": "5 min / year", "high": "9 min / year"}}
TIME: Document = {"hours": "180 h / year"}
DIFFERENT: list[tuple[Any, Document]] = [
    ({"low": "10 %", "mean": "20 %", "high": "45 %"}, {"hours": "230 h / year", "reserved": {"acute": ACUTE}}),
    ("0 %", TIME),
    (None, TIME),
]


@pytest.mark.parametrize(("differ", "working"), DIFFERENT)
def test_every_list_and_every_draw(differ: Any, working: Document) -> None:
    """Chances of each list, how many are overloaded, and the hours that do not fit."""
    table = [dict(zip(("id", "people", "posts"), map(str, row), strict=True)) for row in ROWS]
    capacity = {"capacity": "time", "roles": {"gp": working}, "thresholds": {"overload": "95 %"}}
    if differ is not None:
        capacity["between_lists"] = differ
    pack = Folder([{"guideline": "care", "recommendations": RULES}], LISTS, table, capacity=capacity)
    inputs = loaded(pack)
    beliefs, roles = simulated(inputs)
    one, lists = roles["gp"], roles["gp"].lists(nothing)
    for way, minutes in ((lists.independent, ()), (lists.together, minutes_of(pack, "gp"))):
        by_draw, of_numbers = [], [0.0] * (len(ROWS) + 1)
        for draw in range(STREAMS.draws):
            drawn = in_draw(pack, value_in(inputs, beliefs, draw, minutes))
            wanted = expected(drawn.given())
            assert drawn.capacity is not None
            assert (variation(drawn.capacity) > 0) == (differ not in ("0 %", None))
            by_draw.append(chances(wanted.on_lists["gp"], [each.people for each in wanted.lists], drawn.capacity))
            for number, chance in enumerate(numbers([each or 0.0 for each in by_draw[-1]])):
                of_numbers[number] += chance / STREAMS.draws
        assert [None if each != each else each for each in way.probability_of_overload] == [
            None if None in of_list else pytest.approx(sum(of_list) / STREAMS.draws, abs=1e-9)
            for of_list in zip(*by_draw, strict=True)
        ]
        found = way.number_overloaded
        assert found.mean[0] == pytest.approx(sum(number * each for number, each in enumerate(of_numbers)), abs=1e-9)
        for name, percent in (("p05", 5), ("p50", 50), ("p95", 95)):
            assert getattr(found, name)[0] == percentile(of_numbers, percent)
    value = one.value_of_information(nothing)
    assert value is not None
    assert value.all_alike.if_called_fitting == pytest.approx(not_fitting(pack), rel=1e-7)


def not_fitting(pack: Folder) -> float:
    """Expected hours, over draws and lists with a verdict."""
    inputs = loaded(pack)
    beliefs = simulated(inputs)[0]
    total = 0.0
    for draw in range(STREAMS.draws):
        drawn = in_draw(pack, value_in(inputs, beliefs, draw))
        on = expected(drawn.given()).on_lists["gp"]
        for hours, time in zip(on.required, on.times, strict=True):
            if time.state in ("ok", "watch", "overload"):
                assert drawn.capacity is not None
                total += beyond(hours or 0.0, time.available or 0.0, variation(drawn.capacity)) / STREAMS.draws
    return total
