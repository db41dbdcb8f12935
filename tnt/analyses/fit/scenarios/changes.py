"""The changes of scenarios that make room: more posts, shorter lists, recommendations that leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from tnt.analyses.fit.scenarios.files_of import files_of
from tnt.compile.inputs import Inputs
from tnt.compile.lists.said import said_list
from tnt.language.documents.fit.choice import full_id, names_with_paths
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.staff import Staff
from tnt.language.values.number import Number
from tnt.reading.documents import Loaded

Changes: TypeAlias = list[dict[str, Any]]
WhyNoScenario = Literal[
    "lists-in-words", "posts-in-a-column", "several-lists", "nobody-named", "not-enough", "done-already"
]


@dataclass(frozen=True, slots=True)
class NoScenario:
    """Why the language has no change that says a way.

    lists-in-words     the lists were said in words, and stand in no file
    posts-in-a-column  each list has its own posts, counted in a way that no number of the lists file multiplies
    several-lists      the people of several lists stand in a table; a number of the file makes them fewer only where
                       there is one list, all of whose people are counted and whose posts are no number of people
    nobody-named       nothing says who takes the work over
    not-enough         all of it is not enough
    done-already       the estimate has it done already
    """

    why: WhyNoScenario


def more_posts(after: Inputs, role: str, factor: float) -> Changes | NoScenario:
    """All posts of a role, times a factor above 1."""
    if said_list(after.lists_id) is not None:
        return NoScenario("lists-in-words")
    file = _lists(after)
    staff, at = file.document.staff[role], f"{file.document.lists}/staff/{role}"
    if staff.people_per_post is not None:
        return [{"scale": f"{at}/people_per_post", "by": 1 / factor}]
    if isinstance(staff.posts, Number):
        return [{"scale": f"{at}/posts", "by": factor}]
    return _column_times(staff, file, at, factor)


def _column_times(staff: Staff, file: Loaded[ListsDocument], at: str, factor: float) -> Changes | NoScenario:
    """What stands in a column is multiplied only by what one of it is: of people counted, the posts of each."""
    if staff.in_ == "hours-per-week":
        return [{"scale": f"{at}/full_time", "by": 1 / factor}]
    if staff.in_ == "headcount" and staff.posts_per_head is not None:
        return [{"scale": f"{at}/posts_per_head", "by": factor}]
    if staff.in_ != "fte":
        return NoScenario("posts-in-a-column")
    raw = file.value(*at.split("/")[1:])
    unit = {"set": f"{at}/in", "to": "headcount"} if "in" in raw else {"add": f"{at}/in", "value": "headcount"}
    return [unit, {"add": f"{at}/posts_per_head", "value": factor}]


def shorter_lists(after: Inputs, role: str, kept: float) -> Changes | NoScenario:
    """The one list there is, with a share of its people."""
    if said_list(after.lists_id) is not None:
        return NoScenario("lists-in-words")
    file = _lists(after)
    staff = file.document.staff.get(role)
    follows_people = staff is not None and staff.people_per_post is not None
    if len(after.people) != 1 or after.counts.beyond is not None or follows_people:
        return NoScenario("several-lists")
    people = float(after.people[0]) * kept
    at = f"{file.document.lists}/scaled_to"
    return [{"add": at, "value": people} if file.document.scaled_to is None else {"set": at, "to": people}]


def moved(after: Inputs, recommendation: str, task: str, roles: Mapping[str, Any]) -> Changes:
    """`roles` in place of the role of a task and of what it says may move: of a task that several share nobody can tell
    whose events may."""
    guideline, _, name = recommendation.partition("/")
    keys = ("recommendations", name, "tasks", task)
    at = "/".join((guideline, *keys))
    may_move = [
        {"disable": f"{at}/may_move"}
        for file in files_of(after, GuidelineDocument)
        if file.document.guideline == guideline and "may_move" in file.value(*keys)
    ]
    return [{"disable": f"{at}/role"}, *may_move, {"add": f"{at}/roles", "value": roles}]


def left_out(after: Inputs, names: Sequence[str]) -> Changes:
    """Recommendations that leave. The last one of a guideline, and what others that are still there name, nobody
    gets."""
    files = {file.document.guideline: file for file in files_of(after, GuidelineDocument)}
    emptied = {
        guideline
        for guideline, file in files.items()
        if all(full_id(guideline, own) in names for own in file.value("recommendations"))
    }
    there = _still_there(files.values(), names, emptied)
    changes: Changes = []
    order = list(dict.fromkeys(name.partition("/")[0] for name in names))
    for name in sorted(names, key=lambda name: order.index(name.partition("/")[0])):
        guideline, _, own = name.partition("/")
        leaves = {"disable": f"{guideline}/recommendations/{own}"}
        changes.append(_nobody_gets(files[guideline], own) if name in there else leaves)
    return changes


def _still_there(files: Iterable[Loaded[GuidelineDocument]], leaving: Sequence[str], emptied: set[str]) -> set[str]:
    """Recommendations that stay in the files: what they need, or are instead of, stays in them too."""
    named = {
        full_id(guideline, own): [
            full_id(guideline, name) for written in (one.needs, one.instead_of) for name, _ in names_with_paths(written)
        ]
        for guideline, document in ((file.document.guideline, file.document) for file in files)
        for own, one in document.recommendations.items()
    }
    waiting = [name for name in named if name not in leaving or name.partition("/")[0] in emptied]
    there = set(waiting)
    while waiting:
        more = [name for name in named[waiting.pop()] if name not in there and name in named]
        there.update(more)
        waiting += more
    return there


def _nobody_gets(file: Loaded[GuidelineDocument], name: str) -> dict[str, Any]:
    at, written = f"{file.document.guideline}/recommendations/{name}/uptake", file.value("recommendations", name)
    if "uptake" not in written:
        return {"add": at, "value": {"target": "0 %"}}
    return (
        {"set": f"{at}/target", "to": "0 %"}
        if "target" in written["uptake"]
        else {"add": f"{at}/target", "value": "0 %"}
    )


def _lists(after: Inputs) -> Loaded[ListsDocument]:
    return files_of(after, ListsDocument)[0]
