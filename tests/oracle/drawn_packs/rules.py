"""Random but legal guidelines and conditions, written as a person would write them."""

from __future__ import annotations

from copy import copy
from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]
ROLES = ("gp", "nurse", "chiropractor")
"""Of staff: they have posts and working time, and share tasks."""
ASKED = (*ROLES, *ROLES, "patient")
CONDITIONS = ("eczema", "gout", "migraine")
"""None that tnt ships: what no file of a pack declares is known by a register alone."""

percents = st.sampled_from(["0 %", "2.5 %", "10 %", "33 %", "60 %", "100 %", "42 / 1000", "1 / 3"])
some_percents = st.sampled_from(["2.5 %", "10 %", "33 %", "60 %", "100 %", "42 / 1000"])
ages = st.sampled_from(["all", "0+", "18+", "40+", "18-64", "40-79", "75", "0-5", "103+"])
sexes = st.sampled_from(["all", "female", "male"])
rates = st.sampled_from(
    ["1 / year", "1.5 / year", "0.2 / year", "1 / month", "every 5 years", "every 6 months", "every year", "0 / year"]
)
first_frequencies = st.one_of(
    rates, st.just("once"), st.sampled_from(["once at age 40", "once at age 75", "once at age 3"])
)
nnts = st.sampled_from([1, 13, 125.5, {"low": 12, "mean": 13, "high": 14}, {"mean": 5, "high": 9}])
risk_reductions = st.sampled_from(
    [
        {"low": "-0.5 %", "mean": "1.5 %", "high": "3.5 %"},
        {"low": "1 / 100", "mean": "2 %", "high": "3 %"},
        {"low": "0 %", "mean": "2 %"},
        "-1 %",
        "0 %",
    ]
)
times = st.sampled_from(["1 min", "7.5 min", "15 min", "0.5 h", "240 min", "90 s"])
chance = st.integers(0, 9)


def maybe(document: Document, key: str, values: st.SearchStrategy[Any], draw: st.DrawFn, often: int = 5) -> None:
    """Writes the key in `often` of ten cases."""
    if draw(chance) < often:
        document[key] = draw(values)


def with_range(draw: st.DrawFn, written: str) -> Any:
    """Sometimes as a mapping: the mean enters the sums, whatever stands beside it."""
    form = draw(chance)
    if form < 7:
        return written
    return {"mean" if form == 7 else "value": written, "status": "assumption"}


@st.composite
def tasks(draw: st.DrawFn, has_cases: bool) -> Document:
    """A cascade of one to four tasks, written in any order."""
    names = [f"task-{number}" for number in range(draw(st.integers(1, 4)))]
    result = {name: draw(task(names[:number], has_cases)) for number, name in enumerate(names)}
    return {name: result[name] for name in draw(st.permutations(names))}


@st.composite
def task(draw: st.DrawFn, earlier: list[str], has_cases: bool) -> Document:
    result: Document = {"time": with_range(draw, draw(times)) if draw(chance) < 9 else None}
    if draw(chance) < 7:
        result["role"] = draw(st.sampled_from(ASKED))
    else:
        one, two = draw(st.permutations(ROLES))[:2]
        result["roles"] = draw(
            st.sampled_from([{one: "70 %", two: "30 %"}, {one: "1 / 4", two: with_range(draw, "75 %")}])
        )
        if draw(chance) < 5:
            result["roles"][two] = draw(role_part(result["roles"][two], one))
    if earlier and draw(chance) < 6:
        result["after"] = draw(st.sampled_from(earlier))
        maybe(result, "probability", percents, draw, 7)
        lasting = draw(chance) < 4
        maybe(result, "frequency" if lasting else "times", rates if lasting else st.sampled_from([1, 2, 0.5]), draw, 8)
        if has_cases:  # what lasts after new cases needs an end, which is not drawn here
            result.pop("frequency", None)
    else:
        result["frequency"] = "once" if has_cases else draw(first_frequencies)
    maybe(result, "activity", st.sampled_from(["visit", "phone-call"]), draw, 7)
    if result.get("activity") == "phone-call":
        result["contact"] = "telephone"  # one activity is done in one way
    elif "activity" not in result:
        maybe(result, "contact", st.sampled_from(["home-visit", "group", "meeting", "inbox"]), draw, 3)
    maybe(result, "group_size", st.sampled_from([1, 8, 2.5]), draw, 2)
    return result


@st.composite
def role_part(draw: st.DrawFn, share: Any, other: str) -> Document:
    """With its own pace, supervised by the other role of the task or by one that has no share of it."""
    result: Document = {"share": share}
    maybe(result, "minutes_factor", st.sampled_from([1.4, 0.5, 1]), draw)
    supervision = {"role": other if draw(chance) < 6 else "supervisor", "time": with_range(draw, draw(times))}
    maybe(result, "supervision", st.just(supervision), draw, 7)
    return result


