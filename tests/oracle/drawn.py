"""A pack as it is in one draw: every number replaced by the value drawn for it, as people write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from tests.oracle.cascade import is_one_off
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.quantities import plain, share, signed_share
from tests.oracle.who_does import AS_WRITTEN, split, with_share

Document = dict[str, Any]
DrawnValue = Callable[[str], float | None]
"""The value of the number at an address; None where it is not drawn."""


def in_draw(pack: Folder, value: DrawnValue) -> Folder:
    """The same pack with the drawn values in place of the means."""
    drawn = deepcopy(pack)
    for document in drawn.guidelines:
        for name, recommendation in document["recommendations"].items():
            _recommendation(f"{document['guideline']}/{name}", recommendation, value)
    for document in drawn.conditions:
        for name, condition in document["conditions"].items():
            if isinstance(condition["prevalence"], dict):
                _put(condition["prevalence"], "total", f"conditions/{name}/prevalence/total", "", value)
                continue
            for index, row in enumerate(condition["prevalence"]):
                _put(row, "share", f"conditions/{name}/prevalence/{index}/share", "%", value)
        for name, cluster in document.get("clusters", {}).items():
            _put(cluster, "correlation", f"clusters/{name}/correlation", "", value)
    for document in drawn.contacts:
        for index, row in enumerate(document["rows"]):
            _put(row, "contacts", f"{document['contacts']}/rows/{index}/contacts", "/ year", value)
    if drawn.capacity is not None:
        _put(drawn.capacity, "between_lists", f"{drawn.capacity['capacity']}/between_lists", "%", value)
        for role, working in drawn.capacity["roles"].items():
            _working(f"{drawn.capacity['capacity']}/roles/{role}", working, value)
    return drawn


def with_all_treated_helped(pack: Folder, value: DrawnValue) -> Folder:
    """The same pack, in which everybody benefits who is treated, within the horizon that is drawn."""
    drawn = deepcopy(pack)
    for document in drawn.guidelines:
        for name, recommendation in document["recommendations"].items():
            if "benefit" in recommendation:
                _put(
                    recommendation["benefit"],
                    "horizon",
                    f"{document['guideline']}/{name}/benefit/horizon",
                    "years",
                    value,
                )
                for key in ("risk_reduction", "relative_risk", "baseline_risk"):
                    recommendation["benefit"].pop(key, None)
                recommendation["benefit"]["nnt"] = 1
    return drawn


def helped_in_draw(recommendation: Document, at: str, value: DrawnValue) -> float:
    """The drawn share of those treated who benefit; below zero where more are harmed, and nobody is either twice."""
    benefit = recommendation["benefit"]

    def drawn(key: str) -> float:
        found = value(f"{at}/benefit/{key}")
        if found is not None:
            return found
        written = str(plain(benefit[key]))
        return signed_share(written) if key == "risk_reduction" else float(written)

    if "nnt" in benefit:
        helped = 1 / drawn("nnt")
    elif "risk_reduction" in benefit:
        helped = drawn("risk_reduction")
    else:
        baseline = value(f"{at}/benefit/baseline_risk")
        helped = (share(benefit["baseline_risk"]) if baseline is None else baseline) * (1 - drawn("relative_risk"))
    return max(-1.0, min(1.0, helped))


def minutes_of(pack: Folder, role: str) -> list[str]:
    """Addresses of the minutes of the yearly work a role does, in the order of the files."""
    return [
        address
        for document in pack.guidelines
        for name, recommendation in document["recommendations"].items()
        for task, work in recommendation["tasks"].items()
        if not is_one_off(recommendation, task)
        for address in _minutes_in(f"{document['guideline']}/{name}/tasks/{task}", work, role)
    ]


def _minutes_in(at: str, task: Document, role: str) -> Iterator[str]:
    if role in split(task) and task["time"] is not None:
        yield from _addresses(f"{at}/time", task["time"])
    for other, part in task.get("roles", {}).items():
        if isinstance(part, dict) and part.get("supervision", {}).get("role") == role:
            yield f"{at}/roles/{other}/supervision/time"


def _addresses(at: str, number: Any) -> list[str]:
    """Of a number, or of those of all ages."""
    by_age = number.get("by_age") if isinstance(number, dict) else None
    return [at] if by_age is None else [f"{at}/by_age/{band}" for band in by_age if by_age[band] is not None]


def _recommendation(at: str, recommendation: Document, value: DrawnValue) -> None:
    population, uptake = recommendation.get("population", {}), recommendation.get("uptake", {})
    _put(population, "share", f"{at}/population/share", "%", value)
    _put(population, "incidence", f"{at}/population/incidence", "% / year", value)
    for number, group in enumerate(recommendation.get("populations", [])):
        _put(group, "share", f"{at}/populations/{number}/share", "%", value)
    _put(uptake, "target", f"{at}/uptake/target", "%", value)
    _put(uptake, "current", f"{at}/uptake/current", "%", value)
    for name, task in recommendation["tasks"].items():
        here = f"{at}/tasks/{name}"
        for key, unit in (
            ("time", "min"),
            ("probability", "%"),
            ("frequency", "/ year"),
            ("times", ""),
            ("group_size", ""),
        ):
            _put(task, key, f"{here}/{key}", unit, value)
        if "observed" in task:
            _put(task["observed"], "events", f"{here}/observed/events", "/ year", value)
            _put(task["observed"], "people", f"{here}/observed/people", "", value)
        if "roles" in task:
            task[AS_WRITTEN] = split(task)
            _shares(f"{here}/roles", task["roles"], value)
            for role, part in task["roles"].items():
                if isinstance(part, dict) and "share" in part:
                    _put(part, "minutes_factor", f"{here}/roles/{role}/minutes_factor", "", value)
                    _put(part.get("supervision", {}), "time", f"{here}/roles/{role}/supervision/time", "min", value)


def _shares(at: str, roles: Document, value: DrawnValue) -> None:
    """The first that is drawn decides; the others keep their proportions."""
    shares = split({"roles": roles})
    for name, written in roles.items():
        drawn = value(f"{at}/{name}/share" if isinstance(written, dict) and "share" in written else f"{at}/{name}")
        if drawn is not None:
            left = sum(other for role, other in shares.items() if role != name)
            for role, other in shares.items():
                part = drawn if role == name else (1 - drawn) * other / left
                roles[role] = with_share(roles[role], f"{part * 100:.18f} %")
            return


def _working(at: str, working: Document, value: DrawnValue) -> None:
    _put(working, "hours", f"{at}/hours", "h / " + str(plain(working["hours"])).split("/")[1].strip(), value)
    _put(working, "weeks", f"{at}/weeks", "", value)
    for contact, visit in working.get("visits", {}).items():
        _put(visit, "fixed", f"{at}/visits/{contact}/fixed", "min", value)
        _put(visit, "merged", f"{at}/visits/{contact}/merged", "%", value)
    overhead = working.get("overhead", {})
    _put(overhead, "indirect", f"{at}/overhead/indirect", "%", value)
    for key in ("share", "time_lost"):
        _put(overhead.get("no_show", {}), key, f"{at}/overhead/no_show/{key}", "%", value)
    for contact in overhead.get("travel", {}):
        _put(overhead["travel"], contact, f"{at}/overhead/travel/{contact}", "min", value)
    for name, entry in working.get("reserved", {}).items():
        here = f"{at}/reserved/{name}"
        _put(entry, "share", f"{here}/share", "%", value)
        _put(entry, "time", f"{here}/time", "h / week", value)
        _put(entry, "in_pack", f"{here}/in_pack", "%", value)
        _put(entry, "minutes", f"{here}/minutes", "min", value)
        if isinstance(entry.get("per_person"), list):
            for index, row in enumerate(entry["per_person"]):
                _put(row, "time", f"{here}/per_person/{index}/time", "h / year", value)
        else:
            _put(entry, "per_person", f"{here}/per_person", "h / year", value)


def _put(part: Document, key: str, path: str, unit: str, value: DrawnValue) -> None:
    if isinstance(part.get(key), dict) and "by_age" in part[key]:
        for band in part[key]["by_age"]:
            _put(part[key]["by_age"], band, f"{path}/by_age/{band}", unit, value)
        return
    is_count = isinstance(part.get(key), dict) and "count" in part[key]
    if part.get(key) is None or (not is_count and str(plain(part[key])).startswith("once")):
        return
    drawn = value(path)
    if drawn is not None:
        figure = drawn * 100 if unit.startswith("%") else drawn
        part[key] = f"{figure:.18f} {unit}" if unit else drawn
