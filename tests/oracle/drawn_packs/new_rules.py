"""The new keys written into random recommendations: courses, numbers by age, months, combinations, populations, counts.

Each is written where the language allows it, and left out where METHOD leaves open what it would mean.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.oracle.counts import people_of_ages
from tests.oracle.drawn_packs.one_meaning import with_one_meaning
from tests.oracle.drawn_packs.rules import CONDITIONS, chance, maybe, percents, recurring, some_percents, times
from tests.oracle.people import Row

Document = dict[str, Any]

courses = st.sampled_from(
    [
        {"frequency": "1 / month", "for": "3 months"},
        {"frequency": "every 6 months", "for": "2 years"},
        {"frequency": "2 / year", "for": "30 months"},
        {"frequency": "1 / year", "for": "5 years"},
        {"frequency": "1.5 / year", "for": "1 year"},
        {"frequency": "every 3 months", "for": "1 year"},
    ]
)
bands = st.sampled_from([("0-66", "67+"), ("0-17", "18-66", "67+"), ("0", "1-39", "40+"), ("0-74", "75", "76+")])
months = st.sampled_from(["0-5 months", "6 months", "6-23 months", "6+ months", "3-40 months", "12+ months"])
conditions = st.sampled_from(CONDITIONS)
LOW, HIGH = st.sampled_from(["0 %", "2.5 %", "10 %"]), st.sampled_from(["33 %", "60 %", "100 %"])


@st.composite
def combinations(draw: st.DrawFn) -> Document:
    one, two, three = draw(st.permutations(CONDITIONS))
    one, two = sorted((one, two))
    return draw(
        st.sampled_from(
            [
                {"any": [one, two]},
                {"all": [one, two]},
                {"not": one},
                {"any": [one, {"not": two}]},
                {"any": [one, {"not": one}]},
                {"any": [{"all": [one, two]}, three]},
                {"all": [one, {"not": {"any": [two, three]}}]},
            ]
        )
    )


@st.composite
def by_age(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> Document:
    return {"by_age": {band: draw(values) for band in draw(bands)}}


@st.composite
def groups(draw: st.DrawFn) -> list[Document]:
    """Two or three populations, the first of people of every age."""
    found = []
    for number in range(draw(st.integers(2, 3))):
        group: Document = {}
        maybe(group, "condition", st.one_of(conditions, combinations()), draw, 6)
        maybe(group, "share", percents, draw, 6)
        maybe(group, "sex", st.sampled_from(["female", "male"]), draw, 2)
        if number:
            maybe(group, "ages", st.sampled_from(["18+", "40-79", "0-5", "75"]), draw, 7)
        found.append(group or {"share": "50 %"})
    return found


def write_new_keys(draw: st.DrawFn, rule: Document, knows_ages: bool, named: str, table: list[Row]) -> None:
    """Into one recommendation. `knows_ages`: of all lists and conditions; `named`: a population and its table."""
    if draw(chance) < 2 and "incidence" not in rule["population"]:
        _in_months(draw, rule)
    elif draw(chance) < 5 and "incidence" not in rule["population"] and knows_ages:
        rule["populations"] = draw(groups())
        del rule["population"]
    elif knows_ages and draw(chance) < 5:
        rule["population"]["condition"] = draw(combinations())
    population = rule.get("population", {})
    if "condition" not in population and "month" not in str(population.get("ages", "")):
        _count(draw, population, named, table)
    if "share" in population and "count" not in population["share"] and draw(chance) < 4:
        population["share"] = draw(by_age(percents))
    _into_tasks(draw, rule)
    if knows_ages and draw(chance) < 4:
        _uptake(draw, rule)
    if "benefit" in rule and draw(chance) < 3:
        _relative_risk(draw, rule["benefit"])
    with_one_meaning(rule)


def _in_months(draw: st.DrawFn, rule: Document) -> None:
    population = rule["population"]
    first = 0
    if draw(chance) < 6:
        population["ages"] = draw(months)
        first = int(population["ages"].split("-")[0].split("+")[0].split()[0])
    elif population.get("ages", "all") not in ("all", "0+", "0-5"):
        return
    for task in rule["tasks"].values():
        task.pop("activity", None)
        if "after" not in task and (str(task["frequency"]).startswith("once at") or draw(chance) < 3):
            task["frequency"] = f"once at age {first if 'month' in str(population.get('ages')) else 6} months"


def _count(draw: st.DrawFn, population: Document, named: str, table: list[Row]) -> None:
    people = people_of_ages(population, table)
    if "share" in population and draw(chance) < 7:
        population["share"] = {"count": max(1, int(people * draw(st.sampled_from([0.01, 0.3])))), "of": named}
    if "incidence" in population and "count" not in population.get("share", "") and draw(chance) < 6:
        population["incidence"] = {"count": f"{max(1, int(people * 0.02))} / year", "of": named}


def _into_tasks(draw: st.DrawFn, rule: Document) -> None:
    has_cases = "incidence" in rule.get("population", {})
    for task in rule["tasks"].values():
        if "after" not in task:
            if has_cases and draw(chance) < 3:
                task |= draw(courses)
        elif ("frequency" in task and (has_cases or draw(chance) < 6)) or draw(chance) < 4:
            task.pop("times", None)
            task |= draw(courses)
        if task["time"] is not None and draw(chance) < 3:
            task["time"] = draw(by_age(times))
        if "probability" in task and draw(chance) < 3:
            task["probability"] = draw(by_age(some_percents))
    recurs = any(
        "after" not in task and "for" not in task and recurring(task["frequency"]) for task in rule["tasks"].values()
    )
    if not recurs and "overdue" in rule.get("start_up", {}):
        rule["start_up"] = {"over": "2 years"}


def _uptake(draw: st.DrawFn, rule: Document) -> None:
    """At every age more, or at every age less, than today: else nobody knows which way what has no time goes."""
    ends = [LOW, HIGH] if not rule.get("strength", "").endswith("against") else [HIGH, LOW]
    today, aimed_at = (draw(st.one_of(values, by_age(values))) for values in ends)
    if "against" in rule.get("strength", "") or draw(chance) < 7:
        rule["uptake"] = {"current": today, "target": aimed_at}
    else:
        rule["uptake"] = {"target": aimed_at}


def _relative_risk(draw: st.DrawFn, benefit: Document) -> None:
    benefit.pop("nnt", None)
    benefit.pop("risk_reduction", None)
    benefit["relative_risk"] = draw(
        st.sampled_from([0.75, {"low": 0.6, "mean": 0.8, "high": 1.1, "level": "95 %"}, {"mean": 0.9, "high": 0.95}])
    )
    benefit["baseline_risk"] = draw(st.sampled_from(["10 %", "42 / 1000"]))