@st.composite
def recommendation(draw: st.DrawFn) -> Document:
    population: Document = {}
    maybe(population, "ages", ages, draw)
    maybe(population, "sex", sexes, draw, 3)
    maybe(population, "share", percents, draw)
    maybe(population, "condition", st.sampled_from(CONDITIONS), draw, 4)
    maybe(population, "incidence", st.sampled_from(["42 / 1000 / year", "3 % / year"]), draw, 2)
    result: Document = {"population": population, "tasks": draw(tasks("incidence" in population))}
    at_ages_there_are(population.get("ages", "all"), result["tasks"])
    without_repeats(result["tasks"])
    maybe(
        result, "strength", st.sampled_from(["strong-for", "weak-for", "weak-against", "strong-against", "legal"]), draw
    )
    uptake: Document = {}
    against = result.get("strength", "").endswith("against")
    maybe(uptake, "current", percents, draw, 10 if against else 5)
    maybe(uptake, "target", percents, draw, 10 if against else 5)
    if uptake:
        result["uptake"] = uptake
    maybe(result, "benefit", benefits(list(result["tasks"])), draw)
    recurs = any("after" not in task and recurring(task["frequency"]) for task in result["tasks"].values())
    maybe(result, "start_up", start_ups(recurs and not against), draw)
    return result


def at_ages_there_are(written: str, tasks: Document) -> None:
    """Once at an age that nobody of the population has is an error: the youngest age stands in its place."""
    first, _, last = ("0+" if written == "all" else written).partition("-")
    youngest, oldest = int(first.removesuffix("+")), int(last or ("200" if "+" in first or written == "all" else first))
    for task in tasks.values():
        often = str(task.get("frequency", ""))
        if often.startswith("once at age") and not youngest <= int(often.split()[-1]) <= oldest:
            task["frequency"] = f"once at age {youngest}"


def without_repeats(tasks: Document) -> None:
    """What follows events is not the same work as a task it follows: such an activity is left out."""
    for task in tasks.values():
        earlier, name = set(), task.get("after")
        while name is not None:
            earlier.add(tasks[name].get("activity"))
            name = tasks[name].get("after")
        if "frequency" not in task and task.get("activity") in earlier:
            task.pop("activity", None)


def recurring(frequency: str) -> bool:
    return not frequency.startswith(("once", "0 "))


@st.composite
def start_ups(draw: st.DrawFn, may_be_overdue: bool) -> Document:
    result: Document = {}
    maybe(result, "over", st.sampled_from(["3 years", "30 months", "1 year"]), draw, 6)
    if may_be_overdue:
        maybe(result, "overdue", percents, draw, 7)
    return result or {"over": "2 years"}


@st.composite
def benefits(draw: st.DrawFn, names: list[str]) -> Document:
    result: Document = {"outcome": "better"}
    if draw(st.booleans()):
        result["nnt"] = copy(draw(nnts))
    else:
        result["risk_reduction"] = copy(draw(st.one_of(some_percents, risk_reductions)))
    maybe(result, "horizon", st.sampled_from(["5 years", "18 months", "1 year"]), draw, 7)
    maybe(result, "applies_to", st.sampled_from(names), draw, 7)
    return result


@st.composite
def guidelines(draw: st.DrawFn) -> list[Document]:
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
    result = [
        {
            "guideline": f"guideline-{number}",
            "time_kind": draw(st.sampled_from(["all-work", "all-work", "face-to-face"])),
            "recommendations": {f"advice-{row}": draw(recommendation()) for row in range(count)},
        }
        for number, count in enumerate(counts)
    ]
    result[0]["outcomes"] = {"better": "one person better"}
    result[0]["roles"] = {"chiropractor": {"title": "Chiropractor", "isco": "2269"}, "supervisor": {}}
    return result


@st.composite
def conditions(draw: st.DrawFn, needed: set[str]) -> list[Document]:
    """Conditions by prevalence; those in `needed` are there, since nothing else declares them."""
    names = [name for name in CONDITIONS if name in needed or draw(st.booleans())]
    if not names:
        return []
    return [{"conditions": {name: draw(condition()) for name in names}}]


@st.composite
def condition(draw: st.DrawFn) -> Document:
    rows: list[Document] = []
    for band in draw(st.sampled_from([["all"], ["40+"], ["18-39", "40-79", "80+"], ["0-17", "60+"], ["75"]])):
        for sex in draw(st.sampled_from([["all"], ["female", "male"], ["female"]])):
            rows.append({"ages": band, "sex": sex, "share": with_range(draw, draw(percents))})
    result: Document = {"prevalence": rows}
    maybe(result, "prevalence_of", st.sampled_from(["diagnosed", "all"]), draw)
    return result
