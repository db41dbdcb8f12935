"""The same pack written otherwise, or changed in one respect."""

from __future__ import annotations

import copy
import random
from typing import Any

from tests.oracle.cascade import is_one_off
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.one_meaning import in_visits_of_their_own, with_one_meaning
from tests.oracle.drawn_packs.rules import without_repeats
from tests.oracle.people import Row
from tests.oracle.quantities import minutes, plain, share
from tests.oracle.who_does import parts_of, split

Document = dict[str, Any]


def recommendations(pack: Folder) -> list[Document]:
    return [one for guideline in pack.guidelines for one in guideline["recommendations"].values()]


def people_columns(pack: Folder) -> list[str]:
    """The columns that count people, whatever the shape of the table."""
    given = pack.lists["people"]
    if isinstance(given, dict):
        return [given["total"]]
    if pack.lists.get("shape") == "long":
        return [given]
    known = {"practice", *pack.lists["registers"].values(), *(staff.get("posts") for staff in _by_column(pack))}
    return [column for column in pack.rows[0] if column not in known]


def nobody(pack: Folder) -> Folder:
    changed = copy.deepcopy(pack)
    changed.lists.pop("scaled_to", None)
    for row in changed.rows:
        row.update(dict.fromkeys(people_columns(pack), "0"))
    return changed


def with_times(pack: Folder, factor: float) -> Folder:
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        for task in one["tasks"].values():
            for part in (task, *(each.get("supervision", {}) for each in parts_of(task))):
                if part.get("time") is not None:
                    part["time"] = f"{minutes(part['time']) * factor!r} min"
    return changed


def with_missing_times(pack: Folder, time: str) -> Folder:
    """Every task without a time takes so long."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        for task in one["tasks"].values():
            task["time"] = time if task["time"] is None else task["time"]
    return changed


def with_missing_uptakes(pack: Folder, uptake: str) -> Folder:
    """So many get today what nobody has said how many get."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        one["uptake"] = {"current": uptake} | one.get("uptake", {})
    return changed


def with_missing_registers(pack: Folder, people: float) -> Folder:
    """So many have a condition that nothing says how many have."""
    changed = copy.deepcopy(pack)
    known = {name for document in pack.conditions for name in document["conditions"]}
    columns = [column for name, column in pack.lists["registers"].items() if name not in known]
    for row in changed.rows:
        row.update({column: repr(people) for column in columns if not row[column]})
    return changed


def with_uptake(pack: Folder, factor: float) -> Folder:
    """Every target and every known current uptake times the factor."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        uptake = {"target": "100 %"} | one.get("uptake", {})
        one["uptake"] = {key: f"{share(value) * 100 * factor!r} %" for key, value in uptake.items()}
    return changed


def sharing(pack: Folder) -> Folder:
    """All tasks of two recommendations in three are one piece of work of one role, and ask most people."""
    changed = copy.deepcopy(pack)
    for number, one in enumerate(recommendations(changed)):
        population = one.get("population", {})
        population.pop("sex", None)
        if number % 3:
            population.pop("ages", None)
        for task in one["tasks"].values():
            task.pop("activity", None)
            task.pop("contact", None)
            if number % 3 != 2 or "condition" in population or "populations" in one:
                task["activity"] = "visit"
            if "role" in task:
                task["role"] = "gp"
        without_repeats(one["tasks"])
        with_one_meaning(one)
    return changed


def in_visits(pack: Folder) -> Folder:
    """Most tasks are consultations of one role, with and without activities, some by telephone; visits of all roles are
    merged in part."""
    changed = copy.deepcopy(pack)
    for number, one in enumerate(recommendations(changed)):
        population = one.get("population", {})
        if number % 3:
            population.pop("ages", None)
        for task in one["tasks"].values():
            if "role" in task:
                task["role"] = "gp"
            if number % 4 == 3:
                task["contact"] = "telephone"
                task.pop("activity", None)
        with_one_meaning(one)
        in_visits_of_their_own(one)
    changed.capacity = changed.capacity or {"capacity": "some-time", "roles": {}}
    roles = {"gp": {"hours": "1725 h / year"}} | changed.capacity["roles"]
    for role, fixed in (("gp", "6 min"), ("nurse", "40 min"), ("dietitian", "0.5 min")):
        if role in roles:
            roles[role]["visits"] = {
                "consultation": {"fixed": fixed, "merged": "50 %"},
                "telephone": {"fixed": "1.5 min", "merged": "100 %"},
            }
    changed.capacity["roles"] = roles
    return changed


def observed(pack: Folder, which: random.Random) -> Folder:
    """Most recommendations say what was observed of a task in place of how many get it today; of an activity that was
    observed all that ask for it, by that alone."""
    changed = copy.deepcopy(pack)
    known: dict[str, Document] = {}
    for one in recommendations(changed):
        tasks = one["tasks"]
        yearly = [name for name in tasks if not is_one_off(one, name)]
        if "by_age" in str(one) or not yearly or which.random() < 0.2:
            for task in tasks.values():
                task.pop("activity", None)
            continue
        asked = [tasks[name]["activity"] for name in yearly if "activity" in tasks[name]]
        for task in tasks.values():
            if task.get("activity") not in asked[:1]:
                task.pop("activity", None)
        one.get("uptake", {}).pop("current", None)
        name = next((name for name in yearly if "activity" in tasks[name]), which.choice(yearly))
        people, of_each = which.choice([5627400, 120000, 1000]), which.choice([0, 1, 3, 10, 10, 30, 100, 300, 5000])
        per, period = which.choice([(1, "year"), (1, "year"), (12, "month")])
        seen = {"events": f"{people * of_each // 1000 // per} / {period}", "people": people}
        is_known = asked[:1] != [] and asked[0] in known
        if not is_known or one.get("strength", "").endswith("against"):  # which must say it itself
            tasks[name]["observed"] = dict(known.setdefault(asked[0], seen)) if asked else seen
    return changed


def with_overheads(pack: Folder) -> Folder:
    """Every role with working time has no-shows, travel and indirect work; one guideline in two counts face to face."""
    changed = copy.deepcopy(pack)
    for number, guideline in enumerate(changed.guidelines):
        guideline["time_kind"] = ("face-to-face", "all-work")[number % 2]
    for number, one in enumerate(recommendations(changed)):
        for task in one["tasks"].values():
            if "activity" not in task and "contact" not in task and number % 2:
                task["contact"] = "home-visit"
    changed.capacity = changed.capacity or {"capacity": "some-time", "roles": {"gp": {"hours": "1725 h / year"}}}
    for number, (role, entry) in enumerate(changed.capacity["roles"].items()):
        entry["overhead"] = {
            "no_show": {"share": ("20 %", "4 %")[number % 2], "time_lost": "50 %"},
            "travel": {"home-visit": "12 min", "consultation": "2 min", "group": "30 min"},
            "indirect": "15 %",
        }
        if role != "dietitian" and "visits" in entry:
            entry["visits"]["home-visit"] = {"fixed": "8 min", "merged": "50 %"}
    return changed


def with_seasons(pack: Folder) -> Folder:
    """Two of three tasks that come every year have one; the working time says weeks."""
    changed = copy.deepcopy(pack)
    weeks = ["40-48", "48-4", "44", "1-53"]
    number = 0
    for document in changed.guidelines:
        for one in document["recommendations"].values():
            for name, task in one["tasks"].items():
                number += 1
                if number % 3 and not is_one_off(one, name):
                    task["season"] = {"weeks": weeks[number % 4]}
    for working in (changed.capacity or {"roles": {}})["roles"].values():
        working.setdefault("weeks", 44)
    return changed


def turned_round(pack: Folder) -> Folder:
    """Files, guidelines, recommendations, rows of the table and its columns, all in the opposite order."""
    changed = copy.deepcopy(pack)
    changed.guidelines.reverse()
    for guideline in changed.guidelines:
        guideline["recommendations"] = dict(reversed(guideline["recommendations"].items()))
    changed.rows = [dict(reversed(row.items())) for row in reversed(changed.rows)]
    return changed


def at_one_pace(pack: Folder) -> Folder:
    """Everybody takes the same minutes and is supervised by nobody."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        for task in one["tasks"].values():
            for part in parts_of(task):
                part.pop("minutes_factor", None)
                part.pop("supervision", None)
    return changed


