"""Random packs of many recommendations that are much alike, so that several may have to leave."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.analyses.fit.room.random_packs import ComesIn, coming_in, may_move, staffed
from tests.oracle.drawn_packs.files import Folder

Document = dict[str, Any]
_BANDS = ("0-17", "18-39", "40-66", "67+")


@st.composite
def many(draw: st.DrawFn, *, is_shared: bool, is_merged: bool, is_split: bool) -> ComesIn:
    """Six to eight recommendations there are, and one or two that come in and may take longer. `is_shared`: some ask
    for the same activity; `is_merged`: visits are merged; `is_split`: roles share some tasks, in several ways."""
    count = draw(st.integers(6, 8))
    rules = {f"r{number}": draw(_recommendation(is_shared, is_split)) for number in range(count)}
    longer = draw(st.integers(1, 3))
    new = {
        f"n{number}": draw(_recommendation(is_shared, is_split, longer)) for number in range(draw(st.integers(1, 2)))
    }
    guideline = {"guideline": "pack", "recommendations": rules | new}
    after = staffed(Folder([guideline], *draw(_lists()), conditions=[_CONDITIONS], capacity=_capacity(is_merged)))
    names = draw(st.lists(st.sampled_from(may_move(after)), unique=True)) if draw(st.booleans()) else may_move(after)
    return coming_in(after, [f"pack/{name}" for name in new], names)


_CONDITIONS: Document = {
    "conditions": {
        "gout": {"prevalence": [{"ages": "40+", "share": "5 %"}, {"ages": "0-39", "share": "1 %"}]},
        "eczema": {"prevalence": [{"ages": "0-39", "share": "9 %"}]},
    }
}


@st.composite
def _recommendation(draw: st.DrawFn, is_shared: bool, is_split: bool, longer: int = 1) -> Document:
    population: Document = {"ages": draw(st.sampled_from(["all", "40+", "18-66", "67+"]))}
    population["share"] = f"{draw(st.integers(20, 100))} %"
    if draw(st.integers(0, 9)) < 4:
        population["condition"] = draw(st.sampled_from(["gout", "eczema"]))
    tasks = {"see": draw(_task(is_shared, is_split, longer))}
    if draw(st.booleans()):
        tasks["then"] = draw(_task(False, is_split)) | {"after": "see", "probability": "30 %"}
        tasks["then"].pop("frequency")
    result: Document = {"population": population, "tasks": tasks}
    if draw(st.integers(0, 9)) < 2:
        result["strength"] = "legal"
    if draw(st.booleans()):
        result["uptake"] = {"target": f"{draw(st.integers(30, 90))} %"}
    return result


@st.composite
def _task(draw: st.DrawFn, is_shared: bool, is_split: bool, longer: int = 1) -> Document:
    task: Document = {
        "time": f"{draw(st.integers(4, 20)) * longer / 2} min",
        "frequency": draw(st.sampled_from(["1 / year", "0.5 / year"])),
    }
    if is_split and draw(st.integers(0, 9)) < 5:
        task["roles"] = draw(st.sampled_from([{"gp": "60 %", "nurse": "40 %"}, {"gp": "30 %", "nurse": "70 %"}]))
    else:
        task["role"] = "gp"
    if is_shared and draw(st.integers(0, 9)) < 7:
        task["activity"] = draw(st.sampled_from(["blood-pressure", "weight"]))
    return task


@st.composite
def _lists(draw: st.DrawFn) -> tuple[Document, list[dict[str, str]]]:
    document: Document = {"lists": "practices", "table": "table.csv", "id": "practice", "people": "n_{ages}"}
    has_register = draw(st.booleans())
    document["registers"] = {"gout": "gout register"} if has_register else {}
    rows = []
    for number in range(draw(st.integers(1, 3))):
        row = {"practice": f"P{number}"} | {f"n_{band}": str(draw(st.integers(50, 600))) for band in _BANDS}
        rows.append(row | ({"gout register": str(draw(st.integers(0, 90)))} if has_register else {}))
    return document, rows


def _capacity(is_merged: bool) -> Document:
    visits = {"visits": {"consultation": {"fixed": "5 min", "merged": "60 %"}}} if is_merged else {}
    reserved = {
        "paper": {"title": "Paper work", "share": "20 %"},
        "meetings": {"time": "3 h / week"},
        "acute": {"per_person": "12 min / year"},
    }
    gp = {"hours": "1725 h / year", "weeks": 44, "reserved": reserved} | visits
    return {"capacity": "some-time", "roles": {"gp": gp, "nurse": {"hours": "1725 h / year"}}}
