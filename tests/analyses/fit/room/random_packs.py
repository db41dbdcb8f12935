"""Random packs into which something comes: with posts and working time of two roles, and each way to make room written
into their files, so that the estimate itself can be asked whether it does."""

from __future__ import annotations

import copy
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import assume, reject
from hypothesis import strategies as st

import tnt
from tests.oracle.changes import people_columns, unscaled
from tests.oracle.drawn_packs.files import Folder
from tnt.analyses.fit.moves import TaskMove, by_task, roles_with
from tnt.analyses.fit.room.result import RoomForNew, RoomOfRole
from tnt.analyses.fit.room.room import room
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Problems

ROLES = ("gp", "nurse")
_POSTS = ("1", "3.7", "0.25", "2")


@dataclass
class ComesIn:
    """A pack without and with what comes in, and what makes room for it."""

    before: Folder
    after: Folder
    new: list[str]
    moves: list[TaskMove]
    inputs: Inputs
    found: RoomForNew

    def of_role(self, role: str) -> RoomOfRole | None:
        """On all lists."""
        return next((one for one in self.found.of_roles if (one.role, one.scope) == (role, "all")), None)


@st.composite
def comes_in(draw: st.DrawFn, packs: st.SearchStrategy[Folder]) -> ComesIn:
    after = staffed(unscaled(draw(packs)))
    every = [(number, name) for number, one in enumerate(after.guidelines) for name in one["recommendations"]]
    assume(len(every) > 1)
    new = draw(st.lists(st.sampled_from(every[1:]), min_size=1, max_size=2, unique=True))
    moves = [move for move in may_move(after) if draw(st.booleans())]
    return coming_in(after, [f"{after.guidelines[number]['guideline']}/{name}" for number, name in new], moves)


def coming_in(after: Folder, new: list[str], moves: list[TaskMove]) -> ComesIn:
    before = without(after, new)
    inputs = loaded(after)
    return ComesIn(before, after, new, moves, inputs, room(loaded(before), inputs, new, moves, False))


def loaded(pack: Folder) -> Inputs:
    """As the estimate gets it; what may not be written so is passed over."""
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        try:
            return tnt.load(Path(folder))
        except Problems:
            reject()


def load_of(pack: Folder, role: str) -> float:
    """Required ÷ available hours, by the estimate."""
    total = tnt.estimate(loaded(pack)).total[role]
    assert total.share_of_capacity is not None
    return total.share_of_capacity


def hours_of(pack: Folder, role: str) -> float:
    """Required hours on lists with posts of the role, by the estimate."""
    result = tnt.estimate(loaded(pack))
    lists = result.lists.roles.get(role)
    if lists is None:
        return 0.0
    some = lists.required_hours[lists.posts > 0]
    return float(some[some == some].sum())


def staffed(pack: Folder) -> Folder:
    """Every list has posts of two roles, which have working time."""
    changed = copy.deepcopy(pack)
    for role in ROLES:
        changed.lists.setdefault("staff", {})[role] = {"posts": f"{role} posts"}
        of_list: dict[str, str] = {}
        for row in changed.rows:
            name = row.get("practice", "")
            row[f"{role} posts"] = of_list.setdefault(name, _POSTS[len(of_list) % len(_POSTS)])
    changed.capacity = changed.capacity or {"capacity": "some-time", "roles": {}}
    for role in ROLES:
        changed.capacity["roles"].setdefault(role, {"hours": "1725 h / year"})["hours"] = "1725 h / year"
    return changed


def without(pack: Folder, names: list[str]) -> Folder:
    """Without some recommendations, and without guidelines that have no other."""
    changed = copy.deepcopy(pack)
    for name in names:
        guideline, _, recommendation = name.partition("/")
        one = next(each for each in changed.guidelines if each["guideline"] == guideline)
        del one["recommendations"][recommendation]
    left = [one for one in changed.guidelines if one["recommendations"]]
    if left and not changed.guidelines[0]["recommendations"]:
        left[0] = left[0] | {key: changed.guidelines[0][key] for key in ("outcomes", "roles")}
    assume(left)
    changed.guidelines = left
    return changed


def with_posts(pack: Folder, role: str, factor: float) -> Folder:
    changed = copy.deepcopy(pack)
    for row in changed.rows:
        row[f"{role} posts"] = repr(float(row[f"{role} posts"]) * factor)
    return changed


def with_shorter_lists(pack: Folder, factor: float) -> Folder:
    """Fewer people on each list, and on its registers."""
    changed = copy.deepcopy(pack)
    staff = changed.lists["staff"]
    changed.lists["staff"] = {role: each for role, each in staff.items() if "people_per_post" not in each}
    posts = {each["posts"] for each in staff.values() if isinstance(each.get("posts"), str)}
    for row in changed.rows:
        for column in [*people_columns(pack), *pack.lists.get("registers", {}).values()]:
            if column not in posts and row[column]:
                row[column] = repr(float(row[column]) * factor)
    return changed


def with_moves(pack: Folder, moves: list[TaskMove], share: float) -> Folder:
    changed = copy.deepcopy(pack)
    for path, those in by_task(moves).items():
        guideline, recommendation, _, task = path.split("/")
        one = next(each for each in changed.guidelines if each["guideline"] == guideline)
        there: dict[str, Any] = one["recommendations"][recommendation]["tasks"][task]
        del there["role"]
        there["roles"] = roles_with(those, share)
    return changed


def may_move(pack: Folder) -> list[TaskMove]:
    """What one role does, to the other: at her own pace, with and without supervision."""
    found = []
    for guideline in pack.guidelines:
        for name, one in guideline["recommendations"].items():
            for task, written in one["tasks"].items():
                if written.get("role") in ROLES:
                    number = len(found)
                    role = written["role"]
                    other = ROLES[1 - ROLES.index(role)]
                    found.append(
                        TaskMove(
                            f"{guideline['guideline']}/{name}",
                            task,
                            role,
                            other,
                            (0.6, 1.0, 0.25)[number % 3],
                            (1.0, 1.4, 0.5)[number % 3],
                            role if number % 4 == 1 else None,
                            1.5 if number % 4 == 1 else 0.0,
                        )
                    )
    return found