def delegated(pack: Folder, part: float, to: str) -> Folder:
    """A part of what each role does, done by one role instead; what takes the patient's own time nobody can do."""
    changed = copy.deepcopy(pack)
    for one in recommendations(changed):
        for task in one["tasks"].values():
            if task.get("role") == "patient":
                continue
            roles = {task.pop("role"): 1.0} if "role" in task else split(task)
            kept = {role: given * (1 - part) for role, given in roles.items()}
            kept[to] = kept.get(to, 0.0) + part
            task["roles"] = {role: f"{given * 100!r} %" for role, given in kept.items()}
    return changed


def in_halves(pack: Folder) -> Folder:
    """Every list as two lists of half the people, half the registers and half the posts."""
    changed = copy.deepcopy(pack)
    changed.lists.pop("scaled_to", None)
    changed.lists["id"] = "practice"
    columns = [
        *people_columns(pack),
        *pack.lists["registers"].values(),
        *(staff["posts"] for staff in _by_column(pack)),
    ]
    changed.rows = [_half(row, half, columns) for row in pack.rows for half in "ab"]
    for role, staff in changed.lists["staff"].items():
        if "posts" in staff and not isinstance(staff["posts"], str):
            for row in changed.rows:
                row[f"{role} posts"] = repr(float(plain(staff["posts"])) / 2)
            staff["posts"] = f"{role} posts"
    whole = {row["practice"] for row in pack.rows}
    named = {name: list(whole) if pack.lists["lists"] in ids else ids for name, ids in pack.reserved_on.items()}
    changed.reserved_on = {name: [f"{one}{half}" for one in ids for half in "ab"] for name, ids in named.items()}
    return changed


def unscaled(pack: Folder) -> Folder:
    changed = copy.deepcopy(pack)
    changed.lists.pop("scaled_to", None)
    return changed


def _half(row: Row, half: str, columns: list[str]) -> Row:
    halved = {column: row[column] and repr(float(row[column]) / 2) for column in columns}
    return row | halved | {"practice": row["practice"] + half}


def _by_column(pack: Folder) -> list[Document]:
    return [staff for staff in pack.lists["staff"].values() if isinstance(staff.get("posts"), str)]


def with_hidden_people(pack: Folder, which: random.Random) -> tuple[Folder, Folder]:
    """The pack with some counts of people suppressed, and some columns of a wide table left out; and the same with all
    of them, neither scaled."""
    whole = copy.deepcopy(pack)
    whole.lists.pop("scaled_to", None)
    # Posts made of people are unknown where these are: other lists have posts then.
    staff = whole.lists.get("staff", {})
    whole.lists["staff"] = {role: each for role, each in staff.items() if "people_per_post" not in each}
    hidden, columns = copy.deepcopy(whole), people_columns(pack)
    hidden.lists["missing"] = ["<5", ".."]
    for row in hidden.rows:
        for column in columns:
            if which.random() < 0.15:
                row[column] = "<5" if float(row[column]) <= 4 and which.random() < 0.5 else ".."
    if len(columns) > 4 and which.random() < 0.4:
        gone = which.choice(columns)
        for row in hidden.rows:
            del row[gone]
    return hidden, whole
