"""Random but legal packs: guidelines, conditions, lists and a capacity that belong together."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.oracle.drawn_packs.files import NORWAY, Folder, read_table
from tests.oracle.drawn_packs.lists import Table, tables
from tests.oracle.drawn_packs.new_rules import write_new_keys
from tests.oracle.drawn_packs.rules import ROLES, chance, conditions, guidelines, maybe, sexes
from tests.oracle.drawn_packs.totals import write_totals
from tests.oracle.population import conditions_of

Document = dict[str, Any]
weekly = st.sampled_from(["37.5 h / week", "20 h / week", "2 h / week"])
yearly = st.sampled_from(["1725 h / year", "1113 h / year", "12 h / year"])


@st.composite
def packs(draw: st.DrawFn) -> Folder:
    table = draw(tables())
    rules = draw(guidelines())
    used = {one["population"].get("condition") for rule in rules for one in rule["recommendations"].values()} - {None}
    ill = draw(conditions(used - set(table.document["registers"])))
    capacity = draw(capacities(table)) if draw(chance) < 9 else None
    files = {"some.txt": table.ids[: draw(st.integers(1, len(table.ids)))]} if _names_a_file(capacity) else {}
    seen = draw(contacts()) if _names_contacts(capacity) else []
    return Folder(rules, table.document, table.rows, ill, capacity, table.population, files, seen)


@st.composite
def new_packs(draw: st.DrawFn) -> Folder:
    """The same with the new keys in any combination."""
    table = draw(tables())
    rules = draw(guidelines())
    named = table.document.get("reference_population", "norway-2026")
    population = table.population or read_table(NORWAY)
    has_ages = not isinstance(table.document["people"], dict) or "ages_from" in table.document
    knows_ages = has_ages and table.document.get("ages_from") != "none"
    every = [one for rule in rules for one in rule["recommendations"].values()]
    for one in every:
        write_new_keys(draw, one, knows_ages, named, population)
    if knows_ages:  # of a condition known by registers alone nobody does
        needed = set().union(*(conditions_of(one) for one in every))
    else:
        needed = {one["population"].get("condition") for one in every} - {None} - set(table.document["registers"])
    capacity = draw(capacities(table)) if draw(chance) < 5 else None
    files = {"some.txt": table.ids[:1]} if _names_a_file(capacity) else {}
    ill = draw(conditions(needed))
    write_totals(draw, ill, named, population)
    seen = draw(contacts()) if _names_contacts(capacity) else []
    return Folder(rules, table.document, table.rows, ill, capacity, table.population, files, seen)


def _names_a_file(capacity: Document | None) -> bool:
    return any(entry.get("lists") == "some.txt" for entry in _reserves(capacity))


def _names_contacts(capacity: Document | None) -> bool:
    return any("from_contacts" in entry for entry in _reserves(capacity))


def _reserves(capacity: Document | None) -> list[Document]:
    roles = (capacity or {"roles": {}})["roles"].values()
    return [entry for role in roles for entry in role.get("reserved", {}).values()]


@st.composite
def contacts(draw: st.DrawFn) -> list[Document]:
    """Of people of all ages: the same for everybody, or by age and sex, some with a range."""

    def ranged() -> Document:
        return {"low": "2 / year", "mean": "3 / year", "high": "4.5 / year"}

    alike: list[Document] = [{"contacts": draw(st.sampled_from(["2 / year", ranged()]))}]
    in_two = [{"ages": "0-39", "contacts": "2 / year"}, {"ages": "40+", "contacts": "2 / year"}]
    older = [
        {"ages": "67+", "sex": "female", "contacts": "1 / month"},
        {"ages": "67+", "sex": "male", "contacts": ranged()},
    ]
    by_age = [{"ages": "0-66", "contacts": draw(st.sampled_from(["0 / year", "2.5 / year", ranged()]))}, *older]
    rows = draw(st.sampled_from([alike, in_two, by_age, by_age]))
    return [{"contacts": "seen", "rows": rows}]


@st.composite
def capacities(draw: st.DrawFn, table: Table) -> Document:
    names = [role for role in ROLES if draw(chance) < 8] or ["gp"]
    result: Document = {"capacity": "some-time", "roles": {name: draw(role(table)) for name in names}}
    limits: Document = {}
    maybe(limits, "watch", st.sampled_from(["60 %", "85 %"]), draw)
    maybe(limits, "overload", st.sampled_from(["90 %", "110 %"]), draw)
    if limits:
        result["thresholds"] = limits
    return result


@st.composite
def role(draw: st.DrawFn, table: Table) -> Document:
    hours, weeks = draw(st.sampled_from([(weekly, 46), (weekly, 40.5), (yearly, None), (yearly, 44)]))
    result: Document = {"hours": draw(hours)}
    if weeks is not None:
        result["weeks"] = weeks
    maybe(result, "worked_today", yearly if weeks is None else st.one_of(weekly, yearly), draw)
    maybe(result, "overhead", overheads(), draw, 4)
    reserved = {f"other-{number}": draw(reserve(weeks is not None)) for number in range(draw(st.integers(0, 3)))}
    if reserved:
        result["reserved"] = reserved
    return result


@st.composite
def overheads(draw: st.DrawFn) -> Document:
    result: Document = {}
    lost = st.sampled_from(["0 %", "50 %", "100 %"])
    maybe(result, "no_show", st.sampled_from(["0 %", "4 %", "20 %"]).map(lambda share: {"share": share}), draw, 7)
    if "no_show" in result:
        result["no_show"] = result["no_show"] | {"time_lost": draw(lost)}
    kinds = draw(st.sets(st.sampled_from(["consultation", "home-visit", "group", "telephone"]), max_size=3))
    if kinds:
        result["travel"] = {kind: draw(st.sampled_from(["12 min", "0 min", "0.5 h"])) for kind in sorted(kinds)}
    maybe(result, "indirect", st.sampled_from(["15 %", "120 %"]), draw, 7)
    return result or {"indirect": "15 %"}


@st.composite
def reserve(draw: st.DrawFn, has_weeks: bool) -> Document:
    form = draw(st.sampled_from(["share", "time", "per_person", "per_person", "from_contacts", "from_contacts"]))
    if form == "share" or (form == "time" and not has_weeks):
        result: Document = {"share": draw(st.sampled_from(["0 %", "15 %", "33 %"]))}
    elif form == "time":
        result = {"time": draw(st.sampled_from(["3 h / week", "30 min / week"]))}
    elif form == "from_contacts":
        result = {
            "from_contacts": "seen",
            "in_pack": draw(st.sampled_from(["0 %", "30 %", "100 %"])),
            "minutes": "18 min",
        }
        if draw(st.booleans()):
            result |= {"in_pack": {"low": "15 %", "mean": "30 %", "high": "45 %"}}
        if draw(st.booleans()):
            result |= {"minutes": {"low": "14 min", "mean": "18 min", "high": "22 min"}}
    elif draw(st.booleans()):
        result = {"per_person": draw(st.sampled_from(["30 min / year", "2 h / year"]))}
    else:
        older = {"time": "1.5 h / year", "ages": draw(st.sampled_from(["40+", "75", "60-79"])), "sex": draw(sexes)}
        rows = draw(st.sampled_from([[older], [{"time": "10 min / year", "ages": "0-39"}, older]]))
        result = {"per_person": rows}
    maybe(result, "lists", st.sampled_from(["all", "none", "some.txt"]), draw)
    return result
