"""What is said of lists whose hours are drawn, against the slow calculation of every draw."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.agreement.draws import STREAMS, loaded, nothing, simulated, value_in
from tests.oracle.drawn import in_draw, minutes_of
from tests.oracle.drawn_intervals import DrawnList, said
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.expected import expected

Document = dict[str, Any]
LISTS: Document = {
    "lists": "practices",
    "table": "table.csv",
    "id": "id",
    "people": {"total": "people"},
    "staff": {"gp": {"posts": "posts"}},
    "registers": {"gout": "gout", "asthma": "asthma"},
}
LOOK: Document = {"role": "gp", "time": "6 min", "frequency": "1 / year", "activity": "look"}
ADVICE: Document = {"role": "gp", "time": "40 min", "frequency": "2 / year"}
RULES: Document = {
    "gout": {"population": {"condition": "gout"}, "tasks": {"review": ADVICE | {"time": "45 min"}}},
    "asthma": {"population": {"condition": "asthma"}, "tasks": {"advice": ADVICE, "call": ADVICE | {"role": "nurse"}}},
    "look": {"population": {}, "uptake": {"target": "50 %"}, "tasks": {"look": LOOK}},
    "talk": {"population": {}, "uptake": {"target": "40 %"}, "tasks": {"talk": LOOK | {"time": "8 min"}}},
}
ROWS = (("a", 900, 1, 50, 60), ("b", 400, 1, 75, 0), ("c", 30, 0.2, 1, 70), ("d", 500, "", 20, 20), ("e", 0, 1, 0, 0))
FIGURES = ("mean", "p05", "p50", "p95")


def test_what_is_said_of_lists_is_from_the_wider_of_two_sets_of_draws() -> None:
    """Lists near overload and beyond it, one without posts, one without people."""
    columns = ("id", "people", "posts", "gout", "asthma")
    table = [dict(zip(columns, map(str, row), strict=True)) for row in ROWS]
    capacity = {"capacity": "time", "roles": {"gp": {"hours": "190 h / year"}}}
    pack = Folder([{"guideline": "care", "recommendations": RULES}], LISTS, table, capacity=capacity)
    inputs = loaded(pack)
    beliefs, roles = simulated(inputs)
    independent, together = (
        [on_lists(pack, "gp", value_in(inputs, beliefs, draw, minutes)) for draw in range(STREAMS.draws)]
        for minutes in ((), minutes_of(pack, "gp"))
    )
    wanted, one = said(independent, together), roles["gp"]
    lists = one.lists(nothing)
    found, overloaded = one.on_lists(lists), one.overloaded(lists)
    assert overloaded is not None
    assert set(wanted.chosen) == {0, 1}
    assert figures(one.total.headline) == close(figures(wanted.total))
    for name in FIGURES:
        assert getattr(found, name).tolist() == close([getattr(spread, name) for spread in wanted.lists])
    assert [None if chance != chance else chance for chance in found.probability_of_overload] == wanted.chances
    assert figures(overloaded) == close(figures(wanted.overloaded))
    of_nurses = roles["nurse"].lists(nothing)
    assert of_nurses.together is of_nurses.independent  # one kind of work: nothing to move together
    assert roles["nurse"].overloaded(of_nurses) is None


def on_lists(pack: Folder, role: str, value: Callable[[str], float | None]) -> list[DrawnList]:
    """Every list in one draw."""
    on = expected(in_draw(pack, value).given()).on_lists[role]
    return [
        DrawnList(hours or 0.0, time.state == "overload" if time.state in ("ok", "watch", "overload") else None)
        for hours, time in zip(on.required, on.times, strict=True)
    ]


def figures(spread: object) -> list[float]:
    return [getattr(spread, name) for name in FIGURES]


def close(wanted: list[float]) -> Any:
    return pytest.approx(wanted, rel=1e-7, abs=1e-9)
